"""The documented views: their columns, what they say, and that they are fast for one letter and one row."""

from __future__ import annotations

import random
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotator.core import operations
from annotator.core.text import Span
from annotator.storage.check import check
from annotator.storage.store import Store
from annotator.storage.text_pieces import PIECE
from tests.storage.making import STAMP, TEXT, corrected, letter, project, save, tagged

MADE = "state, analyst, made_at"
COLUMNS = {
    "letters": (
        "id, uid, title, source_name, source_sha256, status, pages, ocr_text, text, created_at, updated_at"
    ),
    "corrections": (
        "id, letter_id, ocr_start, ocr_end, start, end, before, after, kind, origin, reason, analyst, made_at"
    ),
    "sections": (f"id, uid, letter_id, position, level, tag, heading, start, end, subtree_end, text, {MADE}"),
    "passages": f"id, uid, letter_id, tag, start, end, quote, note, {MADE}, origin",
    "form_values": (
        "id, uid, letter_id, field, position, value, shown, evidence_start, evidence_end, evidence_quote,"
        " state, confidence, analyst, made_at"
    ),
    "verdicts": "id, letter_id, start, end, reading, verdict, chosen, analyst, made_at",
    "changes": "id, label, analyst, made_at, undone",
    "change_letters": "change_id, letter_id",
}


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """A project after some work, as another tool opens it."""
    path = tmp_path_factory.mktemp("views") / "P.kant"
    with project(path, letter(pages=(0, 21)), letter("Belgié\n")) as store:
        work(store)
    with closing(sqlite3.connect(path)) as conn:
        conn.row_factory = sqlite3.Row
        yield conn


def work(store: Store) -> None:
    changes = iter(range(1, 20))
    save(store, next(changes), {1: corrected(store.reader.letter(1), "Geachte", "Beste")})
    save(store, next(changes), {1: corrected(store.reader.letter(1), "Duits-\nland", "Duitsland\n")})
    save(store, next(changes), {1: tagged(store.reader.letter(1), "motie Jansen", "p1")})
    made = store.reader.letter(1)
    at = made.text.index("2 maart 2026")
    date = operations.set_value(
        made, "letter_date", 0, "2026-03-02", "2 maart 2026", Span(at, at + 12), STAMP
    )
    save(store, next(changes), {1: date})
    save(store, next(changes), {1: operations.set_value(made, "signatory.name", 0, "A", "A", None, STAMP)})
    for start, level in (("Belgi", 1), ("Zie", 2), ("De minister", 1)):
        section = operations.start_section(made, made.text.index(start), level, "topic", STAMP, start)
        save(store, next(changes), {1: section})
    two_lines = Span(made.text.index("Duitsland"), made.text.index("motie"))
    save(store, next(changes), {1: operations.set_heading(store.reader.letter(1), "Zie", two_lines)})
    save(store, next(changes), {1: operations.judge(Span(0, 5), "Beste", "always", "", STAMP)})
    save(store, next(changes), {1: tagged(store.reader.letter(1), "Zie", "p2")})
    save(store, 11, {}, "undo")


def rows(conn: sqlite3.Connection, query: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in conn.execute(query)]


@pytest.mark.parametrize("view", COLUMNS)
def test_the_columns_are_those_documented(worked: sqlite3.Connection, view: str) -> None:
    found = worked.execute(f"SELECT * FROM {view} LIMIT 0").description
    assert [column[0] for column in found] == COLUMNS[view].split(", ")


def test_a_letter_has_its_two_texts(worked: sqlite3.Connection) -> None:
    row = worked.execute("SELECT ocr_text, text FROM letters WHERE id = 1").fetchone()
    assert (row["ocr_text"][:8], row["text"][:6]) == ("Geachte ", "Beste ")


def test_an_uncorrected_letter_has_one_text(worked: sqlite3.Connection) -> None:
    assert rows(worked, "SELECT ocr_text, text FROM letters WHERE id = 2") == [("Belgié\n", "Belgié\n")]


