"""Make big projects fast, for measuring: many small letters by plain SQL, and a few full ones among them.

Run: python benchmarks/big_project.py P.kant [--letters 100000].
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sqlite3
import sys
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from annotator.core import history, operations
from annotator.core.codebook import Codebook
from annotator.core.document import Letter, Stamp, Value, new_letter, new_uid
from annotator.core.history import Correction
from annotator.core.text import Span
from annotator.resources import resource_path
from annotator.storage.letters import NewLetter, add_letters
from annotator.storage.store import Store

STAMP = Stamp("jan", "2026-03-02T09:00:00.000Z")
_SOME_WORDS = """
de het een van over minister Defensie Kamer bijeenkomst overleg besluit voorzitter kabinet inzet Nederland
bondgenoten februari verslag brief dossier commissie motie
"""
_MISREAD = (
    "gecoordineerd",
    "Belgié",
)  # as often as in a letter that the OCR read well: one word in a hundred
WORDS = (*_SOME_WORDS.split(), *_MISREAD)
_SHARES = [10] * (len(WORDS) - len(_MISREAD)) + [1] * len(_MISREAD)
SENDERS = (
    "De minister van Defensie",
    "De minister van Buitenlandse Zaken",
    "De staatssecretaris van Financiën",
)
STATUSES = ("todo", "todo", "todo", "busy", "done", "second_look")


def text_of_words(count: int, seed: int = 1) -> str:
    """Return a text of this many words, twelve a line."""
    chance = random.Random(seed)
    picked = chance.choices(WORDS, _SHARES, k=count)
    return "\n".join(" ".join(picked[at : at + 12]) for at in range(0, count, 12)) + "\n"


def full_letter(words: int, passages: int, corrections: int, pages: int = 6, seed: int = 1) -> Letter:
    """Return a letter at work: tagged, corrected and with a form that is filled in."""
    text = text_of_words(words, seed)
    lines = [0, *(at + 1 for at, character in enumerate(text[:-1]) if character == "\n")]
    letter = new_letter(text, tuple(lines[:: len(lines) // pages + 1]), f"Full letter {seed}", STAMP)
    starts = [0, *(at + 1 for at, character in enumerate(text[:-1]) if character in " \n")]
    ends = [*(start - 1 for start in starts[1:]), len(text) - 1]
    chance = random.Random(seed)
    for line in lines[20::40]:
        letter = history.apply(letter, operations.start_section(letter, line, 1, "topic", STAMP))
    spans = {new_uid(): Span(starts[n], ends[n]) for n in sorted(chance.sample(range(len(starts)), passages))}
    added = [operations.add_passage(span, "organisation", STAMP, uid) for uid, span in spans.items()]
    rows = tuple(row for delta in added for row in delta.rows)
    letter = history.apply(letter, history.Delta(rows=rows, spans=tuple(s for d in added for s in d.spans)))
    wrong = sorted(chance.sample(range(len(starts)), corrections))
    fixes = [
        Correction(starts[n], ends[n], text[starts[n] : ends[n]], f"{text[starts[n] : ends[n]]}e")
        for n in wrong
    ]
    return _with_form(history.apply(letter, operations.correct(letter, fixes, STAMP)))


def _with_form(letter: Letter) -> Letter:
    values = (("letter_date", "2026-03-02", "2 maart 2026"), ("sender", SENDERS[0], SENDERS[0]))
    rows = [Value(new_uid(), field, 0, value, shown) for field, value, shown in values]
    return replace(letter, values={row.uid: row for row in rows})


def new_from(letter: Letter, name: str) -> NewLetter:
    """Return a letter as if it had just been imported."""
    content = letter.ocr_text.encode()
    return NewLetter(letter, name, hashlib.sha256(content).hexdigest(), content)


@dataclass(frozen=True, slots=True)
class BigProject:
    """A project for measuring, and the ids of its full letters: six pages, 200 passages, 50 corrections."""

    path: Path
    full: list[int]


def big_project(folder: Path, letters: int) -> BigProject:
    """Return the project of so many letters in a folder, made first where there is none."""
    path = folder / f"letters-{letters}.kant"
    if not path.exists():
        return BigProject(path, build(path, letters))
    with closing(sqlite3.connect(path)) as conn:
        rows = conn.execute("SELECT id FROM letter WHERE source_name LIKE 'full-%' ORDER BY id").fetchall()
    return BigProject(path, [int(row[0]) for row in rows])


def remove_project(path: Path) -> None:
    """Remove a file of SQLite with what may lie beside it, if it is there."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def build(path: Path, letters: int, *, full: int = 40) -> list[int]:
    """Make a project of many letters of 2 to 9 kB; return the ids of the `full` ones, spread among them.

    A full letter has six pages, 200 passages and 50 corrections.
    """
    codebook = kamerbrief_codebook()
    Store.create(path, codebook, STAMP.analyst).close()
    ids = []
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA synchronous = OFF")
        conn.execute("BEGIN")
        for part in range(full):
            _insert_small(conn, letters * part // full, letters * (part + 1) // full - 1)
            ids += add_letters(conn, [new_from(full_letter(2400, 200, 50, seed=part), f"full-{part}.txt")])
        conn.execute("COMMIT")
    return ids


def kamerbrief_codebook() -> Codebook:
    """Return the codebook for Kamerbrieven."""
    from annotator.core.codebook_toml import read_codebook

    return read_codebook(resource_path("codebooks/kamerbrieven.toml"))


def _insert_small(conn: sqlite3.Connection, first: int, last: int) -> None:
    """Insert small letters number `first` to `last`, each kind of row in one go."""
    texts = [text_of_words(270 + 20 * seed, seed) for seed in range(50)]
    at = conn.execute("SELECT coalesce(max(id), 0) FROM letter").fetchone()[0] - first + 1
    source = conn.execute("SELECT coalesce(max(id), 0) FROM source").fetchone()[0] - first + 1
    numbers = range(first, last)
    made = (STAMP.analyst, STAMP.made_at)
    many = conn.executemany

    def named(n: int) -> tuple[str, str, str]:
        return f"brief-{n}.txt", STAMP.made_at, STAMP.made_at

    many(
        "INSERT INTO source VALUES (?, ?, ?, ?)",
        ((source + n, f"{n:064x}", f"brief-{n}.txt", len(texts[n % 50])) for n in numbers),
    )
    many("INSERT INTO source_bytes VALUES (?, ?)", ((source + n, texts[n % 50].encode()) for n in numbers))
    many(
        "INSERT INTO letter (id, uid, title, status, source_id, source_name, pages, created_at, updated_at)"
        " VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?)",
        (
            (at + n, f"letter-{n}", f"Brief {n} over {WORDS[n % 22]}", STATUSES[n % 6], source + n, *named(n))
            for n in numbers
        ),
    )
    many("INSERT INTO letter_ocr VALUES (?, ?)", ((at + n, texts[n % 50]) for n in numbers))
    many("INSERT INTO page VALUES (?, 1, 0, 0)", ((at + n,) for n in numbers))
    many(
        "INSERT INTO section (uid, letter_id, level, tag, start, state, analyst, made_at)"
        " VALUES (?, ?, 1, '', 0, 'proposed', ?, ?)",
        ((f"section-{n}", at + n, *made) for n in numbers),
    )
    values = "INSERT INTO form_value (uid, letter_id, field, position, value, shown, state, analyst, made_at)"
    for field, value in (("letter_date", "2026-03-02"), ("sender", SENDERS[1])):
        many(
            f"{values} VALUES (?, ?, ?, 0, ?, ?, 'confirmed', ?, ?)",
            ((f"{field}-{n}", at + n, field, value, value, *made) for n in numbers),
        )
    many("INSERT INTO suspect_cache VALUES (?, 1, '1', ?, '[]')", ((at + n, n % 40) for n in numbers))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("project", type=Path)
    parser.add_argument("--letters", type=int, default=100_000)
    asked = parser.parse_args()
    print(f"full letters: {build(asked.project.resolve(), asked.letters)}")
