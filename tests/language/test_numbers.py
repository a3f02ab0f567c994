"""Numbers that break the order of a list."""

from __future__ import annotations

import pytest

from annotator.language.numbers import misread_numbers


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("de documenten 8, 9, 20, 11, 12 en 13", ["10"]),
        ("de documenten 8, g, 10, 11, 22 en 13", ["9", "12"]),
        ("de documenten 3, 5, 8, 13, 21", []),
        ("in 2019, 2018, 2020, 2017", []),
    ],
)
def test_number_that_breaks_the_order_of_a_list(text: str, likely: list[str]) -> None:
    assert [number for _, _, number, _ in misread_numbers(text)] == likely