def test_a_correction_tells_where_it_is_in_both_texts(worked: sqlite3.Connection) -> None:
    query = """SELECT before, after, substr(ocr_text, ocr_start + 1, ocr_end - ocr_start),
        substr(text, "start" + 1, "end" - "start") FROM corrections JOIN letters ON letters.id = letter_id"""
    found = rows(worked, query)
    assert len(found) >= 2
    assert all(before == in_ocr and after == in_text for before, after, in_ocr, in_text in found)


@pytest.mark.parametrize(
    ("view", "start", "end", "quote"),
    [
        ("passages", "start", "end", "quote"),
        ("form_values", "evidence_start", "evidence_end", "evidence_quote"),
        ("sections", "start", "end", "text"),
    ],
)
def test_quotes_are_what_stands_there(
    worked: sqlite3.Connection, view: str, start: str, end: str, quote: str
) -> None:
    query = f"""SELECT v."{start}", v."{end}", v."{quote}", l.text FROM {view} v
        JOIN letters l ON l.id = v.letter_id WHERE v."{start}" IS NOT NULL"""
    found = rows(worked, query)
    assert found
    assert all(text[a:b] == said for a, b, said, text in found)  # type: ignore[index,misc]


def test_a_quote_behind_an_emoji(worked: sqlite3.Connection) -> None:
    assert rows(worked, "SELECT tag, quote FROM passages") == [("country", "motie Jansen")]


def test_a_value_without_evidence_has_no_quote(worked: sqlite3.Connection) -> None:
    query = (
        "SELECT evidence_start, evidence_end, evidence_quote FROM form_values WHERE field = 'signatory.name'"
    )
    assert rows(worked, query) == [(None, None, None)]


def test_sections_lie_in_order_with_their_subtrees(worked: sqlite3.Connection) -> None:
    found = rows(
        worked, """SELECT position, level, "start", "end", subtree_end FROM sections WHERE letter_id = 1"""
    )
    placed = sorted(found)
    starts = [row[2] for row in placed]
    length = worked.execute("SELECT length(text) FROM letters WHERE id = 1").fetchone()[0]
    assert [row[0] for row in placed] == [0, 1, 2, 3]
    assert [row[1] for row in placed] == [1, 1, 2, 1]
    assert [row[3] for row in placed] == [*starts[1:], length]
    assert [row[4] for row in placed] == [starts[1], starts[3], starts[3], length]


def test_a_section_nobody_tagged_has_no_tag(worked: sqlite3.Connection) -> None:
    assert rows(worked, "SELECT tag FROM sections WHERE letter_id = 2") == [(None,)]


def test_a_heading_is_one_line(worked: sqlite3.Connection) -> None:
    [(heading,)] = rows(worked, "SELECT heading FROM sections WHERE uid = 'Zie'")
    assert str(heading).startswith(["Duitsland", "land"][0])
    assert "\n" not in str(heading)


def test_an_undone_change_is_marked(worked: sqlite3.Connection) -> None:
    assert rows(worked, "SELECT id FROM changes WHERE undone") == [(11,)]


def test_the_letters_of_a_change(worked: sqlite3.Connection) -> None:
    assert rows(worked, "SELECT letter_id FROM change_letters WHERE change_id = 1") == [(1,)]


@pytest.mark.parametrize("view", [view for view in COLUMNS if view != "change_letters"])
@pytest.mark.parametrize("column", ["id", "letter_id"])
def test_no_table_is_read_through_for_one_row_or_letter(
    worked: sqlite3.Connection, view: str, column: str
) -> None:
    if column not in COLUMNS[view].split(", "):
        return
    plan = [
        row["detail"] for row in worked.execute(f"EXPLAIN QUERY PLAN SELECT * FROM {view} WHERE {column} = 1")
    ]
    assert not [step for step in plan if re.match(r"SCAN (?!CONSTANT)", step)]


