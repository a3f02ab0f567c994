"""Marks of notes, raised or in plain figures: no value, name or sentence has them as a part."""

from __future__ import annotations

import re

from annotator.core.folding import Folded, Special
from annotator.core.signs import RAISED_DIGITS
from annotator.language.foot_notes import foot_notes

# Behind something on its line: the number in front of a note stays.
_MARK = re.compile(rf"(?<=\S) ?[{RAISED_DIGITS}]+")


def without_marks(text: str) -> Folded:
    """Return the text without the marks of notes, and the way back: of `nr. 3474` a note's 4 may be left out."""
    marks = [(mark.start, mark.end) for mark in foot_notes(text).marks]
    if any(sign in text for sign in RAISED_DIGITS):
        marks += (match.span() for match in _MARK.finditer(text))
    pieces: list[str] = []
    specials: list[Special] = []
    at = length = 0
    for start, end in sorted(marks):
        pieces.append(text[at:start])
        length += start - at
        specials.append(Special(length, 0, start, end))
        at = end
    return Folded("".join([*pieces, text[at:]]), tuple(specials))
