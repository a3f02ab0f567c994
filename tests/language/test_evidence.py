"""What is seen of a word that may be misread: its readings in order, and what the letter tells of them."""

from __future__ import annotations

import math

import pytest

from annotator.language.candidates import Candidates, Near
from annotator.language.channel import Channel
from annotator.language.evidence import (
    Candidate,
    Evidence,
    LetterEvidence,
    context,
    gather,
    of_letter,
    settled,
    suggestions,
    without,
)
from annotator.language.interface import LearntState
from annotator.language.learnt import Learnt
from annotator.language.lexicon import Lexicon
from annotator.language.tokens import Word, Words
from annotator.resources import resource_path
from tests.language.test_habits import CLEAN


@pytest.fixture(scope="module")
def learnt(lexicon: Lexicon) -> Learnt:
    channel = Channel.general(resource_path("words/nl"))
    return Learnt(LearntState(), lexicon, Candidates(lexicon, channel, Near(lexicon)))


def letter(text: str, lexicon: Lexicon) -> LetterEvidence:
    return LetterEvidence(Words(text), lexicon)


def seen(text: str, lexicon: Lexicon, learnt: Learnt) -> dict[str, Evidence]:
    made = letter(text, lexicon)
    return {one.word.text: one for one in gather(made, range(len(made.words)), lexicon, learnt)}


def readings(evidence: Evidence) -> list[str]:
    return [candidate.text for candidate in evidence.candidates]


@pytest.mark.parametrize("word", ["de", "minister", "Minister", "regeling", "2026"])
def test_words_that_need_no_second_look(lexicon: Lexicon, word: str) -> None:
    assert settled(lexicon)(word)


@pytest.mark.parametrize("word", ["Belgié", "belgië", "a", "12", "o.g.v", "vit", "MInister", "sarnen"])
def test_words_that_need_one(lexicon: Lexicon, word: str) -> None:
    test = settled(lexicon)
    assert not test(word)
    assert not test(word), "what is remembered is the same"


def test_the_likeliest_reading_comes_first(lexicon: Lexicon, learnt: Learnt) -> None:
    found = seen("De delegatie uit Belgié was aanwezig.", lexicon, learnt)
    assert readings(found["Belgié"])[0] == "België"
    assert found["Belgié"].confusion == "é→ë"
    scores = [candidate.score for candidate in found["Belgié"].candidates]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] > scores[0] - 8.0


def test_a_word_of_the_letter_itself_is_a_reading(lexicon: Lexicon, learnt: Learnt) -> None:
    text = "De heer Zwölfkrog sprak met Zwölfkrog over de brief van Zwolfkrog aan de raad."
    assert "Zwölfkrog" in readings(seen(text, lexicon, learnt)["Zwolfkrog"])
    assert "Zwölfkrog" not in readings(
        seen("De brief van Zwolfkrog aan de raad.", lexicon, learnt)["Zwolfkrog"]
    )


def test_an_exclamation_mark_behind_a_word_is_none_of_it(lexicon: Lexicon, learnt: Learnt) -> None:
    found = seen("Daar is de minister! Er is een onderdee! gewijzigd.", lexicon, learnt)
    assert "minister" in found
    assert readings(found["onderdee!"])[0] == "onderdeel"


def test_places_that_are_alike_are_judged_alike(lexicon: Lexicon, learnt: Learnt) -> None:
    text = "De brief uit Belgié kwam. De brief uit Belgié kwam."
    made = letter(text, lexicon)
    found = [
        one for one in gather(made, range(len(made.words)), lexicon, learnt) if one.word.text == "Belgié"
    ]
    assert len(found) == 2
    assert found[0].features == found[1].features
    assert found[0].word.start != found[1].word.start


def test_strange_neighbours_are_counted(lexicon: Lexicon) -> None:
    made = letter("De xqzv brief wqzx van qqzz de minister", lexicon)
    assert [made.foreign(number) for number in range(4)] == [1.0, 1.0, 2.0, 2.0]
    assert made.share_strange == 3 / 8


def test_a_letter_shows_a_habit_only_where_words_agree(lexicon: Lexicon, learnt: Learnt) -> None:
    habit = letter(CLEAN.replace("e", "a"), lexicon)
    own = of_letter(habit, range(len(habit.words)), lexicon, learnt)
    assert own is not learnt
    assert own.channel.cost("vargadaring", "vergadering") < learnt.channel.cost("vargadaring", "vergadering")
    one = letter("De vargadering van de minister.", lexicon)
    assert of_letter(one, range(len(one.words)), lexicon, learnt) is learnt


@pytest.mark.parametrize(
    ("word", "as_pairs_have_it"),
    [("", ""), ("Minister", "minister"), ("2026", "<n>"), ("3a", "3a"), ("—", "<n>")],
)
def test_a_neighbour_as_the_word_pairs_have_it(word: str, as_pairs_have_it: str) -> None:
    assert context(word) == as_pairs_have_it


def evidence(*scored: tuple[str, float]) -> Evidence:
    word = Word(0, 1, "x", opens=False, before="", after="", chunk_start=0, chunk_end=1)
    return Evidence(word, (), tuple(Candidate(text, score, 0.0, 0.0, 0.0) for text, score in scored), "")


def test_the_best_has_its_probability_and_the_others_share_the_rest() -> None:
    found = suggestions(evidence(("a", -1.0), ("b", -1.0), ("c", -1.0 - math.log(2))), 0.6)
    assert [one.text for one in found] == ["a", "b", "c"]
    assert [one.score for one in found] == pytest.approx([0.6, 0.4 / 2.5, 0.2 / 2.5])
    assert suggestions(evidence(), 0.6) == ()


def test_what_was_turned_down_is_set_back() -> None:
    made = evidence(("a", -1.0), ("b", -4.0), ("c", -6.0))
    assert readings(without(made, [1, 0, 0])) == ["b", "a", "c"]
    assert readings(without(made, [2, 0, 0])) == ["b", "c", "a"]
    assert readings(without(made, [0, 0, 0])) == ["a", "b", "c"]
