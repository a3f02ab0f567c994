"""What belongs to the project as a whole: its codebook and its settings."""

from __future__ import annotations

import json
import sqlite3
from functools import lru_cache

from annotator.core.codebook import Codebook, entry_to_json
from annotator.core.codebook_checks import faults_of
from annotator.core.codebook_mending import mended
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.read_json import read_json
from annotator.storage.names import SETTING_CODEBOOK
from annotator.storage.soundness import WRONG

_CODEBOOK = QT_TRANSLATE_NOOP("Check", "The codebook cannot be read.")
_LARGEST_ENTRY = 4_000_000  # characters


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
    """Return the project's codebook; what cannot be read of it is left out (`codebook_faults` says what)."""
    head, tags, fields = _rows(conn)
    return _mended(head, tuple(tags), tuple(fields))


@lru_cache(maxsize=4)
def _mended(
    head: object, tags: tuple[tuple[str, object], ...], fields: tuple[tuple[str, object], ...]
) -> Codebook:
    """Make a codebook of its rows; it is the same as long as they are, and each page of the list asks."""
    return mended(_read(head), ((row, _read(data)) for row, data in tags), ((r, _read(d)) for r, d in fields))


def field_ids(conn: sqlite3.Connection, *roles: str) -> tuple[str, ...]:
    """Return the ids of the fields that have these roles in the project's codebook, "" where none has.

    An id has only letters, digits, "_" and a point: it may stand in a statement as it is.
    """
    codebook = load_codebook(conn)
    return tuple(field.id if (field := codebook.field_for(role)) else "" for role in roles)


def codebook_faults(conn: sqlite3.Connection, name: str) -> list[Message]:
    """Return a sentence for each fault of the codebook as the file has it; they name the file."""
    head, tags, fields = _rows(conn)
    try:
        entries = {"tags": [read_json(d) for _, d in tags], "fields": [read_json(d) for _, d in fields]}
        stored = Codebook.from_json(read_json(head) | entries)
        found = faults_of(stored, name) if stored.tags or stored.fields else []
        if not found and stored == load_codebook(conn):
            return []
    except WRONG:
        found = []
    return found or [Message("Check", _CODEBOOK)]


def _rows(conn: sqlite3.Connection) -> tuple[object, list[tuple[str, object]], list[tuple[str, object]]]:
    head = load_setting(conn, SETTING_CODEBOOK, '{"id": "", "names": {}}')
    tags = conn.execute("SELECT id, json FROM codebook_tag ORDER BY position").fetchall()
    fields = conn.execute("SELECT id, json FROM codebook_field ORDER BY position").fetchall()
    return head, tags, fields


def _read(source: object) -> object:
    try:
        return read_json(source, _LARGEST_ENTRY)
    except ValueError:
        return None


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
