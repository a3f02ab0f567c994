"""Reading the texts of many letters, for looking through them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.core.in_force import InForce
from annotator.core.text import Span
from annotator.storage.namesakes import APART


class LetterText(NamedTuple):
    """A letter's texts, the corrections between them, and where its pages start in the text.

    `apart` tells it from others of the same title, "" where there are none.
    """

    letter_id: int
    title: str
    status: str
    ocr_text: str
    text: str
    page_starts: tuple[int, ...] = (0,)
    corrections: tuple[InForce, ...] = ()
    apart: str = ""


_TEXTS = f"""SELECT l.id, l.title, l.status, o.text, t.text, {APART}
    FROM letter l JOIN letter_ocr o ON o.letter_id = l.id LEFT JOIN letter_text t ON t.letter_id = l.id
    WHERE l.id = ?"""


def text_of(conn: sqlite3.Connection, letter_id: int) -> str:
    """Return the letter's text as it is. Raises ValueError where there is no such letter."""
    row = conn.execute("SELECT text FROM letter_text WHERE letter_id = ?", (letter_id,)).fetchone()
    row = row or conn.execute("SELECT text FROM letter_ocr WHERE letter_id = ?", (letter_id,)).fetchone()
    if row is None:
        raise ValueError(f"there is no letter {letter_id}")
    return str(row[0])


def letter_texts(conn: sqlite3.Connection, ids: Sequence[int]) -> list[LetterText]:
    """Return the texts of these letters, in this order; those that are gone are left out."""
    found = []
    for letter_id in ids:
        row = conn.execute(_TEXTS, (letter_id,)).fetchone()
        if row is not None:
            found.append(_letter_text(conn, *row))
    return found


def _letter_text(
    conn: sqlite3.Connection,
    letter_id: int,
    title: str,
    status: str,
    ocr_text: str,
    text: str | None,
    apart: str,
) -> LetterText:
    pages = conn.execute("SELECT start FROM page WHERE letter_id = ? ORDER BY number", (letter_id,))
    starts = tuple(int(start) for (start,) in pages) or (0,)
    if text is None or text == ocr_text:
        return LetterText(letter_id, title, status, ocr_text, ocr_text, starts, apart=apart)
    rows = conn.execute(
        "SELECT ocr_start, ocr_end, after FROM correction WHERE letter_id = ? ORDER BY ocr_start, ocr_end",
        (letter_id,),
    )
    return LetterText(
        letter_id, title, status, ocr_text, text, starts, tuple(InForce(*row) for row in rows), apart
    )


def plain_texts(conn: sqlite3.Connection, ids: Sequence[int]) -> Iterator[tuple[int, str, str]]:
    """Yield the id, the OCR text and the text of these letters; their ids must ascend."""
    if not ids:
        return
    # One walk over the stretch of ids, instead of a look-up each.
    rows = conn.execute(
        "SELECT o.letter_id, o.text, t.text FROM letter_ocr o LEFT JOIN letter_text t USING (letter_id)"
        " WHERE o.letter_id BETWEEN ? AND ? ORDER BY o.letter_id",
        (ids[0], ids[-1]),
    )
    wanted = set(ids)
    for letter_id, ocr_text, text in rows:
        if letter_id in wanted:
            yield int(letter_id), ocr_text, ocr_text if text is None else text


def last_letter_id(conn: sqlite3.Connection) -> int:
    """Return the highest id of a letter, 0 where there is none."""
    return int(conn.execute("SELECT coalesce(max(id), 0) FROM letter").fetchone()[0])


def tagged_spans(conn: sqlite3.Connection, letter_id: int, tag: str) -> list[Span]:
    """Return where a letter's passages and sections with a tag stand in its text."""
    passages = conn.execute(
        'SELECT a.start, a."end" FROM passage p JOIN passage_place a ON a.passage_id = p.id'
        " WHERE p.letter_id = ? AND p.tag = ?",
        (letter_id, tag),
    )
    sections = conn.execute(
        'SELECT start, "end" FROM sections WHERE letter_id = ? AND tag = ?', (letter_id, tag)
    )
    return [Span(*row) for row in (*passages, *sections)]
