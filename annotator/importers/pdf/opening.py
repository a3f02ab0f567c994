"""Opening a PDF and reading its pages one by one."""

from __future__ import annotations

from collections.abc import Sequence

import pypdfium2
from pypdfium2 import raw

from annotator.core.messages import Message
from annotator.core.problems import Problem
from annotator.importers.pdf import sentences
from annotator.importers.pdf.pdfium import read_page
from annotator.importers.pdf.words import PdfPage

MOST_PAGES = 5_000
MOST_CHARACTERS = 20_000_000


def read_pages(shown: str, data: bytes, passwords: Sequence[str]) -> list[PdfPage]:
    """Return the pages of a PDF with their words. Raises `Problem`."""
    document = _opened(shown, data, passwords)
    try:
        count = len(document)
        if not count:
            raise _problem(sentences.NO_PAGES, shown)
        if count > MOST_PAGES:
            raise _problem(sentences.TOO_MANY_PAGES, shown, pages=count, limit=MOST_PAGES)
        return list(_pages(shown, document, count))
    finally:
        document.close()


def _pages(shown: str, document: pypdfium2.PdfDocument, count: int) -> list[PdfPage]:
    pages, signs = [], 0
    for index in range(count):
        pages.append(_page(document, index))
        signs += sum(len(word.text) for word in pages[-1].words)
        if signs > MOST_CHARACTERS:
            limit = MOST_CHARACTERS // 1_000_000
            raise _problem(sentences.TOO_MUCH_TEXT, shown, limit=limit)
    return pages


def _page(document: pypdfium2.PdfDocument, index: int) -> PdfPage:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return PdfPage(0, 0)
    try:
        return read_page(page)
    finally:
        page.close()


def _opened(shown: str, data: bytes, passwords: Sequence[str]) -> pypdfium2.PdfDocument:
    for password in (None, *passwords):
        try:
            return pypdfium2.PdfDocument(data, password=password)
        except pypdfium2.PdfiumError as error:
            code = getattr(error, "err_code", None)
            if code == raw.FPDF_ERR_SECURITY:
                raise _problem(sentences.UNKNOWN_LOCK, shown) from error
            if code != raw.FPDF_ERR_PASSWORD:
                raise _problem(sentences.BROKEN, shown) from error
    raise _problem(sentences.WRONG_PASSWORD if passwords else sentences.NEEDS_PASSWORD, shown)


def _problem(text: str, shown: str, **params: object) -> Problem:
    return Problem(Message("Import", text, {"name": shown, **params}))
