"""The table of all letters: which letters in which order, and what stands in their forms."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.core.document import ABSENT
from annotator.storage.namesakes import APART
from annotator.storage.proposals import missing_fields
from annotator.storage.texts import text_of

_AROUND = 260  # code points on either side of an evidence


@dataclass(frozen=True, slots=True)
class Cell:
    """A value in the table: `uid` is its row's, in the state `proposed` that of a proposal. `absent`:
    an analyst said that the letter does not have it.
    """

    uid: str
    field: str
    position: int
    value: str
    shown: str
    proposed: bool
    confidence: float | None
    start: int | None
    end: int | None
    absent: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """A letter in the table: its values in the order of their fields, and the required fields without one.

    `apart` tells it from others of the same title, "" where there are none.
    """

    letter_id: int
    title: str
    status: str
    cells: tuple[Cell, ...]
    missing: tuple[str, ...]
    apart: str = ""


@dataclass(frozen=True, slots=True)
class TableQuery:
    """Which letters, in which order: `sort` is a field, "title", "status" or "" (as they came in).

    `text` is looked for in titles and values; `only` is "", "proposed", "absent" or "missing".
    """

    text: str = ""
    only: str = ""
    sort: str = ""
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """An evidence with the text around it: `before`, the words themselves, `after`."""

    before: str
    words: str
    after: str


def letter_ids(conn: sqlite3.Connection, query: TableQuery) -> list[int]:
    """Return the ids of the letters of the table, in its order."""
    conditions, values = ["1"], dict[str, object]()
    if query.text.strip():
        values["like"] = f"%{_escaped(query.text.strip())}%"
        conditions.append(
            "(l.title LIKE :like ESCAPE '\\' OR EXISTS (SELECT 1 FROM form_value v WHERE v.letter_id = l.id"
            " AND (v.shown LIKE :like ESCAPE '\\' OR v.value LIKE :like ESCAPE '\\')))"
        )
    if query.only == "proposed":
        conditions.append("l.id IN (SELECT v.letter_id FROM form_value v WHERE v.state = 'proposed')")
    elif query.only == "absent":
        conditions.append("l.id IN (SELECT v.letter_id FROM form_value v WHERE v.state = 'absent')")
    elif query.only == "missing":
        conditions.append("EXISTS (SELECT 1 FROM proposal p WHERE p.letter_id = l.id AND p.missing <> '[]')")
    direction = "DESC" if query.descending else "ASC"
    where = " AND ".join(conditions)
    if query.sort in ("title", "status"):
        order = f"l.{query.sort} COLLATE NOCASE {direction}, l.id"
        statement = f"SELECT l.id FROM letter l WHERE {where} ORDER BY {order}"
    elif query.sort:
        values["field"] = query.sort
        # Letters without a value come last, whichever way.
        statement = (
            "SELECT l.id FROM letter l LEFT JOIN (SELECT letter_id, min(position),"
            " nullif(coalesce(nullif(value, ''), shown), '') AS sorted FROM form_value WHERE field = :field"
            " GROUP BY letter_id) s"
            f" ON s.letter_id = l.id WHERE {where}"
            f" ORDER BY s.sorted IS NULL, s.sorted COLLATE NOCASE {direction}, l.id"
        )
    else:
        statement = f"SELECT l.id FROM letter l WHERE {where} ORDER BY l.id {direction}"
    return [int(row[0]) for row in conn.execute(statement, values)]


def table_rows(conn: sqlite3.Connection, ids: Sequence[int]) -> list[TableRow]:
    """Return the rows of these letters, in their order; those that are gone are left out."""
    marks = ", ".join("?" * len(ids))
    cells: dict[int, list[Cell]] = {}
    for letter_id, *row in conn.execute(
        "SELECT letter_id, uid, field, position, value, shown, state, confidence,"
        f" evidence_start, evidence_end FROM form_value WHERE letter_id IN ({marks})"
        " ORDER BY letter_id, field, position",
        tuple(ids),
    ):
        uid, field, position, value, shown, state, confidence, start, end = row
        told = (state == "proposed", confidence, start, end, state == ABSENT)
        cells.setdefault(letter_id, []).append(Cell(uid, field, position, value, shown, *told))
    heads = {
        letter_id: (title, status, missing, apart)
        for letter_id, title, status, missing, apart in conn.execute(
            "SELECT l.id, l.title, l.status, (SELECT p.missing FROM proposal p WHERE p.letter_id = l.id),"
            f" {APART} FROM letter l WHERE l.id IN ({marks})",
            tuple(ids),
        )
    }
    rows = []
    for letter_id in ids:
        if letter_id in heads:
            title, status, missing, apart = heads[letter_id]
            empty = missing_fields(missing) if missing else ()
            rows.append(TableRow(letter_id, title, status, tuple(cells.get(letter_id, ())), empty, apart))
    return rows


def context(conn: sqlite3.Connection, letter_id: int, start: int, end: int) -> Context | None:
    """Return a place of a letter with the text around it, None where there is no such place."""
    try:
        text = text_of(conn, letter_id)
    except ValueError:
        return None
    if not 0 <= start <= end <= len(text):
        return None
    return Context(text[max(0, start - _AROUND) : start], text[start:end], text[end : end + _AROUND])


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
