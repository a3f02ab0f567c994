"""Measure the search of the project over 100,000 letters, from the question to fifty letters with their hits.

Run: python benchmarks/bench_search.py [--json] [--letters N] [--folder DIR]. Exit code 1 when a bound is
missed. The baseline is plain SQLite: an FTS5 table with the same texts in it, its best fifty with `snippet`.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotator.session.search.indexing import bring_up_to_date
from annotator.session.search.searching import Search, SearchRequest
from annotator.storage.store import Store
from benchmarks.big_project import big_project
from benchmarks.measuring import Figure, arguments, median, show, timed, work_folder

_TIMES = 9
# Words put into the letters: a rare one, one in a tenth of them, and two that follow each other.
_PUT_IN = ((997, "zeldzaam"), (10, "tiende"), (50, "gezamenlijke verklaring"))
ASKED = (
    ("rare word", "zeldzaam", 20),
    ("word in a tenth of the letters", "tiende", 60),
    ("phrase", '"gezamenlijke verklaring"', 60),
    ("prefix", "gezam*", 60),
)
_BASE = """SELECT rowid, snippet(plain, 0, '[', ']', '…', 16) FROM plain WHERE plain MATCH ?
    ORDER BY rank LIMIT 50"""


def prepared(folder: Path, letters: int) -> tuple[Path, float, float]:
    """Return the project with its index; the seconds that took, and the megabytes it added."""
    path = big_project(folder, letters).path
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA synchronous = OFF")
        if conn.execute("SELECT 1 FROM letter_ocr WHERE text LIKE '%zeldzaam%' LIMIT 1").fetchone() is None:
            conn.execute("BEGIN")
            for every, words in _PUT_IN:
                conn.execute(
                    "UPDATE letter_ocr SET text = text || ? WHERE letter_id % ? = 3", (f"{words}\n", every)
                )
            conn.execute("INSERT OR IGNORE INTO search_stale SELECT id FROM letter")
            conn.execute("COMMIT")
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = path.stat().st_size
    with Store.open(path) as store:
        seconds = timed(lambda: bring_up_to_date(store, lambda done, total: None, lambda: False)) / 1000
    return path, seconds, (path.stat().st_size - before) / 1e6


def bench(folder: Path, letters: int) -> Iterator[Figure]:
    """Yield the figures."""
    path, seconds, megabytes = prepared(folder, letters)
    if megabytes > 1:
        yield Figure("index made in small steps beside other work", seconds, unit="s")
        yield Figure("the project grows by it", megabytes, unit="MB")
    with closing(_plain(folder, path)) as plain, Store.open(path) as store:
        for name, typed, bound in ASKED:
            mine = [timed(lambda t=typed: search(store, t)) for _ in range(_TIMES)]
            base = [timed(lambda t=typed: plain.execute(_BASE, (t,)).fetchall()) for _ in range(_TIMES)]
            yield Figure(f"search: {name}", median(mine), bound, median(base), "FTS5 with snippet")


def search(store: Store, typed: str) -> object:
    """Search until the first fifty letters, or all where there are fewer, have their hits in context."""
    results = next(Search(store, SearchRequest(typed), _no_expression).run(_silent, lambda: False))  # type: ignore[arg-type]
    assert len(results.letters) == 50, typed
    return results


def _silent(done: int, total: int) -> None:
    """Show no progress."""


_no_expression: Callable[..., list[object]] = lambda *_: []  # noqa: E731


def _plain(folder: Path, path: Path) -> sqlite3.Connection:
    """Return an FTS5 table of the same texts, as one makes it who does not mind that the file doubles."""
    made = folder / "plain-fts.db"
    fresh = not made.exists()
    conn = sqlite3.connect(made, isolation_level=None)
    if fresh:
        conn.execute("PRAGMA synchronous = OFF")
        conn.execute("CREATE VIRTUAL TABLE plain USING fts5(text, tokenize='unicode61 remove_diacritics 2')")
        conn.execute("ATTACH ? AS project", (str(path),))
        conn.execute("BEGIN")
        conn.execute("INSERT INTO plain (rowid, text) SELECT letter_id, text FROM project.letter_ocr")
        conn.execute("COMMIT")
        conn.execute("DETACH project")
    return conn


def main() -> int:
    """Measure and print."""
    parser = arguments(__doc__)
    parser.add_argument("--letters", type=int, default=100_000)
    asked = parser.parse_args()
    with work_folder(asked) as folder:
        return show(list(bench(folder, asked.letters)), as_json=asked.json)


if __name__ == "__main__":
    sys.exit(main())
