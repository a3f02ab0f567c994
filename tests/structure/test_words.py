"""The small words: each list says one thing, in small letters, and they do not say what headings say."""

from __future__ import annotations

import pytest

from annotator.structure.words import FINITE_VERBS, FUNCTION_WORDS, OPENERS

LISTS = {"function words": FUNCTION_WORDS, "verbs": FINITE_VERBS, "openers": OPENERS}


@pytest.mark.parametrize("name", LISTS)
def test_they_are_single_words_in_small_letters(name: str) -> None:
    assert {word for word in LISTS[name] if not (word.isalpha() and word.islower())} <= {"'s", "'t", "m.b.t."}


@pytest.mark.parametrize("word", ["de", "het", "van", "voor", "en", "zonder", "omdat", "waarvan"])
def test_something_follows_a_function_word(word: str) -> None:
    assert word in FUNCTION_WORDS


@pytest.mark.parametrize("word", ["is", "wordt", "heeft", "informeer", "ontvangt", "zou"])
def test_a_finite_verb_makes_a_sentence(word: str) -> None:
    assert word in FINITE_VERBS


@pytest.mark.parametrize("word", ["brief", "inleiding", "minister", "raad", "motie", "voortgang", "landbouw"])
def test_words_of_headings_are_in_none(word: str) -> None:
    assert all(word not in words for words in LISTS.values())


def test_a_sentence_may_open_with_a_verbless_word() -> None:
    assert OPENERS - FINITE_VERBS == OPENERS
