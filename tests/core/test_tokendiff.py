"""Differences between lists of tokens, short and long."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from annotator.core.tokendiff import Difference, differences


def rebuilt(old: Sequence[str], new: Sequence[str], found: list[Difference]) -> list[str]:
    """Return what the old list becomes by the differences."""
    made: list[str] = []
    at = 0
    for i1, i2, j1, j2 in found:
        made += [*old[at:i1], *new[j1:j2]]
        at = i2
    return [*made, *old[at:]]


def words(count: int, seed: int, vocabulary: int) -> list[str]:
    chance = random.Random(seed)
    return [" " if index % 2 else str(chance.randrange(vocabulary)) for index in range(count)]


def test_nothing_differs() -> None:
    assert differences(["een", " ", "twee"], ["een", " ", "twee"]) == []


def test_a_word_in_the_middle() -> None:
    assert differences(["een", " ", "twee"], ["een", " ", "drie"]) == [(2, 3, 2, 3)]


def test_all_of_it_is_new() -> None:
    assert differences([], ["een"]) == [(0, 0, 0, 1)]


@pytest.mark.parametrize("vocabulary", [3, 400, 10**9])
def test_long_lists_are_rebuilt(vocabulary: int) -> None:
    old, new = words(4_000, 1, vocabulary), words(3_000, 2, vocabulary)
    assert rebuilt(old, new, differences(old, new)) == new


def test_a_few_words_in_a_long_list() -> None:
    old = words(20_000, 1, 5_000)
    new = list(old)
    for at in (0, 7_000, 7_002, 19_998):
        new[at] = "nieuw"
    found = differences(old, new)
    assert [(i1, i2) for i1, i2, _, _ in found] == [(0, 1), (7_000, 7_001), (7_002, 7_003), (19_998, 19_999)]


def test_a_stretch_taken_out_of_a_long_list() -> None:
    old = words(20_000, 1, 5_000)
    new = old[:5_001] + old[6_001:]
    found = differences(old, new)
    assert rebuilt(old, new, found) == new
    assert sum(i2 - i1 + j2 - j1 for i1, i2, j1, j2 in found) <= 1_010
