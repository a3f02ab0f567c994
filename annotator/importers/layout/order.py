"""The reading order of a page: as the file has it, beside what the places of the lines say.

The second reading is that of T. Breuel, "High performance document layout analysis" (2003), over blocks:
lines of the file that run down a column. A block comes before those below it in its column, and before
those beside it to the right; where the places say nothing the file's order stands.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from annotator.importers.layout.lines import Line

_FAR = 4.0  # sizes of the font: a block ends where the next line is further down
_MOST_BLOCKS = 300  # the comparison takes all pairs


@dataclass(slots=True)
class _Block:
    lines: list[Line]
    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def of(cls, line: Line) -> _Block:
        return cls([line], line.left, line.top, line.right, line.bottom)

    def add(self, line: Line) -> None:
        self.lines.append(line)
        self.left, self.right = min(self.left, line.left), max(self.right, line.right)
        self.top, self.bottom = min(self.top, line.top), max(self.bottom, line.bottom)


def by_place(lines: Sequence[Line]) -> list[Line]:
    """Return the lines in the order that their places say."""
    blocks = _blocks(lines)
    if len(blocks) > _MOST_BLOCKS:
        return list(lines)
    return [line for block in _sorted(blocks) for line in block.lines]


def _blocks(lines: Sequence[Line]) -> list[_Block]:
    middles = sorted(((line.top + line.bottom) / 2, line.left, line.right) for line in lines)
    blocks: list[_Block] = []
    for line in lines:
        if blocks and _runs_on(blocks[-1], line, middles):
            blocks[-1].add(line)
        else:
            blocks.append(_Block.of(line))
    return blocks


def _runs_on(block: _Block, line: Line, middles: Sequence[tuple[float, float, float]]) -> bool:
    last = block.lines[-1]
    if last.turn != line.turn or not (block.left < line.right and line.left < block.right):
        return False
    if not 0 < line.bottom - last.bottom < _FAR * max(last.size, line.size):
        return False
    # A line that the file has elsewhere stands between the two: a heading drawn after all else, say.
    low, high = (last.top + last.bottom) / 2 + 1, (line.top + line.bottom) / 2 - 1
    between = middles[
        bisect.bisect_left(middles, (low, -1e9, 0)) : bisect.bisect_right(middles, (high, 1e9, 0))
    ]
    return not any(left < block.right and block.left < right for _, left, right in between)


def _sorted(blocks: list[_Block]) -> list[_Block]:
    """Return the blocks so that none comes before one that must precede it; ties by the file's order."""
    waiting = {
        index: {n for n, other in enumerate(blocks) if n != index and _precedes(other, block)}
        for index, block in enumerate(blocks)
    }
    made = []
    while waiting:
        # Where they stand in a circle the file's order is as good as any.
        free = next((i for i, before in waiting.items() if not before), next(iter(waiting)))
        made.append(blocks[free])
        del waiting[free]
        for before in waiting.values():
            before.discard(free)
    return made


def _precedes(a: _Block, b: _Block) -> bool:
    if a.left < b.right and b.left < a.right:
        return a.top + a.bottom < b.top + b.bottom
    beside = min(a.bottom, b.bottom) - max(a.top, b.top) > 0.3 * min(a.lines[0].size, b.lines[0].size)
    return beside and a.right <= b.left
