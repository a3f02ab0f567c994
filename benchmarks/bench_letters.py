"""Measure the big project in the main window: opening another letter, the first rows of the list.

Run: python benchmarks/bench_letters.py [--json] [--letters N] [--folder DIR]. Exit code 1 when a bound is
missed. The letters that are opened have six pages, 200 passages and 50 corrections; none of them is in
memory before.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.desk import application, opened_window, settle  # isort: skip

from PySide6.QtWidgets import QApplication, QListWidget, QPlainTextEdit

from annotator.ui.features.letters import LettersList
from annotator.ui.shell.main_window import MainWindow
from benchmarks.big_project import BigProject, big_project
from benchmarks.measuring import Figure, arguments, median, percentile, show, timed, work_folder

ROUNDS = 3


def bench(folder: Path, letters: int) -> Iterator[Figure]:
    """Yield the figures of letters and list."""
    application()
    project = big_project(folder, letters)
    with closing(sqlite3.connect(project.path)) as conn:
        bare, bare_rows = _bare_letters(conn, project.full), _bare_rows(conn)
    with opened_window(project.path, folder / "settings") as window:
        opened = _opened(window, project)
        rows = _first_rows(window)
        filtered = _filtered(window)
    base = "bare editor, text by sqlite3"
    what = f"open another of {letters:,} letters, to painted"
    yield Figure(f"{what}, p95", percentile(opened, 95), 50, percentile(bare, 95), base)
    yield Figure(f"{what}, median", median(opened), None, median(bare), base)
    base = "list widget, rows by sqlite3"
    yield Figure("first rows of the list, painted", median(rows), 100, median(bare_rows), base)
    yield Figure("first rows that hold a word, painted", median(filtered), None, median(bare_rows), base)


def _opened(window: MainWindow, project: BigProject) -> list[float]:
    def job(letter_id: int) -> None:
        window.composition.open_letter(letter_id)
        QApplication.processEvents()

    times = []
    for _ in range(ROUNDS):
        for letter_id in project.full:
            window.session._hand.drop(project.full)
            times.append(timed(partial(job, letter_id)))
            settle(0.02)
    return times


def _first_rows(window: MainWindow) -> list[float]:
    times = []
    for _ in range(7):
        fresh = LettersList()
        fresh.resize(270, 800)
        fresh.show()
        QApplication.processEvents()
        with window.session.store.open_reader() as reader:

            def job(fresh: LettersList = fresh, reader: object = reader) -> None:
                fresh.set_source(reader)  # type: ignore[arg-type]
                QApplication.processEvents()

            times.append(timed(job))
        fresh.close()
    return times


def _filtered(window: MainWindow) -> list[float]:
    from annotator.storage.letter_list import LetterFilter

    reader = window.session.store.reader

    def job() -> None:
        reader.letters_count(LetterFilter("motie"))
        reader.letters_page(LetterFilter("motie"))

    return [timed(job) for _ in range(5)]


def _bare_letters(conn: sqlite3.Connection, ids: list[int]) -> list[float]:
    bare = QPlainTextEdit()
    bare.resize(700, 900)
    bare.show()

    def job(letter_id: int) -> None:
        found = conn.execute("SELECT text FROM letter_text WHERE letter_id = ?", (letter_id,)).fetchone()
        bare.setPlainText(found[0])
        QApplication.processEvents()

    times = [timed(partial(job, letter_id)) for _ in range(ROUNDS) for letter_id in ids]
    bare.close()
    return times


def _bare_rows(conn: sqlite3.Connection) -> list[float]:
    bare = QListWidget()
    bare.resize(270, 800)
    bare.show()

    def job() -> None:
        bare.clear()
        titles = conn.execute("SELECT title FROM letter ORDER BY id LIMIT 100").fetchall()
        bare.addItems([title for (title,) in titles])
        QApplication.processEvents()

    times = [timed(job) for _ in range(7)]
    bare.close()
    return times


def main() -> int:
    """Print the figures; tell by the exit code whether all bounds hold."""
    parser = arguments(__doc__)
    parser.add_argument("--letters", type=int, default=100_000)
    asked = parser.parse_args()
    with work_folder(asked) as folder:
        return show(list(bench(folder, asked.letters)), as_json=asked.json)


if __name__ == "__main__":
    sys.exit(main())
