"""Lines made of the words of a page, in the order of the file, and where a paragraph ends between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from annotator.importers.layout.words import PageWord, StatedLine, upright

_SAME_ROW = 0.5  # of the smaller height: two words that share it stand in one row
_NEAR = 0.7  # of the font's size: what stands no further from a line in its row belongs to it
_USUAL_LEADING = 1.25  # of the font's size
_WIDE_LEADING = 1.7
_FEW_LINES = 4
_LOOSE = 1.3  # times the usual leading: a blank line on paper
_MOST_LEADING = 2.6
_INDENT = 0.5  # of the font's size


@dataclass(frozen=True)
class Line:
    """Words that stand in a row, from left to right, with the box they fill once turned upright.

    `words` are as shown on the page, `boxes` the same turned upright; `turn` is how far the line is turned
    from the other text of the page. What the file itself states of the line is in `kind`, `block` and `level`
    (see `StatedLine`); `block` is -1 where it states nothing.
    """

    words: tuple[PageWord, ...]
    boxes: tuple[PageWord, ...]
    left: float
    top: float
    right: float
    bottom: float
    size: float
    turn: int = 0
    kind: str | None = None
    block: int = -1
    level: int = 0

    @property
    def has_place(self) -> bool:
        """Tell whether it is known where the line stands on the page."""
        return self.right > self.left

    @cached_property
    def text(self) -> str:
        """The words with a space between them."""
        return " ".join(word.text for word in self.words)

    def shares_column(self, other: Line) -> bool:
        """Tell whether the two lines stand above each other, at least in part."""
        return self.left < other.right and other.left < self.right

    def shares_row(self, other: Line) -> bool:
        """Tell whether the two lines stand beside each other."""
        return _share_row(self.top, self.bottom, other.top, other.bottom)


def _share_row(top: float, bottom: float, other_top: float, other_bottom: float) -> bool:
    shared = min(bottom, other_bottom) - max(top, other_top)
    return shared > _SAME_ROW * min(bottom - top, other_bottom - other_top)


def line_of(pairs: Iterable[tuple[PageWord, PageWord]], turn: int = 0) -> Line:
    """Return the line of words given as (as shown, turned upright)."""
    ordered = sorted(pairs, key=lambda pair: pair[1].left)
    words, boxes = tuple(word for word, _ in ordered), tuple(box for _, box in ordered)
    return Line(
        words,
        boxes,
        boxes[0].left,
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
        sorted(box.size for box in boxes)[len(boxes) // 2],
        turn,
    )


def stated_line(line: StatedLine, width: float, height: float, main: int = 0) -> Line:
    """Return the line of one that the file states: its words stay in their order."""
    turn = line.words[0].turn
    boxes = line.words if not turn else tuple(upright(word, width, height) for word in line.words)
    return Line(
        line.words,
        boxes,
        min([box.left for box in boxes]),
        min([box.top for box in boxes]),
        max([box.right for box in boxes]),
        max([box.bottom for box in boxes]),
        boxes[0].size,
        (turn - main) % 360,
        line.kind,
        line.block,
        line.level,
    )


def flow_lines(words: Sequence[PageWord], width: float, height: float, main: int = 0) -> list[Line]:
    """Return the lines in the file's order: words that follow each other in a row, to the right.

    `main` is how far most of the page's text is turned.
    """
    found: list[list[tuple[PageWord, PageWord]]] = []
    for word in words:
        box = word if word.turn == 0 else upright(word, width, height)
        if found and _goes_on(found[-1], box):
            found[-1].append((word, box))
        else:
            found.append([(word, box)])
    return _completed([line_of(pairs, (pairs[0][0].turn - main) % 360) for pairs in found])


def _goes_on(line: list[tuple[PageWord, PageWord]], box: PageWord) -> bool:
    # Not from where the last word ends: OCR programs sometimes stretch a word over those that follow it.
    last = line[-1][1]
    if box.turn % 90:  # text on the slant has no rows
        return last.turn == box.turn
    return (
        last.turn == box.turn
        and box.left > last.left
        and _share_row(last.top, last.bottom, box.top, box.bottom)
    )


def _completed(lines: list[Line]) -> list[Line]:
    """Put the parts of a line together that the file has apart: bold words drawn after all others, say."""
    made: list[Line] = []
    by_row: dict[tuple[int, int], list[int]] = {}
    for line in lines:
        place = round(line.bottom / 4)
        near = [i for row in (place - 1, place, place + 1) for i in by_row.get((line.turn, row), ())]
        other = next((i for i in near if _is_one_line(made[i], line)), None)
        if other is None:
            by_row.setdefault((line.turn, place), []).append(len(made))
            made.append(line)
        else:
            parts = (*zip(made[other].words, made[other].boxes, strict=True),)
            made[other] = line_of((*parts, *zip(line.words, line.boxes, strict=True)), line.turn)
    return made


def _is_one_line(one: Line, other: Line) -> bool:
    if abs(one.bottom - other.bottom) > 0.25 * max(one.size, other.size) or not one.shares_row(other):
        return False
    near = _NEAR * max(one.size, other.size)
    if one.right < other.left - near or other.right < one.left - near:
        return False
    return not any(
        a.left < b.right - 0.2 * b.size and b.left < a.right - 0.2 * a.size
        for a in one.boxes
        for b in other.boxes
    )


def leading(lines: Sequence[Line]) -> float:
    """Return how far the lines of the page's text mostly stand apart, in sizes of their font."""
    steps = Counter(
        round((b.bottom - a.bottom) / a.size * 20)
        for a, b in pairwise(lines)
        if a.has_place
        and a.shares_column(b)
        and abs(a.size - b.size) < 0.1 * a.size
        and 0 < b.bottom - a.bottom < _MOST_LEADING * a.size
    )
    if not steps:
        return _USUAL_LEADING
    most = max(steps.values())
    found = min(step for step, count in steps.items() if count >= 0.7 * most) / 20
    if found > _WIDE_LEADING and most < _FEW_LINES:  # these few lines stand apart, each a paragraph
        return _USUAL_LEADING
    return max(1.0, found)


def ends_paragraph(above: Line, below: Line, usual: float) -> bool:
    """Tell whether a blank line stands between two lines that follow each other."""
    if above.block != below.block and _is_set_apart(above, below):
        return True
    if not (above.has_place and below.has_place):
        return False
    if above.turn != below.turn or not above.shares_column(below):
        return not above.shares_row(below)
    step = below.bottom - above.bottom
    return step < 0 or step > _LOOSE * usual * max(above.size, below.size)


def _is_set_apart(above: Line, below: Line) -> bool:
    """Tell whether one can see that two lines are of different paragraphs, as the file has them.

    OCR programs tend to take short lines for paragraphs: those of an address, say.
    """
    if not (above.has_place and below.has_place):
        return True
    indent = abs(above.left - below.left)
    return not above.shares_row(below) and (
        indent > _INDENT * max(above.size, below.size)
        or (above.kind, above.level) != (below.kind, below.level)
    )
