"""Where the words of a letter stand on its pages, and what on a page is furniture."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

FURNITURE_KINDS = ("head", "foot", "page_number", "margin")


class WordBox(NamedTuple):
    """A word of the OCR text and its box on the page.

    `start` and `end` are code points of the OCR text of the whole letter. The box is in points (1/72 inch)
    from the top left of the page as it is shown, its rotation applied.
    """

    start: int
    end: int
    left: float
    top: float
    right: float
    bottom: float


class Furniture(NamedTuple):
    """A stretch of the OCR text that belongs to the page and not to what the letter says.

    `start` and `end` are code points of the OCR text; `kind` is one of FURNITURE_KINDS.
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class PageLayout:
    """A page of a letter as its source has it: where its words stand, and what to tell the analyst of it.

    `number` counts from 1 as `Page.number` does; `source_page` from 0, in the source. `width` and `height`
    are points, of the page as it is shown. `words` are in the order of the OCR text; a page without text has
    none. `flags` are codes of what was noticed (`no_text`, `order_differs`, ...), for sentences that are made
    where they are shown.
    """

    number: int
    source_page: int
    width: float
    height: float
    words: tuple[WordBox, ...] = ()
    flags: tuple[str, ...] = ()


def word_at(words: Sequence[WordBox], x: float, y: float) -> WordBox | None:
    """Return the word whose box holds the point (in points), else None."""
    return next((w for w in words if w.left <= x <= w.right and w.top <= y <= w.bottom), None)
