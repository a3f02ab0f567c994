"""Suspects of typed text: slips, broken words, signs without a reading; no misreadings."""

from __future__ import annotations

import pytest

from annotator.language.interface import Engine, LearntState, Stretch, Suspect
from annotator.language.typed import of_typed

NOTHING = LearntState()
AROUND = (
    "De ministers spraken tijdens de bijeenkomst over de situatie in de regio en\n"
    "over de bijdrage van Nederland aan de missie.\n\n{}\n\n"
    "Het kabinet zal de Kamer hierover in het najaar opnieuw informeren, zoals\n"
    "eerder is toegezegd.\n"
)


def found(engine: Engine, said: str, *, typed: bool = True, slips: bool = True) -> list[Suspect]:
    text = AROUND.format(said)
    stretches: list[Stretch] = [(0, len(text))] if typed else []
    suspects = engine.suspects(text, NOTHING)
    return of_typed(text, suspects, stretches, lambda word: engine.is_word(word, NOTHING), slips=slips)


def test_a_word_that_is_none_is_a_slip_and_nothing_is_filled_in(engine: Engine) -> None:
    (read,) = found(engine, "Dat meldt de inspectie Veiligheid en Jusititie.", typed=False)
    assert (read.kind, read.sure) == ("word", False)
    (slip,) = found(engine, "Dat meldt de inspectie Veiligheid en Jusititie.")
    assert (slip.text, slip.kind, slip.suggestions[0].text) == ("Jusititie", "slip", "Justitie")
    assert not slip.suggestions[0].sure


def test_slips_are_left_out_where_nobody_wants_them(engine: Engine) -> None:
    assert found(engine, "Dat meldt de inspectie Veiligheid en Jusititie.", slips=False) == []


@pytest.mark.parametrize(
    "said",
    [
        "Dit staat in het derde lid? van dat artikel.",  # a mark, where it was read
        "Dat is op grand van het besluit gedaan.",  # a word that is one
        "Postbus 20011 2500EA Den Haag is het adres van de minister.",  # a postcode as many write it
    ],
)
def test_what_only_misreading_explains_is_none(engine: Engine, said: str) -> None:
    assert found(engine, said, typed=False) != []
    assert found(engine, said) == []


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Dit zijn de verplich-\ntingen van het verdrag.", "hyphen"),
        ("Het comit\ufffd vergadert.", "word"),
        ("Dat is een van de gevolgen vande nieuwe wet.", "space"),
    ],
)
def test_broken_words_and_lost_signs_are_doubted_as_ever(engine: Engine, said: str, kind: str) -> None:
    assert [suspect.kind for suspect in found(engine, said)] == [kind]
    assert found(engine, said) == found(engine, said, typed=False)


def test_text_that_is_full_of_misreadings_was_not_typed(engine: Engine) -> None:
    said = "Belgié en Italié, Slovenié en Kroatié gecoordineerd, financiéle coordinatie."
    assert found(engine, said) == found(engine, said, typed=False) != []


def test_only_what_lies_in_a_typed_stretch_is_taken_so(engine: Engine) -> None:
    text = AROUND.format("Dat meldt Veiligheid en Jusititie.")
    suspects = engine.suspects(text, NOTHING)
    assert of_typed(text, suspects, [(0, 40)], lambda word: engine.is_word(word, NOTHING)) == suspects
