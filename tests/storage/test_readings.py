"""What a source says of its words and lines, and what import had to say, kept in the file and read again."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.messages import Message
from annotator.core.page_layout import LineStyle, PageLayout, WordBox, WordReading
from annotator.storage.letters import NewLetter, add_letters
from annotator.storage.readings import add_import_notes
from annotator.storage.store import Store
from tests.storage.making import letter, project

WORDS = (WordBox(0, 6, 72.0, 90.5, 120.3, 101.0), WordBox(7, 13, 124.1, 90.5, 160.0, 101.0))


def test_a_letter_keeps_how_its_words_were_read_and_its_lines_are_set(tmp_path: Path) -> None:
    readings = (WordReading(0, 6, 91.5), WordReading(7, 13, 40.0, ("steurt", "stuurt")))
    layouts = [PageLayout(1, 0, 595.0, 842.0, WORDS, (), readings), PageLayout(2, 1, 595.0, 842.0)]
    lines = (LineStyle(0, 13, 72.0, 11.0, bold=True, level=2), LineStyle(14, 20))
    notes = (Message("Import", "{name} is {size} MB.", {"name": "a.pdf", "size": 3}),)
    with project(tmp_path / "P.kant", letter()) as store:
        new = NewLetter(letter(), "a.pdf", "ab" * 32, b"bytes", layouts, (), lines, notes)
        (letter_id,) = store.do(lambda conn: add_letters(conn, [new]))
        assert store.reader.readings(letter_id) == {1: readings}
        assert store.reader.line_styles(letter_id) == lines
        assert store.reader.import_notes(letter_id) == notes
        assert (store.reader.readings(1), store.reader.line_styles(1), store.reader.import_notes(1)) == (
            {},
            (),
            (),
        )


@pytest.mark.parametrize(
    "said",
    [
        "",
        "null",
        "{",
        '{"a": 1}',
        "[[1, 2]]",
        '[["0", 6, 9.0, []]]',
        "[[5, 2, 9.0, []]]",
        "[[0, 6, 1e999, []]]",
    ],
)
def test_damaged_readings_are_left_out(tmp_path: Path, said: str) -> None:
    path = tmp_path / "P.kant"
    project(path, letter()).close()
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("INSERT INTO page_words VALUES (1, 1, ?)", (said,))
        conn.execute("INSERT INTO line_style VALUES (1, ?)", (said,))
        conn.execute("INSERT INTO import_note VALUES (1, ?)", (said,))
        conn.commit()
    with Store.open(path, read_only=True) as store:
        assert store.reader.readings(1).get(1, ()) == ()
        assert store.reader.line_styles(1) == ()
        assert store.reader.import_notes(1) == ()


def test_what_import_says_again_is_kept_once(tmp_path: Path) -> None:
    first, second = (Message("Import", text) for text in ("Two signs were dropped.", "A page is empty."))
    with project(tmp_path / "P.kant", letter()) as store:
        store.do(lambda conn: add_import_notes(conn, {1: [first]}))
        store.do(lambda conn: add_import_notes(conn, {1: [first, second]}))
        assert store.reader.import_notes(1) == (first, second)
