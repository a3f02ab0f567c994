"""What a word's form tells: abbreviations, names, numbers, addresses."""

from __future__ import annotations

import pytest

from annotator.language.interface import Engine, LearntState

NOTHING = LearntState()


@pytest.mark.parametrize(
    ("text", "reading", "likely"),
    [
        ("Het verzoek Is getoetst aan de wet.", "Is", "is"),
        ("Daarover moet Ik nog met de sector spreken.", "Ik", "ik"),
        ("Wij zouden dit doen, maar het kabinet Zou anders besluiten.", "Zou", "zou"),
        ("Dat is de verplichting uit Deel | van het Handvest.", "|", "I"),
        ("Zie ook Kamerstukken {| 2018/19, 28 676, nr. 312.", "{|", "II"),
        ("Wij handelen met het 00g op de uitvoering.", "00g", "oog"),
        ("Deze wet heeft ten doe! openbaarmaking te bevorderen.", "doe!", "doel"),
        ("Dit recht komt ledere burger toe.", "ledere", "iedere"),
        ("Het gaat om vijf a tien gevallen per jaar.", "a", "à"),
        ("De geimmobiliseerde tegoeden blijven daar.", "geimmobiliseerde", "geïmmobiliseerde"),
        ("Postbus 20001\n2500EA Den Haag\n", "2500EA", "2500 EA"),
        ("Zie het Staatsblad 2014, 127,p.3, voor de tekst.", "127,p.3", "127, p. 3"),
        ("Zie www. rijksoverheid.nl, onder documenten.", "www. rijksoverheid.nl", "www.rijksoverheid.nl"),
        (
            "De aanvraag ging over invoerbestandenLelystad en meer.",
            "invoerbestandenLelystad",
            "invoerbestanden Lelystad",
        ),
    ],
)
def test_what_its_form_tells(engine: Engine, text: str, reading: str, likely: str) -> None:
    found = [s for s in engine.suspects(text, NOTHING) if s.text == reading]
    assert [s.suggestions[0].text for s in found] == [likely]


@pytest.mark.parametrize(
    "text",
    [
        "Hoe werkt het vanaf nu? Is er nu sprake van een risico?",
        "Zij betalen samen de rekening. En dat voelt zuur.",
        "Uw kenmerk en Onze referentie staan hierboven.",
        "In het rapport Zicht op de wijk staat dit.",
        "Het plan kost 8,10 of 12,5 miljoen euro.",
        "Het is een a priori oordeel.",
        "Het hondje keek door het raam! Toen liep het weg.",
        "Hij heeft een geintje gemaakt.",
        "Het Meerjarig Financieel Kader (‘MFK’) is bekend.",
        "De regeling SDE++ is opengesteld.",
        "Zie de notitie van Dir. Luchtvaart over de immissieconcentraties.",
    ],
)
def test_what_has_such_a_form_and_is_right(engine: Engine, text: str) -> None:
    assert [s.text for s in engine.suspects(text, NOTHING)] == []
