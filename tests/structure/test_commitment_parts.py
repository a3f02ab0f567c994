"""Who promises what to whom, and for when."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.structure.commitment_parts import parts_of

WRITTEN = date(2021, 3, 15)


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "Dit voorjaar zal ik uw Kamer in een brief nader informeren over de uitwerking.",
            ("ik", "de uitwerking", "uw Kamer", "Dit voorjaar", "2021-06-20"),
        ),
        (
            "Het kabinet zal de Kamer eind dit jaar een appreciatie doen toekomen.",
            ("Het kabinet", "een appreciatie", "de Kamer", "eind dit jaar", "2021-12-31"),
        ),
        (
            "De minister van OCW zal de Eerste Kamer over de uitkomsten van dit onderzoek informeren.",
            ("De minister van OCW", "de uitkomsten van dit onderzoek", "de Eerste Kamer", "", ""),
        ),
        (
            "Hierover wordt uw Kamer separaat geïnformeerd door de minister van Financiën.",
            ("de minister van Financiën", "Hierover", "uw Kamer", "", ""),
        ),
        (
            "Deze verkenning stuur ik voor 1 april 2024 aan uw Kamer.",
            ("ik", "Deze verkenning", "uw Kamer", "voor 1 april 2024", "2024-04-01"),
        ),
        (
            "Volgend jaar ontvangt u een eva-\nluatie.",
            ("", "een evaluatie", "u", "Volgend jaar", "2022-12-31"),
        ),
        (
            "Zodra het onderzoek is afgerond, informeer ik de Kamer.",
            ("ik", "", "de Kamer", "Zodra het onderzoek is afgerond", ""),
        ),
    ],
)
def test_the_parts_of_a_promise(sentence: str, parts: tuple[str, ...]) -> None:
    assert parts_of(sentence, WRITTEN) == parts


@given(st.text(max_size=200))
def test_any_text_has_parts(text: str) -> None:
    assert len(parts_of(text, WRITTEN)) == 5
