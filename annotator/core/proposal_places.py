"""Where proposals stand after the text was changed, until they are made anew."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import accumulate

from annotator.core.history import Delta, Hunk
from annotator.core.proposals import Proposed
from annotator.core.text import Span


def moved(proposed: Proposed, delta: Delta, length: int) -> Proposed:
    """Return the proposals after a change of the text, on the same words: until they are made anew.

    A bound at the edge of changed words takes their new edge, one in them stays within them.
    """
    if not delta.hunks or not proposed:
        return proposed
    move = Mover(delta.hunks, length)
    spans = {uid: move.span(span) for uid, span in proposed.spans.items()}
    sections = {uid: (section, move.start(start)) for uid, (section, start) in proposed.sections.items()}
    return replace(proposed, spans=spans, sections=sections)


class Mover:
    """Carries places over the hunks of a change; `length` is that of the text after it."""

    def __init__(self, hunks: tuple[Hunk, ...], length: int) -> None:
        self._hunks, self._length = hunks, length
        self._starts = [hunk.start for hunk in hunks]
        self._shifts = list(accumulate((len(h.after) - len(h.before) for h in hunks), initial=0))

    def span(self, span: Span) -> Span:
        """Return where a span stands then: on the same words, as far as they are there."""
        start = self._within(self._moved(span.start, opens=True))
        return Span(start, max(start, self._within(self._moved(span.end, opens=False))))

    def start(self, offset: int) -> int:
        """Return where something starts: before what is put in there."""
        return self._within(self._moved(offset, opens=False))

    def _within(self, offset: int) -> int:
        return max(0, min(offset, self._length))

    def _moved(self, offset: int, *, opens: bool) -> int:
        """Return the new place of a bound; what is put in just where a span opens stays outside of it."""
        behind = bisect_right(self._starts, offset)
        while behind:
            hunk, shift = self._hunks[behind - 1], self._shifts[behind - 1]
            if hunk.start < hunk.end or hunk.start != offset or opens:
                into = len(hunk.after) if offset >= hunk.end else min(offset - hunk.start, len(hunk.after))
                return hunk.start + shift + into + max(0, offset - hunk.end)
            behind -= 1
        return offset
