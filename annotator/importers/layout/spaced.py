"""Words that are set with room between their letters (`B e s l u i t`), made words again.

Between two letters of such a run the room is always the same, and between two words there is more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from annotator.importers.layout.words import PageWord

_LEAST = 4  # letters
_LEAST_OTHERS = 3  # of them other ones: no row of ticks
_WIDEST = 2.5  # of the font's size: a gap inside a run is no wider, between two words
_WIDEST_USUAL = 1.0  # the same, between two letters
_UNEVEN = 1.5  # times the usual gap: from so far on another word begins
_SAME_LINE = 0.2  # of the font's size


def without_spacing(words: Sequence[PageWord]) -> Sequence[PageWord]:
    """Return the words; single letters in a row at even distances are words together."""
    if not any(_is_sign(a) and _is_sign(b) for a, b in pairwise(words)):
        return words
    made: list[PageWord] = []
    for run in _runs(words):
        made += _words(run) if _is_spaced(run) else run
    return made


def _is_sign(word: PageWord) -> bool:
    return len(word.text) == 1


def _runs(words: Sequence[PageWord]) -> Iterator[list[PageWord]]:
    """Yield the words as stretches: single signs that follow each other in a line, or one other word."""
    run: list[PageWord] = []
    for word in words:
        if run and not (_is_sign(word) and _is_sign(run[-1]) and _follows(run[-1], word)):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _follows(before: PageWord, word: PageWord) -> bool:
    size = before.size
    return (
        before.turn == word.turn == 0
        and abs(before.size - word.size) < 0.1 * size
        and abs(before.bottom - word.bottom) < _SAME_LINE * size
        and -0.1 * size < word.left - before.right < _WIDEST * size
    )


def _is_spaced(run: Sequence[PageWord]) -> bool:
    letters = [word.text for word in run if word.text.isalpha()]
    if len(letters) < max(_LEAST, 0.6 * len(run)) or len({*map(str.casefold, letters)}) < _LEAST_OTHERS:
        return False
    if all(ord(b) - ord(a) == 1 for a, b in pairwise(letters)):
        return False  # `a b c d`: what stands in a table or counts something
    gaps = _gaps(run)
    usual = _usual(gaps)
    even = sum(abs(gap - usual) < 0.25 * usual for gap in gaps)
    return 0 < usual <= _WIDEST_USUAL * run[0].size and even >= 0.6 * len(gaps)


def _gaps(run: Sequence[PageWord]) -> list[float]:
    return [max(0.0, b.left - a.right) for a, b in pairwise(run)]


def _usual(gaps: Sequence[float]) -> float:
    return sorted(gaps)[(len(gaps) - 1) // 2]


def _words(run: Sequence[PageWord]) -> Iterator[PageWord]:
    gaps = _gaps(run)
    usual = _usual(gaps)
    word = run[0]
    for gap, sign in zip(gaps, run[1:], strict=True):
        if gap > _UNEVEN * usual:
            yield word
            word = sign
        else:
            word = word._replace(
                text=word.text + sign.text,
                top=min(word.top, sign.top),
                right=sign.right,
                bottom=max(word.bottom, sign.bottom),
            )
    yield word
