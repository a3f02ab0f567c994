"""How a letter's rows lie in tables: their columns, in the order of their dataclasses, and their places."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import astuple, dataclass, replace

from annotator.core.document import Dismissal, Page, Passage, Row, Section, Value, Verdict
from annotator.core.in_force import InForce
from annotator.core.proposals import PREFIX, Proposed
from annotator.core.text import Span


@dataclass(frozen=True, slots=True)
class Kept:
    """A kind of row with a uid, and its table. `columns` are the fields of its dataclass, in their order.

    `span` are the columns of its place; a passage's lie in `passage_place`, all others in the table itself.
    `must` tells whether a row of this kind always has a span.
    """

    row: type[Passage | Section | Value | Verdict | Dismissal]
    table: str
    columns: tuple[str, ...]
    span: tuple[str, str]
    must: bool


_MADE = ("state", "analyst", "made_at")
_VALUE = ("uid", "field", "position", "value", "shown", "state", "confidence", "analyst", "made_at")
_DISMISSAL = ("uid", "kind", "what", "value", "analyst", "made_at")
_VERDICT = ("uid", "reading", "verdict", "chosen", "analyst", "made_at")

KEPT: Mapping[str, Kept] = {
    "passage": Kept(Passage, "passage", ("uid", "tag", "note", *_MADE, "origin"), ("start", "end"), True),
    "section": Kept(
        Section, "section", ("uid", "level", "tag", *_MADE), ("heading_start", "heading_end"), False
    ),
    "value": Kept(Value, "form_value", _VALUE, ("evidence_start", "evidence_end"), False),
    "verdict": Kept(Verdict, "verdict", _VERDICT, ("start", "end"), True),
    "dismissal": Kept(Dismissal, "dismissal", _DISMISSAL, ("start", "end"), True),
}
# Which rows of a table are proposals, and which are a letter's own.
PROPOSED = f"(uid >= '{PREFIX}' AND uid < '{PREFIX[:-1]};')"
OWN = f"NOT {PROPOSED}"
CORRECTION_COLUMNS = ("ocr_start", "ocr_end", "after", "kind", "origin", "reason", "analyst", "made_at")


def listed(*columns: str) -> str:
    """Return the columns' names for a statement; `end` is a word of SQL and must be quoted."""
    return ", ".join(f'"{column}"' for column in columns)


def _insert(table: str, *columns: str) -> str:
    return f"INSERT INTO {table} ({listed(*columns)}) VALUES ({', '.join('?' * len(columns))})"


_INSERT_PASSAGE = _insert("passage", "letter_id", *KEPT["passage"].columns)
_INSERT_PLACE = _insert("passage_place", "passage_id", "letter_id", "start", "end")
_INSERT_SECTION = _insert(
    "section", "letter_id", *KEPT["section"].columns, "heading_start", "heading_end", "start"
)
_INSERT_VALUE = _insert("form_value", "letter_id", *_VALUE, "evidence_start", "evidence_end")
_INSERT_VERDICT = _insert("verdict", "letter_id", *_VERDICT, "start", "end")
_INSERT_DISMISSAL = _insert("dismissal", "letter_id", *_DISMISSAL, "start", "end")
_INSERT_CORRECTION = _insert("correction", "id", "letter_id", *CORRECTION_COLUMNS, "grows", "before")
_INSERT_PAGE = _insert("page", "letter_id", "number", "ocr_start", "start")

_PLACE_CORRECTIONS = """INSERT INTO correction_start (correction_id, start)
    SELECT id, ocr_start + coalesce(sum(grows) OVER earlier, 0) FROM correction WHERE letter_id = ?
    WINDOW earlier AS (ORDER BY ocr_start, ocr_end ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
    ON CONFLICT (correction_id) DO UPDATE SET start = excluded.start WHERE start <> excluded.start"""


def page_number(uid: str) -> int:
    """Return the number of the page with this uid (`page:3`). Raises ValueError for another uid."""
    return int(uid.removeprefix("page:"))


def insert_row(
    conn: sqlite3.Connection, letter_id: int, row: Row, span: Span | None, point: int | None
) -> None:
    """Insert a row with its place. Raises ValueError where it lacks the place that its kind must have."""
    bounds = (None, None) if span is None else (span.start, span.end)
    match row:
        case Passage():
            _require(span, row)
            passage_id = conn.execute(_INSERT_PASSAGE, (letter_id, *astuple(row))).lastrowid
            conn.execute(_INSERT_PLACE, (passage_id, letter_id, *bounds))
        case Section():
            _require(point, row)
            conn.execute(_INSERT_SECTION, (letter_id, *astuple(row), *bounds, point))
        case Value():
            conn.execute(_INSERT_VALUE, (letter_id, *astuple(row), *bounds))
        case Verdict():
            _require(span, row)
            conn.execute(_INSERT_VERDICT, (letter_id, *astuple(row), *bounds))
        case Dismissal():
            _require(span, row)
            conn.execute(_INSERT_DISMISSAL, (letter_id, *astuple(row), *bounds))
        case Page():
            _require(point, row)
            conn.execute(_INSERT_PAGE, (letter_id, page_number(row.uid), row.ocr_start, point))
        case _:
            raise ValueError(f"a row of the kind {type(row).__name__} is not inserted")


