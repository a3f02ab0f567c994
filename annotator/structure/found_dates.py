"""Dates in running text, read through what OCR makes of digits and months."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from annotator.core.dates import MONTHS, month_number, read_period
from annotator.core.unreadable import UnreadableError
from annotator.structure.lines import near

_DIGIT = "[0-9lIOo|]"
_DAY = rf"(?:{_DIGIT}{{1,2}}|(?<!\d)\d \d)(?:e|ste|de)?"
_YEAR = r"(?:1[89]|2[0Oo])[0-9OoIl]{2}|[12] ?\d ?\d ?\d"
_NAMES = "|".join(MONTHS["nl"])
_SHORT_NAMES = r"jan|feb|mrt|maa|apr|jun|jul|aug|sept?|okt|nov|dec"
_MONTH = rf"(?:{_NAMES}|(?:{_SHORT_NAMES})\b\.?|[a-zà-ÿ0-9|!]{{5,10}})"
_AND = r"\s*(?:,|en|t/m|tot en met|tot|[-–—/&])\s*"
# `28 september - 2 oktober`: a month and a year may stand before a connecting sign only.
_DATES = re.compile(
    rf"(?<![\w.,/-])(?P<days>{_DAY}(?:(?:\s(?:{_NAMES})(?:\s(?:{_YEAR}))?)?{_AND}{_DAY}){{0,4}})"
    rf"\s+(?P<month>{_MONTH})(?:\s+(?P<year>{_YEAR})(?!\d))?(?![\w]|[.,]\d)",
    re.I,
)
_NUMERIC = re.compile(
    r"(?<![\w./-])(?P<d>\d{1,2}) ?[-/.] ?(?P<m>\d{1,2}) ?[-/.] ?(?P<y>(?:19|20)\d\d)(?![\w]|[.,/-]\d)"
)
_MONTH_YEAR = re.compile(rf"(?<![\w-])(?P<month>{_NAMES})\s+(?P<year>(?:19|20)\d\d)(?!\d|[-/]\d)", re.I)
_PLACE = re.compile(
    r"^(?:['’`´] ?s ?- ?)?[A-Z][a-zA-Z-]+(?: [A-Z][a-z]+)?(?: ?[.,])?(?: de[nr]?)? (?=[\dlIO])"
)
_READ_AS_DIGITS = str.maketrans({"l": "1", "I": "1", "|": "1", "O": "0", "o": "0"})


class FoundDate(NamedTuple):
    """A date in a text: `value` is its ISO form (a day, or two joined by `/`), "" where a part is missing."""

    start: int
    end: int
    value: str


def find_dates(text: str) -> Iterator[FoundDate]:
    """Yield the dates with a day, or with a month and a year, in order."""
    found = [*_named(text), *_numeric(text)]
    named = _Reached(found)
    for match in _MONTH_YEAR.finditer(text):
        if not named.overlap(match.start(), match.end()):
            found.append(FoundDate(match.start(), match.end(), ""))
    yield from sorted(found)


def dateline(text: str) -> FoundDate | None:
    """Return the date of a line that says no more than it, behind a place at most: `'s-Gravenhage, 21 augustus 1968.`"""
    place = _PLACE.match(text)
    if place is None and not text[:2].strip().isdigit():
        return None
    date = next(find_dates(text), None)
    if date is None or not date.value or "/" in date.value:
        return None
    alone = date.start == (place.end() if place else 0) and date.end >= len(text.rstrip(" .")) - 1
    return date if alone else None


class _Reached:
    """Dates, which may overlap, to ask whether one shares a character with a stretch."""

    def __init__(self, dates: Iterable[FoundDate]) -> None:
        ordered = sorted((date.start, date.end) for date in dates)
        self._starts = [start for start, _ in ordered]
        self._furthest = list(accumulate((end for _, end in ordered), max))

    def overlap(self, start: int, end: int) -> bool:
        """Tell whether one of them overlaps the stretch."""
        before = bisect.bisect_left(self._starts, end)
        return before > 0 and self._furthest[before - 1] > start


def _named(text: str) -> Iterator[FoundDate]:
    for match in _DATES.finditer(text):
        month = _month(match["month"])
        if month is None or not any(sign.isdigit() for sign in match["days"]):
            continue
        if not match["year"]:
            if month_number(match["month"]) is None or len(match["month"]) < 3:
                continue
            yield FoundDate(match.start(), match.start("month") + len(match["month"].rstrip(".")), "")
            continue
        yield FoundDate(match.start(), match.end(), _iso(match["days"], month, match["year"]))


def _month(written: str) -> str | None:
    """Return the Dutch name of a month that may be misread (`okt0ber`), or None."""
    number = month_number(written)
    if number is not None:
        return MONTHS["nl"][number - 1]
    low = written.casefold().rstrip(".")
    if len(low) < 5:
        return None
    most = 2 if len(low) > 7 else 1
    return next((name for name in MONTHS["nl"] if len(name) > 4 and near(low, name, most)), None)


def _iso(days: str, month: str, year: str) -> str:
    digits = re.sub(r"(?<=\d) (?=\d\b)", "", days)
    digits = re.sub(r"\b[0-9lIOo|]{1,2}(?=\b|e\b|ste\b)", lambda m: m[0].translate(_READ_AS_DIGITS), digits)
    whole = f"{digits} {month} {year.replace(' ', '').translate(_READ_AS_DIGITS)}"
    try:
        return read_period(re.sub(r"\s*,\s*", ", ", whole))
    except UnreadableError:
        return ""


def _numeric(text: str) -> Iterator[FoundDate]:
    for match in _NUMERIC.finditer(text):
        if 1 <= int(match["m"]) <= 12 and 1 <= int(match["d"]) <= 31:
            try:
                value = read_period(match.group())
            except UnreadableError:
                continue
            yield FoundDate(match.start(), match.end(), value)
