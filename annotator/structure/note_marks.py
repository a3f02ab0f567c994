"""Raised digits behind words, which are marks of notes: no value, name or sentence has them as a part."""

from __future__ import annotations

import re

from annotator.core.folding import Folded, replaced

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
# Behind something on its line: the number in front of a note stays.
_MARK = re.compile(rf"(?<=\S) ?[{_RAISED}]+")


def without_marks(text: str) -> Folded:
    """Return the text without the marks of notes, and the way back."""
    if not any(sign in text for sign in _RAISED):
        return Folded(text)
    return replaced(text, _MARK, lambda _: "")
