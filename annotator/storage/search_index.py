"""The full-text index of the letters: what it finds, and which letters it does not know as they are now.

One FTS5 table without content, so that the file does not double. A letter has a row under twice its id for
its text, and one more under the id behind that for its OCR text, where the two differ. What fills it is in
`annotator.storage.indexing`.

`search_stale` names the letters whose rows are not up to date: a change does no more than put its letter
there, and a search looks through those letters itself. So an index that is behind never gives wrong results.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Literal

from annotator.storage.letter_list import LetterFilter, filtered_ids

Scope = Literal["text", "ocr", "both"]

INDEX = "search_index"
# The column's name tells how texts were folded; if it is another name, the index is made anew.
INDEX_FORM = "folded"
MAKE_INDEX = (
    f"CREATE VIRTUAL TABLE {INDEX} USING"
    f" fts5({INDEX_FORM}, content='', tokenize='unicode61 remove_diacritics 2')"
)


def has_index(conn: sqlite3.Connection) -> bool:
    """Tell whether there is an index with letters in it; in a restored backup there is an empty one."""
    return is_made(conn) and conn.execute("SELECT 1 FROM search_letter LIMIT 1").fetchone() is not None


def is_made(conn: sqlite3.Connection) -> bool:
    """Tell whether there is an index of our own making that this SQLite can read."""
    found = conn.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (INDEX,)).fetchone()
    return found == (MAKE_INDEX,) and can_index(conn)


def can_index(conn: sqlite3.Connection) -> bool:
    """Tell whether this SQLite has FTS5."""
    return conn.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").fetchone() is not None


def mark_stale(conn: sqlite3.Connection, letter_id: int) -> None:
    """Say that a letter's text is not what the index has of it."""
    conn.execute("INSERT OR IGNORE INTO search_stale (letter_id) VALUES (?)", (letter_id,))


def mark_unknown(conn: sqlite3.Connection) -> None:
    """Mark the letters that the index has in another version than the project: others may have been here.

    An index of another form counts for none.
    """
    if _is_of_another_form(conn):
        conn.execute("DELETE FROM search_letter")
    conn.execute(f"INSERT OR IGNORE INTO search_stale {_UNKNOWN}")


def has_unknown(conn: sqlite3.Connection) -> bool:
    """Tell whether `mark_unknown` would mark any letter."""
    if _is_of_another_form(conn):
        return True
    found = conn.execute(f"SELECT 1 FROM ({_UNKNOWN} EXCEPT SELECT letter_id FROM search_stale) LIMIT 1")
    return found.fetchone() is not None


def _is_of_another_form(conn: sqlite3.Connection) -> bool:
    """Tell whether letters are in an index that this program would fill in another way."""
    known = conn.execute("SELECT 1 FROM search_letter LIMIT 1").fetchone() is not None
    return known and can_index(conn) and not is_made(conn)


_UNKNOWN = """SELECT l.id FROM letter l LEFT JOIN search_letter s ON s.letter_id = l.id
    WHERE s.version IS NOT l.version"""


def stale_count(conn: sqlite3.Connection) -> int:
    """Return how many letters are still to be put into the index."""
    return int(conn.execute("SELECT count(*) FROM search_stale").fetchone()[0])


def ranked(
    conn: sqlite3.Connection, expression: str, scope: Scope, wanted: LetterFilter, limit: int = -1
) -> list[int] | None:
    """Return the letters that the index finds, the best first, stale ones left out; None: it is damaged."""
    conditions = [f"{INDEX} MATCH :expression", "rowid / 2 NOT IN (SELECT letter_id FROM search_stale)"]
    values: dict[str, object] = {"expression": expression, "limit": limit}
    if scope == "text":
        conditions.append("rowid % 2 = 0")
    elif scope == "ocr":
        conditions.append(
            "(rowid % 2 = 1 OR NOT EXISTS (SELECT 1 FROM search_letter s"
            f" WHERE s.letter_id = {INDEX}.rowid / 2 AND s.corrections <> ''))"
        )
    where = filtered_ids(conn, wanted, values)
    if where:
        conditions.append(f"rowid / 2 IN ({where})")
    statement = f"SELECT rowid / 2 FROM {INDEX} WHERE {' AND '.join(conditions)} ORDER BY rank LIMIT :limit"
    try:
        rows = conn.execute(statement, values).fetchall()
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        return None
    return list(dict.fromkeys(int(letter_id) for (letter_id,) in rows))


def stale_ids(conn: sqlite3.Connection, wanted: LetterFilter) -> Sequence[int]:
    """Return the letters that the index does not know as they are now, of those that the filter wants."""
    values: dict[str, object] = {}
    where = filtered_ids(conn, wanted, values)
    source = "search_stale" if has_index(conn) else "(SELECT id AS letter_id FROM letter)"
    more = f" WHERE letter_id IN ({where})" if where else ""
    rows = conn.execute(f"SELECT letter_id FROM {source}{more} ORDER BY letter_id", values)
    return [int(letter_id) for (letter_id,) in rows]
