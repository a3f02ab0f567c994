"""What a selection grows through."""

from __future__ import annotations

from annotator.commands.selecting import steps
from annotator.core.document import Stamp, new_letter
from annotator.core.text import Span

TEXT = "Het rapport is gedeeld (Kamerstuk 28 676,\nnr. 347). Daarna (kort) ging het verder."


def grown(words: str) -> list[str]:
    letter, at = new_letter(TEXT, (0,), "Brief", Stamp("mv", "2026-11-23T12:00:00Z")), TEXT.index(words)
    return [TEXT[s.start : s.end] for s in steps(letter, Span(at, at))]


def test_a_reference_in_brackets_is_a_step_between_word_and_sentence() -> None:
    assert grown("Kamerstuk")[:3] == [
        "Kamerstuk",
        "Kamerstuk 28 676,\nnr. 347",
        "Het rapport is gedeeld (Kamerstuk 28 676,\nnr. 347).",
    ]


def test_words_between_two_pairs_of_brackets_are_in_none() -> None:
    assert grown("Daarna")[:2] == ["Daarna", "Daarna (kort) ging het verder."]
