"""Raised digits are marks of notes: no value, and no passage, has one for its last figure."""

from __future__ import annotations

import pytest

from tests.structure.reading import proposed

LETTER = """Ministerie van Waterbeheer
Datum 14 maart 2019
Betreft Voortgang van de dijken

Geachte voorzitter,

{body}

Hoogachtend,
"""


@pytest.mark.parametrize(
    ("body", "role", "quotes"),
    [
        (
            "De kosten¹ zijn 12² miljoen euro³ of € 2.500⁶ per gemeente.",
            "amount",
            ["12² miljoen euro", "€ 2.500"],
        ),
        ("Zie Kamerstuk 28 676, nr. 347⁴ en verder.", "reference", ["Kamerstuk 28 676, nr. 347"]),
        ("Zie Kamerstuk 28 676 ¹, nr. 347 ² en verder.", "reference", ["Kamerstuk 28 676 ¹, nr. 347"]),
        (
            "Dit staat in de brief van 3 mei 2018⁵, later die van 4 mei 2018¹².",
            "date",
            ["3 mei 2018", "4 mei 2018"],
        ),
    ],
)
def test_a_passage_ends_before_its_mark(body: str, role: str, quotes: list[str]) -> None:
    text, found = proposed(LETTER.format(body=body))
    at = text.index(body)
    passages = [p for p in found.passages if p.role == role and p.start >= at]
    assert [text[p.start : p.end] for p in passages] == quotes


def test_a_value_has_no_mark_in_it() -> None:
    text, found = proposed(LETTER.format(body="Zie Kamerstuk 28 676, nr. 347⁴ en verder."))
    (value,) = [value for value in found.values if value.role == "reference"]
    assert (value.value, value.shown) == ("28676/347", "Kamerstuk 28 676, nr. 347")
    assert value.start is not None and text[value.start : value.end] == value.shown


def test_sections_lie_where_they_are_in_the_text_with_its_marks() -> None:
    body = "Dit is een zin¹ met tekst.\n\nStand van zaken²\n\nDe dijken³ zijn nagenoeg gereed, zoals gemeld."
    text, found = proposed(LETTER.format(body=body))
    headed = [section for section in found.sections if section.heading]
    assert [text[slice(*section.heading)] for section in headed if section.heading] == ["Stand van zaken"]
    assert headed[0].start == text.index("Stand")
    assert found.sections[-1].end == len(text)


NOTES = (
    "\n\n1 Voorlopig.\n2 Prijspeil 2017.\n3 Zie de bijlage.\n4 Vergaderjaar 2018-2019.\n5 Nader te bepalen.\n"
)


@pytest.mark.parametrize(
    ("body", "role", "quote"),
    [
        (
            "De kosten1 en de baten2 staan in Kamerstuk 28 676, nr. 3473.",
            "reference",
            "Kamerstuk 28 676, nr. 347",
        ),
        ("De kosten1 en de baten2 zijn € 2.5003 per jaar.", "amount", "€ 2.500"),
        ("De kosten1 en de baten2 staan in mijn brief van 3 mei 20183.", "date", "3 mei 2018"),
    ],
)
def test_a_mark_in_plain_figures_is_no_part_of_a_value(body: str, role: str, quote: str) -> None:
    text, found = proposed(LETTER.format(body=body) + NOTES)
    at = text.index(body)
    passages = [p for p in found.passages if p.role == role and at <= p.start < at + len(body)]
    assert [text[p.start : p.end] for p in passages] == [quote]


def test_a_dossier_s_number_goes_to_the_form_without_its_mark() -> None:
    body = "De kosten1 en de baten2 staan in Kamerstuk 28 676, nr. 3473."
    _, found = proposed(LETTER.format(body=body) + NOTES)
    assert [value.value for value in found.values if value.role == "reference"] == ["28676/347"]
