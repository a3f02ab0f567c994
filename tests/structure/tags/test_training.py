"""Making models: precise enough or silent, the same each time, whole sentences alone."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotator.structure.tags.features import features
from annotator.structure.tags.model import TagModel, from_json, to_json
from annotator.structure.tags.training import DecidedLetter, Decision, train

THINGS = ("wonen", "spoor", "zorg", "post", "visserij", "onderwijs", "klimaat")


def letter(number: int, *, says: str = "Ik steun het plan voor {}.") -> DecidedLetter:
    """Return a letter of five sentences, the third of which is tagged."""
    things = [THINGS[(number + n) % 7] for n in range(5)]
    others = [f"De raad sprak in {2000 + number + n} lang over {thing}." for n, thing in enumerate(things)]
    said = says.format(things[0])
    others[2] = said
    text = " ".join(others)
    start = text.index(said)
    return DecidedLetter(text, (Decision(start, start + len(said), True, made_at=f"{number:03}"),))


def score(model: TagModel, sentence: str) -> float:
    return model.score(features(sentence, 0.5)) - model.threshold


def test_a_sentence_like_those_tagged_passes_and_others_do_not() -> None:
    model = train("t", [letter(number) for number in range(12)], 0.8)
    assert model.proposes
    assert score(model, "Ik steun het plan voor de havens.") > 0
    assert score(model, "De raad sprak in 2020 lang over zorg.") < 0


def test_what_cannot_be_told_apart_is_not_proposed() -> None:
    said = "De raad sprak lang over wonen."
    places = [(len(said) + 1) * (number % 5) for number in range(15)]
    decided = [(Decision(start, start + len(said), True),) for start in places]
    text = " ".join([said] * 5)
    assert not train("t", [DecidedLetter(text, said) for said in decided], 0.8).proposes


def test_a_higher_bound_never_finds_more() -> None:
    chance = random.Random(1)
    letters = []
    for number in range(30):
        one = letter(number)
        wrong = replace(one.decisions[0], right=chance.random() < 0.75)
        letters.append(DecidedLetter(one.text, (wrong,)))
    recalls = [train("t", letters, bound).recall for bound in (0.5, 0.7, 0.9, 0.99)]
    assert recalls == sorted(recalls, reverse=True)
    assert recalls[0] > 0 == recalls[-1]


def test_its_last_proposals_must_come_to_the_bound_too() -> None:
    good = [letter(number) for number in range(60)]
    bad = []
    for number in range(60, 80):
        one = letter(number)
        bad.append(DecidedLetter(one.text, (replace(one.decisions[0], right=False, learnt=True),)))
    assert train("t", good, 0.6).proposes
    assert not train("t", [*good, *bad], 0.6).proposes


def test_names_within_sentences_are_not_learnt() -> None:
    letters = []
    for number in range(12):
        text = letter(number).text
        start = text.index("het plan")
        letters.append(DecidedLetter(text, (Decision(start, start + 8, True),)))
    model = train("t", letters, 0.8)
    assert not model.whole
    assert not model.proposes


def test_models_are_written_down_and_read() -> None:
    models = (train("t", [letter(number) for number in range(12)], 0.8), TagModel("other", 3, 1))
    assert from_json(to_json(models)) == models


@given(st.lists(st.tuples(st.text(max_size=200), st.booleans()), max_size=8), st.floats(0.5, 0.99))
def test_any_text_can_be_learnt_from(texts: list[tuple[str, bool]], bound: float) -> None:
    letters = [DecidedLetter(text, (Decision(0, len(text), right),)) for text, right in texts if text]
    assert train("t", letters * 3, bound) == train("t", letters * 3, bound)
