"""Measure the project file without a window: a commit, opening the project and a letter, rows of the list.

Run: python benchmarks/bench_storage.py [--json] [--letters N] [--folder DIR]. Exit code 1 when a bound is
missed. Baselines are sqlite3 doing the least that such a thing could take.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotator.core import history, operations
from annotator.core.document import Letter
from annotator.core.history import Change, Correction
from annotator.core.messages import Message
from annotator.storage.changes import Mode, save_change
from annotator.storage.letter_list import LetterFilter
from annotator.storage.letters import add_letters
from annotator.storage.store import Store
from benchmarks.big_project import (
    STAMP,
    big_project,
    full_letter,
    kamerbrief_codebook,
    new_from,
    remove_project,
    text_of_words,
)
from benchmarks.measuring import Figure, arguments, median, percentile, show, timed, work_folder

_LABEL = Message("Bench", "Correct")
_COMMITS = 60


def bench_commits(folder: Path) -> Iterator[Figure]:
    """Yield the figures of commits at 50,000 words and 10,000 passages, from submit to acknowledged."""
    plain, base = _plain_commits(folder), "sqlite3, text alone"
    path = folder / "commits.kant"
    remove_project(path)
    with Store.create(path, kamerbrief_codebook()) as store:
        letter = full_letter(50_000, 10_000, 500, pages=100)
        [letter_id] = store.do(lambda conn: add_letters(conn, [new_from(letter, "long.txt")]))
        times = []
        for n in range(1, _COMMITS + 1):
            delta = _edit(letter, 1000 * n, "x")
            times.append(timed(partial(_save, store, letter_id, n, delta, "new")))
            letter = history.apply(letter, delta)
        typed = [_edit(letter, 500, "abcdefghijklmnopqrst"[:n]) for n in range(1, 21)]
        _save(store, letter_id, _COMMITS + 1, typed[0], "new")
        runs = [timed(partial(_save, store, letter_id, _COMMITS + 1, delta, "amend")) for delta in typed[1:]]
    yield Figure("commit of one edit, median", median(times), 20, median(plain), base)
    yield Figure("commit of one edit, p95", percentile(times, 95), None, percentile(plain, 95), base)
    yield Figure("commit of a typing run that goes on, median", median(runs), 30, median(plain), base)


def _plain_commits(folder: Path) -> list[float]:
    text = text_of_words(50_000)
    path = folder / "plain.db"
    remove_project(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute("CREATE TABLE letter (id INTEGER PRIMARY KEY, text TEXT)")
        conn.execute("INSERT INTO letter VALUES (1, '')")
        statement = "UPDATE letter SET text = ?"
        return [timed(partial(conn.execute, statement, (f"{n}{text}",))) for n in range(_COMMITS)]


def _edit(letter: Letter, at: int, typed: str) -> history.Delta:
    correction = Correction(at, at + 3, letter.text[at : at + 3], typed, "word", "typed")
    return operations.correct(letter, (correction,), STAMP)


def _save(store: Store, letter_id: int, change_id: int, delta: history.Delta, mode: Mode) -> None:
    change = Change(change_id, _LABEL, STAMP.analyst, STAMP.made_at, {letter_id: delta})
    store.do(lambda conn: save_change(conn, change, mode))


def bench_reading(folder: Path, letters: int) -> Iterator[Figure]:
    """Yield the figures of reading in a project of many letters."""
    project = big_project(folder, letters)
    with closing(sqlite3.connect(project.path)) as conn:
        plain = [timed(partial(_plain_letter, conn, letter_id)) for letter_id in project.full]
        rows = timed(lambda: conn.execute("SELECT title FROM letter ORDER BY id LIMIT 100").fetchall())
    base = "sqlite3, titles alone"
    yield Figure("open the project", timed(lambda: Store.open(project.path).close()), 20)
    with Store.open(project.path) as store:
        reader = store.reader
        yield Figure("first rows of the list", timed(lambda: reader.letters_page(limit=100)), 100, rows, base)
        word = LetterFilter("motie")
        found = timed(lambda: reader.letters_page(word, limit=100))
        yield Figure("first rows that hold a word", found, 100, rows, base)
        counted = timed(lambda: reader.letters_count(LetterFilter("motie", "todo")))
        yield Figure("count the filtered list", counted, 100)
        yield Figure("count by status", timed(reader.status_counts))
        opened = [timed(partial(reader.letter, letter_id)) for letter_id in project.full]
        name = "sqlite3, text alone"
        yield Figure("open a letter, p95", percentile(opened, 95), 10, percentile(plain, 95), name)


def _plain_letter(conn: sqlite3.Connection, letter_id: int) -> object:
    return conn.execute("SELECT * FROM letter_ocr WHERE letter_id = ?", (letter_id,)).fetchone()


def main() -> int:
    """Print the figures; tell by the exit code whether all bounds hold."""
    parser = arguments(__doc__)
    parser.add_argument("--letters", type=int, default=100_000)
    asked = parser.parse_args()
    with work_folder(asked) as folder:
        figures = [*bench_commits(folder), *bench_reading(folder, asked.letters)]
    return show(figures, as_json=asked.json)


if __name__ == "__main__":
    sys.exit(main())
