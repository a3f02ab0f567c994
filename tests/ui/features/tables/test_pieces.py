"""Rows that are read in pieces."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.ui.features.tables.pieces import Pieces


def held(asked: list[list[int]], gone: int = 0) -> Pieces[str]:
    def read(ids: Sequence[int]) -> dict[int, str]:
        asked.append(list(ids))
        return {each: f"row {each}" for each in ids if each != gone}

    pieces = Pieces(read, 3)
    pieces.set_ids([5, 4, 3, 2, 1])
    return pieces


def test_rows_are_read_by_the_piece_and_once() -> None:
    asked: list[list[int]] = []
    pieces = held(asked)
    assert [pieces.row(number) for number in (0, 2, 4, 3)] == ["row 5", "row 3", "row 1", "row 2"]
    assert asked == [[5, 4, 3], [2, 1]]


def test_a_row_that_is_gone_is_none() -> None:
    assert held([], gone=4).row(1) is None


def test_a_row_at_hand_is_not_read() -> None:
    asked: list[list[int]] = []
    pieces = held(asked)
    assert pieces.row_at_hand(1) is None and asked == []
    pieces.row(0)
    assert pieces.row_at_hand(1) == "row 4"


def test_a_forgotten_row_is_read_anew_with_its_piece() -> None:
    asked: list[list[int]] = []
    pieces = held(asked)
    for number in (0, 4):
        pieces.row(number)
    pieces.forget([1])
    pieces.row(0), pieces.row(4)
    assert asked == [[5, 4, 3], [2, 1], [5, 4, 3]]


def test_other_ids_are_other_rows() -> None:
    pieces = held([])
    pieces.row(0)
    pieces.set_ids([9])
    assert pieces.row(0) == "row 9"


def test_what_was_read_long_ago_is_let_go() -> None:
    asked: list[list[int]] = []
    pieces = held(asked)
    pieces.set_ids(range(3 * 41))
    for piece in range(41):
        pieces.row(3 * piece)
    pieces.row(120), pieces.row(0)
    assert asked[-1] == [0, 1, 2] and len(asked) == 42
