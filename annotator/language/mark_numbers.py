"""The numbers of footnote marks that were read as other signs: the marks and the notes of a letter, aligned.

Marks rise by one through the text, and so do the notes below them; a mark's note has the same number. All
signs of a letter are numbered together: of all ways to count them those weigh most in which each number is
likely read as the sign that stands there (a hidden Markov chain, forward and backward). A number may be lost
or used twice, an annex may count anew, and a page that continues a letter may begin at any number.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

_MOST_STATES = 30  # that are kept after each sign
_MOST_JUMP = 4  # numbers that may be lost in a row
# Logarithms of how likely the steps of a count are.
_LOST = -3.4  # each number of which no sign is to be seen
_AGAIN = -5.0  # a note that is used twice
_ANEW = -5.0  # counted from 1 again
_UNMARKED = -1.5  # a note whose mark was not seen above it
_OWED = -0.7  # a mark whose note never comes, where the text has notes
_NOT_ONE = -7.0  # a letter that does not begin at 1
_NO_MARK = -3.0  # a sign that is no mark after all, at least
_STRAY = -3.5  # a sign that is no mark looks like this one
_FAR_BACK, _BACK = 12, 2  # how far back a note may be that is used twice, where its sign was misread
_HOPELESS = 14.0  # a state so much less likely than the best is dropped
_READ_WELL = -9.0  # a number that was read well and is another one
_NOTES_OF_A_PAGE = 2.2
_HEAD = 200  # signs in which a page says which it is
_PAGE = re.compile(r"(?i)\bpag(?:ina|\.)? ?(\d{1,3}) ?(?:van|/)")


class Read(NamedTuple):
    """A sign to number: what was read, whether it begins a note, how likely it is a mark, a known number."""

    read: str
    starts_note: bool
    likely: float
    known: int = 0


_State = tuple[int, int]  # the number of the last mark and of the last note
_Edge = tuple[_State, _State, int, float]  # from, to, the number given (0: no mark), its weight


def numbers_of(
    signs: Sequence[Read], read_as: Callable[[str, int], float], text: str
) -> list[list[tuple[int, float]]]:
    """Return for each sign the numbers it may have with their probabilities, the likeliest first.

    `read_as` gives the logarithm of how likely a number is read as some signs; `text` tells whether a letter
    begins here.
    """
    read_as = cache(read_as)
    states = {(first - 1, first - 1): weight for first, weight in _beginnings(text)}
    starts = dict(states)
    steps: list[list[_Edge]] = []
    for sign in signs:
        edges = [edge for state in states for edge in _edges(state, sign, read_as)]
        states, steps = _forward(states, edges), [*steps, edges]
    has_notes = any(sign.starts_note for sign in signs)
    ends = {state: _OWED * min(9, abs(state[0] - state[1])) if has_notes else 0.0 for state in states}
    return _posteriors(starts, steps, ends)


def _beginnings(text: str) -> list[tuple[int, float]]:
    """Return the numbers that the first mark may have, and what speaks for each."""
    page = _PAGE.search(text[:_HEAD]) or (
        _PAGE.search(text[-_HEAD:]) if "\f" not in text.strip("\f") else None
    )
    number = int(page[1]) if page else 1
    if number <= 1:
        lower = text.lstrip()[:1].islower()
        return [(n, 0.0 if n == 1 else (_NOT_ONE / 2 if lower else _NOT_ONE) - 0.1 * n) for n in range(1, 31)]
    expected = _NOTES_OF_A_PAGE * (min(number, 15) - 1)
    # As many notes came before as the pages before have: Poisson, and a bit wider.
    spread = [(n, (n - 1) * math.log(expected) - expected - math.lgamma(n)) for n in range(1, 61)]
    return [(n, math.log(math.exp(weight) + 0.004)) for n, weight in spread]


def _edges(state: _State, sign: Read, read_as: Callable[[str, int], float]) -> list[_Edge]:
    """Return the ways to number one sign behind others."""
    is_mark = math.log(max(sign.likely, 0.01))
    edges = []
    for to, number, weight in _ways(state, sign):
        told = _told(sign, number, read_as)
        edges.append((state, to, number, weight + is_mark + told))
    no_mark = _READ_WELL if sign.known else max(_NO_MARK, math.log(1.0001 - sign.likely)) + _STRAY
    edges.append((state, state, 0, no_mark))
    return edges


def _ways(state: _State, sign: Read) -> Iterator[tuple[_State, int, float]]:
    """Yield where counting may go on: the state after it, the number, what speaks for it."""
    mark, note = state
    last = note if sign.starts_note else mark
    for step in range(1, _MOST_JUMP + 1):
        number, weight = last + step, (step - 1) * _LOST
        if sign.starts_note:
            yield (mark, number), number, weight + _UNMARKED * max(0, min(4, number - mark))
        else:
            yield (number, note), number, weight
    if last:
        yield ((mark, 1) if sign.starts_note else (1, min(note, 0))), 1, _ANEW
    if not sign.starts_note:
        back = _FAR_BACK if sign.known else _BACK
        yield from ((state, number, _AGAIN) for number in range(max(1, mark - back), mark + 1))
    if sign.known > last + _MOST_JUMP:
        far = (mark, sign.known) if sign.starts_note else (sign.known, note)
        yield far, sign.known, _ANEW


def _told(sign: Read, number: int, read_as: Callable[[str, int], float]) -> float:
    if sign.known:
        return 0.0 if sign.known == number else _READ_WELL
    return read_as(sign.read, number)


def _forward(states: dict[_State, float], edges: Sequence[_Edge]) -> dict[_State, float]:
    reached = defaultdict[_State, float](lambda: -math.inf)
    for before, to, _, weight in edges:
        reached[to] = _sum(reached[to], states[before] + weight)
    least = max(reached.values(), default=0.0) - _HOPELESS
    kept = [item for item in reached.items() if item[1] >= least]
    return dict(sorted(kept, key=lambda item: -item[1])[:_MOST_STATES])


def _posteriors(
    starts: dict[_State, float], steps: Sequence[Sequence[_Edge]], ends: dict[_State, float]
) -> list[list[tuple[int, float]]]:
    """Return how likely each number is for each sign, all ways counted."""
    forward = [starts]
    for edges in steps:
        forward.append(_forward(forward[-1], edges))
    backward, found = ends, list[list[tuple[int, float]]]()
    for before, edges in zip(reversed(forward[:-1]), reversed(steps), strict=True):
        weights = defaultdict[int, float](lambda: -math.inf)
        earlier = defaultdict[_State, float](lambda: -math.inf)
        for state, to, number, weight in edges:
            if to in backward:
                on = weight + backward[to]
                earlier[state] = _sum(earlier[state], on)
                weights[number] = _sum(weights[number], before[state] + on)
        weights.pop(0, None)
        most = max(weights.values(), default=0.0)
        total = sum(math.exp(weight - most) for weight in weights.values())
        shares = [(number, math.exp(weight - most) / total) for number, weight in weights.items()]
        found.append(sorted(shares, key=lambda share: (-share[1], share[0])))
        backward = dict(earlier)
    return found[::-1]


def _sum(one: float, other: float) -> float:
    """Return the logarithm of the sum of two numbers given by theirs."""
    high, low = (one, other) if one > other else (other, one)
    return high if low < high - _HOPELESS else high + math.log1p(math.exp(low - high))
