"""The sources of letters: bytes are kept once, however many letters and readings came from them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from annotator.core.printable import printable


def source_id_of(conn: sqlite3.Connection, name: str, sha256: str, content: bytes) -> int:
    """Return the id of the source with these bytes, which is added where the project has not got it."""
    found = conn.execute("SELECT id FROM source WHERE sha256 = ?", (sha256,)).fetchone()
    if found:
        return int(found[0])
    source_id = conn.execute(
        "INSERT INTO source (sha256, name, size) VALUES (?, ?, ?)", (sha256, printable(name), len(content))
    ).lastrowid
    conn.execute("INSERT INTO source_bytes (source_id, bytes) VALUES (?, ?)", (source_id, content))
    return int(source_id or 0)


def sources_of(conn: sqlite3.Connection, letter_id: int) -> set[int]:
    """Return the ids of all sources that a letter was read from; an older file knows one alone."""
    statement = "SELECT source_id FROM letter WHERE id = :letter"
    if _has_readings(conn):
        statement += " UNION SELECT source_id FROM reading WHERE letter_id = :letter"
    return {int(found) for (found,) in conn.execute(statement, {"letter": letter_id}) if found is not None}


def hashes_of(conn: sqlite3.Connection, letter_id: int) -> set[str]:
    """Return the SHA-256 of all sources that a letter was read from."""
    found = "SELECT sha256 FROM source WHERE id = ?"
    return {str(sha256) for each in sources_of(conn, letter_id) for (sha256,) in conn.execute(found, (each,))}


def drop_unused_sources(conn: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Delete those of the sources that no letter was read from."""
    statement = "DELETE FROM source WHERE id = :source"
    statement += " AND NOT EXISTS (SELECT 1 FROM letter WHERE source_id = :source)"
    if _has_readings(conn):
        statement += " AND NOT EXISTS (SELECT 1 FROM reading WHERE source_id = :source)"
    conn.executemany(statement, ({"source": source_id} for source_id in ids))


def _has_readings(conn: sqlite3.Connection) -> bool:
    """Tell whether the file keeps readings: backups of older versions are looked at, too."""
    return conn.execute("SELECT 1 FROM sqlite_schema WHERE name = 'reading'").fetchone() is not None
