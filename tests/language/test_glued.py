"""Words that lost the space between them, and days of which a figure was read as a letter."""

from __future__ import annotations

import pytest

from annotator.language.interface import Engine, LearntState

NOTHING = LearntState()
AROUND = (
    "De ministers spraken tijdens de bijeenkomst over de situatie in de regio en\n"
    "over de bijdrage van Nederland aan de missie.\n\n{}\n\n"
    "Het kabinet zal de Kamer hierover in het najaar opnieuw informeren, zoals\n"
    "eerder is toegezegd.\n"
)


def doubted(engine: Engine, text: str) -> dict[str, str | None]:
    return {
        suspect.text: suspect.suggestions[0].text if suspect.suggestions else None
        for suspect in engine.suspects(AROUND.format(text), NOTHING)
    }


@pytest.mark.parametrize(
    ("text", "reading", "likely"),
    [
        ("Dat is een van de gevolgen vande nieuwe wet.", "vande", "van de"),
        ("Artikel 3 staat inde wet over het onderwijs.", "inde", "in de"),
        ("Dat is besproken metde gemeenten en de provincies.", "metde", "met de"),
        ("Ditis in overleg met de gemeenten besloten.", "Ditis", "Dit is"),
        ("De Kamer is van mening,dat de regeling moet blijven.", "mening,dat", "mening, dat"),
        ("Dat blijkt uit het besluit.De minister heeft dat bevestigd.", "besluit.De", "besluit. De"),
        ("Het besluit is op 15juni 2020 genomen.", "15juni", "15 juni"),
        ("De kosten zijn 2.5miljoen per jaar.", "2.5miljoen", "2.5 miljoen"),
        ("Dat valt onder:de verantwoordelijkheid van de minister.", "onder:de", "onder de"),
        ("Op basis van-het verzoek is besloten.", "van-het", "van het"),
        ("Op basis van.de wet is besloten.", "van.de", "van de"),
        ("Op basis van dat_het besloten is.", "dat_het", "dat het"),
        ("Vanaf 2ol4mogelijk is het anders.", "2ol4mogelijk", "2014 mogelijk"),
        ("Hoe gaatu daarmee om in dit najaar?", "gaatu", "gaat u"),
        ("Het wetsvoorstelis in de Kamer besproken.", "wetsvoorstelis", "wetsvoorstel is"),
    ],
)
def test_a_lost_space_is_found(engine: Engine, text: str, reading: str, likely: str) -> None:
    assert doubted(engine, text) == {reading: likely}


@pytest.mark.parametrize(
    ("text", "reading", "likely"),
    [
        ("Dat stond in de brief van S oktober 2020.", "S", "5"),
        ("Dat stond in de brief van zo december 2020.", "zo", "20"),
        ("Dat stond in de brief van 2g september 2020.", "2g", "29"),
    ],
)
def test_a_day_is_a_number(engine: Engine, text: str, reading: str, likely: str) -> None:
    assert doubted(engine, text) == {reading: likely}


@pytest.mark.parametrize(
    "text",
    [
        "Meteen daarna uitten zij hun zorgen, erin en eraan, voordat het zover was.",
        "Zie www.rijksoverheid.nl en kenmerk BZ.De2020, of mail naar loket.wet@minbuza.nl.",
        "Kortgezegd is het de medewerkers opgevallen dat ertoe en ervan is afgezien.",
        "De regeling geldt van maandag:dinsdag tot en met de week erna.",
    ],
)
def test_words_that_are_one_stay_whole(engine: Engine, text: str) -> None:
    assert [one for one in doubted(engine, text).values() if one and " " in one] == []
