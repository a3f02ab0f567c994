from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize

from annotator.ui.widgets.floating_card import place_card

ROOM = QRect(6, 6, 700, 500)
SIZE = QSize(420, 200)


def test_goes_below_the_place() -> None:
    assert place_card(QRect(100, 50, 80, 20), SIZE, ROOM, 26).top() == 75


def test_sets_its_text_under_the_place() -> None:
    assert place_card(QRect(100, 50, 80, 20), SIZE, ROOM, 26).left() == 74


def test_goes_above_where_there_is_no_room_below() -> None:
    assert place_card(QRect(100, 400, 80, 20), SIZE, ROOM, 26).bottom() < 400


def test_stays_above_when_it_shrinks() -> None:
    card = place_card(QRect(100, 260, 80, 20), QSize(420, 100), ROOM, 26, above_before=True)
    assert card.bottom() < 260


def test_keeps_to_the_room_when_neither_side_fits() -> None:
    assert ROOM.contains(place_card(QRect(100, 250, 80, 20), QSize(420, 400), ROOM, 26))


@pytest.mark.parametrize("y", [-500, 5000])
def test_keeps_to_the_room_when_the_place_is_scrolled_away(y: int) -> None:
    assert ROOM.contains(place_card(QRect(100, y, 80, 20), SIZE, ROOM, 26))


def test_is_no_wider_than_the_room() -> None:
    assert place_card(QRect(100, 50, 80, 20), SIZE, QRect(0, 0, 300, 500), 26).width() == 300
