"""What is promised to parliament, and what only looks so."""

from __future__ import annotations

import pytest

from annotator.structure.commitments import THRESHOLD, weigh


@pytest.mark.parametrize(
    "sentence",
    [
        "Ik zeg uw Kamer toe dat ik hier in de volgende rapportage op terugkom.",
        "Uw Kamer ontvangt dit Actieplan zodra deze gereed is.",
        "Ik informeer uw Kamer voor de zomer over de uitkomsten.",
        "Ik zal de Kamer in het najaar van 2024 over de voortgang informeren.",
        "Voor het kerstreces stuur ik u de evaluatie toe.",
        "De evaluatie zend ik uw Kamer uiterlijk op 1 juli 2025.",
        "Het kabinet komt hier bij Prinsjesdag op terug en zal uw Kamer dan nader informeren.",
        "De Staatssecretaris van Financiën zal uw Kamer hierover binnen zes weken berichten.",
        "Het wetsvoorstel wordt naar verwachting in het tweede kwartaal bij uw Kamer ingediend.",
        "Uw Kamer wordt hierover voor het commissiedebat geïnformeerd.",
        "Na afronding van het onderzoek bied ik het rapport aan uw Kamer aan.",
        "Ik streef ernaar uw Kamer begin 2025 een voorstel te doen toekomen.",
        "Naar verwachting kan uw Kamer het rapport medio mei tegemoetzien.",
        "Ik houd uw Kamer jaarlijks op de hoogte van de ontwikkelingen.",
    ],
)
def test_a_promise(sentence: str) -> None:
    assert weigh(sentence)[0] >= THRESHOLD


@pytest.mark.parametrize(
    "sentence",
    [
        "De Kamer is toegezegd dat de analyse openbaar wordt; zij is op 6 april gepubliceerd.",
        "Tijdens het debat heb ik uw Kamer toegezegd hierop terug te komen.",
        "Of de regels worden aangepast, zal later worden bezien.",
        "Met deze brief informeer ik uw Kamer over de stand van zaken.",
        "Hierbij bied ik u het verslag van de Raad aan.",
        "De agenda heeft uw Kamer op 14 juni ontvangen.",
        "Wanneer kan de Kamer het wetsvoorstel verwachten?",
        "De motie verzoekt de regering de Kamer te informeren.",
        "Het rapport is in mei aan uw Kamer aangeboden.",
        "Een verbod zou kunnen worden overwogen als andere maatregelen niet werken.",
        "In december informeerde mijn voorganger uw Kamer over de plannen.",
        "De gemeenten ontvangen hiervoor in het najaar extra middelen.",
        "Ik vertrouw erop uw Kamer hiermee voldoende te hebben geïnformeerd.",
    ],
)
def test_what_only_looks_like_one(sentence: str) -> None:
    assert weigh(sentence)[0] < THRESHOLD
