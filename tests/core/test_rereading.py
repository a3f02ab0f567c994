"""A letter's source read anew: random readings under random work, and the cases that are known to be hard."""

from __future__ import annotations

import os
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core import history, operations
from annotator.core.corrections import apply_corrections
from annotator.core.document import Letter, Stamp, new_letter
from annotator.core.history import Correction, Delta
from annotator.core.page_layout import Furniture
from annotator.core.read_anew import read_anew
from annotator.core.readings import NewReading
from annotator.core.rereading import Rereading, reread
from annotator.core.text import Span, normalise

FULL = os.environ.get("KANTTEKENING_TEST_PROFILE") == "full"
STAMP = Stamp("tester", "2026-01-01T00:00:00.000Z")
PAPER = ["België", "verplichtingen", "de", "minister", "van", "Irak", "motie", "gezegd", "347", "Defensie"]
MISREAD = {
    "België": ["Belgié", "Belgie", "Be1gië"],
    "verplichtingen": ["verplich-\ntingen", "verplichlingen", "ver plichtingen"],
    "minister": ["mlnister", "rninister", "minisler"],
    "motie": ["motle", "rnotie"],
    "gezegd": ["gczegd", "gezcgd", "ge zegd"],
    "347": ["34?", "3477"],
    "de": ["dc", "de de", ""],
    "van": ["vau", ""],
}
BETWEEN = [" ", " ", " ", "\n", ", ", ". ", "\n\n", "\f"]
# A paper is words with what stands between them; a reading of it takes a variant of some of them.
papers = st.lists(st.tuples(st.sampled_from(PAPER), st.sampled_from(BETWEEN)), min_size=1, max_size=25)
readings = st.lists(st.tuples(st.integers(0, 24), st.integers(0, 3)), max_size=10)
breaks = st.lists(st.integers(0, 24), max_size=3)
work = st.lists(
    st.tuples(
        st.integers(0, 10**6), st.integers(0, 12), st.sampled_from(["", *PAPER, "x y", ",", " ", "\n"])
    ),
    max_size=6,
)
tags = st.lists(st.tuples(st.integers(0, 10**6), st.integers(1, 25)), max_size=5)


def read(paper: list[tuple[str, str]], wrong: list[tuple[int, int]], broken: list[int]) -> str:
    said = [word for word, _ in paper]
    between = [gap for _, gap in paper]
    for at, which in wrong:
        if at < len(said) and paper[at][0] in MISREAD:
            variants = MISREAD[paper[at][0]]
            said[at] = variants[which % len(variants)]
    for at in broken:
        if at < len(between):
            between[at] = "\n" if between[at] == " " else between[at]
    return "".join(word + gap for word, gap in zip(said, between, strict=True))


def worked_on(raw: str, done: list[tuple[int, int, str]], tagged: list[tuple[int, int]]) -> Letter:
    text = normalise(raw)
    letter = new_letter(text.text, text.page_starts, "letter", STAMP)
    for number, (at, width, after) in enumerate(done):
        start = at % (len(letter.text) + 1)
        end = min(len(letter.text), start + width)
        made = Correction(start, end, letter.text[start:end], after)
        letter = history.apply(letter, operations.correct(letter, (made,), STAMP))
        if number % 3 == 2 and (word := re.search(r"\w+", letter.text)):
            right = operations.judge(Span(*word.span()), word[0], "here", "", STAMP)
            letter = history.apply(letter, right)
    for number, (at, width) in enumerate(tagged):
        start = at % (len(letter.text) + 1)
        end = min(len(letter.text), start + width)
        if start < end:
            delta = operations.add_passage(Span(start, end), "tag", STAMP, f"p{number}")
            letter = history.apply(letter, delta)
    return letter


def new_reading(raw: str, number: int = 2) -> NewReading:
    text = normalise(raw)
    furniture = (Furniture(0, min(3, len(text.text)), "head"),) if text.text else ()
    return NewReading(number, text.text, text.page_starts, furniture, {1: ("no_text",)})


