"""Columns whose lines the file runs together: a margin column beside the text, or text in two columns.

An OCR program that reads across a page gives `Geachte voorzitter,  Ons kenmerk` as one line. A wide gap at
the same place in several lines parts them, unless it may part the columns of a table: there the rows stand on
one line and are set in one size, and the cells are short. Where other pages have a margin column, such a gap
at its place is one too.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import NamedTuple

from annotator.importers.layout.lines import Line, line_of

_GAP = 1.2  # of the font's size
_ALIGNED = 2.5  # points
_MARGIN_STARTS = 0.55  # of the page's width
_MOST_MARGIN = 0.34
_SAME_MARGIN = 6.0  # points, from page to page
_OTHER_SIZE = 0.08
_OTHER_LINE = 0.1  # of the font's size
_PROSE = 3.0  # words in a line of a column of text


class _Gap(NamedTuple):
    line: int
    word: int
    x: float


def parted(lines: Sequence[Line], width: float, margins: Collection[float] = ()) -> list[Line]:
    """Return the lines, each cut where it runs from one column into the next.

    `margins` is where margin columns start on other pages of the letter.
    """
    gaps = [
        _Gap(index, n, box.left)
        for index, line in enumerate(lines)
        if not line.turn and line.kind is None
        for n, (before, box) in enumerate(zip(line.boxes, line.boxes[1:], strict=False), 1)
        if box.left - before.right > _GAP * line.size
    ]
    cuts: dict[int, _Gap] = {}
    for gap in gaps:
        if gap.line in cuts:
            continue
        group = {g.line: g for g in gaps if abs(g.x - gap.x) <= _ALIGNED}
        if len(group) > 1 and _parts(lines, list(group.values()), width, margins):
            cuts |= {line: g for line, g in group.items() if line not in cuts}
    return _cut(lines, cuts) if cuts else list(lines)


def _parts(lines: Sequence[Line], gaps: Sequence[_Gap], width: float, margins: Collection[float]) -> bool:
    x = min(gap.x for gap in gaps)
    alone = sum(abs(line.left - x) <= _ALIGNED for line in lines if not line.turn)
    if len(gaps) + alone < 3:
        return False
    lefts = [lines[g.line].boxes[: g.word] for g in gaps]
    rights = [lines[g.line].boxes[g.word :] for g in gaps]
    widest = max(max(box.right for box in right) - x for right in rights)
    left_words = sum(map(len, lefts)) / len(gaps)
    if x > _MARGIN_STARTS * width and widest < _MOST_MARGIN * width:
        other = sum(
            abs(left[-1].bottom - right[0].bottom) > _OTHER_LINE * left[-1].size
            or abs(left[-1].size - right[0].size) > _OTHER_SIZE * left[-1].size
            for left, right in zip(lefts, rights, strict=True)
        )
        known = any(abs(x - margin) < _SAME_MARGIN for margin in margins)
        return left_words >= 2 and (other * 2 > len(gaps) or known)
    right_words = sum(map(len, rights)) / len(gaps)
    return (
        len(gaps) >= 5 and left_words >= _PROSE and right_words >= _PROSE and not _is_crossed(lines, gaps, x)
    )


def _is_crossed(lines: Sequence[Line], gaps: Sequence[_Gap], x: float) -> bool:
    top = min(lines[g.line].top for g in gaps)
    bottom = max(lines[g.line].bottom for g in gaps)
    crossing = sum(
        box.left < x - 1 < box.right
        for line in lines
        if not line.turn and line.top >= top and line.bottom <= bottom
        for box in line.boxes
    )
    return crossing * 5 > len(gaps)


def _cut(lines: Sequence[Line], cuts: dict[int, _Gap]) -> list[Line]:
    """Cut the lines; of those in the height of the cuts, what stands on the right comes behind the left."""
    x = min(gap.x for gap in cuts.values()) - _ALIGNED
    top, bottom = min(lines[n].top for n in cuts), max(lines[n].bottom for n in cuts)
    made: list[Line] = []
    right: list[Line] = []
    last = 0
    for index, line in enumerate(lines):
        inside = not line.turn and line.bottom > top and line.top < bottom
        if index in cuts:
            pairs = list(zip(line.words, line.boxes, strict=True))
            at = cuts[index].word
            made.append(replace(line_of(pairs[:at], line.turn), block=line.block))
            right.append(line_of(pairs[at:], line.turn))
        elif inside and line.left >= x:
            right.append(line)
            continue
        else:
            made.append(line)
        if inside:
            last = len(made)
    return [*made[:last], *right, *made[last:]]
