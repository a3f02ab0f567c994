"""Numbers of pages as people write them."""

from __future__ import annotations

import pytest

from annotator.ui.features.rereading.page_numbers import page_numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("3", [3]),
        ("1-3, 7", [1, 2, 3, 7]),
        (" 7; 2 – 3 ,3", [2, 3, 7]),
        ("", []),
        ("0", []),
        ("9", []),
        ("3-2", []),
        ("1,", []),
        ("een", []),
        ("-2", []),
    ],
)
def test_what_is_written_says_these_pages_of_eight_or_none(text: str, numbers: list[int]) -> None:
    assert page_numbers(text, 8) == numbers
