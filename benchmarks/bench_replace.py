"""Measure a replacement in 5,000 places over 2,000 letters: worked out and committed, and undone.

Run: python benchmarks/bench_replace.py [--json] [--folder DIR]. Exit code 1 when a bound is missed. The
baseline is plain sqlite3 that writes the new texts, and keeps the old ones to write them back.
"""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotator.core.messages import Message
from annotator.search.finding import Find
from annotator.session import Session
from annotator.session.search.everywhere import Replace, correct_everywhere, find_everywhere
from annotator.storage.store import Store
from benchmarks.big_project import big_project, remove_project
from benchmarks.measuring import Figure, arguments, show, timed, work_folder

_LETTERS, _PLACES = 2_000, 5_000
_LABEL = Message("Bench", "Replace")


def project(folder: Path) -> Path:
    """Return a project in whose first letters the word stands 5,000 times, two or three times each."""
    made, path = big_project(folder, 10_000).path, folder / "replace.kant"
    remove_project(path)
    shutil.copy(made, path)
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("BEGIN")
        ids = [row[0] for row in conn.execute("SELECT id FROM letter ORDER BY id LIMIT ?", (_LETTERS,))]
        for n, letter_id in enumerate(ids):
            words = "met gecoördineerdde inzet\n" * (2 + n % 2)
            statement = "SELECT count(*) FROM letter_text WHERE letter_id = ?"
            table = "letter_text" if conn.execute(statement, (letter_id,)).fetchone()[0] else "letter_ocr"
            if table == "letter_text":  # a corrected one: the OCR text must have it too
                conn.execute("UPDATE letter_ocr SET text = text || ? WHERE letter_id = ?", (words, letter_id))
            conn.execute(f"UPDATE {table} SET text = text || ? WHERE letter_id = ?", (words, letter_id))
        conn.execute("COMMIT")
    return path


def bench(folder: Path) -> Iterator[Figure]:
    """Yield the figures."""
    base, back = _plain(folder, project(folder))
    path = project(folder)
    with Store.open(path) as store:
        session = Session(store, "jan")
        what = Replace("gecoördineerde", Find("gecoördineerdde", match_case=True, ignore_accents=False))
        places: list[object] = []

        def find() -> None:
            places[:] = find_everywhere(store, what, None, _silent, lambda: False)

        yield Figure("places found in 10,000 letters", timed(find))
        assert len(places) == _PLACES, len(places)

        def commit() -> None:
            deltas = correct_everywhere(store, places, None, session.stamp(), _silent)  # type: ignore[arg-type]
            assert len(deltas) == _LETTERS
            session.do_all(_LABEL, deltas)
            store.flush()

        yield Figure("5,000 places in 2,000 letters, committed", timed(commit), 5000, base, "texts written")

        def undo() -> None:
            session.undo()
            session.undo()
            store.flush()

        yield Figure("the same undone", timed(undo), 5000, back, "texts written back")
        session.close()


def _plain(folder: Path, path: Path) -> tuple[float, float]:
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = FULL")
        old: list[tuple[str, int]] = []

        def commit() -> None:
            conn.execute("BEGIN")
            rows = conn.execute(
                "SELECT letter_id, text FROM letter_ocr WHERE instr(text, 'gecoördineerdde')"
            ).fetchall()
            old[:] = [(text, letter_id) for letter_id, text in rows]
            conn.executemany(
                "UPDATE letter_ocr SET text = replace(?, 'gecoördineerdde', 'gecoördineerde')"
                " WHERE letter_id = ?",
                old,
            )
            conn.execute("COMMIT")

        def undo() -> None:
            conn.execute("BEGIN")
            conn.executemany("UPDATE letter_ocr SET text = ? WHERE letter_id = ?", old)
            conn.execute("COMMIT")

        return timed(commit), timed(undo)


def _silent(count: int, name: str) -> None:
    """Show no progress."""


def main() -> int:
    """Measure and print."""
    asked = arguments(__doc__).parse_args()
    with work_folder(asked) as folder:
        return show(list(bench(folder)), as_json=asked.json)


if __name__ == "__main__":
    sys.exit(main())
