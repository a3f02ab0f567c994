"""Dates and periods as Dutch letters write them, read to ISO 8601 and shown again.

Normal forms: a date `2020-10-22`; a period `2020-10-22/2020-10-23`, both days included; a period of one day
is that day, `2020-10-22`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from annotator.core.folding import read_whole, without_raised
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.core.unreadable import UnreadableError

NOT_A_DATE = QT_TRANSLATE_NOOP("Fields", "“{text}” is not a date: write it as 22 oktober 2020 or 22-10-2020.")
NOT_A_PERIOD = QT_TRANSLATE_NOOP("Fields", "“{text}” is not a period: write it as 22 t/m 24 oktober 2020.")
NO_SUCH_DAY = QT_TRANSLATE_NOOP("Fields", "{day}-{month}-{year} does not exist: check the day and the month.")
NO_SUCH_YEAR = QT_TRANSLATE_NOOP("Fields", "The year {year} cannot be right: check it.")
IS_A_PERIOD = QT_TRANSLATE_NOOP("Fields", "“{text}” is a period, and one day is asked for: choose the day.")
BACKWARDS = QT_TRANSLATE_NOOP("Fields", "“{text}” ends before it begins: check the two dates.")

FIRST_YEAR, LAST_YEAR = 1800, 2199

# fmt: off
MONTHS: Mapping[str, tuple[str, ...]] = {
    "nl": ("januari", "februari", "maart", "april", "mei", "juni",
           "juli", "augustus", "september", "oktober", "november", "december"),
    "en": ("January", "February", "March", "April", "May", "June",
           "July", "August", "September", "October", "November", "December"),
}
# fmt: on
_SHORT = {"mrt": 3, "mar": 3, "sept": 9, "mei": 5, "may": 5, "okt": 10, "oct": 10}
_WEEKDAYS = (
    "(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:ma|di|wo|do|vr|za|zo|mon|tue|wed|thu|fri|sat|sun)\b\.?"
)
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)", re.ASCII)
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2}) ?([-/.]) ?(\d{1,2}) ?\2 ?(\d{4}|\d\d)(?!\d)", re.ASCII)
_MONTH_FIRST = re.compile(r"\b([a-z]+)\.? (\d{1,2})((?: ?- ?| and | to )\d{1,2})?, (\d{4})\b", re.ASCII)
_BEFORE = re.compile(
    rf"^(?:(?:date|datum|d\.? ?d\.?|op|van|from|on|den haag|the hague)\b[.:,]? ?|(?:{_WEEKDAYS}),? )+"
)
_WEEKDAY = re.compile(rf"\b(?:{_WEEKDAYS}),? (?=\d)")
_ORDINAL = re.compile(r"(?<=\d)(?:ste|e|de|st|nd|rd|th)\b(?: of\b)?")
# Words stand apart: the `to` of `oktober` connects nothing.
_CONNECTOR = re.compile(r",? (?:en|and|t/m|tot en met|tot|through|until|to) | ?[-/&,] ?")
_ITEM = re.compile(r"(\d{1,2})(?: ([a-z]+)\.?)?(?:,? (\d{4}|'\d\d))?", re.ASCII)
_MONTH_AND_YEAR = re.compile(r"([a-z]+)\.? (\d{4})", re.ASCII)
_YEARS = re.compile(r"(\d{4})(?: ?(?:-|t/m|tot en met|to) ?(\d{4}))?", re.ASCII)
# The beginning of a date that is still being typed: digits and signs, perhaps some letters of a month.
_BEGUN = re.compile(
    r"(?:(?<!\d)\d{1,4}(?!\d)|[ /.,&'-]|\b(?:t/m?|t|tot en met|tot|e|en|and|to)\b)*", re.ASCII
)


class Period(NamedTuple):
    """The first and the last day, both included."""

    first: date
    last: date


class _Item(NamedTuple):
    day: int
    month: int | None
    year: int | None


def read_date(text: str) -> str:
    """Return a date in ISO 8601. Raises UnreadableError, also for an impossible day and for a period."""
    written = _simplified(text)
    days = _days(written, text, NOT_A_DATE)
    if len(days) != 1:
        raise UnreadableError(IS_A_PERIOD, text=text)
    return days[0].isoformat()


def read_period(text: str) -> str:
    """Return a period in ISO 8601 (`first/last`, or the one day). Raises UnreadableError."""
    period = _period(_simplified(text), text)
    if period.last < period.first:
        raise UnreadableError(BACKWARDS, text=text)
    return "/".join(day.isoformat() for day in dict.fromkeys(period))


def show_date(value: str, language: str) -> str:
    """Return an ISO date as a letter in the language writes it: `22 oktober 2020`."""
    day = date.fromisoformat(value)
    return f"{day.day} {_month_name(day, language)} {day.year}"


def show_period(value: str, language: str) -> str:
    """Return an ISO period as a letter in the language writes it: `22 en 23 oktober 2020`."""
    begins, _, ends = value.partition("/")
    first, last = date.fromisoformat(begins), date.fromisoformat(ends or begins)
    if first == last:
        return show_date(begins, language)
    neighbours = (last - first).days == 1
    both, through = ("en", "t/m") if _is_dutch(language) else ("and", "to")
    begin = str(first.day)
    if (first.year, first.month) != (last.year, last.month):
        begin += f" {_month_name(first, language)}"
    if first.year != last.year:
        begin += f" {first.year}"
    return f"{begin} {both if neighbours else through} {show_date(last.isoformat(), language)}"


def month_number(name: str) -> int | None:
    """Return the number (1 to 12) of a Dutch or English month, also abbreviated (`okt`, `sept`)."""
    low = name.lower().rstrip(".")
    if low in _SHORT:
        return _SHORT[low]
    for months in MONTHS.values():
        for number, month in enumerate(months, 1):
            if low == month.lower() or (len(low) == 3 and month.lower().startswith(low)):
                return number
    return None


def _is_dutch(language: str) -> bool:
    return language[:2] == "nl"


def _month_name(day: date, language: str) -> str:
    return MONTHS["nl" if _is_dutch(language) else "en"][day.month - 1]


def _simplified(text: str) -> str:
    """Return the text in small letters with single spaces and plain dashes, without what says no date."""
    low = re.sub("[\u2010-\u2015\u2212]", "-", read_whole(without_raised(text)).lower()).replace(
        "\u2019", "'"
    )
    low = low.strip(" ,;:()").removesuffix(".")
    return _WEEKDAY.sub("", _BEFORE.sub("", low))


def _in_words(written: str) -> str:
    """Write numeric dates with the month's name, so that the dashes left over mean `through`."""
    written = _ORDINAL.sub("", written)
    written = _ISO.sub(lambda m: _spelled(int(m[3]), int(m[2]), m[1]), written)
    written = _NUMERIC.sub(lambda m: _spelled(int(m[1]), int(m[3]), m[4]), written)
    return _MONTH_FIRST.sub(lambda m: f"{m[2]}{m[3] or ''} {m[1]} {m[4]}", written)


