"""A text as it is compared: without case, without accents, with broken words whole; and the way back.

    folded = fold("Coördi-\nnatie", Likeness())
    folded.text                     "coordinatie"
    folded.original(0, 11)          Span(0, 13)

Most characters become one character, and offsets stay. Those that become none or several (`ß`, `ﬁ`, a soft
hyphen, a combining mark, the break in a broken word) are kept in a short list: by it a hit finds its place.
A hit is always of whole characters: an `f` is not found in `ﬁ`.
"""

from __future__ import annotations

import bisect
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from annotator.core.text import Span

# What has no decomposition in Unicode, and yet is written with other letters where it cannot be typed.
_LIGATURES = {
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ĳ": "ij", "Ĳ": "IJ", "þ": "th",
    "Þ": "TH", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
}  # fmt: skip
_ALIKE = {"ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ł": "l", "Ł": "L", "ı": "i", "ſ": "s"}
_MARKS = "\u0300-\u036f"
_SOFT_HYPHEN = "\u00ad"
_BREAK = r"(?<=[^\W_])[-\u2010][ \t]*\n\s*(?=[^\W_])"
_LATIN = (range(0x80, 0x250), range(0x370, 0x530), range(0x1E00, 0x2000))
_NON_ASCII = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Likeness:
    """What counts as alike. `ligatures` only where accents are ignored: `æ` is then like `ae`."""

    match_case: bool = False
    ignore_accents: bool = True
    ligatures: bool = True
    join_broken: bool = False


class _Special(NamedTuple):
    """A stretch of the text that became none or several characters of the folded one."""

    at: int  # in the folded text
    length: int
    start: int
    end: int
    is_mark: bool


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way back to the text it was made of."""

    text: str
    specials: tuple[_Special, ...] = ()

    def original(self, start: int, end: int) -> Span | None:
        """Return where a stretch of the folded text stands; None where it would cut a character."""
        if not self.specials:
            return Span(start, end)
        first, last = self._start(start), self._end(end)
        return None if first is None or last is None else Span(first, last)

    def _start(self, offset: int) -> int | None:
        """Return where what begins at the offset begins: behind all that vanished in front of it."""
        index = bisect.bisect_right(self.specials, offset, key=lambda special: special.at) - 1
        if index < 0:
            return offset
        special = self.specials[index]
        into = offset - special.at
        if special.length and into == 0:
            return special.start
        return None if into < special.length else special.end + into - special.length

    def _end(self, offset: int) -> int | None:
        """Return where what ends at the offset ends: with its combining marks, without what vanished else."""
        index = bisect.bisect_left(self.specials, offset, key=lambda special: special.at) - 1
        place = offset
        if index >= 0:
            special = self.specials[index]
            into = offset - special.at
            if into < special.length:
                return None
            place = special.end + into - special.length
        for special in self.specials[index + 1 :]:
            if special.at != offset or special.length or not special.is_mark or special.start != place:
                break
            place = special.end
        return place


def fold(text: str, likeness: Likeness) -> Folded:
    """Return the text as it is compared."""
    pattern, tables = _special_pattern(likeness), _tables(likeness)
    if text.isascii() and not (likeness.join_broken and "-" in text):
        return Folded(_plain(text, likeness, tables.single))
    exact = likeness.match_case and not (likeness.ignore_accents or likeness.join_broken)
    if exact and _SOFT_HYPHEN not in text:
        return Folded(text)
    pieces: list[str] = []
    specials: list[_Special] = []
    at = length = 0
    for match in pattern.finditer(text):
        before = text[at : match.start()]
        becomes = tables.several.get(match[0], "")
        specials.append(
            _Special(length + len(before), len(becomes), match.start(), match.end(), _is_mark(match[0]))
        )
        pieces += [before, becomes]
        length += len(before) + len(becomes)
        at = match.end()
    pieces.append(text[at:])
    return Folded(_plain("".join(pieces), likeness, tables.single), tuple(specials))


def folded_query(query: str, likeness: Likeness) -> str:
    """Return what is looked for as it is compared."""
    return fold(query, likeness).text


def _plain(text: str, likeness: Likeness, single: dict[str, str]) -> str:
    """Fold what keeps its length."""
    if likeness.ignore_accents and not text.isascii():
        text = _NON_ASCII.sub(lambda match: single.get(match[0], match[0]), text)
    if likeness.match_case:
        return text
    lower = text.lower()
    return lower if lower.isascii() else lower.replace("ς", "σ")  # lower() makes one of the two of a Σ


def _is_mark(found: str) -> bool:
    return unicodedata.combining(found[0]) > 0


@dataclass(frozen=True, slots=True)
class _Tables:
    single: dict[str, str]
    several: dict[str, str]


@cache
def _tables(likeness: Likeness) -> _Tables:
    """Return what each character becomes: those that become one, and those that become several."""
    single: dict[str, str] = {}
    several: dict[str, str] = {}
    if not likeness.match_case:
        several["İ"] = "i" if likeness.ignore_accents else "i\u0307"
    if likeness.ignore_accents:
        single |= _ALIKE if likeness.ligatures else {}
        for code in (code for part in _LATIN for code in part):
            base = _base(chr(code))
            if likeness.ligatures and base in _LIGATURES:
                several[chr(code)] = _LIGATURES[base]  # `ǽ` as `æ`
            elif len(base) == 1 and base != chr(code):
                single.setdefault(chr(code), _ALIKE.get(base, base) if likeness.ligatures else base)
        if likeness.ligatures:
            several |= _LIGATURES
    if not likeness.match_case:
        several = {character: text.lower() for character, text in several.items()}
    return _Tables(single, several)


def _base(character: str) -> str:
    decomposed = unicodedata.normalize("NFD", character)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@cache
def _special_pattern(likeness: Likeness) -> re.Pattern[str]:
    """Return what matches the stretches that do not keep their length."""
    # One set of characters: it is looked for in half the time that alternatives take.
    characters = (
        f"[{_SOFT_HYPHEN}{_MARKS if likeness.ignore_accents else ''}{''.join(_tables(likeness).several)}]"
    )
    return re.compile(f"{_BREAK}|{characters}" if likeness.join_broken else characters)
