"""Measure the memory of the program with a big project, one letter open, its list walked through.

Run: python benchmarks/bench_memory.py [--json] [--letters N] [--folder DIR]. A real process; the worker
process is counted apart. Exit code 1 when the bound is missed. Linux only: it reads /proc.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.big_project import big_project
from benchmarks.measuring import Figure, arguments, show, work_folder


def resident(pid: int | str) -> float:
    """Return a process's resident memory in MB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1000
    return 0.0


def child(project: Path, settings: Path, letter_id: int) -> None:
    """Open a letter, wait for its suspects, go to the end of the list; print what this takes."""
    from annotator.language.worker import warm_job
    from benchmarks.desk import opened_window, settle, until

    with opened_window(project, settings) as window:
        window.composition.open_letter(letter_id)
        suspecting = window.composition.workspace.suspecting
        assert suspecting is not None
        until(lambda: suspecting.ready, 60)
        warm: list[str] = []
        window.composition.context.runner.submit(
            "warm", warm_job, done=warm.append
        )  # also where the suspects were in the file
        until(lambda: bool(warm), 60)
        window.views.letters.set_current(window.session.store.reader.letter_ids()[-1])
        settle(1)
        me = os.getpid()
        threads = Path(f"/proc/{me}/task").iterdir()
        children = [pid for thread in threads for pid in (thread / "children").read_text().split()]
        print(json.dumps([resident(me), sum(resident(pid) for pid in children)]), flush=True)


def bare() -> None:
    """Print what a bare window takes."""
    from benchmarks.desk import application, settle

    application()
    from PySide6.QtWidgets import QMainWindow, QPlainTextEdit

    window = QMainWindow()
    text = QPlainTextEdit(window)
    text.setPlainText("Geachte voorzitter,\n" * 200)
    window.setCentralWidget(text)
    window.show()
    settle(0.3)
    print(json.dumps([resident(os.getpid()), 0.0]), flush=True)


def measured(*command: str) -> tuple[float, float]:
    """Return what a process of this file prints."""
    done = subprocess.run(
        [sys.executable, __file__, *command], check=False, capture_output=True, text=True, timeout=120
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    mine, others = json.loads(done.stdout.splitlines()[-1])
    return mine, others


def main() -> int:
    """Print the figures; tell by the exit code whether the bound holds."""
    parser = arguments(__doc__)
    parser.add_argument("--letters", type=int, default=100_000)
    asked = parser.parse_args()
    with work_folder(asked) as folder, tempfile.TemporaryDirectory() as settings:
        project = big_project(folder, asked.letters)
        plain, _ = measured("bare")
        mine, worker = measured("child", str(project.path), settings, str(project.full[0]))
    name = f"memory with {asked.letters:,} letters, one open"
    return show(
        [
            Figure(name, mine, 300, plain, "bare window", "MB"),
            Figure("memory of the worker process beside it", worker, unit="MB"),
        ],
        as_json=asked.json,
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["child"]:
        child(Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
    elif sys.argv[1:2] == ["bare"]:
        bare()
    else:
        sys.exit(main())
