"""What a misread word may stand for: words that a misreading, or a small distance, could have made it of."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from functools import cached_property

from annotator.core.folding import capitalised, has_half_a_capital, is_capitalised
from annotator.language.channel import EDIT, Channel
from annotator.language.lexicon import IN_DICTIONARY, Lexicon, plain
from annotator.language.listed import listed

_SPLIT = 7.0  # cost of a space that is not there
_SPLIT_NUMBER = 1.0  # beside a number
_SPLIT_PART = -13.5  # how likely both words of a missing space must be
_NUMBER = -6.0  # how likely a number is as the next word
_OTHER_CASE = 2.5
_MOST = 24.0  # what the misreadings of a word may cost together
_COMPARED = 14  # words at a small distance whose cost is worked out
_TARGET = -17.6  # words at a small distance must be this likely
_COMPOUND_PENALTY = 1.0
_GOOD_ENOUGH = -21.0
_TWIN = 9.0  # what a misreading costs at most by which one word in use becomes another
_TWIN_USED = -12.0  # how likely the other is by itself
_SHORTEST_TWIN = 3
_COMMON = -9.0
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_KEPT = 5_000
_LONGEST = 40
_LENGTHS = tuple(map(chr, range(_LONGEST + 4)))
_HANG_ON = listed("is in op en te de of we om ze u")  # small words that hang on any word: `wetsvoorstelis`
_HUNG_ON = -13.0
_COUNTED = re.compile(r"(\d{1,2})(van)(\d{1,2})")


class Candidates:
    """The candidates of words under one lexicon and one channel."""

    def __init__(
        self, lexicon: Lexicon, channel: Channel, near: Near, general: Candidates | None = None
    ) -> None:
        self._lexicon = lexicon
        self.channel = channel
        self._near = near
        self._general = general  # under the channel without its habits
        self._found: dict[str, dict[str, tuple[float, float]]] = {}
        self._close: dict[tuple[str, float], dict[str, tuple[float, float]]] = {}
        self._twins: dict[str, tuple[tuple[str, float], ...]] = {}

    def under(self, channel: Channel) -> Candidates:
        """Return the candidates under another channel, which has habits over this one's general knowledge."""
        if channel is self.channel:
            return self
        return Candidates(self._lexicon, channel, self._near, self._general or self)

    def of(self, word: str) -> dict[str, tuple[float, float]]:
        """Return what `word` may stand for, with the reading's prior and its cost; never the word itself."""
        found = self._found.get(word)
        if found is None:
            if len(self._found) > _KEPT:
                self._found.clear()
            found = self._found[word] = self._search(word) if self._general is None else self._habitual(word)
        return found

    def _habitual(self, word: str) -> dict[str, tuple[float, float]]:
        """Return the general candidates, at what they cost under the habits, and those that habits add."""
        assert self._general is not None
        found = dict(self._general.of(word))
        for reading, (prior, cost) in found.items():
            if (less := self.channel.cost(word, reading, cost)) < cost:
                found[reading] = prior, less
        words = self._lexicon.words
        for reading, cost in self.channel.habitual(word):
            if plain_capitals(reading) and (
                plain(reading) in words
                or (len(word) >= 8 and self._lexicon.compound(plain(reading)) is not None)
            ):
                self._add(found, word, reading, cost)
        found.pop(word, None)
        return found

    def twins(self, word: str) -> tuple[tuple[str, float], ...]:
        """Return the words in use that a word in lower case may be misread from, each with its cost."""
        found = self._twins.get(word)
        if found is None:
            if len(self._twins) > _KEPT:
                self._twins.clear()
            found = self._twins[word] = tuple(self._twins_of(word))
        return found

    def _twins_of(self, word: str) -> Iterator[tuple[str, float]]:
        wanted = self._near.twins
        costs: dict[str, float] = {}
        habitual = self.channel.habitual(word, _TWIN) if self.channel.habits else ()
        for reading, cost in (*self.channel.words_among(word, wanted, _TWIN, any_case=False), *habitual):
            costs[reading] = min(cost, costs.get(reading, cost))
        for reading, cost in costs.items():
            if reading != word and reading in wanted:
                yield reading, cost
        if len(word) >= _SHORTEST_TWIN:
            yield from self._unlike(word, costs)

    def _unlike(self, word: str, known: Container[str]) -> Iterator[tuple[str, float]]:
        """Yield the commonest words that differ in one letter that is not known to be read so: `hek`."""
        common = self._near.common
        for place, letter in enumerate(word):
            head, tail = word[:place], word[place + 1 :]
            for other in _ALPHABET:
                if other != letter and (reading := head + other + tail) in common and reading not in known:
                    yield reading, EDIT

    def close(self, word: str, most: float) -> dict[str, tuple[float, float]]:
        """Return the words that one misreading of at most this cost could have made `word` of."""
        key = word, most
        found = self._close.get(key)
        if found is None:
            if len(self._close) > _KEPT:
                self._close.clear()
            found = self._close[key] = self._closest(word, most)
        return found

    def _closest(self, word: str, most: float) -> dict[str, tuple[float, float]]:
        found: dict[str, tuple[float, float]] = {}
        for reading, cost in self.channel.words_among(word, self._lexicon.words, most):
            if plain_capitals(reading):
                self._add(found, word, reading, cost)
        found.pop(word, None)
        return found

    def _search(self, word: str) -> dict[str, tuple[float, float]]:
        found: dict[str, tuple[float, float]] = {}
        words = self._lexicon.words
        for reading, cost in self.channel.words_among(word, words):
            if plain_capitals(reading):
                self._add(found, word, reading, cost)
        if 3 <= len(word) <= 26 and self._best(found) < _GOOD_ENOUGH + 2:
            self._add_near(found, word)
        if "-" in word.strip("-") or "/" in word:
            self._add_parts(found, word)
        if len(word) >= 8 and self._best(found) < _GOOD_ENOUGH - 4:
            self._add_compounds(found, word)
        for reading, prior in self._split(word):
            found[reading] = prior, _SPLIT_NUMBER if any(map(str.isdigit, word)) else _SPLIT
        found.pop(word, None)
        return found

    def _best(self, found: Mapping[str, tuple[float, float]]) -> float:
        return max((prior - cost for prior, cost in found.values()), default=-math.inf)

    def _add_near(self, found: dict[str, tuple[float, float]], word: str) -> None:
        ranked = sorted(
            (self._lexicon.prior(near) - 6.5 * far, near) for near, far in self._near.to(plain(word))
        )
        for _, near in ranked[-_COMPARED:]:
            reading = as_written(near, word)
            if reading not in found and not _drops_digits(word, near):
                cost = min(
                    self.channel.cost(word, reading, _MOST),
                    self.channel.cost(plain(word), near, _MOST) + (0.0 if word.islower() else 0.5),
                )
                if cost < _MOST:
                    self._add(found, word, reading, cost)

    def _add_parts(self, found: dict[str, tuple[float, float]], word: str) -> None:
        """Add what a word with a hyphen may stand for where one part of it is no word."""
        sign = "-" if "-" in word else "/"
        parts = word.split(sign)
        wrong = [index for index, part in enumerate(parts) if len(part) > 1 and not self._lexicon.knows(part)]
        if len(wrong) != 1:
            return
        for reading, (prior, cost) in self.of(parts[wrong[0]]).items():
            if " " not in reading:
                whole = sign.join((*parts[: wrong[0]], reading, *parts[wrong[0] + 1 :]))
                self._put(found, whole, prior - 1.0, cost)

    def _add_compounds(self, found: dict[str, tuple[float, float]], word: str) -> None:
        """Add compounds of which one part was misread: `recherchewerkeaamheden`."""
        for reading, cost in self.channel.readings(word):
            if plain_capitals(reading) and self._lexicon.compound(reading) is not None:
                self._put(found, reading, self._lexicon.prior(reading) - _COMPOUND_PENALTY, cost)
        lower = plain(word)
        if self._best(found) > _GOOD_ENOUGH - 6 or not lower.isalpha():
            return
        for cut in range(len(lower) - 4, 3, -1):
            head, rest = lower[:cut], lower[cut:]
            for known, other, before in ((head, rest, True), (rest, head, False)):
                if len(known) < 4 or self._lexicon.weight(known) < 200:
                    continue
                for reading, (_prior, cost) in self._near_parts(other).items():
                    whole = known + reading if before else reading + known
                    if self._lexicon.knows(whole):
                        prior = self._lexicon.prior(whole) - _COMPOUND_PENALTY
                        self._put(found, as_written(whole, word), prior, cost)

    def _near_parts(self, part: str) -> dict[str, tuple[float, float]]:
        if len(part) < 4 or self._lexicon.weight(part):
            return {}
        found: dict[str, tuple[float, float]] = {}
        self._add_near(found, part)
        return found

    def _split(self, word: str) -> Iterator[tuple[str, float]]:
        if (counted := _COUNTED.fullmatch(word)) is not None:  # `2van2`: page 2 of 2
            yield " ".join(counted.groups()), self._lexicon.prior("van") + _NUMBER
        for cut in range(1, len(word)):
            one, other = word[:cut], word[cut:]
            if (prior := self._apart(one, other)) is not None:
                yield f"{one} {other}", prior

    def _apart(self, one: str, other: str) -> float | None:
        """Return how likely two words are in which a space is missing, None where they are none."""
        if one.isdigit() or other.isdigit():
            word = other if one.isdigit() else one
            if one.isdigit() and other.isdigit():
                return None
            prior = self._lexicon.prior(word) if word.isalpha() and word.islower() else -99.0
            return prior + _NUMBER if prior > -8.5 and len(one + other) > 3 else None
        if not (one[-1].isalnum() and other[0].isalnum()) or min(len(one), len(other)) < 2:
            return None
        if other[0].isupper() and not (one.islower() or is_capitalised(one)):
            return None
        if any(sign.isdigit() for sign in one + other):
            return None
        entries = self._lexicon.entry(plain(one)), self._lexicon.entry(plain(other))
        if entries[0] is None or entries[1] is None:
            return None
        least = min(entries[0].prior, entries[1].prior)
        if least < _SPLIT_PART and not (other[0].isupper() and least > -16):
            return None
        short = min(one, other, key=len)
        if len(short) == 2 and least < -9.5 and not (plain(short) in _HANG_ON and least > _HUNG_ON):
            return None
        return (
            entries[0].prior + entries[1].prior + min(6.0, self._lexicon.fits(plain(one), plain(other), ""))
        )

    def _add(self, found: dict[str, tuple[float, float]], word: str, reading: str, cost: float) -> None:
        lexicon = self._lexicon
        usual = lexicon.usual_form(reading)
        if usual.lower() == reading.lower() and reading.islower() and usual != reading:
            reading = usual
        elif (
            reading[:1].isupper()
            and reading[1:].islower()
            and word[:1].islower()
            and usual == reading.lower()
        ):
            cost += _OTHER_CASE
        self._put(found, reading, lexicon.prior(reading), cost)

    @staticmethod
    def _put(found: dict[str, tuple[float, float]], reading: str, prior: float, cost: float) -> None:
        if has_half_a_capital(reading):
            reading = capitalised(reading.lower())
        known = found.get(reading)
        if known is None or prior - cost > known[0] - known[1]:
            found[reading] = prior, cost


