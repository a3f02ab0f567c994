"""Bold and slanted lines, told from the picture: the engine knows neither.

A stroke's width is twice its area by the length of its edge. Measured on scans, beside the page's own text,
bold type has strokes of 1.38 to 2.0 times the width, plain type up to 1.22; slanted type leans by 4 to 14
degrees.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import median, pvariance

from PIL import Image, ImageFilter

from annotator.recognition.engine import ReadLine

_BOLD = 1.28  # times the stroke of the page's text
_FEW_LETTERS = 4  # too few to tell
_FEW_LINES = 3
_ANGLES = (0.0, 4.0, 8.0, 12.0, 16.0)  # degrees
_SLANTED = 8.0
_CLEARER = 1.15  # times the variance of the upright columns
_LARGEST = 4_000_000  # pixels of a line: a larger one is none


def marks_of(
    image: Image.Image, lines: Sequence[ReadLine], sizes: Sequence[float]
) -> list[tuple[bool, bool]]:
    """Return of each line whether it is bold, and whether it is slanted; `image` is what it was read from.

    `sizes` are those of the lines. Small print has wider strokes for its size: it is held against its like.
    """
    inks = [_ink(image, line) for line in lines]
    strokes = [
        None if ink is None else _stroke(ink) / line.height for ink, line in zip(inks, lines, strict=True)
    ]
    body = _usual(strokes, lines, sizes, 0.0)
    usual = {size: _usual(strokes, lines, sizes, size) or body for size in set(sizes)}
    return [
        (
            stroke is not None and stroke > _BOLD * (usual[size] or stroke),
            ink is not None and _is_slanted(ink),
        )
        for ink, stroke, size in zip(inks, strokes, sizes, strict=True)
    ]


def _ink(image: Image.Image, line: ReadLine) -> Image.Image | None:
    """Return the line's ink in white on black, twice as large; None where there are few letters."""
    if sum(sign.isalpha() for word in line.words for sign in word.text) < _FEW_LETTERS:
        return None
    box = (
        max(0, int(min(word.left for word in line.words)) - 1),
        max(0, int(min(word.top for word in line.words)) - 1),
        min(image.width, int(max(word.right for word in line.words)) + 1),
        min(image.height, int(max(word.bottom for word in line.words)) + 1),
    )
    wide, high = box[2] - box[0], box[3] - box[1]
    if wide < 2 or high < 2 or wide * high > _LARGEST:
        return None
    cut = image.crop(box).resize((2 * wide, 2 * high), Image.Resampling.BICUBIC)
    low, high_tone = cut.getextrema()
    middle = (int(low) + int(high_tone)) // 2  # type: ignore[arg-type]
    return cut.point([255 if tone < middle else 0 for tone in range(256)])


def _stroke(ink: Image.Image) -> float:
    area = ink.histogram()[255]
    edge = area - ink.filter(ImageFilter.MinFilter(3)).histogram()[255]
    return 2 * area / edge if edge else 0.0


def _usual(
    strokes: Sequence[float | None], lines: Sequence[ReadLine], sizes: Sequence[float], only: float
) -> float | None:
    """Return the middle stroke of the letters of a page, or of its lines of one size; None with few lines."""
    known = [
        (stroke, sum(len(word.text) for word in line.words))
        for stroke, line, size in zip(strokes, lines, sizes, strict=True)
        if stroke is not None and only in (0.0, size)
    ]
    if len(known) < _FEW_LINES:
        return None
    return median(stroke for stroke, letters in known for _ in range(letters))


def _is_slanted(ink: Image.Image) -> bool:
    """Tell whether the letters' columns are clearest when the line is set upright from a slant."""
    clear = {angle: _clearness(ink, angle) for angle in _ANGLES}
    best = max(clear, key=clear.__getitem__)
    return best >= _SLANTED and clear[best] > _CLEARER * clear[0.0]


def _clearness(ink: Image.Image, angle: float) -> float:
    lean = math.tan(math.radians(angle))
    upright = ink.transform(ink.size, Image.Transform.AFFINE, (1, -lean, lean * ink.height / 2, 0, 1, 0))
    return pvariance(upright.resize((ink.width, 1), Image.Resampling.BOX).tobytes())
