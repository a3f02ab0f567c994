"""Where words stand on the pages, kept in the file and read again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.page_layout import Furniture, PageLayout, WordBox
from annotator.storage.letters import NewLetter, add_letters
from annotator.storage.page_layouts import packed, unpacked
from tests.storage.making import letter, project

WORDS = (WordBox(0, 6, 72.0, 90.5, 120.3, 101.0), WordBox(7, 13, 124.1, 90.5, 160.0, 101.0))
POINTS = st.integers(-100_000, 10_000_000).map(lambda n: n / 10)


@given(
    st.lists(st.builds(WordBox, st.integers(0, 10**6), st.integers(0, 10**6), POINTS, POINTS, POINTS, POINTS))
)
def test_words_come_back_as_they_were_packed(words: list[WordBox]) -> None:
    assert unpacked(packed(words)) == tuple(words)


def test_damaged_words_are_told() -> None:
    with pytest.raises(ValueError, match="damaged"):
        unpacked(packed(WORDS)[:-4])


def test_a_letter_keeps_its_layouts_and_furniture(tmp_path: Path) -> None:
    layouts = [PageLayout(1, 3, 595.0, 842.0, WORDS), PageLayout(2, 4, 842.0, 595.0, (), ("no_text",))]
    furniture = [Furniture(0, 6, "head")]
    with project(tmp_path / "P.kant", letter()) as store:
        new = NewLetter(letter(), "a.pdf", "ab" * 32, b"bytes", layouts, furniture)
        (letter_id,) = store.do(lambda conn: add_letters(conn, [new]))
        assert store.reader.page_layouts(letter_id) == layouts
        assert store.reader.furniture(letter_id) == furniture
        assert store.reader.page_layouts(1) == []
