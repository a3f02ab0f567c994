"""Run all benchmarks, one after the other, with the same big projects; exit code 1 when a bound is missed.

Run: python benchmarks/run.py [--folder DIR] [--only NAME]… [--rounds N] [--keep FILE] [--compare FILE]. The
projects take some 12 GB for the time of the run. With Xvfb installed the start is measured on a real X
window, too. `--keep` writes what was measured; `--compare` shows what became worse than a kept run by more
than its noise, and then that alone decides the exit code. Keep several rounds: one has no noise to tell.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import comparing
from benchmarks.measuring import Figure, line, machine

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
    "bench_deciding.py",
    "bench_long.py",
    "bench_rereading.py",
    "bench_backup.py",
    "bench_exports.py",
    "bench_searchable_pdf.py",
)
_SCREEN = ("xvfb-run", "-a", "-s", "-screen 0 1600x1000x24")


def run(name: str, folder: str, platform: str) -> list[Figure] | None:
    """Run a benchmark on a platform of Qt and show its figures; None where it failed."""
    print(f"== {Path(name).stem} ({platform})", flush=True)
    screen = _SCREEN if platform == "xcb" else ()
    env = os.environ | {"QT_QPA_PLATFORM": platform, "QT_LOGGING_RULES": "*.warning=false"}
    command = [*screen, sys.executable, str(_HERE / name), "--folder", folder, "--json"]
    done = subprocess.run(command, env=env, check=False, stdout=subprocess.PIPE, text=True)
    figures = figures_of(done.stdout)
    for figure in figures or ():
        print(line(figure))
    print(f"({machine()})" if figures else f"{name} failed", flush=True)
    return figures


def figures_of(output: str) -> list[Figure] | None:
    """Return the figures that a benchmark printed as JSON; None where there are none."""
    lines = [each for each in output.splitlines() if each.startswith("[{")]
    return [Figure(**each) for each in json.loads(lines[-1])] if lines else None


def compared(kept: comparing.Rounds, now: comparing.Rounds, names: Sequence[str]) -> bool:
    """Show what became worse than a kept run in these benchmarks; tell whether none did and all ran."""
    of_these = {each: kept[each] for each in kept if each.split(":")[0] in names}
    found, missing = comparing.worse(of_these, now), comparing.missing(of_these, now)
    for each in found:
        print(f"WORSE {each}")
    for name in missing:
        print(f"not measured: {name}")
    print(f"{len(found)} of {len(now)} figures became worse by more than their noise")
    return not found and not missing


def main() -> int:
    """Run them; tell by the exit code whether all bounds hold, or whether nothing became worse."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folder", type=Path, help="where the big projects are kept between runs")
    parser.add_argument(
        "--only", action="append", metavar="NAME", help="only this benchmark: start, typing, …"
    )
    parser.add_argument("--rounds", type=int, default=1, help="how often each is run")
    parser.add_argument("--keep", type=Path, metavar="FILE", help="write what was measured")
    parser.add_argument("--compare", type=Path, metavar="FILE", help="show what became worse than a kept run")
    asked = parser.parse_args()
    kept = comparing.read(asked.compare) if asked.compare else None
    names = [name for name in BENCHMARKS if not asked.only or name[len("bench_") : -len(".py")] in asked.only]
    holds, rounds = True, comparing.Rounds()
    with tempfile.TemporaryDirectory(prefix="kanttekening-bench-") as made:
        folder = str(asked.folder or made)
        for name in names * asked.rounds:
            both = name == "bench_start.py" and shutil.which(_SCREEN[0])
            for platform in ("offscreen", "xcb") if both else ("offscreen",):
                figures = run(name, folder, platform)
                holds &= figures is not None and all(each.holds for each in figures)
                comparing.add(rounds, Path(name).stem, figures or ())
    if asked.keep:
        comparing.write(asked.keep, machine(), rounds)
    if kept is not None:
        holds = compared(kept, rounds, [Path(name).stem for name in names])
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
