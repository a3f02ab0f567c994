"""Labels and their values, however the columns of a letterhead were read."""

from __future__ import annotations

import pytest

from annotator.structure.columns import labels_in_columns
from annotator.structure.interface import LetterText
from annotator.structure.letterhead import find_labelled, label_of_rest
from annotator.structure.lines import lines_of
from annotator.structure.sections import anatomy
from tests.structure.reading import proposed, values_of

BODY = (
    "\nGeachte voorzitter,\n\n"
    "In deze brief informeer ik de Kamer over de voortgang van de plannen die ik in\n"
    "het najaar heb toegezegd aan de leden van de commissie en van de andere fracties.\n"
)


def found(head: str, body: str = BODY, field: str | None = None) -> dict[str, str]:
    """Return what is found in a letter: what stands there, or for a date its day."""
    text = head + body
    made = find_labelled(anatomy(LetterText(text)))
    return {
        value.role: value.value or " ".join(text[value.start : value.end].split())
        for value in made
        if field in (None, value.role)
    }


def test_a_value_stands_behind_its_label() -> None:
    head = "Datum 3 maart 2026\nBetreft Voortgang van de plannen\n"
    head += "Ons kenmerk BS/2026/12345\nUw kenmerk 2026Z00123\n"
    assert found(head) == {
        "letter_date": "2026-03-03",
        "subject": "Voortgang van de plannen",
        "our_reference": "BS/2026/12345",
        "your_reference": "2026Z00123",
    }


@pytest.mark.parametrize("between", [" ", ": ", " : ", ":\n"])
def test_a_colon_may_stand_between(between: str) -> None:
    assert found(f"Postbus 20701\nDatum{between}3 maart 2026\n")["letter_date"] == "2026-03-03"


def test_a_value_stands_below_its_label() -> None:
    head = "Datum\n3 maart 2026\nBetreft\nVoortgang van de plannen\nOns kenmerk\nBS/2026/12345\n"
    assert found(head) == {
        "letter_date": "2026-03-03",
        "subject": "Voortgang van de plannen",
        "our_reference": "BS/2026/12345",
    }


def test_values_stand_in_a_block_behind_their_labels() -> None:
    head = "Datum\nOns kenmerk\nBetreft\n\n3 maart 2026\nBS/2026/12345\nVoortgang van de plannen\n"
    assert found(head)["letter_date"] == "2026-03-03"


def test_values_stand_below_labels_in_columns() -> None:
    head = "Datum            Ons kenmerk\n17 oktober 2008  BS/2008/12345\n"
    assert found(head) == {"letter_date": "2008-10-17", "our_reference": "BS/2008/12345"}


def test_a_subject_goes_on_in_the_next_lines() -> None:
    head = "Datum 3 maart 2026\nBetreft Voortgang van de plannen voor\nde gemeenten in het noorden\n"
    assert found(head)["subject"] == "Voortgang van de plannen voor de gemeenten in het noorden"


@pytest.mark.parametrize("nothing", ["-", "--", "geen", "n.v.t."])
def test_a_label_may_have_no_value(nothing: str) -> None:
    assert "your_reference" not in found(f"Datum 3 maart 2026\nUw kenmerk {nothing}\nPostbus 20701\n")


def test_an_address_is_no_reference() -> None:
    assert "our_reference" not in found("Datum 3 maart 2026\nOns kenmerk\nPostbus 20701\n2500 EB Den Haag\n")


def test_a_date_is_no_reference_of_ours() -> None:
    assert "our_reference" not in found("Ons kenmerk 3 maart 2026\nPostbus 20701\n")


def test_what_is_dated_by_the_other_side_may_be_its_reference() -> None:
    assert found("Datum 3 maart 2026\nUw brief 1 februari 2026\n")["your_reference"] == "1 februari 2026"


def test_of_two_references_of_theirs_the_number_says_more() -> None:
    head = "Datum 3 maart 2026\nUw brief 1 februari 2026\nUw kenmerk 2026Z00123\n"
    assert found(head)["your_reference"] == "2026Z00123"


