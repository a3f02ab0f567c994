"""Where the words of the corrected text stand on the pages: the boxes of the words that the OCR read, shared
among what became of them, or united."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, repeat
from operator import itemgetter
from typing import NamedTuple

from annotator.core.document import Letter
from annotator.core.page_layout import PageLayout, WordBox

Box = tuple[float, float, float, float]  # left, top, right, bottom, in points
_WORD = re.compile(r"\S+")
_SAME_ROW = 0.5  # of the smaller height
_WIDTH_OF_LETTER = 0.5  # of a line's height
_THINNEST = 1.0  # points
_START, _BOX = itemgetter(0), itemgetter(5)  # of a placed word
make = tuple.__new__  # a named tuple's own way of making one takes twice as long


class PlacedWord(NamedTuple):
    """A word of the corrected text in code points, its box, and what of the OCR text became of it.

    `box` is None where the word stands nowhere on its page. `is_corrected` tells that it is not what the OCR
    read, `has_own_place` that its box is that of what the OCR read and not only the room between others.
    """

    start: int
    end: int
    ocr_start: int
    ocr_end: int
    is_corrected: bool
    box: Box | None = None
    has_own_place: bool = False


def placed_words(letter: Letter, layouts: Sequence[PageLayout]) -> list[PlacedWord]:
    """Return the words of the corrected text, in order, with their boxes."""
    boxes = sorted([(box, layout.number) for layout in layouts for box in layout.words])
    return _Placing(letter, boxes).words() if boxes else [_placed(*word) for word in _words(letter)]


def by_page(letter: Letter, words: Sequence[PlacedWord]) -> Iterator[tuple[int, Sequence[PlacedWord]]]:
    """Yield the number of each page, from 1, with the words that stand on it."""
    starts = [word.start for word in words]
    bounds = [0, *letter.page_starts()[1:], len(letter.text)]
    for number, (start, end) in enumerate(pairwise(bounds), 1):
        yield number, words[bisect_left(starts, start) : bisect_left(starts, end)]


def in_rows(text: str, words: Sequence[PlacedWord]) -> Iterator[Sequence[PlacedWord]]:
    """Yield words by the lines of the text that they stand in."""
    first, count = 0, len(words)
    while first < count:
        end = text.find("\n", words[first].end)
        behind = bisect_left(words, end, first, key=_START) if end >= 0 else count
        yield words[first:behind]
        first = behind


class _Placing:
    """Goes through the words of a letter, in order, and gives each its box, or its share of boxes."""

    def __init__(self, letter: Letter, boxes: Sequence[tuple[WordBox, int]]) -> None:
        """`boxes` are in order, each with the number of its page; there is one at least."""
        self._letter, self._boxes = letter, boxes
        self._starts, self._ends, *edges = zip(*[box for box, _ in boxes], strict=True)
        self._places, self._numbers = [*zip(*edges, strict=True)], [number for _, number in boxes]
        self._page_starts = letter.page_starts()
        self._made: list[PlacedWord] = []
        # Words that share boxes, the first and the last of those; words behind them that have none.
        self._group, self._first, self._last = list[PlacedWord](), 0, -1
        self._waiting: list[PlacedWord] = []

    def words(self) -> list[PlacedWord]:
        for run in _runs(self._letter):
            if run.is_corrected or not self._put_as_read(run):
                for start, end, ocr_start, ocr_end in zip(*run[:4], strict=True):
                    self._put(start, end, ocr_start, ocr_end, run.is_corrected)
        self._end_group()
        return self._made

    def _put_as_read(self, run: _Run) -> bool:
        """Place words that each have a box of their own, as most have; tell whether they are such."""
        starts, ends, ocr_starts, ocr_ends, _ = run
        near = bisect_left(self._starts, ocr_starts[0])
        behind = near + len(starts)
        is_so = (
            self._starts[near:behind] == ocr_starts
            and self._ends[near:behind] == ocr_ends
            and (behind == len(self._starts) or self._starts[behind] != ocr_starts[-1])
            and {*self._numbers[near:behind]} == {self._page_of(starts[0]), self._page_of(starts[-1])}
        )
        if is_so:
            self._end_group()
            self._last = behind - 1
            places = self._places[near:behind]
            rows = zip(starts, ends, ocr_starts, ocr_ends, repeat(False), places, repeat(True), strict=False)
            self._made += map(make, repeat(PlacedWord), rows)
        return is_so

    def _put(self, start: int, end: int, ocr_start: int, ocr_end: int, is_corrected: bool) -> None:
        low, high = bisect_right(self._ends, ocr_start), bisect_left(self._starts, ocr_end) - 1
        placed = _placed(start, end, ocr_start, ocr_end, is_corrected)
        if low > high or ocr_start == ocr_end:
            self._waiting.append(placed)
            return
        if low > self._last:
            self._end_group()
            self._first = low
        self._group += self._waiting
        self._waiting.clear()
        self._group.append(placed)
        self._last = max(self._last, high)

    def _end_group(self) -> None:
        if self._group:
            boxes = self._boxes[self._first : self._last + 1]
            self._made += _of_group(self._letter, self._group, boxes, self._page_of)
            self._group.clear()
        self._made += self._waiting
        self._waiting.clear()

    def _page_of(self, offset: int) -> int:
        return bisect_right(self._page_starts, offset) or 1


class _Run(NamedTuple):
    """Words one behind another on one page, in columns, all as they were read; or a corrected one."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    ocr_starts: tuple[int, ...]
    ocr_ends: tuple[int, ...]
    is_corrected: bool


