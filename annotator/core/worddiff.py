"""Which words did a correction change, and which old word became which new one?

A correction is diffed by words (difflib's matching blocks over tokens), so that what was not changed
keeps its place
exactly; inside a changed stretch the old words are paired with the new ones by a small alignment
(Needleman-Wunsch over words, with one-to-many steps for glued and split words).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import accumulate

from annotator.core.history import Correction, Hunk
from annotator.core.signs import HYPHENS, SOFT_HYPHENS
from annotator.core.text import Token, is_word_character, pieces, tokens
from annotator.core.tokendiff import differences

_GAP = 0.7  # a word that vanishes or appears; two of them cost more than any pairing of two words
_SIGN_FOR_WORD = 1.6  # a word never becomes a sign
_JOIN = 0.65  # gluing or splitting costs nearly a gap: `België en` is not one word that was split
_ALIKE = 0.25
_MOST_PAIRED = 4_000  # old tokens times new tokens: beyond, a stretch is paired as a whole
_LONGEST_STEP = 4
_HYPHENS = f"-{HYPHENS}{SOFT_HYPHENS}"


@dataclass(frozen=True, slots=True)
class Pair:
    """Old words `[start, end)` that became the new words `[new_start, new_end)`; offsets into the hunk's
    two sides."""

    start: int
    end: int
    new_start: int
    new_end: int


def hunks_of(text: str, corrections: Iterable[Correction]) -> tuple[Hunk, ...]:
    """Return the stretches of changed words of corrections that are disjoint and ascend.

    Each hunk is made of whole tokens of `text`; hunks neither overlap nor touch.
    """
    hunks: list[Hunk] = []
    for start, end, after in _widened(text, corrections):
        for a, b, c, d in changed_stretches(text[start:end], after):
            hunks.append(Hunk(start + a, text[start + a : start + b], after[c:d]))
    return tuple(_apart(text, hunks))


def _widened(text: str, corrections: Iterable[Correction]) -> list[tuple[int, int, str]]:
    """Grow each correction to whole tokens; those that then overlap become one."""
    groups: list[tuple[int, int, list[Correction]]] = []
    for correction in _touching_joined(corrections):
        start, end = token_bounds(text, correction.start, correction.end, correction.after)
        members = [correction]
        while groups and start < groups[-1][1]:
            low, high, earlier = groups.pop()
            start, end, members = min(low, start), max(high, end), earlier + members
        groups.append((start, end, members))
    return [(start, end, _corrected(text, start, end, members)) for start, end, members in groups]


def _touching_joined(corrections: Iterable[Correction]) -> Iterable[Correction]:
    """Make one of corrections that touch: only together do they show which words they glue."""
    joined: list[Correction] = []
    for c in corrections:
        if joined and joined[-1].end == c.start:
            last = joined.pop()
            joined.append(Correction(last.start, c.end, last.before + c.before, last.after + c.after))
        else:
            joined.append(c)
    return joined


def _corrected(text: str, start: int, end: int, corrections: list[Correction]) -> str:
    pieces, at = [], start
    for correction in corrections:
        pieces += [text[at : correction.start], correction.after]
        at = correction.end
    return "".join((*pieces, text[at:end]))


def token_bounds(text: str, start: int, end: int, after: str) -> tuple[int, int]:
    """Return `[start, end)` grown so that it cuts no word of `text`, whatever `after` puts in its place.

    An insertion grows only over the words that it joins: `Belgié` + ` en` stays as it is, `Sloveni` + `ë`
    is one word.
    """
    low, high = start, end
    for edge in (start, end):  # nothing between the two can reach beyond them
        for token in tokens(text, _token_start(text, edge)):
            if token.start > edge:
                break
            if token.kind == "word" and _touched(token, start, end, after, text):
                low, high = min(low, token.start), max(high, token.end)
    return low, high


def _token_start(text: str, edge: int) -> int:
    """Return a place before the edge where a token surely starts, so that not all of a long line is read."""
    at = max(0, edge - 1)
    while at and not _surely_starts(text, at):
        at -= 1
    return at


def _surely_starts(text: str, at: int) -> bool:
    """Tell whether a token starts at the offset, whatever stands further on.

    So it does behind a sign, and behind a space between two words. A hyphen and the white space behind it may
    be part of a broken word (`verplich-⏎  tingen`).
    """
    before = text[at - 1]
    if before.isspace():
        words = at >= 2 and is_word_character(text[at - 2]) and is_word_character(text[at])
        return before != "\n" and words
    return not is_word_character(before) and before not in _HYPHENS


def _touched(token: Token, start: int, end: int, after: str, text: str) -> bool:
    if token.start < end and token.end > start:
        return True
    if token.start < start < token.end:  # an insertion inside the word
        return True
    if token.end == start:
        follows = after[:1] or text[end : end + 1]
        return bool(follows) and is_word_character(follows)
    if token.start == end:
        precedes = after[-1:] or text[start - 1 : start]
        return bool(precedes) and is_word_character(precedes)
    return False


def changed_stretches(before: str, after: str) -> list[tuple[int, int, int, int]]:
    """Return the changed stretches as (start, end, new start, new end), in characters."""
    if not before or not after:
        return [(0, len(before), 0, len(after))] if before != after else []
    old, new = pieces(before), pieces(after)
    old_at = list(accumulate(map(len, old), initial=0))
    new_at = list(accumulate(map(len, new), initial=0))
    return [(old_at[i1], old_at[i2], new_at[j1], new_at[j2]) for i1, i2, j1, j2 in differences(old, new)]


def _apart(text: str, hunks: list[Hunk]) -> list[Hunk]:
    """Join hunks that touch: two bounds at one place would be ambiguous."""
    joined: list[Hunk] = []
    for hunk in hunks:
        if joined and hunk.start <= joined[-1].end:
            last = joined.pop()
            joined.append(Hunk(last.start, last.before + hunk.before, last.after + hunk.after))
        else:
            joined.append(hunk)
    return joined


def pairs(before: str, after: str) -> tuple[Pair, ...]:
    """Pair the words and signs of a hunk's old side with those of its new side, in order.

    Words that vanished or appeared are in no pair. Spaces and breaks are never paired.
    """
    old = [t for t in tokens(before) if t.kind in ("word", "sign")]
    new = [t for t in tokens(after) if t.kind in ("word", "sign")]
    if not old or not new:
        return ()
    if len(old) * len(new) > _MOST_PAIRED:
        return (Pair(old[0].start, old[-1].end, new[0].start, new[-1].end),)
    return tuple(_aligned(old, new))


def _aligned(old: list[Token], new: list[Token]) -> list[Pair]:
    rows, columns = len(old) + 1, len(new) + 1
    cost = [[0.0] * columns for _ in range(rows)]
    step: list[list[tuple[int, int]]] = [[(0, 0)] * columns for _ in range(rows)]
    for i in range(rows):
        for j in range(columns):
            if i or j:
                cost[i][j], step[i][j] = min(
                    (cost[i - m][j - n] + _step_cost(old[i - m : i], new[j - n : j]), (m, n))
                    for m, n in _steps(i, j)
                )
    found = []
    i, j = len(old), len(new)
    while i or j:
        m, n = step[i][j]
        if m and n:
            found.append(Pair(old[i - m].start, old[i - 1].end, new[j - n].start, new[j - 1].end))
        i, j = i - m, j - n
    return found[::-1]


def _steps(i: int, j: int) -> list[tuple[int, int]]:
    """Return the steps that can end at (i, j): one to one first, so that it wins where costs are equal."""
    longest = _LONGEST_STEP + 1
    steps = (
        [(1, 1)]
        + [(m, 1) for m in range(2, longest)]
        + [(1, n) for n in range(2, longest)]
        + [(1, 0), (0, 1)]
    )
    return [(m, n) for m, n in steps if m <= i and n <= j]


def _step_cost(old: list[Token], new: list[Token]) -> float:
    if not old or not new:
        return _GAP
    if len(old) == len(new) == 1 and old[0].kind != new[0].kind:
        return _SIGN_FOR_WORD
    a, b = _bare("".join(t.text for t in old)), _bare("".join(t.text for t in new))
    distance = 1 - SequenceMatcher(None, a, b, autojunk=False).ratio()
    if len(old) == len(new) == 1:
        return distance
    if distance > _ALIKE or abs(len(a) - len(b)) > 1:  # glued or split only where the letters say so
        return _GAP * (len(old) + len(new)) + 1
    return distance + _JOIN


def _bare(word: str) -> str:
    """Return the base letters of a word: no accents, hyphens or spaces, no capitals."""
    letters = unicodedata.normalize("NFD", word).casefold()
    return "".join(c for c in letters if c.isalnum())
