"""What the record teaches, and that it survives being kept as JSON."""

from __future__ import annotations

import json
import random

from annotator.language.interface import AcceptedCorrection, Event, Judged, LearntState
from annotator.language.learning import forget_word, learn

NOTHING = LearntState()


def test_corrections_are_counted() -> None:
    event = AcceptedCorrection("Belgié", "België", "word")
    assert learn(NOTHING, [event, event]).corrections == (("Belgié", "België", "word", 2),)


def test_learning_goes_on_from_a_state() -> None:
    event = AcceptedCorrection("Belgié", "België", "word")
    assert learn(learn(NOTHING, [event]), [event]) == learn(NOTHING, [event, event])


def test_always_right_is_a_word_of_the_project() -> None:
    assert learn(NOTHING, [Judged("SACEUR", "always")]).words == ("SACEUR",)


def test_right_here_turns_the_suggestion_down() -> None:
    assert learn(NOTHING, [Judged("Volkel", "here", "volken")]).rejected == (("Volkel", "volken", 1),)


def test_accepted_verdict_adds_nothing_to_its_correction() -> None:
    assert learn(NOTHING, [Judged("Belgié", "accepted", "België")]) == NOTHING


def test_leaving_a_reading_unchanged_is_no_correction() -> None:
    assert learn(NOTHING, [AcceptedCorrection("België", "België", "word")]) == NOTHING


def test_order_of_the_record_does_not_matter() -> None:
    events: list[Event] = [
        AcceptedCorrection("Belgié", "België", "word"),
        AcceptedCorrection("wet®", "wet¹", "mark"),
        Judged("SACEUR", "always"),
        Judged("Volkel", "here", "volken"),
    ]
    shuffled = random.Random(1).sample(events, len(events))
    assert learn(NOTHING, events) == learn(NOTHING, shuffled)


def test_state_survives_json() -> None:
    state = learn(
        NOTHING, [AcceptedCorrection("a", "b", "word"), Judged("c", "always"), Judged("d", "here", "e")]
    )
    assert LearntState.from_json(json.loads(json.dumps(state.to_json()))) == state


def test_state_of_another_version_is_read_as_far_as_known() -> None:
    assert LearntState.from_json({"words": ["a"], "later": 1}) == LearntState(words=("a",))


def test_word_can_be_forgotten() -> None:
    assert forget_word(LearntState(words=("a", "b")), "a").words == ("b",)
