"""The sentences of a flow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.structure.flow import Flow

_END = re.compile(
    r"[.!?…][\"'”’»)\]]*[¹²³⁴⁵⁶⁷⁸⁹®*°\"”’']?(?=\s+[\"'“‘«(\[]?[^\Wa-zà-ÿ_]|\s+[»«•*—–-]\s|\s*$)|;(?=\s[»«•]\s)"
)
_STOPPED = re.compile(
    r"(?:\b(?:nrs?|no|art|artt|lid|blz|pp?|pag|jl|jo|drs?|mrs?|mw|ir|ing|prof|dhr|mevr|st|ca|bijv|bv|vgl|zgn|resp|incl|excl"
    r"|stb|stcrt|trb|kamerst|gen|lt|kol|maj|min|max|tel|afd|hfst|par|sub|vol|ed|red|d\.d|o\.a|i\.v\.m|m\.b\.t|t\.a\.v|n\.a\.v)"
    r"|(?<![^\W_])[A-Za-z]|\.[A-Za-z]{1,2})\Z",
    re.I,
)
_MONTH = re.compile(
    r"\s+(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)", re.I
)


def sentences(flow: Flow) -> Iterator[tuple[int, int]]:
    """Yield the spans of the sentences in the flow's text, without the spaces around them."""
    text, start = flow.text, 0
    for match in _END.finditer(text):
        if text[match.start()] == "." and _goes_on(text, match):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _goes_on(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 12) : match.start()]
    if _STOPPED.search(before) and match.end() < len(text):
        return True
    return before[-1:].isdigit() and bool(_MONTH.match(text, match.end()))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    # The mark of a note behind the stop is no part of the sentence.
    while end > start and (text[end - 1].isspace() or text[end - 1] in "¹²³⁴⁵⁶⁷⁸⁹®"):
        end -= 1
    if end > start:
        yield start, end
