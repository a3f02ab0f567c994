"""Checking a project: is the file whole, and does what it says of its letters hold?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from itertools import pairwise
from pathlib import Path

from annotator.core.corrections import apply_corrections
from annotator.core.document import Letter
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.problems import Problem
from annotator.storage.examine import header_of, pending_migrations
from annotator.storage.letter_rows import load_letter
from annotator.storage.reader import connected_reader
from annotator.storage.troubles import as_problems, problem_of, resolved
from annotator.storage.views import VIEWS

_DAMAGED = QT_TRANSLATE_NOOP("Check", "The file is damaged: {fault}.")
_REFERENCE = QT_TRANSLATE_NOOP("Check", "A row of {table} refers to a row of {parent} that is not there.")
_VIEW = QT_TRANSLATE_NOOP("Check", "The view {view} is missing or was changed.")
_OLDER = QT_TRANSLATE_NOOP("Check", "The project is of an older version: open it once, and it is updated.")
_TEXT = QT_TRANSLATE_NOOP("Check", "Letter {id}: the OCR text with its corrections is not the text.")
_OVERLAP = QT_TRANSLATE_NOOP(
    "Check", "Letter {id}: two corrections overlap, or one lies outside the OCR text."
)
_OUTSIDE = QT_TRANSLATE_NOOP("Check", "Letter {id}: a {what} lies outside the text.")
_UNPLACED = QT_TRANSLATE_NOOP("Check", "Letter {id}: a passage has no place.")
_QUOTE = QT_TRANSLATE_NOOP("Check", "Letter {id}: a row of {view} does not quote the text.")
_SECTIONS = QT_TRANSLATE_NOOP("Check", "Letter {id}: the sections leave part of the text out.")
_PAGES = QT_TRANSLATE_NOOP("Check", "Letter {id}: the pages leave part of the text out or are in disorder.")
_UNREADABLE = QT_TRANSLATE_NOOP("Check", "Letter {id} cannot be read: {fault}")

_QUOTES = {
    "passages": '"start", "end", quote',
    "form_values": "evidence_start, evidence_end, evidence_quote",
    "sections": '"start", "end", text',
    "corrections": '"start", "end", after',
}


def check(path: Path) -> list[Message]:
    """Return the faults of a project, none where all is well; it may be open elsewhere.

    Raises Problem where the file is no project that this program can read at all.
    """
    path = resolved(path)
    with as_problems(path):
        header_of(path)
        with closing(connected_reader(path)) as conn:
            # One transaction: the faults of one moment, whatever is written meanwhile.
            conn.execute("BEGIN")
            if pending_migrations(conn, path):
                return [*_file_faults(conn), Message("Check", _OLDER)]
            changed = _changed_views(conn)
            named = [Message("Check", _VIEW, {"view": view}) for view in changed]
            views = [view for view in _QUOTES if view not in changed]
            return [*_file_faults(conn), *named, *_letter_faults(conn, path, views)]


def quick_check(path: Path) -> list[Message]:
    """Return the faults that SQLite's quick check finds, on a connection of its own."""
    path = resolved(path)
    with as_problems(path), closing(connected_reader(path)) as conn:
        return [Message("Check", _DAMAGED, {"fault": fault}) for fault in _integrity(conn, "quick_check")]


def _integrity(conn: sqlite3.Connection, pragma: str) -> list[str]:
    try:
        return [str(fault) for (fault,) in conn.execute(f"PRAGMA {pragma}(20)") if fault != "ok"]
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        return [str(error)]


def _file_faults(conn: sqlite3.Connection) -> Iterator[Message]:
    for fault in _integrity(conn, "integrity_check"):
        yield Message("Check", _DAMAGED, {"fault": fault.replace("\n", " ")})
    try:
        for table, _, parent, _ in conn.execute("PRAGMA foreign_key_check"):
            yield Message("Check", _REFERENCE, {"table": table, "parent": parent})
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        yield Message("Check", _DAMAGED, {"fault": str(error)})


def _changed_views(conn: sqlite3.Connection) -> list[str]:
    there = dict(conn.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'view'"))
    return [view for view, statement in VIEWS.items() if there.get(view) != statement]


def _letter_faults(conn: sqlite3.Connection, path: Path, views: Iterable[str]) -> Iterator[Message]:
    try:
        ids = [letter_id for (letter_id,) in conn.execute("SELECT id FROM letter ORDER BY id")]
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return  # said already: the file is damaged
    for letter_id in ids:
        try:
            letter = load_letter(conn, letter_id)
            faults = [
                *_text_faults(letter),
                *_place_faults(letter),
                *_quote_faults(conn, letter_id, letter.text, views),
            ]
        except (Problem, sqlite3.Error, UnicodeDecodeError) as error:
            found = problem_of(error, path)
            if found is None:
                raise
            yield Message("Check", _UNREADABLE, {"id": letter_id, "fault": str(found)})
        else:
            for text, params in faults:
                yield Message("Check", text, {"id": letter_id, **params})


_Fault = tuple[str, dict[str, object]]


def _text_faults(letter: Letter) -> Iterator[_Fault]:
    """Yield what is wrong with the corrections in force of a letter."""
    bounds = [bound for c in letter.corrections for bound in (c.ocr_start, c.ocr_end)]
    if any(a > b for a, b in pairwise((0, *bounds, len(letter.ocr_text)))):
        yield _OVERLAP, {}
    elif apply_corrections(letter.ocr_text, letter.corrections) != letter.text:
        yield _TEXT, {}


def _place_faults(letter: Letter) -> Iterator[_Fault]:
    length = len(letter.text)
    holders: dict[str, Mapping[str, object]] = {
        "passage": letter.passages,
        "section": letter.sections,
        "value": letter.values,
        "verdict": letter.verdicts,
    }
    for what, rows in holders.items():
        placed = [letter.spans[uid] for uid in rows if uid in letter.spans]
        if not all(0 <= span.start <= span.end <= length for span in placed):
            yield _OUTSIDE, {"what": what}
    sections = [letter.points[uid] for uid in letter.sections]
    if min(sections, default=-1) != 0 or max(sections) > length:
        yield _SECTIONS, {}
    pages = letter.page_starts()
    if not pages or pages[0] != 0 or pages != sorted(pages) or pages[-1] > length:
        yield _PAGES, {}


def _quote_faults(
    conn: sqlite3.Connection, letter_id: int, text: str, views: Iterable[str]
) -> Iterator[_Fault]:
    """Yield the views whose quotes are not what stands at their places, as others' tools see them."""
    for view in views:
        query = f"SELECT {_QUOTES[view]} FROM {view} WHERE letter_id = ?"
        rows = conn.execute(query, (letter_id,)).fetchall()
        if view == "passages" and any(start is None for start, _, _ in rows):
            yield _UNPLACED, {}
        if any(quote != (None if start is None else text[start:end]) for start, end, quote in rows):
            yield _QUOTE, {"view": view}
