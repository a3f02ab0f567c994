"""What belongs to the project as a whole: its codebook and its settings."""

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
