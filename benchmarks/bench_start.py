"""Measure the start: from the process to the first picture with letter and list, beside a bare window.

Run: python benchmarks/bench_start.py [--json] [--letters N] [--repeats N] [--folder DIR]. Real processes,
started in turn with those of the baseline; exit code 1 when the bound is missed. With a display (DISPLAY) the
real platform is measured, else the offscreen one; QT_QPA_PLATFORM decides.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.big_project import big_project
from benchmarks.measuring import Figure, arguments, median, percentile, show, work_folder

_HERE = Path(__file__).resolve().parent
BOUND = 2.0


class Start(NamedTuple):
    """How long a start took to its first picture, in milliseconds: on the clock, and of the processor."""

    wall: float
    processor: float


def start(command: Sequence[str], settings: Path) -> Start:
    """Start a program in a process of its own, to its first picture."""
    env = os.environ | {"XDG_CONFIG_HOME": str(settings), "XDG_DATA_HOME": str(settings)}
    # As it is installed: compiled, whatever the environment of the benchmark says of writing that down.
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    screen = settings / "screen.json"  # on one of 800 pixels the list of letters gives way
    screen.write_text('{"screens": [{"name": "S", "width": 1440, "height": 900}]}')
    env.setdefault("QT_QPA_PLATFORM", "xcb" if env.get("DISPLAY") else "offscreen")
    if env["QT_QPA_PLATFORM"] == "offscreen":
        env["QT_QPA_PLATFORM"] = f"offscreen:configfile={screen}"
    begin = time.monotonic()
    done = subprocess.run(
        [sys.executable, *command], check=False, env=env, capture_output=True, text=True, timeout=60
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    painted, processor = map(float, done.stdout.splitlines()[-1].split())
    return Start((painted - begin) * 1000, processor * 1000)


def measure(project: Path, repeats: int, settings: Path) -> list[Figure]:
    """Return the figure of the start with a project, measured in turn with the bare window's."""
    bare = [str(_HERE / "start" / "bare.py")]
    ours = [str(_HERE / "start" / "program.py"), str(project), "--analyst", "jan"]
    for command in (bare, ours):
        start(command, settings)
    pairs = [(start(bare, settings), start(ours, settings)) for _ in range(repeats)]
    bares, oursall = [b.wall for b, _ in pairs], [o.wall for _, o in pairs]
    platform = os.environ.get("QT_QPA_PLATFORM") or ("xcb" if os.environ.get("DISPLAY") else "offscreen")
    return [
        Figure(
            f"start to first paint, median of {repeats} ({platform})",
            median(oursall),
            BOUND,
            median(bares),
            "bare window",
            of_ratio=True,
        ),
        Figure(
            f"start to first paint, p95 ({platform})",
            percentile(oursall, 95),
            None,
            percentile(bares, 95),
            "bare window",
        ),
        Figure(
            f"start to first paint, processor time, least ({platform})",
            min(o.processor for _, o in pairs),
            None,
            min(b.processor for b, _ in pairs),
            "bare window",
        ),
    ]


def main() -> int:
    """Print the figures; tell by the exit code whether the bound holds."""
    parser = arguments(__doc__)
    parser.add_argument("--letters", type=int, default=10_000)
    parser.add_argument("--repeats", type=int, default=11)
    asked = parser.parse_args()
    with work_folder(asked) as folder, tempfile.TemporaryDirectory() as settings:
        project = big_project(folder, asked.letters).path
        figures = measure(project, asked.repeats, Path(settings))
    return show(figures, as_json=asked.json)


if __name__ == "__main__":
    sys.exit(main())
