"""The number of the line of a few places of a long letter: not that of all lines at every change."""

from __future__ import annotations

import bisect

from annotator.core.document import Letter
from annotator.core.text import line_start


class LineNumbers:
    """Give the number that `Letter.line_numbers` gives the line of an offset."""

    def __init__(self, letter: Letter) -> None:
        self._letter = letter
        self._spans = letter.correction_spans()
        self._ends = [span.end for span in self._spans]

    def at(self, offset: int) -> int:
        """Return the number (from 1) of the OCR text's line in which the offset's line starts."""
        letter, start = self._letter, line_start(self._letter.text, offset)
        index = bisect.bisect_left(self._ends, start + 1) - 1 if start else -1
        at = start
        if index + 1 < len(self._spans) and self._spans[index + 1].start < start:
            # The line starts inside a correction (a break behind a joined word): its last OCR line.
            at = letter.corrections[index + 1].ocr_end - 1
        elif index >= 0:
            at = letter.corrections[index].ocr_end + start - self._spans[index].end
        return letter.ocr_text.count("\n", 0, at) + 1
