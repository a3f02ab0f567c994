"""Drawing parts of pages with pdfium. Runs in a worker process alone: pdfium is not safe in threads, and a
hostile file may crash it or keep it busy for ever."""

from __future__ import annotations

import ctypes
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.pages.parts import BYTES_PER_PIXEL, Part

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_DOCUMENTS_KEPT = 3
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


class Shelf:
    """The documents that were drawn from lately, open, with their last pages."""

    def __init__(self) -> None:
        self._documents: OrderedDict[str, PdfDocument] = OrderedDict()
        self._pages: OrderedDict[tuple[str, int], PdfPage] = OrderedDict()

    def make_ready(self) -> None:
        """Load pdfium."""
        import pypdfium2.raw  # noqa: F401

    def draw(self, source: str, read: Callable[[], bytes], part: Part, room: Any) -> None:
        """Draw a part into `room`, a writable buffer that is large enough.

        `source` names the document; `read` is called for its bytes where it is not open. Raises UserError
        where there is nothing to draw.
        """
        import pypdfium2.raw as pdfium
        from pypdfium2 import PdfBitmap

        page = self._page(source, read, part.page)
        size = part.width * part.height * BYTES_PER_PIXEL
        buffer = (ctypes.c_ubyte * size).from_buffer(room)
        bitmap = PdfBitmap.new_native(
            part.width,
            part.height,
            pdfium.FPDFBitmap_BGRx,
            buffer=buffer,
            stride=part.width * BYTES_PER_PIXEL,
        )
        try:
            bitmap.fill_rect(_WHITE, 0, 0, part.width, part.height)
            place = (-part.left, -part.top, part.wide, part.high, 0)
            pdfium.FPDF_RenderPageBitmap(bitmap, page, *place, pdfium.FPDF_ANNOT)
            form = self._documents[source].formenv
            if form:
                pdfium.FPDF_FFLDraw(form, bitmap, page, *place, pdfium.FPDF_ANNOT)
        finally:
            bitmap.close()

    def _page(self, source: str, read: Callable[[], bytes], number: int) -> PdfPage:
        from pypdfium2 import PdfiumError

        key = (source, number)
        page = self._pages.get(key)
        if page is None:
            document = self._document(source, read)
            try:
                page = document[number]
            except (PdfiumError, IndexError) as error:
                raise UserError(DAMAGED) from error
            self._pages[key] = page
            while len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)[1].close()
        self._pages.move_to_end(key)
        return page

    def _document(self, source: str, read: Callable[[], bytes]) -> PdfDocument:
        document = self._documents.get(source)
        if document is None:
            document = self._documents[source] = _opened(read())
            while len(self._documents) > _DOCUMENTS_KEPT:
                self._close(next(iter(self._documents)))
        self._documents.move_to_end(source)
        return document

    def close(self) -> None:
        """Close all documents."""
        for source in list(self._documents):
            self._close(source)

    def _close(self, source: str) -> None:
        for key in [key for key in self._pages if key[0] == source]:
            self._pages.pop(key).close()
        self._documents.pop(source).close()


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
