"""Which way up a page lies, and how far askew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import fmean, pvariance

from PIL import Image

from annotator.recognition.engine import ReadLine

TURNS = (90, 180, 270)
_SURE = 75.0  # a page that is read this surely lies the right way up
_BETTER = 5.0  # so much surer a page must be read that is turned
_SMALL = 90.0  # dpi, to see how lines run
_STRIP = 1.1  # inches of a page that are read to see which way up it lies
_FEW = 3  # words
_WIDEST = 20.0  # degrees: a page lies no further askew
_STEP, _FINE = 1.0, 0.2

Read = Callable[[Image.Image], Sequence[ReadLine]]


def sureness(lines: Sequence[ReadLine]) -> float:
    """Return how sure the engine is of lines, weighted by letters; 0 where there are few words."""
    words = [word for line in lines for word in line.words]
    if len(words) < _FEW:
        return 0.0
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters


def is_sure(lines: Sequence[ReadLine]) -> bool:
    """Tell whether a page that reads so lies the right way up."""
    return sureness(lines) >= _SURE and not runs_sideways(lines)


def runs_sideways(lines: Sequence[ReadLine]) -> bool:
    """Tell whether most text was found to run up or down the page."""
    sideways = sum(
        len(line.words) for line in lines if _rise(line) > abs(line.baseline[2] - line.baseline[0])
    )
    return sideways * 2 > sum(len(line.words) for line in lines)


def _rise(line: ReadLine) -> float:
    return abs(line.baseline[3] - line.baseline[1])


def way_up(image: Image.Image, dpi: float, read: Read, found: Sequence[ReadLine]) -> int:
    """Return how far the image must be turned clockwise to stand upright: 0, 90, 180 or 270 degrees.

    `found` is what was read of it as it is. `read` reads a strip of it, where the text is densest, in other
    positions; a page that reads little better in one of them stays. The engine follows text that runs up the
    page by itself, so what it reads so does not count.
    """
    best, most = 0, 0.0 if runs_sideways(found) else sureness(found) + _BETTER
    for turn in TURNS:
        lines = read(_strip(turned_clockwise(image, turn), dpi))
        sure = 0.0 if runs_sideways(lines) else sureness(lines)
        if sure > most:
            best, most = turn, sure
    return best


def turned_clockwise(image: Image.Image, turn: int) -> Image.Image:
    """Return the image turned clockwise by 0, 90, 180 or 270 degrees."""
    if turn == 0:
        return image
    ways = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
    return image.transpose(ways[turn])


def turned_back(image: Image.Image, degrees: float) -> Image.Image:
    """Return the image with lines that run down by so many degrees set straight; its size stays."""
    return image.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)


def askew(image: Image.Image, dpi: float) -> float:
    """Return by how many degrees the lines of a page run down to the right: where its rows differ most."""
    small = _shrunk(image, dpi)
    best = max(_steps(-_WIDEST, _WIDEST, _STEP), key=lambda angle: _sharpness(small, angle))
    return max(_steps(best - _STEP, best + _STEP, _FINE), key=lambda angle: _sharpness(small, angle))


def _steps(low: float, high: float, step: float) -> list[float]:
    return [low + n * step for n in range(round((high - low) / step) + 1)]


def _sharpness(image: Image.Image, angle: float) -> float:
    rows = _darkness_of_rows(image.rotate(angle, Image.Resampling.BILINEAR, fillcolor=255))
    return pvariance([b - a for a, b in pairwise(rows)])


def _darkness_of_rows(image: Image.Image) -> list[int]:
    return list(image.resize((1, image.height), Image.Resampling.BOX).tobytes())


def _shrunk(image: Image.Image, dpi: float) -> Image.Image:
    factor = min(1.0, _SMALL / dpi)
    size = (max(8, round(image.width * factor)), max(8, round(image.height * factor)))
    return image.resize(size, Image.Resampling.BOX)


def _strip(image: Image.Image, dpi: float) -> Image.Image:
    """Return the stretch of a page, as wide as it is, whose rows differ most: there is text."""
    rows = _darkness_of_rows(image)
    high = min(image.height, round(_STRIP * dpi))
    steps = [abs(b - a) for a, b in pairwise(rows)]
    middle = fmean(steps) if steps else 0.0
    lively = [min(step, 4 * middle) for step in steps]
    total = sum(lively[:high])
    best, most = 0, total
    for top in range(1, len(lively) - high + 1):
        total += lively[top + high - 1] - lively[top - 1]
        if total > most:
            best, most = top, total
    return image.crop((0, best, image.width, best + high))
