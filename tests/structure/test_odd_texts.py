"""Texts that are hardly letters: something is proposed or nothing, and nothing breaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.page_layout import LineStyle
from annotator.structure.engine import propose
from annotator.structure.interface import LetterText

PIECES = (
    "Geachte voorzitter,",
    "Datum",
    "Betreft",
    "22 oktober 2020",
    "Hoogachtend,",
    "De Minister van Defensie,",
    "A.B. de Vries",
    "Bijlage 1",
    "Pagina 1 van 2",
    "¹ Kamerstuk 28 676, nr. 347",
    "Inleiding",
    "1. Aanleiding",
    "Vraag 1",
    "- een",
    "",
    " ",
    "-",
    "Ik informeer uw Kamer voor de zomer over wat er in de komende tijd gebeurt en wat er dan nog",
    "volgt.",
    "(",
    "1",
    "€ 5 miljoen",
    "De minister van Defensie, De minister van Financiën,",
    "W.B. Vos K.H. de Wit",
    "Datum   Bijlage(n)",
    "3 mei 2021   2",
    "Bctreft Subsidie",
    "II. Maatregelen",
    "¹ Zie de brief² van 3 mei 2018³.",
    "Ik heb dat toegezegd en kom daar in mei op terug.",
)


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "Geachte voorzitter,", "1", "-", "Bijlage", "Hoogachtend,", "( ( (", "Datum\nBetreft"],
)
def test_a_text_of_a_word_or_none(text: str) -> None:
    found = propose(LetterText(text))
    assert all(0 <= section.start <= section.end <= len(text) for section in found.sections)


@given(
    st.lists(st.sampled_from(PIECES), max_size=25),
    st.integers(0, 200),
    st.lists(
        st.builds(
            LineStyle,
            st.integers(0, 400),
            st.integers(0, 400),
            st.just(72.0),
            st.sampled_from([0.0, 9.0, 10.0, 14.0]),
            st.booleans(),
            st.booleans(),
            st.integers(0, 9),
        ),
        max_size=12,
    ),
)
def test_whatever_stands_there_the_sections_partition_it(
    pieces: list[str], page: int, styles: list[LineStyle]
) -> None:
    text = "\n".join(pieces)
    found = propose(LetterText(text, sorted({0, min(page, len(text))}), styles=styles))
    starts = [section.start for section in found.sections]
    assert starts == sorted(set(starts))
    for section, after in zip(found.sections, found.sections[1:], strict=False):
        assert section.end == after.start
    for passage in found.passages:
        assert 0 <= passage.start < passage.end <= len(text)
    for value in found.values:
        assert value.value
        if value.start is not None and value.end is not None:
            assert 0 <= value.start < value.end <= len(text)
