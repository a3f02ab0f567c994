"""Words broken at a line end, and by what stands between two pages."""

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


@pytest.mark.parametrize("between", ["Pagina 2 van 4", "Ministerie van Buitenlandse Zaken"])
def test_furniture_between_the_halves_of_a_word_is_stepped_over(engine: Engine, between: str) -> None:
    text = AROUND.format(f"De minister heeft gisteren de stu-\n{between}\nkken, en ook de brieven ontvangen.")
    start = text.index(between)
    (suspect,) = engine.suspects(text, NOTHING, (), [(start, start + len(between))])
    assert (suspect.text, suspect.kind) == (f"stu-\n{between}\nkken, ", "hyphen")
    assert suspect.suggestions[0].text == f"stukken,\n{between}\n"


def test_a_word_is_not_joined_with_furniture(engine: Engine) -> None:
    text = AROUND.format("De minister heeft gisteren de stu-\nPagina 2 van 4\nDe Kamer vergadert.")
    assert engine.suspects(text, NOTHING) == []


@pytest.mark.parametrize(
    ("read", "likely"),
    [
        ("verplich~\ntingen", "verplichtingen"),
        ("verant—\nwoordelijkheid", "verantwoordelijkheid"),
        ("verzame=\nling", "verzameling"),
        ("secretaris -\ngeneraal", "secretaris-generaal"),
        ("verplich- tingen", "verplichtingen"),
        ("veiligheidsin- stituties", "veiligheidsinstituties"),
    ],
)
def test_a_word_is_joined_at_a_misread_hyphen_and_within_a_line(
    engine: Engine, read: str, likely: str
) -> None:
    found = engine.suspects(AROUND.format(f"De minister heeft gisteren de {read} genoemd."), NOTHING)
    assert [(one.text, one.suggestions[0].text) for one in found] == [(read, likely)]


@pytest.mark.parametrize(
    "text",
    [
        "De in- en uitvoer, de beleids- en uitvoeringskosten en de niet- gouvernementele organisaties.",
        "Dat is de wet —\ndat zal bekend zijn — en die blijft.",
        "Dat geldt voor alle landen -\nbehalve voor Nederland.",
    ],
)
def test_what_stands_apart_stays_apart(engine: Engine, text: str) -> None:
    assert engine.suspects(AROUND.format(text), NOTHING) == []
