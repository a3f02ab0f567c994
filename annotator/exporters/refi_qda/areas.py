"""Where passages stand on the pages of a letter's PDF."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import NamedTuple

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.text import Span
from annotator.exporters.interface import Choice, ExportContext, ExportLetter
from annotator.exporters.page_pictures import is_pdf
from annotator.exporters.placed_pages import PlacedPage, placed_pages
from annotator.exporters.placed_words import around
from annotator.exporters.searchable_pdf import Frame, told_as_not_opened

SOURCES = Choice(
    "sources",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Sources")),
    (
        ("text", Message("Export", QT_TRANSLATE_NOOP("Export", "texts alone"))),
        (
            "pdf",
            Message("Export", QT_TRANSLATE_NOOP("Export", "PDFs with their passages as areas, and texts")),
        ),
    ),
)


class Area(NamedTuple):
    """A rectangle on a page, which counts from 0: whole points from the bottom left of its media box."""

    page: int
    left: int
    bottom: int
    right: int
    top: int


class PdfAreas:
    """The PDF that a letter came from, and where words of the letter are on it."""

    def __init__(self, one: ExportLetter) -> None:
        """Raises `UserError` where the PDF cannot be opened."""
        import pikepdf  # not for the list of formats

        self.data = one.source()
        self._pages: list[tuple[PlacedPage, Frame, tuple[float, float]]] = []
        with told_as_not_opened(one), pikepdf.open(io.BytesIO(self.data)) as pdf:
            for page in placed_pages(one.letter, one.layouts()):
                number = page.layout.source_page
                # What is shown turned beyond what the PDF says has its boxes in that turn.
                if page.words and number < len(pdf.pages) and not page.layout.turn:
                    target = pdf.pages[number]
                    left, bottom, right, top = (float(side) for side in target.mediabox)
                    self._pages.append((page, Frame.of(target), (min(left, right), min(bottom, top))))

    def of(self, span: Span) -> Iterator[Area]:
        """Yield the room of the words of a stretch of the text, page by page."""
        for page, frame, (left, bottom) in self._pages:
            words = [word[3:] for word in page.words if word.start < span.end and span.start < word.end]
            if words:
                first, above, last, below = around(words)
                (x, y), (x2, y2) = frame.place(first, above), frame.place(last, below)
                xs, ys = sorted((x - left, x2 - left)), sorted((y - bottom, y2 - bottom))
                sides = (int(xs[0]), int(ys[0]), -int(-xs[1] // 1), -int(-ys[1] // 1))
                yield Area(page.layout.source_page, *sides)


def areas_for(one: ExportLetter, context: ExportContext) -> PdfAreas | None:
    """Return the PDF of a letter where it is wanted and may be shown."""
    if context.choice(SOURCES) != "pdf" or one.is_redacted or not is_pdf(one.source()):
        return None
    return PdfAreas(one)
