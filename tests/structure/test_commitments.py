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
        "Hierover zal ik uw Kamer na de zomer nader informeren.",
        "De Kamer wordt hier uiterlijk in november over bericht.",
        "Ik kom daar in de Voorjaarsnota op terug.",
        "Ik zal de uitkomsten van de evaluatie met uw Kamer delen.",
        "De uitkomsten deel ik voor de begrotingsbehandeling met uw Kamer.",
        "Ik heb het RIVM gevraagd dit te onderzoeken en zal uw Kamer over de resultaten informeren.",
        "Een eerste rapportage treft uw Kamer in het voorjaar van 2024 aan.",
        "In de volgende voortgangsrapportage ga ik hier nader op in.",
        "Ik ben bereid dit te laten onderzoeken en uw Kamer daarover in het najaar te informeren.",
        "Naar verwachting stuur ik het wetsvoorstel voor de zomer naar uw Kamer.",
        "Wij zullen uw Kamer daarvan op de hoogte houden.",
        "U ontvangt de kabinetsreactie binnen drie maanden.",
        "Ik neem dit mee in de beleidsreactie die ik uw Kamer voor het kerstreces zal toesturen.",
        "Het kabinet streeft ernaar de nota in mei aan de Kamer aan te bieden.",
        "Over de voortgang rapporteer ik halfjaarlijks aan uw Kamer.",
        "Zodra er meer duidelijkheid is, zal ik de Kamer hierover berichten.",
        "Ik zal uw Kamer hier voor het einde van het jaar een brief over sturen.",
        "Toegezegd wordt dat uw Kamer de cijfers elk kwartaal ontvangt.",
        "Het onderzoeksrapport wordt u na afronding toegezonden.",
        "De minister van EZK zal u hierover separaat informeren.",
        "Daarover zal ik u tijdens het commissiedebat van 12 juni nader berichten.",
        "Ik bied uw Kamer het plan van aanpak in het tweede kwartaal aan.",
        "Uw Kamer kan de evaluatie in december tegemoetzien.",
        "Het ontwerpbesluit zal in het kader van de voorhangprocedure aan beide Kamers worden voorgelegd.",
        "Tevens zeg ik toe de gevolgen voor kleine gemeenten in kaart te brengen.",
        "Voor het zomerreces kunt u van mij een uitgewerkt voorstel verwachten.",
        "De resultaten worden in het eerste kwartaal van 2025 met de Kamer gedeeld.",
        "Bij de Miljoenennota informeer ik de Kamer over de dekking.",
        "Ik zal de motie betrekken bij de herziening en uw Kamer daarover voor 1 mei rapporteren.",
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
        "Op 3 mei heb ik uw Kamer geïnformeerd over de stand van zaken.",
        "In de brief van 12 maart is uw Kamer hierover bericht.",
        "Zoals ik uw Kamer eerder heb gemeld, is het onderzoek afgerond.",
        "De motie verzoekt de regering de Kamer voor de zomer te informeren.",
        "Uw Kamer heeft mij gevraagd hierop te reageren.",
        "Het kabinet zal de komende periode inzetten op betere handhaving.",
        "Gemeenten ontvangen in het najaar een handreiking.",
        "Ik zal mij hiervoor in Europees verband blijven inzetten.",
        "Bij deze brief treft u de evaluatie aan.",
        "Hierbij informeer ik u, mede namens de Minister van Financiën, over de voortgang.",
        "Uw Kamer is hierover bij brief van 4 april geïnformeerd (Kamerstuk 29 684, nr. 12).",
        "Een besluit hierover is aan een volgend kabinet.",
        "Of een wetswijziging nodig is, zal het kabinet nog bezien.",
        "Tijdens het debat heeft de Kamer om een overzicht gevraagd.",
        "De Raad zal in juni een besluit nemen.",
        "In deze brief ga ik in op de vragen die uw Kamer heeft gesteld.",
        "Deze brief stuur ik u in reactie op het verzoek van de vaste commissie.",
        "Met deze brief doe ik de toezegging gestand om uw Kamer voor de zomer te informeren.",
        "Ik heb toegezegd uw Kamer hierover voor het zomerreces te informeren.",
        "Mogelijk wordt de regeling in 2025 aangepast.",
        "De Europese Commissie komt naar verwachting in het najaar met een voorstel.",
        "De Commissie zal de lidstaten in december informeren over de uitkomsten.",
        "Ik onderschrijf het belang dat uw Kamer hecht aan een tijdige uitvoering.",
        "De evaluatie wordt in 2026 uitgevoerd.",
        "Ik waardeer de betrokkenheid van de Kamer bij dit onderwerp.",
        "De toezegging aan het lid Jansen om de Kamer te informeren beschouw ik hiermee als afgedaan.",
        "Ook kan ik uw Kamer melden dat de eerste resultaten positief zijn.",
        "De ministers spraken af elkaar jaarlijks te informeren.",
    ],
)
def test_what_only_looks_like_one(sentence: str) -> None:
    assert weigh(sentence)[0] < THRESHOLD
