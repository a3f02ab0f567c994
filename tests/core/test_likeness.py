"""How alike texts are, and which of many are."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.likeness import LikePair, fingerprint, groups_of, likeness, near_pairs, words_of

WORDS = [f"woord{n}" for n in range(3000)]


def text(seed: int, words: int = 900) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=words))


def misread(of: str, share: float) -> str:
    rnd = random.Random(7)
    return " ".join(f"{word}x" if rnd.random() < share else word for word in of.split())


def found(*texts: str) -> set[tuple[int, int]]:
    pairs = near_pairs({number: fingerprint(each) for number, each in enumerate(texts, 1)})
    return {(min(pair), max(pair)) for pair in pairs}


def test_accents_case_spaces_and_broken_words_do_not_count() -> None:
    assert words_of("België  verplich-\n tingen\nAan") == ["belgie", "verplichtingen", "aan"]
    assert likeness("België is\nklein.", "BELGIE  is klein") == 1.0


def test_the_same_words_the_other_way_round_are_another_text() -> None:
    assert likeness("een twee drie vier vijf", "vijf vier drie twee een") == 0.0


@pytest.mark.parametrize("share", [0.0, 0.02, 0.06])
def test_a_text_that_was_read_once_more_is_found(share: float) -> None:
    assert found(text(1), text(2), misread(text(1), share), text(3)) == {(1, 3)}


def test_a_letter_with_an_attachment_behind_it_is_found() -> None:
    assert found(text(1), text(1) + " " + text(2, 300)) == {(1, 2)}


def test_letters_that_share_a_letterhead_alone_are_not_alike() -> None:
    head = " ".join(f"kop{n}" for n in range(40))
    assert found(*(f"{head} {text(seed)}" for seed in range(120))) == set()


def test_many_copies_are_each_paired_with_the_first() -> None:
    assert found(*[text(1)] * 200) == {(1, other) for other in range(2, 201)}


@pytest.mark.parametrize("short", ["", " ", "een", "een twee", "een twee drie"])
def test_short_texts_are_compared_too(short: str) -> None:
    assert found(short, short) == ({(1, 2)} if short.strip() else set())


@given(st.text(), st.text())
def test_likeness_is_a_share_and_the_same_both_ways(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, other) == likeness(other, one)
    assert not words_of(one) or likeness(one, one) == 1


def test_pairs_make_groups_by_way_of_one_another() -> None:
    pairs = [LikePair(1, 2, 0.9), LikePair(2, 3, 0.8), LikePair(5, 9, 1.0)]
    first, second = groups_of(pairs)
    assert (first.first, first.others) == (5, ((9, 1.0),))
    assert (second.first, second.others) == (1, ((2, 0.9), (3, 0.8)))
    assert second.ids == (1, 2, 3)
