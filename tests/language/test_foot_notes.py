"""The numbered notes of a text tell which of its last figures are marks of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.language.foot_notes import foot_notes

NOTES = "\n\n1 Gerekend over de hele looptijd.\n2 Prijspeil 2017.\n3 Voorlopig.\n4 Zie de bijlage.\n"
WORDS = ("kosten", "gemeenten", "dijken", "minister", "bijdrage", "verslag", "looptijd", "miljoen", "rapport")


def marked(text: str) -> list[tuple[str, int]]:
    """Return the words with a mark, and the mark's number."""
    return [(text[mark.word_start : mark.end], mark.number) for mark in foot_notes(text).marks]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("De kosten1 zijn in 20192 lager, en worden gedekt3.", ["kosten1", "20192", "gedekt3"]),
        ("De kosten1 (van 2018-20192) zijn gedekt.3", ["kosten1", "(van 2018-20192", "gedekt.3"]),
        ("De kosten,1 zijn € 2.5002 voor “allen”.3", ["kosten,1", "2.5002", "“allen”.3"]),
        ("De kosten1 staan in nr. 3472 van het rapport3", ["kosten1", "3472", "rapport3"]),
        ("De kosten1 zijn € 1.247.750.2 Het rapport3 zegt dat.", ["kosten1", "1.247.750.2", "rapport3"]),
    ],
)
def test_the_notes_tell_the_marks(body: str, expected: list[str]) -> None:
    found = [(word, number) for word, number in marked(body + NOTES) if number < 4]
    assert found == [(words.split()[-1], number) for number, words in enumerate(expected, 1)]


@pytest.mark.parametrize(
    "body",
    [
        "De kosten van D66, CO2 en de A12 zijn 122 miljoen euro in 2019.",
        "Zie artikel 1, bijlage2 en tabel3. Postbus 20018, 2500 EA Den Haag",
        "Kamerstuk 28 676, nr. 3471 en 3 mei 2018.",
    ],
)
def test_without_a_mark_that_is_sure_nothing_is_one(body: str) -> None:
    assert marked(body + NOTES) == []


def test_without_notes_nothing_is_a_mark() -> None:
    assert marked("De kosten1 zijn in 20192 lager, en worden gedekt3.\n") == []


def test_a_numbered_list_has_no_marks() -> None:
    assert marked("Dit zijn de punten van de kosten.\n\n1 De dijken\n2 De duinen\n3 De kust\n") == []


def test_a_note_may_be_used_twice() -> None:
    text = "De kosten1 en de baten2 volgen, zie inzet;1 daarna." + NOTES
    assert marked(text) == [("kosten1", 1), ("baten2", 2), ("inzet;1", 1)]


def test_an_annex_counts_anew_and_a_letter_may_begin_anywhere() -> None:
    text = (
        "De kosten7 en de baten8 volgen.\n\n7 Voorlopig.\n8 Zie de bijlage.\n\nBijlage\n\n"
        "De dijken1 en duinen2 zijn sterk.\n\n1 Rapport van 2018.\n2 Rapport van 2019.\n"
    )
    assert [number for _, number in marked(text)] == [7, 8, 1, 2]


def test_notes_may_go_on_behind_blank_lines_and_have_their_number_alone() -> None:
    text = "De kosten1 en de baten2 volgen.\n\n1\n\nVoorlopig, zie\n\nhet rapport.\n2 Zie de bijlage.\n"
    assert marked(text) == [("kosten1", 1), ("baten2", 2)]


def test_marks_that_were_read_well_hold_the_order() -> None:
    text = "De kosten¹ zijn 121 lager dan in 2019² en 123 meer, gedekt3." + NOTES
    assert marked(text) == [("gedekt3", 3)]


def test_figures_that_rise_by_one_are_right() -> None:
    text = "Tabel\n\n12 Langer doorvaren\n\nA\n\n13 Verwerving\n\nA\n\n14 Vervanging\n"
    assert foot_notes(text).read_well == {text.index(number) for number in ("12", "13", "14")}


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.booleans()), min_size=4, max_size=60))
def test_random_letters_get_each_mark_with_its_number(words: list[tuple[str, bool]]) -> None:
    number, body = 0, []
    for word, has_mark in words:
        number += has_mark
        body.append(f"{word}{number}" if has_mark else word)
    notes = "".join(f"{one} Zie het rapport van de commissie.\n" for one in range(1, number + 1))
    text = f"{' '.join(body)} einde.\n\n{notes}"
    expected = [word for word, (_, has_mark) in zip(body, words, strict=True) if has_mark]
    assert [word for word, _ in marked(text)] == expected
