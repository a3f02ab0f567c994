"""What each thing that an analyst does leaves in the letter, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core import operations
from annotator.core.document import WHOLE, Letter, Stamp, new_letter
from annotator.core.heading_lines import heading_at
from annotator.core.history import Correction, Delta, apply
from annotator.core.text import Span

STAMP = Stamp("jan", "2026-03-02T09:00:00.000Z")
LATER = Stamp("piet", "2026-03-03T09:00:00.000Z")
TEXT = "Geachte voorzitter,\n\nInleiding\n\nBelgié en Italig steunen de motie.\n"


def letter(text: str = TEXT) -> Letter:
    return new_letter(text, (0,), "Letter", STAMP)


def correction(made: Letter, before: str, after: str, reason: str = "") -> Correction:
    start = made.text.index(before)
    return Correction(start, start + len(before), before, after, "word", "typed", reason)


def span_of(made: Letter, words: str) -> Span:
    start = made.text.index(words)
    return Span(start, start + len(words))


def with_values(*values: tuple[str, int, str]) -> Letter:
    made = letter()
    for field, position, value in values:
        made = apply(made, operations.set_value(made, field, position, value, value, None, STAMP))
    return made


def held(made: Letter) -> set[tuple[str, int, str]]:
    return {(value.field, value.position, value.value) for value in made.values.values()}


def uid_of(made: Letter, value: str) -> str:
    return next(row.uid for row in made.values.values() if row.value == value)


def section(made: Letter, start: int = 21, level: int = 1, tag: str = "topic") -> Letter:
    return apply(made, operations.start_section(made, start, level, tag, STAMP, "s"))


# --- corrections ---


def test_each_correction_in_force_says_who_made_it_and_why() -> None:
    made = letter()
    both = (correction(made, "Belgié", "België", "first"), correction(made, "Italig", "Italië", "second"))
    after = apply(made, operations.correct(made, both, STAMP))
    assert [(c.after, c.reason) for c in after.corrections] == [("België", "first"), ("Italië", "second")]


def test_the_third_of_three_corrections_has_its_own_reason() -> None:
    made = letter("aap noot mies wim\n")
    said = [correction(made, word, word.upper(), word) for word in ("aap", "noot", "mies", "wim")]
    after = apply(made, operations.correct(made, said, STAMP))
    assert [c.reason for c in after.corrections] == ["aap", "noot", "mies", "wim"]


def test_a_correction_of_what_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="the text at 0"):
        operations.correct(letter(), (Correction(0, 7, "Waarde ", "Beste ", "word", "typed"),), STAMP)


def test_a_correction_to_the_same_is_none() -> None:
    made = letter()
    assert operations.correct(made, (correction(made, "motie", "motie"),), STAMP) == Delta()


def test_the_readings_of_the_ocr_come_back() -> None:
    made = letter()
    delta = operations.correct(made, (correction(made, "Belgié", "België"),), STAMP)
    after = apply(made, delta)
    back = operations.restore_reading(after, 0)
    assert (back.before, back.after, back.kind) == ("België", "Belgié", "word")
    restored = apply(after, operations.correct(after, (back,), STAMP))
    assert (restored.text, restored.corrections) == (made.text, ())


def test_only_what_lies_in_or_at_a_change_is_listed_with_it() -> None:
    made = letter()
    for uid, words in (("far", "Geachte"), ("at", "Belgié"), ("behind", "motie")):
        made = apply(made, operations.add_passage(span_of(made, words), "tag", STAMP, uid))
    delta = operations.correct(made, (correction(made, "Belgié", "Belgische"),), STAMP)
    assert [change.uid for change in delta.spans] == ["at"]
    assert apply(made, delta).quote("behind") == "motie"


def test_a_place_knows_whose_it_is() -> None:
    made = section(apply(letter(), operations.add_passage(Span(0, 7), "tag", STAMP, "p")))
    made = apply(made, operations.set_value(made, "subject", 0, "x", "x", Span(0, 7), STAMP))
    made = apply(made, operations.judge(Span(0, 7), "Geachte", "here", "", STAMP))
    made = apply(made, operations.settle_outline(STAMP))
    kinds = {
        "passage": made.passages,
        "value": made.values,
        "verdict": made.verdicts,
        "dismissal": made.dismissals,
    }
    assert {kind: {operations.owner_of(made, uid) for uid in rows} for kind, rows in kinds.items()} == {
        kind: {kind} for kind in kinds
    }
    assert operations.owner_of(made, "s") == "section"


# --- cut and paste ---


def test_a_cut_takes_along_the_tags_that_lie_wholly_in_it() -> None:
    made = letter()
    for uid, words in (("in", "Italig"), ("over", "en Italig"), ("out", "motie")):
        made = apply(made, operations.add_passage(span_of(made, words), "tag", STAMP, uid))
    start, end = span_of(made, "Italig steunen")
    cut = operations.fragment(made, start, end)
    assert (cut.text, dict(cut.spans)) == ("Italig steunen", {"in": Span(0, 6)})


def test_what_is_pasted_must_be_what_was_cut() -> None:
    made = letter()
    with pytest.raises(ValueError, match="not what was cut"):
        operations.paste(
            made, Correction(0, 0, "", "x", "other", "typed"), operations.Fragment("y", {}), STAMP
        )


def test_a_tag_that_has_text_again_stays_where_it_is() -> None:
    made = apply(letter(), operations.add_passage(Span(0, 7), "tag", STAMP, "p"))
    cut = operations.fragment(made, 0, 8)
    end = len(made.text)
    delta = operations.paste(made, Correction(end, end, "", cut.text, "other", "typed"), cut, STAMP)
    assert apply(made, delta).spans["p"] == Span(0, 7)


# --- passages ---


def test_a_passage_gets_another_tag_or_note_and_keeps_the_rest() -> None:
    made = apply(letter(), operations.add_passage(Span(0, 7), "tag", STAMP, "p", note="why"))
    assert apply(made, operations.change_passage(made, "p", tag="other")).passages["p"].note == "why"
    noted = apply(made, operations.change_passage(made, "p", note="because")).passages["p"]
    assert (noted.tag, noted.note) == ("tag", "because")
    assert not operations.change_passage(made, "p", tag="tag", note="why")


def test_a_passage_goes_with_its_place() -> None:
    made = apply(letter(), operations.add_passage(Span(0, 7), "tag", STAMP, "p"))
    after = apply(made, operations.remove_passage(made, "p"))
    assert (after.passages, after.spans) == ({}, {})


@pytest.mark.parametrize(("state", "changes"), [("proposed", True), ("confirmed", False)])
def test_what_is_proposed_is_confirmed_once(state: str, changes: bool) -> None:
    made = section(with_values(("subject", 0, "x")))
    made = apply(made, operations.add_passage(Span(0, 7), "tag", STAMP, "p"))
    uid = uid_of(made, "x")
    made = replace(
        made,
        passages={"p": replace(made.passages["p"], state=state)},
        sections={**made.sections, "s": replace(made.sections["s"], state=state)},
        values={uid: replace(made.values[uid], state=state, confidence=0.5)},
    )
    deltas = (
        operations.confirm_passage(made, "p", LATER),
        operations.confirm_section(made, "s", LATER),
        operations.confirm_value(made, uid, LATER),
    )
    assert [bool(delta) for delta in deltas] == [changes] * 3
    for delta in deltas if changes else ():
        (change,) = delta.rows
        assert (change.after.state, change.after.analyst) == ("confirmed", "piet")  # type: ignore[union-attr]
    if changes:
        assert deltas[2].rows[0].after.confidence is None  # type: ignore[union-attr]


# --- sections ---


def test_a_section_takes_the_heading_that_its_first_line_is() -> None:
    after = section(letter())
    assert after.quote("s") == "Inleiding"
    assert (after.points["s"], after.sections["s"].level, after.sections["s"].tag) == (21, 1, "topic")


def test_a_section_over_running_text_has_no_heading() -> None:
    made = letter("Het kabinet zal de Kamer informeren.\nDit komt later.\n")
    delta = operations.start_section(made, 37, 1, "topic", STAMP, "s")
    assert delta.spans == ()


def test_a_section_that_starts_there_already_takes_the_tag() -> None:
    made = section(letter())
    again = apply(made, operations.start_section(made, 21, 2, "other", LATER, "t"))
    assert "t" not in again.sections
    assert (again.sections["s"].tag, again.sections["s"].level) == ("other", 1)


@pytest.mark.parametrize(
    ("text", "offset", "heading"),
    [
        ("\n\nInleiding\n\nDe tekst.\n", 0, "Inleiding"),
        ("\n\n", 0, None),
        ("", 0, None),
        ("Een zin.\n  Inleiding  \n\nDe tekst.", 9, "Inleiding"),
        ("zonder hoofdletter\n\nTekst", 0, None),
        ("2. Over geld\n\nTekst", 0, "2. Over geld"),
        ("Inleiding.\n\nTekst", 0, None),
        ("en toen\nInleiding\n\nTekst", 8, None),
        ("en toen,\nInleiding\n\nTekst", 9, "Inleiding"),
        ("A" * 90 + "\n\nTekst", 0, "A" * 90),
        ("A" * 91 + "\n\nTekst", 0, None),
        ("A" * 60 + "\nTekst", 0, "A" * 60),
        ("A" * 61 + "\nTekst", 0, None),
        ("A" * 61 + "\n", 0, "A" * 61),
        ("A" * 61, 0, "A" * 61),
    ],
)
def test_which_line_is_a_heading(text: str, offset: int, heading: str | None) -> None:
    found = heading_at(text, offset)
    assert (None if found is None else text[found.start : found.end]) == heading


def test_a_section_merged_away_takes_its_heading_along() -> None:
    made = section(letter())
    after = apply(made, operations.merge_section(made, "s"))
    assert len(after.sections) == 1
    assert "s" not in after.spans
    assert "s" not in after.points


def test_a_section_without_a_heading_is_merged_too() -> None:
    made = section(letter())
    made = apply(made, operations.set_heading(made, "s", None))
    assert list(apply(made, operations.merge_section(made, "s")).points) == ["page:1", *letter_section(made)]


def letter_section(made: Letter) -> list[str]:
    return [uid for uid in made.sections if uid != "s"]


def test_the_first_section_is_not_merged() -> None:
    made = letter()
    (first,) = made.sections
    assert not operations.merge_section(made, first)


def test_of_two_sections_at_one_place_the_second_is_merged() -> None:
    made = letter()
    (first,) = made.sections
    made = replace(
        made,
        sections={**made.sections, "z": replace(made.sections[first], uid="z", made_at=LATER.made_at)},
        points={**made.points, "z": 0},
    )
    assert not operations.merge_section(made, first)
    assert operations.merge_section(made, "z")


@pytest.mark.parametrize(
    ("tag", "level", "after"),
    [("other", None, ("other", 2)), (None, 3, ("topic", 3)), (None, 0, ("topic", 1)), ("", None, ("", 2))],
)
def test_a_section_gets_another_tag_or_level(
    tag: str | None, level: int | None, after: tuple[str, int]
) -> None:
    made = section(letter(), level=2)
    row = apply(made, operations.change_section(made, "s", LATER, tag=tag, level=level)).sections["s"]
    assert (row.tag, row.level) == after
    assert (row.state, row.analyst) == ("confirmed", "piet")


def test_a_proposed_section_that_stays_as_it_is_is_confirmed() -> None:
    made = letter()
    (first,) = made.sections
    row = apply(made, operations.change_section(made, first, LATER, level=1)).sections[first]
    assert (row.state, row.analyst, row.level, row.tag) == ("confirmed", "piet", 1, "")


def test_a_heading_is_set_moved_and_taken_away() -> None:
    made = section(letter())
    moved = apply(made, operations.set_heading(made, "s", span_of(made, "Belgié")))
    assert moved.quote("s") == "Belgié"
    assert "s" not in apply(moved, operations.set_heading(moved, "s", None)).spans
    assert not operations.set_heading(moved, "s", span_of(made, "Belgié"))


def test_an_outline_is_settled_as_a_whole() -> None:
    after = apply(letter(), operations.settle_outline(STAMP))
    (row,) = after.dismissals.values()
    assert (row.kind, row.what, after.spans[row.uid]) == ("section", WHOLE, Span(0, 0))


# --- the form ---


def test_a_value_takes_the_place_of_the_one_that_was_there() -> None:
    made = with_values(("subject", 0, "x"), ("subject", 1, "y"))
    after = apply(made, operations.set_value(made, "subject", 0, "z", "z", None, LATER))
    assert held(after) == {("subject", 0, "z"), ("subject", 1, "y")}
    assert set(after.values) == set(made.values)


def test_evidence_goes_with_its_value() -> None:
    made = letter()
    made = apply(made, operations.set_value(made, "subject", 0, "x", "x", Span(0, 7), STAMP))
    uid = uid_of(made, "x")
    other = apply(made, operations.set_value(made, "subject", 0, "y", "y", None, STAMP))
    assert uid not in other.spans
    same = operations.set_value(made, "subject", 0, "x", "x", Span(0, 7), STAMP)
    assert not same
    moved = operations.set_value(made, "subject", 0, "x", "x", Span(8, 18), STAMP)
    assert (moved.rows, apply(made, moved).spans[uid]) == ((), Span(8, 18))


def test_a_field_that_a_letter_lacks_holds_nothing_else() -> None:
    made = with_values(("country", 0, "a"), ("country", 1, "b"))
    after = apply(made, operations.set_absent(made, "country", 0, STAMP))
    [row] = after.values_of("country")
    assert (row.state, row.value, row.shown, after.lacks("country")) == ("absent", "", "", True)
    assert not operations.set_absent(after, "country", 0, STAMP)
    filled = apply(after, operations.set_value(after, "country", 0, "c", "c", None, STAMP))
    assert (held(filled), filled.lacks("country")) == ({("country", 0, "c")}, False)
    behind = apply(after, operations.set_value(after, "country", 1, "c", "c", None, STAMP))
    assert held(behind) == {("country", 1, "c")}


def test_what_a_letter_lacks_has_no_evidence() -> None:
    made = letter()
    made = apply(made, operations.set_value(made, "subject", 0, "x", "x", Span(0, 7), STAMP))
    after = apply(made, operations.set_absent(made, "subject", 0, STAMP))
    assert set(after.spans) == set(made.spans) - {uid_of(made, "x")}


def test_a_part_of_a_group_is_absent_at_its_place_alone() -> None:
    made = with_values(
        *((f"signer.{part}", n, f"{part}{n}") for n in range(2) for part in ("name", "office"))
    )
    after = apply(made, operations.set_absent(made, "signer.office", 1, STAMP))
    assert held(after) == held(made) - {("signer.office", 1, "office1")} | {("signer.office", 1, "")}


def test_later_values_of_a_field_move_up() -> None:
    made = with_values(*(("country", n, value) for n, value in enumerate("abc")), ("subject", 1, "s"))
    after = apply(made, operations.remove_value(made, uid_of(made, "b")))
    assert held(after) == {("country", 0, "a"), ("country", 1, "c"), ("subject", 1, "s")}


def test_of_two_values_at_one_position_the_one_meant_goes() -> None:
    made = with_values(("country", 0, "a"))
    twin = replace(next(iter(made.values.values())), uid="twin", value="b")
    made = replace(made, values={**made.values, "twin": twin})
    assert held(apply(made, operations.remove_value(made, "twin"))) == {("country", 0, "a")}


def test_the_parts_of_a_group_go_and_move_together() -> None:
    made = with_values(
        *((f"signer.{part}", n, f"{part}{n}") for n in range(3) for part in ("name", "office"))
    )
    made = apply(made, operations.set_value(made, "signer.name", 1, "name1", "name1", Span(0, 7), STAMP))
    after = apply(made, operations.remove_value(made, uid_of(made, "office1")))
    assert held(after) == {
        ("signer.name", 0, "name0"),
        ("signer.office", 0, "office0"),
        ("signer.name", 1, "name2"),
        ("signer.office", 1, "office2"),
    }
    assert after.spans == {}


def test_one_value_can_go_while_the_others_stay_where_they_are() -> None:
    made = with_values(("country", 0, "a"), ("country", 1, "b"))
    assert held(apply(made, operations.drop_value(made, uid_of(made, "a")))) == {("country", 1, "b")}


# --- verdicts, the letter as a whole ---


def test_a_verdict_is_taken_back_with_its_place() -> None:
    made = letter()
    for reading, verdict in (("Belgié", "here"), ("Belgié", "always"), ("Italig", "here")):
        made = apply(made, operations.judge(span_of(made, reading), reading, verdict, "", STAMP))
    after = apply(made, operations.take_back_verdicts(made, "Belgié", "here"))
    assert [(row.reading, row.verdict) for row in after.verdicts.values()] == [
        ("Belgié", "always"),
        ("Italig", "here"),
    ]
    assert set(after.spans) == set(after.verdicts)


def test_a_letter_gets_another_title() -> None:
    after = apply(letter(), operations.set_about(letter(), lambda about: replace(about, title="Other")))
    assert after.about.title == "Other"
    assert not operations.set_about(after, lambda about: about)


def test_two_deltas_are_one_step() -> None:
    made = letter()
    first = operations.correct(made, (correction(made, "Belgié", "België"),), STAMP)
    (root,) = made.sections
    second = replace(
        operations.start_section(made, 21, 1, "topic", STAMP, "s"), meant=(correction(made, "motie", "x"),)
    )
    both = operations.joined(first, second)
    after = apply(made, both)
    assert ("België" in after.text, set(after.sections), after.quote("s")) == (True, {root, "s"}, "Inleiding")
    assert len(both.meant) == 2
    with pytest.raises(ValueError, match="leave the text alone"):
        operations.joined(second, first)