def check(letter: Letter, reading: NewReading) -> tuple[Letter, Delta, Rereading]:
    """Check what holds of any letter and any reading; return the letter read anew."""
    delta, found = read_anew(letter, reading)
    after = history.apply(letter, delta)
    assert history.apply(after, delta.inverse()) == letter
    assert history.from_json(history.to_json(delta)) == delta
    assert after.ocr_text == reading.text
    assert apply_corrections(after.ocr_text, after.corrections) == after.text == found.text
    assert sorted((*found.agreed, *found.kept, *found.disputed)) == list(range(len(letter.corrections)))
    bounds = [0, *(b for c in after.corrections for b in (c.ocr_start, c.ocr_end)), len(after.ocr_text)]
    assert bounds == sorted(bounds)
    for row in after.corrections:
        assert after.ocr_text[row.ocr_start : row.ocr_end] != row.after
    assert all(0 <= s.start <= s.end <= len(after.text) for s in after.spans.values())
    assert (after.passages, after.values, after.verdicts) == (letter.passages, letter.values, letter.verdicts)
    assert after.page_starts() == sorted(after.page_starts())
    assert after.page_starts()[0] == after.placed_sections()[0].start == 0
    assert [p.ocr_start for p in after.pages.values()] == list(reading.page_starts)
    assert set(after.points) == set(after.sections) | set(after.pages)
    assert {text for _, text in after.disputed_spans()} == {
        reading.text[row.ocr_start : row.ocr_end] for row in found.doubtful
    }
    return after, delta, found


def check_decisions(letter: Letter, after: Letter, found: Rereading) -> None:
    """Each stretch that an analyst corrected reads as she had it, white space apart."""
    moved = _followed(letter, found)
    for span, row in zip(letter.correction_spans(), letter.corrections, strict=True):
        low, high = moved(span.start, span.end)
        assert row.after.split() == [] or "".join(row.after.split()) in "".join(after.text[low:high].split())


def _followed(letter: Letter, found: Rereading):  # type: ignore[no-untyped-def]
    def moved(start: int, end: int) -> tuple[int, int]:
        low = start + sum(
            len(c.after) - len(c.before) for c in found.taken if c.end <= start and c.start < start
        )
        high = end + sum(len(c.after) - len(c.before) for c in found.taken if c.start < end)
        return low, high

    return moved


@pytest.mark.parametrize("batch", range(4 if FULL else 1))
def test_random_readings_lose_nothing(batch: int) -> None:
    @settings(max_examples=2_500 if FULL else 200, deadline=None)
    @given(papers, readings, readings, breaks, work, tags)
    def run(paper, first, second, broken, done, tagged):  # type: ignore[no-untyped-def]
        letter = worked_on(read(paper, first, []), done, tagged)
        reading = new_reading(read(paper, second, broken))
        after, _, found = check(letter, reading)
        check_decisions(letter, after, found)
        again, _, settled = check(after, new_reading(read(paper, second, broken), 3))
        assert again.text == after.text
        assert again.corrections == after.corrections
        assert not settled.agreed

    run()


@settings(max_examples=1_000 if FULL else 100, deadline=None)
@given(papers, readings, work, tags)
def test_the_same_reading_changes_nothing(paper, wrong, done, tagged) -> None:  # type: ignore[no-untyped-def]
    letter = worked_on(read(paper, wrong, []), done, tagged)
    reading = NewReading(2, letter.ocr_text, tuple(p.ocr_start for p in letter.pages.values()))
    after, delta, found = check(letter, reading)
    assert (after.text, after.spans, after.points) == (letter.text, letter.spans, letter.points)
    assert not delta.hunks
    assert not found.agreed
    assert not found.doubtful


@settings(max_examples=1_000 if FULL else 100, deadline=None)
@given(papers, readings, readings, work)
def test_there_and_back(paper, first, second, done) -> None:  # type: ignore[no-untyped-def]
    """Going back to the old reading leaves each correction that was not agreed with in force."""
    letter = worked_on(read(paper, first, []), done, [])
    there, _, _ = check(letter, new_reading(read(paper, second, [])))
    back, _, found = check(there, new_reading(read(paper, first, []), 1))
    assert back.ocr_text == letter.ocr_text
    check_decisions(there, back, found)


@pytest.mark.parametrize("at", range(12))
@settings(max_examples=400 if FULL else 40, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(0, 6))
def test_a_tag_keeps_words_that_both_readings_have(at: int, random, width: int) -> None:  # type: ignore[no-untyped-def]
    words = [f"woord{number}" for number in range(20)]
    old = [word if random.random() < 0.8 else f"{word[:3]}c{word[4:]}" for word in words]
    new = [word if random.random() < 0.8 else f"{word[:3]}e{word[4:]}" for word in words]
    old[at : at + width + 1] = new[at : at + width + 1] = words[at : at + width + 1]
    text = " ".join(old)
    start = text.index(words[at])
    wanted = " ".join(words[at : at + width + 1])
    letter = new_letter(text, (0,), "letter", STAMP)
    span = Span(start, start + len(wanted))
    letter = history.apply(letter, operations.add_passage(span, "tag", STAMP, "p"))
    after, _, _ = check(letter, new_reading("\n".join(new)))
    assert after.quote("p").split() == wanted.split()


