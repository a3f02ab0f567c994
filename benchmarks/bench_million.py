"""Measure a project of a million letters: opened, its list, its filter, its search, its statistics.

Run: python benchmarks/bench_million.py [--json] [--letters N] [--folder DIR]. Exit code 1 when a bound is
missed. The project takes some 12 GB, and is made first where the folder has none; its search index, too.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.desk import application, opened_window  # isort: skip

from PySide6.QtWidgets import QApplication, QPlainTextEdit

from annotator.storage.letter_list import ALL_LETTERS, LetterFilter
from annotator.storage.store import Store
from benchmarks.bench_search import ASKED, prepared, search
from benchmarks.big_project import kamerbrief_codebook
from benchmarks.measuring import Figure, arguments, median, show, timed, work_folder

_TIMES = 5
_FILTERS = (
    ("a word of one in twenty titles", LetterFilter("motie")),
    ("letters of one number", LetterFilter("777777")),
    ("a word with an accent", LetterFilter("Financiën")),
    ("a status", LetterFilter(status="done")),
    ("a value of a field", LetterFilter(field="sender", value="buitenlandse")),
    ("suspects left", LetterFilter(left="suspects")),
    ("letters with a tag", LetterFilter(tag="organisation")),
)


def bench(folder: Path, letters: int) -> Iterator[Figure]:
    """Yield the figures."""
    application()
    path, seconds, megabytes = prepared(folder, letters)
    if megabytes > 1:
        yield Figure("index made in small steps", seconds, unit="s")
    with closing(sqlite3.connect(path)) as conn:
        bare = _bare(conn)
    with Store.open(path) as store:
        for name, typed, _ in ASKED:
            yield Figure(f"search: {name}", median(_each(partial(search, store, typed))), 100)
    yield from _in_the_window(path, folder, letters, bare)


def _in_the_window(path: Path, folder: Path, letters: int, bare: float) -> Iterator[Figure]:
    small = folder / "small.kant"
    if not small.exists():
        Store.create(small, kamerbrief_codebook(), "jan").close()
    with opened_window(small, folder / "settings") as window:
        base = "bare editor, a text by sqlite3"
        view, opening = window.views.letters, window.composition.opening

        def opened() -> None:
            opening.open_path(path, loud=True)
            QApplication.processEvents()

        yield Figure(f"open the project of {letters:,} letters, to painted", timed(opened), 1000, bare, base)

        def filtered(wanted: LetterFilter) -> None:
            view.filter_by(wanted)
            QApplication.processEvents()

        yield Figure("all letters listed, painted", median(_each(view.reload)), 100)
        for name, wanted in _FILTERS:
            times = []
            for _ in range(_TIMES):
                filtered(ALL_LETTERS)
                times.append(timed(partial(filtered, wanted)))
            yield Figure(f"filtered: {name}, painted", median(times), 300)
        filtered(ALL_LETTERS)
        last = window.session.store.reader.letter_ids()[-1]
        yield Figure("the list at its last letter, painted", timed(lambda: _at(window, last)), 300)
        counted: list[object] = []
        store = window.session.store
        took = timed(lambda: counted.append(store.reader.statistics()))
        yield Figure("statistics", took / 1000, 20, unit="s")


def _at(window: object, letter_id: int) -> None:
    window.views.letters.set_current(letter_id)  # type: ignore[attr-defined]
    QApplication.processEvents()


def _each(job: Callable[[], object]) -> list[float]:
    def whole() -> None:
        job()
        QApplication.processEvents()

    return [timed(whole) for _ in range(_TIMES)]


def _bare(conn: sqlite3.Connection) -> float:
    bare = QPlainTextEdit()
    bare.show()

    def job() -> None:
        bare.setPlainText(conn.execute("SELECT text FROM letter_ocr LIMIT 1").fetchone()[0])
        QApplication.processEvents()

    took = timed(job)
    bare.close()
    return took


def main() -> int:
    """Print the figures; tell by the exit code whether all bounds hold."""
    parser = arguments(__doc__)
    parser.add_argument("--letters", type=int, default=1_000_000)
    asked = parser.parse_args()
    with work_folder(asked) as folder:
        return show(list(bench(folder, asked.letters)), as_json=asked.json)


if __name__ == "__main__":
    sys.exit(main())
