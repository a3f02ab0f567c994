"""Which part of a page is drawn how large: plain numbers, with limits that no page can break."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

MOST_PIXELS = 4 * 1024 * 1024  # of one drawing; a page that needs more is drawn in tiles
BYTES_PER_PIXEL = 4
_TILE = 1024  # pixels
_A4 = (595.0, 842.0)  # points
_LONGEST = 60_000  # pixels of a side of a page: a box of a million points is drawn no larger


class Part(NamedTuple):
    """A part of a page at a size; pixels.

    `page` counts from 0 in the source. The whole page would be `wide` by `high`; the part lies at `left`,
    `top` in it. `turn` is how many degrees clockwise the page is turned before, beyond what the source says.
    """

    page: int
    wide: int
    high: int
    left: int
    top: int
    width: int
    height: int
    turn: float = 0.0


class Pixels(NamedTuple):
    """What was drawn: rows from the top, for each pixel blue, green, red, and 255."""

    width: int
    height: int
    data: bytes


def page_size(width: float, height: float) -> tuple[float, float]:
    """Return the size of a page in points; that of A4 where the page is too damaged to have one."""
    return (width, height) if width >= 1 and height >= 1 else _A4


def page_pixels(width: float, height: float, scale: float) -> tuple[int, int]:
    """Return how many pixels a page takes at a scale (pixels per point), within the limits."""
    scale = min(scale, _LONGEST / max(width, height, 1.0))
    return max(1, round(width * scale)), max(1, round(height * scale))


def whole(page: int, wide: int, high: int, turn: float = 0.0) -> Part:
    """Return a page as one part."""
    return Part(page, wide, high, 0, 0, wide, high, turn)


def parts_within(
    page: int,
    wide: int,
    high: int,
    left: float,
    top: float,
    right: float,
    bottom: float,
    turn: float = 0.0,
) -> Iterator[Part]:
    """Yield the parts of a page that show a region of it: the page itself, or the tiles that the region
    meets."""
    if wide * high <= MOST_PIXELS:
        yield whole(page, wide, high, turn)
        return
    for row in range(_first(top), _last(bottom, high) + 1):
        for column in range(_first(left), _last(right, wide) + 1):
            x, y = column * _TILE, row * _TILE
            yield Part(page, wide, high, x, y, min(_TILE, wide - x), min(_TILE, high - y), turn)


def _first(edge: float) -> int:
    return max(0, int(edge)) // _TILE


def _last(edge: float, size: int) -> int:
    return (max(1, min(int(edge) + 1, size)) - 1) // _TILE


def clipped(part: Part) -> Part:
    """Return the part without what lies outside its page, no larger than one drawing may be."""
    left, top = max(0, min(part.left, part.wide - 1)), max(0, min(part.top, part.high - 1))
    width = max(1, min(part.left + part.width, part.wide) - left)
    height = max(1, min(part.top + part.height, part.high) - top)
    height = max(1, min(height, MOST_PIXELS // width)) if width <= MOST_PIXELS else 1
    return part._replace(left=left, top=top, width=width, height=height)