def _words(letter: Letter) -> Iterator[tuple[int, int, int, int, bool]]:
    """Yield where the words are, the stretches of the OCR text that became of them, whether they changed."""
    for run in _runs(letter):
        yield from zip(*run[:4], repeat(run.is_corrected), strict=False)


def _runs(letter: Letter) -> Iterator[_Run]:
    """Yield the words of a letter in order."""
    spans = [found.span() for found in _WORD.finditer(letter.text)]
    starts, ends = zip(*spans, strict=True) if spans else ((), ())
    page_starts = letter.page_starts()
    changes = [*_changes(letter), _Change(*[sys.maxsize] * 4)]
    shifts = [0, *[change.ocr_end - change.end for change in changes]]  # before each change
    at = 0
    for number, change in enumerate(changes):
        behind = bisect_right(ends, change.start, at)
        while at < behind:
            page = bisect_right(page_starts, starts[at])
            is_last = page == len(page_starts)
            cut = behind if is_last else bisect_left(starts, page_starts[page], at, behind)
            yield _unchanged(starts[at:cut], ends[at:cut], shifts[number])
            at = cut
        # What was deleted at the edges of a word is not in it.
        while at < len(starts) and starts[at] < change.end:
            start, end = spans[at]
            last = number
            while changes[last].start < end:
                last += 1
            ocr_start = min(change.ocr_start, start + shifts[number])
            ocr_end = max(changes[last - 1].ocr_end, end + shifts[last])
            yield _Run((start,), (end,), (ocr_start,), (ocr_end,), True)
            at += 1


def _unchanged(starts: tuple[int, ...], ends: tuple[int, ...], shift: int) -> _Run:
    if not shift:
        return _Run(starts, ends, starts, ends, False)
    return _Run(starts, ends, tuple([at + shift for at in starts]), tuple([at + shift for at in ends]), False)


def _placed(start: int, end: int, ocr_start: int, ocr_end: int, is_corrected: bool) -> PlacedWord:
    return make(PlacedWord, (start, end, ocr_start, ocr_end, is_corrected, None, False))


class _Change(NamedTuple):
    start: int
    end: int
    ocr_start: int
    ocr_end: int


def _changes(letter: Letter) -> list[_Change]:
    """Return what differs between the two texts: corrections without what is the same at their ends."""
    made = []
    for span, row in zip(letter.correction_spans(), letter.corrections, strict=True):
        before, after = letter.ocr_text[row.ocr_start : row.ocr_end], row.after
        same = _same(before, after)
        before, after = before[same:], after[same:]
        tail = _same(before[::-1], after[::-1])
        made.append(_Change(span.start + same, span.end - tail, row.ocr_start + same, row.ocr_end - tail))
    return made


