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
