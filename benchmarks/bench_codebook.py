"""Measure merging two tags that thousands of passages carry: worked out, written, undone.

Run: python benchmarks/bench_codebook.py [--json] [--folder DIR]. Exit code 1 when a bound is
missed. The baseline is sqlite3 changing one column of as many rows.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotator.core import codebook_edits, history, operations
from annotator.core.codebook import Codebook
from annotator.core.document import Letter
from annotator.core.messages import Message
from annotator.core.text import Span
from annotator.session import Session
from annotator.session.codebook.codebook_migration import Following, follow
from annotator.storage.letters import add_letters
from annotator.storage.store import Store
from benchmarks.big_project import STAMP, full_letter, kamerbrief_codebook, new_from, remove_project
from benchmarks.measuring import Figure, arguments, show, timed, work_folder

_LETTERS, _PASSAGES = 2_000, 3
_LABEL = Message("Bench", "Merge")


def bench_merging(folder: Path) -> Iterator[Figure]:
    """Yield the figures of merging a tag with 6,000 passages in 2,000 letters into another."""
    plain, base = _plain(folder), "sqlite3, one UPDATE"
    path = folder / "merging.kant"
    remove_project(path)
    with Store.create(path, kamerbrief_codebook()) as store:
        made = _tagged(full_letter(1_200, 0, 0))
        store.do(lambda conn: add_letters(conn, [new_from(made, f"{n}.txt") for n in range(_LETTERS)]))
        session = Session(store, "bench")
        session.open_letter(1)
        gone, kept = "country", "person"
        after = codebook_edits.merge_tags(session.codebook, gone, kept)
        found: list[Following] = []
        worked_out = timed(lambda: found.append(_followed(session, after, gone, kept)))
        start = time.perf_counter()
        held = timed(lambda: session.do_codebook(_LABEL, after, found[0].deltas))
        store.flush()
        written = (time.perf_counter() - start) * 1000
        session.undo()  # it asks first: it reaches other letters
        start = time.perf_counter()
        held = max(held, timed(session.undo))
        store.flush()
        undone = (time.perf_counter() - start) * 1000
    yield Figure("merge of two tags: worked out, in the background", worked_out, 2_000, plain, base)
    yield Figure("merge of two tags: in the file", written, 5_000, plain, base)
    yield Figure("merge of two tags: undone, in the file", undone, 5_000, plain, base)
    yield Figure("merge of two tags: what it holds up the window", held, 50, plain, base)


def _tagged(letter: Letter) -> Letter:
    for number in range(_PASSAGES):
        span = Span(number * 20, number * 20 + 10)
        letter = history.apply(letter, operations.add_passage(span, "country", STAMP, f"passage-{number}"))
    return letter


def _followed(session: Session, after: Codebook, gone: str, kept: str) -> Following:
    return follow(session.store, session.codebook, after, {gone: kept}, "nl", lambda *_: None, lambda: False)


def _plain(folder: Path) -> float:
    path = folder / "plain-tags.db"
    remove_project(path)
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute("CREATE TABLE passage (id INTEGER PRIMARY KEY, tag TEXT)")
        conn.executemany("INSERT INTO passage (tag) VALUES (?)", [("a",)] * _LETTERS * _PASSAGES)
        conn.commit()

        def update() -> None:
            conn.execute("UPDATE passage SET tag = 'b'")
            conn.commit()

        return timed(update)


def main() -> int:
    """Print the figures; tell by the exit code whether all bounds hold."""
    asked = arguments(__doc__).parse_args()
    with work_folder(asked) as folder:
        figures = list(bench_merging(folder))
    return show(figures, as_json=asked.json)


if __name__ == "__main__":
    sys.exit(main())