class Near:
    """The words at a small distance of another, by their beginnings and ends: made when first asked."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    @cached_property
    def _by_edge(self) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        heads: defaultdict[str, list[str]] = defaultdict(list)
        tails: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._lexicon.likely_words(_TARGET):
            length = len(word)
            if 2 < length <= _LONGEST and word.isalpha():
                heads[word[:2] + _LENGTHS[length]].append(word)
                tails[word[-3:] + _LENGTHS[length]].append(word)
        return dict(heads), dict(tails)

    @cached_property
    def twins(self) -> frozenset[str]:
        """Return the words in use that another one may be misread from."""
        lexicon = self._lexicon
        return frozenset(
            word
            for word in lexicon.likely_words(_TWIN_USED)
            if len(word) >= _SHORTEST_TWIN
            and word.islower()
            and lexicon.flags(word) & IN_DICTIONARY
            and lexicon.prior(word) > _TWIN_USED
        )

    @cached_property
    def common(self) -> frozenset[str]:
        """Return the commonest words, which any misreading may have made another of."""
        return frozenset(word for word in self.twins if self._lexicon.prior(word) > _COMMON)

    def to(self, word: str) -> Iterator[tuple[str, int]]:
        """Yield the words at a distance of at most 2 (short words: 1) with their distance."""
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        heads, tails = self._by_edge
        most = 1 if len(word) < 5 else 2 if len(word) < 12 else 3
        seen = set()
        for length in range(len(word) - most, len(word) + most + 1):
            if length < 2:
                continue
            for group in (heads.get(word[:2] + chr(length)), tails.get(word[-3:] + chr(length))):
                if group:
                    for near, far, _ in extract(
                        word, group, scorer=OSA.distance, score_cutoff=most, limit=None
                    ):
                        if near not in seen and near != word:
                            seen.add(near)
                            yield near, int(far)


def _drops_digits(word: str, near: str) -> bool:
    """Tell whether a word is what is left without the digits: `2van` is no `van`."""
    return near == "".join(sign for sign in word.lower() if not sign.isdigit())


def as_written(reading: str, word: str) -> str:
    """Return a word in lower case with the capitals of another."""
    if word.isupper() and len(word) > 1:
        return reading.upper()
    return capitalised(reading) if word[:1].isupper() else reading


def plain_capitals(reading: str) -> bool:
    """Tell whether capitals stand only where a word has them (`NAVO-missie`, not `hospItaal`)."""
    if reading.islower() or reading.isupper() or reading[1:].islower():
        return True
    return all(
        part[1:].islower() or part.isupper() or len(part) < 2 or is_capitalised(part)
        for part in reading.split("-")
    )
