"""The pages of one letter, as they were imported, with what finds words on them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from annotator.core.page_layout import Furniture, PageLayout
from annotator.core.text import Span
from annotator.pages.places import Box, PageWords, holds, joined
from annotator.pages.stack import text_bounds
from annotator.pages.word_parts import StripPart, strip_parts
from annotator.session.pages.page_images import Source
from annotator.storage.reader import Reader

_SKEWED = 1.35  # times the highest word: a line as high as that was not scanned straight


class LetterPages:
    """The source of a letter, the layouts of its pages, and its words by their places."""

    def __init__(
        self,
        source: Source,
        ocr_text: str,
        layouts: Sequence[PageLayout],
        furniture: Sequence[Furniture] = (),
    ) -> None:
        self.source, self.layouts = source, layouts
        self.lines = text_bounds(layouts, furniture)
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
        boxes = self.words.boxes(around)
        line = next((line for line in joined(boxes) if holds(line, word)), word)
        high = max((box.bottom - box.top for box in boxes if holds(line, box)), default=0.0)
        if line.bottom - line.top <= _SKEWED * high:
            return line
        middle = (word.top + word.bottom) / 2  # the scan lies askew: what is above the word is another line
        return Box(line.page, line.left, middle - high / 2, line.right, middle + high / 2)


def read_pages(
    reader: Reader, project: Path, letter_id: int, ocr_text: str | None = None
) -> LetterPages | None:
    """Read the pages of a letter; None where its source has none."""
    layouts = reader.page_layouts(letter_id)
    if not layouts:
        return None
    text = reader.letter(letter_id).ocr_text if ocr_text is None else ocr_text
    source = Source(project, letter_id, reader.details(letter_id).source_sha256)
    return LetterPages(source, text, layouts, reader.furniture(letter_id))
