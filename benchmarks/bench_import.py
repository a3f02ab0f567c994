"""Measure the import of text letters from files, as the command and the window do it.

Run: python benchmarks/bench_import.py [--json] [--letters N] [--folder DIR]. Exit code 1 when the bound is
missed. The baseline reads the same files and puts their text and bytes into one table by sqlite3, as safely.
"""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotator.session.transfer.importing import import_paths
from annotator.storage.store import Store
from benchmarks.big_project import kamerbrief_codebook, remove_project, text_of_words
from benchmarks.measuring import Figure, arguments, median, show, timed, work_folder

BYTES = 9_000
ROUNDS = 3


def files(folder: Path, letters: int) -> list[Path]:
    """Write the letters, each another, three pages long."""
    folder.mkdir(exist_ok=True)
    paths = []
    for number in range(letters):
        text = f"Brief {number}\n{text_of_words(1600, number)}"[:BYTES]
        third = text.index("\n", BYTES // 3)
        path = folder / f"brief-{number:04}.txt"
        path.write_text(f"{text[:third]}\n\f{text[third:]}", encoding="utf-8")
        paths.append(path)
    return paths


def imported(project: Path, paths: list[Path]) -> float:
    """Return how long the import takes."""
    remove_project(project)
    with Store.create(project, kamerbrief_codebook(), "jan") as store:
        return timed(lambda: import_paths(store, paths, "jan"))


def plainly(database: Path, paths: list[Path]) -> float:
    """Return how long sqlite3 takes to keep the same texts and bytes, fifty in a transaction."""
    remove_project(database)

    def job() -> None:
        for at in range(0, len(paths), 50):
            conn.execute("BEGIN")
            for path in paths[at : at + 50]:
                data = path.read_bytes()
                conn.execute("INSERT INTO letter (text, bytes) VALUES (?, ?)", (data.decode(), data))
            conn.execute("COMMIT")

    with closing(sqlite3.connect(database, isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute("CREATE TABLE letter (id INTEGER PRIMARY KEY, text TEXT, bytes BLOB)")
        return timed(job)


def main() -> int:
    """Print the figure; tell by the exit code whether the bound holds."""
    parser = arguments(__doc__)
    parser.add_argument("--letters", type=int, default=1000)
    asked = parser.parse_args()
    with work_folder(asked) as folder:
        paths = files(folder / "letters", asked.letters)
        pairs = [
            (plainly(folder / "plain-import.db", paths), imported(folder / "import.kant", paths))
            for _ in range(ROUNDS)
        ]
    plain, ours = (median([pair[side] for pair in pairs]) / asked.letters for side in (0, 1))
    name = f"import of {asked.letters:,} text letters of 9 kB, per letter"
    return show([Figure(name, ours, 5, plain, "sqlite3 alone")], as_json=asked.json)


if __name__ == "__main__":
    sys.exit(main())
