"""Adding letters with their sources, and removing them without a trace."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.core.document import Letter, new_uid, now
from annotator.core.messages import Message
from annotator.core.page_layout import Furniture, LineStyle, PageLayout
from annotator.core.printable import printable
from annotator.storage.indexing import forget_letter
from annotator.storage.page_layouts import save_furniture, save_layouts
from annotator.storage.readings import save_import_notes, save_line_styles, save_readings
from annotator.storage.rows import insert_correction, insert_row, place_corrections
from annotator.storage.search_index import mark_stale
from annotator.storage.section_places import place_sections
from annotator.storage.sources import drop_unused_sources, source_id_of, sources_of
from annotator.storage.text_pieces import keep_pieces


@dataclass(frozen=True, slots=True)
class NewLetter:
    """A letter to add: as imported (with proposals, where there are any), and the source it came from."""

    letter: Letter
    source_name: str
    sha256: str
    content: bytes
    layouts: Sequence[PageLayout] = ()
    furniture: Sequence[Furniture] = ()
    lines: Sequence[LineStyle] = ()
    notes: Sequence[Message] = ()


def add_letters(conn: sqlite3.Connection, letters: Sequence[NewLetter]) -> list[int]:
    """Add letters and return their ids. Bytes that the project already has are kept once."""
    return [_add_letter(conn, new) for new in letters]


def _add_letter(conn: sqlite3.Connection, new: NewLetter) -> int:
    letter, moment = new.letter, now()
    source_id = source_id_of(conn, new.source_name, new.sha256, new.content)
    about = (printable(letter.about.title), letter.about.status, letter.about.note)
    letter_id = conn.execute(
        "INSERT INTO letter (uid, title, status, note, source_id, source_name, pages, created_at, updated_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (new_uid(), *about, source_id, printable(new.source_name), len(letter.pages), moment, moment),
    ).lastrowid
    if letter_id is None:
        raise RuntimeError("the file gave the letter no id")
    conn.execute("INSERT INTO letter_ocr (letter_id, text) VALUES (?, ?)", (letter_id, letter.ocr_text))
    if letter.text != letter.ocr_text:
        conn.execute("INSERT INTO letter_text (letter_id, text) VALUES (?, ?)", (letter_id, letter.text))
    _add_rows(conn, letter_id, letter)
    save_layouts(conn, letter_id, new.layouts)
    save_furniture(conn, letter_id, new.furniture)
    save_readings(conn, letter_id, new.layouts)
    save_line_styles(conn, letter_id, new.lines)
    save_import_notes(conn, letter_id, new.notes)
    mark_stale(conn, letter_id)
    return letter_id


def _add_rows(conn: sqlite3.Connection, letter_id: int, letter: Letter) -> None:
    for held in (
        letter.pages,
        letter.sections,
        letter.passages,
        letter.values,
        letter.verdicts,
        letter.dismissals,
    ):
        for uid, row in held.items():
            insert_row(conn, letter_id, row, letter.spans.get(uid), letter.points.get(uid))
    for correction in letter.corrections:
        insert_correction(conn, letter_id, correction, letter.ocr_text)
    if letter.corrections:
        place_corrections(conn, letter_id)
    place_sections(conn, letter_id, len(letter.text))
    keep_pieces(conn, letter_id, letter.text)


def remove_letters(conn: sqlite3.Connection, ids: Sequence[int]) -> tuple[list[str], bool]:
    """Remove letters; return their uids, and whether words of them still lie in old parts of the index.

    Raises ValueError where there is none with one of the ids.
    """
    uids, left = [], False
    for letter_id in ids:
        found = conn.execute("SELECT uid FROM letter WHERE id = ?", (letter_id,)).fetchone()
        left = remove_letter(conn, letter_id) or left
        uids.append(str(found[0]))
    return uids, left


def remove_letter(conn: sqlite3.Connection, letter_id: int) -> bool:
    """Remove a letter, what was made of it, what changes did to it, and sources that no other letter has.

    What is deleted is overwritten; `Store.remove_letters` also empties the log. Returns whether words of it
    still lie in old parts of the search index (`indexing.merge_step`). Raises ValueError where there is none.
    """
    if conn.execute("SELECT 1 FROM letter WHERE id = ?", (letter_id,)).fetchone() is None:
        raise ValueError(f"there is no letter {letter_id}")
    sources = sources_of(conn, letter_id)
    alone = (
        "SELECT change_id FROM change_letter WHERE letter_id = :letter AND change_id NOT IN"
        " (SELECT change_id FROM change_letter WHERE letter_id <> :letter)"
        " AND change_id NOT IN (SELECT change_id FROM change_codebook)"
    )
    left = forget_letter(conn, letter_id)
    # The label of a change may quote the letter: it goes with the last letter that it touched. One of the
    # codebook quotes nothing, and others build on it: it stays.
    conn.execute(f"DELETE FROM change WHERE id IN ({alone})", {"letter": letter_id})
    conn.execute("DELETE FROM letter WHERE id = ?", (letter_id,))
    drop_unused_sources(conn, sources)
    return left
