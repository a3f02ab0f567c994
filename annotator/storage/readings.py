"""What a source says of its words and lines beside their text, and what import had to say of a letter.

All of it is evidence and no more: what is damaged here is left out, and the letter stays whole.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from typing import Any

from annotator.core.messages import Message
from annotator.core.page_layout import LineStyle, PageLayout, WordReading
from annotator.core.read_json import is_text, read_json
from annotator.core.reworded import as_said_now

_LARGEST = 20_000_000  # characters
_LONGEST_WORD = 2_000
_LARGEST_NOTES = 1_000_000
_FAR = 2**31


def save_readings(conn: sqlite3.Connection, letter_id: int, layouts: Sequence[PageLayout]) -> None:
    """Keep how sure the words of a letter's pages were read: a row a page that has any to tell of."""
    conn.executemany(
        "INSERT INTO page_words (letter_id, number, words) VALUES (?, ?, ?)",
        ((letter_id, page.number, _packed(page.readings)) for page in layouts if page.readings),
    )


def save_page_readings(
    conn: sqlite3.Connection, letter_id: int, number: int, readings: Sequence[WordReading]
) -> None:
    """Keep the readings of one page in the place of those that it had."""
    conn.execute("DELETE FROM page_words WHERE letter_id = ? AND number = ?", (letter_id, number))
    if readings:
        row = (letter_id, number, _packed(readings))
        conn.execute("INSERT INTO page_words (letter_id, number, words) VALUES (?, ?, ?)", row)


def save_looks(
    conn: sqlite3.Connection,
    letter_id: int,
    reading: int,
    ocr_text: str,
    pages: Mapping[int, Sequence[WordReading]],
) -> bool:
    """Keep the readings of pages, where the letter still goes by this reading and OCR text; tell whether.

    Its suspects are looked for anew: they were found without them.
    """
    found = conn.execute(
        "SELECT l.reading, o.text FROM letter l JOIN letter_ocr o ON o.letter_id = l.id WHERE l.id = ?",
        (letter_id,),
    ).fetchone()
    if found is None or tuple(found) != (reading, ocr_text):
        return False
    for number, readings in pages.items():
        save_page_readings(conn, letter_id, number, readings)
    conn.execute("DELETE FROM suspect_cache WHERE letter_id = ?", (letter_id,))
    return True


def load_readings(conn: sqlite3.Connection, letter_id: int) -> dict[int, tuple[WordReading, ...]]:
    """Return the readings of a letter's words by the number of their page, in order of the OCR text."""
    rows = conn.execute(
        "SELECT number, words FROM page_words WHERE letter_id = ? ORDER BY number", (letter_id,)
    )
    return {number: tuple(filter(None, map(_reading, _rows(words)))) for number, words in rows}


def save_line_styles(conn: sqlite3.Connection, letter_id: int, lines: Sequence[LineStyle]) -> None:
    """Keep how the lines of a letter are set."""
    if lines:
        said = [
            [n.start, n.end, round(n.left, 1), round(n.size, 1), int(n.bold), int(n.italic), n.level]
            for n in lines
        ]
        row = (letter_id, json.dumps(said, separators=(",", ":")))
        conn.execute("INSERT INTO line_style (letter_id, lines) VALUES (?, ?)", row)


def load_line_styles(conn: sqlite3.Connection, letter_id: int) -> tuple[LineStyle, ...]:
    """Return how the lines of a letter's OCR text are set, in order; none where its source does not tell."""
    row = conn.execute("SELECT lines FROM line_style WHERE letter_id = ?", (letter_id,)).fetchone()
    return tuple(filter(None, map(_style, _rows(row[0])))) if row else ()


def save_import_notes(conn: sqlite3.Connection, letter_id: int, notes: Sequence[Message]) -> None:
    """Keep what import guessed, dropped or left alone."""
    if notes:
        said = [{"context": n.context, "text": n.text, "params": n.params} for n in notes]
        row = (letter_id, json.dumps(said, ensure_ascii=False, default=str))
        conn.execute("INSERT INTO import_note (letter_id, notes) VALUES (?, ?)", row)


def add_import_notes(conn: sqlite3.Connection, notes: Mapping[int, Sequence[Message]]) -> None:
    """Keep more of what import had to say of letters, by their ids; what is kept already is said once."""
    for letter_id, more in notes.items():
        kept = load_import_notes(conn, letter_id)
        added = [note for note in more if note not in kept]
        if added:
            conn.execute("DELETE FROM import_note WHERE letter_id = ?", (letter_id,))
            save_import_notes(conn, letter_id, (*kept, *added))


def load_import_notes(conn: sqlite3.Connection, letter_id: int) -> tuple[Message, ...]:
    """Return what import had to say of a letter."""
    row = conn.execute("SELECT notes FROM import_note WHERE letter_id = ?", (letter_id,)).fetchone()
    return tuple(filter(None, map(_note, _rows(row[0], _LARGEST_NOTES)))) if row else ()


def _packed(readings: Sequence[WordReading]) -> str:
    said = [
        [r.start, r.end, round(r.confidence, 1), list(r.others), *([round(r.sure, 1)] if r.sure >= 0 else [])]
        for r in readings
    ]
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _rows(source: object, most: int = _LARGEST) -> list[Any]:
    try:
        read = read_json(source, most)
    except ValueError:
        return []
    return read if isinstance(read, list) else []


def _reading(said: Any) -> WordReading | None:
    match said:
        case [int(start), int(end), int() | float() as confidence, [*others], *rest] if (
            0 <= start <= end < _FAR
        ):
            texts = tuple(other for other in others if is_text(other, _LONGEST_WORD))
            return WordReading(start, end, _percent(confidence), texts, _percent(rest[0] if rest else -1.0))
    return None


def _percent(said: object) -> float:
    return min(100.0, max(-1.0, float(said))) if type(said) in (int, float) else -1.0  # type: ignore[arg-type]


def _style(said: Any) -> LineStyle | None:
    match said:
        case [
            int(start),
            int(end),
            int() | float() as left,
            int() | float() as size,
            int(bold),
            int(italic),
            int(level),
        ] if 0 <= start <= end < _FAR and 0 <= level < 10:
            return LineStyle(start, end, float(left), float(size), bool(bold), bool(italic), level)
    return None


def _note(said: Any) -> Message | None:
    match said:
        case {"context": str(context), "text": str(text), "params": {**params}}:
            note = Message(context, as_said_now(text), {str(key): value for key, value in params.items()})
            try:
                str(note)
            except (LookupError, ValueError, AttributeError, TypeError):  # a template of another program
                return None
            return note if is_text(context, 100) and is_text(text, 2_000) else None
    return None
