"""A value that an extractor found, before it becomes a proposal."""

from __future__ import annotations

import re
from typing import NamedTuple

_EDGES = " \t\n.,;:-–—_|>«»•"


class Found(NamedTuple):
    """A value: the role of its field, its span in the letter, its normal form ("" to take what is shown), how sure, why."""

    role: str
    start: int
    end: int
    value: str
    confidence: float
    code: str
    position: int = 0


def shown(text: str) -> str:
    """Return what stands in the letter on one line, broken words joined, without signs at its edges."""
    joined = re.sub(r"(?<=[a-zà-ÿ])[-\u00ad]\s*\n\s*(?=[a-zà-ÿ])", "", text)
    return " ".join(joined.split()).strip(_EDGES)


def tightened(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span without spaces and signs at its edges."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end
