"""Digits that are set smaller and higher than the word they follow: marks of notes, and the 2 of m².

They come in as raised digits (¹²³), so that none melts into the number or word in front of it. Readers that
see single characters put them there; here it is done where a reader has them as words of their own, and at
the head of a note, where the word they are raised against follows.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.core.signs import RAISED_DIGITS
from annotator.importers.layout.words import PageWord

RAISED = dict(zip("0123456789", RAISED_DIGITS, strict=True))
_TO_RAISED = str.maketrans(RAISED)
_MARKS = frozenset(RAISED.values())
SMALLER = 0.87  # times the size of the word, at most
_HIGHER = 0.2  # of the word's size: the foot of a mark over that of the word
_TOP = 0.3  # of the word's size: the head of a mark stands no lower than this under that of the word
_NEAR = 0.15  # of the mark's size: what stands nearer belongs to one word
_BESIDE = 1.0  # of the word's size
_MOST = 3  # digits


def with_marks(words: Sequence[PageWord]) -> Sequence[PageWord]:
    """Return the words with raised digits as such, joined to the word that they stand at."""
    if not any(_may_be_mark(word) for word in words):
        return words
    made: list[PageWord] = []
    open_end = False  # a mark was just added: what stands right at it goes on the same word
    for index, word in enumerate(words):
        before = made[-1] if made else None
        after = words[index + 1] if index + 1 < len(words) else None
        if _may_be_mark(word) and (_is_raised(word, before) or _is_raised(word, after)):
            mark = word._replace(text=word.text.translate(_TO_RAISED))
            if before is not None and _is_raised(word, before) and _touches(before, word, word.size):
                made[-1] = _joined(before, mark)
                open_end = True
                continue
            made.append(mark)
        elif open_end and before is not None and _touches(before, word, words[index - 1].size):
            made[-1] = _joined(before, word)
        else:
            made.append(word)
        open_end = False
    return made


def _may_be_mark(word: PageWord) -> bool:
    return word.turn == 0 and len(word.text) <= _MOST and word.text.isdecimal() and word.text.isascii()


def _is_raised(mark: PageWord, word: PageWord | None) -> bool:
    if word is None or word.turn or mark.size > SMALLER * word.size:
        return False
    beside = _BESIDE * word.size
    return (
        word.bottom - mark.bottom > _HIGHER * word.size
        and -0.6 * word.size < mark.top - word.top < _TOP * word.size
        and word.left - beside < mark.right
        and mark.left < word.right + beside
    )


def _touches(before: PageWord, word: PageWord, size: float) -> bool:
    return before.turn == word.turn and -0.5 * size < word.left - before.right < _NEAR * size


def _joined(one: PageWord, other: PageWord) -> PageWord:
    return one._replace(
        text=one.text + other.text,
        top=min(one.top, other.top),
        right=max(one.right, other.right),
        bottom=max(one.bottom, other.bottom),
    )