def _require(place: object, row: Row) -> None:
    if place is None:
        raise ValueError(f"a new {type(row).__name__} has no place")


def insert_correction(
    conn: sqlite3.Connection, letter_id: int, row: InForce, ocr_text: str, row_id: int | None = None
) -> None:
    """Insert a correction in force; with `row_id` under the id that it had before.

    It has no place in the text until `place_corrections` is called.
    """
    grows = len(row.after) - (row.ocr_end - row.ocr_start)
    before = ocr_text[row.ocr_start : row.ocr_end]
    conn.execute(_INSERT_CORRECTION, (row_id, letter_id, *astuple(row), grows, before))


def place_corrections(conn: sqlite3.Connection, letter_id: int) -> None:
    """Write where the letter's corrections stand in the text, for those that are new or have moved.

    They are added up anew each time, from an index that holds all it takes: 20,000 in some 15 ms.
    """
    conn.execute(_PLACE_CORRECTIONS, (letter_id,))


def update_row(conn: sqlite3.Connection, letter_id: int, before: Row, after: Row) -> None:
    """Make a row another. Raises ValueError where it is not there."""
    if isinstance(after, Page) and isinstance(before, Page):
        cursor = conn.execute(
            "UPDATE page SET ocr_start = ? WHERE letter_id = ? AND number = ?",
            (after.ocr_start, letter_id, page_number(before.uid)),
        )
    else:
        kept = _kept(before)
        columns = ", ".join(f"{column} = ?" for column in kept.columns)
        cursor = conn.execute(
            f"UPDATE {kept.table} SET {columns} WHERE letter_id = ? AND uid = ?",
            (*astuple(after), letter_id, before.uid),  # type: ignore[union-attr]
        )
    _require_one(cursor, before)


def delete_row(conn: sqlite3.Connection, letter_id: int, row: Row) -> None:
    """Delete a row with its place. Raises ValueError where it is not there."""
    if isinstance(row, Page):
        cursor = conn.execute(
            "DELETE FROM page WHERE letter_id = ? AND number = ?", (letter_id, page_number(row.uid))
        )
    else:
        table = _kept(row).table
        cursor = conn.execute(f"DELETE FROM {table} WHERE letter_id = ? AND uid = ?", (letter_id, row.uid))  # type: ignore[union-attr]
    _require_one(cursor, row)


def _kept(row: Row) -> Kept:
    for kept in KEPT.values():
        if kept.row is type(row):
            return kept
    raise ValueError(f"a row of the kind {type(row).__name__} has no uid")


def _require_one(cursor: sqlite3.Cursor, row: Row) -> None:
    if cursor.rowcount != 1:
        raise ValueError(f"the {type(row).__name__} that the change was made for is not there")


def place_span(conn: sqlite3.Connection, letter_id: int, owner: str, uid: str, span: Span | None) -> None:
    """Set the place of a row that is there. Raises ValueError where it is not, or may not be without."""
    kept = KEPT[owner]
    if span is None and kept.must:
        raise ValueError(f"a {owner} cannot be without a place")
    bounds = (None, None) if span is None else (span.start, span.end)
    if owner == "passage":
        which = "passage_id = (SELECT id FROM passage WHERE letter_id = ? AND uid = ?)"
        sql = f'UPDATE passage_place SET start = ?, "end" = ? WHERE {which}'
    else:
        start, end = kept.span
        sql = f'UPDATE {kept.table} SET "{start}" = ?, "{end}" = ? WHERE letter_id = ? AND uid = ?'
    if conn.execute(sql, (*bounds, letter_id, uid)).rowcount != 1:
        raise ValueError(f"the {owner} that the change was made for is not there")


def place_point(conn: sqlite3.Connection, letter_id: int, owner: str, uid: str, point: int | None) -> None:
    """Set where a section or page starts. Raises ValueError where it is not there."""
    if owner == "page":
        which: tuple[str, object] = ("number", page_number(uid))
    else:
        which = ("uid", uid)
    sql = f"UPDATE {owner} SET start = ? WHERE letter_id = ? AND {which[0]} = ?"
    if owner not in ("section", "page") or conn.execute(sql, (point, letter_id, which[1])).rowcount != 1:
        raise ValueError(f"the {owner} that the change was made for is not there")


def drop_proposed(conn: sqlite3.Connection, letter_id: int) -> None:
    """Delete the rows of proposals that lie with the letter's own."""
    for table in ("section", "passage", "form_value"):
        conn.execute(f"DELETE FROM {table} WHERE letter_id = ? AND {PROPOSED}", (letter_id,))


def insert_proposed(conn: sqlite3.Connection, letter_id: int, shown: Proposed) -> None:
    """Insert proposals as rows in the state `proposed`."""
    for uid, (section, start) in shown.sections.items():
        insert_row(conn, letter_id, section, shown.spans.get(uid), start)
    for uid, passage in shown.passages.items():
        insert_row(conn, letter_id, passage, shown.spans[uid], None)
    for uid, value in shown.values.items():
        insert_row(conn, letter_id, replace(value, state="proposed"), shown.spans.get(uid), None)
