"""What is read of a Word or Writer file: paragraphs in order, notes, furniture, and what was left out."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.core.messages import Message
from annotator.core.user_errors import UserError
from annotator.importers.office.labels import raised
from annotator.importers.office.limits import Report
from annotator.importers.pdf.sentences import TOO_MUCH_TEXT, TOO_SLOW

MOST_CHARACTERS = 20_000_000
MOST_COMMENTS = 200
MOST_SECONDS = 60.0
_BEAT = 1.0  # seconds
_LONGEST_WORDS, _LONGEST_COMMENT = 60, 2_000
_SOFT_HYPHEN, _HARD_HYPHEN = "\u00ad", "\u2011"
PAGE_BREAK = "\f"  # in a piece: what follows begins on a new page


class Piece(NamedTuple):
    """A stretch of text that is set in one way; `size` in points, 0 where it is not known."""

    text: str
    size: float = 0.0
    bold: bool = False
    italic: bool = False


@dataclass(slots=True)
class Paragraph:
    """A paragraph, or a row of a table; lengths in points.

    `left` is where it begins from the left edge of the paper, `level` that of a heading (0 for none),
    `before` and `after` the room around it, `alike` what paragraphs share that have no room between them.
    `kind` is that of furniture, "" for text.
    """

    pieces: list[Piece]
    left: float = 0.0
    level: int = 0
    before: float = 0.0
    after: float = 0.0
    alike: str = ""
    is_item: bool = False
    is_row: bool = False
    new_page: bool = False
    kind: str = ""

    @property
    def text(self) -> str:
        """The text of all pieces."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(slots=True)
class Content:
    """The paragraphs of the text, of its heads and feet, its notes and comments, and what was counted.

    `notes` are their marks ("" where the note says its own) and paragraphs; `comments` the words that they
    were made at, and what they say; `damaged` the names of parts that cannot be read.
    """

    shown: str
    body: list[Paragraph] = field(default_factory=list)
    heads: list[Paragraph] = field(default_factory=list)
    feet: list[Paragraph] = field(default_factory=list)
    notes: list[tuple[str, list[Paragraph]]] = field(default_factory=list)
    comments: list[tuple[str, str]] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    damaged: list[str] = field(default_factory=list)
    report: Report = lambda done, total: None
    _signs: int = 0
    _begun: float = field(default_factory=time.monotonic)
    _told: float = 0.0

    def beat(self) -> None:
        """Tell from time to time that reading goes on. Raises `UserError` where it takes too long."""
        now = time.monotonic()
        if now - self._told < _BEAT:
            return
        self._told = now
        if now - self._begun > MOST_SECONDS:
            raise UserError(Message("Import", TOO_SLOW, {"name": self.shown}))
        self.report(0, 1)

    def spend(self, text: str) -> str:
        """Count text that was read, and return it. Raises `UserError` where it is more than a letter has."""
        self._signs += len(text) + 1
        if self._signs > MOST_CHARACTERS:
            params: dict[str, object] = {"name": self.shown, "limit": MOST_CHARACTERS // 1_000_000}
            raise UserError(Message("Import", TOO_MUCH_TEXT, params))
        return text

    def add_comment(self, words: str, comment: str) -> None:
        """Keep a comment with the words it was made at ("" where it was made at none)."""
        said = _cut(comment, _LONGEST_COMMENT)
        if not said:
            return
        if len(self.comments) < MOST_COMMENTS:
            self.comments.append((_cut(words, _LONGEST_WORDS), said))
        else:
            self.counts["comments"] += 1

    def add_furniture(self, paragraphs: list[Paragraph], kind: str) -> None:
        """Keep the paragraphs of a page's head or foot, each once."""
        into = self.heads if kind == "head" else self.feet
        known = {each.text.strip() for each in into}
        for each in paragraphs:
            text = each.text.strip()
            if text and text not in known:
                known.add(text)
                each.kind, each.new_page = kind, False
                into.append(each)


def mark_of_note(number: int) -> str:
    """Return the raised mark of a note."""
    return raised(str(number))


def is_blank(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph has no text."""
    return not any(piece.text.strip() for piece in paragraph.pieces)


def as_on_paper(text: str) -> str:
    """Return a text with its hyphens as they are seen: those that may break a word are not, inside a line."""
    return text.replace(_SOFT_HYPHEN, "").replace(_HARD_HYPHEN, "-")


def _cut(text: str, most: int) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= most else plain[: most - 1].rstrip() + "…"
