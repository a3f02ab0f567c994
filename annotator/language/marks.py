"""Footnote marks that the OCR read as something else: `luchtruimverdediging®`, `T De negen bondgenoten`.

A sign behind a word, alone, or before a line may be a raised number. Whether it is one, a model says
(`marks.json`) from the sign, what stands around it, and how well it fits the letter's sequence of notes: the
n-th mark and the n-th note have the same number, and each digit has signs that it is read as.
"""

from __future__ import annotations

import math
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from annotator.language.mark_numbers import Read, numbers_of
from annotator.language.mark_signs import (
    ANY_QUOTE,
    DIGITS,
    LOOK_BACK,
    MOST_SIGNS,
    QUOTES,
    Sign,
    number_of,
    signs,
)
from annotator.language.model import Model

_MOST_NUMBER = 40
_LOST = 0.02  # how likely a digit leaves no sign, or a number fewer signs than digits
_UNSEEN = 0.012
_FLOOR = -3.5
_FIRST_IS_ONE = 8.0  # what speaks for notes that begin at 1
_ACCEPTED = 0.4
LIKELY = 0.55  # from this probability on a sign is a suspect
_TELLS = 0.3  # from this probability on a sign counts for the numbers of the others
_STOP, _OWN = 3, 9  # what is seen of a sign: a stop in front of it, a word that may end in an apostrophe
_AFTER_BLANK, _ALONE_OF_ITS_KIND = 3, 5  # and of one at a line's start
_OWED = 0.75
_BESIDE_A_DIGIT = 0.85
_OWN_APOSTROPHE_LIKELY = 0.5
_STOPS = "?!"
_NEXT, _SMALL = 7, 1.0  # what is seen of a sign: a small letter behind it
_ALONE_LIKELY = 0.85  # where no note is to be seen
_BRACKETED = re.compile(r"\d{1,2}\)")
_NEVER_TEXT = "®°©"  # behind a word nothing but marks
_NEVER_TEXT_LIKELY = 0.88


@dataclass(frozen=True, slots=True)
class StrayMark:
    """A sign that may be a footnote mark: its place, how likely, the numbers it may have with their shares.

    `starts_note` tells a footnote's own mark from the mark in the text; `word_start` is where the word that
    it hangs on starts, `stands_alone` tells that there is none.
    """

    start: int
    end: int
    starts_note: bool
    likely: float
    word_start: int = 0
    stands_alone: bool = False
    numbers: tuple[tuple[int, float], ...] = ()


_Numbered = tuple[Sign, int, tuple[float, ...]]


