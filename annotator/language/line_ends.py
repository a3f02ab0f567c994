"""Words broken at a line end: are they one word, a word with a hyphen, or two halves that stay apart?"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from annotator.language.lexicon import Lexicon
from annotator.language.listed import listed

_LETTER = r"[^\W\d_]"
# Bounded: on a page of dots and letters an unbounded one would take for ever.
_HALF = r"[^\W_]{1,60}(?:[-'’./][^\W_]{1,40}){0,6}"
_BROKEN = re.compile(rf"(?<![^\W_])({_HALF})(?<={_LETTER})([-\u00ad\u2010¬])[ \t\u00a0]*(\n\s*)({_HALF})")
_MOST_LINE_BREAKS = 4
# `in-⏎en uitvoer`: the hyphen stands for the rest of the word.
_STAND_APART = listed("en of als tot dan noch maar respectievelijk t/m c.q alsook")
# Words that keep their hyphen before another word.
_KEEP_HYPHEN = listed(
    """oud ex niet vice adjunct aspirant kandidaat interim quasi non west
    noord zuid oost secretaris minister luitenant kolonel generaal directeur wetenschappelijk sociaal
    politiek christen juridisch financieel technisch midden centraal"""
)

_CLASHES = listed("aa ae ai ao au ee ei eu ea eo oo ou oe ie ii ij uu ui")


@dataclass(frozen=True, slots=True)
class BrokenWord:
    """A word broken at a line end: its place, its halves, and its readings as one word, best first."""

    start: int
    end: int
    left: str
    right: str
    readings: tuple[tuple[str, float], ...]  # the word, how likely

    @property
    def keeps_hyphen(self) -> bool:
        """Tell whether the best reading has its hyphen where the line ended."""
        return self.readings[0][0] == f"{self.left}-{self.right}"


def broken_words(
    text: str, lexicon: Lexicon, elsewhere: Mapping[str, int] | None = None
) -> Iterator[BrokenWord]:
    """Yield the words that a line end breaks, without those that stay apart (`in-⏎en uitvoer`).

    `elsewhere` counts the letter's own words in lower case: what it writes whole elsewhere decides.
    """
    counts = Counter() if elsewhere is None else elsewhere
    for match in _BROKEN.finditer(text):
        left, sign, gap, right = match.groups()
        if _is_broken(left, gap, right):
            readings = readings_of(left, right, lexicon, counts, soft=sign != "-")
            yield BrokenWord(match.start(), match.end(), left, right, readings)


def _is_broken(left: str, gap: str, right: str) -> bool:
    breaks = gap.count("\n")
    if (
        right.lower() in _STAND_APART
        or breaks > _MOST_LINE_BREAKS
        or (right.isdigit() and not left.isupper())
    ):
        return False
    return breaks == 1 or right[0].islower()


def readings_of(
    left: str, right: str, lexicon: Lexicon, elsewhere: Mapping[str, int], soft: bool = False
) -> tuple[tuple[str, float], ...]:
    """Return the two ways to join the halves with how likely each is, the likelier first."""
    joined, hyphenated = left + right, f"{left}-{right}"
    odds = _evidence(joined, lexicon, elsewhere) - _evidence(hyphenated, lexicon, elsewhere)
    odds += 8.0 if soft else _build(left, right, lexicon)
    share = 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))
    both = ((joined, share), (hyphenated, 1 - share))
    return both if share >= 0.5 else (both[1], both[0])


def _evidence(word: str, lexicon: Lexicon, elsewhere: Mapping[str, int]) -> float:
    """Return how much speaks for a form: the letter's own use, then the table, then the dictionary."""
    own = 4.0 if elsewhere.get(word.lower()) else 0.0
    count = lexicon.count(word)
    used = 2.0 + min(3.0, count**0.5 / 5) if count else 0.0
    if "-" in word:  # a word with a hyphen is known by its parts: that says little
        return own + used + (0.5 if lexicon.knows(word) else 0.0)
    return own + used + (1.5 if lexicon.knows(word) else 0.0)


def _build(left: str, right: str, lexicon: Lexicon) -> float:
    """Return what the halves say: positive for one word, negative for a hyphen."""
    last = left.rsplit("-", 1)[-1]
    if right[0].isdigit() or _is_capitals(last) or (right[0].isupper() and not left.isupper()):
        return -8.0
    if right.isupper() and left.isupper():
        return 2.0
    if last.lower() in _KEEP_HYPHEN and lexicon.knows(right):
        return -2.5
    if last[:1].isupper() and lexicon.usual_form(last) == last and lexicon.knows(right):
        return -1.0
    clash = last[-1:].lower() + right[:1].lower() in _CLASHES
    if clash and lexicon.knows(last) and lexicon.knows(right) and min(len(last), len(right)) > 3:
        return -1.5
    return 1.5


def _is_capitals(part: str) -> bool:
    return len(part) > 1 and part.isupper()
