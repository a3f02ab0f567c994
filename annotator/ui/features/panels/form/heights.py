"""How high the form is, and how far apart its fields stand: where there is no room they stand closer."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.ui.features.panels.form.entry import FieldEntry

MARGIN = 6  # pixels above all fields, and below
_APART, _CLOSE = 8, 2  # pixels between two fields
_HINTS = 58  # pixels of two lines of hints
_MORE = 3  # values that a letter often has beside the first of each field


def wanted(entries: Sequence[FieldEntry]) -> int:
    """Return the pixels that fields, a few more values and hints take, well apart."""
    return _HINTS + _stacked(_once(entries, _MORE), _APART)


def needed(entries: Sequence[FieldEntry]) -> int:
    """Return the pixels that each field once takes, close together."""
    return _stacked(_once(entries), _CLOSE)


def fitting(rows: Sequence[int], room: int) -> tuple[int, bool]:
    """Return how far apart rows of these heights stand in so many pixels, and whether hints fit too."""
    whole = _stacked(rows, _APART)
    return (_APART if whole <= room else _CLOSE), whole + _HINTS <= room


def _once(entries: Sequence[FieldEntry], more: int = 0) -> list[int]:
    asked = [entry for entry in entries if not entry.field.retired]
    rows = [place.sizeHint().height() for entry in asked for place in entry.first()]
    return rows + more * rows[:1]


def _stacked(rows: Sequence[int], spacing: int) -> int:
    return sum(rows) + spacing * max(0, len(rows) - 1) + 2 * MARGIN
