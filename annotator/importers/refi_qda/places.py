"""Places in a text as another program counts them, carried over to the text as a letter has it."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from annotator.core.text import Span, clean, normalise

# What import makes a line end of, or a page.
_ENDS = re.compile("\r\n|[\n\r\x0b\x85\u2028\u2029\f]")
_SIGNS = re.compile(r"\w+")
_LONGEST_NAME = 40  # signs of a selection's name that are compared

Counted = Callable[[int], int]  # from a program's offset to code points of its text


class Named(NamedTuple):
    """A selection's offsets as they stand in the file, and what the program called it."""

    start: int
    end: int
    name: str


class Places:
    """Carries offsets (code points) of a text over to what `normalise` makes of it."""

    def __init__(self, raw: str) -> None:
        made = normalise(raw)
        self.text, self.page_starts = made.text, made.page_starts
        self._raw, self._is_same = raw, made.text == raw
        self._starts: list[int] = []  # of lines in the raw text
        self._lines: list[tuple[int, str]] = []  # where each begins in the letter's text, and what it says
        if not self._is_same:
            self._line_up()

    def _line_up(self) -> None:
        at, begun = 0, 0
        for match in _ENDS.finditer(self._raw):
            line = self._raw[at : match.start()]
            self._starts.append(at)
            self._lines.append((begun, line))
            begun += len(clean(line))
            if match.group() != "\f" or (begun and self.text[begun - 1 : begun] != "\n"):
                begun += 1
            at = match.end()
        self._starts.append(at)
        self._lines.append((begun, self._raw[at:]))

    def place(self, offset: int) -> int:
        """Return where an offset of the raw text lies in the letter's text."""
        if self._is_same:
            return min(offset, len(self.text))
        index = bisect.bisect_right(self._starts, offset) - 1
        begun, line = self._lines[index]
        within = line[: offset - self._starts[index]]
        return min(
            begun + len(within if within.isascii() and within.isprintable() else clean(within)),
            len(self.text),
        )


def counting_of(raw: str, named: Sequence[Named]) -> Counted:
    """Return how a program counts: in code points, unless selections' names prove another way.

    Some count the units of UTF-16, some a line end of two signs as one. Those that name a selection by its
    first words show it.
    """
    ways: list[Counted] = [lambda offset: offset]
    if not raw.isascii() and max(raw) > "\uffff":
        ways.append(_by_steps(raw, [index for index, sign in enumerate(raw) if sign > "\uffff"], -1))
    if "\r\n" in raw:
        ways.append(_by_steps(raw, [match.start() for match in re.finditer("\r\n", raw)], 1))
    if len(ways) == 1:
        return ways[0]
    return max(ways, key=lambda way: sum(_says(raw, way, each) for each in named))


def last_sign_counts(raw: str, way: Counted, named: Sequence[Named]) -> bool:
    """Tell whether selections end with their last sign instead of behind it, as their names prove."""
    behind = sum(_is_named(raw[way(each.start) : way(each.end)], each) for each in named)
    with_last = sum(_is_named(raw[way(each.start) : way(each.end) + 1], each) for each in named)
    return with_last > behind


def _is_named(text: str, named: Named) -> bool:
    return bool(named.name) and " ".join(text.split()) == " ".join(named.name.split())


def _by_steps(raw: str, places: list[int], step: int) -> Counted:
    """Return a way to count in which each of these places (code points) counts one more or less than here."""
    theirs = [place - step * index for index, place in enumerate(places)]

    def counted(offset: int) -> int:
        return offset + step * bisect.bisect_left(theirs, offset)

    return counted


def _says(raw: str, way: Counted, named: Named) -> bool:
    begun = _plain(named.name)[:_LONGEST_NAME]
    found = _plain(raw[way(named.start) : way(named.end)])
    return bool(begun) and found[: len(begun)] == begun[: len(found)] and bool(found)


def _plain(text: str) -> str:
    return "".join(_SIGNS.findall(text[:400])).casefold()


def span_in(places: Places, way: Counted, length: int, named: Named) -> Span | None:
    """Return where a selection lies in the letter's text; None where it is outside the text or holds nothing.

    `length` is that of the raw text.
    """
    start, end = way(named.start), way(named.end)
    if not 0 <= start < end <= length:
        return None
    span = Span(places.place(start), places.place(end))
    return span if span.start < span.end else None


def merged_text(pieces: Iterable[str]) -> str:
    """Return what several notes say, one under the other, each once."""
    return "\n\n".join(dict.fromkeys(piece.strip() for piece in pieces if piece.strip()))