class Marks:
    """Finds stray marks by the weights of `marks.json`."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._read_as: dict[str, dict[str, float]] = data["read_as"]
        self._first = Model(data["first"])
        self._second = Model(data["second"])

    def stray_marks(
        self, text: str, likely: float = LIKELY, read_well: Container[int] = ()
    ) -> list[StrayMark]:
        """Return the signs that are footnote marks with at least this probability, in order.

        `read_well` is where figures stand that fit the letter's own notes: they have the right number.
        """
        found: list[StrayMark] = []
        seen: list[Read] = []  # all that tells a number
        places: list[int] = []  # of what was found, among them
        owed = 0  # marks in the text whose note has not come yet
        numbered = self.numbered(text, read_well)
        lacking = self._without_a_mark(numbered)
        for sign, number, features in numbered:
            if _says(sign, number):
                owed += -1 if sign.starts_note else 1
                seen.append(Read(sign.read, sign.starts_note, 0.9, number_of(sign.read)))
                continue  # a digit that is the number says what it must
            if _BRACKETED.fullmatch(sign.read):
                continue  # `1)` numbers something, whatever it is
            chance = self._chance(text, sign, number, features, lacking)
            if sign.starts_note and owed > 0 and _is_alone(sign):
                chance = max(chance, _OWED)
            if chance >= _TELLS:
                seen.append(Read(sign.read, sign.starts_note, chance))
            if chance >= likely:
                places.append(len(seen) - 1)
                owed += -1 if sign.starts_note else 1
                found.append(
                    StrayMark(
                        sign.start,
                        sign.end,
                        sign.starts_note,
                        chance,
                        sign.word_start,
                        sign.stands_alone,
                    )
                )
        if not found:
            return []
        numbers = numbers_of(seen, self.read_as, text)
        marks = (
            replace(mark, numbers=tuple(numbers[place])) for mark, place in zip(found, places, strict=True)
        )
        # A figure that is the number says what it must.
        return [mark for mark in marks if text[mark.start : mark.end] != str(mark.numbers[0][0])]

    def _chance(
        self,
        text: str,
        sign: Sign,
        number: int,
        features: tuple[float, ...],
        lacking: Container[int] | None,
    ) -> float:
        """Return how likely a sign is a mark; 0 where it says what it must."""
        chance = self._second.probability(features)
        if _closes_a_quote(text, sign) or sign.read == "++":  # `(‘MFK’)`, `SDE++`
            return 0.0
        if _may_be_text(sign):
            if lacking is None:
                chance = chance if chance >= _ALONE_LIKELY else 0.0
            elif number not in lacking:
                return 0.0  # all notes have their mark: a question asks, a quote closes
        if sign.seen[_OWN] and not sign.seen[_STOP] and sign.read in "'’":
            chance = min(chance, _OWN_APOSTROPHE_LIKELY)  # `ministers’`, `Beatrix’`
        if text[sign.word_start : sign.start].rstrip(".,;:)")[-1:].isdigit() and not sign.starts_note:
            chance = min(chance, _BESIDE_A_DIGIT)  # `20701°`: which number it is, nobody can tell for sure
        return max(chance, _NEVER_TEXT_LIKELY) if _is_never_text(text, sign) else chance

    def _without_a_mark(self, numbered: Sequence[_Numbered]) -> Container[int] | None:
        """Return which numbers of notes have no mark that was read well; None where the text has no notes."""
        notes, marks, misread = set[int](), set[int](), False
        for sign, number, features in numbered:
            if not _says(sign, number):
                likely = sign.starts_note and not _BRACKETED.fullmatch(sign.read)
                misread = misread or (likely and self._second.probability(features) >= _ACCEPTED)
            else:
                (notes if sign.starts_note else marks).add(number)
        if misread:
            return range(1, _MOST_NUMBER)  # which number a misread note has, nobody can tell for sure
        return notes - marks if notes or marks else None

    def numbered(
        self, text: str, read_well: Container[int] = ()
    ) -> list[tuple[Sign, int, tuple[float, ...]]]:
        """Return the candidates with the number each would have and its features, for `second`."""
        candidates = [
            replace(sign, read_well=True) if sign.start in read_well else sign for sign in signs(text)
        ]
        if len(candidates) > MOST_SIGNS:
            return []  # no text: a picture or a table that was read as one
        chances = [1.0 if sign.read_well else self._first.probability(sign.seen) for sign in candidates]
        rows: list[tuple[Sign, int, tuple[float, ...]]] = []
        groups = {
            starts: [(s, c) for s, c in zip(candidates, chances, strict=True) if s.starts_note == starts]
            for starts in (False, True)
        }
        first = self._first_number(groups.values())
        sequences = {starts: _counted(group, first) for starts, group in groups.items()}
        marks, notes = (sum(chance for _, chance in groups[starts]) for starts in (False, True))
        positions = {False: iter(sequences[False]), True: iter(sequences[True])}
        in_notes = {number for number, sign, chance in sequences[True] if chance > 0.3}
        in_text = {number for number, sign, chance in sequences[False] if chance > 0.3}
        for sign, chance in zip(candidates, chances, strict=True):
            number, _, _ = next(positions[sign.starts_note])
            others = in_text if sign.starts_note else in_notes
            features = (
                *sign.seen,
                chance,
                self.read_as(sign.read, number),
                float(number in others),
                min(notes, 9.0),
                min(marks, 9.0),
                float(number),
            )
            rows.append((sign, number, features))
        return rows

    def _first_number(self, groups: Iterable[Sequence[tuple[Sign, float]]]) -> int:
        """Return the number of the first mark and the first note: that which fits what was read best."""
        accepted = [[sign for sign, chance in group if chance >= _ACCEPTED] for group in groups]
        scores = {1: _FIRST_IS_ONE}
        for first in range(1, _MOST_NUMBER):
            scores[first] = scores.get(first, 0.0) + sum(
                max(_FLOOR, self.read_as(sign.read, first + offset))
                for signs_of_group in accepted
                for offset, sign in enumerate(signs_of_group)
            )
        return max(scores, key=lambda first: (scores[first], -first))

    def read_as(self, read: str, number: int) -> float:
        """Return the logarithm of how likely a number in raised digits is read so."""
        read = read.translate(DIGITS)
        digits = str(number)
        if read == digits:
            return math.log(0.5)
        if len(read) == len(digits):
            return sum(
                math.log(self._read_as[digit].get(sign, _UNSEEN))
                for sign, digit in zip(read, digits, strict=True)
            )
        return math.log(_LOST) + max(
            math.log(self._read_as[digit].get(sign, _UNSEEN)) for sign in read for digit in digits
        )


def _counted(group: Sequence[tuple[Sign, float]], first: int) -> list[tuple[int, Sign, float]]:
    """Return each sign with the number it would have: the one after the last that was accepted."""
    numbers = []
    following = first
    for sign, chance in group:
        number = number_of(sign.read) if sign.read_well else 0
        if number and number < following and number != 1:
            numbers.append((number, sign, chance))  # a note that is used twice
            continue
        following = number or following  # an annex may count anew
        numbers.append((following, sign, chance))
        if chance >= _ACCEPTED:
            following += 1
    return numbers


def _is_alone(sign: Sign) -> bool:
    """Tell whether a sign behind a blank line begins the only line that begins so."""
    return bool(sign.seen[_AFTER_BLANK]) and sign.seen[_ALONE_OF_ITS_KIND] == 1


def _may_be_text(sign: Sign) -> bool:
    """Tell whether a sign behind a word may well be what it is: a quote, or a stop at a sentence's end."""
    ends = sign.read[0] in _STOPS and sign.seen and sign.seen[_NEXT] != _SMALL
    return not sign.starts_note and (ends or sign.read[0] in QUOTES)


def _says(sign: Sign, number: int) -> bool:
    """Tell whether a sign says the number that it has to say."""
    return sign.read_well or sign.read == str(number)


def _closes_a_quote(text: str, sign: Sign) -> bool:
    """Tell whether a quote behind a word closes the one in front of it."""
    if sign.starts_note or sign.stands_alone or sign.read not in tuple(QUOTES):
        return False
    word = text[sign.word_start : sign.start].lstrip("([")
    return word[:1] in tuple(ANY_QUOTE) and not any(quote in word[1:] for quote in ANY_QUOTE)


def _is_never_text(text: str, sign: Sign) -> bool:
    if sign.starts_note or sign.stands_alone:
        return False
    before = text[max(sign.word_start, sign.start - 3) : sign.start].rstrip(".,;:")
    if sign.read == "*":
        paragraph = text[max(0, text.rfind("\n\n", 0, sign.start), sign.start - LOOK_BACK) : sign.start]
        return before[-1:].islower() and not re.search(r"(?:^|\s)[*]", paragraph)
    return sign.read in _NEVER_TEXT and len(before) > 1 and before.islower()
