"""Where on the pages hidden words stand, to be burnt black: all of them, or the pages are not shown."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from annotator.core.document import Letter
from annotator.core.page_layout import PageLayout, WordBox
from annotator.core.text import Span
from annotator.exporters.placed_words import Box, around, placed_words, share_row

_BESIDE, _ABOVE = 1.5, 0.15  # points beside a word, and of its height above and below: boxes are tight


def black_boxes(
    letter: Letter, layouts: Sequence[PageLayout], hidden: Sequence[Span], hidden_in_ocr: Sequence[Span]
) -> dict[int, list[Box]] | None:
    """Return what must be black on each page, by its number; None where a hidden word has no known place.

    `hidden` are stretches of the text, `hidden_in_ocr` of the OCR text. A page on which nobody read a word
    may show anything: it is black as a whole.
    """
    boxes = sorted((box, layout.number) for layout in layouts for box in layout.words)
    # No box behind one of these ends before it: those that a stretch meets lie one behind another.
    furthest = list(accumulate((box.end for box, _ in boxes), max))
    black: dict[int, list[Box]] = {
        layout.number: [(0.0, 0.0, layout.width, layout.height)] for layout in layouts if not layout.words
    }
    for stretch in [*_read_as(letter, layouts, hidden), *hidden_in_ocr]:
        found = list(_touched(boxes[bisect_right(furthest, stretch.start) :], stretch))
        if not found or not _is_covered(letter.ocr_text, stretch, [box for box, _ in found]):
            return None
        for number in {number for _, number in found}:
            black.setdefault(number, []).extend(_rows([box for box, page in found if page == number]))
    return black


def _read_as(letter: Letter, layouts: Sequence[PageLayout], hidden: Sequence[Span]) -> Iterator[Span]:
    """Yield the stretches of the OCR text that the words of stretches of the text were read as."""
    words = placed_words(letter, layouts)
    starts = [word.start for word in words]
    for span in hidden:
        first = max(0, bisect_right(starts, span.start) - 1)
        touched = []
        for word in words[first:]:
            if word.start >= span.end:
                break
            if word.end > span.start:
                touched.append(Span(word.ocr_start, word.ocr_end))
        yield from touched


def _touched(boxes: Sequence[tuple[WordBox, int]], stretch: Span) -> Iterator[tuple[WordBox, int]]:
    for box, number in boxes:
        if box.start >= stretch.end:
            break
        if box.end > stretch.start:
            yield box, number


def _is_covered(text: str, stretch: Span, boxes: Sequence[WordBox]) -> bool:
    """Tell whether each sign of a stretch is in a box."""
    at = stretch.start
    for box in boxes:
        if text[at : max(at, box.start)].strip():
            return False
        at = max(at, box.end)
    return not text[at : max(at, stretch.end)].strip()


def _rows(boxes: Sequence[WordBox]) -> Iterator[Box]:
    """Yield the room of words, those in one line with what is between them."""
    rows: list[list[Box]] = []
    for box in boxes:
        place = (box.left, box.top, box.right, box.bottom)
        if rows and share_row(rows[-1][-1], place):
            rows[-1].append(place)
        else:
            rows.append([place])
    for left, top, right, bottom in map(around, rows):
        margin = _ABOVE * (bottom - top) + 0.5
        yield left - _BESIDE, top - margin, right + _BESIDE, bottom + margin


def moved_layouts(layouts: Sequence[PageLayout], moved: Callable[[int, int], Span]) -> list[PageLayout]:
    """Return pages whose words are where `moved` has them now; those that became one word have one box."""
    return [replace(layout, words=tuple(_moved(layout.words, moved)), readings=()) for layout in layouts]


def _moved(words: Sequence[WordBox], moved: Callable[[int, int], Span]) -> Iterator[WordBox]:
    seen: dict[Span, WordBox] = {}
    for box in words:
        span = moved(box.start, box.end)
        if span.start == span.end:
            continue
        before = seen.get(span)
        if before is None:
            seen[span] = WordBox(*span, *box[2:])
        elif share_row(before[2:], box[2:]):
            seen[span] = WordBox(*span, *around([before[2:], box[2:]]))
    yield from sorted(seen.values())
