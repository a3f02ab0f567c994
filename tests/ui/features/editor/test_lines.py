from __future__ import annotations

import pytest

from annotator.ui.features.editor.lines import Piece, Stretch, cut, edit_lines, join, lanes, lines_of, shift
from annotator.ui.features.editor.marks import PassageMark

TEXT = "een twee\ndrie vier\nvijf"
LINES = Stretch.of([len(line) for line in TEXT.split("\n")])


def mark(start: int, end: int) -> PassageMark:
    return PassageMark("p", start, end, "#000000", "P", "passage")


def cut_one(start: int, end: int) -> list[tuple[int, int, int, bool, bool]]:
    rows = cut([Piece(mark(start, end), start, end)], LINES)
    return [
        (number, piece.start, piece.end, piece.first, piece.last)
        for number, row in enumerate(rows)
        for piece in row
    ]


def test_mark_within_a_line() -> None:
    assert cut_one(4, 8) == [(0, 4, 8, True, True)]


def test_mark_over_three_lines_starts_on_the_first_and_ends_on_the_last() -> None:
    assert cut_one(4, 20) == [(0, 4, 8, True, False), (1, 0, 9, False, False), (2, 0, 1, False, True)]


def test_mark_that_takes_the_line_break_along_ends_before_it() -> None:
    assert cut_one(4, 9) == [(0, 4, 8, True, True)]


def test_empty_mark_stays_on_its_line() -> None:
    assert cut_one(9, 9) == [(1, 0, 0, True, True)]


def test_mark_that_begins_before_the_stretch_is_not_first_there() -> None:
    rows = cut([Piece(mark(4, 12), 4, 12)], Stretch([9], [9]))
    assert [(piece.start, piece.end, piece.first, piece.last) for piece in rows[0]] == [(0, 3, False, True)]


def test_mark_that_ends_where_the_stretch_begins_is_left_out() -> None:
    assert cut([Piece(mark(4, 9), 4, 9)], Stretch([9], [9])) == [[]]


def test_joining_gives_back_what_was_cut() -> None:
    whole = [Piece(mark(4, 20), 4, 20), Piece(mark(0, 3), 0, 3)]
    assert join(cut(whole, LINES), LINES.starts) == whole


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        ((0, 0, "xx"), (6, 10)),  # before
        ((10, 10, "xx"), (4, 8)),  # behind
        ((5, 6, "xxx"), (4, 10)),  # inside
        ((4, 8, "drie"), (4, 8)),  # all of it
        ((4, 8, ""), (4, 4)),  # deleted: stays, empty
        ((8, 8, "s"), (4, 9)),  # a letter at its end belongs to the word
        ((8, 8, " "), (4, 8)),  # a space does not
        ((4, 4, "s"), (4, 9)),
        ((4, 4, " "), (5, 9)),
        ((2, 6, "x"), (3, 5)),
        ((6, 12, "x"), (4, 6)),
    ],
)
def test_piece_follows_an_edit(edit: tuple[int, int, str], expected: tuple[int, int]) -> None:
    start, end, after = edit
    moved = shift(Piece(mark(4, 8), 4, 8), start, end, after, len(after))
    assert (moved.start, moved.end) == expected


def test_splitting_a_line_splits_its_passage() -> None:
    lines = lines_of([cut([Piece(mark(0, 8), 0, 8)], Stretch.of([8])), *([[[]]] * 7)])  # type: ignore[list-item]
    edited = edit_lines(lines, Stretch.of([8]), Stretch.of([4, 4]), (4, 4, "\n", 1))
    assert [[(p.start, p.end, p.first, p.last) for p in line.passages] for line in edited] == [
        [(0, 4, True, False)],
        [(0, 4, False, True)],
    ]


def test_nested_span_lies_nearer_to_the_text() -> None:
    assert lanes([(0, 20), (5, 8)]) == [1, 0]


def test_spans_side_by_side_share_a_lane() -> None:
    assert lanes([(0, 5), (5, 8)]) == [0, 0]


def test_overlapping_spans_have_a_lane_each() -> None:
    assert sorted(lanes([(0, 5), (3, 8), (4, 10)])) == [0, 1, 2]
