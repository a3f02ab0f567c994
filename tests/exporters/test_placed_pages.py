"""Corrected words at their places: none is lost, whatever was joined, split, added or taken away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.document import About, Letter
from annotator.core.in_force import InForce
from annotator.core.page_layout import PageLayout, WordBox
from annotator.exporters.placed_pages import DrawnWord, placed_pages


def boxes(text: str) -> tuple[WordBox, ...]:
    """Return the boxes of a text's words: each sign is 10 points wide, each line 20 high."""
    made, at = [], 0
    for row, line in enumerate(text.split("\n")):
        column = 0
        for word in line.split(" "):
            start = at + column
            if word:
                left, right = 10.0 * column, 10.0 * (column + len(word))
                made.append(WordBox(start, start + len(word), left, 20.0 * row, right, 20.0 * row + 12))
            column += len(word) + 1
        at += len(line) + 1
    return tuple(made)


def placed(ocr: str, *changes: tuple[str, str]) -> list[DrawnWord]:
    """Place the words of a text in which each first text was corrected to the second."""
    rows = []
    for before, after in changes:
        at = ocr.index(before)
        rows.append(InForce(at, at + len(before), after))
    rows.sort(key=lambda row: row.ocr_start)
    text, at = "", 0
    for row in rows:
        text += ocr[at : row.ocr_start] + row.after
        at = row.ocr_end
    one = Letter(ocr, text + ocr[at:], About("a"), tuple(rows))
    (page,) = placed_pages(one, [PageLayout(1, 0, 595, 842, boxes(ocr))])
    assert [word.text for word in page.words] == one.text.split()
    assert [one.text[word.start : word.end] for word in page.words] == one.text.split()
    return list(page.words)


def where(words: list[DrawnWord]) -> list[tuple[str, float, float, float]]:
    return [(word.text, word.left, word.right, word.top) for word in words]


def test_words_stand_where_the_source_has_them() -> None:
    assert where(placed("De brief\nis af")) == [
        ("De", 0, 20, 0),
        ("brief", 30, 80, 0),
        ("is", 0, 20, 20),
        ("af", 30, 50, 20),
    ]


def test_a_corrected_word_keeps_its_box() -> None:
    assert where(placed("De hrief is", ("hrief", "brief")))[1] == ("brief", 30, 80, 0)


def test_a_word_that_was_joined_has_the_room_of_its_parts() -> None:
    assert where(placed("ver plicht is", ("ver plicht", "verplicht")))[0] == ("verplicht", 0, 100, 0)


def test_words_that_were_split_share_their_box() -> None:
    words = where(placed("inde wet", ("inde", "in de")))
    assert [(text, left, right) for text, left, right, _ in words][:2] == [
        ("in", 0, pytest.approx(16)),
        ("de", pytest.approx(24), 40),
    ]


def test_a_word_that_was_joined_over_a_line_end_begins_where_it_began() -> None:
    words = where(placed("de verplich-\ntingen zijn", ("verplich-\ntingen", "verplichtingen")))
    assert [(text, left, top) for text, left, _, top in words] == [
        ("de", 0, 0),
        ("verplichtingen", 30, 0),
        ("zijn", 70, 20),
    ]


def test_a_word_that_was_added_stands_with_the_one_before_it() -> None:
    words = where(placed("De is af", ("De", "De brief")))
    assert [(text, left) for text, left, _, _ in words][:2] == [
        ("De", 0),
        ("brief", 20),
    ]


def test_a_word_that_was_taken_away_leaves_no_trace() -> None:
    assert [word.text for word in placed("De ~~ brief", ("~~ ", ""))] == ["De", "brief"]


@given(
    st.lists(st.sampled_from(["de", "brief-", "x", "\n", "verplich-"]), min_size=1, max_size=8).map(" ".join),
    st.data(),
)
def test_no_word_is_lost(ocr: str, data: st.DataObject) -> None:
    if not ocr.split():
        return
    rows, at = [], 0
    while at < len(ocr):
        start = data.draw(st.integers(at, len(ocr)))
        end = data.draw(st.integers(start, min(len(ocr), start + 6)))
        after = data.draw(st.text(alphabet="ab \n", max_size=5))
        rows.append(InForce(start, end, after))
        at = end + 1
    rows = [row for row in rows if row.after != ocr[row.ocr_start : row.ocr_end]]
    text, at = "", 0
    for row in rows:
        text += ocr[at : row.ocr_start] + row.after
        at = row.ocr_end
    one = Letter(ocr, text + ocr[at:], About("a"), tuple(rows))
    (page,) = placed_pages(one, [PageLayout(1, 0, 595, 842, boxes(ocr))])
    if page.words:  # else all that had a place is gone
        assert [word.text for word in page.words] == one.text.split()
    assert all(word.left <= word.right and word.top <= word.bottom for word in page.words)
