"""Words with a space in them that is none, also where they were misread as well."""

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
        ("een voo rlag van nu", "voo rlag", "voorlag"),
        ("de brief aan d e Kamer", "d e", "de"),
        ("de brief aan de K amer", "K amer", "Kamer"),
        ("de brief aan deK amer", "deK amer", "de Kamer"),
        ("de ver antwoor ding van het kabinet", "ver antwoor ding", "verantwoording"),
        ("h et beleid", "h et", "het"),
        ("het b esloten beleid", "b esloten", "besloten"),
        ("nummer 20 17/30412", "20 17/30412", "2017/30412"),
        ("de brief van 1 5 juni", "1 5", "15"),
        ("het beleid in 2 018", "2 018", "2018"),
    ],
)
def test_a_torn_word_is_one_suspect_with_its_space(engine: Engine, text: str, read: str, likely: str) -> None:
    assert doubted(engine, text) == {read: likely}


@pytest.mark.parametrize(
    "text",
    [
        "de onderdelen a en b en c d e f",
        "een groot deel op nieuw te zien",
        "de voor en na de wet",
        "kunt u a en b noemen",
        "meneer J de Vries",
    ],
)
def test_words_that_stand_apart_are_left_alone(engine: Engine, text: str) -> None:
    assert doubted(engine, text) == {}
