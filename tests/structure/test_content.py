"""What only the words tell: an announced subject, the kind of letter, the meeting, the paper's number."""

from __future__ import annotations

import pytest

from tests.structure.reading import proposed, values_of

REST = (
    "Ik zal de leden van de commissie daarover in het najaar nader berichten, zoals eerder\n"
    "is toegezegd aan de andere fracties in het overleg van vorige week.\n"
)
REPORT = "Hierbij bied ik uw Kamer het verslag van de Landbouwraad aan."


def values(text: str, field: str) -> list[str]:
    return values_of(proposed(f"Geachte voorzitter,\n\n{text}\n\n{REST}")[1], field)


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        (REPORT, "verslag van de Landbouwraad"),
        ("Bijgaand ontvangt u de nota over de kustwacht.", "nota over de kustwacht"),
        ("Met deze brief informeer ik uw Kamer over de stand van de kustwacht.", "stand van de kustwacht"),
    ],
)
def test_the_first_sentence_announces_the_subject(sentence: str, subject: str) -> None:
    assert values(sentence, "subject") == [subject]


def test_a_subject_of_a_few_signs_is_none() -> None:
    assert values("Hierbij bied ik uw Kamer de nota aan.", "subject") == []


def test_a_letterhead_that_has_it_says_it_better() -> None:
    head = "Ministerie van Defensie\nPostbus 20701\nDatum 3 maart 2026\nBetreft Voortgang kustwacht\n\n"
    text = f"{head}Geachte voorzitter,\n\n{REPORT}\n\n{REST}"
    assert values_of(proposed(text)[1], "subject") == ["Voortgang kustwacht"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Hierbij zend ik uw Kamer de beantwoording van de schriftelijke vragen.", "answers_to_questions"),
        ("Hierbij bied ik uw Kamer de geannoteerde agenda van de raad aan.", "annotated_agenda"),
        ("Hierbij bied ik uw Kamer het verslag van de raad aan.", "meeting_report"),
        ("Hierbij bied ik uw Kamer de kabinetsreactie op het rapport aan.", "cabinet_response"),
        ("Hierbij bied ik uw Kamer de voortgangsrapportage over de kustwacht aan.", "progress_report"),
        ("Hierbij meld ik uw Kamer het uitstel van de beantwoording.", "postponement"),
        ("Over de kustwacht meld ik uw Kamer dat de schepen op tijd komen.", "government_letter"),
    ],
)
def test_what_kind_of_letter_it_is(sentence: str, kind: str) -> None:
    assert values(sentence, "kind") == [kind]


def test_a_letter_that_is_not_to_parliament_has_no_kind_of_its_own() -> None:
    text = (
        "Geachte heer Jansen,\n\n"
        "Uw aanvraag voor een vergunning van de woning aan de haven is in het voorjaar\n"
        "behandeld door de gemeente en de provincie, zoals u eerder is bericht.\n"
    )
    assert values_of(proposed(text)[1], "kind") == []


def test_a_meeting_has_its_day() -> None:
    sentence = "Hierbij bied ik uw Kamer het verslag van de Landbouwraad van 3 maart 2026 aan."
    assert values(sentence, "meeting_date") == ["2026-03-03"]


def test_another_day_is_not_the_meetings() -> None:
    assert values("Hierbij beantwoord ik uw brief van 3 maart 2026 over de kustwacht.", "meeting_date") == []


def test_a_printed_paper_has_its_own_number() -> None:
    text = (
        "Tweede Kamer der Staten-Generaal\nVergaderjaar 2025–2026\n\n29 628 Politie\n\n"
        "Nr. 1043 BRIEF VAN DE MINISTER\n\n"
        f"Aan de Voorzitter van de Tweede Kamer\n\n{REST}"
    )
    found = proposed(text)[1]
    assert [values_of(found, field) for field in ("session_year", "dossier", "sub_number")] == [
        ["2025-2026"],
        ["29628"],
        ["1043"],
    ]
