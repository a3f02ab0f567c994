"""Which words of a text stand where in another reading of the same paper?

Words and signs are aligned first, white space afterwards: spaces and breaks match everywhere and would pull
words that differ past each other. What differs between two words that are the same is paired by how alike
the words look.
"""

from __future__ import annotations

import bisect
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from annotator.core.history import Hunk
from annotator.core.longest_common import same_ends, word_differences
from annotator.core.text import Span, pieces, words_and_signs
from annotator.core.tokendiff import Difference

_GAP = 0.7  # a word that only one side has; two of them cost more than any pairing of two words
_SIGN_FOR_WORD = 1.6  # a word never becomes a sign
_JOIN = 0.35
_ALIKE = 0.75  # two words are glued or split only where their letters say so
_MOST_PAIRED = 40_000  # words times words: beyond, a stretch is taken as a whole
_LONG = 4  # letters
_CERTAIN = 2  # words between a difference and a stretch that is surely the same
_STEPS = ((1, 1), (2, 1), (1, 2), (1, 0), (0, 1))


class Edit(NamedTuple):
    """What differs: `text[start:end]` reads `new[new_start:new_end]` there.

    `reach` is the stretch of the text between the aligned words around it: the white space and the words
    that only one side has.
    """

    start: int
    end: int
    new_start: int
    new_end: int
    reach: Span


class _Words(NamedTuple):
    """The words and signs of a text, and where they stand."""

    said: list[str]
    starts: list[int]
    ends: list[int]
    others: Sequence[str] = ()  # what each was before, or ""


class _Match(NamedTuple):
    """A stretch of the text and the one of the other that it is held against."""

    start: int
    end: int
    new_start: int
    new_end: int


# Of a stretch of the text, and whether the other one has more words there.
Wanted = Callable[[Span, bool], bool]


class SameWords:
    """The words that surely are the same in two readings: neither beside a difference, nor where the words
    that one of them lacks may stand instead (of `de de`, read `de`, either may be missing)."""

    def __init__(self, text: str, new: str) -> None:
        self._text, self._new = text, new
        self._old_words, self._new_words = _words(text), _words(new)
        self._firsts: list[int] = []
        self._runs: list[tuple[int, int, int]] = []  # first and last word, and how far they moved
        self._found = found = word_differences(self._old_words.said, self._new_words.said)
        count = len(self._old_words.said)
        opening: Difference | None = None
        first = moved = 0
        for difference in (*found, None):
            last = difference[0] if difference else count
            low = first + self._slides(opening, 1) + _CERTAIN if opening else 0
            high = last - self._slides(difference, -1) - _CERTAIN if difference else count
            if low < high:
                self._firsts.append(low)
                self._runs.append((low, high, moved))
            if difference:
                opening, first, moved = difference, difference[1], difference[3] - difference[1]

    def _slides(self, difference: Difference, way: int) -> int:
        """Return over how many words a stretch that only one reading has may be moved, on or back."""
        i1, i2, j1, j2 = difference
        if i1 < i2 and j1 < j2:
            return 0
        said, start, end = (self._new_words.said, j1, j2) if i1 == i2 else (self._old_words.said, i1, i2)
        one, other = (start, end) if way > 0 else (end - 1, start - 1)
        count = 0
        while min(one, other) >= 0 and max(one, other) < len(said) and said[one] == said[other]:
            one, other, count = one + way, other + way, count + 1
        return count

    def hunks(self) -> tuple[Hunk, ...]:
        """Return what makes the one text the other: words that differ with the white space around them."""
        old, new = self._old_words, self._new_words
        hunks = []
        i = j = 0
        stretches = list(self._found)
        if not (stretches and (stretches[-1][1], stretches[-1][3]) == (len(old.said), len(new.said))):
            stretches.append((len(old.said), len(old.said), len(new.said), len(new.said)))
        for i1, i2, j1, j2 in stretches:
            gaps = [(i + k, i + k, j + k, j + k) for k in range(0 if i == j == 0 else 1, i1 - i)]
            for a, b, c, d in (*gaps, (i1, i2, j1, j2)):
                start, low = old.ends[a - 1] if a else 0, new.ends[c - 1] if c else 0
                stop = old.starts[b] if b < len(old.said) else len(self._text)
                high = new.starts[d] if d < len(new.said) else len(self._new)
                if self._text[start:stop] != self._new[low:high]:
                    hunks.append(Hunk(start, self._text[start:stop], self._new[low:high]))
            i, j = i2, j2
        return tuple(hunks)

    def moved(self, place: Span) -> Span | None:
        """Return where a stretch of the text stands in the other; None where that is not sure."""
        if self._text == self._new:
            return place
        words = self._old_words
        low = bisect.bisect_right(words.ends, place.start)
        high = bisect.bisect_left(words.starts, place.end)
        run = bisect.bisect_right(self._firsts, low) - 1
        if run < 0 or not words.said:
            return None
        first, last, by = self._runs[run]
        if not first <= low <= high <= last or first == last:
            return None
        # White space counts, too, up to the words around.
        start = words.ends[low - 1] if low else 0
        end = words.starts[high] if high < len(words.said) else len(self._text)
        at = low if low < last else low - 1
        shift = self._new_words.starts[at + by] - words.starts[at]
        is_same = self._text[start:end] == self._new[start + shift : end + shift]
        return Span(place.start + shift, place.end + shift) if is_same and start + shift >= 0 else None


