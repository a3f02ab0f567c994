"""Proposals beside what analysts decided: which are still open, and what a decision on one leaves behind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core import operations, proposals
from annotator.core.document import WHOLE, Dismissal, Letter, Passage, Section, Stamp, Value, new_letter
from annotator.core.history import Delta, RowChange, SpanChange, apply
from annotator.core.proposals import (
    NOTHING_PROPOSED,
    Proposed,
    decided,
    from_json,
    laid_over,
    on_top,
    to_json,
    visible,
)
from annotator.core.text import Span

STAMP = Stamp("jan", "2026-03-02T09:00:00.000Z")
TEXT = "Geachte voorzitter,\n\nInleiding\n\nBelgié en Italig steunen de motie.\n"
SEVERAL = frozenset({"country"})


def section(start: int, tag: str = "topic", uid: str = "proposed:s") -> Proposed:
    return Proposed(sections={uid: (Section(uid, 1, tag, "proposed"), start)})


def passage(words: str, tag: str = "tag", uid: str = "proposed:p") -> Proposed:
    start = TEXT.index(words)
    return Proposed(
        passages={uid: Passage(uid, tag, state="proposed")}, spans={uid: Span(start, start + len(words))}
    )


def values(*rows: tuple[str, int, str], at: Span | None = None) -> Proposed:
    made = {
        f"proposed:{n}": Value(f"proposed:{n}", field, position, value, value, "proposed", 0.5)
        for n, (field, position, value) in enumerate(rows)
    }
    return Proposed(values=made, spans=dict.fromkeys(made, at) if at else {})


def letter() -> Letter:
    return new_letter(TEXT, (0,), "Letter", STAMP)


def dismissed(kind: str, what: str, span: Span, value: str = "") -> Letter:
    row = Dismissal("d", kind, what, value)
    return replace(letter(), dismissals={"d": row}, spans={"d": span})


def held(made: Letter, field: str, position: int, value: str) -> Letter:
    return apply(made, operations.set_value(made, field, position, value, value, None, STAMP))


def fields_of(shown: Proposed) -> list[tuple[str, int, str]]:
    return [(row.field, row.position, row.value) for row in shown.values.values()]


# --- sections ---


def test_a_section_is_open_until_one_starts_there() -> None:
    made = letter()
    assert visible(made, section(21), SEVERAL).sections
    taken = apply(made, operations.start_section(made, 21, 1, "other", STAMP, "s"))
    assert not visible(taken, section(21), SEVERAL).sections
    assert visible(taken, section(32), SEVERAL).sections


def test_the_section_of_an_imported_letter_is_in_nobodys_way() -> None:
    made = letter()
    assert visible(made, section(0), SEVERAL).sections
    (uid,) = made.sections
    tagged = apply(made, operations.change_section(made, uid, STAMP, tag="x"))
    assert not visible(tagged, section(0), SEVERAL).sections


def test_a_section_that_was_turned_down_stays_away() -> None:
    assert not visible(dismissed("section", "other", Span(21, 22)), section(21), SEVERAL).sections
    assert visible(dismissed("section", "other", Span(20, 21)), section(21), SEVERAL).sections


def test_an_outline_that_was_settled_has_no_proposals() -> None:
    assert not visible(dismissed("section", WHOLE, Span(0, 0)), section(21), SEVERAL).sections


# --- passages ---


@pytest.mark.parametrize(
    ("taken", "tag", "is_open"),
    [
        ("Belgié en", "tag", False),
        ("Belgié en", "other", True),
        ("en Italig", "tag", True),
        ("ié en", "tag", False),
    ],
)
def test_a_passage_is_open_where_none_of_its_tag_meets_it(taken: str, tag: str, is_open: bool) -> None:
    start = TEXT.index(taken)
    made = apply(letter(), operations.add_passage(Span(start, start + len(taken)), tag, STAMP, "p"))
    assert bool(visible(made, passage("Belgié"), SEVERAL).passages) == is_open
    turned_down = dismissed("passage", tag, Span(start, start + len(taken)))
    assert bool(visible(turned_down, passage("Belgié"), SEVERAL).passages) == is_open


def test_passages_that_touch_do_not_meet() -> None:
    start = TEXT.index("Belgié")
    made = apply(letter(), operations.add_passage(Span(start - 1, start), "tag", STAMP, "p"))
    assert visible(made, passage("Belgié"), SEVERAL).passages


def test_a_passage_whose_words_are_gone_is_not_proposed() -> None:
    gone = replace(passage("Belgié"), spans={"proposed:p": Span(33, 33)})
    assert not visible(letter(), gone, SEVERAL).passages


# --- values ---


def test_a_field_for_one_value_has_one_proposal_and_none_once_it_is_filled() -> None:
    two = values(("subject", 0, "x"), ("subject", 1, "y"))
    assert fields_of(visible(letter(), two, SEVERAL)) == [("subject", 0, "x")]
    assert fields_of(visible(held(letter(), "subject", 0, "z"), two, SEVERAL)) == []


def test_several_values_stand_behind_those_that_are_there() -> None:
    made = held(held(letter(), "country", 0, "x"), "country", 3, "y")
    found = visible(made, values(("country", 0, "y"), ("country", 1, "z"), ("country", 2, "w")), SEVERAL)
    assert fields_of(found) == [("country", 4, "z"), ("country", 5, "w")]


def test_a_part_of_a_group_is_open_where_neither_its_place_nor_its_value_is_taken() -> None:
    made = held(letter(), "signer.name", 0, "Jansen")
    found = visible(
        made,
        values(("signer.name", 0, "De Vries"), ("signer.name", 1, "Jansen"), ("signer.name", 2, "Bakker")),
        SEVERAL,
    )
    assert fields_of(found) == [("signer.name", 2, "Bakker")]


def test_a_value_that_was_turned_down_stays_away() -> None:
    assert not visible(dismissed("value", "subject", Span(0, 0), "x"), values(("subject", 0, "x")), SEVERAL)
    assert visible(dismissed("value", "other", Span(0, 0), "x"), values(("subject", 0, "x")), SEVERAL)


def test_another_value_at_the_place_of_one_turned_down_stays_away_too() -> None:
    made = dismissed("value", "subject", Span(5, 9), "x")
    assert not visible(made, values(("subject", 0, "y"), at=Span(8, 12)), SEVERAL)
    assert visible(made, values(("subject", 0, "y"), at=Span(9, 12)), SEVERAL)


# --- over the letter ---


def test_proposals_lie_over_a_letter_as_its_rows() -> None:
    shown = laid_over(letter(), passage("Belgié"), SEVERAL)
    assert shown.quote("proposed:p") == "Belgié"
    assert shown.passages["proposed:p"].state == "proposed"


def test_a_first_section_takes_the_place_of_the_imported_one() -> None:
    made = letter()
    assert list(on_top(made, section(0)).sections) == ["proposed:s"]
    assert len(on_top(made, section(21)).sections) == 2
    assert on_top(made, NOTHING_PROPOSED) is made


# --- decisions ---


def decide(delta: Delta, proposed: Proposed, made: Letter | None = None) -> Letter:
    made = made or letter()
    shown = on_top(made, proposed)
    return apply(made, decided(made, shown, delta, proposed, STAMP))


def test_a_passage_that_is_confirmed_is_a_row_of_the_letter() -> None:
    proposed = passage("Belgié")
    after = decide(operations.confirm_passage(on_top(letter(), proposed), "proposed:p", STAMP), proposed)
    ((uid, row),) = after.passages.items()
    assert not proposals.is_proposal(uid)
    assert (row.state, row.analyst, after.quote(uid)) == ("confirmed", "jan", "Belgié")
    assert not after.dismissals


def test_a_passage_that_is_turned_down_leaves_a_dismissal_at_its_place() -> None:
    proposed = passage("Belgié")
    after = decide(operations.remove_passage(on_top(letter(), proposed), "proposed:p"), proposed)
    ((uid, row),) = after.dismissals.items()
    assert (row.kind, row.what, after.quote(uid), row.analyst) == ("passage", "tag", "Belgié", "jan")
    assert not visible(after, proposed, SEVERAL)


def test_another_tag_confirms_and_turns_down_at_once() -> None:
    proposed = passage("Belgié")
    delta = operations.change_passage(on_top(letter(), proposed), "proposed:p", tag="other")
    after = decide(delta, proposed)
    assert [(row.tag, row.state) for row in after.passages.values()] == [("other", "confirmed")]
    assert [row.what for row in after.dismissals.values()] == ["tag"]


def test_a_section_takes_the_place_of_the_bare_one() -> None:
    made, proposed = letter(), section(0)
    (bare,) = made.sections
    after = decide(operations.confirm_section(on_top(made, proposed), "proposed:s", STAMP), proposed, made)
    assert {uid: (row.tag, row.state) for uid, row in after.sections.items()} == {
        bare: ("topic", "confirmed")
    }


def test_a_section_elsewhere_is_a_new_one_with_its_heading() -> None:
    made, proposed = letter(), replace(section(21), spans={"proposed:s": Span(21, 30)})
    after = decide(operations.confirm_section(on_top(made, proposed), "proposed:s", STAMP), proposed, made)
    (uid,) = after.sections.keys() - made.sections.keys()
    assert (after.points[uid], after.quote(uid)) == (21, "Inleiding")


def test_a_heading_that_is_moved_confirms_its_section() -> None:
    made, proposed = letter(), section(21)
    delta = operations.set_heading(on_top(made, proposed), "proposed:s", Span(21, 30))
    after = decide(delta, proposed, made)
    (uid,) = after.sections.keys() - made.sections.keys()
    assert (after.quote(uid), after.sections[uid].state) == ("Inleiding", "confirmed")


def test_another_value_turns_the_proposed_one_down() -> None:
    proposed = values(("subject", 0, "x"))
    delta = operations.set_value(on_top(letter(), proposed), "subject", 0, "y", "y", None, STAMP)
    after = decide(delta, proposed)
    assert [(row.value, row.state) for row in after.values.values()] == [("y", "confirmed")]
    assert [(row.what, row.value) for row in after.dismissals.values()] == [("subject", "x")]


def test_a_row_that_goes_takes_what_is_proposed_there_along() -> None:
    made = apply(letter(), operations.add_passage(Span(32, 38), "tag", STAMP, "p"))
    after = decide(operations.remove_passage(made, "p"), passage("Belgié"), made)
    assert [(row.kind, row.what) for row in after.dismissals.values()] == [("passage", "tag")]


def test_a_section_that_is_merged_is_not_proposed_again() -> None:
    made = letter()
    made = apply(made, operations.start_section(made, 21, 1, "topic", STAMP, "s"))
    after = decide(operations.merge_section(made, "s"), section(21), made)
    ((uid, row),) = after.dismissals.items()
    assert (row.kind, after.spans[uid]) == ("section", Span(21, 22))


def test_a_value_that_is_removed_is_not_proposed_again() -> None:
    made = held(letter(), "subject", 0, "x")
    uid = next(iter(made.values))
    after = decide(operations.drop_value(made, uid), values(("subject", 0, "x"), ("subject", 1, "y")), made)
    assert [(row.what, row.value) for row in after.dismissals.values()] == [("subject", "x")]


def test_what_speaks_of_no_proposals_stays_as_it_is() -> None:
    delta = operations.add_passage(Span(0, 7), "tag", STAMP, "p")
    assert decided(letter(), letter(), delta, NOTHING_PROPOSED, STAMP) is delta
    assert not proposals.shown_proposals(delta)
    assert proposals.shown_proposals(Delta(spans=(SpanChange("section", "proposed:s", None, None),)))
    assert proposals.row_uid(RowChange(None, Passage("p", "tag"))) == "p"


# --- written down ---


def whole() -> Proposed:
    made = replace(
        values(("subject", 0, "x")),
        sections=section(21).sections,
        passages=passage("Belgié").passages,
        spans={"proposed:p": Span(32, 38), "proposed:s": Span(21, 30)},
    )
    return replace(made, reasons={"proposed:p": ("words", {"said": "é"})})


def test_proposals_come_back_as_they_were_written() -> None:
    assert from_json(to_json(whole())) == whole()
    proposals.require_fit(whole(), len(TEXT))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"spans": {**whole().spans, "proposed:p": Span(-1, 3)}}, "not in the text"),
        ({"spans": {**whole().spans, "proposed:p": Span(4, 3)}}, "not in the text"),
        ({"spans": {**whole().spans, "proposed:p": Span(4, len(TEXT) + 1)}}, "not in the text"),
        ({"spans": {}}, "without a place"),
        ({"sections": section(len(TEXT) + 1).sections}, "cannot be in the text"),
        ({"sections": section(-1).sections}, "cannot be in the text"),
        (
            {"sections": {"proposed:s": (Section("proposed:s", 0, "", "proposed"), 0)}},
            "cannot be in the text",
        ),
        (
            {"sections": {"proposed:s": (Section("proposed:s", 100, "", "proposed"), 0)}},
            "cannot be in the text",
        ),
        ({"sections": {"s": (Section("s", 1, "", "proposed"), 0)}}, "no proposal"),
        ({"sections": {"proposed:s": (Section("proposed:s"), 0)}}, "no proposal"),
        ({"values": values(("subject", -1, "x")).values}, "no field holds"),
        ({"values": values(("subject", 100_000, "x")).values}, "no field holds"),
        ({"reasons": {"proposed:p": ("words", {"said": 3})}}, "says nothing"),
    ],
)
def test_what_cannot_be_proposed_for_a_text_is_refused(changed: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        proposals.require_fit(replace(whole(), **changed), len(TEXT))  # type: ignore[arg-type]


def test_a_section_may_start_at_the_end() -> None:
    proposals.require_fit(replace(whole(), sections=section(len(TEXT)).sections), len(TEXT))
