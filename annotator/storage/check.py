"""Checking a project: is the file whole, and does what it says of its letters hold?"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from annotator.core.document import Letter
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.storage.examine import pending_migrations, require_ours
from annotator.storage.kept_readings import reading_faults
from annotator.storage.letter_rows import load_letter
from annotator.storage.project import codebook_faults
from annotator.storage.read_connections import connected_reader, stamp_of
from annotator.storage.section_places import kept_places, section_places
from annotator.storage.soundness import WRONG, Fault, letter_faults, require_sound
from annotator.storage.troubles import damaged, problem_of, reading_problems, resolved
from annotator.storage.views import VIEWS

_DAMAGED = QT_TRANSLATE_NOOP("Check", "The file is damaged: {fault}.")
_REFERENCE = QT_TRANSLATE_NOOP("Check", "A row of {table} refers to a row of {parent} that is not there.")
_VIEW = QT_TRANSLATE_NOOP("Check", "The view {view} is missing or was changed.")
_OLDER = QT_TRANSLATE_NOOP("Check", "The project is of an older version: open it once, and it is updated.")
_UNPLACED = QT_TRANSLATE_NOOP("Check", "Letter {id}: a passage has no place.")
_QUOTE = QT_TRANSLATE_NOOP("Check", "Letter {id}: a row of {view} does not quote the text.")
_SECTIONS = QT_TRANSLATE_NOOP("Check", "Letter {id}: the view sections does not say where its sections end.")
_READINGS = {
    "lost": QT_TRANSLATE_NOOP("Check", "Letter {id}: the reading that it goes by is not kept."),
    "differs": QT_TRANSLATE_NOOP("Check", "Letter {id}: its OCR text is not that of the reading it goes by."),
    "damaged": QT_TRANSLATE_NOOP("Check", "Letter {id}: a reading that it has is damaged."),
}
_CODEBOOK = QT_TRANSLATE_NOOP("Check", "The codebook cannot be read.")
_UNREADABLE = QT_TRANSLATE_NOOP("Check", "Letter {id} cannot be read: {fault}")

_TRIES = 3
_QUOTES = {
    "passages": '"start", "end", quote',
    "form_values": "evidence_start, evidence_end, evidence_quote",
    "sections": '"start", "end", text',
}


def check(path: Path) -> list[Message]:
    """Return the faults of a project, none where all is well; it may be open elsewhere.

    Raises UserError where the file is no project that this program can read at all.
    """
    path = resolved(path)
    for _ in range(_TRIES):
        stamp = stamp_of(path)
        faults = _faults(path)
        # A quiet reader takes no locks: what was written meanwhile may look like damage.
        if not faults or stamp_of(path) == stamp:
            break
    return faults


def _faults(path: Path) -> list[Message]:
    with reading_problems(path):
        require_ours(path)
        with closing(connected_reader(path)) as conn:
            # One transaction: the faults of one moment, whatever is written meanwhile.
            conn.execute("BEGIN")
            if pending_migrations(conn, path):
                return [*_file_faults(conn), Message("Check", _OLDER)]
            changed = _changed_views(conn)
            named = [Message("Check", _VIEW, {"view": view}) for view in changed]
            views = [view for view in VIEWS if view not in changed]
            return [
                *_file_faults(conn),
                *named,
                *_codebook_faults(conn, path),
                *_letter_faults(conn, path, views),
            ]


def quick_check(path: Path) -> list[Message]:
    """Return the faults that SQLite's quick check finds, on a connection of its own."""
    path = resolved(path)
    with reading_problems(path), closing(connected_reader(path)) as conn:
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


def _codebook_faults(conn: sqlite3.Connection, path: Path) -> Iterator[Message]:
    """Yield what is wrong with the codebook: changes of it are made and undone row by row."""
    try:
        yield from codebook_faults(conn, path.name)
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        yield Message("Check", _CODEBOOK, {})


def _letter_faults(conn: sqlite3.Connection, path: Path, views: Sequence[str]) -> Iterator[Message]:
    try:
        ids = [letter_id for (letter_id,) in conn.execute("SELECT id FROM letter ORDER BY id")]
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return  # said already: the file is damaged
    for letter_id in ids:
        try:
            letter = load_letter(conn, letter_id)
            require_sound(letter)
            faults = [
                *letter_faults(letter),
                *_quote_faults(conn, letter_id, letter, views),
                *((_READINGS[code], {}) for code in reading_faults(conn, letter_id)),
            ]
        except (UserError, sqlite3.Error, *WRONG) as error:
            found = problem_of(error, path) or damaged(path)
            yield Message("Check", _UNREADABLE, {"id": letter_id, "fault": str(found)})
        else:
            for text, params in faults:
                yield Message("Check", text, {"id": letter_id, **params})


def _quote_faults(
    conn: sqlite3.Connection, letter_id: int, letter: Letter, views: Sequence[str]
) -> Iterator[Fault]:
    """Yield the views whose quotes are not what stands at their places, as others' tools see them."""
    text = letter.text
    if "corrections" in views and not _corrections_quote(conn, letter_id, letter):
        yield _QUOTE, {"view": "corrections"}
    unplaced = "SELECT 1 FROM passages WHERE letter_id = ? AND start IS NULL LIMIT 1"
    if "passages" in views and conn.execute(unplaced, (letter_id,)).fetchone():
        yield _UNPLACED, {}
    if "sections" in views and kept_places(conn, letter_id) != section_places(conn, letter_id, len(text)):
        yield _SECTIONS, {}
    for view in [view for view in _QUOTES if view in views]:
        rows = conn.execute(
            f"SELECT {_QUOTES[view]} FROM {view} WHERE letter_id = ?", (letter_id,)
        ).fetchall()
        if any(quote != (None if start is None else text[start:end]) for start, end, quote in rows):
            yield _QUOTE, {"view": view}


def _corrections_quote(conn: sqlite3.Connection, letter_id: int, letter: Letter) -> bool:
    """Tell whether the view has each correction at its place, with what the OCR read there."""
    query = """SELECT "start", "end", before, after FROM corrections WHERE letter_id = ?
        ORDER BY ocr_start, ocr_end"""
    shown = [
        (*span, letter.ocr_text[row.ocr_start : row.ocr_end], row.after)
        for span, row in zip(letter.correction_spans(), letter.corrections, strict=True)
    ]
    return conn.execute(query, (letter_id,)).fetchall() == shown
