"""What belongs to the project as a whole: its codebook, its settings, its cache of suspects."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from annotator.core.codebook import Codebook, entry_to_json
from annotator.storage.names import SETTING_CODEBOOK


def save_codebook(conn: sqlite3.Connection, codebook: Codebook) -> None:
    """Put this codebook in the place of the project's."""
    conn.execute("DELETE FROM codebook_tag")
    conn.execute("DELETE FROM codebook_field")
    conn.executemany(
        "INSERT INTO codebook_tag (id, kind, key, position, json) VALUES (?, ?, ?, ?, ?)",
        ((tag.id, tag.kind, tag.key, n, _json(entry_to_json(tag))) for n, tag in enumerate(codebook.tags)),
    )
    conn.executemany(
        "INSERT INTO codebook_field (id, type, position, json) VALUES (?, ?, ?, ?)",
        ((field.id, field.type, n, _json(entry_to_json(field))) for n, field in enumerate(codebook.fields)),
    )
    save_setting(conn, SETTING_CODEBOOK, _json({"id": codebook.id, "names": dict(codebook.names)}))


def load_codebook(conn: sqlite3.Connection) -> Codebook:
    """Return the project's codebook."""
    head: dict[str, Any] = json.loads(load_setting(conn, SETTING_CODEBOOK, '{"id": "", "names": {}}'))
    tags = conn.execute("SELECT json FROM codebook_tag ORDER BY position").fetchall()
    fields = conn.execute("SELECT json FROM codebook_field ORDER BY position").fetchall()
    entries = {"tags": [json.loads(row) for (row,) in tags], "fields": [json.loads(row) for (row,) in fields]}
    return Codebook.from_json(head | entries)


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)


def save_setting(conn: sqlite3.Connection, key: str, value: str) -> None:
    """Keep a setting of the project."""
    conn.execute(
        "INSERT INTO setting (key, value) VALUES (?, ?)"
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )


def load_setting(conn: sqlite3.Connection, key: str, default: str = "") -> str:
    """Return a setting of the project."""
    found = conn.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    return str(found[0]) if found else default


def save_suspects(
    conn: sqlite3.Connection, letter_id: int, version: int, engine: str, suspects: str, suspects_left: int
) -> None:
    """Keep what an engine (its version) found in a letter's content version, as JSON, and how many are left.

    An older result than the one that is kept is dropped; so is one for a letter that was removed.
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


def save_suspects_left(conn: sqlite3.Connection, letter_id: int, suspects_left: int) -> None:
    """Keep how many suspects of a letter still wait for a verdict."""
    conn.execute("UPDATE suspect_cache SET suspects_left = ? WHERE letter_id = ?", (suspects_left, letter_id))