def test_attachments_are_counted_or_named() -> None:
    assert found("Datum 3 maart 2026\nBijlage(n) 2\n")["attachments"] == "2"
    assert (
        found("Datum 3 maart 2026\nBijlagen Overzicht van de plannen\n")["attachments"]
        == "Overzicht van de plannen"
    )


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Den Haag, 22 oktober 2021", "2021-10-22"),
        ("’s-Gravenhage, 22 oktober 2021", "2021-10-22"),
        ("22 oktober 2021", "2021-10-22"),
        ("Verzonden 22 oktober 2021", "2021-10-22"),
        ("2 2 OKT 2021", "2021-10-22"),
        ("22 OKT. 2021", "2021-10-22"),
    ],
)
def test_a_date_without_a_label(line: str, day: str) -> None:
    head = f"Ministerie van Defensie\nPostbus 20701\n2500 EB Den Haag\n{line}\n"
    assert found(head, field="letter_date") == {"letter_date": day}


def test_a_date_in_a_sentence_is_not_the_letters() -> None:
    head = "Ministerie van Defensie\nPostbus 20701\nuw verzoek van 22 oktober 2021 om inlichtingen\n"
    assert found(head, field="letter_date") == {}


def test_without_a_letterhead_nothing_is_found() -> None:
    assert found("", BODY.lstrip()) == {}


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("Datum   Ons kenmerk", ["letter_date", "our_reference"]),
        ("Datum Ons kenmerk", []),
        ("Datum   Den Haag", []),
        ("Datum   Ons kenmerk X1", []),
        ("Datum", []),
    ],
)
def test_a_line_of_nothing_but_labels(line: str, fields: list[str]) -> None:
    assert labels_in_columns(lines_of(line, [0])[0]) == fields


def test_a_label_behind_a_label() -> None:
    assert label_of_rest(" Betreft")
    assert not label_of_rest("12345")


PARAGRAPH = (
    "Hierbij informeer ik u over de voortgang van de aanleg van de vaarweg naar de haven,\n"
    "waarover uw Kamer in het overleg van 11 maart vragen heeft gesteld aan de minister.\n"
)


@pytest.mark.parametrize(
    "head",
    [
        "Den Haag. 3 mei 2021",
        "'s-Gravenhage 3 mei 2021",
        "Den Haag, de 3 mei 2021",
        "Deze brief is per mail verstuurd op 3 mei 2021",
        "per mail verstuurd op 3 mei 2021",
    ],
)
def test_a_date_behind_a_place_or_words(head: str) -> None:
    _, proposals = proposed(
        f"Ministerie van Financiën\nPostbus 20201\n{head}\n\nGeachte heer,\n\n{PARAGRAPH}"
    )
    assert values_of(proposals, "letter_date") == ["2021-05-03"]


@pytest.mark.parametrize(
    "subject",
    [
        "Kabinetsreactie op de lijst van het\nKoninkrijksoverleg januari 2015",
        "Reisverslag Saba - Sint Maarten -\nCuraçao 18 - 22 december 2022",
    ],
)
def test_a_subject_goes_on_in_a_line_with_a_year(subject: str) -> None:
    head = f"Ministerie van Financiën\nDatum 3 mei 2021\nBetreft {subject}\n\nGeachte heer,\n\n"
    _, proposals = proposed(head + PARAGRAPH)
    assert values_of(proposals, "subject") == [" ".join(subject.split())]


def test_what_an_e_mail_says_of_itself() -> None:
    head = "Van: Bestuursondersteuning\nAan: Griffie Tweede Kamer\nVerzonden: woensdag 3 mei 2021 14:12\n"
    _, proposals = proposed(f"{head}Onderwerp: Toezending\n\nGeachte griffier,\n\n{PARAGRAPH}")
    assert values_of(proposals, "letter_date") == ["2021-05-03"]
    assert values_of(proposals, "sender") == ["Bestuursondersteuning"]
    assert values_of(proposals, "addressee") == ["Griffie Tweede Kamer"]
