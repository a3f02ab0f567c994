"""A reading of the OCR beside the one in force, on one line: what differs between the two can be seen."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import takewhile

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from annotator.core.signs import LINE_END_HYPHENS

_BREAK, _SPACE, _NOTHING, _CUT = "⏎", "␣", "∅", "…"
_LONGEST = 300  # code points of a reading that are looked at
_CONTEXT = 30  # code points in which the words around are looked for
_KEPT = 2  # code points that stay on each side of what differs
_BROKEN = re.compile(f"(\\w[{LINE_END_HYPHENS}])\n\\s*")
_WORD_BEFORE = re.compile(r"\S*\s*\Z")
_WORD_BEHIND = re.compile(r"\s*\S*")


def in_context(text: str, start: int, end: int, before: str) -> tuple[str, str]:
    """Return the reading before and the one that stands at `[start, end)` of the text now, on one line each.

    Where one of them is white space or nothing, both get the words around them: `aan⏎⏎bod` and `aan⏎bod`
    say something, `⏎` and nothing do not.
    """
    after, before = text[start : min(end, start + _LONGEST)], before[:_LONGEST]
    if not (before.strip() and after.strip()):
        left, right = _around(text, start, end)
        before, after = left + before + right, left + after + right
    return visible(before), visible(after)


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    left = _WORD_BEFORE.search(text[max(0, start - _CONTEXT) : start])
    right = _WORD_BEHIND.match(text[end : end + _CONTEXT])
    return left.group() if left else "", right.group() if right else ""


def on_one_line(quote: str) -> str:
    """Return a quote on one line: breaks become spaces, but not the one within a broken word."""
    return " ".join(_BROKEN.sub(r"\1", quote).split())


def visible(reading: str) -> str:
    """Return a reading on one line: breaks as ⏎, nothing but spaces as ␣, nothing at all as ∅."""
    shown = reading.replace("\n", _BREAK)
    return (shown if shown.strip() else _SPACE * len(shown)) or _NOTHING


def fitted(metrics: QFontMetrics, before: str, after: str, room: int) -> tuple[str, str]:
    """Return the two readings, cut so that both fit in a width in pixels; what differs stays to be seen."""

    def fits(one: str, other: str) -> bool:
        return metrics.horizontalAdvance(one) + metrics.horizontalAdvance(other) <= room

    before, after = around_difference(before, after, fits)
    if fits(before, after):
        return before, after
    wants = metrics.horizontalAdvance(before), metrics.horizontalAdvance(after)
    first = min(wants[0], max(room // 2, room - wants[1]))
    middle = Qt.TextElideMode.ElideMiddle
    return metrics.elidedText(before, middle, first), metrics.elidedText(after, middle, room - first)


def around_difference(before: str, after: str, fits: Callable[[str, str], bool]) -> tuple[str, str]:
    """Cut away what two readings share at their ends, little by little, until they fit."""
    head = _shared(before, after)
    tail = min(_shared(before[::-1], after[::-1]), min(len(before), len(after)) - head)
    cut_head = cut_tail = 0
    shown = before, after
    while not fits(*shown) and max(head - cut_head, tail - cut_tail) > _KEPT + 1:
        if head - cut_head >= tail - cut_tail:
            cut_head += 1
        else:
            cut_tail += 1
        shown = _without(before, cut_head, cut_tail), _without(after, cut_head, cut_tail)
    return shown


def _shared(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _without(text: str, head: int, tail: int) -> str:
    # One more letter than counted makes way for the sign that something is missing.
    start = _CUT + text[head + 1 :] if head else text
    return start[: len(start) - tail - 1] + _CUT if tail else start
