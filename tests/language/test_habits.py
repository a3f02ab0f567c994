"""A scanner's habit: what one letter shows by itself, and what a few corrections teach."""

from __future__ import annotations

import pytest

from annotator.language import engine_for
from annotator.language.channel import Channel, confused, differences
from annotator.language.interface import AcceptedCorrection, Engine, LearntState
from annotator.language.learning import learn

NOTHING = LearntState()
CLEAN = (
    "Geachte voorzitter,\n\n"
    "Hierbij informeer ik uw Kamer over de uitvoering van de regeling. De gemeenten hebben in de "
    "afgelopen periode veel gegevens verzameld. Het onderzoek is inmiddels gereed en de "
    "bevindingen zijn met de betrokken organisaties besproken. Daarbij is gebleken dat de "
    "maatregelen effect hebben gehad en dat verdere verbetering mogelijk blijft. De resultaten "
    "worden tegelijkertijd met deze brief openbaar gemaakt.\n"
)


def repaired(engine: Engine, text: str, state: LearntState) -> str:
    """Return the text with the first suggestion of every suspect in it."""
    for suspect in reversed(engine.suspects(text, state)):
        if suspect.suggestions:
            text = text[: suspect.start] + suspect.suggestions[0].text + text[suspect.end :]
    return text


def share_right(engine: Engine, text: str, state: LearntState = NOTHING) -> float:
    """Return how many of the words that differ from CLEAN the first suggestions make right."""
    found = zip(text.split(), repaired(engine, text, state).split(), CLEAN.split(), strict=True)
    wrong = [(fixed, true) for read, fixed, true in found if read != true]
    return sum(fixed == true for fixed, true in wrong) / len(wrong)


def test_a_letter_shows_its_scanners_habit(engine: Engine) -> None:
    assert share_right(engine, CLEAN.replace("e", "a")) > 0.8


@pytest.mark.parametrize(("true", "read"), [("k", "lc"), ("v", "y"), ("d", "cl"), ("g", "q")])
def test_nobody_needs_to_know_the_habit_beforehand(engine: Engine, true: str, read: str) -> None:
    assert share_right(engine, CLEAN.replace(true, read)) > 0.8


def test_corrections_teach_a_habit_that_the_letter_does_not_show(engine: Engine) -> None:
    letter = "Geachte voorzitter,\n\nDe motie is onlangs door uw Kamer aanvaard. Zij wordt nu uitgezzoerd.\n"
    start = letter.index("uitgezzoerd")
    place = start, start + len("uitgezzoerd")
    assert engine.suggestions(letter, *place, NOTHING)[0].score < 0.9
    events = [AcceptedCorrection(w.replace("v", "zz"), w, "word") for w in ("gegeven", "overleg", "brieven")]
    best = engine.suggestions(letter, *place, learn(NOTHING, events))[0]
    assert (best.text, best.sure) == ("uitgevoerd", True)


def test_a_good_letter_is_left_alone_in_a_project_with_a_habit(engine: Engine) -> None:
    words = ("gegevens", "gemeenten", "gebleken", "betrokken", "verbetering", "verzameld")
    events = [AcceptedCorrection(word.replace("e", "a"), word, "word") for word in words] * 5
    assert [s.text for s in engine.suspects(CLEAN, learn(NOTHING, events))] == []


def test_suggestions_know_the_habit_of_the_whole_letter() -> None:
    text = CLEAN.replace("k", "lc").replace(". ", ".\n")
    start = text.index("gebleken".replace("k", "lc"))
    end = start + len("geblelcen")
    fresh, asked_before = engine_for("nl"), engine_for("nl")
    asked_before.suspects(text, NOTHING)
    found = fresh.suggestions(text, start, end, NOTHING)
    assert found[0].text == "gebleken"
    assert found == asked_before.suggestions(text, start, end, NOTHING)


def test_several_misreadings_in_one_word() -> None:
    channel = Channel({"a": {"e": 1.0}}).learnt([("bariaht", "bericht", "word", 1)])
    found = dict(channel.habitual("gagavans"))
    assert found["gegevens"] == pytest.approx(2.1)
    assert found["gegavans"] == pytest.approx(0.7)


def test_signs_that_differ_side_by_side_are_misread_one_by_one() -> None:
    assert list(differences("gaan", "geen")) == [("a", "e"), ("a", "e")]
    assert list(differences("rnaar", "maar")) == [("rn", "m")]


def test_a_letters_misreading_costs_what_its_places_say() -> None:
    general = Channel({"a": {"e": 8.0}})
    text = "e" * 50 + "a" * 100
    often = general.of_letter({("a", "e"): 50}, text).cost("a", "e")
    now_and_then = general.of_letter({("a", "e"): 5}, text).cost("a", "e")
    assert often < now_and_then < general.cost("a", "e")


def test_a_misreading_that_is_cheap_already_is_no_news() -> None:
    general = Channel({"é": {"ë": 0.6}})
    assert general.of_letter({("é", "ë"): 4}, "ë" * 4) is general


def test_a_line_end_taken_out_is_no_misreading() -> None:
    corrections = [
        ("onder-\nhandeling ", "onderhandeling\n", "hyphen", 2),
        ("secretaris-\ngeneraal ", "secretaris-generaal\n", "hyphen", 1),
        ("finan-\nciéle ", "financiële\n", "hyphen", 3),
    ]
    assert confused(corrections) == {("é", "ë"): 3}
