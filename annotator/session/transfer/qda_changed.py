"""What another program selected in a text, carried over to the letter as it reads now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from annotator.core.text import Span
from annotator.core.worddiff import changed_stretches
from annotator.importers.refi_qda.model import QdaLetter


def carried(qda: QdaLetter, text: str) -> tuple[QdaLetter, int]:
    """Return a text with its selections at their places in a letter that reads otherwise, and how many lost
    theirs: those that begin or end among words that changed."""
    stretches = changed_stretches(qda.text, text)
    kept = []
    for each in qda.selected:
        span = _moved(each.span, stretches)
        if span is not None:
            kept.append(each._replace(span=span))
    return replace(qda, text=text, selected=tuple(kept)), len(qda.selected) - len(kept)


def _moved(span: Span, stretches: Sequence[tuple[int, int, int, int]]) -> Span | None:
    start, end = span
    by_start = by_end = 0
    for first, last, new_first, new_last in stretches:
        if first < span.start < last or first < span.end < last or first <= span.start < span.end <= last:
            return None
        by = (new_last - new_first) - (last - first)
        # What was put in at an edge lies outside.
        if last <= span.start:
            by_start += by
        if last < span.end or (last == span.end and first < last):
            by_end += by
    start, end = start + by_start, end + by_end
    return Span(start, end) if start < end else None
