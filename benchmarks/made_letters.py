"""Letters with sentences of known tags, made by frames and fillings: what learning tags is measured on.

Frames of the first letters and of those that follow differ in part; each tag has near misses, which share its
words. Nothing of them is from a real letter.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass

_FILLINGS = {
    "who": "het kabinet|de minister van Financiën|de staatssecretaris|de gemeente|het ministerie|"
    "de toezichthouder|de sector|de inspectie|de provincie|het Rijk",
    "topic": "de jeugdzorg|het stikstofbeleid|de woningbouw|het openbaar vervoer|de drinkwaterkwaliteit|"
    "de kinderopvang|de digitale overheid|het hoger onderwijs|de visserij|"
    "de energietransitie|de arbeidsmarkt|de huurtoeslag",
    "year": "2021|2022|2023|2024|2025|2026",
    "money": "€ 12 miljoen|€ 250 miljoen|3,5 miljoen euro|€ 1,2 miljard|€ 800.000",
    "budget": "de begroting van VWS|hoofdstuk XIII|de Rijksbegroting|het Gemeentefonds|"
    "de aanvullende post|artikel 4",
    "time": "twee jaar|drie jaar|vijf jaar|een jaar|achttien maanden",
    "island": "Bonaire|Sint Eustatius|Saba|Caribisch Nederland|de BES-eilanden|de drie eilanden",
    "member": "het lid Jansen|de leden De Vries en Bakker|het lid Omtzicht|de leden Smit en El Amrani",
    "law": "de wet|de regeling|het besluit|de subsidieregeling|het programma|de pilot|de maatregel",
    "effect": "meer ruimte voor maatwerk|lagere lasten|een betere aansluiting|kortere wachttijden|"
    "heldere afspraken",
}
TAGS = {
    "budget": (
        "De kosten van {money} worden gedekt uit {budget}.",
        "Dekking vindt plaats binnen {budget}, waarvoor {money} is gereserveerd.",
        "De budgettaire gevolgen voor {topic} bedragen {money} en zijn verwerkt in {budget}.",
        "Voor {topic} is in {year} {money} beschikbaar op {budget}.",
        "Het beslag op {budget} loopt op tot {money} structureel.",
        "De middelen komen ten laste van {budget}; het gaat in {year} om {money}.",
        "Hiermee is {law} gedekt: {budget} voorziet in {money}.",
        "De uitgaven voor {topic} passen binnen {budget}.",
    ),
    "evaluation": (
        "{law_} wordt na {time} geëvalueerd.",
        "Over {time} volgt een evaluatie van {law}, waarin ook {topic} wordt betrokken.",
        "Ik laat {law} uiterlijk in {year} onafhankelijk evalueren.",
        "De evaluatiebepaling schrijft voor dat {law} na {time} wordt doorgelicht.",
        "De doeltreffendheid van {law} wordt na {time} onderzocht door een extern bureau.",
        "Bij de evaluatie in {year} wordt bezien of {law} doeltreffend en doelmatig is geweest.",
        "Een invoeringstoets vindt plaats {time} na inwerkingtreding van {law}.",
        "Na {time} wordt de werking van {law} in de praktijk geëvalueerd met {who}.",
    ),
    "islands": (
        "Voor {island} geldt {law} vooralsnog niet.",
        "{law_} is van overeenkomstige toepassing op {island}.",
        "Met de openbare lichamen van {island} is over {topic} gesproken.",
        "Op {island} wordt {topic} langs een eigen tijdpad ingevoerd.",
        "De positie van {island} vraagt om een eigen afweging bij {law}.",
        "Het principe van comply or explain is toegepast: {law} wordt op {island} later ingevoerd.",
        "De inwoners van {island} krijgen toegang tot {law} vanaf {year}.",
        "In overleg met de eilandbesturen van {island} is gekozen voor {effect}.",
    ),
    "motion": (
        "Hiermee beschouw ik de motie van {member} als afgedaan.",
        "De motie van {member} over {topic} is hiermee uitgevoerd.",
        "Met deze aanpak geef ik uitvoering aan de motie van {member}.",
        "Daarmee is voldaan aan de motie van {member} die vroeg om {effect}.",
        "Ik beschouw de toezegging aan {member} en de motie daarover als afgehandeld.",
        "De gewijzigde motie van {member} wordt zo afgerond.",
        "Zo komt het kabinet tegemoet aan de motie van {member} over {topic}.",
        "De motie van {member} acht ik met het bovenstaande afgedaan.",
    ),
}
_PLAIN = (
    "In {year} is met {who} gesproken over {topic}.",
    "{topic_} staat al langer onder druk.",
    "De kosten van {topic} stijgen al jaren.",
    "Uit onderzoek van {year} blijkt dat {topic} achterblijft bij de verwachtingen.",
    "{who_} werkt samen met {who} aan {effect}.",
    "Ik hecht eraan dat {topic} voor iedereen toegankelijk blijft.",
    "De uitkomsten laten zien dat {law} leidt tot {effect}.",
    "Ook {who} wijst op het belang van {topic}.",
    "Het gaat daarbij om {effect} en om {effect}.",
    "Dat vraagt om een zorgvuldige afweging door {who}.",
    "In het debat van {year} vroeg {member} naar {topic}.",
    "De motie van {member} verzoekt de regering {topic} te verbeteren.",
    "De evaluatie van {year} liet zien dat {law} onvoldoende bekend was.",
    "{island} kreeg in {year} bezoek van {who}.",
    "De begroting van {who} wordt in september aangeboden.",
    "Er is {money} nodig om {topic} op orde te brengen, aldus {who}.",
    "Daarnaast is {law} in {year} gewijzigd op verzoek van {who}.",
    "{who_} heeft hierover advies uitgebracht.",
    "Signalen uit de praktijk zijn besproken met {who}.",
    "Voor {topic} zijn drie scenario's uitgewerkt.",
    "Het vorige kabinet koos voor {effect}.",
    "Daarbij speelt mee dat {topic} per regio verschilt.",
    "De komende periode staat {effect} centraal.",
    "Zonder aanvullende keuzes neemt de druk op {topic} toe.",
    "Hierna ga ik in op {topic} en op {law}.",
)
_LINE = 92


@dataclass(frozen=True, slots=True)
class MadeLetter:
    """A letter, and where sentences of each tag stand in it: the tag, start and end."""

    text: str
    tagged: tuple[tuple[str, int, int], ...]


def made_letters(count: int, seed: int, *, later: bool = False) -> list[MadeLetter]:
    """Return letters; those that come `later` also use frames that the first ones do not."""
    chance = random.Random(seed)
    return [_letter(chance, later) for _ in range(count)]


def _letter(chance: random.Random, later: bool) -> MadeLetter:
    sentences: list[tuple[str, str]] = [("", _filled(chance.choice(_PLAIN), chance)) for _ in range(45)]
    for tag, frames in TAGS.items():
        if chance.random() < 0.6:
            for _ in range(chance.choice((1, 1, 2, 3))):
                frame = chance.choice(frames if later else frames[:6])
                place = chance.randrange(10, len(sentences))
                sentences.insert(place, (tag, _filled(frame, chance)))
    text = "De Voorzitter van de Tweede Kamer\nPostbus 20018\n2500 EA Den Haag\n\nGeachte voorzitter,\n\n"
    tagged: list[tuple[str, int, int]] = []
    column = 0
    for number, (tag, sentence) in enumerate(sentences):
        start = len(text)
        for word in sentence.split():
            if column + len(word) > _LINE:
                text, column = f"{text.rstrip(' ')}\n", 0
            text, column = f"{text}{word} ", column + len(word) + 1
        if tag:
            tagged.append((tag, start + (text[start] == "\n"), len(text) - 1))
        if number % 6 == 5:
            text, column = f"{text.rstrip(' ')}\n\n", 0
    return MadeLetter(
        f"{text.rstrip()}\n\nHoogachtend,\n\nde minister van Zaken,\n\nA. Jansen\n", tuple(tagged)
    )


def _filled(frame: str, chance: random.Random) -> str:
    def put(match: re.Match[str]) -> str:
        words = chance.choice(_FILLINGS[match[1].rstrip("_")].split("|"))
        return words[0].upper() + words[1:] if match[1].endswith("_") else words

    said = re.sub(r"\{(\w+)\}", put, frame)
    return said[0].upper() + said[1:]
