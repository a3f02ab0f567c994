"""What letters are called, and what was made of them: for renaming, removing, statuses."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.core.document import About


@dataclass(frozen=True, slots=True)
class MadeOf:
    """How much an analyst made of some letters: what goes with them when they are removed."""

    letters: int
    corrections: int
    sections: int
    passages: int
    values: int
    notes: int


_COUNTS = (
    "SELECT count(*) FROM letter WHERE id IN ids",
    "SELECT count(*) FROM correction WHERE letter_id IN ids",
    "SELECT count(*) FROM section WHERE letter_id IN ids AND state = 'confirmed'",
    "SELECT count(*) FROM passage WHERE letter_id IN ids AND state = 'confirmed'",
    "SELECT count(*) FROM form_value WHERE letter_id IN ids AND state <> 'proposed'",
    "SELECT count(*) FROM letter WHERE id IN ids AND note <> ''",
)


def made_of(conn: sqlite3.Connection, ids: Sequence[int]) -> MadeOf:
    """Return how much was made of the letters; proposals of the program do not count."""
    with_ids = "WITH ids(id) AS (SELECT value FROM json_each(?)) "
    wanted = json.dumps(list(ids))
    return MadeOf(*(int(conn.execute(with_ids + count, (wanted,)).fetchone()[0]) for count in _COUNTS))


def uids(conn: sqlite3.Connection, ids: Sequence[int]) -> dict[int, str]:
    """Return the uids of the letters that are there, by their ids."""
    wanted = json.dumps(list(ids))
    rows = conn.execute("SELECT id, uid FROM letter WHERE id IN (SELECT value FROM json_each(?))", (wanted,))
    return {int(letter_id): str(uid) for letter_id, uid in rows}


def abouts(conn: sqlite3.Connection, ids: Sequence[int]) -> dict[int, About]:
    """Return title, status and note of the letters that are there, by their ids."""
    rows = conn.execute(
        "SELECT id, title, status, note FROM letter WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(list(ids)),),
    )
    return {int(letter_id): About(title, status, note) for letter_id, title, status, note in rows}
