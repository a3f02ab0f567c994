"""Is what was read from a file what the program writes? Types and sizes of values; what holds of a letter.

A file may be damaged, or made to do harm: SQLite gives what lies in it, whatever the column is declared.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any

from annotator.core.corrections import apply_corrections
from annotator.core.document import Letter
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.core.page_layout import WordBox

_OVERLAP = QT_TRANSLATE_NOOP(
    "Check", "Letter {id}: two corrections overlap, or one lies outside the OCR text."
)
_TEXT = QT_TRANSLATE_NOOP("Check", "Letter {id}: the OCR text with its corrections is not the text.")
_OUTSIDE = QT_TRANSLATE_NOOP("Check", "Letter {id}: a {what} lies outside the text.")
_SECTIONS = QT_TRANSLATE_NOOP("Check", "Letter {id}: the sections leave part of the text out.")
_PAGES = QT_TRANSLATE_NOOP("Check", "Letter {id}: the pages leave part of the text out or are in disorder.")

Fault = tuple[str, dict[str, object]]
# What Qt's signals and models take; sizes of files may be more.
_LARGEST = 2**31 - 1
# What reading rows raises that no program of ours wrote: columns, JSON and numbers of another kind.
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
# Of numbers whatever lies in the file; a letter has thousands.
_MADE_HERE = (WordBox,)
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
    }
    for what, rows in holders.items():
        placed = [letter.spans[uid] for uid in rows if uid in letter.spans]
        if not all(0 <= span.start <= span.end <= length for span in placed):
            yield _OUTSIDE, {"what": what}
    sections = [letter.points[uid] for uid in letter.sections]
    if min(sections, default=-1) != 0 or max(sections) > length:
        yield _SECTIONS, {}
    pages = letter.page_starts()
    if not pages or pages[0] != 0 or pages != sorted(pages) or pages[-1] > length:
        yield _PAGES, {}
