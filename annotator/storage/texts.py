"""Looking through the texts of many letters, a stretch of letters at a time."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple


class LetterText(NamedTuple):
    """A letter's text as it reads now."""

    letter_id: int
    title: str
    text: str


def texts_holding(conn: sqlite3.Connection, words: str, after: int, letters: int) -> list[LetterText]:
    """Return the letters with an id in `(after, after + letters]` whose text holds the words as written."""
    rows = conn.execute(
        "SELECT l.id, l.title, coalesce(t.text, o.text) AS now FROM letter l"
        " JOIN letter_ocr o ON o.letter_id = l.id LEFT JOIN letter_text t ON t.letter_id = l.id"
        " WHERE l.id > ? AND l.id <= ? AND instr(now, ?) > 0 ORDER BY l.id",
        (after, after + letters, words),
    )
    return [LetterText(*row) for row in rows]


def last_letter_id(conn: sqlite3.Connection) -> int:
    """Return the highest id of a letter, 0 where there is none."""
    return int(conn.execute("SELECT coalesce(max(id), 0) FROM letter").fetchone()[0])
