"""Where one was in a project, as the settings keep it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.storage.letter_list import ALL_LETTERS, LetterFilter
from annotator.ui.shell.last_place import LastPlace


@pytest.mark.parametrize(
    "listed",
    [
        ALL_LETTERS,
        LetterFilter(text="Kustwacht 2021", status="done"),
        LetterFilter(tag="topic", field="chamber", value="é | 3", left="suspects"),
        LetterFilter(analyst="", done_by="jan", days=("2026-01-01", "2026-01-31")),
    ],
)
def test_what_is_kept_is_read_again(listed: LetterFilter) -> None:
    place = LastPlace(7, 12_345, listed)
    assert LastPlace.read(place.written()) == place


def test_a_filter_that_is_too_long_is_left_out() -> None:
    assert LastPlace.read(LastPlace(7, 3, LetterFilter(text="x" * 3_000)).written()) == LastPlace(7, 3)


@pytest.mark.parametrize(
    "written",
    [
        *(
            "",
            "x",
            "7",
            "7 x",
            "-1 3 ",
            "7 3 {",
            '7 3 {"texts": "a"}',
            '7 3 {"text": 3}',
            '7 3 {"days": ["a"]}',
        ),
        *('7 3 {"days": "ab"}', "7 3 []", "9999999999999999999 3 ", '7 3 {"days": [1, 2]}'),
    ],
)
def test_what_is_nothing_of_the_kind_is_not_believed(written: str) -> None:
    assert LastPlace.read(written) in (LastPlace(), LastPlace(7, 3))


@given(st.text(max_size=60))
def test_no_text_ends_in_an_error(text: str) -> None:
    assert LastPlace.read(text).caret >= 0
    assert LastPlace.read(f"7 3 {text}").letter_id in (0, 7)
