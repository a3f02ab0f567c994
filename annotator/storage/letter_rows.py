"""Reading one letter out of its tables."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from annotator.core.document import About, Letter, Page
from annotator.core.in_force import InForce
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.proposals import Proposed, on_top
from annotator.core.readings import Disputed
from annotator.core.text import Span
from annotator.core.user_errors import UserError
from annotator.storage.page_layouts import load_flags, load_furniture
from annotator.storage.rows import CORRECTION_COLUMNS, KEPT, OWN, PROPOSED, listed

_NO_LETTER = QT_TRANSLATE_NOOP("Storage", "There is no letter {id} in the project: it may have been removed.")


class LetterDetails(NamedTuple):
    """What the project knows of a letter beside its content; times are ISO 8601, UTC."""

    id: int
    uid: str
    source_name: str
    source_sha256: str
    version: int
    created_at: str
    updated_at: str


def _statement(kind: str, which: str) -> str:
    kept = KEPT[kind]
    columns = listed(*kept.span, *kept.columns)
    if kind == "passage":
        joined = "passage JOIN passage_place ON passage_id = id"
        return f"SELECT {columns} FROM {joined} WHERE passage.letter_id = ? AND {which}"
    return f"SELECT {columns} FROM {kept.table} WHERE letter_id = ? AND {which}"


# Proposals lie with the letter's rows for others to read; a letter is what analysts made of it.
_STATEMENTS = {kind: _statement(kind, OWN) for kind in KEPT}
_PROPOSED = {kind: _statement(kind, PROPOSED) for kind in ("section", "passage", "value")}
_PIECE = 2**18  # bytes of a source that are read at once
_LETTER = """SELECT l.title, l.status, l.note, o.text, t.text, l.reading FROM letter l
    JOIN letter_ocr o ON o.letter_id = l.id LEFT JOIN letter_text t ON t.letter_id = l.id WHERE l.id = ?"""
_CORRECTIONS = (
    f"SELECT {listed(*CORRECTION_COLUMNS)} FROM correction WHERE letter_id = ? ORDER BY ocr_start, ocr_end"
)


def load_letter(conn: sqlite3.Connection, letter_id: int) -> Letter:
    """Return a letter with all that was made of it. Raises UserError where there is none with this id."""
    title, status, note, ocr_text, text, reading = _one(conn, _LETTER, letter_id)
    spans: dict[str, Span] = {}
    points: dict[str, int] = {}
    held: dict[str, Mapping[str, Any]] = {}
    for kind, statement in _STATEMENTS.items():
        held[kind] = _load_rows(conn, letter_id, kind, statement, spans)
    points.update(
        conn.execute(f"SELECT uid, start FROM section WHERE letter_id = ? AND {OWN}", (letter_id,)).fetchall()
    )
    pages = _load_pages(conn, letter_id, points)
    corrections = tuple(InForce(*row) for row in conn.execute(_CORRECTIONS, (letter_id,)))
    return Letter(
        ocr_text,
        ocr_text if text is None else text,
        About(title, status, note),
        corrections,
        held["passage"],
        held["section"],
        held["value"],
        held["verdict"],
        pages,
        spans,
        points,
        tuple(load_furniture(conn, letter_id, len(ocr_text))),
        load_flags(conn, letter_id),
        held["dismissal"],
        reading,
        _load_disputed(conn, letter_id),
    )


def load_shown(conn: sqlite3.Connection, letter_id: int) -> Letter:
    """Return a letter with the proposals that wait in it, as the documented views show it.

    Raises UserError where there is none with this id.
    """
    return on_top(load_letter(conn, letter_id), load_open(conn, letter_id))


def load_open(conn: sqlite3.Connection, letter_id: int) -> Proposed:
    """Return the proposals that wait in a letter, as they lie with its rows: without why they are made."""
    spans: dict[str, Span] = {}
    held = {
        kind: _load_rows(conn, letter_id, kind, statement, spans) for kind, statement in _PROPOSED.items()
    }
    starts = conn.execute(
        f"SELECT uid, start FROM section WHERE letter_id = ? AND {PROPOSED}", (letter_id,)
    ).fetchall()
    sections = {uid: (held["section"][uid], int(start)) for uid, start in starts}
    return Proposed(sections, held["passage"], held["value"], spans)


def _one(conn: sqlite3.Connection, statement: str, letter_id: int) -> tuple[Any, ...]:
    found: tuple[Any, ...] | None = conn.execute(statement, (letter_id,)).fetchone()
    if found is None:
        raise UserError(Message("Storage", _NO_LETTER, {"id": letter_id}))
    return found


def _load_rows(
    conn: sqlite3.Connection, letter_id: int, kind: str, statement: str, spans: dict[str, Span]
) -> dict[str, Any]:
    made, rows = KEPT[kind].row, {}
    for start, end, *fields in conn.execute(statement, (letter_id,)):
        row = made(*fields)
        rows[row.uid] = row
        if start is not None:
            spans[row.uid] = Span(start, end)
    return rows


def _load_pages(conn: sqlite3.Connection, letter_id: int, points: dict[str, int]) -> dict[str, Page]:
    pages = {}
    found = conn.execute(
        "SELECT number, ocr_start, start FROM page WHERE letter_id = ? ORDER BY number", (letter_id,)
    )
    for number, ocr_start, start in found:
        uid = f"page:{number}"
        pages[uid], points[uid] = Page(uid, number, ocr_start), start
    return pages


def _load_disputed(conn: sqlite3.Connection, letter_id: int) -> tuple[Disputed, ...]:
    rows = conn.execute(
        "SELECT ocr_start, ocr_end, after FROM disputed WHERE letter_id = ? ORDER BY ocr_start, ocr_end",
        (letter_id,),
    )
    return tuple(Disputed(*row) for row in rows)


def load_details(conn: sqlite3.Connection, letter_id: int) -> LetterDetails:
    """Return what the project knows of a letter beside its content. Raises UserError where there is none."""
    statement = """SELECT l.id, l.uid, l.source_name, coalesce(s.sha256, ''), l.version,
        l.created_at, l.updated_at FROM letter l LEFT JOIN source s ON s.id = l.source_id WHERE l.id = ?"""
    return LetterDetails(*_one(conn, statement, letter_id))


def load_source_bytes(conn: sqlite3.Connection, letter_id: int) -> bytes:
    """Return the letter's source, byte for byte. Raises UserError where there is no such letter.

    It is read in pieces: a scan of many pages in one would keep Python's lock from the window meanwhile.
    """
    statement = "SELECT source_id FROM source_bytes JOIN letter USING (source_id) WHERE letter.id = ?"
    (source_id,) = _one(conn, statement, letter_id)
    parts = list[bytes]()
    with conn.blobopen("source_bytes", "bytes", source_id, readonly=True) as blob:
        while part := blob.read(_PIECE):
            parts.append(part)
    return b"".join(parts)


def letters_of_source(conn: sqlite3.Connection, sha256: str) -> list[int]:
    """Return the ids of the letters that came from a source, or had another reading from it."""
    statement = (
        "SELECT l.id FROM letter l JOIN source s ON s.id = l.source_id WHERE s.sha256 = :sha256"
        " UNION SELECT r.letter_id FROM reading r JOIN source s ON s.id = r.source_id"
        " WHERE s.sha256 = :sha256 ORDER BY 1"
    )
    return [int(letter_id) for (letter_id,) in conn.execute(statement, {"sha256": sha256})]


def load_versions(conn: sqlite3.Connection, ids: Sequence[int]) -> dict[int, int]:
    """Return the content versions of the letters that are there, by their ids."""
    wanted = json.dumps(list(ids))
    rows = conn.execute(
        "SELECT id, version FROM letter WHERE id IN (SELECT value FROM json_each(?))", (wanted,)
    )
    return {int(letter_id): int(version) for letter_id, version in rows}
