"""Words with a sign in them that no Dutch word holds, and signs that stand wrong beside a number."""

from __future__ import annotations

import pytest

from annotator.language.interface import Engine, LearntState

AROUND = "Geachte voorzitter,\n\nDe minister heeft gezegd dat {} daarvoor bekend is.\n"


def doubted(engine: Engine, text: str) -> dict[str, str]:
    found = engine.suspects(AROUND.format(text), LearntState())
    return {one.text: one.suggestions[0].text if one.suggestions else "" for one in found}


@pytest.mark.parametrize(
    ("read", "likely"),
    [
        ("overh&id", "overheid"),
        ("b&eid", "beleid"),
        ("&en", "een"),
        ("instel)ingen", "instellingen"),
        ("kwa(iteit", "kwaliteit"),
        ("verschil)ende", "verschillende"),
        ("dr¢iging", "dreiging"),
        ("di¢", "die"),
        ("be§loten", "besloten"),
        ("pro%entueel", "procentueel"),
        ("be>luit", "besluit"),
    ],
)
def test_a_word_with_a_foreign_sign_is_one_suspect_with_the_sign_in_it(
    engine: Engine, read: str, likely: str
) -> None:
    assert doubted(engine, f"het {read} van nu") == {read: likely}


def test_a_sign_that_nothing_explains_is_doubted_without_a_suggestion(engine: Engine) -> None:
    assert doubted(engine, "de xqz¢wrt van nu") == {"xqz¢wrt": ""}


@pytest.mark.parametrize(
    ("text", "read", "likely"),
    [
        ("een bedrag van ¢ 12 miljoen", "¢", "€"),
        ("in $ 3 van de wet", "$", "§"),
        ("een aandeel van 10°k", "10°k", "10%"),
        ("een aandeel van 2,5 °/o", "2,5 °/o", "2,5 %"),
    ],
)
def test_signs_beside_a_number(engine: Engine, text: str, read: str, likely: str) -> None:
    assert doubted(engine, text) == {read: likely}


@pytest.mark.parametrize(
    "text",
    [
        "de (mede)verantwoordelijkheid voor project(en)",
        "de (zie wet)en dan",
        "de R&D van Ernst&Young en van bed&breakfasts",
        "een bedrag van $ 3 miljoen",
        "het adres naam_achter@minfin.nl/een&twee",
        "het bestand de_nota.pdf",
        "een hoek van 10° en 5 °C",
        "de medewerker/medewerkster(s)",
    ],
)
def test_signs_that_stand_where_they_may_are_left_alone(engine: Engine, text: str) -> None:
    assert doubted(engine, text) == {}


def test_two_misread_letters_are_no_pair_of_brackets(engine: Engine) -> None:
    assert doubted(engine, "de kwa(iteit van de afde)ing") == {
        "kwa(iteit": "kwaliteit",
        "afde)ing": "afdeling",
    }
