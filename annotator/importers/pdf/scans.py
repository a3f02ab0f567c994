"""Pages of a PDF that are pictures of text: which they are, and having them recognised."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pypdfium2
from pypdfium2 import raw

from annotator.importers.interface import PageImage, Recognises, Report
from annotator.importers.layout.words import RawPage
from annotator.importers.pdf.opening import ReadPage, document_of
from annotator.importers.pdf.typed import area_of
from annotator.pages.pictures import Pictures, has_pictures

_DPI = 200.0  # more shows no more to who recognises text
_MOST_PIXELS = 16_000_000
_FEW_WORDS = 12  # a stamp or a page number that a program put on a scan
_COVERS = 0.7  # of the page: a picture that is the page
_MOST_OBJECTS = 2_000


def with_recognised(
    shown: str,
    data: bytes,
    passwords: Sequence[str],
    pages: Sequence[ReadPage],
    recognises: Recognises,
    report: Report,
) -> list[ReadPage]:
    """Return the pages of a PDF, those without a text layer as recognised. Raises `UserError`."""
    with document_of(shown, data, passwords) as (document, _):
        wanted = [
            _image(document, n, one.page)
            for n, one in enumerate(pages)
            if recognises.wants(n, has_text=not _is_picture(document, n, one.page))
        ]
        if not wanted:
            return list(pages)
        found = recognises.read(wanted, hashlib.sha256(data).hexdigest(), report)
    made = list(pages)
    for image, (page, flags) in zip(wanted, found, strict=True):
        if page.words or not made[image.number].page.words:
            made[image.number] = ReadPage(page, flags)
    return made


def _is_picture(document: pypdfium2.PdfDocument, number: int, read: RawPage) -> bool:
    """Tell whether a page has something drawn on it and no text, or next to none on a picture of a page."""
    if len(read.words) > _FEW_WORDS:
        return False
    page = _opened(document, number)
    if page is None:
        return False
    try:
        if not read.words:
            return int(raw.FPDFPage_CountObjects(page.raw)) > 0
        return any(area_of(thing) > _COVERS * math.prod(page.get_size()) for thing in _pictures(page))
    finally:
        page.close()


@contextmanager
def page_pictures(
    shown: str, data: bytes, passwords: Sequence[str] = ()
) -> Iterator[Callable[[int], Any | None]]:
    """Give what draws the pages (from 0) of a source that are pictures; None for the others.

    The source is a PDF, a picture, or a parcel with pictures. Raises `UserError`.
    """
    if has_pictures(data):
        pictures = Pictures(data)
        try:
            yield lambda number: pictures.load(number) if number < len(pictures) else None
        finally:
            pictures.close()
        return
    with document_of(shown, data, passwords) as (document, _):

        def picture_of(number: int) -> Any | None:
            page = _opened(document, number)
            if page is None:
                return None
            try:
                covered = sum(map(area_of, _pictures(page))) > _COVERS * math.prod(page.get_size())
            finally:
                page.close()
            return _drawing(document, number)() if covered else None

        yield picture_of


def _pictures(page: pypdfium2.PdfPage) -> list[Any]:
    count = min(raw.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)
    things = (raw.FPDFPage_GetObject(page.raw, n) for n in range(count))
    return [thing for thing in things if raw.FPDFPageObj_GetType(thing) == raw.FPDF_PAGEOBJ_IMAGE]


def _image(document: pypdfium2.PdfDocument, number: int, read: RawPage) -> PageImage:
    page = _opened(document, number)
    width, height = (read.width, read.height) if page is None else page.get_size()
    if page is not None:
        page.close()
    return PageImage(number, _drawing(document, number), width, height)


def _drawing(document: pypdfium2.PdfDocument, number: int) -> Callable[[], Any]:
    def draw() -> Any:
        page = document[number]
        try:
            width, height = page.get_size()
            most = math.sqrt(_MOST_PIXELS / max(1.0, width * height))
            bitmap = page.render(scale=min(_DPI / 72, most), grayscale=True)
            return bitmap.to_pil()
        finally:
            page.close()

    return draw


def _opened(document: pypdfium2.PdfDocument, number: int) -> pypdfium2.PdfPage | None:
    try:
        return document[number]
    except pypdfium2.PdfiumError:
        return None
