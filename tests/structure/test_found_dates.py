"""Dates in running text."""

from __future__ import annotations

import pytest

from annotator.structure.found_dates import find_dates


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("de consultatie, die op 15 september 2023 sluit, en", "15 september 2023", "2023-09-15"),
        ("tijdens het debat van 24 mei 2023 stelde", "24 mei 2023", "2023-05-24"),
        ("op 22 en 23 oktober 2020.", "22 en 23 oktober 2020", "2020-10-22/2020-10-23"),
        ("van 28 september – 2 oktober 2021 vond", "28 september – 2 oktober 2021", "2021-09-28/2021-10-02"),
        ("14-12-2020", "14-12-2020", "2020-12-14"),
        ("is op 24 november opengesteld", "24 november", ""),
        ("begint in juni 2023 en", "juni 2023", ""),
        ("2 5 SEP. 2019", "2 5 SEP. 2019", "2019-09-25"),
        ("op l9 juni 2O23 is", "l9 juni 2O23", "2023-06-19"),
        ("op 3 okt0ber 2020 is", "3 okt0ber 2020", "2020-10-03"),
    ],
)
def test_a_date(text: str, words: str, value: str) -> None:
    assert [(text[date.start : date.end], date.value) for date in find_dates(text)] == [(words, value)]


@pytest.mark.parametrize(
    "text", ["artikel 10, tweede lid", "in 2 weken 2020 keer", "2 en 3 personen", "nr. 12-3-45"]
)
def test_no_date(text: str) -> None:
    assert list(find_dates(text)) == []
