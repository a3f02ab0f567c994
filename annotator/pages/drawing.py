"""Drawing parts of pages, of whatever kind their source is. In a worker process alone: a hostile file may
crash what draws it or keep it busy for ever."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from annotator.core.user_errors import UserError
from annotator.pages.parts import BYTES_PER_PIXEL, Part
from annotator.pages.pdf_pages import DAMAGED, LOCKED, NOT_A_PDF, PdfPages
from annotator.pages.picture_pages import NO_PICTURE, TOO_LARGE, PicturePages, put
from annotator.pages.pictures import has_pictures

__all__ = ["DAMAGED", "LOCKED", "NOT_A_PDF", "NO_PICTURE", "TOO_LARGE", "Shelf"]

_KEPT = 3
_PDF, _HEAD = b"%PDF-", 1024  # the mark of a PDF, and how many bytes it stands within
_LEAST_SLANT = 0.01  # degrees


class Shelf:
    """The sources that were drawn from lately, open, with their last pages."""

    def __init__(self) -> None:
        self._sources: OrderedDict[str, PdfPages | PicturePages] = OrderedDict()

    def make_ready(self) -> None:
        """Load pdfium."""
        import pypdfium2.raw  # noqa: F401

    def draw(self, source: str, read: Callable[[], bytes], part: Part, room: Any) -> None:
        """Draw a part into `room`, a writable buffer that is large enough.

        `source` names the source; `read` is called for its bytes where it is not open. Raises UserError
        where there is nothing to draw.
        """
        pages = self._pages(source, read)
        quarters = round(part.turn / 90)
        slant = part.turn - 90 * quarters
        if abs(slant) < _LEAST_SLANT:
            pages.draw(part, quarters % 4, room)
        else:
            _draw_slanted(pages, part, quarters % 4, slant, room)

    def _pages(self, source: str, read: Callable[[], bytes]) -> PdfPages | PicturePages:
        pages = self._sources.get(source)
        if pages is None:
            pages = self._sources[source] = _opened(read())
            while len(self._sources) > _KEPT:
                self._sources.popitem(last=False)[1].close()
        self._sources.move_to_end(source)
        return pages

    def close(self) -> None:
        """Close all sources."""
        while self._sources:
            self._sources.popitem()[1].close()


def _opened(data: bytes) -> PdfPages | PicturePages:
    if has_pictures(data):
        return PicturePages(data)
    if data and _PDF not in data[:_HEAD]:
        raise UserError(NO_PICTURE)
    return PdfPages(data)


def _draw_slanted(pages: PdfPages | PicturePages, part: Part, quarters: int, slant: float, room: Any) -> None:
    """Draw a part of a page that is turned by a few degrees around its middle.

    What of the unturned page it shows is drawn first, then turned.
    """
    from PIL import Image

    cos, sin = math.cos(math.radians(slant)), math.sin(math.radians(slant))
    x, y = part.wide / 2, part.high / 2

    def unturned(across: float, down: float) -> tuple[float, float]:
        across, down = across - x, down - y
        return x + cos * across + sin * down, y - sin * across + cos * down

    right, bottom = part.left + part.width, part.top + part.height
    corners = [unturned(a, d) for a in (part.left, right) for d in (part.top, bottom)]
    left, top = (math.floor(min(edges)) - 1 for edges in zip(*corners, strict=True))
    wide, high = (math.ceil(max(edges)) + 1 for edges in zip(*corners, strict=True))
    wide, high = wide - left, high - top
    straight = bytearray(wide * high * BYTES_PER_PIXEL)
    pages.draw(part._replace(left=left, top=top, width=wide, height=high), quarters, straight)
    picture = Image.frombuffer("RGB", (wide, high), bytes(straight), "raw", "BGRX", 0, 1)
    first = unturned(part.left, part.top)
    matrix = (cos, sin, first[0] - left, -sin, cos, first[1] - top)
    size = (part.width, part.height)
    put(
        picture.transform(size, Image.Transform.AFFINE, matrix, Image.Resampling.BICUBIC, fillcolor="white"),
        room,
    )
