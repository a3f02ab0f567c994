"""The cache of suspects: what an engine found in a letter's content version, kept as JSON."""

from __future__ import annotations

import sqlite3


def save_suspects(
    conn: sqlite3.Connection, letter_id: int, version: int, engine: str, suspects: str, suspects_left: int
) -> None:
    """Keep what an engine (its version) found in a letter's content version, and how many are left.

    A result that is older than the one kept is dropped; so is one for a letter that was removed.
    """
    conn.execute(
        "INSERT INTO suspect_cache (letter_id, version, engine, suspects_left, json)"
        " SELECT id, :version, :engine, :suspects_left, :json FROM letter WHERE id = :letter"
        " ON CONFLICT (letter_id) DO UPDATE SET version = excluded.version, engine = excluded.engine,"
        " suspects_left = excluded.suspects_left, json = excluded.json WHERE excluded.version >= version",
        {
            "letter": letter_id,
            "version": version,
            "engine": engine,
            "suspects_left": suspects_left,
            "json": suspects,
        },
    )


def save_suspects_of_text(
    conn: sqlite3.Connection, letter_id: int, text: str, engine: str, suspects: str, suspects_left: int
) -> bool:
    """Keep what an engine found in this text, where the letter still reads so; tell whether it does."""
    from annotator.storage.texts import text_of

    found = conn.execute("SELECT version FROM letter WHERE id = ?", (letter_id,)).fetchone()
    if found is None or text_of(conn, letter_id) != text:
        return False
    save_suspects(conn, letter_id, int(found[0]), engine, suspects, suspects_left)
    return True


def load_suspects(conn: sqlite3.Connection, letter_id: int, version: int, engine: str) -> str | None:
    """Return the suspects kept for this content version and engine, whatever it had learnt, as JSON."""
    statement = (
        "SELECT json FROM suspect_cache WHERE letter_id = ? AND version = ? AND substr(engine, 1, ?) = ?"
    )
    found = conn.execute(statement, (letter_id, version, len(engine), engine)).fetchone()
    return str(found[0]) if found else None


def load_engine(conn: sqlite3.Connection, letter_id: int) -> str:
    """Return the engine whose suspects are kept for a letter, "" where none are."""
    found = conn.execute("SELECT engine FROM suspect_cache WHERE letter_id = ?", (letter_id,)).fetchone()
    return str(found[0]) if found else ""
