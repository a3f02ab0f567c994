"""The corrections in force: their order where several touch, and places carried over."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotator.core import history, operations
from annotator.core.corrections import apply_corrections
from annotator.core.document import Letter, Stamp, new_letter
from annotator.core.history import Correction
from annotator.core.in_force import InForce
from annotator.core.text import Span

STAMP = Stamp("tester", "2026-01-01T00:00:00.000Z")


def letter_with(ocr_text: str, *rows: tuple[int, int, str]) -> Letter:
    """Return a letter with these corrections in force."""
    held = tuple(InForce(*row) for row in rows)
    text = apply_corrections(ocr_text, held)
    return replace(new_letter(ocr_text, (0,), "letter", STAMP), text=text, corrections=held)


def corrected(letter: Letter, *wanted: tuple[int, int, str]) -> Letter:
    corrections = [Correction(a, b, letter.text[a:b], after) for a, b, after in wanted]
    return history.apply(letter, operations.correct(letter, corrections, STAMP))


@pytest.mark.parametrize(
    ("ocr_text", "rows", "wanted"),
    [
        ("-\n  Belgiévei-\nliga ", [(0, 1, "\n  aé "), (1, 1, "ëBelgié-")], [(3, 4, "van-")]),
        (
            "a-1 \nvei-\nlig\u00a0\n\n",
            [(2, 4, ""), (5, 13, "\naé-,g"), (15, 16, "-e😀😀\u0301,vei-\nlig,")],
            [(10, 12, "a"), (20, 27, "\n\n \n"), (27, 27, "1-\n  ")],
        ),
    ],
)
def test_of_two_insertions_at_one_place_the_order_is_never_lost(
    ocr_text: str, rows: list[tuple[int, int, str]], wanted: list[tuple[int, int, str]]
) -> None:
    after = corrected(letter_with(ocr_text, *rows), *wanted)
    assert apply_corrections(ocr_text, after.corrections) == after.text


def test_corrections_that_touch_at_one_word_become_one() -> None:
    after = corrected(letter_with("a\n\nvei"), (4, 6, "Belgié vei"), (6, 6, ""), (6, 6, "Irak "))
    assert after.text == "a\n\nvBelgié veiIrak "


def test_words_next_to_each_other_keep_corrections_of_their_own() -> None:
    letter = corrected(corrected(letter_with("in Belgié® en"), (3, 9, "België")), (9, 10, "¹"))
    assert [(c.ocr_start, c.ocr_end, c.after) for c in letter.corrections] == [(3, 9, "België"), (9, 10, "¹")]


def test_a_stretch_of_the_ocr_text_is_found_in_the_text() -> None:
    places = letter_with("in Belgié , en", (3, 9, "Groot België"), (9, 10, "")).ocr_places()
    assert places.from_ocr(Span(0, 2)) == Span(0, 2)
    assert places.from_ocr(Span(3, 9)) == Span(3, 15)
    assert places.from_ocr(Span(5, 6)) == Span(3, 15)
    assert places.from_ocr(Span(10, 11)) == Span(15, 16)


def test_what_was_put_in_beside_a_word_is_not_the_word() -> None:
    letter = letter_with("een drie", (3, 3, " twee"))
    places = letter.ocr_places()
    assert letter.text == "een twee drie"
    assert places.from_ocr(Span(0, 3)) == Span(0, 3)
    assert places.from_ocr(Span(3, 4)) == Span(8, 9)
    assert places.from_ocr(Span(4, 8)) == Span(9, 13)


def test_a_place_in_a_correction_lies_where_that_begins_in_the_ocr_text() -> None:
    places = letter_with("in Belgié en", (3, 9, "Groot België")).ocr_places()
    assert [places.to_ocr(offset) for offset in (0, 3, 8, 15, 16)] == [0, 3, 3, 9, 10]


@pytest.mark.parametrize(
    ("ocr_text", "rows", "numbers"),
    [
        ("een\ntwee", [(0, 0, "nul\n")], [1, 1, 2]),
        ("een\ntwee\ndrie", [(0, 4, "")], [2, 3]),
        ("een\ntwee\ndrie", [(0, 13, "1\n2\n3")], [1, 2, 3]),
        ("een\ntwee\ndrie\nvier", [(4, 9, "")], [1, 3, 4]),
        ("vier-\nvijf zes\nzeven", [(0, 11, "viervijf\n")], [1, 2, 3]),
        ("vier-\nvijf zes\nzeven", [(0, 14, "viervijf\nzes")], [1, 2, 3]),
        ("een twee", [(0, 8, "een\ntwee\ndrie")], [1, 1, 1]),
    ],
)
def test_lines_have_the_numbers_of_the_paper(
    ocr_text: str, rows: list[tuple[int, int, str]], numbers: list[int]
) -> None:
    assert letter_with(ocr_text, *rows).line_numbers() == numbers