def _same(one: str, other: str) -> int:
    """Return how many signs two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _of_group(
    letter: Letter,
    words: Sequence[PlacedWord],
    boxes: Sequence[tuple[WordBox, int]],
    page_of: Callable[[int], int],
) -> Iterator[PlacedWord]:
    """Yield words that share boxes, each with its part of them."""
    if len(words) == len(boxes):
        shares = [[((box.left, box.top, box.right, box.bottom), page)] for box, page in boxes]
    else:
        shares = list(_shared(words, boxes))
    for word, parts in zip(words, shares, strict=True):
        page = page_of(word.start)
        here = [box for box, number in parts if number == page]
        if not here:
            yield word
            continue
        yield word._replace(box=_united(here, _begins_line(letter.text, word)), has_own_place=True)


def _begins_line(text: str, word: PlacedWord) -> bool:
    """Tell whether a word stands first in a line that has others."""
    if text[text.rfind("\n", 0, word.start) + 1 : word.start].strip():
        return False
    end = text.find("\n", word.end)
    return bool(text[word.end : end if end >= 0 else len(text)].strip())


def _shared(
    words: Sequence[PlacedWord], boxes: Sequence[tuple[WordBox, int]]
) -> Iterator[list[tuple[Box, int]]]:
    """Yield for each word the parts of boxes that its share of their letters has."""
    places = list(_laid([box.end - box.start for box, _ in boxes]))
    wanted = list(_laid([word.end - word.start for word in words]))
    scale = places[-1][1] / wanted[-1][1]
    for first, last in wanted:
        start, end = first * scale, last * scale
        parts = []
        for (low, high), (box, page) in zip(places, boxes, strict=True):
            left, right = max(start, low), min(end, high)
            if left < right:
                width = (box.right - box.left) / (high - low)
                cut = (box.left + (left - low) * width, box.top, box.left + (right - low) * width, box.bottom)
                parts.append((cut, page))
        yield parts


def _laid(lengths: Sequence[int]) -> Iterator[tuple[float, float]]:
    """Yield where words of these lengths begin and end in a line of letters."""
    at = 0
    for length in lengths:
        yield at, at + length
        at += length + 1


def _united(boxes: Sequence[Box], is_at_start: bool) -> Box:
    """Return the box around boxes of one line: the first, or the last for the word that begins a line."""
    row = boxes[-1] if is_at_start else boxes[0]
    return around([box for box in boxes if share_row(box, row)])


def share_row(one: Box, other: Box) -> bool:
    """Tell whether two boxes stand in one line."""
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return shared > _SAME_ROW * min(one[3] - one[1], other[3] - other[1])


def around(boxes: Sequence[Box]) -> Box:
    """Return the box around boxes."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def completed(words: Sequence[PlacedWord], width: float) -> Sequence[PlacedWord]:
    """Return the words of a line, those without a box in the room between the others, where any has one."""
    if None not in map(_BOX, words):
        return words
    known = [index for index, word in enumerate(words) if word.box is not None]
    if not known:
        return words
    made = list(words)
    for before, after in pairwise([-1, *known, len(words)]):
        gap = words[before + 1 : after]
        if not gap:
            continue
        left_box = words[before].box if before >= 0 else None
        right_box = words[after].box if after < len(words) else None
        beside = left_box or right_box
        assert beside is not None
        wanted = _WIDTH_OF_LETTER * (beside[3] - beside[1]) * (sum(w.end - w.start for w in gap) + len(gap))
        left = left_box[2] if left_box else max(0.0, beside[0] - wanted)
        right = right_box[0] if right_box else min(width, left + wanted)
        right = max(right, left + _THINNEST)
        places = list(_laid([word.end - word.start for word in gap]))
        scale = (right - left) / places[-1][1]
        for number, (first, last) in enumerate(places):
            box = (left + first * scale, beside[1], left + last * scale, beside[3])
            made[before + 1 + number] = gap[number]._replace(box=box)
    return made
