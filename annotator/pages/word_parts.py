"""Which parts of pages show a word in its line, for a strip of a given size."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from annotator.core.page_layout import PageLayout
from annotator.pages.parts import Part, clipped, page_pixels
from annotator.pages.places import Box

_AIR = 0.22  # of the line's height, above and below it
_FLATTEST = 7.0  # points: a line of dots has some height too
_AROUND = 8.0  # points of paper beside a word that fills the strip
_MOST = 2  # parts of one word: a stretch over more lines shows its first and its last


class StripPart(NamedTuple):
    """What is drawn of a page, and where the word lies in it; pixels."""

    part: Part
    left: float
    top: float
    right: float
    bottom: float


def strip_parts(
    layouts: Sequence[PageLayout], words: Sequence[Box], lines: Sequence[Box], width: int, height: int
) -> list[StripPart]:
    """Return what to draw in a strip of this size: one part for each line that the word stands on.

    `words` are the word's boxes, one a line, `lines` the lines that they stand in. In front of a line break
    the end of the line is shown, behind it the beginning.
    """
    if len(words) > _MOST:
        words, lines = (words[0], words[-1]), (lines[0], lines[-1])
    each = width // max(1, len(words))
    return [
        _strip_part(layouts[word.page], word, line, each, height, index if len(words) > 1 else None)
        for index, (word, line) in enumerate(zip(words, lines, strict=True))
    ]


def _strip_part(
    layout: PageLayout, word: Box, line: Box, width: int, height: int, half: int | None
) -> StripPart:
    high = max(_FLATTEST, line.bottom - line.top)
    middle = (line.top + line.bottom) / 2
    scale = min(height / (high * (1 + 2 * _AIR)), width / max(1.0, word.right - word.left + 2 * _AROUND))
    wide, whole_high = page_pixels(layout.width, layout.height, scale)
    scale = wide / layout.width  # as far as the limits leave it
    room = width / scale
    left = (word.left + word.right - room) / 2
    left = max(line.left - _AROUND, min(left, line.right + _AROUND - room))
    if half is not None:
        left = word.left - _AROUND if half else word.right + _AROUND - room
    top = middle - height / scale / 2
    part = clipped(
        Part(
            layout.source_page,
            wide,
            whole_high,
            round(left * scale),
            round(top * scale),
            width,
            height,
            layout.turn,
        )
    )
    return StripPart(
        part,
        word.left * scale - part.left,
        word.top * scale - part.top,
        word.right * scale - part.left,
        word.bottom * scale - part.top,
    )
