"""What belongs to the page: its number, running heads, the margin read with the text."""

from __future__ import annotations

import pytest

from annotator.structure.furniture import find_furniture, is_page_number
from annotator.structure.lines import Line, lines_of

WIDTH = 80
FULL = "De Kamer wordt in het najaar nader geïnformeerd over de voortgang van de plannen en"


def letter(*pages: tuple[str, ...]) -> list[Line]:
    """Return the lines of a letter of these pages."""
    starts, text = [], ""
    for page in pages:
        starts.append(len(text))
        text += "\n".join(page) + "\n"
    return lines_of(text, starts)


def prose(*names: str) -> tuple[str, ...]:
    """Return full lines of text, each with other words."""
    return tuple(
        f"De {name} wordt door {name[::-1]} in het najaar nader bekeken met het oog op {name} en"
        for name in names
    )


A, B, C, D, E, F = prose("commissie", "Eerste Kamer", "voorlichting", "begroting", "uitvoering", "wetgeving")


def furniture_of(lines: list[Line], body: int = 0, given: tuple[tuple[int, int], ...] = ()) -> list[str]:
    return [lines[index].text for index in sorted(find_furniture(lines, body, WIDTH, given).lines)]


@pytest.mark.parametrize(
    "text", ["Pagina 1 van 4", "Fagna 2vand", "Pagina l van 4", "pag. 3", "- 2 -", "2/4", "7"]
)
def test_the_last_line_of_a_page_may_be_its_number(text: str) -> None:
    assert is_page_number(letter((FULL, text))[1])


@pytest.mark.parametrize("text", ["2/4", "7", "- 2 -"])
def test_a_number_amidst_a_page_is_none(text: str) -> None:
    assert not is_page_number(letter((FULL, text, FULL))[1])


@pytest.mark.parametrize("text", ["Pagina's vol", "Artikel 7", "2026", "Pagina 1 van 4 en dan nog wat meer"])
def test_what_is_no_page_number(text: str) -> None:
    assert not is_page_number(letter((FULL, text, FULL))[1])


def test_a_line_at_the_edge_of_several_pages_is_a_running_head() -> None:
    head = "Ministerie van Defensie, Bestuursstaf"
    lines = letter((A, B), (head, C, D), (head, E, F))
    assert furniture_of(lines) == [head, head]


def test_a_running_head_may_be_misread_and_have_the_pages_number() -> None:
    lines = letter((A, B), ("Kamerstuk 29628, nr. 1043 2", C), ("Kamerstuk 29628, nr. 1043 3", D))
    assert len(furniture_of(lines)) == 2


def test_a_line_that_stands_once_is_no_running_head() -> None:
    assert furniture_of(letter((A, B), ("Inleiding van de plannen", C), (D, E))) == []


@pytest.mark.parametrize("text", ["kst-29628-1043", "ISSN 0921-7371", "’s-Gravenhage 2026"])
def test_what_printed_papers_have_at_their_feet(text: str) -> None:
    assert furniture_of(letter((FULL, text))) == [text]


def test_what_the_source_says_is_furniture() -> None:
    lines = letter((FULL, "Een regel", FULL))
    span = (lines[1].start, lines[1].end)
    assert furniture_of(lines, given=(span,)) == ["Een regel"]
    assert furniture_of(lines, given=((span[0] + 1, span[1]),)) == []


def test_the_margin_of_the_letterhead_comes_again_on_later_pages() -> None:
    head = ("Directoraat-generaal Agro", "Ons kenmerk", "DGA/2026/3")
    lines = letter((*head, "", A, B, C), (*head, "", D, E, F))
    assert furniture_of(lines, body=3) == list(head)


def test_the_letterhead_itself_is_no_furniture() -> None:
    lines = letter(("Directoraat-generaal Agro", "Ons kenmerk", "DGA/2026/3", "", FULL, FULL))
    assert furniture_of(lines, body=3) == []


def test_where_the_margin_runs_into_a_line_the_text_ends_before_it() -> None:
    head = ("Directoraat-generaal Agro", "Ons kenmerk", "DGA/2026/3")
    lines = letter((*head, "", FULL, FULL), (FULL, "Tot slot Directoraat-generaal Agro", FULL))
    found = find_furniture(lines, 3, WIDTH)
    (index,) = found.cut
    assert lines[index].text[: found.cut[index]] == "Tot slot"
    assert index not in found.lines


def test_a_text_that_speaks_of_a_unit_is_not_cut() -> None:
    head = ("Directoraat-generaal Agro", "Ons kenmerk", "DGA/2026/3")
    lines = letter((*head, "", FULL, FULL), (FULL, "Dit zegt het Directoraat-generaal Agro", FULL))
    assert find_furniture(lines, 3, WIDTH).cut == {}


def test_notes_that_are_alike_on_each_page_are_no_running_foot() -> None:
    lines = letter(
        (A, B, "", "1 Kamerstuk 29 684, nr. 87"),
        (C, D, "", "2 Kamerstuk 29 684, nr. 88"),
        (E, F, "", "3 Kamerstuk 29 684, nr. 89"),
    )
    assert furniture_of(lines) == []
