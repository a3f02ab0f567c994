from __future__ import annotations

import pytest

from annotator.ui.features.editor.words import word_at


@pytest.mark.parametrize(
    ("text", "offset", "word"),
    [
        ("in Belgié is", 5, "Belgié"),
        ("in Belgié is", 9, "Belgié"),
        ("de secretaris-generaal zei", 15, "secretaris-generaal"),
        ("vier dilemma’s zijn", 8, "dilemma’s"),
        ("«Belgié»", 3, "Belgié"),
        ("co\u0308rdinatie", 1, "co\u0308rdinatie"),
        ("veiligheidsin-\nstituties", 3, "veiligheidsin"),
        ("nr. 347).", 5, "347"),
    ],
)
def test_word_around_a_place(text: str, offset: int, word: str) -> None:
    span = word_at(text, offset)
    assert span is not None
    assert text[slice(*span)] == word


@pytest.mark.parametrize(("text", "offset"), [("een - twee", 5), ("", 0), ("een  twee", 4)])
def test_no_word_between_words(text: str, offset: int) -> None:
    assert word_at(text, offset) is None
