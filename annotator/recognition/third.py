"""The lines of a page that were read doubtfully, read once more with another model."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from annotator.importers.layout.words import PageWord
from annotator.recognition.second import beside, with_other

Box = tuple[float, float, float, float]
ReadBox = Callable[[Box], Sequence[PageWord]]

_DOUBTFUL = 60.0  # of confidence
_AGREED = 85.0  # of confidence, where two models read the same
_MOST_LINES = 12  # of a page: one takes a twentieth of a second
_SAME_LINE = 0.3  # of the font's size
_ROOM = 3.0  # points around a line


def with_third(words: Sequence[PageWord], read: ReadBox) -> list[PageWord]:
    """Return the words of a page; of doubtful ones the reading that two of three have.

    Doubtful is what two readings read differently, or neither surely. `read` reads a box of the page, in
    points. What the third reading alone says is another reading.
    """
    made = list(words)
    for line in _doubtful_lines(words):
        third = list(read(_box([words[n] for n in line])))
        for n, found in zip(line, beside([words[n] for n in line], third), strict=True):
            if found is not None and _is_doubtful(words[n]):
                made[n] = _voted(words[n], found)
    return made


def _voted(word: PageWord, third: PageWord) -> PageWord:
    sure = max(word.confidence, _AGREED)
    if third.text in word.others:
        others = tuple(other for other in word.others if other != third.text)
        return with_other(word._replace(text=third.text, others=others, confidence=sure), word.text)
    if third.text == word.text:
        return word._replace(confidence=sure) if word.others else word
    return with_other(word, third.text)


def _is_doubtful(word: PageWord) -> bool:
    return bool(word.others) or word.confidence < _DOUBTFUL


def _doubtful_lines(words: Sequence[PageWord]) -> list[list[int]]:
    """Return the lines (indexes of words) with a doubtful word, the most doubtful first."""
    lines: list[list[int]] = []
    for n, word in enumerate(words):
        # Words of one line follow each other, to the right, on one baseline.
        last = words[n - 1] if n else word
        if not n or word.left < last.left or abs(word.bottom - last.bottom) > _SAME_LINE * word.size:
            lines.append([])
        lines[-1].append(n)
    doubtful = [line for line in lines if any(_is_doubtful(words[n]) for n in line)]
    return sorted(doubtful, key=lambda line: min(words[n].confidence for n in line))[:_MOST_LINES]


def _box(words: Sequence[PageWord]) -> Box:
    return (
        min(word.left for word in words) - _ROOM,
        min(word.top for word in words) - _ROOM,
        max(word.right for word in words) + _ROOM,
        max(word.bottom for word in words) + _ROOM,
    )
