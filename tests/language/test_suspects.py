"""What the engine doubts in a letter, what it offers, and what it leaves alone."""

from __future__ import annotations

import pickle
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.document import CORRECTION_KINDS
from annotator.core.problems import Problem
from annotator.language import engine_for
from annotator.language.engine import DutchEngine
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


def test_correction_made_before_comes_first(engine: Engine) -> None:
    state = LearntState(corrections=(("Kréger", "Kröger", "word", 1),))
    suggested = engine.suggestions("lid Kréger", 4, 10, state)
    assert suggested[0].text == "Kröger"


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


def test_mark_called_always_right_is_left_alone(engine: Engine) -> None:
    assert doubted(engine, "Dat is de wet® van toen.", LearntState(words=("wet®",))) == {}


def test_rejected_suggestion_is_not_first_again(engine: Engine) -> None:
    text = "Dat is de ondere stap."
    (first, second) = only(engine, text).suggestions[:2]
    state = LearntState(rejected=(("ondere", first.text, 2),))
    assert only(engine, text, state).suggestions[0].text == second.text


def test_reading_kept_three_times_is_trusted(engine: Engine) -> None:
    state = LearntState(rejected=(("Belgié", "België", 3),))
    assert doubted(engine, "De delegatie uit Belgié.", state) == {}


def test_suggestions_cost_nothing_of_the_reading_itself(engine: Engine) -> None:
    text = "de brief van de raad"
    offered = [s.text for s in engine.suggestions(text, 3, 8, NOTHING)]
    assert offered and "brief" not in offered


def test_suggestions_for_a_suspect_are_its_own(engine: Engine) -> None:
    text = AROUND.format("De delegatie uit Belgié.")
    at = text.index("Belgié")
    assert engine.suggestions(text, at, at + 6, NOTHING)[0].text == "België"


def test_suggestion_for_a_broken_word_has_no_line_break(engine: Engine) -> None:
    text = "geen verplich-\ntingen aan"
    assert engine.suggestions(text, 5, 21, NOTHING)[0].text == "verplichtingen"


def test_selection_of_several_words_is_corrected_whole(engine: Engine) -> None:
    text = "Aanwezig waren Belgié, Irak en Italig."
    assert engine.suggestions(text, 15, 37, NOTHING)[0].text == "België, Irak en Italië"


def test_punctuation_in_the_selection_stays(engine: Engine) -> None:
    text = "Aanwezig waren Belgié, en Irak."
    assert engine.suggestions(text, 15, 22, NOTHING)[0].text == "België,"


def test_suggestions_are_limited(engine: Engine) -> None:
    assert len(engine.suggestions("de ondere stap", 3, 9, NOTHING, limit=2)) == 2


@pytest.mark.parametrize("word", ["bondgenoten", "België", "NAVO", "veiligheidsinstituties", "Wob-besluit"])
def test_word_is_known(engine: Engine, word: str) -> None:
    assert engine.is_word(word, NOTHING)


@pytest.mark.parametrize("word", ["Belgié", "verplichtlngen", "inschattingwordt"])
def test_misreading_is_no_word(engine: Engine, word: str) -> None:
    assert not engine.is_word(word, NOTHING)


def test_the_sure_suspect_has_a_sure_suggestion(engine: Engine) -> None:
    suspect = only(engine, "De delegatie uit Belgié.")
    assert suspect.sure
    assert suspect.suggestions[0].sure


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
    with pytest.raises(Problem, match="missing or damaged"):
        DutchEngine(tmp_path).suspects("Een brief", NOTHING)  # type: ignore[arg-type]


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


@given(st.lists(PIECES, max_size=20).map("".join), st.integers(0, 40), st.integers(0, 40))
def test_suggestions_for_any_selection_differ_from_it(
    engine: Engine, text: str, one: int, other: int
) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    found = engine.suggestions(text, start, end, NOTHING)
    assert text[start:end] not in [s.text for s in found]
    assert len(found) <= 5


def test_what_belongs_to_the_page_is_left_alone(engine: Engine) -> None:
    text = AROUND.format("De delegatie uit Belgié.")
    at = text.index("Belgié")
    assert engine.suspects(text, NOTHING, (), [(at - 5, at + 6)]) == []


@pytest.mark.parametrize(
    ("text", "reading", "likely"),
    [
        ("Het verzoek Is getoetst aan de wet.", "Is", "is"),
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


@pytest.mark.parametrize(
    ("text", "reading", "likely"),
    [
        ("Dit is besloten op grand van artikel 4 van de wet.", "grand", "grond"),
        ("Het register van een van belde partijen is openbaar.", "belde", "beide"),
    ],
)
def test_a_word_in_the_place_of_another(engine: Engine, text: str, reading: str, likely: str) -> None:
    [found] = [s for s in engine.suspects(text, NOTHING) if s.text == reading]
    assert (found.suggestions[0].text, found.reason.code) == (likely, "fits_better")


@pytest.mark.parametrize("text", ["De grand tour ging door het land.", "Hij belde de minister daarover op."])
def test_a_word_in_its_own_place(engine: Engine, text: str) -> None:
    assert [s.text for s in engine.suspects(text, NOTHING)] == []
