"""The pages of a letter with its corrected words, each at a place: none is lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from annotator.core.document import Letter
from annotator.core.page_layout import PageLayout
from annotator.exporters.placed_words import PlacedWord, by_page, completed, in_rows, placed_words


class DrawnWord(NamedTuple):
    """A word of the corrected text and its box in points from the top left of the page as it is shown.

    `start` and `end` are code points of the corrected text.
    """

    text: str
    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float


class PlacedPage(NamedTuple):
    """A page with its words in the order of the text."""

    layout: PageLayout
    words: tuple[DrawnWord, ...]


def placed_pages(letter: Letter, layouts: Sequence[PageLayout]) -> list[PlacedPage]:
    """Return the pages that have a layout with their words; a page without boxes has none.

    Words of a line that has no place at all share the box of the word before, or behind.
    """
    by_number = {layout.number: layout for layout in layouts}
    found = dict(by_page(letter, placed_words(letter, layouts)))
    return [
        PlacedPage(layout, tuple(_drawn(letter.text, found.get(number, ()), layout.width)))
        for number, layout in by_number.items()
    ]


def _drawn(text: str, words: Sequence[PlacedWord], width: float) -> list[DrawnWord]:
    known = [word for row in in_rows(text, words) for word in completed(row, width)]
    first = next((index for index, word in enumerate(known) if word.box is not None), None)
    made: list[DrawnWord] = []
    if first is None:
        return made
    group = known[: first + 1]
    for word in known[first + 1 :]:
        if word.box is not None:
            made += _sharing(text, group)
            group = []
        group.append(word)
    return made + _sharing(text, group)


def _sharing(text: str, words: Sequence[PlacedWord]) -> list[DrawnWord]:
    """Return words that have one box together, each with its part of it."""
    box = next(word.box for word in words if word.box is not None)
    if len(words) == 1:
        [word] = words
        return [DrawnWord(text[word.start : word.end], word.start, word.end, *box)]
    left, top, right, bottom = box
    scale = (right - left) / sum(word.end - word.start for word in words)
    made = []
    for word in words:
        behind = left + scale * (word.end - word.start)
        made.append(DrawnWord(text[word.start : word.end], word.start, word.end, left, top, behind, bottom))
        left = behind
    return made
