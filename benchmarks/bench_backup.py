"""Measure automatic backups: how long one takes, and how long the window is held up meanwhile.

Run: python benchmarks/bench_backup.py [--json] [--letters N] [--sources MB] [--folder DIR]. Exit code 1 when
a bound is missed. The project has so many letters, and sources of so many megabytes beside. A timer of 5 ms
in the event loop of the window tells how long nothing else got its turn. Baselines copy the same file whole.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.desk import application, opened_window, settle, until  # isort: skip

from PySide6.QtCore import Qt, QTimer

from annotator.storage.backup_names import folder_of
from annotator.storage.backups.folder import list_backups
from annotator.ui.shell.main_window import MainWindow
from benchmarks.big_project import big_project, remove_project
from benchmarks.measuring import Figure, arguments, show, work_folder

_MEGABYTE = 1024 * 1024
_SOURCE = 10 * _MEGABYTE
_BETWEEN = 5  # milliseconds
_WAIT = 600.0


def add_sources(path: Path, megabytes: int) -> None:
    """Add letters with big sources of random bytes, `megabytes` in all."""
    block = bytearray(os.urandom(_SOURCE))
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA synchronous = OFF")
        for number in range(megabytes * _MEGABYTE // _SOURCE):
            block[:8] = number.to_bytes(8, "big")
            content = bytes(block)
            sha256 = hashlib.sha256(content).hexdigest()
            conn.execute("BEGIN")
            source = conn.execute(
                "INSERT INTO source (sha256, name, size) VALUES (?, 'scan.pdf', ?)", (sha256, len(content))
            ).lastrowid
            conn.execute("INSERT INTO source_bytes VALUES (?, ?)", (source, content))
            conn.execute("UPDATE letter SET source_id = ? WHERE id = ?", (source, number + 1))
            conn.execute("COMMIT")
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


class Gaps:
    """How long the window's event loop did not come round, in ms, by a timer that is due every 5 ms."""

    def __init__(self) -> None:
        self.gaps: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._due)
        self._timer.start(_BETWEEN)

    def _due(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000 - _BETWEEN)
        self._last = now

    def stop(self) -> float:
        """End, and return the longest."""
        self._timer.stop()
        return max(self.gaps)


def watched(job: Callable[[], object], ended: Callable[[], bool]) -> tuple[float, float]:
    """Return how long a job takes that works beside the window, and the window's longest gap, in ms."""
    settle(0.5)
    gaps, begin = Gaps(), time.perf_counter()
    job()
    until(ended, _WAIT)
    took = (time.perf_counter() - begin) * 1000
    return took, gaps.stop()


def back_up(window: MainWindow, count: int) -> tuple[float, float]:
    """Have the window make a backup; wait for it and the sources."""
    safekeeping = window.composition.workspace.backups
    found = watched(lambda: safekeeping.look(timedelta(0)), lambda: not safekeeping._busy)
    assert len(list_backups(folder_of(window.session.store.path))) == count
    return found


def copied(copy: Callable[[], object]) -> tuple[float, float]:
    """Copy in a thread beside the window."""
    thread = threading.Thread(target=copy)
    return watched(thread.start, lambda: not thread.is_alive())


def bench(folder: Path, letters: int, megabytes: int) -> Iterator[Figure]:
    """Yield the figures of the first backup, the next, and copies of the whole file."""
    application()
    path, whole = folder / "backup.kant", folder / "whole.kant"
    remove_project(path)
    shutil.copyfile(big_project(folder, letters).path, path)
    shutil.rmtree(folder_of(path), ignore_errors=True)
    add_sources(path, megabytes)
    os.sync()
    try:
        with opened_window(path, folder / "settings") as window:
            # The search index is made once, and would be measured with it.
            window.composition.workspace.index.leave()
            window.settings.set("backup_automatic", True)
            window.composition.workspace.backups.watch()
            _, idle = watched(lambda: None, _after(5))
            first, first_gap = back_up(window, 1)
            window.composition.apply_tag("organisation")
            window.session.store.flush()
            os.sync()
            following, gap = back_up(window, 2)
            size = list_backups(folder_of(path))[0].size / _MEGABYTE
            plain, plain_gap = copied(lambda: _synced_copy(path, whole))
            vacuum, vacuum_gap = copied(lambda: _vacuum_into(path, whole))
            window.settings.set("backup_automatic", False)
    finally:
        for name in (path, whole):
            remove_project(name)
        shutil.rmtree(folder_of(path), ignore_errors=True)
    base = "VACUUM INTO of the whole"
    yield Figure("a backup of what changed, verified", following / 1000, 5, vacuum / 1000, base, unit="s")
    yield Figure("the first, with all texts and sources", first / 1000, None, vacuum / 1000, base, unit="s")
    yield Figure("plain copy of the whole, synced", plain / 1000, unit="s")
    yield Figure("size of such a backup", size, unit="MB")
    base = "without any work beside it"
    yield Figure("window held up by a backup, at most", gap, 50, idle, base)
    yield Figure("window held up by the first, at most", first_gap, 50, idle, base)
    yield Figure("window held up by VACUUM INTO in a thread, at most", vacuum_gap)
    yield Figure("window held up by a plain copy in a thread, at most", plain_gap)


def _after(seconds: float) -> Callable[[], bool]:
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end


def _synced_copy(path: Path, dest: Path) -> None:
    dest.unlink(missing_ok=True)
    shutil.copyfile(path, dest)
    with dest.open("rb+") as file:
        os.fsync(file.fileno())


def _vacuum_into(path: Path, dest: Path) -> None:
    dest.unlink(missing_ok=True)
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as conn:
        conn.execute("VACUUM INTO ?", (str(dest),))
    with dest.open("rb+") as file:
        os.fsync(file.fileno())


def main() -> int:
    """Print the figures; tell by the exit code whether all bounds hold."""
    parser = arguments(__doc__)
    parser.add_argument("--letters", type=int, default=100_000)
    parser.add_argument("--sources", type=int, default=2048, help="megabytes")
    asked = parser.parse_args()
    with work_folder(asked) as folder:
        figures = list(bench(folder, asked.letters, asked.sources))
    return show(figures, as_json=asked.json)


if __name__ == "__main__":
    sys.exit(main())
