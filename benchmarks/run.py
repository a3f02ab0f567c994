"""Run all benchmarks, one after the other, with the same big projects; exit code 1 when a bound is missed.

Run: python benchmarks/run.py [--folder DIR]. The projects take some 12 GB for the time of the run. With Xvfb
installed the start is measured on a real X window, too.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

_HERE = Path(__file__).resolve().parent
BENCHMARKS = (
    "bench_start.py",
    "bench_typing.py",
    "bench_letters.py",
    "bench_clicks.py",
    "bench_pages.py",
    "bench_import.py",
    "bench_encodings.py",
    "bench_ocr_files.py",
    "bench_pictures.py",
    "bench_memory.py",
    "bench_storage.py",
    "bench_codebook.py",
    "bench_structure.py",
    "bench_tables.py",
    "bench_words.py",
    "bench_long.py",
    "bench_rereading.py",
    "bench_backup.py",
    "bench_exports.py",
    "bench_searchable_pdf.py",
)
_SCREEN = ("xvfb-run", "-a", "-s", "-screen 0 1600x1000x24")


def run(command: list[str], platform: str) -> bool:
    """Run a benchmark on a platform of Qt; tell whether its bounds hold."""
    print(f"== {Path(command[-3]).stem} ({platform})", flush=True)
    env = os.environ | {"QT_QPA_PLATFORM": platform, "QT_LOGGING_RULES": "*.warning=false"}
    return subprocess.run(command, env=env, check=False).returncode == 0


def main() -> int:
    """Run them all; tell by the exit code whether all bounds hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, help="where the big projects are kept between runs")
    asked = parser.parse_args()
    holds = True
    with tempfile.TemporaryDirectory(prefix="kanttekening-bench-") as made:
        folder = str(asked.folder or made)
        for name in BENCHMARKS:
            command = [sys.executable, str(_HERE / name), "--folder", folder]
            holds &= run(command, "offscreen")
            if name == "bench_start.py" and shutil.which(_SCREEN[0]):
                holds &= run([*_SCREEN, *command], "xcb")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
