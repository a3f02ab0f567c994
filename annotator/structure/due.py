"""When something is due: the words of a sentence that say so, and the last day that they mean."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from annotator.core.dates import MONTHS

_MONTH_NUMBERS = {name: number for number, name in enumerate(MONTHS["nl"], 1)}
_MONTH = "|".join(MONTHS["nl"])
_YEAR = r"(?:19|20)\d\d"
_COUNTS = {
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8,
    "negen": 9, "tien": 10, "elf": 11, "twaalf": 12,
}  # fmt: skip
_ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4}
# The last day of what has no date of its own: month and day. Recesses move by some days from year to year.
_POINTS = {
    "krokusreces": (2, 28), "voorjaarsreces": (2, 28), "meireces": (4, 30), "zomerreces": (6, 30),
    "herfstreces": (10, 15), "kerstreces": (12, 20), "kerst": (12, 20),
    "voorjaarsnota": (6, 1), "voorjaar": (6, 20), "lente": (6, 20), "najaar": (12, 20), "herfst": (12, 20),
    "winter": (3, 20), "jaareinde": (12, 31), "jaarwisseling": (12, 31), "begroting": (9, 21),
}  # fmt: skip
_BEFORE = r"(?:v[oó][oó]r|uiterlijk|nog voor|nog vóór|uiterlijk voor)"
_IN = r"(?:in|rond|medio|begin|eind|per|vanaf|na|op|over|met|bij|tegen|omstreeks|van|voor|vóór|uiterlijk)"


class When(NamedTuple):
    """Words that say when, their place in the sentence, and the last day that they mean ("": not known)."""

    start: int
    end: int
    due: str


def find_when(text: str, written: date | None) -> When | None:
    """Return when a sentence says that something is due; `written` is the date of its letter.

    Of several the one whose day is known comes first, else the first.
    """
    found = sorted(_all(text, written))
    return next((when for when in found if when.due), found[0] if found else None)


def _all(text: str, written: date | None) -> Iterator[When]:
    taken: list[tuple[int, int]] = []
    for pattern, last_day in _rules():
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            yield When(match.start(), match.end(), last_day(match, written))


_Rule = tuple[re.Pattern[str], Callable[[re.Match[str], date | None], str]]


@cache
def _rules() -> tuple[_Rule, ...]:
    points = "|".join(_POINTS)
    rules: tuple[tuple[str, Callable[[re.Match[str], date | None], str]], ...] = (
        (
            rf"\b(?:{_IN} )?(?:uiterlijk )?(?:op )?(?P<d>\d{{1,2}}) (?P<m>{_MONTH})(?: (?P<y>{_YEAR}))?",
            _day,
        ),
        (rf"\b{_IN} (?:de )?(?:{_IN} )?(?P<m>{_MONTH})(?: (?P<y>{_YEAR}))?", _month),
        (
            rf"\b(?:{_IN} )?(?:in )?(?:het )?(?P<n>eerste|tweede|derde|vierde) kwartaal(?: van)?(?: (?P<y>{_YEAR}|dit jaar|volgend jaar))?",
            _quarter,
        ),
        (
            rf"\b(?:in )?(?:de )?(?P<n>eerste|tweede) helft (?:van )?(?P<y>{_YEAR}|dit jaar|volgend jaar)",
            _half,
        ),
        (rf"\b{_BEFORE} (?:de |het )?zomer(?:reces)?(?: (?:van )?(?P<y>{_YEAR}))?\b", _summer),
        (rf"\b(?:direct |kort )?na (?:de |het )?zomer(?:reces)?(?: (?:van )?(?P<y>{_YEAR}))?\b", _autumn),
        (rf"\b(?:deze|in de|komende) zomer(?: (?:van )?(?P<y>{_YEAR}))?\b", _autumn),
        (
            rf"\b(?:{_IN} |dit |komend |aankomend |volgend )?(?:het |de |dit |komend |volgend )?(?P<p>{points})(?: (?:van )?(?P<y>{_YEAR}))?\b",
            _point,
        ),
        (rf"\b(?:{_IN} )?prinsjesdag(?: (?P<y>{_YEAR}))?\b", _budget_day),
        (
            rf"\b(?:{_IN} )?(?:het )?(?P<part>begin|eind|einde|medio) (?:van )?(?:het )?(?P<y>{_YEAR}|dit jaar|volgend jaar|jaar)\b",
            _part_of_year,
        ),
        (
            r"\bbinnen (?:een termijn van )?(?P<n>\w+) (?P<u>dag|dagen|week|weken|maand|maanden|jaar)\b",
            _within,
        ),
        (
            rf"\b(?:{_IN} |nog )?(?:de loop van )?(?P<y>dit jaar|volgend jaar|{_YEAR})\b(?!\s?[-/]\s?\d)",
            _year,
        ),
        (
            r"\b(?:zo spoedig mogelijk|zo snel mogelijk|op korte termijn|binnenkort|spoedig|te zijner tijd|voortaan|(?:half)?jaarlijks|"
            r"periodiek|per kwartaal|elk kwartaal|(?:aan het einde van )?elk jaar|(?:per|elk) half jaar|tweemaal per jaar|"
            r"in een later stadium|op een later moment)\b",
            _unknown,
        ),
        (
            r"\b(?:zodra|nadat|na) [^,.;]{4,80}?(?=,|\b(?:zal|informeer|stuur|ontvangt|wordt|kom|bericht)\b)",
            _unknown,
        ),
        (r"\bbij de (?:volgende|eerstvolgende|komende|stand-van-zaken)[\w-]* ?\w*", _unknown),
        (r"\bin (?:de|mijn|het) (?:volgende|eerstvolgende|komende) [\w-]+", _unknown),
    )
    return tuple((re.compile(pattern, re.I), last_day) for pattern, last_day in rules)


def _unknown(match: re.Match[str], written: date | None) -> str:
    return ""


def _day(match: re.Match[str], written: date | None) -> str:
    return _iso(_year_of(match, written), _MONTH_NUMBERS[match["m"].lower()], int(match["d"]), written)


def _month(match: re.Match[str], written: date | None) -> str:
    number, year = _MONTH_NUMBERS[match["m"].lower()], _year_of(match, written)
    before = re.search(r"v[oó][oó]r", match.group(), re.I) is not None
    if before:
        number -= 1
    return _last_of(year, number or 12, written, earlier=before and not number)


def _quarter(match: re.Match[str], written: date | None) -> str:
    return _last_of(_year_of(match, written), 3 * _ORDINALS[match["n"].lower()], written)


def _half(match: re.Match[str], written: date | None) -> str:
    return _last_of(_year_of(match, written), 6 * _ORDINALS[match["n"].lower()], written)


def _summer(match: re.Match[str], written: date | None) -> str:
    return _iso(_year_of(match, written), 6, 30, written)


def _autumn(match: re.Match[str], written: date | None) -> str:
    return _iso(_year_of(match, written), 9, 30, written)


def _point(match: re.Match[str], written: date | None) -> str:
    month, day = _POINTS[match["p"].lower()]
    year = _year_of(match, written)
    if year is None and written is not None and re.search(r"\bvolgend\b", match.group(), re.I):
        year = written.year + 1
    return _iso(year, month, day, written)


def _budget_day(match: re.Match[str], written: date | None) -> str:
    """Return the third Tuesday of September."""
    year = _year_of(match, written)
    if year is None:
        if written is None:
            return ""
        year = written.year + (written > _third_tuesday(written.year))
    return _third_tuesday(year).isoformat()


def _third_tuesday(year: int) -> date:
    first = date(year, 9, 1)
    return first + timedelta(days=(1 - first.weekday()) % 7 + 14)


def _part_of_year(match: re.Match[str], written: date | None) -> str:
    month = {"begin": 3, "medio": 6}.get(match["part"].lower(), 12)
    return _last_of(_year_of(match, written), month, written)


def _within(match: re.Match[str], written: date | None) -> str:
    said = match["n"].lower()
    count = int(said) if said.isdecimal() else _COUNTS.get(said, 0)
    if written is None or not 0 < count < 400:
        return ""
    unit = match["u"].lower()
    if unit.startswith("dag"):
        return (written + timedelta(days=count)).isoformat()
    if unit.startswith("w"):
        return (written + timedelta(weeks=count)).isoformat()
    months = written.year * 12 + written.month - 1 + count * (12 if unit == "jaar" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(written.day, monthrange(year, month + 1)[1])).isoformat()


def _year(match: re.Match[str], written: date | None) -> str:
    year = _year_of(match, written)
    return f"{year}-12-31" if year is not None else ""


def _year_of(match: re.Match[str], written: date | None) -> int | None:
    """Return the year that is said, None for none."""
    said = (match["y"] or "").lower()
    if said.isdigit():
        return int(said)
    if not said or written is None:
        return None
    return written.year + said.startswith("volgend")


def _last_of(year: int | None, month: int, written: date | None, *, earlier: bool = False) -> str:
    if year is not None:
        year -= earlier
        return date(year, month, monthrange(year, month)[1]).isoformat()
    return _iso(None, month, 31, written)


def _iso(year: int | None, month: int, day: int, written: date | None) -> str:
    """Return a day as ISO; without a year the first one after the letter. "" where no such day is."""
    if not day:
        return ""
    if year is None:
        if written is None:
            return ""
        year = written.year
        if (month, day) < (written.month, written.day):
            year += 1
    if day > 31:
        return ""
    return date(year, month, min(day, monthrange(year, month)[1])).isoformat()
