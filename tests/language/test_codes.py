"""Numbers, Roman numbers and acronyms that were misread where only one can stand."""

from __future__ import annotations

import pytest

from annotator.language.interface import Engine, LearntState

AROUND = "Geachte voorzitter,\n\nDe minister heeft gezegd dat {} daarvoor bekend is.\n"


def doubted(engine: Engine, text: str) -> dict[str, str]:
    found = engine.suspects(AROUND.format(text), LearntState())
    return {one.text: one.suggestions[0].text for one in found}


@pytest.mark.parametrize(
    ("text", "read", "likely"),
    [
        ("op zo december 2020", "zo", "20"),
        ("artikel lO van de wet", "lO", "10"),
        ("het bedrag van l2 miljoen", "l2", "12"),
        ("Kamerstukken HI 2018/19, 28 676, nr. 5", "HI", "II"),
        ("Kamerstukken ti 2018/19, 28 676, nr. 5", "ti", "II"),
        ("hoofdstuk HI van de begroting", "HI", "III"),
        ("het ministerie van 8ZK", "8ZK", "BZK"),
        ("het ministerie van lenW", "lenW", "IenW"),
        ("de brief TENW/BSK-2021/212551", "TENW", "IENW"),
        ("de vraag 2018205896", "2018205896", "2018Z05896"),
        ("ECLI:NL:RVS:1999:AEB211", "ECLI:NL:RVS:1999:AEB211", "ECLI:NL:RVS:1999:AE8211"),
        ("Postbus 40225 B004 DE Zwolle", "B004", "8004"),
        ("T oss 042 42 42", "oss", "088"),
        ("de fractie van Groenlinks", "Groenlinks", "GroenLinks"),
    ],
)
def test_what_stands_around_it_says_what_must_stand_there(
    engine: Engine, text: str, read: str, likely: str
) -> None:
    assert doubted(engine, text) == {read: likely}


def test_pages_are_counted_by_each_other(engine: Engine) -> None:
    text = "Pagina 1 van 14\n\nEen brief.\n\nPagina z van 14\n\nEen brief.\n\nPagina 3 van a4\n\nEen brief."
    found = [(one.text, one.suggestions[0].text) for one in engine.suspects(text, LearntState())]
    assert found == [("z", "2"), ("a4", "14")]


def test_an_acronym_that_the_letter_has_again_and_again_is_meant(engine: Engine) -> None:
    text = "DNB toetst. " * 8 + "Daarnaast werken DNS en de AFM samen."
    found = {one.text: one.suggestions[0].text for one in engine.suspects(text, LearntState())}
    assert found == {"DNS": "DNB"}


@pytest.mark.parametrize(
    "text",
    [
        "artikel I van de wet en bijlage II daarbij",
        "Kamerstukken II 2018/19, 28 676, nr. 5",
        "Kamerstukken I 2018/19, 28 676, nr. A",
        "de ministeries van EZ, EZK, IenW en JenV",
        "D66 en JA21 en de G20",
        "DNS en DNB",
        "een brief van 2018 met nummer 201820589",
    ],
)
def test_what_may_stand_there_is_left_alone(engine: Engine, text: str) -> None:
    assert doubted(engine, text) == {}
