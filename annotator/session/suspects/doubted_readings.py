"""Where in a letter's text words stand that were read unsurely, or differently a second time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from annotator.core.document import Letter
from annotator.core.page_layout import WordReading
from annotator.core.text import Span

_UNSURE = 50.0  # confidence: surer words without another reading tell nothing


def doubted_readings(letter: Letter, readings: Mapping[int, Iterable[WordReading]]) -> list[WordReading]:
    """Return the readings that tell something of a word, at its place in the text.

    `readings` are those of the pages, in offsets of the OCR text. A word that was corrected has none.
    """
    doubted = [
        one
        for page in sorted(readings)
        for one in readings[page]
        if one.others or 0 <= one.confidence < _UNSURE or one.sure >= 0
    ]
    if not doubted:
        return []
    places = letter.ocr_places()
    made = []
    for one in doubted:
        start, end = places.from_ocr(Span(one.start, one.end))
        if letter.text[start:end] == letter.ocr_text[one.start : one.end]:
            made.append(one._replace(start=start, end=end))
    return made
