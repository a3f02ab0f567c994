"""Blank lines inside a sentence, which are not there on paper: `komt deze urgentie ook aan⏎⏎bod`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annotator.language.listed import listed

_GAP = re.compile(r"\n[^\S\n]*\n\s*")
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]⁰¹²³⁴⁵⁶⁷⁸⁹®*]*\s*$")
_FIRST_WORD = re.compile(r"[^\W_]+")
_LIST_ITEM = re.compile(r"(?:[a-z]|[ivx]{1,4}|\d{1,3})[.)°]")
# After one of these a sentence must go on, whatever the next line starts with.
_GOES_ON = listed(
    """de het een van met voor door op aan in uit naar bij tot over tegen tussen en of maar want dat die
    deze dit te om als dan onze hun zijn haar mijn uw twee drie vier vijf zes zeven acht negen tien elf
    twaalf alle enkele nr. artikel ook niet ten ter per zoals"""
)
_FULL_LINE = 0.7  # of the letter's usual line length: a heading is shorter
_SIGNS = re.compile(r"(?:dr|drs|mr|ir|ing|prof|jhr)s?\. ")  # a minister's name under the office
_FURNITURE = re.compile(r"(?i)pagina\b|blad\b|datum\b|ons kenmerk|onze referentie|bijlage")


@dataclass(frozen=True, slots=True)
class FalseBreak:
    """A blank line in a sentence: from the last word before it to the first after it, and the gap between."""

    start: int
    gap_start: int
    gap_end: int
    end: int
    likely: float


def false_breaks(text: str) -> Iterator[FalseBreak]:
    """Yield the blank lines over which a sentence goes on."""
    usual = _usual_length(text)
    for gap in _GAP.finditer(text):
        line_start = text.rfind("\n", 0, gap.start()) + 1
        line = text[line_start : gap.start()]
        likely = _likely(line, text[gap.end() : gap.end() + 80], usual)
        bare, first = line.rstrip(), _FIRST_WORD.match(text, gap.end())
        if likely and bare and first:
            end = line_start + len(bare)
            start = end - len(bare.rsplit(maxsplit=1)[-1])
            yield FalseBreak(start, end, gap.end(), first.end(), likely)


def _usual_length(text: str) -> int:
    lengths = sorted(len(line) for line in text.split("\n") if len(line.split()) > 2)
    return lengths[int(len(lengths) * 0.6)] if lengths else 0


def _likely(line: str, following: str, usual: int) -> float:
    stripped = line.strip()
    if not stripped or not following or stripped.endswith("-"):
        return 0.0
    if _ENDS.search(stripped) or _LIST_ITEM.match(following) or _SIGNS.match(following):
        return 0.0
    full = len(stripped) >= _FULL_LINE * usual and len(stripped.split()) > 2
    goes_on = stripped.rsplit(None, 1)[-1].lower() in _GOES_ON
    if following[0].islower() and full:
        return 0.95
    if goes_on and full and following[0].isalpha() and not _FURNITURE.match(following):
        return 0.85
    return 0.0
