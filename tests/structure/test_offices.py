"""Offices and names under a letter."""

from __future__ import annotations

import pytest

from annotator.structure.lines import Line, lines_of
from annotator.structure.offices import OFFICE_AND_NAME, is_full_name, is_name, is_role, is_surname


def line(text: str) -> Line:
    return lines_of(text, [0])[0]


@pytest.mark.parametrize(
    "text",
    [
        "A.B. de Vries",
        "mr. A.B. de Vries-Jansen",
        "(w.g.) dr. ir. P. Bakelman",
        "J. LINDE.",
        "R F. M. Lansbergen",
        "M. J J. van Ameland",
        "W.J Deetsman",
        "E.l. Schipperhof",
        "G. Ph. Brakel",
    ],
)
def test_a_name_keeps_its_kind_when_its_initials_are_damaged(text: str) -> None:
    assert is_name(line(text))


@pytest.mark.parametrize(
    "text", ["1. Inleiding", "De Minister van Defensie", "A Verslag van de raad", "Stb. 416"]
)
def test_what_is_no_name(text: str) -> None:
    assert not is_name(line(text))


@pytest.mark.parametrize("text", ["VERINGH.", "VAN DER LAAN", "SUURHOF,"])
def test_a_surname_in_capitals(text: str) -> None:
    assert is_surname(line(text))


@pytest.mark.parametrize("text", ["Veringh.", "DE", "A.B. DE VRIES", "BIJLAGE 1"])
def test_what_is_no_surname_in_capitals(text: str) -> None:
    assert not is_surname(line(text))


def test_an_office_is_no_name() -> None:
    office = line("De Minister van Verkeer en Waterstaat,")
    assert is_role(office)
    assert not is_full_name(office)


@pytest.mark.parametrize(
    "text",
    [
        "De Minister van Defensie, die de raad voorzat.",
        "De Minister van Defensie heeft, zoals A.B. de Vries",
        "De Minister van Economische Zaken, Landbouw en Innovatie,",
    ],
)
def test_a_sentence_is_no_office_with_a_name(text: str) -> None:
    assert OFFICE_AND_NAME.search(text) is None
