"""Doubtful words: misread and broken ones are found with the right word first, right ones are left alone."""

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
        ("De delegatie uit Belgié was aanwezig.", "Belgié", "België"),
        ("Het gaat om de financiéle gevolgen.", "financiéle", "financiële"),
        ("Dit is met de landen gecoordineerd.", "gecoordineerd", "gecoördineerd"),
        ("Aanwezig waren Duitsland, Italig en Letland.", "Italig", "Italië"),
        ("Aanwezig waren Duitsland, Slovenig en Letland.", "Slovenig", "Slovenië"),
        ("Het belang van substantiélere bijdragen is groot.", "substantiélere", "substantiëlere"),
        ("De codrdinatie ligt bij het ministerie.", "codrdinatie", "coördinatie"),
        ("De commissie heeft de brief ontvangem van de raad.", "ontvangem", "ontvangen"),
        ("Dat is de voomoemde regeling.", "voomoemde", "voornoemde"),
        ("Dit doet het kabinet in sarnenwerking met de sector.", "sarnenwerking", "samenwerking"),
        ("Er is een onderdee! van de regeling gewijzigd.", "onderdee!", "onderdeel"),
        ("Daar is de wet niet op vit te leggen.", "vit", "uit"),
        ("Dat is zo. leder lid van de Kamer weet dat.", "leder", "Ieder"),
        ("Zie ook Kamerstukken Il 2019/20, nr. 3.", "Il", "II"),
        ("De brief is van l5 maart.", "l5", "15"),
        ("Dit was in 2O19 al besloten.", "2O19", "2019"),
        ("Dit geldt ook voor het hoger beroep in italië.", "italië", "Italië"),
        ("Dat is devolgende stap in het proces.", "devolgende", "de volgende"),
        ("Daarvoor is de minister ver antwoordelijk gesteld.", "ver antwoordelijk", "verantwoordelijk"),
    ],
)
def test_misread_word_is_found_with_the_right_word_first(
    engine: Engine, text: str, reading: str, likely: str
) -> None:
    assert doubted(engine, text) == {reading: likely}


@pytest.mark.parametrize(
    ("text", "reading", "likely"),
    [
        ("Dit brengt geen verplich-\ntingen met zich mee.", "verplich-\ntingen", "verplichtingen"),
        ("Dat zei de secretaris-\ngeneraal van de NAVO.", "secretaris-\ngeneraal", "secretaris-generaal"),
        ("Dit staat in de Defensie-\nvisie van 2020.", "Defensie-\nvisie", "Defensievisie"),
        (
            "Dit geldt voor veiligheidsin-\n stituties in Irak.",
            "veiligheidsin-\n stituties",
            "veiligheidsinstituties",
        ),
        ("Dit geldt voor de bond-\n\ngenoten in Irak.", "bond-\n\ngenoten", "bondgenoten"),
        ("Dit geldt voor de NAVO-\nbondgenoten.", "NAVO-\nbondgenoten", "NAVO-bondgenoten"),
        ("Dit geldt in Noord-\nHolland.", "Noord-\nHolland", "Noord-Holland"),
        ("Door de gevolgen van COVID-\n19 is dit anders.", "COVID-\n19", "COVID-19"),
        ("Het is verplich\u00ad\ntend gesteld.", "verplich\u00ad\ntend", "verplichtend"),
        ("Dit heeft financi-\nële gevolgen.", "financi-\nële", "financiële"),
        ("Dit heeft financi-\néle gevolgen.", "financi-\néle", "financiële"),
    ],
)
def test_broken_word_is_offered_whole(engine: Engine, text: str, reading: str, likely: str) -> None:
    suspect = only(engine, text)
    assert (suspect.text, suspect.kind, suspect.suggestions[0].text) == (reading, "hyphen", likely)


@pytest.mark.parametrize("text", ["de in-\nen uitvoer van goederen", "de land-\nof tuinbouw in Nederland"])
def test_halves_that_stay_apart_are_left_alone(engine: Engine, text: str) -> None:
    assert doubted(engine, text) == {}