def edits(
    text: str, new: str, wanted: Wanted, other_at: Callable[[int], str] = lambda offset: ""
) -> Iterator[Edit]:
    """Yield what differs, in order and disjoint.

    Of `de de`, read `de`, either word may be the one that is missing: the one that is `wanted`, where there
    is such a one. `other_at` tells what the word at an offset was before, or "": it stands for a word that is
    either of the two.
    """
    old_words, new_words = _words(text), _words(new)
    old_words = old_words._replace(others=[other_at(start) for start in old_words.starts])
    last = _Match(0, 0, 0, 0)
    for match in (*_matches(old_words, new_words, text, new, wanted), _end(text, new)):
        yield from _between(text, new, last, match)
        if text[match.start : match.end] != new[match.new_start : match.new_end]:
            yield Edit(*match, Span(match.start, match.end))
        last = match


def shared(text: str, new: str) -> float:
    """Return which part (0 to 1) of their longer words two texts have in common, in the same order.

    Two letters of one sender share many words, and few of them in order.
    """
    old_words, new_words = ([w for w in _words(t).said if len(w) >= _LONG] for t in (text, new))
    most = max(len(old_words), len(new_words))
    missing = sum(b - a for a, b, _, _ in word_differences(old_words, new_words))
    return (len(old_words) - missing) / most if most else 1.0


def _words(text: str) -> _Words:
    return _Words(*words_and_signs(text))


def _end(text: str, new: str) -> _Match:
    return _Match(len(text), len(text), len(new), len(new))


def _matches(old: _Words, new: _Words, text: str, other: str, wanted: Wanted) -> Iterator[_Match]:
    """Yield the words that stand for each other, in order; words that only one side has are left out."""
    found = word_differences(old.said, new.said, old.others)
    i = j = 0
    for index, difference in enumerate(found):
        limit = found[index + 1][0] if index + 1 < len(found) else len(old.said)
        by = _slide(old, new, difference, (i, limit), wanted)
        i1, i2, j1, j2 = (at + by for at in difference)
        yield from _same(old, new, (i, i1, j, j1), text, other)
        for a, b, c, d in _paired(old.said[i1:i2], new.said[j1:j2], old.others[i1:i2]):
            yield _match(old, new, i1 + a, i1 + b, j1 + c, j1 + d)
        i, j = i2, j2
    yield from _same(old, new, (i, len(old.said), j, len(new.said)), text, other)


def _match(old: _Words, new: _Words, i1: int, i2: int, j1: int, j2: int) -> _Match:
    return _Match(old.starts[i1], old.ends[i2 - 1], new.starts[j1], new.ends[j2 - 1])


def _same(
    old: _Words, new: _Words, run: tuple[int, int, int, int], text: str, other: str
) -> Iterator[_Match]:
    """Yield a run of words that are the same: as one where the white space in it is the same, too."""
    i1, i2, j1, j2 = run
    if i1 == i2:
        return
    whole = _match(old, new, i1, i2, j1, j2)
    if text[whole.start : whole.end] == other[whole.new_start : whole.new_end]:
        yield whole
        return
    for i, j in zip(range(i1, i2), range(j1, j2), strict=True):
        yield _match(old, new, i, i + 1, j, j + 1)


