"""The border between our offsets (Unicode code points) and Qt's (UTF-16 units): only here."""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")

# What a Qt text document would turn into a line break or a frame, or could not hold; one unit each, so that
# offsets stay. The letter's own text keeps the character: the widget shows a stand-in.
_UNSHOWABLE = re.compile("[\r\u2028\u2029\ufdd0\ufdd1\x00\ud800-\udfff]")
_STAND_INS = {"\r": "\u240d", "\u2028": "\u23ce", "\u2029": "\u00b6", "\x00": "\u2400"}


def units(text: str) -> int:
    """Return the length of a text in UTF-16 units."""
    return len(text) + (0 if text.isascii() else len(_ASTRAL.findall(text)))


def shown(text: str) -> str:
    """Return the text as a Qt document can hold it: the same offsets, stand-ins for what it would change."""
    if text.isascii() and "\r" not in text and "\x00" not in text:
        return text
    return _UNSHOWABLE.sub(lambda found: _STAND_INS.get(found[0], "\ufffd"), text)


class Utf16Places:
    """Where characters outside the Basic Multilingual Plane are in a text, through its edits.

    Most letters have none, and then both conversions cost nothing.
    """

    __slots__ = ("_astral",)

    def __init__(self, text: str = "") -> None:
        self._astral = _astral_places(text, 0)

    def to_units(self, offset: int) -> int:
        """Return the UTF-16 unit of a code point offset."""
        return offset + bisect_left(self._astral, offset) if self._astral else offset

    def to_points(self, unit: int) -> int:
        """Return the code point offset of a UTF-16 unit; of the middle of a pair, the pair's start."""
        if not self._astral:
            return unit
        low, high = 0, len(self._astral)
        while low < high:  # how many pairs end at or before the unit: the i-th pair ends at astral[i] + i + 2
            middle = (low + high) // 2
            if self._astral[middle] + middle + 2 <= unit:
                low = middle + 1
            else:
                high = middle
        offset = unit - low
        return offset - 1 if low < len(self._astral) and self._astral[low] < offset else offset

    def replace(self, start: int, end: int, after: str) -> None:
        """Follow an edit of the text: code points, half open, in the text before."""
        if not self._astral and after.isascii():
            return
        first, last = bisect_left(self._astral, start), bisect_left(self._astral, end)
        delta = len(after) - (end - start)
        moved = [place + delta for place in self._astral[last:]]
        self._astral[first:] = _astral_places(after, start) + moved


def _astral_places(text: str, base: int) -> list[int]:
    return [] if text.isascii() else [base + found.start() for found in _ASTRAL.finditer(text)]
