"""The words of a text, their places and neighbours."""

from __future__ import annotations

import pytest

from annotator.language.tokens import Words, never_looked_at


def test_words_have_their_places_and_neighbours() -> None:
    words = Words("De wet¹, «mooi»\n\nEn nu")
    found = [words.at(number) for number in range(len(words))]
    assert [(word.text, word.opens, word.after) for word in found] == [
        ("De", True, "wet"),
        ("wet", False, "mooi"),
        ("mooi", False, ""),
        ("En", True, "nu"),
        ("nu", False, ""),
    ]


@pytest.mark.parametrize("word", ["2020", "36-229", "o.g.v", "NAVO", "info@minez.nl", "A.Th.B", "§3a"])
def test_what_is_no_word_is_never_looked_at(word: str) -> None:
    assert never_looked_at(word)
