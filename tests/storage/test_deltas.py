"""A delta does to a letter in the file what it does in memory, and is refused where it does not fit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core import history, operations
from annotator.core.document import Letter, Passage
from annotator.core.history import Correction, Delta, Hunk, PointChange, RowChange, SpanChange
from annotator.core.in_force import InForce
from annotator.core.text import Span
from annotator.storage.deltas import apply_deltas
from annotator.storage.store import Store
from annotator.storage.texts import text_of
from tests.storage.making import STAMP, corrected, tagged

LATER = "2026-03-03T09:00:00.000Z"


def apply(store: Store, *deltas: Delta) -> Letter:
    """Apply deltas in the file, and return the letter as it is there."""
    store.do(lambda conn: apply_deltas(conn, 1, deltas, LATER))
    return store.reader.letter(1)


def twice(store: Store, *deltas: Delta) -> Letter:
    """Apply deltas in memory and in the file: both must be the same."""
    made = store.reader.letter(1)
    for delta in deltas:
        made = history.apply(made, delta)
    assert apply(store, *deltas) == made
    return made


def full(store: Store) -> Letter:
    """Give the letter a row of each kind with a place, around and behind `Belgié`."""
    made = store.reader.letter(1)
    for quote, uid in (
        ("Geachte", "before"),
        ("Belgié", "at"),
        ("Duits-\nland", "behind"),
        ("voorzitter", "b2"),
    ):
        made = history.apply(made, tagged(made, quote, uid))
        apply(store, tagged(store.reader.letter(1), quote, uid))
    for delta in (
        operations.set_value(made, "subject", 0, "x", "x", Span(54, 59), STAMP),
        operations.judge(Span(60, 65), "motie", "here", "", STAMP),
        operations.start_section(made, 38, 1, "topic", STAMP, "s"),
        operations.set_heading(made, next(iter(made.sections)), Span(38, 42)),
    ):
        made = history.apply(made, delta)
        apply(store, delta)
    assert store.reader.letter(1) == made
    return made


@pytest.mark.parametrize("after", ["België", "B", "", "Belgische vlag", "Bel\ngië"])
def test_all_places_move_as_they_do_in_memory(store: Store, after: str) -> None:
    made = full(store)
    twice(store, corrected(made, "Belgié", after))


def test_places_move_with_several_changes_at_once(store: Store) -> None:
    made = full(store)
    places = [
        (made.text.index(words), words, after)
        for words, after in (("Geachte", "Waarde"), ("Belgié", "België!"))
    ]
    both = tuple(
        Correction(at, at + len(words), words, after, "word", "typed") for at, words, after in places
    )
    twice(store, operations.correct(made, both, STAMP))


def test_deltas_are_applied_one_after_the_other(store: Store) -> None:
    made = store.reader.letter(1)
    first = corrected(made, "Belgié", "België en Nederland")
    second = tagged(history.apply(made, first), "Nederland", "p")
    assert twice(store, first, second).quote("p") == "Nederland"


def test_a_change_of_the_text_makes_another_version_and_a_change_of_rows_does_not(store: Store) -> None:
    assert store.reader.version(1) == 1
    apply(store, tagged(store.reader.letter(1), "motie", "p"))
    assert store.reader.version(1) == 1
    apply(store, corrected(store.reader.letter(1), "Belgié", "België"))
    assert store.reader.version(1) == 2
    assert store.reader.details(1).updated_at == LATER


def test_only_another_text_lies_beside_the_ocr_text(store: Store) -> None:
    made = store.reader.letter(1)
    delta = corrected(made, "Belgié", "België")
    apply(store, delta)
    assert store.do(lambda conn: conn.execute("SELECT count(*) FROM letter_text").fetchone()) == (1,)
    assert store.do(lambda conn: text_of(conn, 1)).count("België") == 1
    assert apply(store, delta.inverse()) == made
    assert store.do(lambda conn: conn.execute("SELECT count(*) FROM letter_text").fetchone()) == (0,)


def test_the_search_looks_at_a_changed_letter_itself(store: Store) -> None:
    store.do(lambda conn: conn.execute("DELETE FROM search_stale"))
    apply(store, tagged(store.reader.letter(1), "motie", "p"))
    assert store.do(lambda conn: conn.execute("SELECT letter_id FROM search_stale").fetchall()) == []
    apply(store, corrected(store.reader.letter(1), "Belgié", "België"))
    assert store.do(lambda conn: conn.execute("SELECT letter_id FROM search_stale").fetchall()) == [(1,)]


def test_a_correction_that_grows_keeps_its_id(store: Store) -> None:
    made = store.reader.letter(1)
    first = corrected(made, "Belgié", "België")
    apply(store, first)
    (before,) = store.do(lambda conn: conn.execute("SELECT id FROM correction").fetchall())
    made = store.reader.letter(1)
    apply(store, corrected(made, "België", "Belgische"))
    rows = store.do(lambda conn: conn.execute("SELECT id, after FROM correction").fetchall())
    assert rows == [(before[0], "Belgische")]


def test_a_correction_that_comes_and_goes_in_one_step_leaves_nothing(store: Store) -> None:
    row = InForce(0, 0, "")
    apply(store, Delta(rows=(RowChange(None, row), RowChange(row, None))))
    assert store.reader.letter(1).corrections == ()


def test_title_status_and_note_are_written(store: Store) -> None:
    about = replace(store.reader.letter(1).about, title="Other", status="done", note="n")
    made = apply(store, Delta(rows=(RowChange(store.reader.letter(1).about, about),)))
    assert made.about == about


P = Passage("p", "country")
OUTSIDE = 10_000


@pytest.mark.parametrize(
    ("delta", "said"),
    [
        (Delta(hunks=(Hunk(0, "Beste", "x"),)), "the text at 0"),
        (Delta(rows=(RowChange(InForce(0, 3, "x"), None),)), "the correction"),
        (Delta(rows=(RowChange(P, None),)), "is not there"),
        (Delta(rows=(RowChange(None, P),)), "no place"),
        (Delta(rows=(RowChange(None, None),)), "neither a before nor an after"),
        (Delta(spans=(SpanChange("passage", "p", None, Span(0, 1)),)), "is not there"),
        (Delta(points=(PointChange("page", "page:9", 0, 1),)), "is not there"),
        (
            Delta(rows=(RowChange(None, P),), spans=(SpanChange("passage", "p", None, Span(3, OUTSIDE)),)),
            "place of passage_place outside",
        ),
        (
            Delta(rows=(RowChange(None, P),), spans=(SpanChange("passage", "p", None, Span(-1, 3)),)),
            "place of passage_place outside",
        ),
        (
            Delta(rows=(RowChange(None, P),), spans=(SpanChange("passage", "p", None, Span(4, 3)),)),
            "place of passage_place outside",
        ),
        (Delta(points=(PointChange("page", "page:2", 21, OUTSIDE),)), "place of page outside"),
    ],
)
def test_what_does_not_fit_is_refused_and_changes_nothing(store: Store, delta: Delta, said: str) -> None:
    before = store.reader.letter(1)
    with pytest.raises(ValueError, match=said):
        apply(store, delta)
    assert store.reader.letter(1) == before


def test_a_place_may_end_where_the_text_ends(store: Store) -> None:
    length = len(store.reader.letter(1).text)
    apply(store, operations.add_passage(Span(length - 1, length), "country", STAMP, "p"))
    assert store.reader.letter(1).quote("p") == "\n"


def test_there_is_no_text_of_an_absent_letter(store: Store) -> None:
    with pytest.raises(ValueError, match="no letter 9"):
        store.do(lambda conn: text_of(conn, 9))
