"""A text as it is compared: without case, without accents, with broken words whole; and the way back.

    folded = fold("Coördi-\nnatie", Likeness())
    folded.text                     "coordinatie"
    folded.original(0, 11)          Span(0, 13)

Most characters become one character, and offsets stay. Those that become none or several (`ß`, `ﬁ`, a soft
hyphen, a combining mark, the break in a broken word) are kept in a short list: by it a hit finds its place.
A hit is always of whole characters: an `f` is not found in `ﬁ`. Signs that say the same are folded as
`annotator.core.folding` says, whatever the likeness.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from annotator.core.folding import LINE_BREAK, Folded, has_special, replaced, same_length
from annotator.core.signs import LIGATURES, SOFT_HYPHEN, ZERO_WIDTH

# What has no decomposition in Unicode, and yet is written with other letters where it cannot be typed.
_TWO_LETTERS = {
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "TH",
}  # fmt: skip
_ALIKE = {"ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "ł": "l", "Ł": "L", "ı": "i", "ſ": "s"}
_MARKS = "\u0300-\u036f"
_LATIN = (range(0x80, 0x250), range(0x370, 0x530), range(0x1E00, 0x2000))
_NON_ASCII = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class Likeness:
    """What counts as alike. `ligatures` only where accents are ignored: `æ` is then like `ae`."""

    match_case: bool = False
    ignore_accents: bool = True
    ligatures: bool = True
    join_broken: bool = False


def fold(text: str, likeness: Likeness) -> Folded:
    """Return the text as it is compared."""
    tables = _tables(likeness)
    if text.isascii() and not (likeness.join_broken and ("-" in text or "~" in text)):
        return Folded(_plain(text, likeness, tables.single))
    exact = likeness.match_case and not (likeness.ignore_accents or likeness.join_broken)
    if exact and not has_special(text):
        return Folded(text)
    several = tables.several
    found = replaced(text, _special_pattern(likeness), lambda sign: several.get(sign, ""), _is_mark)
    return Folded(_plain(found.text, likeness, tables.single), found.specials)


def folded_query(query: str, likeness: Likeness) -> str:
    """Return what is looked for as it is compared."""
    return fold(query, likeness).text


def _plain(text: str, likeness: Likeness, single: dict[str, str]) -> str:
    """Fold what keeps its length."""
    if not text.isascii() or "\t" in text:
        text = same_length(text)
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
    several = dict(LIGATURES)
    if not likeness.match_case:
        several["İ"] = "i" if likeness.ignore_accents else "i\u0307"
    if likeness.ignore_accents:
        single |= _ALIKE if likeness.ligatures else {}
        for code in (code for part in _LATIN for code in part):
            base = _base(chr(code))
            if likeness.ligatures and base in _TWO_LETTERS:
                several[chr(code)] = _TWO_LETTERS[base]  # `ǽ` as `æ`
            elif len(base) == 1 and base != chr(code):
                single.setdefault(chr(code), _ALIKE.get(base, base) if likeness.ligatures else base)
        if likeness.ligatures:
            several |= _TWO_LETTERS
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
        f"[{SOFT_HYPHEN}{ZERO_WIDTH}{_MARKS if likeness.ignore_accents else ''}"
        f"{''.join(_tables(likeness).several)}]"
    )
    return re.compile(f"{LINE_BREAK}|{characters}" if likeness.join_broken else characters)
