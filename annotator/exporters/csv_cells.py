"""Cells of a CSV file that a spreadsheet shows as they are: no formulas, no dates made out of numbers.

A spreadsheet that opens a CSV file runs `=HYPERLINK(…)`, turns `2020-10-22` into a date of its own format,
`28 676` into a number and `1-2` into the second of January, and writes that back when it saves. An apostrophe
before such a cell prevents it; without it every text is had back exactly.
"""

from __future__ import annotations

import re

SEPARATOR = " | "
_APOSTROPHE = "'"
# With white space before it too, which some spreadsheets skip; in East Asia the wide signs count as well.
_FORMULA = re.compile("\\s*[=+\\-@＝＋－＠]|[\t\r\n]")
_ERROR_VALUE = re.compile("#[A-Z]")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_NUMBER = 60
# Words that stand in what a spreadsheet reads as a date, a time or an amount, in four languages.
_MONTHS = (
    "januari februari maart april mei juni juli augustus september oktober november december mrt okt "
    "january february march may june july august october jan feb mar apr jun jul aug sep sept oct nov dec "
    "januar jänner februar märz mai juli dezember mär mrz dez "
    "janvier février mars avril juin juillet août septembre octobre novembre décembre janv févr avr juil déc"
)
_DAYS = (
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma di wo do vr za zo "
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun"
)
_NUMBER_WORDS = frozenset(f"{_MONTHS} {_DAYS} a p am pm d e h t z uur gmt utc eur euro usd gbp".split())
_BOOLEANS = frozenset({"true", "false", "waar", "onwaar", "wahr", "falsch", "vrai", "faux"})


def defuse(cell: str) -> str:
    """Return the cell with an apostrophe before it, where a spreadsheet would make something else of it."""
    # One that begins with an apostrophe gets another, so that there is always exactly one to take away.
    if cell.startswith(_APOSTROPHE) or _FORMULA.match(cell) or _is_converted(cell):
        return _APOSTROPHE + cell
    return cell


def join_values(values: list[str]) -> str:
    """Join values into one cell: ` | ` between them, `\\|` and `\\\\` for a bar or backslash in one."""
    return SEPARATOR.join(value.replace("\\", "\\\\").replace("|", "\\|") for value in values)


def _is_converted(cell: str) -> bool:
    if len(cell) > _LONGEST_NUMBER:
        # A long row of digits loses all but its first fifteen.
        return not _WORD.search(cell) and any(map(str.isdecimal, cell))
    low = cell.strip().lower()
    if low in _BOOLEANS or _ERROR_VALUE.match(cell):
        return True
    return any(map(str.isdecimal, low)) and all(word in _NUMBER_WORDS for word in _WORD.findall(low))
