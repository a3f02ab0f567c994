"""The corrected words of a letter at their places on its pages.

The source says where the OCR's words stand; corrections join, split, add and take away words. A word that
was joined has the boxes of its parts, words that were split share one by their lengths, and a word that was
added stands with the one before it: no word is lost.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from annotator.core.document import Letter
from annotator.core.page_layout import PageLayout, WordBox
from annotator.core.text import Span

_WORD = re.compile(r"\S+")
_SAME_LINE = 0.5  # of the smaller height


class PlacedWord(NamedTuple):
    """A word of the corrected text and its box in points from the top left of the page as it is shown.

    `start` and `end` are code points of the corrected text. `furniture` is its kind, "" for text.
    """

    text: str
    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float
    furniture: str = ""


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """A page with its words in the order of the text."""

    layout: PageLayout
    words: tuple[PlacedWord, ...]


def placed_pages(letter: Letter, layouts: Sequence[PageLayout]) -> list[PlacedPage]:
    """Return the pages of a letter with its corrected words; a page without boxes has none."""
    furniture = _Kinds(letter)
    pages = []
    for layout in layouts:
        words = list(_words(letter, layout.words, furniture)) if layout.words else []
        pages.append(PlacedPage(layout, tuple(words)))
    return pages


class _Kinds:
    """Tells which kind of furniture a place is."""

    def __init__(self, letter: Letter) -> None:
        self._spans = letter.furniture_spans()
        self._starts = [span.start for span, _ in self._spans]

    def of(self, at: int) -> str:
        """Return the kind at an offset of the text, "" for none."""
        index = bisect.bisect_right(self._starts, at) - 1
        return self._spans[index][1] if index >= 0 and at < self._spans[index][0].end else ""


def _words(letter: Letter, boxes: Sequence[WordBox], furniture: _Kinds) -> Iterator[PlacedWord]:
    places = letter.ocr_places()
    spans = [places.from_ocr(Span(box.start, box.end)) for box in boxes]
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    # A word may begin before its first box does, where something was put in front of it.
    while first > 0 and not letter.text[first - 1].isspace():
        first -= 1
    while last < len(letter.text) and not letter.text[last].isspace():
        last += 1
    found = [Span(m.start(), m.end()) for m in _WORD.finditer(letter.text, first, last)]
    for words, held in _groups(found, list(zip(spans, boxes, strict=True))):
        yield from _shared(letter.text, words, held, furniture)


def _groups(
    words: Sequence[Span], boxes: Sequence[tuple[Span, WordBox]]
) -> Iterator[tuple[list[Span], list[WordBox]]]:
    """Yield words with the boxes that they have a part of, as few together as can be."""
    at, group, held, end = 0, list[Span](), list[WordBox](), -1
    ordered = sorted(boxes, key=lambda each: (each[0].start, each[0].end))
    for word in words:
        mine: list[WordBox] = []
        reach = -1
        while at < len(ordered) and ordered[at][0].start < word.end:
            span, box = ordered[at]
            if span.start < span.end:  # one that was taken away holds nothing
                mine.append(box)
                reach = max(reach, span.end)
            at += 1
        if group and mine and word.start >= end and held:
            yield group, held
            group, held, end = [], [], -1
        group.append(word)
        held += mine
        end = max(end, reach)
    if group and held:
        yield group, held


def _shared(
    text: str, words: Sequence[Span], boxes: Sequence[WordBox], furniture: _Kinds
) -> Iterator[PlacedWord]:
    """Yield words in the room of their boxes, which they share by their lengths."""
    rows = _rows(boxes)
    widths = [row[2] - row[0] for row in rows]
    whole, signs = sum(widths) or 1.0, sum(word.end - word.start for word in words)
    passed = 0
    for word in words:
        begin, length = whole * passed / signs, whole * (word.end - word.start) / signs
        passed += word.end - word.start
        index, before = 0, 0.0
        while index + 1 < len(rows) and begin >= before + widths[index]:
            before += widths[index]
            index += 1
        left, top, right, bottom = rows[index]
        start = left + begin - before
        said = text[word.start : word.end]
        yield PlacedWord(
            said, *word, start, top, min(right, start + length), bottom, furniture.of(word.start)
        )


def _rows(boxes: Sequence[WordBox]) -> list[tuple[float, float, float, float]]:
    """Return the room of boxes, those in one line as one: left, top, right, bottom."""
    rows: list[tuple[float, float, float, float]] = []
    for box in boxes:
        if rows:
            left, top, right, bottom = rows[-1]
            shared = min(bottom, box.bottom) - max(top, box.top)
            if shared > _SAME_LINE * min(bottom - top, box.bottom - box.top):
                rows[-1] = (
                    min(left, box.left),
                    min(top, box.top),
                    max(right, box.right),
                    max(bottom, box.bottom),
                )
                continue
        rows.append((box.left, box.top, box.right, box.bottom))
    return rows
