"""What a misread word may stand for: a noisy channel over confusions, single edits and missing spaces."""

from __future__ import annotations

import math
from collections.abc import Iterator

from annotator.language.confusions import Table, readings
from annotator.language.lexicon import Lexicon

_EDIT_LETTERS = "abcdefghijklmnopqrstuvwxyzëïöéüè"
_EDIT = 8.0  # cost of an edit that is no known confusion
_DOUBLED = 6.5  # a letter too many or too few beside its like (`natuurlijkk`)
_SHORT_WORD = 2.0  # on top for words of four letters and less, which have too many neighbours
_SPLIT = 5.0
_NUMBER = -4.0  # how likely a number is as the next word
_SPLIT_PART = 300  # how frequent both words of a missing space must be
_EDIT_TARGET = 5  # how frequent the result of an edit must be
_FAR_TARGET = 20
_FAR_COST = 4.0
_FAR_LENGTH = 14
_TWICE = 9.5  # the most that two confusions may cost together
_OTHER_CASE = 2.5
_ALREADY_GOOD = -19.0


class Candidates:
    """The candidates of words under one lexicon and one table of confusions."""

    def __init__(self, lexicon: Lexicon, table: Table) -> None:
        self._lexicon = lexicon
        self._table = table
        self._found: dict[str, dict[str, float]] = {}

    def frequent(self, word: str, at_least: int) -> dict[str, float]:
        """Return frequent words that one confusion could have made `word` of, with log(prior) minus cost."""
        scores: dict[str, float] = {}
        for reading, cost in readings(word, self._table):
            if self._lexicon.count(reading) >= at_least and _plain_capitals(reading):
                self._add(scores, word, reading, cost)
        return scores

    def of(self, word: str) -> dict[str, float]:
        """Return what `word` may stand for, with log(prior) minus cost each; never the word itself."""
        scores = self._found.get(word)
        if scores is None:
            if len(self._found) > 5_000:
                self._found.clear()
            scores = self._found[word] = self._search(word)
        return scores

    def _search(self, word: str) -> dict[str, float]:
        scores: dict[str, float] = {}
        for reading, cost in readings(word, self._table):
            if _plain_capitals(reading) and self._lexicon.knows(reading):
                self._add(scores, word, reading, cost)
        for reading, cost in self._twice(word):
            if self._lexicon.count(reading) and _plain_capitals(reading):
                self._add(scores, word, reading, cost)
        for reading, cost in edits(word.lower()):
            if self._lexicon.count(reading) >= _EDIT_TARGET:
                self._add(scores, word, _as_written(reading, word), cost + _short(word))
        for reading in self._split(word):
            scores[reading] = max(scores.get(reading, -math.inf), self._split_score(reading))
        if 6 <= len(word) <= _FAR_LENGTH and max(scores.values(), default=-math.inf) < _ALREADY_GOOD:
            self._search_far(word, scores)
        scores.pop(word, None)
        return scores

    def _search_far(self, word: str, scores: dict[str, float]) -> None:
        """Add what one confusion and one edit together could have made of the word."""
        for nearer, cost in readings(word.lower(), self._table):
            for reading, more in edits(nearer) if cost <= _FAR_COST else ():
                if self._lexicon.count(reading) >= _FAR_TARGET:
                    self._add(scores, word, _as_written(reading, word), cost + more)

    def _twice(self, word: str) -> Iterator[tuple[str, float]]:
        for once, cost in readings(word, self._table):
            for reading, more in readings(once, self._table):
                if cost + more <= _TWICE:
                    yield reading, cost + more

    def _split(self, word: str) -> Iterator[str]:
        for cut in range(1, len(word)):
            if self._stand_alone(word[:cut], word[cut:]):
                yield f"{word[:cut]} {word[cut:]}"

    def _stand_alone(self, one: str, other: str) -> bool:
        if one.isdigit() or other.isdigit():  # `2van`, `van8`
            return (
                max(self._lexicon.count(one), self._lexicon.count(other)) >= _SPLIT_PART
                and len(one + other) > 3
            )
        if min(len(one), len(other)) < 2:
            return False
        if one.islower() and other[0].isupper() and other[1:].islower():  # `invoerbestandenLelystad`
            return self._lexicon.knows(one) and self._lexicon.knows(other)
        return min(self._lexicon.count(one), self._lexicon.count(other)) >= _SPLIT_PART

    def _split_score(self, words: str) -> float:
        # The first word half foretells the second.
        one, other = words.split(" ")
        priors = [self._lexicon.log_prior(part) if part.isalpha() else _NUMBER for part in (one, other)]
        return priors[0] + priors[1] / 2 - _SPLIT

    def _add(self, scores: dict[str, float], word: str, reading: str, cost: float) -> None:
        usual = self._lexicon.usual_form(reading)
        if usual.lower() == reading.lower() and reading.islower() and usual != reading:
            reading = usual
        elif (
            reading[:1].isupper()
            and reading[1:].islower()
            and word[:1].islower()
            and usual == reading.lower()
        ):
            cost += _OTHER_CASE
        score = self._lexicon.log_prior(reading) - cost
        if score > scores.get(reading, -math.inf):
            scores[reading] = score


def edits(word: str) -> Iterator[tuple[str, float]]:
    """Yield each word one letter less, more, other or swapped away, with its cost."""
    for i in range(len(word) + 1):
        head, tail = word[:i], word[i:]
        if tail:
            doubled = head[-1:] == tail[0] or tail[1:2] == tail[0]
            yield head + tail[1:], _DOUBLED if doubled else _EDIT
            if len(tail) > 1 and tail[0] != tail[1]:
                yield head + tail[1] + tail[0] + tail[2:], _EDIT
        for letter in _EDIT_LETTERS:
            if tail:
                yield head + letter + tail[1:], _EDIT
            yield head + letter + tail, _DOUBLED if letter in (head[-1:], tail[:1]) else _EDIT


def _as_written(reading: str, word: str) -> str:
    if word.isupper() and len(word) > 1:
        return reading.upper()
    return reading[:1].upper() + reading[1:] if word[:1].isupper() else reading


def _plain_capitals(reading: str) -> bool:
    """Tell whether capitals stand only where a word has them (`NAVO-missie`, not `hospItaal`)."""
    if reading.islower() or reading.isupper() or reading[1:].islower():
        return True
    return all(part[1:].islower() or part.isupper() or len(part) < 2 for part in reading.split("-"))


def _short(word: str) -> float:
    return _SHORT_WORD if len(word) <= 4 else 0.0
