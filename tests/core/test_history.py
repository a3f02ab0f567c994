"""What a delta does, and that its inverse takes it back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core import history, operations
from annotator.core.document import About, Stamp, Verdict, new_letter
from annotator.core.history import (
    Correction,
    Delta,
    Hunk,
    PointChange,
    RowChange,
    SpanChange,
    apply,
    from_json,
    replaced,
    to_json,
)
from annotator.core.in_force import InForce
from annotator.core.text import Span

STAMP = Stamp("tester", "2026-01-01T00:00:00.000Z")


def test_a_span_changed_twice_in_one_step_goes_back_to_where_it_was() -> None:
    letter = new_letter("een twee drie", (0,), "letter", STAMP)
    letter = history.apply(letter, operations.add_passage(Span(0, 3), "tag", STAMP, "p"))
    delta = Delta(
        spans=(
            SpanChange("passage", "p", Span(0, 3), Span(4, 8)),
            SpanChange("passage", "p", Span(4, 8), Span(9, 13)),
        )
    )
    changed = history.apply(letter, delta)
    assert changed.quote("p") == "drie"
    assert history.apply(changed, delta.inverse()) == letter


ABOUT = RowChange(About("Letter"), About("Other"))


@pytest.mark.parametrize(
    "part",
    [
        {"hunks": (Hunk(0, "a", "b"),)},
        {"rows": (ABOUT,)},
        {"spans": (SpanChange("passage", "p", None, Span(0, 1)),)},
        {"points": (PointChange("section", "s", 0, 1),)},
    ],
)
def test_a_delta_of_any_part_does_something(part: dict[str, object]) -> None:
    assert Delta(**part)  # type: ignore[arg-type]


def test_a_delta_of_what_was_meant_alone_does_nothing() -> None:
    assert not Delta(meant=(Correction(0, 1, "a", "a", "word", "typed"),))


@pytest.mark.parametrize("after", ["a", "aap", "aapjes", ""])
def test_what_touches_a_change_stays_and_what_lies_behind_moves(after: str) -> None:
    letter = new_letter("een aap zit", (0,), "letter", STAMP)
    spans = {"before": Span(0, 4), "to": Span(0, 7), "from": Span(7, 11), "behind": Span(8, 11)}
    letter = replace(letter, spans=spans, points={"at": 7, "behind": 8})
    shift = len(after) - 3
    moved = apply(letter, Delta(hunks=(Hunk(4, "aap", after),)))
    assert moved.text == f"een {after} zit"
    assert moved.spans == {
        "before": Span(0, 4),
        "to": Span(0, 7),
        "from": Span(7, 11 + shift),
        "behind": Span(8 + shift, 11 + shift),
    }
    assert moved.points == {"at": 7, "behind": 8 + shift}


def test_one_change_and_several_move_places_in_the_same_way() -> None:
    letter = new_letter("een aap zit", (0,), "letter", STAMP)
    spans = {f"{a}-{b}": Span(a, b) for a in range(12) for b in range(a, 12) if not (4 < a < 7 or 4 < b < 7)}
    letter = replace(letter, spans=spans)
    one = apply(letter, Delta(hunks=(Hunk(4, "aap", "aapjes"),)))
    several = apply(letter, Delta(hunks=(Hunk(4, "aap", "aapjes"), Hunk(11, "", ""))))
    assert one.spans == several.spans


def test_between_two_changes_places_move_by_the_first_alone() -> None:
    letter = replace(new_letter("a b c d", (0,), "letter", STAMP), spans={"c": Span(4, 5), "d": Span(6, 7)})
    moved = apply(letter, Delta(hunks=(Hunk(0, "a", "aaa"), Hunk(4, "c", ""))))
    assert (moved.text, moved.spans["d"]) == ("aaa b  d", Span(7, 8))


def test_the_inverse_of_several_changes_stands_where_they_are_now() -> None:
    delta = Delta(hunks=(Hunk(0, "a", "aaa"), Hunk(4, "c", ""), Hunk(6, "d", "e")))
    assert delta.inverse().hunks == (Hunk(0, "aaa", "a"), Hunk(6, "", "c"), Hunk(7, "e", "d"))
    assert delta.inverse().inverse() == delta


def test_a_change_of_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match="the text at 4"):
        replaced("een aap", (Hunk(4, "noot", "mies"),))


def test_rows_come_and_go() -> None:
    letter = new_letter("een aap", (0,), "letter", STAMP)
    row = Verdict("v", "aap", "here")
    came = apply(letter, Delta(rows=(RowChange(None, row), ABOUT)))
    assert (came.verdicts, came.about) == ({"v": row}, About("Other"))
    assert letter.verdicts == {}
    assert apply(came, Delta(rows=(RowChange(row, None),))).verdicts == {}


def test_corrections_in_force_lie_in_order() -> None:
    letter = new_letter("een aap zit", (0,), "letter", STAMP)
    late, early, empty = InForce(8, 11, "x"), InForce(0, 3, "y"), InForce(8, 8, "z")
    made = apply(letter, Delta(rows=tuple(RowChange(None, row) for row in (late, early, empty))))
    assert made.corrections == (early, empty, late)
    changed = apply(made, Delta(rows=(RowChange(early, None), RowChange(late, InForce(8, 11, "w")))))
    assert changed.corrections == (empty, InForce(8, 11, "w"))


def test_a_delta_comes_back_as_it_was_written() -> None:
    letter = new_letter("een aap zit", (0,), "letter", STAMP)
    letter = apply(letter, operations.add_passage(Span(4, 7), "tag", STAMP, "p"))
    delta = operations.correct(letter, (Correction(4, 7, "aap", "ààp", "word", "typed"),), STAMP)
    delta = operations.joined(delta, operations.start_section(letter, 0, 1, "topic", STAMP))
    delta = replace(delta, rows=(*delta.rows, ABOUT), points=(PointChange("section", "s", None, 3),))
    assert from_json(to_json(delta)) == delta
    assert "ààp" in to_json(delta)
    assert to_json(Delta()) == "{}"