def corrected(ocr_text: str, *pairs: tuple[str, str]) -> Letter:
    letter = new_letter(ocr_text, (0,), "letter", STAMP)
    for before, after in pairs:
        start = letter.text.index(before)
        made = Correction(start, start + len(before), before, after)
        letter = history.apply(letter, operations.correct(letter, (made,), STAMP))
    return letter


@pytest.mark.parametrize(
    ("ocr_text", "pairs", "new", "text", "fates"),
    [
        # The new reading agrees; an uncorrected word gets better.
        ("De mnister gczegd", [("mnister", "minister")], "De minister gezegd", "De minister gezegd", "a"),
        # It says what the old one did.
        ("in Belgié en", [("Belgié", "België")], "in Belgié en", "in België en", "k"),
        # Both differ from the old one.
        ("in Belgié en", [("Belgié", "België")], "in Belgie en", "in België en", "d"),
        # What was struck out stays so, whichever of the two the alignment takes.
        ("de de motle", [("de de", "de")], "de de motie", "de motie", "k"),
        ("de de motle", [("de de", "de")], "de motie", "de motie", "a"),
        ("de motie", [("de", "de de")], "de motie", "de de motie", "k"),
        # A hyphen at a line end is no third thing.
        ("ver-\nlichl", [("ver-\nlichl", "verlicht")], "ver-\nlicht", "verlicht", "k"),
        # A line break beside corrected words is the paper's; one that was itself corrected is not.
        ("in Belgié en", [("Belgié", "België")], "in\nBelgië\nen", "in\nBelgië\nen", "a"),
        ("van\nDefensle", [("van\nDefensle", "van Defensie")], "van\nDefensie", "van Defensie", "k"),
        # A word that the old reading lacks comes in beside one that was corrected.
        ("in Belgié Irak", [("Belgié", "België")], "in België en Irak", "in België en Irak", "a"),
        # A word of the analyst's own is known by what it was.
        ("van Irak.", [("Irak", "Syrië")], "van Irak.\nEinde.", "van Syrië.\nEinde.", "k"),
        # Each word wrong, the first one missing: words are paired by how they look.
        ("Dc mnister vau Defensle hccft", [("Defensle", "Defensie")], "mlnister van Defensie heeft",
         "mlnister van Defensie heeft", "a"),
    ],
)  # fmt: skip
def test_known_cases(ocr_text: str, pairs: list[tuple[str, str]], new: str, text: str, fates: str) -> None:
    letter = corrected(ocr_text, *pairs)
    after, _, found = check(letter, new_reading(new))
    assert after.text == text
    fate = (
        dict.fromkeys(found.agreed, "a") | dict.fromkeys(found.kept, "k") | dict.fromkeys(found.disputed, "d")
    )
    assert "".join(fate[index] for index in sorted(fate)) == fates


def test_a_word_that_was_judged_right_stays() -> None:
    letter = new_letter("de heer Rosenthal zegt", (0,), "letter", STAMP)
    start = letter.text.index("Rosenthal")
    span = Span(start, start + 9)
    letter = history.apply(letter, operations.judge(span, "Rosenthal", "here", "", STAMP))
    after, _, found = check(letter, new_reading("de heer Rosenlhal zegt"))
    assert after.text == letter.text
    assert not found.doubtful


def test_what_is_disputed_is_settled_by_another_correction() -> None:
    letter = corrected("in Belgié en", ("Belgié", "België"))
    after, _, _ = check(letter, new_reading("in Belgie en"))
    ((span, other),) = after.disputed_spans()
    assert (after.text[span.start : span.end], other) == ("België", "Belgie")
    made = Correction(span.start, span.end, "België", "Belgie")
    after = history.apply(after, operations.correct(after, (made,), STAMP))
    assert after.disputed_spans() == []


def test_a_reading_of_another_letter_is_still_a_letter() -> None:
    letter = corrected("een twee drie vier " * 30, ("twee", "twéé"))
    check(letter, new_reading("zon maan ster water vuur aarde lucht " * 40))
    check(letter, new_reading("x"))
    assert reread(letter, letter.ocr_text).text == letter.text
