"""Filling the full-text index: letters put in and taken out, each exactly as it was put in.

What is taken out must be given to FTS5 as it was put in: the text is made again from the OCR text and the
corrections it had then, which `search_letter` keeps.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from annotator.core.in_force import InForce
from annotator.core.read_json import read_json
from annotator.storage.project import save_setting
from annotator.storage.search_index import INDEX, INDEX_FORM, MAKE_INDEX, can_index, is_made
from annotator.storage.soundness import require_sound

SETTING_UNCLEAN = "search_unclean"  # words of removed letters still lie in old parts of the index
_ALL_AT_ONCE = 100_000  # pages
_DELETED_AT_ONCE = (3, 42, 0)  # from this version on FTS5 overwrites what is taken out


@dataclass(frozen=True, slots=True)
class IndexedLetter:
    """A letter as it goes into the index: its content version, its texts, the corrections between the two."""

    letter_id: int
    version: int
    ocr_text: str
    text: str
    corrections: tuple[tuple[int, int, str], ...] = ()


def make_index(conn: sqlite3.Connection) -> bool:
    """Make an empty index where there is none: every letter is then stale. False where FTS5 is missing."""
    if is_made(conn):
        return True
    if not can_index(conn):
        return False
    drop_index(conn)
    conn.execute(MAKE_INDEX)
    if sqlite3.sqlite_version_info >= _DELETED_AT_ONCE:
        conn.execute(f"INSERT INTO {INDEX}({INDEX}, rank) VALUES ('secure-delete', 1)")
    return True


def drop_index(conn: sqlite3.Connection) -> None:
    """Take the index away; every letter is then stale."""
    conn.execute(f"DROP TABLE IF EXISTS {INDEX}")
    conn.execute("DELETE FROM search_letter")
    conn.execute("INSERT OR IGNORE INTO search_stale SELECT id FROM letter")


def stale_letters(conn: sqlite3.Connection, letters: int, characters: int) -> list[IndexedLetter]:
    """Return the next letters to put into the index: at most so many, with at most so much text."""
    rows = conn.execute(
        "SELECT l.id, l.version, o.text, t.text FROM search_stale s JOIN letter l ON l.id = s.letter_id"
        " JOIN letter_ocr o ON o.letter_id = l.id LEFT JOIN letter_text t ON t.letter_id = l.id"
        " ORDER BY s.letter_id LIMIT ?",
        (letters,),
    )
    found: list[IndexedLetter] = []
    for letter_id, version, ocr_text, text in rows:
        same = text is None or text == ocr_text
        rows_in_force = () if same else _corrections(conn, letter_id)
        found.append(IndexedLetter(letter_id, version, ocr_text, ocr_text if same else text, rows_in_force))
        characters -= len(ocr_text) * (1 if same else 2)
        if characters <= 0:
            break
    return found


def _corrections(conn: sqlite3.Connection, letter_id: int) -> tuple[tuple[int, int, str], ...]:
    statement = (
        "SELECT ocr_start, ocr_end, after FROM correction WHERE letter_id = ? ORDER BY ocr_start, ocr_end"
    )
    return tuple((start, end, after) for start, end, after in conn.execute(statement, (letter_id,)))


def put_letters(conn: sqlite3.Connection, letters: Iterable[IndexedLetter]) -> None:
    """Put letters into the index, in place of what it has of them; what changed meanwhile stays stale."""
    if not make_index(conn):
        return
    with _made_anew_if_damaged(conn):
        for letter in letters:
            found = conn.execute("SELECT version FROM letter WHERE id = ?", (letter.letter_id,)).fetchone()
            if found == (letter.version,):
                _put(conn, letter)


class DamagedIndexError(Exception):
    """What the index has of a letter is not known, so that it cannot be taken out."""


@contextmanager
def _made_anew_if_damaged(conn: sqlite3.Connection) -> Iterator[None]:
    """Take a damaged index away, so that it is made anew: a change must never wait for it."""
    conn.execute("SAVEPOINT search")
    try:
        yield
    except (sqlite3.DatabaseError, DamagedIndexError) as error:
        of_sqlite = isinstance(error, sqlite3.DatabaseError)
        if of_sqlite and getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        conn.execute("ROLLBACK TO search")
        drop_index(conn)
    conn.execute("RELEASE search")


def _put(conn: sqlite3.Connection, letter: IndexedLetter) -> None:
    letter_id = letter.letter_id
    _take_out(conn, letter_id, letter.ocr_text)
    _insert(conn, 2 * letter_id, letter.text)
    if letter.corrections:
        _insert(conn, 2 * letter_id + 1, letter.ocr_text)
    kept = json.dumps(letter.corrections, ensure_ascii=False) if letter.corrections else ""
    conn.execute(
        "INSERT INTO search_letter (letter_id, version, corrections) VALUES (?, ?, ?)"
        " ON CONFLICT (letter_id) DO UPDATE"
        " SET version = excluded.version, corrections = excluded.corrections",
        (letter_id, letter.version, kept),
    )
    conn.execute("DELETE FROM search_stale WHERE letter_id = ?", (letter_id,))


def _insert(conn: sqlite3.Connection, row_id: int, text: str) -> None:
    from annotator.search.query import indexed

    conn.execute(f"INSERT INTO {INDEX} (rowid, {INDEX_FORM}) VALUES (?, ?)", (row_id, indexed(text)))


def _take_out(conn: sqlite3.Connection, letter_id: int, ocr_text: str) -> bool:
    """Take a letter out of the index, if it is in it; tell whether it was."""
    found = conn.execute("SELECT corrections FROM search_letter WHERE letter_id = ?", (letter_id,)).fetchone()
    if found is None:
        return False
    from annotator.core.corrections import apply_corrections

    try:
        kept = [InForce(*row) for row in read_json(found[0] or "[]")]
        require_sound(kept)
    except (ValueError, TypeError) as error:
        raise DamagedIndexError from error
    _delete(conn, 2 * letter_id, apply_corrections(ocr_text, kept))
    if kept:
        _delete(conn, 2 * letter_id + 1, ocr_text)
    return True


def _delete(conn: sqlite3.Connection, row_id: int, text: str) -> None:
    from annotator.search.query import indexed

    conn.execute(
        f"INSERT INTO {INDEX} ({INDEX}, rowid, {INDEX_FORM}) VALUES ('delete', ?, ?)", (row_id, indexed(text))
    )


def forget_letter(conn: sqlite3.Connection, letter_id: int) -> bool:
    """Take a letter that goes out of the index; tell whether its words still lie in old parts of it.

    Then `merge_step` must be called until it says that nothing is left to do.
    """
    if not is_made(conn):
        if can_index(conn):
            drop_index(conn)  # one of another form: its words go with it
        return False
    row = conn.execute("SELECT text FROM letter_ocr WHERE letter_id = ?", (letter_id,)).fetchone()
    there = False
    with _made_anew_if_damaged(conn):
        there = row is not None and _take_out(conn, letter_id, row[0])
    if not there:
        return False
    conn.execute("DELETE FROM search_letter WHERE letter_id = ?", (letter_id,))
    if sqlite3.sqlite_version_info >= _DELETED_AT_ONCE:
        return False
    save_setting(conn, SETTING_UNCLEAN, "1")
    return True


def merge_step(conn: sqlite3.Connection, pages: int, *, first: bool) -> bool:
    """Write so many pages of the index anew, without what was taken out; tell whether more is left to do."""
    if not is_made(conn):
        conn.execute("DELETE FROM setting WHERE key = ?", (SETTING_UNCLEAN,))
        return False
    before = conn.total_changes
    with _made_anew_if_damaged(conn):
        conn.execute(
            f"INSERT INTO {INDEX} ({INDEX}, rank) VALUES ('merge', ?)", (-pages if first else pages,)
        )
    if conn.total_changes - before >= 2:  # as FTS5's documentation says: fewer means that nothing was done
        return True
    conn.execute("DELETE FROM setting WHERE key = ?", (SETTING_UNCLEAN,))
    return False


def clean(conn: sqlite3.Connection) -> None:
    """Write the whole index anew in one go, in a file that is not open elsewhere."""
    first = True
    while merge_step(conn, _ALL_AT_ONCE, first=first):
        first = False