def _slide(
    old: _Words,
    new: _Words,
    difference: tuple[int, int, int, int],
    limits: tuple[int, int],
    wanted: Wanted,
) -> int:
    """Return by how many words to move a stretch that only one side has, so that it lies where it is wanted.

    It can be moved over a word that is the same as the one at its other end.
    """
    i1, i2, j1, j2 = difference
    if i1 < i2 and j1 < j2:
        return 0
    said, start, end = (new.said, j1, j2) if i1 == i2 else (old.said, i1, i2)

    def place(by: int) -> Span:
        low = old.ends[i1 + by - 1] if i1 + by else 0
        high = old.starts[i2 + by] if i2 + by < len(old.starts) else old.ends[-1] if old.ends else 0
        return Span(low, max(low, high))

    more = i1 == i2
    if wanted(place(0), more):
        return 0
    by = 0
    while i1 + by > limits[0] and said[start + by - 1] == said[end + by - 1]:
        by -= 1
        if wanted(place(by), more):
            return by
    by = 0
    while i2 + by < limits[1] and said[start + by] == said[end + by]:
        by += 1
        if wanted(place(by), more):
            return by
    return 0


def _between(text: str, new: str, before: _Match, behind: _Match) -> Iterator[Edit]:
    """Yield what differs between two matches: white space, and words that only one side has."""
    reach = Span(before.end, behind.start)
    a, b, c, d = before.end, behind.start, before.new_end, behind.new_start
    if text[a:b] == new[c:d]:
        return
    old_pieces, new_pieces = pieces(text[a:b]), pieces(new[c:d])
    front, back = same_ends(old_pieces, new_pieces)
    skipped = sum(map(len, old_pieces[:front]))
    left = sum(map(len, old_pieces[len(old_pieces) - back :]))
    yield Edit(a + skipped, b - left, c + skipped, d - left, reach)


def _paired(old: Sequence[str], new: Sequence[str], others: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Pair words of two stretches of which none is the same at its place (Needleman and Wunsch)."""
    if not old or not new:
        return []
    if len(old) == len(new) == 1:
        return [(0, 1, 0, 1)] if bool(bare(old[0])) == bool(bare(new[0])) else []
    if len(old) * len(new) > _MOST_PAIRED:
        return [(0, len(old), 0, len(new))]
    step = _steps(old, new, others)
    found = []
    i, j = len(old), len(new)
    while i or j:
        m, n = step[i][j]
        if m and n:
            found.append((i - m, i, j - n, j))
        i, j = i - m, j - n
    return found[::-1]


def _steps(old: Sequence[str], new: Sequence[str], others: Sequence[str]) -> list[list[tuple[int, int]]]:
    """Return the step that the cheapest pairing up to each place ends with."""
    cost = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    step = [[(0, 0)] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) + 1):
        for j in range(len(new) + 1):
            if i or j:
                cost[i][j], step[i][j] = min(
                    (
                        (
                            cost[i - m][j - n]
                            + _step_cost(old[i - m : i], new[j - n : j], others[i - 1 : i]),
                            (m, n),
                        )
                        for m, n in _STEPS
                        if m <= i and n <= j
                    ),
                    key=lambda found: found[0],
                )
    return step


def _step_cost(old: Sequence[str], new: Sequence[str], others: Sequence[str]) -> float:
    if not old or not new:
        return _GAP
    if len(old) == len(new) == 1:
        if old[0] == new[0]:
            return 0.0
        first, second = bare(old[0]), bare(new[0])
        if bool(first) != bool(second):
            return _SIGN_FOR_WORD
        before = bare(others[0]) if others else ""
        return 1 - max(_likeness(first, second), _likeness(before, second) if before else 0.0)
    likeness = _likeness("".join(map(bare, old)), "".join(map(bare, new)))
    return 1 - likeness + _JOIN if likeness >= _ALIKE else _GAP * (len(old) + len(new)) + 1


@lru_cache(maxsize=20_000)
def bare(word: str) -> str:
    """Return the letters and digits of a word: no accents, hyphens or spaces, no capitals."""
    return "".join(c for c in unicodedata.normalize("NFD", word).casefold() if c.isalnum())


def _likeness(first: str, second: str) -> float:
    """Return how alike two words look, 0 to 1, by their pairs of letters."""
    if first == second:
        return 1.0
    one, two = _letter_pairs(first), _letter_pairs(second)
    return 2 * len(one & two) / (len(one) + len(two)) if one or two else 0.0


@lru_cache(maxsize=20_000)
def _letter_pairs(word: str) -> frozenset[str]:
    edged = f"^{word}$"
    return frozenset(edged[i : i + 2] for i in range(len(edged) - 1)) | frozenset(word)
