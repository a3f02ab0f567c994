"""Where spans and points go when words change: tags keep meaning the same words.

The rules, in the order in which they hold (see docs of the text model):
an unchanged word keeps its span exactly; a bound at the edge of a whole correction takes its new edge,
signs and
spaces apart; a bound inside or at the edge of a changed word takes that word's new bound; what is
inserted between
words at the edge of a span stays outside. A span whose text is wholly deleted stays, empty.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from functools import cached_property

from annotator.core.history import Correction, Hunk, Shifter, replaced
from annotator.core.text import Span, is_word_character, tokens, trimmed
from annotator.core.worddiff import Pair, pairs


class Mapper:
    """Maps bounds through the hunks of the given corrections of `text`."""

    def __init__(self, text: str, corrections: Sequence[Correction], hunks: tuple[Hunk, ...]) -> None:
        self._text = text
        self._hunks = hunks
        self._starts = [hunk.start for hunk in hunks]
        self._ends = [hunk.end for hunk in hunks]
        self._shifter = Shifter(hunks)
        self._pairs: dict[int, tuple[Pair, ...]] = {}
        self._edge_starts = {c.start for c in corrections if c.start < c.end}
        self._edge_ends = {c.end: c.start for c in corrections if c.start < c.end}

    @property
    def reach(self) -> tuple[int, int]:
        """Where the first hunk starts and the last one ends; of no hunks, nowhere."""
        return (self._starts[0], self._ends[-1]) if self._hunks else (1, 0)

    def touches(self, offset: int) -> bool:
        """Tell whether the offset lies in a hunk or at its edge."""
        return self._hunk_index(offset) is not None

    def _hunk_index(self, offset: int) -> int | None:
        index = bisect.bisect_left(self._ends, offset)
        return index if index < len(self._hunks) and self._starts[index] <= offset else None

    def span(self, span: Span) -> Span:
        """Return the new place of a span."""
        if span.start == span.end:
            return self._empty(span.start)
        start, end = self._start(span.start), self._end(span.end)
        return self._without_spaces(span, Span(start, end)) if start < end else self._emptied(start, end)

    def _without_spaces(self, old: Span, new: Span) -> Span:
        """Take off white space that came to lie at a bound: of `de de motie`, tagged from the second `de`."""
        start, end = trimmed(self._new_text, new)
        if self._text[old.start].isspace() or not self.touches(old.start):
            start = new.start
        if self._text[old.end - 1].isspace() or not self.touches(old.end):
            end = new.end
        return Span(min(start, end), end)

    @cached_property
    def _new_text(self) -> str:
        return replaced(self._text, self._hunks)

    def point(self, point: int) -> int:
        """Return the new place of where a section or page starts.

        Inside a replaced stretch: the first line start after it, else its end.
        """
        index = self._hunk_index(point)
        if index is None:
            return self._shifter.move(point)
        hunk = self._hunks[index]
        new_start = self._new_start(index)
        if point == hunk.start:
            return new_start
        new_end = new_start + len(hunk.after)
        if point == hunk.end:
            return new_end
        if hunk.after.endswith("\n"):
            return new_end
        rest = self._text.find("\n", hunk.end, self._next_start(index))
        return new_end + rest + 1 - hunk.end if rest >= 0 else new_end

    def _next_start(self, index: int) -> int:
        """Return how far the text behind a hunk is the same as before."""
        return self._starts[index + 1] if index + 1 < len(self._hunks) else len(self._text)

    def _new_start(self, index: int) -> int:
        return self._shifter.move(self._hunks[index].start)

    def _start(self, offset: int) -> int:
        index = self._hunk_index(offset)
        if index is None:
            return self._shifter.move(offset)
        hunk, base = self._hunks[index], self._new_start(index)
        at = offset - hunk.start
        if at == len(hunk.before):  # what follows did not change; an insertion at the edge stays outside
            return base + len(hunk.after)
        if at == 0 and offset in self._edge_starts:
            return base + _first_word(hunk.after)
        for pair in self._paired(index):
            if at < pair.end:
                return base + pair.new_start
        return base + len(hunk.after)

    def _end(self, offset: int) -> int:
        index = self._hunk_index(offset)
        if index is None:
            return self._shifter.move(offset)
        hunk, base = self._hunks[index], self._new_start(index)
        at = offset - hunk.start
        if at == 0:
            return base
        if at == len(hunk.before) and self._edge_ends.get(offset, offset) <= _last_token_start(hunk):
            return base + _last_word(hunk.after, hunk.before)
        for pair in reversed(self._paired(index)):
            if at > pair.start:
                return base + pair.new_end
        return base

    def _paired(self, index: int) -> tuple[Pair, ...]:
        """Return the pairs of words of a hunk; many bounds may ask for the same ones."""
        if index not in self._pairs:
            self._pairs[index] = pairs(self._hunks[index].before, self._hunks[index].after)
        return self._pairs[index]

    def _emptied(self, start: int, end: int) -> Span:
        """A span without text stays between its two mapped bounds."""
        at = min(start, end)
        return Span(at, at)

    def _empty(self, offset: int) -> Span:
        """An empty span takes up what is typed at its very place (`Belgié` deleted, later `België` typed)."""
        index = self._hunk_index(offset)
        if index is None:
            moved = self._shifter.move(offset)
            return Span(moved, moved)
        hunk, base = self._hunks[index], self._new_start(index)
        if not hunk.before:
            inner = trimmed(hunk.after, Span(0, len(hunk.after)))
            return Span(base + inner.start, base + inner.end)
        at = base if offset == hunk.start else base + len(hunk.after)
        return Span(at, at)


def _first_word(after: str) -> int:
    """Return where the new edge lies: behind leading spaces."""
    return len(after) - len(after.lstrip())


def _last_token_start(hunk: Hunk) -> int:
    last = hunk.start
    for token in tokens(hunk.before):
        last = hunk.start + token.start
    return last


def _last_word(after: str, before: str) -> int:
    """Return the new edge at the end: in front of trailing spaces, and of signs that were not there
    before."""
    end = len(after.rstrip())
    if before and is_word_character(before[-1]):
        while end and not is_word_character(after[end - 1]):
            end -= 1
    return end or len(after.rstrip())
