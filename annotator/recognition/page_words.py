"""From the lines that the engine read to the words of a page, set straight and in points."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import median

from annotator.importers.layout.words import PageWord, readable
from annotator.recognition.engine import ReadLine, ReadWord

_LEAST = 0.15  # degrees: lines that run down less are straight
_LONG = 0.15  # of the page's width: shorter lines do not tell how the page lies
_SAME_SIZE = 0.13  # sizes that differ less are one, read with some noise
_ABOVE, _BELOW = 0.78, 0.22  # of the font's size: what a line takes above and below its baseline


def skew_of(lines: Sequence[ReadLine], width: float) -> float:
    """Return how far lines run down to the right, in degrees; `width` is that of the image in pixels."""
    slopes = [
        math.degrees(math.atan2(y2 - y1, x2 - x1))
        for x1, y1, x2, y2 in (line.baseline for line in lines)
        if x2 - x1 > _LONG * width
    ]
    slope = median(slopes) if slopes else 0.0
    return slope if abs(slope) >= _LEAST else 0.0


def words_of(
    lines: Sequence[ReadLine],
    scale: float,
    skew: float,
    size: tuple[float, float],
    marks: Sequence[tuple[bool, bool]] = (),
) -> list[PageWord]:
    """Return the words of lines, in the engine's order.

    `scale` is pixels a point, `skew` how far the lines run down, in degrees; the boxes are those of the page
    turned straight about its middle. `size` is that of the page in points; `marks` say of each line whether
    it is bold and slanted.
    """
    made = []
    for n, (line, high) in enumerate(zip(lines, sizes_of(lines, scale), strict=True)):
        bold, italic = marks[n] if marks else (False, False)
        for word in line.words:
            text = readable(word.text)
            if text:
                placed = _placed(word, text, line, high, scale, skew, size)
                made.append(placed._replace(bold=bold, italic=italic))
    return made


def _placed(
    word: ReadWord,
    text: str,
    line: ReadLine,
    high: float,
    scale: float,
    skew: float,
    size: tuple[float, float],
) -> PageWord:
    x = (word.left + word.right) / 2
    x1, y1, x2, y2 = line.baseline
    y = y1 + (y2 - y1) * (x - x1) / (x2 - x1) if x2 > x1 else word.bottom
    if not word.top - high * scale < y < word.bottom + high * scale:  # the engine is lost on this line
        y = word.bottom
    middle, base = turned((x / scale, y / scale), -skew, size)
    half = (word.right - word.left) / scale / 2
    return PageWord(
        text,
        middle - half,
        base - _ABOVE * high,
        middle + half,
        base + _BELOW * high,
        high,
        confidence=round(max(0.0, min(100.0, word.confidence)), 1),
    )


def turned(point: tuple[float, float], degrees: float, size: tuple[float, float]) -> tuple[float, float]:
    """Return a point turned clockwise about the middle of a page of this size."""
    angle = math.radians(degrees)
    cos, sin = math.cos(angle), math.sin(angle)
    x, y = point[0] - size[0] / 2, point[1] - size[1] / 2
    return size[0] / 2 + x * cos - y * sin, size[1] / 2 + x * sin + y * cos


def sizes_of(lines: Sequence[ReadLine], scale: float) -> list[float]:
    """Return the size of each line in points: where they differ by the noise of reading alone, one size."""
    raw = [line.height / scale for line in lines]
    weights = [sum(len(word.text) for word in line.words) for line in lines]
    left = set(range(len(lines)))
    sizes = list(raw)
    while left:
        usual = _weighted_median([(raw[n], weights[n]) for n in left])
        same = {n for n in left if abs(raw[n] - usual) <= _SAME_SIZE * usual}
        for n in same:
            sizes[n] = max(1.0, round(usual, 1))
        left -= same
    return sizes


def _weighted_median(pairs: Sequence[tuple[float, int]]) -> float:
    ordered = sorted(pairs)
    half, sum_so_far = sum(weight for _, weight in ordered) / 2, 0
    for value, weight in ordered:
        sum_so_far += weight
        if sum_so_far >= half:
            return value
    return ordered[-1][0]
