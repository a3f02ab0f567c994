"""The readings of a letter: each is kept whole, and the one it goes by lies where everything else reads it.

A letter has no row here before it is read anew for the first time. Then the reading that it had is kept
beside the new one, and each stays for as long as the letter does: a change in the history points to it.
"""

from __future__ import annotations

import base64
import json
import sqlite3
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple

from annotator.core.history import ReadingChange, replaced
from annotator.core.messages import Message
from annotator.core.page_layout import Furniture, LineStyle, PageLayout
from annotator.core.printable import printable
from annotator.core.read_json import read_json
from annotator.core.readings import NewReading
from annotator.storage.page_layouts import load_flags, load_furniture, save_furniture, save_layouts
from annotator.storage.readings import save_import_notes, save_line_styles, save_readings
from annotator.storage.sources import source_id_of

# What a letter has of its reading beside the OCR text, as rows.
PARTS = ("page_layout", "furniture", "page_words", "line_style", "import_note")
_LARGEST = 400_000_000  # bytes, unpacked

Rows = Mapping[str, Sequence[Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class ReadSource:
    """A source that was read: its bytes, the OCR text and what belongs to it."""

    source_name: str
    sha256: str
    content: bytes
    text: str
    page_starts: tuple[int, ...]
    layouts: Sequence[PageLayout] = ()
    furniture: Sequence[Furniture] = ()
    lines: Sequence[LineStyle] = ()
    notes: Sequence[Message] = ()


class KeptReading(NamedTuple):
    """A reading that a letter has: when it came and who brought it; whether the letter goes by it."""

    number: int
    made_at: str
    analyst: str
    source_name: str
    sha256: str
    pages: int
    characters: int
    is_current: bool


_KEPT = """SELECT r.number, r.made_at, r.analyst, r.source_name, coalesce(s.sha256, ''),
    json_array_length(r.pages), length(r.text), r.number = l.reading
    FROM reading r JOIN letter l ON l.id = r.letter_id LEFT JOIN source s ON s.id = r.source_id
    WHERE r.letter_id = ? ORDER BY r.number"""
_ONLY = """SELECT l.reading, l.created_at, '', l.source_name, coalesce(s.sha256, ''), l.pages,
    length(o.text), 1
    FROM letter l JOIN letter_ocr o ON o.letter_id = l.id LEFT JOIN source s ON s.id = l.source_id
    WHERE l.id = ?"""


def readings_of(conn: sqlite3.Connection, letter_id: int) -> list[KeptReading]:
    """Return the readings of a letter, the first one first; one where it was never read anew."""
    rows = conn.execute(_KEPT, (letter_id,)).fetchall() or conn.execute(_ONLY, (letter_id,)).fetchall()
    return [KeptReading(*(*row[:7], bool(row[7]))) for row in rows]


def kept_reading(conn: sqlite3.Connection, letter_id: int, number: int) -> NewReading:
    """Return a reading that a letter has, to go back to. Raises ValueError where there is none."""
    text, pages, content = _row(conn, letter_id, number)
    starts = read_json(pages, 20_000_000)
    if not isinstance(starts, list) or starts[:1] != [0] or not all(type(start) is int for start in starts):
        raise ValueError("a reading without pages")
    with _scratch(conn) as scratch:
        _put(scratch, letter_id, unpacked_rows(content))
        furniture = tuple(load_furniture(scratch, letter_id, len(text)))
        return NewReading(number, text, tuple(starts), furniture, load_flags(scratch, letter_id))


def number_of(conn: sqlite3.Connection, letter_id: int, source: ReadSource) -> int:
    """Return the number of the reading that says what this source does, or the next free one."""
    number = 1
    for kept in readings_of(conn, letter_id):
        number = max(number, kept.number + 1)
        is_same = kept.sha256 == source.sha256 and kept.characters == len(source.text)
        if is_same and _text_of(conn, letter_id, kept.number) == source.text:
            return kept.number
    return number


def keep_reading(
    conn: sqlite3.Connection, letter_id: int, number: int, source: ReadSource, by: str, at: str
) -> None:
    """Keep a reading of a letter under its number, and the one that it had, where they are not kept yet.

    Raises ValueError where another one has the number.
    """
    same = "SELECT text = ? FROM reading WHERE letter_id = ? AND number = ?"
    if conn.execute(same, (source.text, letter_id, number)).fetchone() == (1,):
        return
    if conn.execute("SELECT 1 FROM reading WHERE letter_id = ?", (letter_id,)).fetchone() is None:
        _keep_first(conn, letter_id)
    with _scratch(conn) as scratch:
        save_layouts(scratch, letter_id, source.layouts)
        save_furniture(scratch, letter_id, source.furniture)
        save_readings(scratch, letter_id, source.layouts)
        save_line_styles(scratch, letter_id, source.lines)
        save_import_notes(scratch, letter_id, source.notes)
        content = _packed(_taken(scratch, letter_id))
    source_id = source_id_of(conn, source.source_name, source.sha256, source.content)
    name = printable(source.source_name)
    _insert(
        conn, (letter_id, number, at, by, source_id, name, source.text, list(source.page_starts), content)
    )


def take_reading(conn: sqlite3.Connection, letter_id: int, change: ReadingChange) -> None:
    """Have a letter go by another reading: its OCR text, pages' layouts and source become that one's.

    Raises ValueError where the letter is not what the change was made for.
    """
    (reading, before) = conn.execute(
        "SELECT l.reading, o.text FROM letter l JOIN letter_ocr o ON o.letter_id = l.id WHERE l.id = ?",
        (letter_id,),
    ).fetchone()
    text, _, content = _row(conn, letter_id, change.after.number)
    if reading != change.before.number or replaced(before, change.hunks) != text:
        raise ValueError("the letter goes by another reading than the change was made for")
    _lay(conn, letter_id, text, content)
    conn.execute(
        "UPDATE letter SET (reading, source_id, source_name, pages) ="
        " (SELECT number, source_id, source_name, json_array_length(pages) FROM reading"
        " WHERE letter_id = ?1 AND number = ?2) WHERE id = ?1",
        (letter_id, change.after.number),
    )
    conn.execute("DELETE FROM disputed WHERE letter_id = ?", (letter_id,))
    conn.executemany(
        "INSERT INTO disputed (letter_id, ocr_start, ocr_end, after) VALUES (?, ?, ?, ?)",
        ((letter_id, *place) for place in change.after.disputed),
    )


def lay_readings_over(conn: sqlite3.Connection) -> None:
    """Put the readings that letters go by where everything reads them: packs have what they had before."""
    rows = conn.execute(
        "SELECT l.id, l.reading FROM letter l JOIN reading r ON r.letter_id = l.id AND r.number = l.reading"
    ).fetchall()
    for letter_id, number in rows:
        text, _, content = _row(conn, letter_id, number)
        _lay(conn, letter_id, text, content)


def reading_faults(conn: sqlite3.Connection, letter_id: int) -> Iterator[str]:
    """Yield the codes of what is wrong with the readings of a letter: "lost", "differs" or "damaged"."""
    kept = conn.execute("SELECT number FROM reading WHERE letter_id = ?", (letter_id,)).fetchall()
    (reading,) = conn.execute("SELECT reading FROM letter WHERE id = ?", (letter_id,)).fetchone()
    if (kept or reading != 1) and (reading,) not in kept:
        yield "lost"
        return
    for (number,) in kept:
        try:
            text = kept_reading(conn, letter_id, number).text
        except (ValueError, TypeError, KeyError, AttributeError, sqlite3.Error):
            yield "damaged"
            continue
        if number == reading:
            (ocr_text,) = conn.execute(
                "SELECT text FROM letter_ocr WHERE letter_id = ?", (letter_id,)
            ).fetchone()
            if text != ocr_text:
                yield "differs"


def _keep_first(conn: sqlite3.Connection, letter_id: int) -> None:
    number, made_at, source_id, name, text = conn.execute(
        "SELECT l.reading, l.created_at, l.source_id, l.source_name, o.text"
        " FROM letter l JOIN letter_ocr o ON o.letter_id = l.id WHERE l.id = ?",
        (letter_id,),
    ).fetchone()
    found = conn.execute("SELECT ocr_start FROM page WHERE letter_id = ? ORDER BY number", (letter_id,))
    starts = [start for (start,) in found]
    content = _packed(_taken(conn, letter_id))
    _insert(conn, (letter_id, number, made_at, "", source_id, name, text, starts, content))


def _insert(conn: sqlite3.Connection, row: tuple[Any, ...]) -> None:
    *about, starts, content = row
    try:
        conn.execute(
            "INSERT INTO reading (letter_id, number, made_at, analyst, source_id, source_name, text, content,"
            " pages) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*about, content, json.dumps(starts)),
        )
    except sqlite3.IntegrityError as error:
        raise ValueError("the letter has another reading of that number") from error


def _row(conn: sqlite3.Connection, letter_id: int, number: int) -> tuple[str, str, bytes]:
    row = conn.execute(
        "SELECT text, pages, content FROM reading WHERE letter_id = ? AND number = ?", (letter_id, number)
    ).fetchone()
    if row is None or not (type(row[0]) is type(row[1]) is str and type(row[2]) is bytes):
        raise ValueError(f"letter {letter_id} has no reading {number}")
    return row[0], row[1], row[2]


def _text_of(conn: sqlite3.Connection, letter_id: int, number: int) -> str:
    kept = conn.execute(
        "SELECT text FROM reading WHERE letter_id = ? AND number = ?", (letter_id, number)
    ).fetchone()
    kept = kept or conn.execute("SELECT text FROM letter_ocr WHERE letter_id = ?", (letter_id,)).fetchone()
    return str(kept[0])


def _lay(conn: sqlite3.Connection, letter_id: int, text: str, content: bytes) -> None:
    conn.execute(
        "INSERT INTO letter_ocr (letter_id, text) VALUES (?, ?)"
        " ON CONFLICT (letter_id) DO UPDATE SET text = excluded.text",
        (letter_id, text),
    )
    for table in PARTS:
        conn.execute(f"DELETE FROM {table} WHERE letter_id = ?", (letter_id,))
    _put(conn, letter_id, unpacked_rows(content))


def _taken(conn: sqlite3.Connection, letter_id: int) -> Rows:
    """Return what a letter has of its reading beside the text."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for table in PARTS:
        found = conn.execute(f"SELECT * FROM {table} WHERE letter_id = ?", (letter_id,))
        names = [column[0] for column in found.description]
        rows[table] = [
            {name: _as_json(value) for name, value in zip(names, row, strict=True) if name != "letter_id"}
            for row in found
        ]
    return rows


def _put(conn: sqlite3.Connection, letter_id: int, rows: Rows) -> None:
    for table in PARTS:
        put_rows(conn, table, letter_id, rows.get(table, ()))


def put_rows(conn: sqlite3.Connection, table: str, letter_id: int, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows of a letter that a reading has; columns that the table has not are left out."""
    known = {column[0] for column in conn.execute(f"SELECT * FROM {table} LIMIT 0").description}
    for row in rows:
        names = [name for name in row if name in known and name != "letter_id"]
        listed = ", ".join(f'"{name}"' for name in ("letter_id", *names))
        conn.execute(
            f"INSERT INTO {table} ({listed}) VALUES ({', '.join('?' * (len(names) + 1))})",
            (letter_id, *(_from_json(row[name]) for name in names)),
        )


def _as_json(value: object) -> object:
    return {"bytes": base64.b64encode(value).decode("ascii")} if isinstance(value, bytes) else value


def _from_json(value: Any) -> object:
    return base64.b64decode(value["bytes"], validate=True) if isinstance(value, dict) else value


def _packed(rows: Rows) -> bytes:
    return zlib.compress(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode(), 6)


def unpacked_rows(content: bytes) -> Rows:
    """Unpack what a reading has beside its text. Raises ValueError where it is damaged."""
    try:
        unpacking = zlib.decompressobj()
        data = unpacking.decompress(content, _LARGEST)
        if unpacking.unconsumed_tail or not unpacking.eof:
            raise ValueError("a damaged reading")
        rows = read_json(data.decode(), _LARGEST)
    except zlib.error as error:
        raise ValueError("a damaged reading") from error
    if not isinstance(rows, dict):
        raise ValueError("a damaged reading")
    return rows


@contextmanager
def _scratch(conn: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Give tables of the same form in memory, where rows are made and read by the same code."""
    with closing(sqlite3.connect(":memory:")) as scratch:
        for table in PARTS:
            (statement,) = conn.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
            scratch.execute(statement)
        yield scratch
