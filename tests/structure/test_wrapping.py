"""A text with one paragraph a line is read as if it were set in lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.structure.wrapping import wrapped

PARAGRAPH = (
    "In deze brief informeer ik de Kamer over de voortgang van de plannen die ik in het najaar heb "
    "toegezegd, en over wat de voor- en nadelen daarvan zijn voor de havens, de vaarwegen en de gemeenten "
    "langs de kust."
)


def test_a_paragraph_a_line_is_broken_into_lines() -> None:
    lines = wrapped(PARAGRAPH).split("\n")
    assert len(lines) > 1
    assert max(map(len, lines)) <= 90
    assert " ".join(lines) == PARAGRAPH


def test_no_line_ends_with_the_hyphen_of_a_word_that_stays_apart() -> None:
    text = f"{'de gemeenten ' * 6}de voor- {'en de nadelen daarvan ' * 6}"
    assert not any(line.endswith("-") for line in wrapped(text).split("\n"))


def test_lines_of_a_page_stay_as_they_are() -> None:
    text = "\n".join([PARAGRAPH[:100], PARAGRAPH[100:]])
    assert wrapped(text) == text


def test_one_long_line_among_many_is_no_reason() -> None:
    text = f"{PARAGRAPH}\n" + "Een gewone regel van een gewone bladzijde.\n" * 40
    assert wrapped(text) == text


def test_an_office_that_the_last_paragraph_runs_into_begins_a_line() -> None:
    text = f"{PARAGRAPH} De Minister van Buitenlandse Zaken,"
    assert wrapped(text).split("\n")[-1] == "De Minister van Buitenlandse Zaken,"


@pytest.mark.parametrize("name", ["W. J. Oudemans", "mr. A.B. de Vries-Jansen", "VERINGH.", "Th. M. Haan."])
def test_the_name_behind_an_office_gets_a_line_of_its_own(name: str) -> None:
    office = "De Minister van Onderwijs en Wetenschappen,"
    assert wrapped(f"{office} {name}\nAan de Kamer") == f"{office}\n{name}\nAan de Kamer"


@given(st.text(alphabet="ab -.\n\tDe", max_size=600))
def test_no_place_moves(text: str) -> None:
    made = wrapped(text)
    assert len(made) == len(text)
    assert all(
        one == other or (one in " \t" and other == "\n") for one, other in zip(text, made, strict=True)
    )
