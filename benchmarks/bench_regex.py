"""Measure a regular expression over 10,000 letters of 9 kB, from the question to all hits with their context.

Run: python benchmarks/bench_regex.py [--json] [--letters N] [--folder DIR]. Exit code 1 when a bound is
missed. The baseline is Python's own `re` over the same texts, read from the project one by one.
"""

from __future__ import annotations

import re
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotator.jobs.lazy import LazyWorker
from annotator.session.search.regular_search import RegularSearch
from annotator.session.search.searching import Search, SearchRequest
from annotator.storage.store import Store
from benchmarks.big_project import STAMP, kamerbrief_codebook, remove_project, text_of_words
from benchmarks.measuring import Figure, arguments, median, show, timed, work_folder

_ASKED = (r"gezamenlijke \w+ing", r"Kamerstukken? \d\d \d{3}", r"\b\d{1,2} februari 20\d\d\b")
_TIMES = 3


def project(folder: Path, letters: int) -> Path:
    """Make a project of letters of 9 kB, some of which hold what is looked for."""
    path = folder / f"nine-kb-{letters}.kant"
    if path.exists():
        return path
    remove_project(path)
    Store.create(path, kamerbrief_codebook(), STAMP.analyst).close()
    texts = [text_of_words(1330, seed) for seed in range(50)]
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA synchronous = OFF")
        conn.execute("BEGIN")
        for n in range(1, letters + 1):
            conn.execute(
                "INSERT INTO letter (id, uid, title, status, source_name, pages, created_at, updated_at)"
                " VALUES (?, ?, ?, 'todo', ?, 1, ?, ?)",
                (n, f"letter-{n}", f"Brief {n}", f"{n}.txt", STAMP.made_at, STAMP.made_at),
            )
            more = "gezamenlijke verklaring, Kamerstuk 28 676, 22 februari 2021\n" if n % 100 == 7 else ""
            conn.execute("INSERT INTO letter_ocr VALUES (?, ?)", (n, texts[n % 50] + more))
            conn.execute("INSERT INTO page VALUES (?, 1, 0, 0)", (n,))
        conn.execute("COMMIT")
    return path


def bench(folder: Path, letters: int) -> Iterator[Figure]:
    """Yield the figures."""
    path = project(folder, letters)
    worker = LazyWorker("bench-finder", 1 << 30)
    regular = RegularSearch(worker)
    try:
        with Store.open(path) as store:
            _search(store, regular, "warm")
            for typed in _ASKED:
                mine = [timed(lambda t=typed: _search(store, regular, t)) for _ in range(_TIMES)]
                base = [timed(lambda t=typed: _plain(path, t)) for _ in range(_TIMES)]
                yield Figure(f"expression: {typed}", median(mine), 1000, median(base), "re, text by text")
    finally:
        worker.close()


def _search(store: Store, regular: RegularSearch, typed: str) -> object:
    request = SearchRequest(typed, "regular")
    return list(Search(store, request, regular.in_letters).run(lambda done, total: None, lambda: False))[-1]


def _plain(path: Path, typed: str) -> int:
    pattern = re.compile(typed, re.IGNORECASE)
    with closing(sqlite3.connect(path)) as conn:
        texts = conn.execute("SELECT text FROM letter_ocr")
        return sum(1 for (text,) in texts for _ in pattern.finditer(text))


def main() -> int:
    """Measure and print."""
    parser = arguments(__doc__)
    parser.add_argument("--letters", type=int, default=10_000)
    asked = parser.parse_args()
    with work_folder(asked) as folder:
        return show(list(bench(folder, asked.letters)), as_json=asked.json)


if __name__ == "__main__":
    sys.exit(main())
