"""Marks of footnotes, stray signs and false breaks: what is doubted, and what stands in its place."""

from __future__ import annotations

import pytest

from annotator.language.interface import Engine, LearntState, Suspect

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


@pytest.mark.parametrize(
    ("text", "reading", "likely"),
    [
        (
            "Dit geldt voor luchtruimverdediging®. Nederland doet mee.",
            "luchtruimverdediging®",
            "luchtruimverdediging¹",
        ),
        ("Dit staat in het derde lid? van dat artikel.", "lid?", "lid¹"),
        ("Dat is de wet’ die toen gold.", "wet’", "wet¹"),
        ("Dit is bekend.* Daarom is er een plan.", "bekend.*", "bekend.¹"),
    ],
)
def test_stray_sign_at_a_word_is_a_footnote_mark(
    engine: Engine, text: str, reading: str, likely: str
) -> None:
    suspect = only(engine, text)
    assert (suspect.text, suspect.kind, suspect.suggestions[0].text) == (reading, "mark", likely)


def test_footnotes_are_counted(engine: Engine) -> None:
    text = (
        "Dit is de wet® van toen.\n\nDit is het besluit° van nu.\n\n"
        "* De wet van toen.\n\n° Het besluit van nu."
    )
    assert list(doubted(engine, text).values()) == ["wet¹", "besluit²", "¹", "²"]


def test_counting_goes_on_from_a_mark_that_was_read_well(engine: Engine) -> None:
    assert doubted(engine, "Dit is de wet¹ van toen en het besluit® van nu.") == {"besluit®": "besluit²"}


def test_counting_does_not_start_anew_after_a_doubted_mark(engine: Engine) -> None:
    text = "Dit is de wet⁴ van toen en het besluit® van nu en de regeling® van straks."
    assert list(doubted(engine, text).values()) == ["besluit⁵", "regeling⁶"]


def test_letter_before_a_footnote_is_its_mark(engine: Engine) -> None:
    text = "Dit geldt voor de luchtverdediging® van Nederland.\n\nT De negen bondgenoten zijn bekend."
    assert doubted(engine, text) == {"luchtverdediging®": "luchtverdediging¹", "T": "¹"}


@pytest.mark.parametrize(
    "text",
    [
        "Hij zei: “Dat is de wet” en ging weg.",
        "Hij zei: ‘dat is de wet’ en ging weg.",
        "Dat zijn ‘schone’ en «eerlijke» plannen.",
        "Dat is de wens van alle ministers’ ambtenaren en van Beatrix’ zoon.",
        "Wat is de wet? Dat is de vraag.",
        "Let op! Dat is de wet.",
        "> Retouradres Postbus 20401 Den Haag",
        "* eerste punt\n* tweede punt\n* derde punt\n* vierde punt",
    ],
)
def test_signs_in_their_place_are_left_alone(engine: Engine, text: str) -> None:
    assert doubted(engine, text) == {}


def test_blank_line_in_a_sentence_is_a_false_break(engine: Engine) -> None:
    text = "Daarin komt de urgentie van deze maatregelen voor ons ook aan\n\nbod. Daarna volgt er meer."
    suspect = only(engine, text)
    assert (suspect.kind, suspect.text) == ("break", "aan\n\nbod")
    assert suspect.suggestions[0].text == "aan\nbod"


def test_blank_line_before_a_capital_is_a_false_break_when_the_line_cannot_end(engine: Engine) -> None:
    text = "Bij deze gelegenheid tekende Nederland dit samen met negen\n\nNAVO-bondgenoten in Brussel."
    assert only(engine, text).suggestions[0].text == "negen\nNAVO"


@pytest.mark.parametrize(
    "text",
    [
        "Middellandse Zee\n\nde Ministers spraken over de situatie.",
        "Hierbij bied ik u de documenten aan die u hebt gevraagd:\n\nde brief van de minister.",
        "De Kamer wordt hierover in het najaar nader geïnformeerd\n\nb. de brief van de minister.",
    ],
)
def test_real_paragraph_ends_are_left_alone(engine: Engine, text: str) -> None:
    assert doubted(engine, text) == {}


def test_false_break_and_misread_word_beside_it_are_two_suspects(engine: Engine) -> None:
    text = "Daarin komt de urgentie van deze maatregelen voor ons en Belgié\n\nook nog aan bod in de brief."
    found = doubted(engine, text)
    assert found == {"Belgié": "België", "\n\nook": "\nook"}


def test_mark_called_always_right_is_left_alone(engine: Engine) -> None:
    assert doubted(engine, "Dat is de wet® van toen.", LearntState(words=("wet®",))) == {}


def test_notes_with_a_bracket_behind_their_number(engine: Engine) -> None:
    text = (
        "Kent u het bericht over het besluit? 1)\n\nJa, dat bericht is bekend geworden.2)\n\n"
        "1) Zie het bericht van gisteren.\n2) Kamerstuk 28676, nr. 5.\n"
    )
    assert all(
        suspect.kind != "mark" or suspect.text[0].isalpha() for suspect in engine.suspects(text, NOTHING)
    )


@pytest.mark.parametrize("sentence", ["Hoe lang duurt dat beleid?", "Men sprak van ‘het recht om te wonen’."])
def test_where_every_note_has_its_mark_a_question_asks_and_a_quote_closes(
    engine: Engine, sentence: str
) -> None:
    text = (
        f"Dit is de wet¹ van toen.\n\nIs de minister dat besluit² bekend? {sentence}\n\n"
        "¹ Kamerstuk 28676, nr. 5.\n\n² Stb. 2015, 50.\n"
    )
    assert [suspect.text for suspect in engine.suspects(AROUND.format(text), NOTHING)] == []


def test_a_note_without_its_mark_has_it_misread(engine: Engine) -> None:
    text = (
        "Dit is de wet¹ van toen.\n\nDat is gebleken uit het besluit? van de Kamer.\n\n"
        "¹ Kamerstuk 28676, nr. 5.\n\n² Stb. 2015, 50.\n"
    )
    assert doubted(engine, text) == {"besluit?": "besluit²"}


def test_a_minister_who_signs_under_the_office_goes_on_with_no_sentence(engine: Engine) -> None:
    office = "De minister van Binnenlandse Zaken en Koninkrijksrelaties, mede namens de minister van,"
    text = f"{office}\n\ndr. A. Jansen"
    assert doubted(engine, text) == {}
