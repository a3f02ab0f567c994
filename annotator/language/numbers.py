"""Numbers that break the order of their list (`8, 9, 20, 11, 12` has a misread 10); Roman ones in bars."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

_LIST = re.compile(
    r"(?<![\w,.-])(?:[0-9a-zA-Z]{1,4}(?:,\s+|\s+en\s+|\s+t/m\s+)){3,}[0-9a-zA-Z]{1,4}(?![\w/-])"
)
_ITEM = re.compile(r"[0-9a-zA-Z]{1,4}")
_WORDS = frozenset(("en", "t", "m", "of"))
# What each sign may stand for on paper.
_STANDS_FOR = {
    "0": "0689", "1": "147", "2": "1274", "3": "3581", "4": "41", "5": "563", "6": "685", "7": "714",
    "8": "8369", "9": "9807", "l": "1", "I": "1", "i": "1", "o": "0", "O": "0", "g": "9", "a": "14", "S": "5",
    "s": "58", "B": "8", "b": "6", "h": "4", "z": "2", "Z": "2", "e": "8", "T": "7", "A": "14", "q": "9",
    "D": "0",
}  # fmt: skip
_SHARE_IN_ORDER = 0.6
_BARS = re.compile(  # `Deel | van`, `Kamerstukken {|`
    r"(?i:\b(?:kamerstukken|handelingen|hoofdstuk|bijlage|deel|titel|paragraaf|fase|tranche|boek|groep))"
    r"[ \n](?P<number>[|{}!\[\]1lI]{1,3})(?=[\s,.;:)]|$)"
)
_ONES = re.compile(r"[|{}!\[\]1l]")


def roman_bars(text: str) -> Iterator[tuple[int, int, str, float]]:
    """Yield each Roman number of which strokes were read as signs: start, end, the number, how likely."""
    for match in _BARS.finditer(text):
        read = match["number"]
        if any(sign in "|{}![]" for sign in read):
            yield *match.span("number"), _ONES.sub("I", read), 0.92


def misread_numbers(text: str) -> Iterator[tuple[int, int, str, float]]:
    """Yield each misread number in a rising list: start, end, the number it should be, how likely."""
    for run in _LIST.finditer(text):
        items = [m for m in _ITEM.finditer(text, run.start(), run.end()) if m.group() not in _WORDS]
        if len(items) >= 4 and sum(m.group().isdigit() for m in items) >= 3:
            yield from _misread([(m.start(), m.end(), m.group()) for m in items])


def _misread(items: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str, float]]:
    numbers = [int(read) if read.isdigit() else None for _, _, read in items]
    rising = _longest_rising(numbers)
    if len(rising) < max(3, _SHARE_IN_ORDER * len(items)):
        return
    kept = set(rising)
    for place, (start, end, read) in enumerate(items):
        if place in kept:
            continue
        low = max((numbers[p] or 0 for p in rising if p < place), default=0)
        high = min((numbers[p] or 0 for p in rising if p > place), default=low + 12)
        between = [p for p in range(len(items)) if p not in kept and _gap(rising, p) == _gap(rising, place)]
        if len(between) > 1 and high - low - 1 < len(between):
            continue
        fitting = [number for number in _readings(read) if low < int(number) < high]
        if fitting:
            expected = str(low + 1 + between.index(place))
            best = expected if expected in fitting else fitting[0]
            sure = len(fitting) == 1 and high - low <= 3
            yield start, end, best, 0.92 if sure else 0.7


def _gap(rising: list[int], place: int) -> int:
    return sum(p < place for p in rising)


def _readings(read: str) -> list[str]:
    choices = [_STANDS_FOR.get(sign, "") for sign in read]
    if not all(choices):
        return []
    found = ["".join(digits) for digits in product(*choices)]
    return [number for number in found if number != read and not number.startswith("0")]


def _longest_rising(numbers: list[int | None]) -> list[int]:
    """Return the places of the longest rising run of numbers, others left out."""
    best: list[list[int]] = []
    for place, number in enumerate(numbers):
        if number is None:
            best.append([])
            continue
        before = [run for run in best if run and (numbers[run[-1]] or 0) < number]
        best.append([*max(before, key=len, default=[]), place])
    # Of runs of one length that with the lowest end: `10, 11, 22, 13` goes on at 13.
    return max(best, key=lambda run: (len(run), -(numbers[run[-1]] or 0) if run else 0), default=[])
