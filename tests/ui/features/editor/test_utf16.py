from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.features.editor.utf16 import Utf16Places, shown, units

texts = st.text(alphabet="ab\n\u00a0é\U0001f600\U00020000", max_size=20)


def true_units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_emoji_counts_twice() -> None:
    assert units("a\U0001f600b") == 4


def test_unit_in_the_middle_of_a_pair_is_the_pairs_start() -> None:
    assert Utf16Places("a\U0001f600b").to_points(2) == 1


@given(texts)
def test_every_offset_goes_there_and_back(text: str) -> None:
    places = Utf16Places(text)
    for offset in range(len(text) + 1):
        assert places.to_units(offset) == true_units(text[:offset])
        assert places.to_points(places.to_units(offset)) == offset


@given(texts, texts, st.integers(0, 20), st.integers(0, 20))
def test_places_follow_an_edit(text: str, after: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    places = Utf16Places(text)
    places.replace(start, end, after)
    edited = text[:start] + after + text[end:]
    assert [places.to_units(n) for n in range(len(edited) + 1)] == [
        true_units(edited[:n]) for n in range(len(edited) + 1)
    ]


def test_what_qt_would_change_is_shown_by_a_stand_in_of_the_same_length() -> None:
    text = "a\u2028b\u2029c\rd\ufdd0e\ufdd1f\ud800"
    assert len(shown(text)) == len(text)
    assert not set(shown(text)) & set("\u2028\u2029\r\ufdd0\ufdd1\ud800")


def test_no_break_space_is_shown_as_itself() -> None:
    assert shown("a\u00a0b") == "a\u00a0b"
