"""The pages of one letter, as they were imported, with what finds words on them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from annotator.core.page_layout import PageLayout
from annotator.core.text import Span
from annotator.pages.places import Box, PageWords, holds
from annotator.pages.word_parts import StripPart, strip_parts
from annotator.session.page_images import Source
from annotator.storage.reader import Reader


class LetterPages:
    """The source of a letter, the layouts of its pages, and its words by their places."""

    def __init__(self, source: Source, ocr_text: str, layouts: Sequence[PageLayout]) -> None:
        self.source, self.layouts = source, layouts
        self.words = PageWords(layouts)
        self._ocr_text = ocr_text

    def strip(self, span: Span, width: int, height: int) -> list[StripPart]:
        """Return what shows a stretch of the OCR text in a strip of this size; nothing where it is on no
        page."""
        words = self.words.by_line(span)
        return strip_parts(self.layouts, words, [self._line_of(word, span) for word in words], width, height)

    def _line_of(self, word: Box, span: Span) -> Box:
        start = self._ocr_text.rfind("\n", 0, span.start) + 1
        end = self._ocr_text.find("\n", span.end)
        around = Span(start, len(self._ocr_text) if end < 0 else end)
        return next((line for line in self.words.by_line(around) if holds(line, word)), word)


def read_pages(
    reader: Reader, project: Path, letter_id: int, ocr_text: str | None = None
) -> LetterPages | None:
    """Read the pages of a letter; None where its source has none."""
    layouts = reader.page_layouts(letter_id)
    if not layouts:
        return None
    text = reader.letter(letter_id).ocr_text if ocr_text is None else ocr_text
    return LetterPages(Source(project, letter_id, reader.details(letter_id).source_sha256), text, layouts)
