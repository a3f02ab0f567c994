"""Is what was read from a file what the program writes? Types and sizes of values; what holds of a letter.

A file may be damaged, or made to do harm: SQLite gives what lies in it, whatever the column is declared.
"""

from __future__ import annotations

import dataclasses
import re
import types
import typing
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any

from annotator.core.correction_kinds import CORRECTION_KINDS
from annotator.core.corrections import apply_corrections
from annotator.core.document import (
    ABSENT,
    ORIGINS,
    PASSAGE_ORIGINS,
    STATES,
    VALUE_STATES,
    VERDICTS,
    Letter,
    Passage,
    Section,
    Value,
)
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.core.page_layout import WordBox
from annotator.core.statuses import STATUSES

_OVERLAP = QT_TRANSLATE_NOOP(
    "Check", "Letter {id}: two corrections overlap, or one lies outside the OCR text."
)
_TEXT = QT_TRANSLATE_NOOP("Check", "Letter {id}: the OCR text with its corrections is not the text.")
_OUTSIDE = QT_TRANSLATE_NOOP("Check", "Letter {id}: a {what} lies outside the text.")
_SECTIONS = QT_TRANSLATE_NOOP("Check", "Letter {id}: the sections leave part of the text out.")
_PAGES = QT_TRANSLATE_NOOP("Check", "Letter {id}: the pages leave part of the text out or are in disorder.")
_ROW = QT_TRANSLATE_NOOP("Check", "Letter {id}: a {what} holds what the program never writes.")
_SIGNS = QT_TRANSLATE_NOOP("Check", "Letter {id}: the text holds signs that no letter has.")

Fault = tuple[str, dict[str, object]]
# What Qt's signals and models take; sizes of files may be more.
_LARGEST = 2**31 - 1
# What reading raises when rows have columns, JSON or numbers that this program would never write.
WRONG = (
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    OverflowError,
    RecursionError,
    ZeroDivisionError,
)
# Not looked into: made of packed numbers, which are always numbers; a letter has thousands.
_MADE_HERE = (WordBox,)
_ALWAYS_SOUND = frozenset((str, bytes, float, type(None), *_MADE_HERE))
_LONGEST_NAME = 2_000  # characters: of a tag, a field, an analyst
_LONGEST_TITLE = 20_000
_MOST_VALUES = 100_000
_LEVELS = range(1, 100)
# A widget would change or drop them, and all places behind them would be wrong there.
_NO_LETTER = re.compile("[\0\r\u2028\u2029\ufdd0\ufdd1]")
_PLAIN = (str, int, float, bool, bytes, type(None))


def require_sound(value: object) -> None:
    """Raise ValueError where a value, or one in it, is of another type than it is declared with."""
    if isinstance(value, str | bytes | float | None):
        return
    if isinstance(value, int):
        if not -_LARGEST <= value <= _LARGEST:
            raise ValueError("a number that no program of ours writes")
    elif isinstance(value, Mapping):
        for item in value.values():
            require_sound(item)
    elif dataclasses.is_dataclass(value):
        _require_fields(value)
    elif isinstance(value, list | tuple | set | frozenset):
        _require_items(value)


def _require_items(items: list[object] | tuple[object, ...] | set[object] | frozenset[object]) -> None:
    if hasattr(items, "_fields"):  # a named tuple
        if not isinstance(items, _MADE_HERE):
            _require_fields(items)
        return
    for item in items:
        if item.__class__ not in _ALWAYS_SOUND:
            require_sound(item)


def _require_fields(row: object) -> None:
    kind: Any = row.__class__
    for name, allowed in _declared(kind):
        value = getattr(row, name)
        if allowed and type(value) not in allowed:
            raise ValueError(f"{name} is of another type")
        if not allowed or (type(value) is int and not name.endswith("size")):
            require_sound(value)


@cache
def _declared(of: Any) -> tuple[tuple[str, frozenset[type]], ...]:
    """Return the fields of a dataclass or named tuple with their plain types; none for what holds others."""
    try:
        hints = typing.get_type_hints(of)
    except NameError:  # a name that only the type checker knows
        hints = {}
    fields = dataclasses.fields(of) if dataclasses.is_dataclass(of) else ()
    names = [field.name for field in fields] or list(getattr(of, "_fields", ()))
    return tuple((name, _plain(hints.get(name))) for name in names)


