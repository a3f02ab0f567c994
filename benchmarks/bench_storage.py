"""Measure the project file: a commit of one edit, opening a letter, the first rows of a list, importing.

Run: python benchmarks/bench_storage.py [--json] [--letters N]. Times are in milliseconds; exit code 1 when a
bound is missed. Baselines are plain sqlite3 doing the least that such a thing could take.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotator.core import history, operations
from annotator.core.codebook import Codebook
from annotator.core.document import Letter, new_letter
from annotator.core.history import Change, Correction
from annotator.core.messages import Message
from annotator.storage.changes import Mode, save_change
from annotator.storage.letter_list import LetterFilter
from annotator.storage.letters import add_letters
from annotator.storage.store import Store
from benchmarks.big_project import STAMP, build, full_letter, new_from, text_of_words

BOUNDS = {
    "commit of one edit, median": 20.0,
    "commit of a typing run that goes on, median": 30.0,
    "open the project": 20.0,
    "open a letter, p95": 10.0,
    "first rows of the list": 100.0,
    "first rows that hold a word": 100.0,
    "count the filtered list": 100.0,
    "import, per letter": 5.0,
}
_LABEL = Message("Bench", "Correct")
_CODEBOOK = Codebook("bench", {"en": "Bench"}, (), ())


def timed(job: Callable[[], object]) -> float:
    """Return how long a job takes."""
    begin = time.perf_counter()
    job()
    return (time.perf_counter() - begin) * 1000


def p95(times: list[float]) -> float:
    """Return the 95th percentile."""
    return sorted(times)[int(len(times) * 0.95)]


def bench_commits(folder: Path) -> Iterator[tuple[str, float]]:
    """Yield the figures of commits at 50,000 words and 10,000 passages, from submit to acknowledged."""
    yield "baseline: the text alone written by sqlite3, median", statistics.median(_plain_commits(folder))
    with Store.create(folder / "commits.kant", _CODEBOOK) as store:
        letter = full_letter(50_000, 10_000, 500, pages=100)
        [letter_id] = store.do(lambda conn: add_letters(conn, [new_from(letter, "long.txt")]))
        times = []
        for n in range(1, 61):
            delta = _edit(letter, 1000 * n, "x")
            times.append(timed(lambda delta=delta, n=n: _save(store, letter_id, n, delta, "new")))
            letter = history.apply(letter, delta)
        yield "commit of one edit, median", statistics.median(times)
        yield "commit of one edit, p95", p95(times)
        typed = [_edit(letter, 500, "abcdefghijklmnopqrst"[:n]) for n in range(1, 21)]
        _save(store, letter_id, 61, typed[0], "new")
        runs = [timed(lambda delta=delta: _save(store, letter_id, 61, delta, "amend")) for delta in typed[1:]]
        yield "commit of a typing run that goes on, median", statistics.median(runs)


def _plain_commits(folder: Path) -> list[float]:
    text = text_of_words(50_000)
    with closing(sqlite3.connect(folder / "plain.db", isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute("CREATE TABLE letter (id INTEGER PRIMARY KEY, text TEXT)")
        conn.execute("INSERT INTO letter VALUES (1, '')")
        return [
            timed(lambda n=n: conn.execute("UPDATE letter SET text = ?", (f"{n}{text}",))) for n in range(60)
        ]


def _edit(letter: Letter, at: int, typed: str) -> history.Delta:
    correction = Correction(at, at + 3, letter.text[at : at + 3], typed, "word", "typed")
    return operations.correct(letter, (correction,), STAMP)


def _save(store: Store, letter_id: int, change_id: int, delta: history.Delta, mode: Mode) -> None:
    change = Change(change_id, _LABEL, STAMP.analyst, STAMP.made_at, {letter_id: delta})
    store.do(lambda conn: save_change(conn, change, mode))


def bench_reading(folder: Path, letters: int) -> Iterator[tuple[str, float]]:
    """Yield the figures of reading in a project of many letters."""
    path = folder / "big.kant"
    full = build(path, letters)
    with closing(sqlite3.connect(path)) as conn:
        plain = [
            timed(lambda i=i: conn.execute("SELECT * FROM letter_ocr WHERE letter_id = ?", (i,)).fetchone())
            for i in full
        ]
    yield "baseline: the text alone read by sqlite3, p95", p95(plain)
    yield "open the project", timed(lambda: Store.open(path).close())
    with Store.open(path) as store:
        reader = store.reader
        yield "first rows of the list", timed(lambda: reader.letters_page(limit=100))
        yield (
            "first rows that hold a word",
            timed(lambda: reader.letters_page(LetterFilter("motie"), limit=100)),
        )
        yield "count the filtered list", timed(lambda: reader.letters_count(LetterFilter("motie", "todo")))
        yield "count by status", timed(reader.status_counts)
        yield "open a letter, p95", p95([timed(lambda i=i: reader.letter(i)) for i in full])


def bench_import(folder: Path, letters: int = 1000, batch: int = 50) -> Iterator[tuple[str, float]]:
    """Yield the figure of adding letters of 9 kB, in batches, hashing included."""
    texts = [f"{n}\n{text_of_words(1300, n % 10)}"[:9000] for n in range(letters)]
    target = folder / "plain-copy"
    begin = time.perf_counter()
    for text in texts:
        target.write_text(text)
    yield "baseline: the file written plainly, per letter", (time.perf_counter() - begin) * 1000 / letters
    with Store.create(folder / "import.kant", _CODEBOOK) as store:
        begin = time.perf_counter()
        for at in range(0, letters, batch):
            made = [
                new_from(new_letter(t, (0, 3000, 6000), "Letter", STAMP), "a.txt")
                for t in texts[at : at + batch]
            ]
            store.submit(lambda conn, made=made: add_letters(conn, made))
        store.flush()
        yield "import, per letter", (time.perf_counter() - begin) * 1000 / letters


def main() -> int:
    """Print the figures; tell by the exit code whether all bounds hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--letters", type=int, default=100_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        figures = dict(bench_commits(folder))
        figures |= dict(bench_reading(folder, asked.letters)) | dict(bench_import(folder))
    if asked.json:
        print(json.dumps(figures))
    else:
        for name, value in figures.items():
            bound = f"  (at most {BOUNDS[name]:g})" if name in BOUNDS else ""
            print(f"{name:52} {value:8.2f} ms{bound}")
    return int(any(figures[name] > bound for name, bound in BOUNDS.items()))


if __name__ == "__main__":
    sys.exit(main())
