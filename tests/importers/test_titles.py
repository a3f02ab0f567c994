"""A letter gets its subject as its title, or else its first line of prose, or else its file's name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.importers.titles import LONGEST, suggest_title

LETTERHEAD = "Defensie\n\nDatum   22 oktober 2020\n{subject}\n\nGeachte voorzitter,\n\nHierbij.\n"


@pytest.mark.parametrize(
    "subject",
    [
        "Betreft: Verslag NAVO-ministeriële",
        "Betreft Verslag NAVO-ministeriële",
        "Betreft   Verslag NAVO-\nministeriële",
        "Onderwerp\nVerslag NAVO-ministeriële",
        "BETREFT:\n\nVerslag\nNAVO-ministeriële\nOns kenmerk  BS2020",
        "  Betreft: Verslag NAVO-ministeriële\nBijlagen: 2",
    ],
)
def test_the_subject_line(subject: str) -> None:
    assert suggest_title(LETTERHEAD.format(subject=subject), "a.txt") == "Verslag NAVO-ministeriële"


def test_prose_that_begins_with_the_same_word_is_no_subject() -> None:
    assert suggest_title("12\nBetreft dit ook het kabinet?\n", "a.txt") == "Betreft dit ook het kabinet?"


def test_the_first_line_of_prose_after_the_salutation() -> None:
    text = "Aan de Voorzitter\nvan de Tweede Kamer\n\nGeachte voorzitter,\n\nHierbij ontvangt u het verslag\n"
    assert suggest_title(text, "a.txt") == "Hierbij ontvangt u het verslag"


def test_the_first_line_of_prose_without_a_salutation() -> None:
    assert suggest_title("\n  1\n Hierbij ontvangt  u het\n", "a.txt") == "Hierbij ontvangt u het"


def test_the_name_of_the_file() -> None:
    assert suggest_title("1\n2\n3\n", "verslag-navo.txt") == "verslag-navo"


def test_a_long_title_is_cut_at_a_word() -> None:
    title = suggest_title("Betreft: " + "instellingen " * 20, "a.txt")
    assert title.endswith("instellingen…")


@given(st.text(), st.text(st.characters(exclude_categories=("Cs",)), min_size=1))  # type: ignore[arg-type]
def test_any_text_gives_one_short_line(text: str, name: str) -> None:
    title = suggest_title(text, name)
    assert len(title) <= LONGEST
    assert len(title.splitlines()) <= 1


def test_the_date_of_a_block_of_values_is_no_title() -> None:
    text = "Datum\nBetreft\n\n8 oktober 2021\nBesluit op uw Wob-verzoek\n\nGeachte heer,\n"
    assert suggest_title(text, "a.txt") == "Besluit op uw Wob-verzoek"


def test_the_letter_that_begins_right_below_its_subject_is_no_title() -> None:
    text = (
        "Onderwerp Actieplan online fraude\n"
        "Online fraude treft jaarlijks anderhalf miljoen Nederlanders. Met deze brief bied ik het plan aan.\n"
    )
    assert suggest_title(text, "a.txt") == "Actieplan online fraude"


@pytest.mark.parametrize("below", ["", "Bijlagen 2\n"])
def test_a_subject_in_small_letters_above_the_salutation_is_one(below: str) -> None:
    head = f"Ministerie van Financiën\n\nDatum 12 maart 2020\nBetreft verslag van de bijeenkomst\n{below}"
    text = f"{head}\nGeachte voorzitter,\n\nVoor de toepassing van artikel 8 geldt het volgende.\n"
    assert suggest_title(text, "a.pdf") == "verslag van de bijeenkomst"
