"""Measure typing in the main window: key press to paint, and flush to committed.

Run: python benchmarks/bench_typing.py [--json] [--folder DIR]. A letter of 50,000 words with 10,000 passages
and 500 corrections is typed in, in bursts with pauses, while the writer and the worker process are at their
work; beside it a bare QPlainTextEdit in the same run. The exit code is 1 when a bound is missed.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.desk import application, opened_window, press, settle, until  # isort: skip

from PySide6.QtWidgets import QPlainTextEdit

from annotator.storage.letters import add_letters
from annotator.storage.store import Store
from annotator.ui.shell.main_window import MainWindow
from benchmarks.big_project import STAMP, full_letter, kamerbrief_codebook, new_from, remove_project
from benchmarks.measuring import Figure, arguments, median, percentile, show, timed, work_folder

WORDS, PASSAGES, CORRECTIONS = 50_000, 10_000, 500
BURSTS, KEYS = 30, 12
TYPED = "abcde fghij "


def long_project(folder: Path) -> Path:
    """Return a project with one very long letter, made anew."""
    path = folder / "long.kant"
    remove_project(path)
    letter = full_letter(WORDS, PASSAGES, CORRECTIONS, pages=100)
    with Store.create(path, kamerbrief_codebook(), STAMP.analyst) as store:
        store.do(lambda conn: add_letters(conn, [new_from(letter, "long.txt")]))
    return path


def bench(folder: Path) -> Iterator[Figure]:
    """Yield the figures of typing."""
    application()
    path = long_project(folder)
    with opened_window(path, folder / "settings") as window:
        text = window.views.text.text()
        bare = bare_keys(text)
        keys, flushes, deaf = typed_keys(window)
    plain = plain_commits(folder, text)
    where = f"{WORDS:,} words, {PASSAGES:,} passages"
    yield Figure(f"key press to paint, median ({where})", median(keys), 4, median(bare), "bare editor")
    yield Figure("key press to paint, p99", percentile(keys, 99), 8, percentile(bare, 99), "bare editor")
    yield Figure("flush to committed, median", median(flushes), 30, median(plain), "sqlite3, text alone")
    yield Figure("flush to committed, p95", percentile(flushes, 95), None, percentile(plain, 95), "sqlite3")
    yield Figure("longest time without an answer in a pause, median", median(deaf))


def bare_keys(text: str) -> list[float]:
    """Return the times of keys in the editor that Qt brings, with the same text."""
    bare = QPlainTextEdit()
    bare.setUndoRedoEnabled(False)
    bare.setPlainText(text)
    bare.resize(700, 900)
    bare.show()
    cursor = bare.textCursor()
    cursor.setPosition(len(text) // 2)
    bare.setTextCursor(cursor)
    bare.centerCursor()
    settle(0.2)
    times = [timed(partial(press, bare, TYPED[n % KEYS])) for n in range(BURSTS * KEYS)]
    bare.close()
    return times


def typed_keys(window: MainWindow) -> tuple[list[float], list[float], list[float]]:
    """Return the times of keys, the times from flush to committed, and how long the window was deaf after."""
    session, view = window.session, window.views.text
    window.composition.workspace.navigation.set_editing(True)
    keys, flushes, deaf = [], [], []
    for burst in range(BURSTS):
        # Mostly the same run goes on, as it does while somebody writes; now and then a new place.
        if burst % 5 == 0:
            view.move_caret(len(view.text()) * (burst + 1) // (BURSTS + 2))
            settle(0.5)
        keys += [timed(partial(press, view, TYPED[n])) for n in range(KEYS)]
        begin = time.perf_counter()
        session.flush_typing()
        until(lambda: session.save_state.state == "saved")
        flushes.append((time.perf_counter() - begin) * 1000)
        deaf.append(settle(0.6))
    return keys, flushes, deaf


def plain_commits(folder: Path, text: str) -> list[float]:
    """Return the times in which sqlite3 alone writes the text, as safe."""
    path = folder / "plain.db"
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute("CREATE TABLE letter (id INTEGER PRIMARY KEY, text TEXT)")
        conn.execute("INSERT INTO letter VALUES (1, '')")
        return [
            timed(partial(conn.execute, "UPDATE letter SET text = ?", (f"{n}{text}",))) for n in range(BURSTS)
        ]


def main() -> int:
    """Print the figures; tell by the exit code whether all bounds hold."""
    asked = arguments(__doc__).parse_args()
    with work_folder(asked) as folder:
        return show(list(bench(folder)), as_json=asked.json)


if __name__ == "__main__":
    sys.exit(main())