def _spelled(day: int, month: int, year: str) -> str:
    whole = year if len(year) == 4 else str(_century(int(year)))
    if not 1 <= month <= 12:
        raise UnreadableError(NO_SUCH_DAY, day=day, month=month, year=whole)
    return f"{day} {MONTHS['nl'][month - 1]} {whole}"


def _century(year: int) -> int:
    # As in POSIX: 69 to 99 are of the last century.
    return year + (2000 if year < 69 else 1900)


def _period(written: str, text: str) -> Period:
    if years := _YEARS.fullmatch(written):
        return Period(_day(1, 1, int(years[1])), _day(31, 12, int(years[2] or years[1])))
    if month := _MONTH_AND_YEAR.fullmatch(written):
        number = month_number(month[1])
        if number is not None:
            year = _checked_year(int(month[2]))
            return Period(_day(1, number, year), _day(monthrange(year, number)[1], number, year))
    days = _days(written, text, NOT_A_PERIOD)
    if any(later < earlier for earlier, later in pairwise(days)):
        raise UnreadableError(BACKWARDS, text=text)
    return Period(days[0], days[-1])


def _days(written: str, text: str, sentence: str) -> list[date]:
    """Return the days that are named, in order; a day without month or year takes those of the next one."""
    if not written:
        raise UnreadableError(sentence, text=text, incomplete=True)
    items = [_item(piece) for piece in _CONNECTOR.split(_in_words(written))]
    known = [item for item in items if item is not None]
    if len(known) != len(items) or known[-1].month is None or known[-1].year is None:
        raise UnreadableError(sentence, text=text, incomplete=_is_begun(written))
    return _completed(known)


def _item(piece: str) -> _Item | None:
    match = _ITEM.fullmatch(piece.strip())
    if match is None:
        return None
    month = month_number(match[2]) if match[2] else None
    if match[2] and month is None:
        return None
    year = match[3]
    if year is None:
        return _Item(int(match[1]), month, None)
    return _Item(int(match[1]), month, _century(int(year[1:])) if year.startswith("'") else int(year))


def _completed(items: Sequence[_Item]) -> list[date]:
    days: list[date] = []
    month, year = items[-1].month or 0, items[-1].year or 0
    for item in reversed(items):
        month, year = item.month or month, item.year or year
        days.append(_day(item.day, month, year))
    return days[::-1]


def _day(day: int, month: int, year: int) -> date:
    _checked_year(year)
    try:
        return date(year, month, day)
    except ValueError:
        raise UnreadableError(NO_SUCH_DAY, day=day, month=month, year=year) from None


def _checked_year(year: int) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UnreadableError(NO_SUCH_YEAR, year=year)
    return year


def _is_begun(written: str) -> bool:
    """Tell whether more typing could make a date of this: `22 okt`, `22-10-`, `28 september -`."""
    words = re.findall("[a-z]+", written)
    rest = re.sub("[a-z]+", lambda m: "" if month_number(m[0]) else m[0], written)
    if words and not month_number(words[-1]) and _begins_a_month(words[-1]) and written.endswith(words[-1]):
        rest = rest.removesuffix(words[-1])
    return _BEGUN.fullmatch(rest) is not None


def _begins_a_month(word: str) -> bool:
    return any(month.lower().startswith(word) for months in MONTHS.values() for month in months)
