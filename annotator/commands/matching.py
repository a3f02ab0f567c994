"""Finding by a few letters: `dnl` and `volg brief` both find `Done, next letter` or its Dutch name.

Accents and case do not count. Every word that is typed must be found, in any order.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_AT_START, _AT_WORD, _INSIDE, _INITIALS, _SCATTERED = 100, 80, 50, 60, 20
_LONGEST_SCATTER = 3  # letters that a scattered word must at least have, and at most times its length apart


@dataclass(frozen=True, slots=True)
class Match:
    """How well a text was found (higher is better), and where: spans in code points, in order."""

    score: int
    spans: tuple[tuple[int, int], ...]


def folded(text: str) -> str:
    """Return the text without accents and case, character by character: its places stay."""
    return "".join(unicodedata.normalize("NFD", character)[0].lower()[0] for character in text)


def match(wanted: str, text: str) -> Match | None:
    """Return how a text matches what is wanted; None where a word of it is not in the text."""
    plain, score = folded(text), 0
    spans: list[tuple[int, int]] = []
    words = folded(wanted).split()
    for word in words:
        found = _word(word, plain)
        if found is None:
            return None
        score += found.score
        spans.extend(found.spans)
    # Of two that are found alike the shorter one is nearer to what was typed.
    return Match(score // max(1, len(words)) * 100 - len(text), _joined(spans))


def _word(word: str, plain: str) -> Match | None:
    at = plain.find(word)
    best = at
    while at >= 0:
        if at == 0:
            return Match(_AT_START, ((0, len(word)),))
        if not plain[at - 1].isalnum():
            return Match(_AT_WORD, ((at, at + len(word)),))
        at = plain.find(word, at + 1)
    initials = _initials(word, plain)
    if initials is not None:
        return Match(_INITIALS, initials)
    if best >= 0:
        return Match(_INSIDE, ((best, best + len(word)),))
    return _scattered(word, plain)


def _initials(word: str, plain: str) -> tuple[tuple[int, int], ...] | None:
    """Return the places of the first letters of words in a row, as `dnl` has those of `Done, next letter`."""
    if len(word) < 2:
        return None
    starts = [n for n, c in enumerate(plain) if c.isalnum() and (n == 0 or not plain[n - 1].isalnum())]
    letters = "".join(plain[n] for n in starts)
    at = letters.find(word)
    return None if at < 0 else tuple((n, n + 1) for n in starts[at : at + len(word)])


def _scattered(word: str, plain: str) -> Match | None:
    """Find the letters in order with gaps, the first at the start of a word: `zkvr` in `zoek verder`."""
    if len(word) < _LONGEST_SCATTER:
        return None
    for start, character in enumerate(plain):
        if character != word[0] or (start and plain[start - 1].isalnum()):
            continue
        places, at = [start], start
        for letter in word[1:]:
            at = plain.find(letter, at + 1)
            if at < 0:
                break
            places.append(at)
        if len(places) == len(word) and places[-1] - start < _LONGEST_SCATTER * len(word):
            return Match(_SCATTERED, tuple((n, n + 1) for n in places))
    return None


def _joined(spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
