"""The table of all passages: which ones in which order, and the text around each."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotator.core.commitments import NO_PARTS, CommitmentParts
from annotator.storage.namesakes import APART

LEARNT = "learnt"  # a state to ask for: proposed by what was learnt of the tag
_AROUND = 90  # code points on either side of a passage
_LONGEST = 600
_TEXTS = (
    " LEFT JOIN letter_ocr o ON o.letter_id = p.letter_id"
    " LEFT JOIN letter_text t ON t.letter_id = p.letter_id"
)


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage in the table, with the text before and behind it.

    `apart` tells its letter from others of the same title, "" where there are none.
    """

    id: int
    letter_id: int
    title: str
    tag: str
    start: int
    end: int
    before: str
    quote: str
    after: str
    note: str
    proposed: bool
    analyst: str
    uid: str
    origin: str = ""
    apart: str = ""
    parts: CommitmentParts = NO_PARTS


@dataclass(frozen=True, slots=True)
class PassageQuery:
    """Which passages, in which order: `sort` is "letter", "tag" or "quote".

    `tag` "" means any; `state` is "", "proposed", "confirmed" or LEARNT; `text` is looked for
    in the passages.
    """

    text: str = ""
    tag: str = ""
    state: str = ""
    sort: str = "letter"
    descending: bool = False


def passage_ids(conn: sqlite3.Connection, query: PassageQuery) -> list[int]:
    """Return the ids of the passages of the table, in its order."""
    conditions, values = ["1"], dict[str, object]()
    if query.tag:
        conditions.append("p.tag = :tag")
        values["tag"] = query.tag
    if query.state == LEARNT:
        conditions.append("p.state = 'proposed' AND p.origin = 'learnt'")
    elif query.state:
        conditions.append("p.state = :state")
        values["state"] = query.state
    joins = "JOIN passage_place a ON a.passage_id = p.id"
    quote = 'substr(coalesce(t.text, o.text), a.start + 1, a."end" - a.start)'
    text = " ".join(query.text.split())
    if text or query.sort == "quote":
        joins += _TEXTS
    if text:
        conditions.append(f"replace({quote}, char(10), ' ') LIKE :like ESCAPE '\\'")
        values["like"] = f"%{_escaped(text)}%"
    direction = "DESC" if query.descending else "ASC"
    order = {
        "letter": f"p.letter_id {direction}, a.start",
        "tag": f"p.tag {direction}, p.letter_id, a.start",
        "quote": f"{quote} COLLATE NOCASE {direction}, p.letter_id, a.start",
    }[query.sort]
    statement = f"SELECT p.id FROM passage p {joins} WHERE {' AND '.join(conditions)} ORDER BY {order}"
    return [int(row[0]) for row in conn.execute(statement, values)]


def passage_rows(conn: sqlite3.Connection, ids: Sequence[int]) -> list[PassageRow]:
    """Return the rows of these passages, in their order; those that are gone are left out."""
    found = {}
    text = "coalesce(t.text, o.text)"
    for row in conn.execute(
        'SELECT p.id, p.letter_id, l.title, p.tag, a.start, a."end",'
        f" substr({text}, max(1, a.start + 1 - {_AROUND}), min({_AROUND}, a.start)),"
        f' substr({text}, a.start + 1, min({_LONGEST}, a."end" - a.start)),'
        f" substr({text}, a.\"end\" + 1, {_AROUND}), p.note, p.state = 'proposed', p.analyst,"
        f" p.uid, p.origin, {APART}"
        " FROM passage p JOIN passage_place a ON a.passage_id = p.id JOIN letter l ON l.id = p.letter_id"
        f"{_TEXTS} WHERE p.id IN ({', '.join('?' * len(ids))})",
        tuple(ids),
    ):
        found[row[0]] = replace(PassageRow(*row), proposed=bool(row[10]))
    return [found[passage_id] for passage_id in ids if passage_id in found]


def dates_of(conn: sqlite3.Connection, field: str, letter_ids: Sequence[int]) -> dict[int, str]:
    """Return what a field says in these letters: what was confirmed before what is proposed."""
    marks = ", ".join("?" * len(letter_ids))
    rows = conn.execute(
        f"SELECT letter_id, value FROM form_value WHERE field = ? AND value <> '' AND letter_id IN ({marks})"
        " ORDER BY state = 'confirmed', position DESC",
        (field, *letter_ids),
    )
    return {int(letter_id): str(value) for letter_id, value in rows}


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
