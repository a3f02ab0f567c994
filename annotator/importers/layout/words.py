"""The words of a page as an engine reads them, in the order of the file, and the page's own frame."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from annotator.core.signs import LIGATURES
from annotator.core.text import clean

# Bullets and signs of the fonts Symbol and Wingdings, which word processors put in the private use area.
_SYMBOLS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf06f": "o",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf02d": "–",
    "\uf0e0": "→",
}
# Ligatures alone: NFKC would also turn a superscript footnote mark into a digit.
_TO_EXPAND = str.maketrans(LIGATURES | _SYMBOLS)
_BLANK = re.compile(r"\s")


class PageWord(NamedTuple):
    """A word and its box in points from the top left of the page as it is shown.

    `size` is that of the font in points; `turn` how far the word is turned from upright, in degrees
    counter-clockwise as shown (0, 90, 180 or 270). `bold` and `italic` are False where nobody said.
    `confidence` is that of who read the word, 0 to 100, -1 where there is none; `others` are what a second
    reading or the source's alternatives say, without the word itself.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    turn: int = 0
    bold: bool = False
    italic: bool = False
    confidence: float = -1.0
    others: tuple[str, ...] = ()


class StatedLine(NamedTuple):
    """A line as the file itself states it.

    Its words have an empty box where the file does not say where they stand: all of them, or none. `kind` is
    a kind of furniture, "" for what the letter says, None where the file does not tell. Lines of one
    paragraph have the same number as `block`. `level` is that of a heading, 0 none.
    """

    words: tuple[PageWord, ...]
    kind: str | None = None
    block: int = 0
    level: int = 0


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page as an engine reads it: its size as shown, its words in the file's order, and what was odd.

    Where a file states lines and their reading order there are `lines` instead of `words`. `unmapped` counts
    characters whose font does not say what they are, `overlaps` those drawn on others, `unsure` places where
    the engine could not tell whether a word ends. `unseen` are words that the file has and that are not to be
    seen on the page: they are no text.
    """

    width: float
    height: float
    words: tuple[PageWord, ...] = ()
    unmapped: int = 0
    overlaps: int = 0
    unsure: int = 0
    lines: tuple[StatedLine, ...] = ()
    unseen: tuple[PageWord, ...] = ()


def readable(text: str) -> str:
    """Return a word's text as the model keeps it: NFC, ligatures spelt out, without blanks and controls."""
    if max(text, default="") < "\u0300" and text.isprintable() and "\u00a0" not in text:
        return text  # almost all are: no combining marks, no ligatures
    return _BLANK.sub("", clean(text.translate(_TO_EXPAND)))


def upright(word: PageWord, width: float, height: float) -> PageWord:
    """Return the word as it lies when the page is turned so that its words run from left to right."""
    left, top, right, bottom = word.left, word.top, word.right, word.bottom
    if word.turn == 90:
        left, top, right, bottom = height - word.bottom, word.left, height - word.top, word.right
    elif word.turn == 180:
        left, top, right, bottom = width - right, height - bottom, width - left, height - top
    elif word.turn == 270:
        left, top, right, bottom = word.top, width - word.right, word.bottom, width - word.left
    return word._replace(left=left, top=top, right=right, bottom=bottom)
