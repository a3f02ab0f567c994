"""Reading the record: what undo and redo would do, the history, and what it teaches."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from annotator.core.history import Change
from annotator.core.messages import Message
from annotator.language.interface import AcceptedCorrection, Event, Judged

_BEHIND_ALL = 2**62


class ChangeLine(NamedTuple):
    """A change in the history; `state` is done, undone or discarded (undone before another one)."""

    id: int
    label: Message
    analyst: str
    made_at: str
    state: str
    letters: int


def last_change_id(conn: sqlite3.Connection) -> int:
    """Return the highest id of a change, 0 before the first."""
    return int(conn.execute("SELECT coalesce(max(id), 0) FROM change").fetchone()[0])


def next_undo(conn: sqlite3.Connection) -> Change | None:
    """Return the last change that is done."""
    return _change(conn, "SELECT max(id) FROM change WHERE state = 'done'")


def next_redo(conn: sqlite3.Connection) -> Change | None:
    """Return the first undone change behind the last one that is done."""
    done = "SELECT coalesce(max(id), 0) FROM change WHERE state = 'done'"
    return _change(conn, f"SELECT min(id) FROM change WHERE state = 'undone' AND id > ({done})")


def _change(conn: sqlite3.Connection, which: str) -> Change | None:
    found = conn.execute(
        f"SELECT id, label_json, analyst, made_at FROM change WHERE id = ({which})"
    ).fetchone()
    if found is None:
        return None
    change_id, label, analyst, made_at = found
    from annotator.storage.changes import codebook_delta_of, deltas_of, message_from_json

    deltas, codebook = deltas_of(conn, change_id), codebook_delta_of(conn, change_id)
    return Change(change_id, message_from_json(label), analyst, made_at, deltas, codebook)


def changes(conn: sqlite3.Connection, before: int | None, limit: int) -> list[ChangeLine]:
    """Return changes, the last first: those with an id below `before`."""
    rows = conn.execute(
        "SELECT id, label_json, analyst, made_at, state,"
        " (SELECT count(*) FROM change_letter WHERE change_id = change.id) FROM change"
        " WHERE id < ? ORDER BY id DESC LIMIT ?",
        (_BEHIND_ALL if before is None else before, limit),
    )
    from annotator.storage.changes import message_from_json

    return [ChangeLine(row[0], message_from_json(row[1]), *row[2:]) for row in rows]


def letters_that_trust(conn: sqlite3.Connection, reading: str) -> list[int]:
    """Return the letters in which an analyst called the reading always right."""
    rows = conn.execute(
        "SELECT DISTINCT letter_id FROM verdict WHERE verdict = 'always' AND reading = ? ORDER BY 1",
        (reading,),
    )
    return [int(row[0]) for row in rows]


def learning_events(conn: sqlite3.Connection, since: str = "") -> list[Event]:
    """Return the accepted corrections in force (what rules did teaches nothing), then the verdicts.

    Only those that were made after `since`.
    """
    corrections = conn.execute(
        "SELECT before, after, kind FROM correction"
        " WHERE origin IN ('typed', 'suggestion', 'everywhere') AND made_at > ? ORDER BY made_at, id",
        (since,),
    )
    verdicts = conn.execute(
        "SELECT reading, verdict, chosen FROM verdict WHERE made_at > ? ORDER BY made_at, id", (since,)
    )
    return [AcceptedCorrection(*row) for row in corrections] + [Judged(*row) for row in verdicts]
