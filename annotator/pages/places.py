"""From a place in the text to its place on the page image, and back; also through corrections and joins."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from annotator.core.document import Letter
from annotator.core.page_layout import PageLayout, WordBox
from annotator.core.text import Span, word_at
from annotator.core.worddiff import Pair, pairs

_NEAR = 18.0  # points: a click between two lines or in a wide gap still means the word beside it


class Box(NamedTuple):
    """A rectangle on a page: `page` counts from 0 in the letter, the rest is points from its top left."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PageMarks:
    """What is marked on the page images: the caret's line, and the words that are worked on.

    `kind` says what the words are: "word" at the caret, "selection", or "suspect" in the correction box.
    """

    line: tuple[Box, ...] = ()
    words: tuple[Box, ...] = ()
    kind: str = "word"


class PageWords:
    """The words of a letter's pages, by their place in the OCR text and by their place on the page."""

    def __init__(self, layouts: Sequence[PageLayout]) -> None:
        placed = [(word, page) for page, layout in enumerate(layouts) for word in layout.words]
        placed.sort(key=lambda item: item[0].start)
        self._words = [word for word, _ in placed]
        self._pages = [page for _, page in placed]
        self._starts = [word.start for word in self._words]
        self._layouts = layouts

    def __bool__(self) -> bool:
        return bool(self._words)

    def boxes(self, span: Span) -> list[Box]:
        """Return the boxes of the words that a stretch of the OCR text meets."""
        first = bisect.bisect_right(self._starts, span.start)
        if first and self._words[first - 1].end > span.start:
            first -= 1
        last = bisect.bisect_left(self._starts, span.end)
        return [self._box(index) for index in range(first, last)]

    def by_line(self, span: Span) -> list[Box]:
        """Return where the words of a stretch of the OCR text stand: those of one line as one box."""
        return joined(self.boxes(span))

    def _box(self, index: int) -> Box:
        word = self._words[index]
        return Box(self._pages[index], word.left, word.top, word.right, word.bottom)

    def before(self, offset: int) -> Box | None:
        """Return the box of the last word that starts at or before an offset of the OCR text; else of the
        first word."""
        index = max(0, bisect.bisect_right(self._starts, offset) - 1)
        return self._box(index) if self._words else None

    def near(self, page: int, x: float, y: float, reach: float = _NEAR) -> WordBox | None:
        """Return the word at a point of a page (in points), or the nearest one within reach."""
        words = self._layouts[page].words if 0 <= page < len(self._layouts) else ()
        best = min(words, key=lambda word: _distance(word, x, y), default=None)
        return best if best is not None and _distance(best, x, y) <= reach else None


def _distance(word: WordBox, x: float, y: float) -> float:
    aside = max(word.left - x, x - word.right, 0.0)
    apart = max(word.top - y, y - word.bottom, 0.0)
    return aside + 2 * apart  # beside on the same line comes before above and below


