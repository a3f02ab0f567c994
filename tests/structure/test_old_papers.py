"""Letters of ministers as they were printed for parliament before 1995, one paragraph a line."""

from __future__ import annotations

import pytest

from tests.structure.reading import outline_of, proposed, values_of

LONG = (
    "Bij de openbare behandeling van het onderhavige hoofdstuk werd door het lid van Uw Kamer, de heer Van "
    "Eibergen, gevraagd naar de voortgang van de werken aan de haven. Ik heb de eer U hieromtrent "
    "het volgende mede te delen. Voor deze werken is een bedrag van f 250.000 uitgetrokken, waarvan "
    "reeds f 180.000 is besteed. De overige werken zullen in den loop van dit jaar worden aanbesteed."
)
FOOT = "\nAan de Heer Voorzitter van de Tweede Kamer der Staten-Generaal\n"
LETTERS = {
    "of the fifties": (
        "ZITTING 1956-1957 — 4700\nRijksbegroting voor het dienstjaar 1957\n"
        "BRIEF VAN DE MINISTER VAN VERKEER EN WATERSTAAT\nNr. 23\n's-Gravenhage, 14 Maart 1957.\n"
        f"{LONG}\nDe Minister van Verkeer en Waterstaat,\nJ. ALDERS.{FOOT}"
        "x) Nedergelegd ter griffie, ter inzage van de leden.\n",
        ("1957-03-14", "De Minister van Verkeer en Waterstaat", "J. ALDERS"),
    ),
    "with a surname alone": (
        "Zitting 1967-1968 - 9699\nWerken aan de haven\nBRIEF VAN DE MINISTER\nVAN FINANCIËN\nNr. 1\n"
        f"'s-Gravenhage, 21 augustus 1968.\n{LONG}\nDe Minister van Financiën,\nWITTEBROOD.{FOOT}",
        ("1968-08-21", "De Minister van Financiën", "WITTEBROOD"),
    ),
    "whose text runs into the office": (
        "ZITTING 1962—1963 — 7069 (R 328)\nVerdrag over de haven\n"
        "BRIEF VAN DE MINISTER VAN BUITENLANDSE ZAKEN Nr. 1\n's-Gravenhage, 22 februari 1963.\n"
        f"{LONG} De Minister van Buitenlandse Zaken,\nJ. LINDE.{FOOT}",
        ("1963-02-22", "De Minister van Buitenlandse Zaken", "J. LINDE"),
    ),
    "of the eighties, office and name in a line": (
        "Tweede Kamer der Staten-Generaal\n2\nVergaderjaar 1985-1986\n19 204\nWerken aan de haven\nNr. 16\n"
        "BRIEF VAN DE STAATSSECRETARIS VAN VOLKSHUISVESTING, RUIMTELIJKE ORDENING EN MILIEUBEHEER\n"
        f"Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\nLeidschendam, 3 december 1985\n{LONG}1\n"
        "De Staatssecretaris van Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer, G. Ph. Brakel\n"
        "' Ter inzage gelegd op de bibliotheek.\nTweede Kamer, vergaderjaar 1985-1986, 19 204, nr. 16\n",
        (
            "1985-12-03",
            "De Staatssecretaris van Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer",
            "G. Ph. Brakel",
        ),
    ),
}
PARTS = ["letterhead", "introduction", "signature"]


@pytest.mark.parametrize("name", LETTERS)
def test_the_form_of_a_printed_letter(name: str) -> None:
    raw, (date, office, signatory) = LETTERS[name]
    _, proposals = proposed(raw)
    assert values_of(proposals, "letter_date") == [date]
    assert values_of(proposals, "signatory_role") == [office]
    assert values_of(proposals, "signatory") == [signatory]
    addressee = values_of(proposals, "addressee")
    assert [value.removeprefix("de ") for value in addressee] == [
        "Voorzitter van de Tweede Kamer der Staten-Generaal"
    ]


@pytest.mark.parametrize("name", LETTERS)
def test_the_parts_of_a_printed_letter(name: str) -> None:
    text, proposals = proposed(LETTERS[name][0])
    found = outline_of(text, proposals)
    assert [role for role, _, _ in found][:3] == PARTS
    assert not any(heading for _, _, heading in found)


def test_two_who_sign_and_two_chambers() -> None:
    raw = (
        "Zitting 1965-1966 - 8600\nVerslag\nBRIEF VAN DE MINISTER-PRESIDENT\nNr. 2\n"
        f"'s-Gravenhage, 11 oktober 1965.\n{LONG}\n"
        "De Minister-President, Minister van Algemene Zaken, KALSBEEK.\n"
        "De Minister van Verkeer en Waterstaat, SUURHOF.\n"
        "Aan de Heren Voorzitters van de Eerste en van de Tweede Kamer der Staten-Generaal\n"
    )
    _, proposals = proposed(raw)
    assert values_of(proposals, "signatory") == ["KALSBEEK", "SUURHOF"]
    assert values_of(proposals, "addressee") == [
        "Voorzitters van de Eerste en van de Tweede Kamer der Staten-Generaal"
    ]


def test_session_and_dossier_of_their_own_lines() -> None:
    _, proposals = proposed(LETTERS["of the eighties, office and name in a line"][0])
    assert values_of(proposals, "session_year") == ["1985-1986"]
    assert values_of(proposals, "dossier") == ["19204"]
