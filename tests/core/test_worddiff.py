"""Which words a correction changes, also in lines without end."""

from __future__ import annotations

import pytest

from annotator.core.history import Correction, Hunk
from annotator.core.worddiff import hunks_of, token_bounds


@pytest.mark.parametrize(
    ("text", "start", "end", "after", "bounds"),
    [
        ("in Sloveni, en", 10, 10, "ë", (3, 10)),
        ("in Sloveni, en", 10, 10, " ë", (10, 10)),
        ("geen verplich-\n  tingen aan", 19, 20, "d", (5, 23)),
        ("a-\nb-\nc d", 6, 7, "x", (0, 7)),
        ("een, twee", 5, 6, "T", (5, 9)),
        ("een\u00a0twee", 4, 5, "T", (4, 8)),
    ],
)
def test_a_correction_grows_to_whole_words(
    text: str, start: int, end: int, after: str, bounds: tuple[int, int]
) -> None:
    assert token_bounds(text, start, end, after) == bounds


def test_a_word_at_the_end_of_a_very_long_line() -> None:
    text = "woord " * 100_000 + "Belgié"
    corrections = [
        Correction(at, at + 5, "woord", "Woord") for at in range(len(text) - 3_006, len(text) - 6, 6)
    ]
    hunks = hunks_of(text, corrections)  # seconds, were all of the line read for each
    assert len(hunks) == 500
    assert hunks[-1] == Hunk(len(text) - 12, "woord", "Woord")


def test_corrections_that_touch_show_only_together_what_they_glue() -> None:
    places = ((0, "-cb"), (1, ","), (1, "b"))
    corrections = [Correction(at, at, "", put, "word", "typed") for at, put in places]
    assert hunks_of("b", corrections) == (Hunk(0, "b", "-cbb,b"),)


def test_a_line_end_between_two_words_that_goes_glues_them() -> None:
    assert hunks_of("a\na\n", [Correction(1, 2, "\n", "", "word", "typed")]) == (Hunk(0, "a\na", "aa"),)