def test_quotes_of_a_long_letter_follow_its_text(path: Path) -> None:
    """Quote places at the edges of the pieces that it is kept in, while it grows and shrinks."""
    words = "Belgié 😀 en Irak.\n" * 1500
    with project(path, letter(words)) as store, closing(sqlite3.connect(path)) as conn:
        made = store.reader.letter(1)
        assert len(words) > 4 * PIECE
        edges = [
            at for n in range(6) for at in (n * PIECE - 1, n * PIECE, n * PIECE + 1) if 0 <= at <= len(words)
        ]
        spans = [Span(a, b) for a in edges for b in edges if a < b]
        for number, span in enumerate(spans):
            save(store, number + 1, {1: operations.add_passage(span, "country", STAMP, f"p{number}")})
        section = operations.start_section(made, 2 * PIECE, 1, "topic", STAMP, "s1")
        save(store, len(spans) + 1, {1: section})
        last = len(spans) + 1
        for before, after in (
            ("Belgi", "Het oude Belgi"),
            ("Irak.", "I"),
            (made.text[9:9000], "kort"),
            (words, "x"),
        ):
            assert_quotes(conn)
            last += 1
            text = store.reader.letter(1).text
            cut = before if before in text else text[3:]
            save(store, last, {1: corrected(store.reader.letter(1), cut, after)})
        assert_quotes(conn)
        assert conn.execute("SELECT count(*) FROM text_piece").fetchone() == (0,)
        for change in range(last, last - 4, -1):
            save(store, change, {}, "undo")
        assert_quotes(conn)
        assert conn.execute(
            "SELECT group_concat(text, '') = (SELECT text FROM letters) FROM text_piece"
        ).fetchone()[0]
    assert check(path) == []


def assert_quotes(conn: sqlite3.Connection) -> None:
    """Look whether each quote is what stands at its place in the text."""
    text = conn.execute("SELECT text FROM letters WHERE id = 1").fetchone()[0]
    for query in ('SELECT "start", "end", quote FROM passages', 'SELECT "start", "end", text FROM sections'):
        found = rows(conn, query)
        assert found
        assert [row for row in found if text[row[0] : row[1]] != row[2]] == []  # type: ignore[misc]


@pytest.mark.parametrize("seed", range(8))
def test_sections_end_where_looking_for_the_next_one_says(path: Path, seed: int) -> None:
    chance = random.Random(seed)
    with project(path, letter(TEXT * 3)) as store, closing(sqlite3.connect(path)) as conn:
        for number in range(12):
            made = store.reader.letter(1)
            kind = chance.randrange(4) if number > 3 else 0
            if kind == 0:
                at, level = chance.randrange(1, len(made.text)), chance.randrange(1, 4)
                delta = operations.start_section(made, at, level, "topic", STAMP, f"s{number}")
            elif kind == 1:
                delta = operations.merge_section(
                    made, chance.choice([uid for uid in made.sections if uid[0] == "s"])
                )
            else:
                delta = corrected(made, made.text[:9], "Een ander begin "[: chance.randrange(1, 16)])
            save(store, number + 1, {1: delta})
            found: list[Any] = rows(
                conn, 'SELECT "start", level, position, "end", subtree_end FROM sections ORDER BY position'
            )
            length = len(store.reader.letter(1).text)
            for place, (_, level, position, end, subtree_end) in enumerate(found):
                later = [*found[place + 1 :], (length, 0, 0, 0, 0)]
                assert (position, end) == (place, later[0][0])
                assert subtree_end == next(row[0] for row in later if row[1] <= level)


def test_names_of_views_and_tables_do_not_clash(worked: sqlite3.Connection) -> None:
    names = [
        name for (name,) in rows(worked, "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")
    ]
    assert len(names) == len({str(name).lower() for name in names})


def test_a_view_can_be_read_while_the_project_is_open(path: Path) -> None:
    with project(path, letter()), closing(sqlite3.connect(path)) as conn:
        assert conn.execute("SELECT count(*) FROM letters").fetchone() == (1,)
