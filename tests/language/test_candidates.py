"""What is offered for a reading, the likeliest first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.language.interface import Engine, LearntState, Suspect

NOTHING = LearntState()


# A paragraph to stand around the cases, so that line lengths and sentences are those of a letter.
AROUND = (
    "De ministers spraken tijdens de bijeenkomst over de situatie in de regio en\n"
    "over de bijdrage van Nederland aan de missie.\n\n{}\n\n"
    "Het kabinet zal de Kamer hierover in het najaar opnieuw informeren, zoals\n"
    "eerder is toegezegd.\n"
)


def only(engine: Engine, text: str, state: LearntState = NOTHING) -> Suspect:
    (suspect,) = engine.suspects(AROUND.format(text), state)
    return suspect


def test_correction_made_before_comes_first(engine: Engine) -> None:
    state = LearntState(corrections=(("Kréger", "Kröger", "word", 1),))
    suggested = engine.suggestions("lid Kréger", 4, 10, state)
    assert suggested[0].text == "Kröger"


def test_rejected_suggestion_is_not_first_again(engine: Engine) -> None:
    text = "Dat is de ondere stap."
    (first, second) = only(engine, text).suggestions[:2]
    state = LearntState(rejected=(("ondere", first.text, 2),))
    assert only(engine, text, state).suggestions[0].text == second.text


def test_suggestions_cost_nothing_of_the_reading_itself(engine: Engine) -> None:
    text = "de brief van de raad"
    offered = [s.text for s in engine.suggestions(text, 3, 8, NOTHING)]
    assert offered and "brief" not in offered


def test_suggestions_for_a_suspect_are_its_own(engine: Engine) -> None:
    text = AROUND.format("De delegatie uit Belgié.")
    at = text.index("Belgié")
    assert engine.suggestions(text, at, at + 6, NOTHING)[0].text == "België"


def test_suggestion_for_a_broken_word_has_no_line_break(engine: Engine) -> None:
    text = "geen verplich-\ntingen aan"
    assert engine.suggestions(text, 5, 21, NOTHING)[0].text == "verplichtingen"


def test_selection_of_several_words_is_corrected_whole(engine: Engine) -> None:
    text = "Aanwezig waren Belgié, Irak en Italig."
    assert engine.suggestions(text, 15, 37, NOTHING)[0].text == "België, Irak en Italië"


def test_punctuation_in_the_selection_stays(engine: Engine) -> None:
    text = "Aanwezig waren Belgié, en Irak."
    assert engine.suggestions(text, 15, 22, NOTHING)[0].text == "België,"


def test_suggestions_are_limited(engine: Engine) -> None:
    assert len(engine.suggestions("de ondere stap", 3, 9, NOTHING, limit=2)) == 2


def test_the_sure_suspect_has_a_sure_suggestion(engine: Engine) -> None:
    suspect = only(engine, "De delegatie uit Belgié.")
    assert suspect.sure
    assert suspect.suggestions[0].sure


SIGNS = "abcdeégilmnrsTIZ1205 \n-.,®*”?!|😀²(@\u00a0"


PARTS = ("  ", "\n\n", "-\n", "\u00ad\n", "e\u0301", "de", "en", "wet’", "Belgié", "Kamerstukken Il")


PIECES = st.sampled_from((*SIGNS, *PARTS, "verplich-\ntingen"))


@given(st.lists(PIECES, max_size=20).map("".join), st.integers(0, 40), st.integers(0, 40))
def test_suggestions_for_any_selection_differ_from_it(
    engine: Engine, text: str, one: int, other: int
) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    found = engine.suggestions(text, start, end, NOTHING)
    assert text[start:end] not in [s.text for s in found]
    assert len(found) <= 5
