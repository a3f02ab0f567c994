"""How lines are set is evidence for headings and for their levels, where a source says so."""

from __future__ import annotations

import pytest

from annotator.core.page_layout import LineStyle
from annotator.structure.engine import propose
from annotator.structure.interface import LetterText

FACES = {"*": (True, False), "/": (False, True), "#": (True, True), "": (False, False)}
PROSE = (
    "Hierbij bied ik u het verslag aan van de bijeenkomst in Brussel die op deze\n"
    "dagen heeft plaatsgevonden, met de bijlagen waarnaar daarin verwezen wordt.\n"
    "Ik heb de betrokken gemeenten daarvan op de hoogte gesteld.\n"
)


def letter(*parts: str) -> tuple[str, list[LineStyle]]:
    """Return a letter with these headings and its styles; `*` sets one bold, `/` italic, `#` both."""
    body = "".join(f"\n{part}\n{PROSE}" for part in parts)
    marked = f"Geachte voorzitter,\n\n{PROSE}{body}\nHoogachtend,\n\nJ. de Vries\n"
    text, styles = "", []
    for line in marked.split("\n"):
        mark = line[:1] if line[:1] in "*/#" else ""
        bare = line[len(mark) :]
        if bare:
            styles.append(LineStyle(len(text), len(text) + len(bare), 72, 10, *FACES[mark]))
        text += bare + "\n"
    return text[:-1], styles


def headed(text: str, styles: list[LineStyle]) -> list[tuple[str, int]]:
    found = propose(LetterText(text, styles=styles))
    return [(text[slice(*s.heading)], s.level) for s in found.sections if s.heading and s.role == "topic"]


def test_the_weaker_a_heading_is_set_the_deeper_it_lies() -> None:
    parts = (
        "*Wettelijk kader",
        "*Beoordeling van stukken",
        "/Persoonlijke gegevens",
        "/Intern beraad",
        "*Openbaarmaking",
    )
    assert [level for _, level in headed(*letter(*parts))] == [1, 1, 2, 2, 1]


def test_three_faces_are_three_levels() -> None:
    parts = (
        "#Toelichting",
        "*Eerste artikel",
        "/Bijdrage aan derden",
        "/Kamers van handel",
        "*Tweede artikel",
        "/Fondsen",
    )
    assert [level for _, level in headed(*letter(*parts))] == [1, 2, 3, 3, 2, 3]


def test_one_heading_in_another_face_at_the_end_makes_no_level_above_all_others() -> None:
    parts = (
        "*Wettelijk kader",
        "*Motivering van stukken",
        "/Persoonlijke gegevens",
        "*Wijze van openbaarmaking",
        "#Plaatsing",
    )
    assert [level for _, level in headed(*letter(*parts))] == [1, 1, 2, 1, 1]


def test_headings_of_one_face_are_of_one_level() -> None:
    parts = ("*Inzet in Europa", "*Irak", "*Gezamenlijke inzet in Irak", "*Vervolg")
    assert {level for _, level in headed(*letter(*parts))} == {1}


def test_a_short_plain_line_is_no_heading_among_bold_ones() -> None:
    short = "Overzicht van alle betrokken gemeenten in 2021, naar grootte"
    text, styles = letter("*Stand van zaken", "*Vervolg van het werk", "*Tot besluit van deze brief")
    at = text.index("\nHoogachtend")
    longer = text[:at] + f"{short}\n{PROSE}" + text[at:]
    told = [style for style in styles if style.start < at] + [LineStyle(at, at + len(short), 72, 10)]
    assert short in dict(headed(longer, []))
    assert [heading for heading, _ in headed(longer, told)] == [
        "Stand van zaken",
        "Vervolg van het werk",
        "Tot besluit van deze brief",
    ]


def test_a_bold_paragraph_is_no_heading_line_by_line() -> None:
    text, styles = letter("*Stand van zaken", "*Vervolg van het werk")
    bold = [
        s._replace(bold=True) if "Brussel" in text[s.start : s.end] or "dagen" in text[s.start : s.end] else s
        for s in styles
    ]
    assert all("Hierbij" not in heading for heading, _ in headed(text, bold))


def test_the_level_that_the_source_states_is_believed() -> None:
    text, styles = letter("Eerste onderwerp", "Deelonderwerp van dit", "Tweede onderwerp")
    stated = {"Eerste onderwerp": 2, "Deelonderwerp van dit": 4, "Tweede onderwerp": 2}
    told = [s._replace(level=stated.get(text[s.start : s.end], 0)) for s in styles]
    assert headed(text, told) == [
        ("Eerste onderwerp", 1),
        ("Deelonderwerp van dit", 2),
        ("Tweede onderwerp", 1),
    ]


def test_sizes_that_an_ocr_program_measured_are_not_believed() -> None:
    text, styles = letter("Stand van zaken", "Vervolg van het werk", "Tot slot")
    measured = [s._replace(size=10 + n % 3) for n, s in enumerate(styles)]
    assert headed(text, measured) == headed(text, [])


@pytest.mark.parametrize("bold", [True, False])
def test_a_letter_of_one_face_is_read_by_its_text(bold: bool) -> None:
    text, styles = letter("Stand van zaken", "Vervolg van het werk", "Tot slot")
    assert headed(text, [s._replace(bold=bold) for s in styles]) == headed(text, [])


def test_numbers_say_more_than_type() -> None:
    parts = ("*1. Inleiding en opzet", "*1.1 Het eerste deel", "*2. De uitvoering", "*2.1 Het tweede deel")
    assert [level for _, level in headed(*letter(*parts))] == [1, 2, 1, 2]


def test_styles_lie_where_they_are_in_a_text_with_marks_and_ligatures() -> None:
    text, styles = letter("*Stand van zaken", "/Onderdeel daarvan", "*Vervolg van het werk")
    at = text.index("Brussel")
    marked = text[:at] + "e\ufb03ciënt¹ in " + text[at:]
    moved = [s._replace(start=s.start + 12 * (s.start > at), end=s.end + 12 * (s.end > at)) for s in styles]
    assert len("e\ufb03ciënt¹ in ") == 12
    assert headed(marked, moved) == headed(text, styles)
