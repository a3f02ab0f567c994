"""How the lines of a letter are set, in the places of its text now: evidence for what is proposed."""

from __future__ import annotations

from annotator.core.document import Letter
from annotator.core.page_layout import LineStyle
from annotator.core.text import Span
from annotator.storage.reader import Reader


def styles_of(reader: Reader, letter_id: int, letter: Letter) -> tuple[LineStyle, ...]:
    """Return how the lines of a letter are set, where its source says so; offsets are of its text."""
    styles = reader.line_styles(letter_id)
    if not styles or not letter.corrections:
        return styles
    places = letter.ocr_places()
    return tuple(
        style._replace(start=span.start, end=span.end)
        for style in styles
        if (span := places.from_ocr(Span(style.start, min(style.end, len(letter.ocr_text))))).start < span.end
    )
