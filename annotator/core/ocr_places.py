"""From a place in the text to its place in the OCR text, and back: for line numbers and page images."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from annotator.core.in_force import InForce
from annotator.core.text import Span, line_start


class OcrPlaces:
    """Carries places over the corrections in force, which are disjoint and in order.

    Make one for many places: each is then found by bisection. All offsets are Unicode code points.
    """

    def __init__(self, ocr_text: str, text: str, corrections: Sequence[InForce]) -> None:
        self._ocr_text = ocr_text
        self._text = text
        self._rows = corrections
        self.spans = correction_spans(corrections)
        self._ends = [span.end for span in self.spans]
        self._ocr_starts = [row.ocr_start for row in corrections]
        self._ocr_ends = [row.ocr_end for row in corrections]

    @property
    def length(self) -> int:
        """How long the text is."""
        return len(self._text)

    @cached_property
    def _ocr_lines(self) -> list[int]:
        return list(accumulate((len(line) + 1 for line in self._ocr_text.split("\n")), initial=0))[:-1]

    def to_ocr(self, offset: int) -> int:
        """Return the offset in the OCR text of an offset in the text; inside a correction, its start."""
        behind = bisect.bisect_right(self._ends, offset)
        if behind < len(self.spans) and self.spans[behind].start <= offset:
            return self._ocr_starts[behind]
        return self._moved(offset, behind)

    def _moved(self, offset: int, behind: int) -> int:
        """Move an offset along that lies behind this many corrections, and in none."""
        return offset - (self._ends[behind - 1] - self._ocr_ends[behind - 1]) if behind else offset

    def from_ocr(self, span: Span) -> Span:
        """Return the stretch of the text that a stretch of the OCR text has become.

        Where it begins or ends inside a correction, the whole of that is in it, unless what lies between
        there and the correction's edge reads as before; what was put in at its edges is not.
        """
        if span.start == span.end:
            at = self._end_from_ocr(span.end)
            return Span(at, at)
        start, end = self._start_from_ocr(span.start), self._end_from_ocr(span.end)
        if start <= end:
            return Span(start, end)
        return next(place for place in self.spans if place.start <= end < start <= place.end)

    def _start_from_ocr(self, offset: int) -> int:
        behind = bisect.bisect_right(self._ocr_ends, offset)
        if behind < len(self.spans) and self._ocr_starts[behind] <= offset:
            start, end = self.spans[behind]
            rest = self._ocr_text[offset : self._ocr_ends[behind]]
            return end - len(rest) if self._text[start:end].endswith(rest) else start
        return offset + (self._ends[behind - 1] - self._ocr_ends[behind - 1]) if behind else offset

    def _end_from_ocr(self, offset: int) -> int:
        behind = bisect.bisect_left(self._ocr_starts, offset)  # corrections that start before it
        if not behind:
            return offset
        start, end = self.spans[behind - 1]
        if offset < self._ocr_ends[behind - 1]:
            first = self._ocr_text[self._ocr_starts[behind - 1] : offset]
            return start + len(first) if self._text[start:end].startswith(first) else end
        return end + offset - self._ocr_ends[behind - 1]

    def line_number(self, offset: int) -> int:
        """Return the number (from 1) of the OCR text's line in which the offset's line starts."""
        start = line_start(self._text, offset)
        behind = bisect.bisect_right(self._ends, start)
        if behind == len(self.spans) or self.spans[behind].start >= start:
            return self._ocr_line(self._moved(start, behind))
        # The line starts inside a correction. As many breaks as are left in it are left in the OCR's reading:
        # a break may have moved behind a joined word, but it is the same line of the paper.
        row, at = self._rows[behind], start - self.spans[behind].start
        breaks, passed = row.after.count("\n"), row.after.count("\n", 0, at)
        on_paper = self._ocr_text.count("\n", row.ocr_start, row.ocr_end)
        further = on_paper - (breaks - passed) if on_paper >= breaks else min(passed, on_paper)
        return self._ocr_line(row.ocr_start) + further

    def _ocr_line(self, ocr_offset: int) -> int:
        return bisect.bisect_right(self._ocr_lines, ocr_offset)


def correction_spans(corrections: Sequence[InForce]) -> list[Span]:
    """Return where each correction in force stands in the text, in order."""
    shifts = accumulate((len(c.after) - (c.ocr_end - c.ocr_start) for c in corrections), initial=0)
    return [
        Span(c.ocr_start + shift, c.ocr_start + shift + len(c.after))
        for c, shift in zip(corrections, shifts, strict=False)
    ]
