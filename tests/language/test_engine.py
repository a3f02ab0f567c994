"""What the engine doubts in a letter, what it offers, and what it leaves alone."""

from __future__ import annotations

import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.correction_kinds import CORRECTION_KINDS
from annotator.core.user_errors import UserError
from annotator.language import engine_for
from annotator.language.engine import SuspectEngine
from annotator.language.interface import Engine, LearntState, Suspect
from annotator.language.reasons import SENTENCES, sentence

NOTHING = LearntState()

# A paragraph to stand around the cases, so that line lengths and sentences are those of a letter.
AROUND = (
    "De ministers spraken tijdens de bijeenkomst over de situatie in de regio en\n"
    "over de bijdrage van Nederland aan de missie.\n\n{}\n\n"
    "Het kabinet zal de Kamer hierover in het najaar opnieuw informeren, zoals\n"
    "eerder is toegezegd.\n"
)


def doubted(engine: Engine, text: str, state: LearntState = NOTHING) -> dict[str, str | None]:
    """Return each doubted reading with the first suggestion for it."""
    return {
        suspect.text: suspect.suggestions[0].text if suspect.suggestions else None
        for suspect in engine.suspects(AROUND.format(text), state)
    }


def only(engine: Engine, text: str, state: LearntState = NOTHING) -> Suspect:
    (suspect,) = engine.suspects(AROUND.format(text), state)
    return suspect


def test_places_judged_right_are_no_suspects(engine: Engine) -> None:
    text = AROUND.format("De delegatie uit Belgié en die uit Italié.")
    at = text.index("Belgié")
    left = [suspect.text for suspect in engine.suspects(text, NOTHING, [(at, at + 6, "Belgié")])]
    assert left == ["Italié"]


def test_a_place_judged_right_counts_for_its_reading_only(engine: Engine) -> None:
    text = AROUND.format("De delegatie uit Belgié.")
    at = text.index("Belgié")
    assert len(engine.suspects(text, NOTHING, [(at, at + 6, "België")])) == 1


def test_project_word_is_left_alone(engine: Engine) -> None:
    assert doubted(engine, "Het is gecoordineerd.", LearntState(words=("gecoordineerd",))) == {}


def test_project_word_may_open_a_sentence(engine: Engine) -> None:
    assert doubted(engine, "Gecoordineerd is het.", LearntState(words=("gecoordineerd",))) == {}


def test_word_corrected_twice_is_doubted(engine: Engine) -> None:
    state = LearntState(corrections=(("trommel", "trommels", "word", 2),))
    suspect = only(engine, "Dat is de trommel van het schip.", state)
    assert (suspect.text, suspect.reason.code) == ("trommel", "corrected_before")


def test_word_corrected_once_is_not_doubted(engine: Engine) -> None:
    state = LearntState(corrections=(("trommel", "trommels", "word", 1),))
    assert doubted(engine, "Dat is de trommel van het schip.", state) == {}


@pytest.mark.parametrize(("before", "after"), [("raad", "raden"), ("trommel", ""), ("trommel", "bord")])
def test_what_was_rewritten_or_deleted_makes_no_word_doubtful(
    engine: Engine, before: str, after: str
) -> None:
    state = LearntState(corrections=((before, after, "other", 9),))
    assert doubted(engine, "Dat is de raad van de trommel.", state) == {}


def test_reading_kept_three_times_is_trusted(engine: Engine) -> None:
    state = LearntState(rejected=(("Belgié", "België", 3),))
    assert doubted(engine, "De delegatie uit Belgié.", state) == {}


@pytest.mark.parametrize("word", ["bondgenoten", "België", "NAVO", "veiligheidsinstituties", "Wob-besluit"])
def test_word_is_known(engine: Engine, word: str) -> None:
    assert engine.is_word(word, NOTHING)


@pytest.mark.parametrize("word", ["Belgié", "verplichtlngen", "inschattingwordt"])
def test_misreading_is_no_word(engine: Engine, word: str) -> None:
    assert not engine.is_word(word, NOTHING)


def test_suspects_can_be_sent_to_another_process(engine: Engine) -> None:
    suspect = only(engine, "De delegatie uit Belgié.")
    assert pickle.loads(pickle.dumps(suspect)) == suspect


def test_offsets_are_code_points(engine: Engine) -> None:
    text = AROUND.format("😀 De motie over Belgié.")
    (suspect,) = engine.suspects(text, NOTHING)
    assert text[suspect.start : suspect.end] == "Belgié"