def test_what_the_letter_writes_elsewhere_decides(engine: Engine) -> None:
    text = "De Wob-artikelen zijn bekend. Het gaat om Wob-\nartikelen in deze brief."
    assert only(engine, text).suggestions[0].text == "Wob-artikelen"


@pytest.mark.parametrize(
    "text",
    [
        "De commandant (SACEUR) bezocht Vliegbasis Volkel en Ramstein met Bijleveld-Schouten.",
        "De Deterrence and Defence Posture van de NAVO en het Defence Capability Review Report.",
        "Het gaat om cash, capabilities en contributions, «in together, adjust together and out together».",
        "Zie Kamerstuk 28 676, nr. 347 en Kamerstukken II 2022/23, 36 229, nr. 1, p. 7–8 en 21501-07.",
        "Mail naar woo@minjenv.nl of kijk op www.rijksoverheid.nl/onderwerpen en https://example.org/x.",
        "Dit geldt o.g.v. art. 3, m.b.t. de Wob, d.d. 3-4-2020, e.e.a. conform IENW/BSK-2020/1234.",
        "Een materieelsamenwerkingsverband voor grondgebonden luchtruimverdediging en openingsstatements.",
        "De NAVO-missies, -operaties en het politiek-militair de-conflictiemechanisme.",
        "De in- en uitvoer, de 20-jarige Van der Meer-Mohr, § 3 en € 1.000,-.",
        "Als één van de coördinerende landen heeft België vóór 2020 geïnvesteerd.",
        "De videoteleconferentie van het ministerie was op 22 en 23 oktober.",
        "",
    ],
)
def test_right_text_is_left_alone(engine: Engine, text: str) -> None:
    assert doubted(engine, text) == {}


@pytest.mark.parametrize(
    ("text", "reading", "likely"),
    [
        ("Dit is besloten op grand van artikel 4 van de wet.", "grand", "grond"),
        ("In Den Haag heeft hek kabinet besloten dat de wet wordt aangepast.", "hek", "het"),
        ("Op dit moment worst gewerkt aan een voorstel van wet.", "worst", "wordt"),
        ("Het register van een van belde partijen is openbaar.", "belde", "beide"),
    ],
)
def test_a_word_in_the_place_of_another(engine: Engine, text: str, reading: str, likely: str) -> None:
    [found] = [s for s in engine.suspects(text, NOTHING) if s.text == reading]
    assert (found.suggestions[0].text, found.reason.code) == (likely, "fits_better")


@pytest.mark.parametrize("text", ["De grand tour ging door het land.", "Hij belde de minister daarover op."])
def test_a_word_in_its_own_place(engine: Engine, text: str) -> None:
    assert [s.text for s in engine.suspects(text, NOTHING)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Patiënten uit Saba en St. Eustatius worden daar behandeld, ook die uit St. Maarten.",
        "De minister heeft met zijn collega Le Drian over de samenwerking gesproken.",
        "Hierbij willen wij u onze appreciatie geven van het advies.",
        "Dat geldt voor de gemeente én voor de inwoners van het eiland.",
        "De doorvertaling van de uitkomsten en de uitfinanciering volgen in een deelbesluit.",
        "Over de bijdrage aan de missie Resolute Support is de Kamer eerder geïnformeerd.",
        "Het seminar werd geleid door Thijs Drouen en Carmin Douglas.",
    ],
)
def test_names_stress_compounds_and_small_letters_are_left_alone(engine: Engine, text: str) -> None:
    assert doubted(engine, text) == {}


def test_a_misread_name_is_doubted_where_a_frequent_misreading_explains_it(engine: Engine) -> None:
    text = "Aanwezig waren Italië, Slovenié Spanje en Kroatié Hongarije."
    assert doubted(engine, text) == {"Slovenié": "Slovenië", "Kroatié": "Kroatië"}
