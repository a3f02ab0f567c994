"""Where a letter begins to speak."""

from __future__ import annotations

from annotator.structure.lines import lines_of, usual_width
from annotator.structure.openings import find_opening

HEAD = "Ministerie van Defensie\nPostbus 20701\nDatum 3 maart 2026\nBetreft Voortgang\n\n"
BODY = (
    "In deze brief informeer ik de Kamer over de voortgang van de plannen die ik in\n"
    "het najaar heb toegezegd aan de leden van de commissie en van de andere fracties.\n"
)


def opening_of(text: str) -> tuple[str | None, str, bool]:
    lines = lines_of(text, [0])
    found = find_opening(lines, usual_width(lines))
    salutation = None if found.salutation is None else lines[found.salutation].text
    return salutation, lines[found.body].text[:13], found.has_letterhead


def test_the_text_begins_behind_the_salutation() -> None:
    assert opening_of(f"{HEAD}Geachte voorzitter,\n\n{BODY}") == (
        "Geachte voorzitter,",
        "In deze brief",
        True,
    )


def test_a_salutation_may_stand_first() -> None:
    assert opening_of(f"Geachte voorzitter,\n\n{BODY}") == ("Geachte voorzitter,", "In deze brief", False)


def test_without_a_salutation_the_text_begins_at_the_first_paragraph() -> None:
    assert opening_of(HEAD + BODY) == (None, "In deze brief", True)


def test_a_heading_above_the_first_paragraph_is_the_texts_own() -> None:
    head = "Datum 3 maart 2026\nBetreft Voortgang\n\nMinisterie van Defensie\nPostbus 20701\n\n"
    assert opening_of(f"{head}Inleiding\n\n{BODY}") == (None, "Inleiding", True)


def test_a_text_alone_has_no_letterhead() -> None:
    assert opening_of(BODY) == (None, "In deze brief", False)


def test_behind_the_first_paragraph_nothing_is_a_salutation() -> None:
    assert opening_of(f"{HEAD}{BODY}{BODY}{BODY}\nGeachte voorzitter,\n{BODY}")[0] is None


def test_a_printed_papers_head_ends_with_its_date() -> None:
    head = (
        "Zitting 1971-1972\n11 640\nVerslagen van de commissies die over de aanleg van de haven en van de\n"
        "vaarweg naar zee zijn ingesteld bij de wet\nBRIEF VAN DE MINISTER VAN VERKEER EN WATERSTAAT\nNr. 3\n"
        "'s-Gravenhage, 4 oktober 1971.\n"
    )
    assert opening_of(head + BODY) == (None, "In deze brief", True)


def test_the_address_may_stand_below_the_date() -> None:
    head = "Ministerie van Financiën\nKorte Voorhout 7\n2511 CW Den Haag\nDen Haag, 4 oktober 1991\n"
    address = "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal en aan de leden\n\n"
    assert opening_of(head + address + BODY) == (None, "In deze brief", True)


def test_a_subject_that_is_said_twice_is_no_text() -> None:
    subject = (
        "Beantwoording van de vragen van de leden Pels en Oord over de aanleg van de haven\n"
        "en van de vaarweg die naar de zee gaat\n"
    )
    head = (
        f"Postbus 20301\n2500 EH Den Haag\nDatum 3 maart 2026\nBetreft {subject}\nProjectnaam\n\n{subject}\n"
    )
    assert opening_of(head + BODY) == (None, "In deze brief", True)


def test_the_request_of_a_letterhead_is_no_text() -> None:
    asked = (
        "Bij beantwoording de datum en ons kenmerk vermelden. Wilt u slechts één\n"
        "zaak in uw brief behandelen."
    )
    assert opening_of(f"{HEAD}{asked}\n\n{BODY}") == (None, "In deze brief", True)
