"""Footnote marks that the OCR read as something else: `luchtruimverdediging®`, `T De negen bondgenoten`."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_QUOTES = "'’‘”“\"»«"
_NEVER_TEXT = "®°*}{><^+©™¥§ˆ˜¬_~"
# No `>`: the house style of the state has it before the address for returns.
_AT_START = "®°*}{^©™¥§"
_AT_WORD = re.compile(
    rf"(?<=[^\W\d_])([.,;:)]?)(?:([{re.escape(_NEVER_TEXT)}])|([{_QUOTES}])|([?!])(?=\s+[a-zà-ÿ]))(?=[\s.,;:)]|\Z)"
)
# At the start of a paragraph: a sign or a letter that looks like a small raised digit, before a sentence.
_START = re.compile(
    rf"(?:\A|\n)[^\S\n]*((?P<sign>[{re.escape(_AT_START + _QUOTES)}?!$|])|(?P<letter>[TIlÌÍìíJ']))[^\S\n]+"
    r"(?=[A-ZÀ-Þ][a-zà-ÿ]*(?:[^\S\n]|[.,]))"
)
_OPENERS = {"”": '“”„"', "’": "‘", "“": '„”"', "»": "«", "«": "»", "'": "'‘", '"': '"”“„', "‘": "’'"}
# `Beatrix’` and `ministers’` end in an apostrophe of their own.
_OWN_APOSTROPHE = re.compile(r"(?:[sxz]|’s|'s)$", re.IGNORECASE)
_NUMBER_SIGNS = re.compile(rf"[{SUPERSCRIPTS}]+")
_BULLETS = "*+>°»"
_LOOK_BACK = 1500
_LINE_START = re.compile(rf"(?m)^[^\S\n]*(?P<sign>[{re.escape(_BULLETS)}])[^\S\n]")

_Place = tuple[int, bool, float]  # where the sign is, whether it starts a note, how likely


@dataclass(frozen=True, slots=True)
class StrayMark:
    """A sign that may be a footnote mark: its place, the number it should be, and how likely.

    `starts_note` tells a footnote's own mark from the mark in the text.
    """

    start: int
    end: int
    number: int
    starts_note: bool
    likely: float


def stray_marks(text: str) -> list[StrayMark]:
    """Return the signs that may be footnote marks, in order; marks and notes are counted apart."""
    places = [(match.end() - 1, False, _likely(text, match)) for match in _AT_WORD.finditer(text)]
    in_text = [place for place in places if place[2] > 0]
    marks = len(in_text) + len(_NUMBER_SIGNS.findall(text))
    return _numbered(text, sorted([*in_text, *_note_starts(text, marks)]))


def _numbered(text: str, doubted: list[_Place]) -> list[StrayMark]:
    """Give each doubted mark the number after the one before it, be that one read well or doubted too."""
    read_well = deque((match.start(), match.group()) for match in _NUMBER_SIGNS.finditer(text))
    last = {False: 0, True: 0}
    found: list[StrayMark] = []
    for at, starts_note, likely in doubted:
        while read_well and read_well[0][0] < at:
            place, digits = read_well.popleft()
            last[_at_line_start(text, place)] = number_of(digits)
        last[starts_note] += 1
        found.append(StrayMark(at, at + 1, last[starts_note], starts_note, likely))
    return found


def _sign(match: re.Match[str]) -> str:
    return match.group(2) or match.group(3) or match.group(4)


def _likely(text: str, match: re.Match[str]) -> float:
    sign, at = _sign(match), match.end() - 1
    if sign in _QUOTES:
        return 0.0 if _closes(text, sign, at, match.group(1)) else 0.7
    if sign in "+" or (sign in "*_§" and _is_pair(text, sign, at)):
        return 0.0
    return 0.75 if sign in "?!" else 0.9


def _closes(text: str, sign: str, at: int, stop: str) -> bool:
    """Tell whether a closing quote or apostrophe is in its place."""
    if sign in "'’" and not stop and _OWN_APOSTROPHE.search(text[max(0, at - 3) : at]):
        return True
    before = _paragraph_before(text, at)
    if sign in "\"'":
        return before.count(sign) % 2 == 1 or any(opener in before for opener in "“„‘”")
    opened = max(before.rfind(opener) for opener in _OPENERS[sign])
    closed = before.rfind(sign)
    return opened >= 0 and (opened >= closed or sign in _OPENERS[sign])


def _is_pair(text: str, sign: str, at: int) -> bool:
    return _paragraph_before(text, at).count(sign) % 2 == 1


def _paragraph_before(text: str, at: int) -> str:
    low = max(text.rfind("\n\n", 0, at), at - _LOOK_BACK, 0)
    return text[low:at]


def _note_starts(text: str, marks: int) -> Iterator[_Place]:
    lines = Counter(match["sign"] for match in _LINE_START.finditer(text))
    # A sign before more lines than there can be notes is the bullet of a list.
    bullets = {sign for sign in _BULLETS if lines[sign] > max(2, marks + 1)}
    for match in _START.finditer(text):
        at = match.start(1)
        if match["letter"] and not (marks and _starts_paragraph(text, at)):
            continue
        if match["sign"] and (match["sign"] in "“„‘«" or match["sign"] in bullets):
            continue
        yield at, True, 0.9 if marks else 0.8


def _starts_paragraph(text: str, at: int) -> bool:
    before = text[max(0, at - 40) : at]
    return not before.strip() or bool(re.search(r"\n[^\S\n]*\n[^\S\n]*\Z", before))


def _at_line_start(text: str, at: int) -> bool:
    return not text[max(text.rfind("\n", 0, at) + 1, at - 40) : at].strip()


def number_of(superscripts: str) -> int:
    """Return the number that raised digits stand for."""
    return int("".join(str(SUPERSCRIPTS.index(sign)) for sign in superscripts[:3]))


def superscript(number: int) -> str:
    """Return the number in raised digits."""
    return "".join(SUPERSCRIPTS[int(digit)] for digit in str(number))
