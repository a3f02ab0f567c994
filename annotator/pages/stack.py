"""The pages of a letter one below the other: where each lies, and which part of it is seen."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from typing import NamedTuple

from annotator.core.page_layout import Furniture, PageLayout

GAP = 14.0  # pixels between pages, and around them
_SAME = 16.0  # points that pages of one size may differ by
Size = tuple[float, float]
FITS = ("text", "width", "page")


class Frame(NamedTuple):
    """Where a page lies in the content of the pane: pixels; `scale` is pixels per point."""

    left: float
    top: float
    width: float
    height: float
    scale: float


class PageStack:
    """Lays pages one below the other, along an axis from top to bottom."""

    def __init__(
        self,
        sizes: Sequence[Size],
        scales: Sequence[float],
        room: float,
        anchors: Sequence[float] | None = None,
    ) -> None:
        """`sizes` are points; `room` is the width of the pane in pixels. `anchors` tell which point of each
        page stands on the axis, from the left; its middle if nothing is told."""
        middles = anchors if anchors is not None else [width / 2 for width, _ in sizes]
        before = [middle * scale for middle, scale in zip(middles, scales, strict=True)]
        behind = [size[0] * scale - left for size, scale, left in zip(sizes, scales, before, strict=True)]
        self.axis = max([room / 2, *(left + GAP for left in before)])
        self.width = self.axis + max([room / 2, *(right + GAP for right in behind)])
        self.frames: list[Frame] = []
        top = GAP
        for (width, height), scale, left in zip(sizes, scales, before, strict=True):
            self.frames.append(Frame(self.axis - left, top, width * scale, height * scale, scale))
            top += height * scale + GAP
        self.height = top
        self._tops = [frame.top for frame in self.frames]

    def between(self, top: float, bottom: float) -> range:
        """Return the pages that a stretch of the content meets."""
        first = max(0, bisect.bisect_right(self._tops, top) - 1)
        if first < len(self.frames) and self.frames[first].top + self.frames[first].height < top:
            first += 1
        return range(first, bisect.bisect_left(self._tops, bottom))

    def page_at(self, y: float) -> int:
        """Return the page at a height, the nearest one where there is none; -1 without pages."""
        return min(max(0, bisect.bisect_right(self._tops, y + GAP / 2) - 1), len(self.frames) - 1)


def text_bounds(
    layouts: Sequence[PageLayout], furniture: Sequence[Furniture] = ()
) -> list[tuple[float, float] | None]:
    """Return, for each page, from where to where its lines may reach: left and right, in points; None where
    nothing is known.

    Pages of one size, as far as scanners make it one, have the same bounds, so that a last page with three
    words on it is not blown up. Furniture and a few other words in the margin do not count.
    """
    lefts: dict[Size, list[float]] = {}
    rights: dict[Size, list[float]] = {}
    starts = [stretch.start for stretch in furniture]
    for layout in layouts:
        for word in layout.words:
            at = bisect.bisect_right(starts, word.start) - 1
            if at < 0 or furniture[at].end <= word.start:
                lefts.setdefault(_kind(layout), []).append(word.left)
                rights.setdefault(_kind(layout), []).append(word.right)
    bounds = {
        kind: (sorted(left)[len(left) // 100], sorted(rights[kind])[-1 - len(left) // 100])
        for kind, left in lefts.items()
    }
    return [bounds.get(_kind(layout)) for layout in layouts]


def _kind(layout: PageLayout) -> Size:
    return round(layout.width / _SAME), round(layout.height / _SAME)
