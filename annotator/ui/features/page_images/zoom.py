"""How large pages are shown: fitted to the pane, or at a percentage."""

from __future__ import annotations

from dataclasses import dataclass

from annotator.pages.stack import FITS, GAP, Size

FULL_SIZE = 96 / 72  # pixels per point at 100 %
SMALLEST, LARGEST = 0.1, 8.0  # pixels per point
_STEPS = (25, 33, 50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400, 500)
_EDGE = 10.0  # points of paper that stay visible beside the lines
_TEXT_LARGEST = 1.5 * FULL_SIZE  # narrow lines are not blown up beyond this

Lines = tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Zoom:
    """Either a `fit` (the lines' width, the page's width, the whole page) or a `percent`."""

    fit: str = "text"
    percent: int = 100

    def written(self) -> str:
        """Return it as a setting keeps it."""
        return self.fit or str(self.percent)

    @staticmethod
    def read(written: str) -> Zoom:
        """Return what a setting kept; the lines' width where it is nothing known."""
        if written.isdecimal():
            return Zoom("", max(_STEPS[0], min(_STEPS[-1], int(written))))
        return Zoom(written if written in FITS else "text")

    def scale(self, size: Size, lines: Lines, room: Size) -> float:
        """Return the pixels per point of a page; `room` is the pane's width and height in pixels, `lines`
        from where to where the page's lines reach, in points."""
        width, height = size
        whole_width = (room[0] - 2 * GAP) / max(width, 1.0)
        if not self.fit:
            scale = self.percent / 100 * FULL_SIZE
        elif self.fit == "page":
            scale = min(whole_width, (room[1] - 2 * GAP) / max(height, 1.0))
        elif self.fit == "text" and lines is not None:
            scale = min(room[0] / max(lines[1] - lines[0] + 2 * _EDGE, 1.0), max(_TEXT_LARGEST, whole_width))
        else:
            scale = whole_width
        return max(min(SMALLEST, whole_width), min(LARGEST, scale))

    def anchor(self, size: Size, lines: Lines) -> float:
        """Return which point of a page stands in the middle of the pane, from its left."""
        return (lines[0] + lines[1]) / 2 if self.fit == "text" and lines is not None else size[0] / 2


def stepped(percent: float, by: int) -> int:
    """Return the next larger (or smaller, with -1) percentage."""
    if by > 0:
        return next((step for step in _STEPS if step > percent * 1.01), _STEPS[-1])
    return next((step for step in reversed(_STEPS) if step < percent * 0.99), _STEPS[0])
