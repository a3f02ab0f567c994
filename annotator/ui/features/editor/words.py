"""Which word is at a place in the text, for Enter and the double click."""

from __future__ import annotations

import unicodedata

_INSIDE = "'’-\u00ad\u2010\u2011"  # part of a word only between letters: secretaris-generaal, dilemma's


def word_at(text: str, offset: int) -> tuple[int, int] | None:
    """Return the word at or just before an offset, None where there is none; code points, half open."""
    start, end = _grown(text, offset, offset)
    while start < end and text[start] in _INSIDE:
        start += 1
    while end > start and text[end - 1] in _INSIDE:
        end -= 1
    return (start, end) if start < end else None


def _grown(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and _in_word(text[start - 1]):
        start -= 1
    while end < len(text) and _in_word(text[end]):
        end += 1
    return start, end


def _in_word(character: str) -> bool:
    return character.isalnum() or character in _INSIDE or unicodedata.category(character)[0] == "M"
