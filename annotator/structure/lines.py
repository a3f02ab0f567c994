"""The lines of a letter as the engine looks at them: where they stand and what they look like."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

_WORD = re.compile(r"[^\W\d_]+")
_LIST_MARK = re.compile(
    r"(?:[-–—•●▪■·»«*○◦>+]|o(?= )|[a-zA-Z]\s?[.)](?= |$)|\(?[0-9ivx]{1,3}\)(?= |$)|\(?[a-z]\)(?= |$))\s*"
)
_STOPS = ".!?…"
_CLOSERS = "\"'”’»)]“¹²³⁴⁵®"


@dataclass(frozen=True)
class Line:
    """A line with ink: `start` and `end` are its first and last sign, `text` what stands between them.

    `gap` says whether blank lines stand before it on its page; `page` counts from 0.
    """

    index: int
    start: int
    end: int
    text: str
    page: int
    gap: bool
    first_on_page: bool = False
    last_on_page: bool = False

    @cached_property
    def key(self) -> str:
        """Return the letters and digits in small letters: what two readings of one line have in common."""
        return re.sub(r"[\W_]+", "", self.text).casefold()

    @cached_property
    def words(self) -> list[str]:
        """Return the words of letters."""
        return _WORD.findall(self.text)

    @cached_property
    def list_mark(self) -> str:
        """Return the mark of a list that the line begins with, or ""."""
        match = _LIST_MARK.match(self.text)
        return match.group() if match and match.end() < len(self.text) + 1 else ""

    @property
    def has_letters(self) -> bool:
        """Tell whether there is a word of two letters in it."""
        return any(len(word) > 1 for word in self.words)

    @property
    def starts_small(self) -> bool:
        """Tell whether it begins with a small letter (a list's mark aside)."""
        return self.text[:1].islower() and not self.list_mark

    @property
    def starts_large(self) -> bool:
        """Tell whether its first letter is a capital, behind quotes and brackets at most."""
        bare = self.text.lstrip("\"'“‘«([")
        # 's-Gravenhage, 't Hooft: the first letter is no capital but the word begins with one.
        bare = re.sub(r"^[’'`]?[st]\b[- ]?(?=[A-Z])", "", bare) if self.text[0] in "'’‘`" else bare
        return bare[:1].isupper()

    @property
    def ends_sentence(self) -> bool:
        """Tell whether the last sign, notes and quotes aside, is a stop."""
        bare = self.text.rstrip(_CLOSERS)
        return (bare[-1:] in _STOPS and bare != "") or self.text[-1:] in _STOPS


def lines_of(text: str, page_starts: Sequence[int]) -> list[Line]:
    """Return the lines with ink."""
    lines: list[Line] = []
    place, gap, last_page = 0, False, -1
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare:
            start = place + raw.index(bare[0])
            page = bisect.bisect_right(page_starts, start) - 1
            fresh = page != last_page
            lines.append(
                Line(len(lines), start, start + len(bare), bare, page, gap and not fresh, first_on_page=fresh)
            )
            last_page = page
            gap = False
        else:
            gap = True
        place += len(raw) + 1
    for index, line in enumerate(lines):
        if index + 1 == len(lines) or lines[index + 1].page != line.page:
            object.__setattr__(line, "last_on_page", True)
    return lines


def usual_width(lines: Sequence[Line]) -> int:
    """Return how long a full line of the letter's text is, in signs."""
    lengths = sorted(len(line.text) for line in lines if len(line.text) > 40)
    if not lengths:
        return 80
    return lengths[int(len(lengths) * 0.85)]


def near(one: str, other: str, most: int) -> bool:
    """Tell whether two short texts differ in at most `most` signs (Levenshtein)."""
    if abs(len(one) - len(other)) > most:
        return False
    if one == other:
        return True
    before = list(range(len(other) + 1))
    for row, left in enumerate(one, 1):
        here = [row]
        for column, right in enumerate(other, 1):
            here.append(min(before[column] + 1, here[-1] + 1, before[column - 1] + (left != right)))
        if min(here) > most:
            return False
        before = here
    return before[-1] <= most
