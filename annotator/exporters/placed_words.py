"""Where the words of the corrected text stand on the pages: the boxes of the words that the OCR read, shared
among what became of them, or united."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from annotator.core.document import Letter
from annotator.core.page_layout import PageLayout, WordBox

Box = tuple[float, float, float, float]  # left, top, right, bottom, in points
_WORD = re.compile(r"\S+")
_SAME_ROW = 0.5  # of the smaller height
_WIDTH_OF_LETTER = 0.5  # of a line's height
_THINNEST = 1.0  # points
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
    if not boxes:
        return [make(PlacedWord, (*word, None, False)) for word in _words(letter)]
    starts, ends = [box.start for box, _ in boxes], [box.end for box, _ in boxes]
    pages, count, near = _Pages(letter), len(boxes), 0
    made: list[PlacedWord] = []
    group, waiting = list[PlacedWord](), list[PlacedWord]()  # that share boxes; that have none, behind them
    first, last = 0, -1  # boxes of the group

    def end_group() -> None:
        if group:
            made.extend(_of_group(letter, group, boxes[first : last + 1], pages))
        made.extend(waiting)
        group.clear()
        waiting.clear()

    for word in _words(letter):
        start, _, ocr_start, ocr_end, is_corrected = word
        while near < count and starts[near] < ocr_start:
            near += 1
        # Most words are as they were read, and have a box of their own.
        if not is_corrected and near < count and last < near and starts[near] == ocr_start:
            box, page = boxes[near]
            if (
                box.end == ocr_end
                and (near + 1 == count or starts[near + 1] != ocr_start)
                and page == pages.at(start)
            ):
                if group or waiting:
                    end_group()
                last = near
                made.append(make(PlacedWord, (*word, box[2:], True)))
                continue
        low, high = bisect_right(ends, ocr_start), bisect_left(starts, ocr_end) - 1
        placed = make(PlacedWord, (*word, None, False))
        if low > high or ocr_start == ocr_end:
            waiting.append(placed)
            continue
        if low > last:
            end_group()
            first = low
        group += waiting
        waiting.clear()
        group.append(placed)
        last = max(last, high)
    end_group()
    return made


def by_page(letter: Letter, words: Sequence[PlacedWord]) -> Iterator[tuple[int, Sequence[PlacedWord]]]:
    """Yield the number of each page, from 1, with the words that stand on it."""
    starts = [word.start for word in words]
    bounds = [0, *letter.page_starts()[1:], len(letter.text)]
    for number, (start, end) in enumerate(pairwise(bounds), 1):
        yield number, words[bisect_left(starts, start) : bisect_left(starts, end)]


def in_rows(text: str, words: Sequence[PlacedWord]) -> Iterator[list[PlacedWord]]:
    """Yield words by the lines of the text that they stand in."""
    row: list[PlacedWord] = []
    for word in words:
        if row and "\n" in text[row[-1].end : word.start]:
            yield row
            row = []
        row.append(word)
    if row:
        yield row


class _Pages:
    """Which page an offset is on."""

    def __init__(self, letter: Letter) -> None:
        self._starts = letter.page_starts()

    def at(self, offset: int) -> int:
        return bisect_right(self._starts, offset) or 1


def _words(letter: Letter) -> Iterator[tuple[int, int, int, int, bool]]:
    """Yield where the words are, the stretches of the OCR text that became of them, whether they changed."""
    changes = _changes(letter)
    ends = [change.end for change in changes]
    shifts = [change.ocr_end - change.end for change in changes]
    first = 0
    for found in _WORD.finditer(letter.text):
        start, end = found.span()
        while first < len(changes) and ends[first] <= start:  # what was deleted at its edges is not in it
            first += 1
        before = shifts[first - 1] if first else 0
        if first == len(changes) or changes[first].start >= end:
            yield start, end, start + before, end + before, False
            continue
        last = first
        while last < len(changes) and changes[last].start < end:
            last += 1
        ocr_start = min(changes[first].ocr_start, start + before)
        ocr_end = max(changes[last - 1].ocr_end, end + shifts[last - 1])
        yield start, end, ocr_start, ocr_end, True


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
    letter: Letter, words: Sequence[PlacedWord], boxes: Sequence[tuple[WordBox, int]], pages: _Pages
) -> Iterator[PlacedWord]:
    """Yield words that share boxes, each with its part of them."""
    if len(words) == len(boxes):
        shares = [[((box.left, box.top, box.right, box.bottom), page)] for box, page in boxes]
    else:
        shares = list(_shared(words, boxes))
    for word, parts in zip(words, shares, strict=True):
        page = pages.at(word.start)
        here = [box for box, number in parts if number == page]
        if not here:
            yield word
            continue
        yield word._replace(box=_united(here, _begins_line(letter.text, word)), has_own_place=True)


def _begins_line(text: str, word: PlacedWord) -> bool:
    """Tell whether a word stands first in a line that has others."""
    end = text.find("\n", word.end)
    line = text[text.rfind("\n", 0, word.start) + 1 : end if end >= 0 else len(text)]
    return (
        line.split()[0] != line.strip() and not text[text.rfind("\n", 0, word.start) + 1 : word.start].strip()
    )


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
    return (
        min([box[0] for box in boxes]),
        min([box[1] for box in boxes]),
        max([box[2] for box in boxes]),
        max([box[3] for box in boxes]),
    )


def completed(words: Sequence[PlacedWord], width: float) -> list[PlacedWord]:
    """Return the words of a line, those without a box in the room between the others, where any has one."""
    if None not in [word.box for word in words]:
        return list(words)
    known = [index for index, word in enumerate(words) if word.box is not None]
    if not known:
        return list(words)
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
