"""How deep headings lie: by their numbers, as questions and answers, and by what texts announce."""

from __future__ import annotations

import pytest

from annotator.structure.levels import Headed, levels

TEXT = "De Kamer wordt later geïnformeerd."


def of(*headings: str | tuple[str, str], introduction: str = "") -> list[int]:
    """Return the levels of headings, each with a text below it unless another is given."""
    return levels([Headed(h, TEXT) if isinstance(h, str) else Headed(*h) for h in headings], introduction)


def test_no_headings_have_no_levels() -> None:
    assert of() == []


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        (("1. Inleiding", "1.1 Doel", "1.2 Opzet", "2. Vervolg"), [1, 2, 2, 1]),
        (("1 Inleiding", "1.1.1 Diep", "1.1.1.1 Dieper"), [1, 3, 3]),
        (("1,1 Doel", "1,2 Opzet"), [2, 2]),
        (("I. Inleiding", "II. Opzet", "III. Slot"), [1, 1, 1]),
        (("I. Inleiding", "A. Doel", "B. Opzet", "II. Vervolg"), [1, 2, 2, 1]),
        (("A. Doel", "B. Opzet", "C. Duur", "D. Slot"), [1, 1, 1, 1]),
    ],
)
def test_numbers_tell_the_depth(headings: tuple[str, ...], found: list[int]) -> None:
    assert of(*headings) == found


def test_a_heading_without_a_number_lies_below_the_last_one_with() -> None:
    assert of("1. Inleiding", "Doel", "2. Opzet") == [1, 2, 1]
    assert of("1.1.1 Diep", "Doel", "1.1.2 Ook") == [3, 3, 3]


def test_before_the_first_number_and_at_the_end_a_heading_lies_at_the_top() -> None:
    assert of("Samenvatting", "1. Inleiding", "1.1 Doel", "Tot slot") == [1, 1, 2, 1]


def test_one_number_among_many_headings_tells_nothing() -> None:
    assert of("1. Inleiding", "Doel", "Opzet", "Duur") == [1, 1, 1, 1]


def test_answers_lie_below_their_questions() -> None:
    assert of("Vraag 1", "Antwoord", "Vraag 2", "Antwoord") == [1, 2, 1, 2]
    assert of("Antwoord op de brief", "Slot") == [1, 1]


def test_a_heading_right_below_a_heading_is_one_of_two_or_more() -> None:
    assert of(("Raad", ""), "Landbouw", "Visserij", "Tot slot") == [1, 2, 2, 1]
    assert of(("Raad", " \n"), "Landbouw") == [1, 2]


def test_what_a_text_announces_lies_below_it() -> None:
    assert of(("Raad", "De raad sprak over landbouw en visserij."), "Landbouw", "Visserij", "Tot slot") == [
        1,
        2,
        2,
        1,
    ]


def test_a_country_that_a_text_speaks_of_lies_below_it() -> None:
    assert of(("Situatie", "In Irak is het rustig."), "Irak", "Iran") == [1, 2, 1]


def test_what_the_introduction_names_is_a_main_part() -> None:
    said = ("Raad", "De raad sprak over landbouw en visserij.")
    assert of(said, "Landbouw en visserij") == [1, 2]
    told = "Deze brief gaat over de raad, over landbouw en over visserij."
    assert of(said, "Landbouw en visserij", introduction=told) == [1, 1]


def test_grounds_lie_below_what_is_weighed() -> None:
    found = of(
        "Overwegingen",
        "Artikel 5.1, persoonlijke levenssfeer",
        "Persoonsgegevens",
        "Wijze van openbaarmaking",
    )
    assert found == [1, 2, 2, 1]


def test_no_level_is_below_three() -> None:
    assert max(of("1.1.1.1.1 Diep", "1.1.1.1.2 Dieper", "zonder nummer")) == 3


def test_main_parts_of_a_decision_lie_beside_each_other() -> None:
    told = ("Inventarisatie documenten", "Na de overwegingen volgt mijn besluit.")
    assert of(told, "Besluit", "Overwegingen", "Wijze van openbaarmaking") == [1, 1, 1, 1]


def test_one_word_that_the_text_above_has_is_no_announcement() -> None:
    assert of(("Achtergrond", "De kenmerken zijn bekend."), "Kenmerken", "Planning") == [1, 1, 1]


def test_questions_under_plain_headings_lie_below_them() -> None:
    assert of(("Toezicht", ""), "Wie houdt toezicht?", "Waarop?", "Kosten") == [1, 2, 2, 1]
    assert of("Toezicht", "Wie houdt toezicht?", "Kosten", "Wie betaalt?") == [1, 2, 1, 2]


def test_questions_that_begin_a_letter_are_its_main_parts() -> None:
    assert of("Wat is er aan de hand?", "Wat doet het kabinet?", "Toezicht") == [1, 1, 1]
