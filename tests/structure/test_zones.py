"""Where a letter begins to speak, where it is closed, where it is signed."""

from __future__ import annotations

import pytest

from annotator.structure.lines import Line, lines_of, usual_width
from annotator.structure.zones import (
    find_ending,
    is_attachment,
    is_closing,
    is_enclosures,
    is_prose,
    is_salutation,
)

HEAD = "Ministerie van Defensie\nPostbus 20701\nDatum 3 maart 2026\nBetreft Voortgang\n\n"
BODY = (
    "In deze brief informeer ik de Kamer over de voortgang van de plannen die ik in\n"
    "het najaar heb toegezegd aan de leden van de commissie en van de andere fracties.\n"
)
SIGNED = "\nHoogachtend,\n\nDe Minister van Defensie,\n\n\nA.B. de Vries\n"


def line(text: str) -> Line:
    return lines_of(text, [0])[0]


@pytest.mark.parametrize(
    "text",
    [
        "Geachte voorzitter,",
        "Geachta voorzitter",
        "Gaachte voorzitter,",
        "Hooggeachte heer",
        "Beste leden,",
        "Excellentie,",
    ],
)
def test_salutations(text: str) -> None:
    assert is_salutation(line(text))


@pytest.mark.parametrize("text", ["De geachte afgevaardigde", "Gedachte", "Geachte " + "x" * 90])
def test_what_is_no_salutation(text: str) -> None:
    assert not is_salutation(line(text))


@pytest.mark.parametrize(
    "text",
    ["Hoogachtend,", "Hoogachlend", "Met vriendelijke groet,", "Met vriendelyke groet", "met hoogachting"],
)
def test_closing_formulas(text: str) -> None:
    assert is_closing(line(text))


@pytest.mark.parametrize("text", ["Achtend", "Met dank voor uw brief", "Hoogachtend" + " x" * 30])
def test_what_is_no_closing_formula(text: str) -> None:
    assert not is_closing(line(text))


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("Bijlagen:", True), ("Bijlage", True), ("Bijlage(n) 2", True), ("Bijlagen bij deze brief", False)],
)
def test_a_list_of_enclosures(text: str, is_one: bool) -> None:
    assert is_enclosures(line(text)) == is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Bijlage 1 – Overzicht", True),
        ("Annex", True),
        ("bijlage 1", False),
        ("Bijlage (1)", False),
        ("Bijlage 1 is toegevoegd.", False),
        ("Bijlagenoverzicht", False),
        ("Bijlage " + "x" * 110, False),
    ],
)
def test_the_heading_of_an_attachment(text: str, is_one: bool) -> None:
    assert is_attachment(line(text)) == is_one


def test_running_text_is_long_and_has_small_words() -> None:
    first = line(BODY)
    assert is_prose(first, 80)
    assert not is_prose(first, 200), "too short for such a width"
    assert not is_prose(line("Kamerstukken Defensie Voortgangsrapportage Materieelprojecten Overzicht"), 80)
    assert not is_prose(line("Onderwerp: de brief van de Kamer over de voortgang van de plannen"), 80)


def ending_of(text: str) -> tuple[str | None, str | None, str | None]:
    lines = lines_of(text, [0])
    found = find_ending(lines, 0, set(), usual_width(lines))
    places = (found.closing, found.signature, found.after)
    closing, signature, after = (
        lines[at].text if at is not None and at < len(lines) else None for at in places
    )
    return closing, signature, after


def test_a_letter_is_closed_and_signed() -> None:
    assert ending_of(BODY + SIGNED) == ("Hoogachtend,", "De Minister van Defensie,", None)


def test_a_letter_may_be_signed_without_being_closed() -> None:
    signed = SIGNED.replace("Hoogachtend,\n\n", "")
    assert ending_of(BODY + signed) == (None, "De Minister van Defensie,", None)


def test_an_attachment_stands_behind_the_signature() -> None:
    assert ending_of(f"{BODY}{SIGNED}\nBijlage 1 – Overzicht\n\n{BODY}")[2] == "Bijlage 1 – Overzicht"


def test_a_text_without_an_end_is_not_signed() -> None:
    assert ending_of(BODY)[:2] == (None, None)
