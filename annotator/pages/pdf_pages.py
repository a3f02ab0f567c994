"""Drawing pages of a PDF by pdfium. In a worker process alone: pdfium is not safe in threads, and a hostile
file may crash it or keep it busy for ever."""

from __future__ import annotations

import ctypes
from collections import OrderedDict
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.pages.parts import BYTES_PER_PIXEL, Part

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_PAGES_KEPT = 3  # a loaded page keeps its pictures unpacked: its next tile is drawn sooner
_WHITE = (255, 255, 255, 255)

DAMAGED = Message(
    "Pages", QT_TRANSLATE_NOOP("Pages", "The image of this page cannot be drawn: the file is damaged here.")
)
NOT_A_PDF = Message(
    "Pages", QT_TRANSLATE_NOOP("Pages", "The image of this page cannot be drawn: the source is damaged.")
)
LOCKED = Message(
    "Pages",
    QT_TRANSLATE_NOOP("Pages", "The image of this page cannot be drawn: it asks for a password."),
)


class PdfPages:
    """A PDF that is open, with the pages that were drawn from lately."""

    def __init__(self, data: bytes) -> None:
        """Open it. Raises `UserError`."""
        self._document = _opened(data)
        self._pages: OrderedDict[int, PdfPage] = OrderedDict()

    def draw(self, part: Part, quarters: int, room: Any) -> None:
        """Draw a part of a page, turned clockwise by so many quarters, into a buffer that is large enough."""
        import pypdfium2.raw as pdfium
        from pypdfium2 import PdfBitmap

        page = self._page(part.page)
        size = part.width * part.height * BYTES_PER_PIXEL
        bitmap = PdfBitmap.new_native(
            part.width,
            part.height,
            pdfium.FPDFBitmap_BGRx,
            buffer=(ctypes.c_ubyte * size).from_buffer(room),
            stride=part.width * BYTES_PER_PIXEL,
        )
        try:
            bitmap.fill_rect(_WHITE, 0, 0, part.width, part.height)
            place = (-part.left, -part.top, part.wide, part.high, quarters)
            pdfium.FPDF_RenderPageBitmap(bitmap, page, *place, pdfium.FPDF_ANNOT)
            form = self._document.formenv
            if form:
                pdfium.FPDF_FFLDraw(form, bitmap, page, *place, pdfium.FPDF_ANNOT)
        finally:
            bitmap.close()

    def close(self) -> None:
        """Close it."""
        for page in self._pages.values():
            page.close()
        self._pages.clear()
        self._document.close()

    def _page(self, number: int) -> PdfPage:
        from pypdfium2 import PdfiumError

        page = self._pages.get(number)
        if page is None:
            try:
                page = self._document[number]
            except (PdfiumError, IndexError) as error:
                raise UserError(DAMAGED) from error
            self._pages[number] = page
            while len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)[1].close()
        self._pages.move_to_end(number)
        return page


def _opened(data: bytes) -> PdfDocument:
    import pypdfium2
    import pypdfium2.raw as pdfium

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pdfium.FPDF_ERR_PASSWORD
        raise UserError(LOCKED if locked else NOT_A_PDF) from error
    with suppress(pypdfium2.PdfiumError):  # the pages are there all the same, without what was filled in
        document.init_forms()
    return document