class PagePlaces:
    """Carries places between a letter's text as it is now and its pages. Make one for each state of the text;
    each question is then answered by bisection."""

    def __init__(self, words: PageWords, letter: Letter) -> None:
        self._words = words
        self._text, self._ocr_text = letter.text, letter.ocr_text
        self._rows = letter.corrections
        self._spans = letter.correction_spans()
        self._ends = [span.end for span in self._spans]
        self._starts = [span.start for span in self._spans]
        self._ocr_starts = [row.ocr_start for row in self._rows]
        self._ocr_ends = [row.ocr_end for row in self._rows]

    # ------------------------------------------------------------------ to the page

    def marks_at(self, caret: int) -> PageMarks:
        """Return the marks of a caret: its line on paper, and the word it stands in or at."""
        found = word_at(self._text, caret)
        words = self.boxes(found) if found is not None else ()
        return PageMarks(self.line_at(found.start if found else caret), words)

    def marks_of(self, span: Span, kind: str) -> PageMarks:
        """Return the marks of a stretch of the text: its first line on paper, and its words."""
        return PageMarks(self.line_at(span.start), self.boxes(span), kind)

    def boxes(self, span: Span) -> tuple[Box, ...]:
        """Return where the words of a stretch stand: words of one line as one box.

        A joined word has the boxes of both its halves, a corrected one that of what stands on paper; what
        was put in has none.
        """
        found = self.ocr_span(span)
        return tuple(self._words.by_line(found)) if found.start < found.end else ()

    def line_at(self, offset: int) -> tuple[Box, ...]:
        """Return the line on paper in which an offset stands."""
        lines = self._words.by_line(self.ocr_line(offset))
        if len(lines) > 1:  # the OCR took lines together: that of the offset's word is meant
            word = self._words.before(self._ocr_start(offset))
            lines = [line for line in lines if word is not None and holds(line, word)]
        return tuple(lines[:1])

    def ocr_line(self, offset: int) -> Span:
        """Return the line of the OCR text in which an offset of the text stands."""
        at = min(self._ocr_start(offset), len(self._ocr_text))
        end = self._ocr_text.find("\n", at)
        return Span(self._ocr_text.rfind("\n", 0, at) + 1, len(self._ocr_text) if end < 0 else end)

    def nearest(self, offset: int) -> Box | None:
        """Return a box to look at for an offset: its line on paper, or the last word before it."""
        line = self.line_at(offset)
        return line[0] if line else self._words.before(self._ocr_start(offset))

    def ocr_span(self, span: Span) -> Span:
        """Return the stretch of the OCR text that became a stretch of the text, by whole words in what was
        corrected."""
        start = self._ocr_start(span.start)
        return Span(start, max(start, self._ocr_end(span.end)))

    def _ocr_start(self, offset: int) -> int:
        index = bisect.bisect_right(self._ends, offset)  # corrections that end before it or at it
        if index < len(self._rows) and self._starts[index] <= offset:
            at = offset - self._starts[index]
            behind = (pair for pair in self._pairs(index) if at < pair.new_end)
            pair = next(behind, None)
            return self._ocr_starts[index] + pair.start if pair else self._ocr_ends[index]
        return offset - (self._ends[index - 1] - self._ocr_ends[index - 1]) if index else offset

    def _ocr_end(self, offset: int) -> int:
        index = bisect.bisect_left(self._starts, offset) - 1  # the last correction that starts before it
        if index < 0:
            return offset
        if offset <= self._ends[index]:
            at = offset - self._starts[index]
            before = (pair for pair in reversed(self._pairs(index)) if at > pair.new_start)
            pair = next(before, None)
            return self._ocr_starts[index] + (pair.end if pair else 0)
        return offset - (self._ends[index] - self._ocr_ends[index])

    def _pairs(self, index: int) -> tuple[Pair, ...]:
        """Return which words of a correction's reading became which of its words."""
        row = self._rows[index]
        return _paired(self._ocr_text[row.ocr_start : row.ocr_end], row.after)

    # ------------------------------------------------------------------ to the text

    def span_near(self, page: int, x: float, y: float, reach: float = _NEAR) -> Span | None:
        """Return what the word at a point of a page (in points) has become; empty where it was taken out."""
        word = self._words.near(page, x, y, reach)
        return self.from_ocr(Span(word.start, word.end)) if word is not None else None

    def from_ocr(self, span: Span) -> Span:
        """Return the stretch of the text that a stretch of the OCR text became, by whole words in what was
        corrected."""
        start = self._text_start(span.start)
        return Span(start, max(start, self._text_end(span.end)))

    def _text_start(self, offset: int) -> int:
        index = bisect.bisect_right(self._ocr_ends, offset)
        if index < len(self._rows) and self._ocr_starts[index] <= offset:
            at = offset - self._ocr_starts[index]
            pair = next((pair for pair in self._pairs(index) if at < pair.end), None)
            return self._starts[index] + pair.new_start if pair else self._ends[index]
        return offset + (self._ends[index - 1] - self._ocr_ends[index - 1]) if index else offset

    def _text_end(self, offset: int) -> int:
        index = bisect.bisect_left(self._ocr_starts, offset) - 1
        if index < 0:
            return offset
        if offset <= self._ocr_ends[index]:
            at = offset - self._ocr_starts[index]
            before = (pair for pair in reversed(self._pairs(index)) if at > pair.start)
            pair = next(before, None)
            return self._starts[index] + (pair.new_end if pair else 0)
        return offset + (self._ends[index] - self._ocr_ends[index])


@lru_cache(maxsize=64)
def _paired(reading: str, after: str) -> tuple[Pair, ...]:
    return pairs(reading, after)


def joined(boxes: Iterable[Box]) -> list[Box]:
    """Make one box of those that follow each other on one line."""
    result: list[Box] = []
    for box in boxes:
        if result and _on_one_line(result[-1], box):
            last = result[-1]
            result[-1] = Box(
                box.page,
                min(last.left, box.left),
                min(last.top, box.top),
                max(last.right, box.right),
                max(last.bottom, box.bottom),
            )
        else:
            result.append(box)
    return result


def holds(line: Box, word: Box) -> bool:
    """Tell whether a word lies in a line's box."""
    inside = line.top <= word.top and line.bottom >= word.bottom
    return line.page == word.page and inside and line.left <= word.left and line.right >= word.right


def _on_one_line(one: Box, other: Box) -> bool:
    """Tell whether two boxes overlap in height by more than half of the lower one."""
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    lower = min(one.bottom - one.top, other.bottom - other.top)
    return one.page == other.page and overlap > lower / 2
