"""The readings of a letter in the file: each kept whole, and the one in use where everything reads it."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.messages import Message
from annotator.core.page_layout import Furniture, LineStyle, PageLayout, WordBox, WordReading
from annotator.core.read_anew import read_anew
from annotator.core.readings import NewReading
from annotator.storage.kept_readings import (
    PARTS,
    ReadSource,
    keep_reading,
    kept_reading,
    number_of,
    readings_of,
)
from annotator.storage.store import Store
from annotator.storage.writer import WriteConnection
from tests.storage.making import STAMP, letter, project, save

TEXT = "Belgié steunt\nde motie.\n"
PAGE = PageLayout(
    1, 3, 600, 800, (WordBox(0, 6, 1, 2, 3, 4),), ("turned_90",), (WordReading(0, 6, 41.0, ("Belgie",)),)
)
SCAN = ReadSource(
    "scan.pdf",
    "1" * 64,
    b"%PDF",
    TEXT.replace("steunt", "stcunt"),
    (0, 14),
    [PAGE],
    [Furniture(0, 6, "head")],
    [LineStyle(0, 13, 70.0, 11.0, True)],
    [Message("Import", "{name} is odd.", {"name": "scan.pdf"})],
)


@pytest.fixture
def store(path: Path) -> Store:
    return project(path, letter(TEXT))


def keep(store: Store, number: int = 2, source: ReadSource = SCAN) -> None:
    store.do(lambda conn: keep_reading(conn, 1, number, source, "jan", STAMP.made_at))


def go_by(store: Store, number: int, change_id: int) -> None:
    reading = store.reader.kept_reading(1, number)
    delta, _ = read_anew(store.reader.letter(1), reading)
    save(store, change_id, {1: delta})


def test_a_letter_has_one_reading_until_there_is_another(store: Store) -> None:
    with store:
        (only,) = store.reader.kept_readings(1)
        assert (only.number, only.source_name, only.characters, only.is_current) == (1, "brief.txt", 24, True)
        keep(store)
        kept = store.reader.kept_readings(1)
        assert [(k.number, k.analyst, k.pages, k.is_current) for k in kept] == [
            (1, "", 1, True),
            (2, "jan", 2, False),
        ]
        assert store.reader.letter(1).ocr_text == TEXT


def test_it_comes_back_as_it_was_read(store: Store) -> None:
    with store:
        keep(store)
        expected = NewReading(2, SCAN.text, (0, 14), (Furniture(0, 6, "head"),), {1: ("turned_90",)})
        assert store.reader.kept_reading(1, 2) == expected
        assert store.reader.kept_reading(1, 1) == NewReading(1, TEXT, (0,))


def test_all_parts_of_a_reading_lie_where_they_are_read(store: Store) -> None:
    with store:
        keep(store)
        go_by(store, 2, 1)
        reader = store.reader
        assert reader.page_layouts(1)[0].words == PAGE.words
        assert reader.readings(1) == {1: PAGE.readings}
        assert reader.line_styles(1) == tuple(SCAN.lines)
        assert [str(note) for note in reader.import_notes(1)] == ["scan.pdf is odd."]
        assert (reader.details(1).source_name, reader.source_bytes(1)) == ("scan.pdf", b"%PDF")
        assert reader.letter_line(1) is not None and len(reader.letter(1).pages) == 2
        go_by(store, 1, 2)
        assert (reader.page_layouts(1), reader.line_styles(1)) == ([], ())
        count = store.do(
            lambda conn: [conn.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in PARTS]
        )
        assert count == [0] * len(PARTS)


def test_the_same_source_is_the_same_reading(store: Store) -> None:
    with store:
        assert store.do(lambda conn: number_of(conn, 1, SCAN)) == 2
        keep(store)
        assert store.do(lambda conn: number_of(conn, 1, SCAN)) == 2
        assert store.do(lambda conn: number_of(conn, 1, replace(SCAN, text="anders"))) == 3
        keep(store)  # nothing twice
        assert [k.number for k in store.reader.kept_readings(1)] == [1, 2]
        with pytest.raises(ValueError, match="another reading"):
            keep(store, 2, replace(SCAN, text="anders"))


def test_a_change_for_another_reading_is_refused_whole(store: Store) -> None:
    with store:
        keep(store)
        before = store.reader.letter(1)
        delta, _ = read_anew(before, store.reader.kept_reading(1, 2))
        assert delta.reading is not None
        wrong = replace(delta, reading=replace(delta.reading, after=delta.reading.after._replace(number=1)))
        with pytest.raises(ValueError, match="another reading"):
            save(store, 1, {1: wrong})
        assert store.reader.letter(1) == before
        go_by(store, 2, 1)
        with pytest.raises(ValueError, match=r"not there|not what|another reading"):
            save(store, 2, {1: delta})


@pytest.mark.parametrize("content", [b"", b"nothing", b"x\x9c"])
def test_a_damaged_reading_is_no_reading(store: Store, content: bytes) -> None:
    def damage(conn: WriteConnection) -> None:
        conn.execute("UPDATE reading SET content = ? WHERE number = 2", (content,))

    with store:
        keep(store)
        store.do(damage)
        with pytest.raises(ValueError, match="damaged"):
            store.do(lambda conn: kept_reading(conn, 1, 2))
        assert len(store.do(lambda conn: readings_of(conn, 1))) == 2


def test_readings_go_with_their_letter(store: Store, path: Path) -> None:
    with store:
        keep(store)
        store.remove_letters([1])
        store.flush()
    conn = sqlite3.connect(path)
    assert conn.execute(
        "SELECT (SELECT count(*) FROM reading), (SELECT count(*) FROM source)"
    ).fetchone() == (0, 0)
    conn.close()
