"""Places on a page: from the file's own units to the page as it is shown, and along text that is turned."""

from __future__ import annotations

import math
from typing import NamedTuple

from annotator.importers.pdf.accents import Box

_SLANT = 12  # degrees from upright or a quarter turn: text across the page, and no page that lies askew


class Frame(NamedTuple):
    """The page's box in the file's own units, and how far the page is turned (degrees, clockwise)."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    def shown(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        """Return a box as left, top, right, bottom on the page as it is shown."""
        if self.rotation == 90:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.rotation == 180:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        if self.rotation == 270:
            return self.top - top, self.right - right, self.top - bottom, self.right - left
        return left - self.left, self.top - top, right - self.left, self.top - bottom


def turn_of(a: float, b: float) -> int:
    """Return how far text of a matrix is turned, in degrees: by quarters, unless it lies across the page."""
    angle = math.degrees(math.atan2(b, a))
    quarter = round(angle / 90) * 90
    return (quarter if abs(angle - quarter) <= _SLANT else round(angle)) % 360


def turned(box: Box, turn: int, size: float) -> tuple[float, float, float, float]:
    """Return a box as (start, end, low, high): along the line as it runs, and across it."""
    left, bottom, right, top = box
    if turn == 90:
        return bottom, top, -right, -left
    if turn == 180:
        return -right, -left, -top, -bottom
    if turn == 270:
        return -top, -bottom, left, right
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    x, y = (left + right) / 2, (bottom + top) / 2
    along, across = x * cos + y * sin, y * cos - x * sin
    both = (right - left + top - bottom) / (abs(cos) + abs(sin))  # width and height of what was turned
    width = max(0.2 * size, both - 1.1 * size) / 2
    return along - width, along + width, across - 0.5 * size, across + 0.5 * size


def unturned(box: Box, turn: int) -> Box:
    """Return (left, bottom, right, top) of a box (start, low, end, high) that was turned."""
    start, low, end, high = box
    if turn == 90:
        return -high, start, -low, end
    if turn == 180:
        return -end, -high, -start, -low
    if turn == 270:
        return low, -end, high, -start
    cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    corners = [(a * cos - b * sin, a * sin + b * cos) for a in (start, end) for b in (low, high)]
    return (
        min(x for x, _ in corners),
        min(y for _, y in corners),
        max(x for x, _ in corners),
        max(y for _, y in corners),
    )
