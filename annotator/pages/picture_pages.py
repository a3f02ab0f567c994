"""Drawing pages that are pictures. Runs in a worker process alone, as all that decodes them."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.pages.parts import Part
from annotator.pages.pdf_pages import DAMAGED
from annotator.pages.pictures import PictureError, Pictures

if TYPE_CHECKING:
    from PIL.Image import Image

_ROOM = 400_000_000  # bytes of decoded pages that are kept: their next tile is drawn sooner
_GAP = 2.0  # a much larger picture is first made smaller roughly

TOO_LARGE = Message(
    "Pages", QT_TRANSLATE_NOOP("Pages", "The image of this page cannot be drawn: it has too many dots.")
)
NO_PICTURE = Message(
    "Pages", QT_TRANSLATE_NOOP("Pages", "There is no image of this page: its text came without one.")
)


class PicturePages:
    """The pictures of a source, with the pages that were drawn from lately."""

    def __init__(self, data: bytes) -> None:
        """Open it. Raises `UserError`."""
        try:
            self._pictures = Pictures(data)
        except PictureError as problem:
            raise _said(problem) from problem
        self._kept: OrderedDict[tuple[int, int], Image] = OrderedDict()

    def draw(self, part: Part, quarters: int, room: Any) -> None:
        """Draw a part of a page, turned clockwise by so many quarters, into a buffer that is large enough."""
        from PIL import Image

        page = self._page(part.page, quarters)
        right, bottom = part.left + part.width, part.top + part.height
        inside = max(0, part.left), max(0, part.top), min(part.wide, right), min(part.high, bottom)
        drawn = Image.new("RGB", (part.width, part.height), "white")
        size = inside[2] - inside[0], inside[3] - inside[1]
        if min(size) > 0:
            across, down = page.width / part.wide, page.height / part.high
            box = (
                inside[0] * across,
                inside[1] * down,
                min(inside[2] * across, page.width),
                min(inside[3] * down, page.height),
            )
            # Made smaller, both are as sharp, and this one is quicker; made larger, only the other is smooth.
            way = Image.Resampling.HAMMING if part.wide < page.width else Image.Resampling.BICUBIC
            shown = page.resize(size, way, box, reducing_gap=_GAP)
            drawn.paste(shown, (inside[0] - part.left, inside[1] - part.top))
        put(drawn, room)

    def close(self) -> None:
        """Close it."""
        self._kept.clear()
        self._pictures.close()

    def _page(self, number: int, quarters: int) -> Image:
        from PIL import Image

        key = (number, quarters)
        page = self._kept.get(key)
        if page is None:
            if not 0 <= number < len(self._pictures):
                raise UserError(NO_PICTURE)
            try:
                page = self._pictures.load(number)
            except PictureError as problem:
                raise _said(problem) from problem
            turns = {
                1: Image.Transpose.ROTATE_270,
                2: Image.Transpose.ROTATE_180,
                3: Image.Transpose.ROTATE_90,
            }
            page = page.transpose(turns[quarters]) if quarters else page
            self._kept[key] = page
            while sum(map(_bytes, self._kept.values())) > _ROOM and len(self._kept) > 1:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return page


def put(drawn: Image, room: Any) -> None:
    """Put a picture into a buffer, as rows of blue, green, red and 255."""
    data = drawn.convert("RGBA").tobytes("raw", "BGRA")
    memoryview(room).cast("B")[: len(data)] = data


def _bytes(page: Image) -> int:
    return page.width * page.height * (1 if page.mode == "L" else 4)


def _said(problem: PictureError) -> UserError:
    return UserError(TOO_LARGE if problem.reason == "too_large" else DAMAGED)
