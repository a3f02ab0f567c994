"""When something is due: the words that say so, and the last day that they mean."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.structure.due import find_when

WRITTEN = date(2021, 3, 15)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("voor de zomer", "2021-06-30"),
        ("vóór het zomerreces van 2022", "2022-06-30"),
        ("na de zomer", "2021-09-30"),
        ("dit voorjaar", "2021-06-20"),
        ("in het najaar", "2021-12-20"),
        ("voor het kerstreces", "2021-12-20"),
        ("op Prinsjesdag", "2021-09-21"),
        ("uiterlijk 15 september", "2021-09-15"),
        ("uiterlijk 15 februari", "2022-02-15"),
        ("op 3 mei 2023", "2023-05-03"),
        ("in mei", "2021-05-31"),
        ("in februari", "2022-02-28"),
        ("voor mei 2024", "2024-04-30"),
        ("voor januari 2024", "2023-12-31"),
        ("eind dit jaar", "2021-12-31"),
        ("begin volgend jaar", "2022-03-31"),
        ("voor het einde van het jaar", "2021-12-31"),
        ("medio 2024", "2024-06-30"),
        ("in het derde kwartaal van 2024", "2024-09-30"),
        ("in de tweede helft van 2024", "2024-12-31"),
        ("binnen zes weken", "2021-04-26"),
        ("binnen twee maanden", "2021-05-15"),
        ("binnen 3 maanden", "2021-06-15"),
        ("volgend jaar", "2022-12-31"),
        ("nog dit jaar", "2021-12-31"),
        ("zo spoedig mogelijk", ""),
        ("jaarlijks", ""),
        ("zodra het onderzoek is afgerond", ""),
    ],
)
def test_the_day_that_is_meant(words: str, due: str) -> None:
    text = f"Uw Kamer ontvangt hierover {words}, een brief."
    found = find_when(text, WRITTEN)
    assert found is not None
    assert (text[found.start : found.end].strip(), found.due) == (words, due)


def test_without_the_letters_date_a_point_has_no_day() -> None:
    found = find_when("Uw Kamer ontvangt dit voor de zomer.", None)
    assert found is not None
    assert found.due == ""


def test_a_sentence_that_says_no_time_has_none() -> None:
    assert find_when("Ik zal uw Kamer hierover informeren.", WRITTEN) is None


@given(st.text(max_size=60), st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2050, 12, 31))))
def test_any_text_can_be_asked(text: str, written: date | None) -> None:
    found = find_when(text, written)
    assert found is None or 0 <= found.start < found.end <= len(text)


@given(st.integers(0, 99), st.sampled_from(["31 februari", "30 februari", "31 april", "0 mei", "45 juni"]))
def test_a_day_that_is_none_makes_no_other(year: int, day: str) -> None:
    found = find_when(f"voor {day} 20{year:02}", WRITTEN)
    assert found is None or not found.due or date.fromisoformat(found.due)
