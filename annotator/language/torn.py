"""Words with a space in them that is none: `ver antwoordelijk`, `d e Kamer`, `deK amer`, `20 17/30412`.

Pieces that stand beside each other are one word where that is much likelier, a false space included: by how
often the words are used, alone and between their neighbours. One that was misread as well is told where
neither piece is a word and the whole is one misreading away from one in use.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator

from annotator.language import reasons
from annotator.language.evidence import LetterEvidence, context
from annotator.language.learnt import Learnt
from annotator.language.lexicon import IN_DICTIONARY, IN_OFFICIAL, Lexicon, plain
from annotator.language.listed import listed
from annotator.language.spacing import Finding

_MOST_PIECES = 4
_SPACE, _NEXT_SPACE = 9.0, 4.0  # what a false space costs (a logarithm), and each further one in the word
_GAIN = 2.0
_USED = 20  # how frequent a word must be of which a piece may be a word itself
_AMONG_STRANGE = 200  # the same between words of another language
_UNKNOWN, _UNEXPLAINED = -23.0, -30.0
_MISREAD, _WHOLE = 8.0, -13.0  # what a misreading in a torn word may cost, and how likely the word must be
_SHORTEST_MISREAD = 6
_SHIFTED = 7.0
_LETTERS_ALONE = frozenset(("u", "à", "a", "o"))
_ITEMS = frozenset(
    ("onderdeel", "onderdelen", "onder", "sub", "letter", "lid", "punt", "artikel", "bijlage", "en")
)
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_TORN_REFERENCE = re.compile(r"(?<![\w.,/-])(19|20) (\d\d[/-]\d{3,7})(?![\w/])")
_TORN_YEAR = re.compile(
    rf"\b(in|sinds|vanaf|eind|begin|medio|{_MONTHS}) ((?:2 0[0-4]\d|20 [0-4]\d|20[0-4] \d))(?![\d.,/-]*\d)"
)
_TORN_DAY = re.compile(rf"(?<![\w.,/-])(?<!artikel )([12]) (\d)(?= (?:{_MONTHS})\b)")


_HYPHEN_AND_SPACE = re.compile(r"(?<![\w-])([^\W\d_]{2,40})[-\u00ad] ([a-zà-ÿ]{2,40})(?![\w-])")
_APART = listed("en of als tot dan noch maar respectievelijk alsook")


def torn_numbers(text: str) -> Iterator[Finding]:
    """Yield years, days and references with a space in them."""
    for match in _TORN_REFERENCE.finditer(text):
        yield *match.span(), reasons.TORN_APART, match[1] + match[2], 0.92
    for match in _TORN_YEAR.finditer(text):
        yield *match.span(2), reasons.TORN_APART, match[2].replace(" ", ""), 0.9
    for match in _TORN_DAY.finditer(text):
        yield *match.span(), reasons.TORN_APART, match[1] + match[2], 0.85


def torn_at_hyphens(text: str, lexicon: Lexicon) -> Iterator[Finding]:
    """Yield words that were broken at a line end once, and stand in one line now: `verplich- tingen`."""
    for match in _HYPHEN_AND_SPACE.finditer(text):
        left, right = match.groups()
        whole = left + right
        are_words = lexicon.weight(plain(left)) and lexicon.weight(plain(right))
        if right not in _APART and lexicon.knows(whole) and not are_words:
            yield *match.span(), reasons.TORN_APART, whole, 0.92


class Torn:
    """Finds the torn words of one letter."""

    def __init__(self, letter: LetterEvidence, lexicon: Lexicon, learnt: Learnt) -> None:
        self._letter, self._lexicon, self._learnt = letter, lexicon, learnt
        self._spans, self._texts, self._text = letter.words.spans, letter.words.texts, letter.words.text

    def found(self, numbers: Collection[int]) -> Iterator[Finding]:
        """Yield the torn words of which one of these words is a piece, the best of those that overlap."""
        done = -1
        for number in sorted({*numbers, *self._letters_alone()}):
            if number <= done:
                continue
            best = max(self._around(number, done), default=None)
            if best is not None:
                _, first, last, whole, score = best
                done = last
                yield self._spans[first][0], self._spans[last][1], reasons.TORN_APART, whole, score

    def _letters_alone(self) -> Iterator[int]:
        return (n for n, text in enumerate(self._texts) if len(text) == 1 and text not in _LETTERS_ALONE)

    def _around(self, number: int, done: int) -> Iterator[tuple[float, int, int, str, float]]:
        for length in range(2, _MOST_PIECES + 1):
            for first in range(max(done + 1, number - length + 1), number + 1):
                last = first + length - 1
                if last < len(self._texts) and self._are_pieces(first, last):
                    yield from self._readings(first, last)

    def _are_pieces(self, first: int, last: int) -> bool:
        """Tell whether words stand on one line with one space between them."""
        for number in range(first, last):
            gap = self._text[self._spans[number][1] : self._spans[number + 1][0]]
            if gap != " " or not self._texts[number + 1].isalpha() or self._texts[number + 1] == "u":
                return False
        return self._texts[first].isalpha() and not self._learnt.leaves_alone(self._texts[first])

    def _readings(self, first: int, last: int) -> Iterator[tuple[float, int, int, str, float]]:
        pieces = self._texts[first : last + 1]
        whole = "".join(pieces)
        cost = _SPACE + _NEXT_SPACE * (len(pieces) - 2)
        if all(piece.islower() for piece in pieces[1:]) and not self._are_words(pieces, first):
            if self._is_used(whole, pieces, first):
                gain = self._in_place(whole, first, last) - cost - self._as_words(first, last)
                if gain > _GAIN:
                    yield gain, first, last, whole, 0.85 if len(pieces) > 2 or gain < 2 * _GAIN else 0.9
            elif len(pieces) == 2 and len(whole) >= _SHORTEST_MISREAD and not self._lexicon.knows(whole):
                yield from self._misread(first, last, whole, cost)
        if len(pieces) == 2:
            yield from self._shifted(first, last)

    def _are_words(self, pieces: list[str], first: int) -> bool:
        """Tell whether all pieces are words in use, or letters that number something."""
        if all(len(piece) == 1 for piece in pieces):
            before = self._texts[first - 1].lower() if first else ""
            return before in _ITEMS or len(before) == 1
        return all(len(piece) > 1 and self._lexicon.weight(plain(piece)) >= _USED for piece in pieces) or any(
            len(piece) > 1 and self._learnt.is_project_word(piece) for piece in pieces
        )

    def _is_used(self, whole: str, pieces: list[str], first: int) -> bool:
        lexicon = self._lexicon
        if not lexicon.knows(whole):
            return False
        count = lexicon.count(whole)
        if self._letter.foreign(first) > 2:
            return count >= _AMONG_STRANGE
        unknown = not any(lexicon.weight(plain(piece)) for piece in pieces if len(piece) > 1)
        listed = lexicon.flags(whole) & (IN_DICTIONARY | IN_OFFICIAL)
        return count >= _USED or bool(
            unknown and len(whole) > 4 and (listed or lexicon.compound(plain(whole)))
        )

    def _in_place(self, word: str, first: int, last: int) -> float:
        lexicon, texts = self._lexicon, self._texts
        before = context(texts[first - 1]) if first else ""
        after = context(texts[last + 1]) if last + 1 < len(texts) else ""
        return lexicon.prior(word) + lexicon.fits(before, plain(word), after)

    def _as_words(self, first: int, last: int) -> float:
        """Return how likely the pieces are as words of their own."""
        lexicon, texts = self._lexicon, self._texts
        total = 0.0
        for number in range(first, last + 1):
            piece = plain(texts[number])
            total += lexicon.prior(piece) if lexicon.entry(piece) else _UNKNOWN
            if number > first:
                total += lexicon.fits(plain(texts[number - 1]), piece, "")
        return total

    def _misread(
        self, first: int, last: int, whole: str, cost: float
    ) -> Iterator[tuple[float, int, int, str, float]]:
        pieces = self._texts[first : last + 1]
        if any(self._lexicon.knows(piece) for piece in pieces):
            return
        apart = sum(self._explained(piece) for piece in pieces)
        for reading, misread in self._learnt.channel.readings(whole, _MISREAD):
            if self._lexicon.entry(plain(reading)) and self._lexicon.prior(reading) > _WHOLE:
                gain = self._in_place(reading, first, last) - misread - cost - apart
                if gain > _GAIN:
                    yield gain, first, last, reading, 0.7

    def _explained(self, piece: str) -> float:
        found = self._learnt.candidates.of(piece).values() if len(piece) > 1 else ()
        return max((prior - cost for prior, cost in found), default=_UNEXPLAINED)

    def _shifted(self, first: int, last: int) -> Iterator[tuple[float, int, int, str, float]]:
        """Yield two words of which a letter stands on the wrong side of the space: `deK amer`."""
        one, other = self._texts[first], self._texts[last]
        if (
            (self._lexicon.knows(one) and not one[-1].isupper())
            or self._lexicon.weight(plain(other)) >= _USED
            or len(one) < 3
        ):
            return
        left, right = one[:-1], one[-1] + other
        lexicon = self._lexicon
        if not (left.islower() or left[1:].islower()) or len(right) < 3:
            return
        if all(lexicon.count(word) >= _USED and lexicon.knows(word) for word in (left, right)):
            together = (
                lexicon.prior(left) + lexicon.prior(right) + lexicon.fits(plain(left), plain(right), "")
            )
            gain = together - 2 * _SHIFTED - self._as_words(first, last)
            if gain > _GAIN and math.isfinite(gain):
                yield gain, first, last, f"{left} {right}", 0.85
