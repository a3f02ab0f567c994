"""Which words of two readings of the same paper stand for each other."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.history import replaced
from annotator.core.longest_common import word_differences
from annotator.core.text import Span
from annotator.core.text_alignment import SameWords, edits, shared

WORDS = st.lists(st.sampled_from(["de", "motie", "van", "Irak", ",", "België", "aa", "b"]), max_size=30)
TEXTS = st.lists(st.sampled_from(["de", "motie", "van", " ", "\n", ", ", "België", "-\n"]), max_size=30).map(
    "".join
)


def put_together(text: str, new: str, wanted: Span | None = None) -> tuple[str, list[tuple[str, str]]]:
    found = list(
        edits(text, new, lambda place, more: wanted is not None and place.start <= wanted.start <= place.end)
    )
    parts, at = [], 0
    for edit in found:
        assert edit.start >= at
        parts += [text[at : edit.start], new[edit.new_start : edit.new_end]]
        at = edit.end
    changed = [(text[e.start : e.end], new[e.new_start : e.new_end]) for e in found]
    return "".join((*parts, text[at:])), changed


@given(TEXTS, TEXTS)
def test_the_edits_make_the_one_text_the_other(text: str, new: str) -> None:
    assert put_together(text, new)[0] == new
    assert replaced(text, SameWords(text, new).hunks()) == new


@given(WORDS, WORDS)
def test_as_many_words_are_the_same_as_can_be(old: list[str], new: list[str]) -> None:
    found = word_differences(old, new)
    bounds = [(0, 0), *((b, d) for _, b, _, d in found)]
    ends = [*((a, c) for a, _, c, _ in found), (len(old), len(new))]
    same = 0
    for (i, j), (i2, j2) in zip(bounds, ends, strict=True):
        assert old[i:i2] == new[j:j2]
        same += i2 - i
    lengths = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, word in enumerate(old):
        for j, other in enumerate(new):
            lengths[i + 1][j + 1] = (
                lengths[i][j] + 1 if word == other else max(lengths[i][j + 1], lengths[i + 1][j])
            )
    assert same == lengths[-1][-1]


def test_words_that_differ_are_paired_by_how_they_look() -> None:
    _, changed = put_together("Dc mnister vau Defensle hccft", "mlnister van Defensie heeft")
    assert [pair for pair in changed if all(pair)] == [
        ("mnister", "mlnister"),
        ("vau", "van"),
        ("Defensle", "Defensie"),
        ("hccft", "heeft"),
    ]


def test_one_word_may_be_two() -> None:
    assert put_together("de ver plichting", "de verplichting")[1] == [("ver plichting", "verplichting")]


@pytest.mark.parametrize(("at", "struck"), [(0, 0), (3, 3), (6, 6)])
def test_the_word_that_is_wanted_is_the_one_that_is_missing(at: int, struck: int) -> None:
    text, new = "de de de motie", "de de motie"
    found = list(edits(text, new, lambda place, more: not more and place.start <= at + 1 < place.end))
    assert [(e.start <= struck + 1 <= e.end) for e in found] == [True]


def test_a_word_beside_a_difference_is_not_surely_the_same() -> None:
    text = "een twee drie vier vijf zes zeven acht"
    same = SameWords(text, text.replace("drie ", ""))
    assert same.moved(Span(0, 3)) is None  # a difference is two words off
    at = text.index("zeven")
    assert same.moved(Span(at, at + 5)) == (at - 5, at)
    assert SameWords("de de de de de motie van Irak", "de de de de motie van Irak").moved(Span(0, 2)) is None


def test_what_two_texts_share_is_counted_in_order() -> None:
    assert shared("De motie van Irak", "De motie uit Irak, weer") == 2 / 3
    assert shared("motie verplichting Defensie", "Defensie verplichting motie") == 1 / 3
    assert shared("", "") == 1
    assert shared("een twee", "") == 0


def test_long_texts_are_aligned_however_much_differs() -> None:
    chance = random.Random(1)
    old = [chance.choice("abcdefgh") * chance.randint(1, 4) for _ in range(3_000)]
    new = [word if chance.random() < 0.6 else word + "x" for word in old]
    matched = len(old) - sum(b - a for a, b, _, _ in word_differences(old, new))
    assert matched >= sum(a == b for a, b in zip(old, new, strict=True))