def test_every_reason_becomes_a_sentence(engine: Engine) -> None:
    text = AROUND.format("De delegatie uit Belgié, de wet® in Kamerstukken Il.\n\nDat is de bond-\ngenoot.")
    found = engine.suspects(text, NOTHING)
    assert {suspect.reason.code for suspect in found} <= set(SENTENCES)
    assert str(sentence(found[0].reason)) == "“Belgié” is not written so; “ë” is often read as “é”."


def test_missing_word_list_is_a_problem(tmp_path: object) -> None:
    with pytest.raises(UserError, match="missing or damaged"):
        SuspectEngine(tmp_path).suspects("Een brief", NOTHING)  # type: ignore[arg-type]


def test_nothing_is_read_before_the_first_question() -> None:
    assert engine_for("nl").version


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "a.",
        "a-",
        "a-\n",
        "\n",
        "\n\na",
        " ",
        "®",
        "a® ",
        "* A ",
        "\n* A b",
        "lI1",
        "é",
        "aé ",
        "’",
        "a’ ",
        "1",
    ],
)
def test_strange_text_takes_no_strange_time(engine: Engine, piece: str) -> None:
    engine.suspects(piece * 50_000, NOTHING)
    engine.suggestions(piece * 50_000, 1_000, 1_010, NOTHING)


SIGNS = "abcdeégilmnrsTIZ1205 \n-.,®*”?!|😀²(@\u00a0"
PARTS = ("  ", "\n\n", "-\n", "\u00ad\n", "e\u0301", "de", "en", "wet’", "Belgié", "Kamerstukken Il")
PIECES = st.sampled_from((*SIGNS, *PARTS, "verplich-\ntingen"))


@given(st.lists(PIECES, max_size=40).map("".join))
def test_suspects_of_any_text_are_disjoint_quotes(engine: Engine, text: str) -> None:
    found = engine.suspects(text, NOTHING)
    bounds = [bound for suspect in found for bound in (suspect.start, suspect.end)]
    assert bounds == sorted(bounds)
    for suspect in found:
        assert suspect.text == text[suspect.start : suspect.end] != ""
        assert suspect.kind in CORRECTION_KINDS
        assert all(s.text != suspect.text and 0 <= s.score <= 1 for s in suspect.suggestions)
        if suspect.kind == "hyphen":
            assert not any(re.search(r"\n", s.text) for s in suspect.suggestions)


def test_what_belongs_to_the_page_is_left_alone(engine: Engine) -> None:
    text = AROUND.format("De delegatie uit Belgié.")
    at = text.index("Belgié")
    assert engine.suspects(text, NOTHING, (), [(at - 5, at + 6)]) == []


def test_plain_figures_that_the_notes_tell_are_marks(engine: Engine) -> None:
    text = (
        "De kosten1 zijn in 20192 lager en worden gedekt3 door 28 676, nr. 3474.\n\n"
        "1 Gerekend over de hele looptijd.\n2 Prijspeil 2017.\n3 Voorlopig.\n4 Zie de bijlage.\n"
    )
    found = [
        (suspect.text, suspect.kind, suspect.suggestions[0].text)
        for suspect in engine.suspects(text, NOTHING)
    ]
    assert found == [
        ("kosten1", "mark", "kosten¹"),
        ("20192", "mark", "2019²"),
        ("gedekt3", "mark", "gedekt³"),
        ("3474", "mark", "347⁴"),
    ]


def test_a_number_that_fits_the_notes_is_kept(engine: Engine) -> None:
    body = "De kosten3 volgen, zie inzet;3 en de baten.4 Daarna volgt de rest."
    text = f"{body}\n\n3 Prijspeil 2017.\n4 Zie de bijlage.\n"
    suggested = [suspect.suggestions[0].text for suspect in engine.suspects(text, NOTHING)]
    assert suggested == ["kosten³", "inzet;³", "baten.⁴"]


def test_numbers_of_rows_that_rise_are_no_notes_of_others(engine: Engine) -> None:
    rows = "".join(f"{number} Vervanging van het materieel\n\nA\n\n" for number in (12, 13, 14, 15))
    assert not [suspect for suspect in engine.suspects(f"Tabel\n\n{rows}", NOTHING) if suspect.kind == "mark"]