def _plain(hint: object) -> frozenset[type]:
    origin = typing.get_origin(hint)
    if origin is typing.Literal:
        return frozenset(type(part) for part in typing.get_args(hint))
    parts = typing.get_args(hint) if origin in (typing.Union, types.UnionType) else (hint,)
    if not all(part in _PLAIN for part in parts):
        return frozenset()
    return frozenset(parts) | ({int} if float in parts else set())


def letter_faults(letter: Letter) -> Iterator[Fault]:
    """Yield what is wrong with a letter, as a text and its parameters."""
    faults = list(place_faults(letter))
    yield from faults
    overlap = any(fault == _OVERLAP for fault, _ in faults)
    if not overlap and apply_corrections(letter.ocr_text, letter.corrections) != letter.text:
        yield _TEXT, {}


def place_faults(letter: Letter) -> Iterator[Fault]:
    """Yield which places of a letter are outside its texts or in disorder: no view can show such a letter."""
    bounds = [bound for c in letter.corrections for bound in (c.ocr_start, c.ocr_end)]
    if any(a > b for a, b in pairwise((0, *bounds, len(letter.ocr_text)))):
        yield _OVERLAP, {}
    length = len(letter.text)
    holders: dict[str, Mapping[str, object]] = {
        "passage": letter.passages,
        "section": letter.sections,
        "value": letter.values,
        "verdict": letter.verdicts,
        "dismissal": letter.dismissals,
    }
    for what, rows in holders.items():
        placed = [letter.spans[uid] for uid in rows if uid in letter.spans]
        if not all(0 <= span.start <= span.end <= length for span in placed):
            yield _OUTSIDE, {"what": what}
    yield from _row_faults(letter)
    sections = [letter.points[uid] for uid in letter.sections]
    if min(sections, default=-1) != 0 or max(sections) > length:
        yield _SECTIONS, {}
    pages = letter.page_starts()
    if not pages or pages[0] != 0 or pages != sorted(pages) or pages[-1] > length:
        yield _PAGES, {}


def _row_faults(letter: Letter) -> Iterator[Fault]:
    """Yield which rows of a letter say what no analyst and no program can."""
    sound: dict[str, bool] = {
        "letter": letter.about.status in STATUSES and len(letter.about.title) <= _LONGEST_TITLE,
        "passage": all(
            _is_made(row) and _is_name(row.tag) and row.origin in PASSAGE_ORIGINS
            for row in letter.passages.values()
        ),
        "section": all(
            _is_made(row) and _is_name(row.tag) and row.level in _LEVELS for row in letter.sections.values()
        ),
        "value": all(map(_is_value, letter.values.values())),
        "verdict": all(v.verdict in VERDICTS and _is_name(v.analyst) for v in letter.verdicts.values()),
        "dismissal": all(row.kind in ("section", "passage", "value") for row in letter.dismissals.values()),
        "correction": all(
            row.kind in CORRECTION_KINDS and row.origin in ORIGINS and _is_name(row.analyst)
            for row in letter.corrections
        ),
    }
    for what, is_sound in sound.items():
        if not is_sound:
            yield _ROW, {"what": what}
    if _NO_LETTER.search(letter.ocr_text) or _NO_LETTER.search(letter.text):
        yield _SIGNS, {}


def legible(text: str) -> str:
    """Return a damaged text, with a sign that stands for any in the place of those that no letter has."""
    return _NO_LETTER.sub(lambda found: "\ufffd" * len(found[0]), text)


def _is_made(row: Passage | Section | Value) -> bool:
    return row.state in STATES and _is_name(row.analyst)


def _is_value(row: Value) -> bool:
    is_sure = row.confidence is None or 0 <= row.confidence <= 1  # what is no number is not between them
    says_one_thing = row.state != ABSENT or not (row.value or row.shown)
    is_made = row.state in VALUE_STATES and _is_name(row.analyst)
    return is_made and says_one_thing and _is_name(row.field) and 0 <= row.position < _MOST_VALUES and is_sure


def _is_name(text: str) -> bool:
    return len(text) <= _LONGEST_NAME
