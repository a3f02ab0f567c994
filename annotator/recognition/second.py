"""Two readings of a page as one: of each word the surer reading, and what the other one says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from annotator.importers.layout.words import PageWord

_WIDE = 0.4  # of the narrower word: so far two boxes of one word share their width
_HIGH = 0.4  # of the lower word
_ROW = 20.0  # points
_SURER = 2.0  # by so much a second reading must be surer to be taken
_MOST_OTHERS = 3


def both(first: Sequence[PageWord], second: Sequence[PageWord]) -> list[PageWord]:
    """Return the words of the first reading, each with what the second one says at its place.

    Where the second reading is surer of a word it is taken, and the first is the other one. A word that the
    second reading parts in two is `another reading` of one; two that it joins are left as they are.
    """
    return [
        _one(word, found) if found else word
        for word, found in zip(first, _at_their_places(first, second), strict=True)
    ]


def beside(first: Sequence[PageWord], second: Sequence[PageWord]) -> list[PageWord | None]:
    """Return for each word of a reading the one word of another that stands at its place, if there is one."""
    return [found[0] if len(found) == 1 else None for found in _at_their_places(first, second)]


def _at_their_places(first: Sequence[PageWord], second: Sequence[PageWord]) -> list[list[PageWord]]:
    """Return for each word those of the other reading at its place; none that stand at another one's, too."""
    rows = _rows(second)
    places = [[n for n in _near(word, rows) if _is_same_place(word, second[n])] for word in first]
    claimed = Counter(n for found in places for n in found)
    return [
        sorted((second[n] for n in found), key=lambda word: word.left)
        if all(claimed[n] == 1 for n in found)
        else []
        for found in places
    ]


def with_other(word: PageWord, text: str) -> PageWord:
    """Return the word with one more reading, unless it is known."""
    if not text or text == word.text or text in word.others or len(word.others) >= _MOST_OTHERS:
        return word
    return word._replace(others=(*word.others, text))


def _one(word: PageWord, found: Sequence[PageWord]) -> PageWord:
    text = " ".join(other.text for other in found)
    if text == word.text:
        return word._replace(confidence=max(word.confidence, found[0].confidence))
    if len(found) == 1 and found[0].confidence > word.confidence + _SURER:
        taken = word._replace(text=text, confidence=found[0].confidence)
        return with_other(taken, word.text)
    return with_other(word, text)


def _rows(words: Sequence[PageWord]) -> dict[int, list[int]]:
    rows: dict[int, list[int]] = defaultdict(list)
    for n, word in enumerate(words):
        rows[_row(word)].append(n)
    return rows


def _row(word: PageWord) -> int:
    return int((word.top + word.bottom) / 2 / _ROW)


def _near(word: PageWord, rows: dict[int, list[int]]) -> Iterable[int]:
    row = _row(word)
    return (n for near in (row - 1, row, row + 1) for n in rows.get(near, ()))


def _is_same_place(one: PageWord, other: PageWord) -> bool:
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.bottom, other.bottom) - max(one.top, other.top)
    return wide > _WIDE * min(one.right - one.left, other.right - other.left) and high > _HIGH * min(
        one.bottom - one.top, other.bottom - other.top
    )
