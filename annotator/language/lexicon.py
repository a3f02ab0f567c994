"""Which words there are, how they are written, and how often they are used, alone and behind one another.

A language is a folder of `resources/words`. `lexicon.xz` has its words with their counts; `pairs.xz`, which
a language may do without, counts of word pairs; `make_tables.py` writes both. Nothing is read before it is
asked for.
"""

from __future__ import annotations

import json
import lzma
import math
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

from annotator.core.folding import capitalised
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.language.compounds import is_head, split_compound
from annotator.resources import resource_path

# What a byte of flags says of a word.
IN_DICTIONARY, IS_NAME, IN_OFFICIAL, ON_WEB, IS_ENGLISH = 1, 2, 4, 8, 16
_CAPITALISED, _CAPITALS, _OTHER_FORM = 32, 64, 128
_OFFICIAL_SHARE = 0.7  # of a letter's words that are as official prose has them
_UNUSED = -19.5  # how likely a word of the dictionary is that nobody counted (natural logarithm)
_COMPOUND = -20.5
_UNKNOWN = -23.0
_USED_NAME = -14.0
_PAIR_BITS = 19
_PAIR_TRUST = 0.75
_FEW = 30  # a word counted less often says little of its neighbours
_CACHED_WORDS = 100_000
_CACHED_PAIRS = 50_000


class WordEntry(NamedTuple):
    """What the tables say of a word: its number, and how likely it is (natural logarithm)."""

    number: int
    flags: int
    official: int
    prior: float


