"""Margin columns that the engine ran together with the text beside them: found, and read on their own.

Where the lines of a margin column stand beside lines of the text, in another size and on other baselines, the
engine takes both for one line, and reads the smaller one badly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from annotator.recognition.engine import ReadLine, ReadWord

_STARTS = 0.5  # of the page's width: margin columns start further right
_GAP = 1.2  # of the line's height: so far a column stands from what is beside it
_SAME = 0.008  # of the page's width: lines that start so near start at one place
_LEAST = 3  # lines
_ACROSS = 0.02  # of the page's width: what reaches so far into a column stands across it
_ROOM = 2.0  # line heights above and below those that were found, for more of the column


class Box(NamedTuple):
    """A stretch of the page, in parts of its width and height."""

    left: float
    top: float
    right: float
    bottom: float

    def of(self, width: float, height: float) -> tuple[float, float, float, float]:
        """Return the box in pixels of a picture of this size."""
        return self.left * width, self.top * height, self.right * width, self.bottom * height


class _Part(NamedTuple):
    words: tuple[ReadWord, ...]
    follows: bool  # it stands behind something in its line

    @property
    def left(self) -> float:
        return self.words[0].left


def margin_beside(lines: Sequence[ReadLine], width: float, height: float) -> Box | None:
    """Return where a margin column stands that was run together with the text; sizes are in pixels."""
    parts = [part for line in lines for part in _parts(line)]
    words = [word for line in lines for word in line.words]
    best: list[_Part] = []
    for part in parts:
        if part.follows and part.left > _STARTS * width:
            group = _column(part.left, parts, words, _SAME * width)
            if len(group) > len(best):
                best = group
    if len(best) < _LEAST:
        return None
    left = min(part.left for part in best) - _SAME * width
    room = _ROOM * max(line.height for line in lines if any(word.left >= left for word in line.words))
    top = min(word.top for part in best for word in part.words)
    bottom = max(word.bottom for part in best for word in part.words)
    across = [(word.top, word.bottom) for word in words if word.left < left < word.right - _ACROSS * width]
    top = max([top - room, *(low for _, low in across if low <= top)])
    bottom = min([bottom + room, *(high for high, _ in across if high >= bottom)])
    return Box(left / width, max(0.0, top / height), 1.0, min(1.0, bottom / height))


def without(lines: Sequence[ReadLine], box: tuple[float, float, float, float]) -> tuple[list[ReadLine], int]:
    """Return the lines without the words in a box, and before which line the first of them stood."""
    made: list[ReadLine] = []
    place = -1
    for line in lines:
        left = tuple(word for word in line.words if not _is_in(word, box))
        if len(left) < len(line.words) and place < 0:
            place = len(made)
        if left:
            made.append(replace(line, words=left))
    return made, max(0, place)


def _is_in(word: ReadWord, box: tuple[float, float, float, float]) -> bool:
    middle = (word.top + word.bottom) / 2
    return word.left >= box[0] and box[1] <= middle <= box[3]


def _parts(line: ReadLine) -> list[_Part]:
    made: list[_Part] = []
    begun = 0
    for n in range(1, len(line.words) + 1):
        if n == len(line.words) or line.words[n].left - line.words[n - 1].right > _GAP * line.height:
            made.append(_Part(line.words[begun:n], begun > 0))
            begun = n
    return made


def _column(left: float, parts: Sequence[_Part], words: Sequence[ReadWord], near: float) -> list[_Part]:
    """Return the parts that start at a place, from top to bottom, as far as no word stands across it."""
    found = sorted((p for p in parts if abs(p.left - left) <= near), key=lambda p: p.words[0].top)
    across = [(word.top + word.bottom) / 2 for word in words if word.left < left - near and word.right > left]
    runs: list[list[_Part]] = [[]]
    for part in found:
        last = runs[-1][-1].words[0].top if runs[-1] else part.words[0].top
        if any(last < middle < part.words[0].bottom for middle in across):
            runs.append([])
        runs[-1].append(part)
    return max((run for run in runs if any(part.follows for part in run)), key=len, default=[])
