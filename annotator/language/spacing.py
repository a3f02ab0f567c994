"""Spaces that are missing or too many where the form tells: postcodes, addresses, references."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.language import reasons

Finding = tuple[int, int, str, str, float]  # start, end, a reason's code, the likely reading, how likely

_POSTCODE = re.compile(r"(?<![\w.,/-])([1-9]\d{3})([A-Z]{2})(?=[ \t]+[A-Z'’])")  # `2500EB Den Haag`
_REFERENCE = re.compile(r"(?<![\w/@.:-])\d{1,4}(?:,(?:p|pp|blz|nr|nrs)\.(?:\d{1,4})?)(?![\w@/])")
_ADDRESS = re.compile(r"(?<!\S)www\. (?=[a-z0-9-]{3,}\.(?:nl|com|eu|org|net|be)\b)")


def odd_spaces(text: str) -> Iterator[Finding]:
    """Yield the places where a space is missing or too many."""
    for match in _POSTCODE.finditer(text):
        yield _missing(match.start(), match.end(), f"{match[1]} {match[2]}", 0.92)
    for match in _REFERENCE.finditer(text):
        likely = re.sub(r"\.(?=\d)", ". ", match.group().replace(",", ", ", 1))
        yield _missing(match.start(), match.end(), likely, 0.92)
    for match in _ADDRESS.finditer(text):
        end = match.end()
        while end < len(text) and not text[end].isspace():
            end += 1
        end -= len(text[match.end() : end]) - len(text[match.end() : end].rstrip(".,;:)"))
        whole = "www." + text[match.end() : end]
        yield match.start(), end, reasons.TORN_APART, whole, 0.92


def _missing(start: int, end: int, likely: str, score: float) -> Finding:
    return start, end, reasons.RUN_TOGETHER, likely, score
