"""How alike two texts are, and which of thousands are: shingles of words, of which each text keeps a sample.

A shingle is three words in a row. Of all shingles those are kept whose hash is divisible by a number (Broder,
"On the resemblance and containment of documents", 1997): the same ones in every text, so that what two texts
share shows in their samples, without comparing every text with every other.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from annotator.core.folding import joined, plain_signs

_WORD = re.compile(r"\w+")
_MARKS = dict.fromkeys(range(0x300, 0x370))  # accents, once they stand apart
_SAMPLED = 12  # of so many shingles one is kept
_LEAST = 8  # shingles that a short text keeps in any case
_MOST_SHARING = 80  # letters that share a shingle: in more of them it is a letterhead, or a closing formula
_NEAR = 0.35  # of the samples that must be shared before two texts are compared whole


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """A text in short: a hash of all its words, and its sample of shingles."""

    words: int
    sample: frozenset[int]


@dataclass(frozen=True, slots=True)
class LikePair:
    """Two letters (ids, the lower one first) whose texts are alike, 0 to 1."""

    one: int
    other: int
    likeness: float


@dataclass(frozen=True, slots=True)
class LikeGroup:
    """Letters (ids) that are alike, directly or by way of one another.

    `first` has the lowest id; the `others` come the most alike first, each with its likeness to the first,
    else to the letter it is most like.
    """

    first: int
    others: tuple[tuple[int, float], ...]

    @property
    def ids(self) -> tuple[int, ...]:
        """Return all of them."""
        return (self.first, *(letter_id for letter_id, _ in self.others))


def groups_of(pairs: Iterable[LikePair]) -> list[LikeGroup]:
    """Return the groups that pairs make, the most alike first."""
    like: dict[int, dict[int, float]] = defaultdict(dict)
    for pair in pairs:
        like[pair.one][pair.other] = like[pair.other][pair.one] = pair.likeness
    groups, seen = [], set[int]()
    for first in sorted(like):
        if first in seen:
            continue
        reached, ahead = {first}, [first]
        while ahead:
            new = [other for other in like[ahead.pop()] if other not in reached]
            reached.update(new)
            ahead += new
        seen |= reached
        others = [(one, like[one].get(first) or max(like[one].values())) for one in reached - {first}]
        groups.append(LikeGroup(first, tuple(sorted(others, key=lambda pair: (-pair[1], pair[0])))))
    return sorted(groups, key=lambda group: (-group.others[0][1], group.first))


def words_of(text: str) -> list[str]:
    """Return the words of a text, without case, accents, and the breaks within words at line ends."""
    plain = plain_signs(joined(text)).lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFD", plain).translate(_MARKS)
    return _WORD.findall(plain)


def _shingles(words: Sequence[str]) -> set[int]:
    # Python's own hashes differ in each process; that is fine, as fingerprints are never kept.
    if len(words) < 3:
        return {hash(tuple(words))} if words else set()
    return set(map(hash, zip(words, words[1:], words[2:], strict=False)))


def fingerprint(text: str) -> Fingerprint:
    """Return a text's fingerprint; texts that differ in spaces, case and accents alone have the same."""
    words = words_of(text)
    shingles = _shingles(words)
    sample = {shingle for shingle in shingles if shingle % _SAMPLED == 0}
    if len(sample) < _LEAST:
        sample |= set(sorted(shingles)[:_LEAST])
    return Fingerprint(hash(tuple(words)), frozenset(sample))


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are: the share of their shingles that both have; 1 for the same words."""
    words, others = words_of(one), words_of(other)
    if words == others:
        return 1.0
    first, second = _shingles(words), _shingles(others)
    return len(first & second) / len(first | second) if first or second else 0.0


def near_pairs(fingerprints: Mapping[int, Fingerprint]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of letters that may be alike; they are to be compared whole.

    Of several letters with the very same words each is paired with the first of them alone.
    """
    same: dict[int, list[int]] = defaultdict(list)
    for letter_id, print_ in fingerprints.items():
        if print_.sample:
            same[print_.words].append(letter_id)
    for ids in same.values():
        yield from ((ids[0], other) for other in ids[1:])
    firsts = [ids[0] for ids in same.values()]
    for (one, other), shared in _shared(firsts, fingerprints).items():
        sizes = len(fingerprints[one].sample) + len(fingerprints[other].sample)
        if shared / (sizes - shared) >= _NEAR:
            yield one, other


def _shared(ids: Iterable[int], fingerprints: Mapping[int, Fingerprint]) -> Counter[tuple[int, int]]:
    """Return how many shingles of their samples two letters share."""
    holders: dict[int, list[int]] = defaultdict(list)
    for letter_id in ids:
        for shingle in fingerprints[letter_id].sample:
            holders[shingle].append(letter_id)
    shared: Counter[tuple[int, int]] = Counter()
    for held in holders.values():
        if 1 < len(held) <= _MOST_SHARING:
            shared.update(combinations(held, 2))
    return shared
