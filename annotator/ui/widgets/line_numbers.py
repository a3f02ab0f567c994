"""The number of the line of a few places of a long letter: not that of all lines at every change."""

from __future__ import annotations

from annotator.core.document import Letter


class LineNumbers:
    """Give the number that `Letter.line_numbers` gives the line of an offset."""

    def __init__(self, letter: Letter) -> None:
        self._places = letter.ocr_places()

    def at(self, offset: int) -> int:
        """Return the number (from 1) of the OCR text's line in which the offset's line starts."""
        return self._places.line_number(offset)
