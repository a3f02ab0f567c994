"""Rows of a letter in their tables: each kind comes back, with its place, and is refused without it."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.document import About, Dismissal, Page, Passage, Row, Section, Value, Verdict
from annotator.core.in_force import InForce
from annotator.core.proposals import Proposed
from annotator.core.text import Span
from annotator.storage import rows
from annotator.storage.letter_rows import load_letter, load_open
from annotator.storage.store import Store
from tests.storage.making import letter, project

MADE = {"analyst": "jan", "made_at": "2026-03-02T09:00:00.000Z"}
PASSAGE = Passage("p", "country", "why", "confirmed", **MADE)
SECTION = Section("s", 2, "topic", "confirmed", **MADE)
VALUE = Value("v", "subject", 3, "x", "X", "confirmed", 0.5, **MADE)
VERDICT = Verdict("r", "Belgié", "here", "België", **MADE)
DISMISSAL = Dismissal("d", "value", "subject", "x", **MADE)
PAGE = Page("page:3", 3, 40)
SPAN = Span(21, 27)
ROWS: tuple[tuple[str, Row, Span | None, int | None], ...] = (
    ("passages", PASSAGE, SPAN, None),
    ("sections", SECTION, SPAN, 21),
    ("values", VALUE, SPAN, None),
    ("verdicts", VERDICT, SPAN, None),
    ("dismissals", DISMISSAL, SPAN, None),
    ("pages", PAGE, None, 40),
)


@pytest.fixture
def two(path: Path) -> Store:
    """Return a project with two letters, of which the second must stay as it is."""
    return project(path, letter(pages=(0, 21)), letter())


def insert(conn: sqlite3.Connection) -> None:
    for _, row, span, point in ROWS:
        rows.insert_row(conn, 1, row, span, point)


def uid_of(row: Row) -> str:
    return str(getattr(row, "uid"))  # noqa: B009 - some rows have none


@pytest.mark.parametrize(("held", "row", "span", "point"), ROWS)
def test_a_row_comes_back_with_its_place(
    two: Store, held: str, row: Row, span: Span | None, point: int | None
) -> None:
    two.do(insert)
    found, uid = two.reader.letter(1), uid_of(row)
    assert getattr(found, held)[uid] == row
    assert (found.spans.get(uid), found.points.get(uid)) == (span, point)
    assert uid not in getattr(two.reader.letter(2), held)
    two.close()


@pytest.mark.parametrize(("row"), [PASSAGE, SECTION, VERDICT, DISMISSAL, PAGE])
def test_a_row_that_must_have_a_place_is_refused_without(two: Store, row: Row) -> None:
    with pytest.raises(ValueError, match="has no place"):
        two.do(lambda conn: rows.insert_row(conn, 1, row, None, None))
    two.close()


def test_a_value_and_a_heading_may_be_without_a_place(two: Store) -> None:
    two.do(lambda conn: rows.insert_row(conn, 1, VALUE, None, None))
    two.do(lambda conn: rows.insert_row(conn, 1, SECTION, None, 0))
    assert {"v", "s"} & two.reader.letter(1).spans.keys() == set()
    two.close()


def test_what_has_no_table_of_its_own_is_refused(two: Store) -> None:
    with pytest.raises(ValueError, match="kind About is not inserted"):
        two.do(lambda conn: rows.insert_row(conn, 1, About("x"), None, None))
    with pytest.raises(ValueError, match="kind About has no uid"):
        two.do(lambda conn: rows.update_row(conn, 1, About("x"), About("y")))
    two.close()


@pytest.mark.parametrize(
    ("held", "before", "after"),
    [
        ("passages", PASSAGE, replace(PASSAGE, tag="other", note="", state="proposed")),
        ("sections", SECTION, replace(SECTION, level=3)),
        ("values", VALUE, replace(VALUE, position=0, value="y", confidence=None)),
        ("verdicts", VERDICT, replace(VERDICT, chosen="")),
        ("dismissals", DISMISSAL, replace(DISMISSAL, value="z")),
        ("pages", PAGE, replace(PAGE, ocr_start=41)),
    ],
)
def test_a_row_becomes_another_and_stays_where_it_is(two: Store, held: str, before: Row, after: Row) -> None:
    two.do(insert)
    was = two.reader.letter(1)
    two.do(lambda conn: rows.update_row(conn, 1, before, after))
    found, uid = two.reader.letter(1), uid_of(before)
    assert getattr(found, held)[uid] == after
    assert (found.spans, found.points) == (was.spans, was.points)
    two.close()


@pytest.mark.parametrize(("held", "row", "span", "point"), ROWS)
def test_a_row_goes_with_its_place(
    two: Store, held: str, row: Row, span: Span | None, point: int | None
) -> None:
    two.do(insert)
    two.do(lambda conn: rows.delete_row(conn, 1, row))
    found, uid = two.reader.letter(1), uid_of(row)
    assert uid not in getattr(found, held)
    assert uid not in found.spans
    assert uid not in found.points
    others = [uid_of(other) for _, other, _, _ in ROWS if other is not row]
    everything = (found.passages, found.sections, found.values, found.verdicts, found.dismissals, found.pages)
    assert all(any(other in kind for kind in everything) for other in others)
    two.close()


@pytest.mark.parametrize(("held", "row", "span", "point"), ROWS)
def test_what_is_not_there_is_neither_changed_nor_deleted(
    two: Store, held: str, row: Row, span: Span | None, point: int | None
) -> None:
    two.do(insert)
    with pytest.raises(ValueError, match="is not there"):
        two.do(lambda conn: rows.update_row(conn, 2, row, row))
    with pytest.raises(ValueError, match="is not there"):
        two.do(lambda conn: rows.delete_row(conn, 2, row))
    two.close()


def test_places_are_set(two: Store) -> None:
    two.do(insert)
    for number, owner in enumerate(("passage", "section", "value", "verdict", "dismissal")):
        uid = dict(zip(("passage", "section", "value", "verdict", "dismissal"), "psvrd", strict=True))[owner]
        span = Span(number, 10 + number)
        two.do(lambda conn, o=owner, u=uid, s=span: rows.place_span(conn, 1, o, u, s))  # type: ignore[misc]
        assert two.reader.letter(1).spans[uid] == span
    two.do(lambda conn: rows.place_point(conn, 1, "section", "s", 7))
    two.do(lambda conn: rows.place_point(conn, 1, "page", "page:3", 50))
    found = two.reader.letter(1)
    assert (found.points["s"], found.points["page:3"], found.points["page:2"]) == (7, 50, 21)
    two.close()


@pytest.mark.parametrize(("owner", "uid"), [("passage", "p"), ("verdict", "r"), ("dismissal", "d")])
def test_a_place_that_must_be_is_not_taken_away(two: Store, owner: str, uid: str) -> None:
    two.do(insert)
    with pytest.raises(ValueError, match="cannot be without a place"):
        two.do(lambda conn: rows.place_span(conn, 1, owner, uid, None))
    two.close()


@pytest.mark.parametrize(("owner", "uid"), [("value", "v"), ("section", "s")])
def test_evidence_and_headings_can_be_taken_away(two: Store, owner: str, uid: str) -> None:
    two.do(insert)
    two.do(lambda conn: rows.place_span(conn, 1, owner, uid, None))
    assert uid not in two.reader.letter(1).spans
    two.close()


@pytest.mark.parametrize(("owner", "uid"), [("passage", "x"), ("value", "x"), ("section", "x")])
def test_a_place_of_what_is_not_there_is_refused(two: Store, owner: str, uid: str) -> None:
    with pytest.raises(ValueError, match="is not there"):
        two.do(lambda conn: rows.place_span(conn, 1, owner, uid, SPAN))
    two.close()


@pytest.mark.parametrize(("owner", "uid"), [("section", "x"), ("page", "page:9"), ("passage", "p")])
def test_a_point_of_what_has_none_is_refused(two: Store, owner: str, uid: str) -> None:
    two.do(insert)
    with pytest.raises(ValueError, match="is not there"):
        two.do(lambda conn: rows.place_point(conn, 1, owner, uid, 3))
    two.close()


def test_corrections_stand_where_those_before_them_leave_them(two: Store) -> None:
    text = letter().ocr_text
    made = (InForce(7, 7, "achte"), InForce(21, 27, "B"), InForce(40, 42, "xyz", **MADE))

    def insert_all(conn: sqlite3.Connection) -> list[tuple[int, int, str]]:
        for row in reversed(made):
            rows.insert_correction(conn, 1, row, text)
        rows.place_corrections(conn, 1)
        statement = (
            "SELECT s.start, c.grows, c.before FROM correction c"
            " JOIN correction_start s ON s.correction_id = c.id ORDER BY c.ocr_start"
        )
        return conn.execute(statement).fetchall()

    assert two.do(insert_all) == [(7, 5, ""), (26, -5, text[21:27]), (40, 1, text[40:42])]
    assert two.reader.letter(1).corrections == made
    two.close()


def test_a_correction_takes_the_id_that_it_is_given(two: Store) -> None:
    two.do(lambda conn: rows.insert_correction(conn, 1, InForce(0, 1, "x"), "abc", 77))
    assert two.do(lambda conn: conn.execute("SELECT id FROM correction").fetchall()) == [(77,)]
    two.close()


def test_the_number_of_a_page() -> None:
    assert rows.page_number("page:12") == 12
    with pytest.raises(ValueError, match="invalid literal"):
        rows.page_number("p")


def test_proposals_lie_beside_the_letters_own_rows_and_go_alone(two: Store) -> None:
    uids = ("proposed:s", "proposed:p", "proposed:v")
    shown = Proposed(
        sections={uids[0]: (Section(uids[0], 1, "topic", "proposed"), 30)},
        passages={uids[1]: Passage(uids[1], "country", state="proposed")},
        values={uids[2]: Value(uids[2], "subject", 0, "x", "x", "proposed", 0.5)},
        spans={uids[1]: SPAN, uids[2]: Span(0, 7)},
    )

    def work(conn: sqlite3.Connection) -> tuple[Proposed, Proposed]:
        insert(conn)
        rows.insert_proposed(conn, 1, shown)
        there = load_open(conn, 1)
        own = load_letter(conn, 1)
        assert set(uids).isdisjoint({*own.sections, *own.passages, *own.values, *own.spans, *own.points})
        rows.drop_proposed(conn, 1)
        assert load_letter(conn, 1) == own
        return there, load_open(conn, 1)

    there, gone = two.do(work)
    assert there == shown
    assert not gone
    two.close()
