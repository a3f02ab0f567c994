"""The text as it is read: without furniture, notes apart, broken words whole; with a way back to the letter."""

from __future__ import annotations

import bisect
from collections.abc import Iterable
from dataclasses import dataclass

from annotator.structure.lines import Line


@dataclass(frozen=True, slots=True)
class Flow:
    """A text in which lines are joined by spaces, and where its pieces stand in the letter.

    `starts` are where pieces begin in `text`, `places` where the same signs stand in the letter. `breaks` are
    the offsets in `text` at which a blank line stood in the letter.
    """

    text: str
    starts: tuple[int, ...]
    places: tuple[int, ...]
    breaks: frozenset[int]

    def place(self, offset: int) -> int:
        """Return where the sign at `offset` of the flow stands in the letter."""
        piece = max(0, bisect.bisect_right(self.starts, offset) - 1)
        return self.places[piece] + offset - self.starts[piece]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the letter of a span of the flow that is not empty."""
        return self.place(start), self.place(end - 1) + 1


def flow_of(lines: Iterable[Line], cuts: dict[int, int] | None = None) -> Flow:
    """Return the flow of some lines; `cuts` say where a line ends if the margin runs into it."""
    pieces: list[str] = []
    starts: list[int] = []
    places: list[int] = []
    breaks: set[int] = set()
    length = 0
    broken = False
    for line in lines:
        text = line.text
        if cuts and line.index in cuts:
            text = text[: cuts[line.index]]
        if not text:
            continue
        if pieces and not broken:
            pieces.append(" ")
            length += 1
        if line.gap:
            breaks.add(length)
        if broken and text[0].islower():
            # `toezen-` + `den`: the word whole, its hyphen left out.
            pieces[-1] = pieces[-1][:-1]
            length -= 1
        elif broken:
            pass  # `euro-` + `NAVO`: the hyphen is the word's
        starts.append(length)
        places.append(line.start)
        pieces.append(text)
        length += len(text)
        broken = len(text) > 2 and text[-1] in "-\u00ad" and text[-2].isalpha()
    return Flow("".join(pieces), tuple(starts), tuple(places), frozenset(breaks))