class Lexicon:
    """The words of a language."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or resource_path("words/nl")
        self._known: dict[str, bool] = {}
        self._counted: dict[tuple[str, str], float] = {}
        self._priors: dict[tuple[int, int], float] = {}
        self._weights: dict[str, int] = {}
        self._heads: dict[str, bool] = {}
        self._compounds: dict[str, tuple[str, ...] | None] = {}

    @property
    def is_dutch(self) -> bool:
        """Tell whether rules that speak of Dutch words hold."""
        return self._folder.name == "nl"

    # ---------------------------------------------------------------- single words
    @cached_property
    def _table(self) -> tuple[dict[str, int], bytes, bytes, bytes, dict[str, str], float]:
        raw = _read(self._folder / "lexicon.xz")
        try:
            head, _, rest = raw.partition(b"\n")
            sizes = json.loads(head)
            listed, odd, columns = rest.split(b"\0", 2)
            words = listed.decode("utf8").split("\n")
            count = int(sizes["words"])
            official, web, flags = columns[:count], columns[count : 2 * count], columns[2 * count : 3 * count]
            if not len(words) == len(flags) == count:
                raise ValueError
        except (ValueError, KeyError) as error:
            raise _unreadable(self._folder / "lexicon.xz") from error
        forms = {form.lower(): form for form in odd.decode("utf8").split("\n")}
        return (
            dict(zip(words, range(count), strict=True)),
            official,
            web,
            flags,
            forms,
            float(sizes["counted"]),
        )

    @cached_property
    def words(self) -> Mapping[str, int]:
        """Return all words in lower case with their numbers, the most frequent first."""
        return self._table[0]

    def entry(self, word: str) -> WordEntry | None:
        """Return what the tables say of a word in lower case."""
        number = self.words.get(word)
        if number is None:
            return None
        _, official, web, flags, _, counted = self._table
        key = official[number], web[number]
        prior = self._priors.get(key)
        if prior is None:
            share = _OFFICIAL_SHARE * _count(key[0]) / counted if key[0] else 0.0
            share += (1 - _OFFICIAL_SHARE) * math.exp(-key[1] / 10) if key[1] < 255 else 0.0
            prior = self._priors[key] = math.log(share) if share > 0 else _UNUSED
        return WordEntry(number, flags[number], key[0], prior)

    def flags(self, word: str) -> int:
        """Return the flags of a word, 0 where the tables lack it."""
        number = self.words.get(word.lower())
        return 0 if number is None else self._table[3][number]

    def count(self, word: str) -> int:
        """Return how often official prose has the word, in any case."""
        number = self.words.get(word.lower())
        return 0 if number is None else round(_count(self._table[1][number]))

    def usual_form(self, word: str) -> str:
        """Return the word as it is nearly always written (`België`, `NAVO`), else as given."""
        lower = word.lower()
        flags = self.flags(lower)
        if flags & _CAPITALISED:
            return capitalised(lower)
        if flags & _CAPITALS:
            return lower.upper()
        return self._table[4].get(lower, word) if flags & _OTHER_FORM else word

    def prior(self, word: str) -> float:
        """Return the natural logarithm of how likely the word is as the next one in a letter."""
        found = self.entry(plain(word))
        if found is not None:
            return found.prior
        return _COMPOUND if self.knows(word) else _UNKNOWN

    def knows(self, word: str) -> bool:
        """Tell whether the word is in the tables, or made of such words."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) > _CACHED_WORDS:
                self._known.clear()
            known = self._known[word] = self._looked_up(word)
        return known

    def _looked_up(self, word: str) -> bool:
        lower = plain(word)
        if lower in self.words:
            return not self.lacks_capital(word)
        if lower.endswith("'s") and lower[:-2] in self.words:
            return True
        parts = [part for part in lower.replace("/", "-").split("-") if part]
        if len(parts) > 1:
            pieces = [part for part in word.replace("/", "-").split("-") if part]
            return all(
                len(piece) == 1 or piece.isdigit() or self.knows(piece) or _is_acronym(piece)
                for piece in pieces
            )
        return self.compound(word) is not None

    def compound(self, word: str) -> tuple[str, ...] | None:
        """Return the parts of a word that is made of frequent words, or None."""
        if word not in self._compounds:
            if len(self._compounds) > _CACHED_WORDS:
                self._compounds.clear()
            self._compounds[word] = split_compound(word, self.weight, self._is_head)
        return self._compounds[word]

    def _is_head(self, head: str) -> bool:
        known = self._heads.get(head)
        if known is None:
            if len(self._heads) > _CACHED_WORDS:
                self._heads.clear()
            known = self._heads[head] = is_head(head, self.weight)
        return known

    def weight(self, word: str) -> int:
        """Return how much the word is used, as if all prose were official."""
        weight = self._weights.get(word)
        if weight is None:
            if len(self._weights) > _CACHED_WORDS:
                self._weights.clear()
            weight = self._weights[word] = self._weighed(word)
        return weight

    def _weighed(self, word: str) -> int:
        found = self.entry(word)
        if found is None or not found.flags & (IN_DICTIONARY | IN_OFFICIAL):
            return 0
        return int(math.exp(found.prior) * 4e7) + (10 if found.flags & IN_DICTIONARY else 0)

    def lacks_capital(self, word: str) -> bool:
        """Tell whether the word is a name in lower case (`italië`)."""
        if not word.islower() or len(word) < 4:
            return False
        entry = self.entry(word)
        if entry is None or not entry.flags & IS_NAME or entry.flags & (IN_DICTIONARY | IS_ENGLISH):
            return False
        sure = entry.prior > _USED_NAME and entry.flags & (_CAPITALISED | _OTHER_FORM)
        return bool(sure) and self.compound(word) is None

    def knows_english(self, word: str) -> bool:
        """Tell whether the word is English."""
        return word.lower() in self._english

    @cached_property
    def _english(self) -> frozenset[str]:
        if self._folder.name == "en":
            return frozenset()  # here they are no strangers
        path = resource_path("words/en/words.xz")
        return frozenset(_read(path).decode("utf8").split("\n")) if path.is_file() else frozenset()

    @cached_property
    def hyphens(self) -> Mapping[str, float]:
        """Return the first parts that keep their hyphen in many words, with the odds (a logarithm)."""
        path = self._folder / "hyphens.json"
        return dict(read_json(path)) if path.is_file() else {}

    def likely_words(self, least: float) -> Iterator[str]:
        """Yield the words of the dictionary and of official prose that are at least so likely."""
        words, official, web, flags, _, _ = self._table
        rarest = round(-10 * (least - math.log(1 - _OFFICIAL_SHARE)))
        wanted = IN_DICTIONARY | IN_OFFICIAL | IS_NAME
        for word, count, share, flag in zip(words, official, web, flags, strict=True):
            if flag & wanted and (count or share <= rarest):
                yield word

    # ---------------------------------------------------------------- word pairs
    @cached_property
    def _pairs(self) -> tuple[array[int], bytes]:
        path = self._folder / "pairs.xz"
        if not path.is_file():
            return array("Q"), b""
        head, _, rest = _read(path).partition(b"\n")
        try:
            count = int(json.loads(head)["pairs"])
            steps = bytearray(8 * count)
            for place in range(5):  # the numbers' bytes, place by place: they shrink better so
                steps[place::8] = rest[place * count : (place + 1) * count]
            keys = array("Q")
            keys.frombytes(bytes(steps))
        except (ValueError, KeyError) as error:
            raise _unreadable(path) from error
        return array("Q", accumulate(keys)), rest[5 * count :]

    def pair_count(self, first: str, second: str) -> float:
        """Return how often official prose has one word behind the other, both in lower case."""
        pair = first, second
        count = self._counted.get(pair)
        if count is None:
            if len(self._counted) > _CACHED_PAIRS:
                self._counted.clear()
            count = self._counted[pair] = self._count_pair(first, second)
        return count

    def _count_pair(self, first: str, second: str) -> float:
        one, other = self.words.get(first), self.words.get(second)
        if one is None or other is None:
            return 0.0
        keys, counts = self._pairs
        key = one << _PAIR_BITS | other
        place = bisect_left(keys, key)
        if place == len(keys) or keys[place] != key:
            return 0.0
        return math.exp(counts[place] / 10)

    def fits(self, before: str, word: str, after: str) -> float:
        """Return how much likelier its neighbours make a word (a logarithm; 0 where they say nothing)."""
        return self._pulls(before, word, word) + self._pulls(word, after, after)

    def _pulls(self, first: str, second: str, likely: str) -> float:
        if not first or not second:
            return 0.0
        seen = self.count(first)
        if not seen and first not in _SPECIAL:
            return 0.0
        trust = _PAIR_TRUST * seen / (seen + _FEW) if seen else _PAIR_TRUST
        together = self.pair_count(first, second)
        share = together / max(seen, together, 1.0)
        alone = math.exp(self.prior(likely)) if likely not in _SPECIAL else 0.05
        return math.log(trust * share / alone + 1 - trust)


_SPECIAL = frozenset(("<s>", "</s>", "<n>"))


def plain(word: str) -> str:
    """Return the word as the tables have it: lower case, straight apostrophes."""
    return word.lower().replace("’", "'")


def _count(coded: int) -> float:
    return math.exp(coded / 10) - 1


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word) <= 6


def _read(path: Path) -> bytes:
    try:
        return lzma.decompress(path.read_bytes())
    except (OSError, lzma.LZMAError) as error:
        raise _unreadable(path) from error


def with_fallback(folder: Path, name: str) -> Path:
    """Return a file of a language's folder; where it has none, that of Dutch."""
    path = folder / name
    return path if path.is_file() else resource_path("words/nl") / name


def read_json(path: Path) -> Any:
    """Return what a JSON file of a language's folder says."""
    try:
        return json.loads(path.read_text("utf8"))
    except (OSError, ValueError) as error:
        raise _unreadable(path) from error


def _unreadable(path: Path) -> UserError:
    text = QT_TRANSLATE_NOOP(
        "Language", "The word list {path} is missing or damaged: install the program again."
    )
    return UserError(Message("Language", text, {"path": str(path)}))
