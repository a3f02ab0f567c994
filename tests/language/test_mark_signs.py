"""The signs of a text that may be footnote marks: which there are, and where."""

from __future__ import annotations

import pytest

from annotator.language.mark_signs import MOST_SIGNS, number_of, signs, superscript


@pytest.mark.parametrize(
    ("text", "read", "at", "word_start"),
    [
        ("luchtruimverdediging® is.", "®", 20, 0),
        ("wel (de wet)* niet.", "*", 12, 8),
        ("Zie geschil4 daar.", "4", 11, 4),
        ("dat wordt.2 Daar", "2", 10, 4),
        ("wat ® los", "®", 4, 4),
    ],
)
def test_a_sign_at_a_word_may_be_a_mark(text: str, read: str, at: int, word_start: int) -> None:
    (sign,) = signs(text)
    assert (sign.read, sign.start, sign.end) == (read, at, at + len(read))
    assert sign.word_start == word_start
    assert not sign.starts_note


@pytest.mark.parametrize("text", ["gewone tekst.", "A4 papier", "in 2021 was", "(de wet)", "iPhone12A"])
def test_what_hangs_on_no_word_is_none(text: str) -> None:
    assert not signs(text)


def test_a_sign_that_stands_alone_says_so() -> None:
    assert [sign.stands_alone for sign in signs("wat ® los, dat® niet")] == [True, False]


def test_a_sign_before_a_line_starts_a_note() -> None:
    (sign,) = signs("Tekst van de brief.\nT De negen bondgenoten\n")
    assert (sign.read, sign.starts_note, sign.start) == ("T", True, 20)


def test_raised_digits_were_read_well() -> None:
    (sign,) = signs("een noot¹² hier")
    assert (sign.read, sign.read_well, sign.start, sign.end) == ("¹²", True, 8, 10)


def test_signs_come_in_the_order_of_the_text() -> None:
    found = signs("een¹ woord® en\nT De noot daarvan\nnog² een")
    assert [sign.start for sign in found] == sorted(sign.start for sign in found)
    assert len(found) == 4


def test_a_text_of_signs_alone_ends_somewhere() -> None:
    assert len(signs("woord® " * (2 * MOST_SIGNS))) <= MOST_SIGNS + 1


@pytest.mark.parametrize("number", [1, 9, 10, 123])
def test_a_number_in_raised_digits_comes_back(number: int) -> None:
    assert number_of(superscript(number)) == number


def test_only_the_first_three_digits_count() -> None:
    assert number_of("¹²³⁴") == 123
