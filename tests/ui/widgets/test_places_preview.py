from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QListView, QPushButton
from pytestqt.qtbot import QtBot

from annotator.ui.widgets.places_preview import PlacesPreview, PreviewPlace

PLACES = [PreviewPlace("door ", f" en {n}", f"line {n}") for n in range(4)]


@pytest.fixture
def preview(qtbot: QtBot) -> PlacesPreview:
    dialog = PlacesPreview("Belgié", "België", PLACES)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    QApplication.processEvents()
    return dialog


def view(preview: PlacesPreview) -> QListView:
    return preview.findChildren(QListView)[0]


def press(preview: PlacesPreview, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(view(preview), key)


def test_all_places_are_ticked_at_first(preview: PlacesPreview) -> None:
    assert preview.ticked() == [0, 1, 2, 3]


def test_space_turns_a_place_off_and_on(preview: PlacesPreview) -> None:
    press(preview, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Up)
    assert preview.ticked() == [1, 3]
    press(preview, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert preview.ticked() == [1, 2, 3]


def test_a_turns_all_off_and_on(preview: PlacesPreview) -> None:
    press(preview, Qt.Key.Key_A)
    assert preview.ticked() == []
    press(preview, Qt.Key.Key_A)
    assert preview.ticked() == [0, 1, 2, 3]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_accepts(preview: PlacesPreview, key: Qt.Key) -> None:
    press(preview, Qt.Key.Key_Space, key)
    assert (preview.result(), preview.ticked()) == (QDialog.DialogCode.Accepted, [1, 2, 3])


def test_escape_cancels(preview: PlacesPreview) -> None:
    press(preview, Qt.Key.Key_Escape)
    assert (preview.isVisible(), preview.result()) == (False, QDialog.DialogCode.Rejected)


def test_enter_does_nothing_when_no_place_is_ticked(preview: PlacesPreview) -> None:
    press(preview, Qt.Key.Key_A, Qt.Key.Key_Return)
    assert preview.isVisible()


def test_a_held_enter_does_nothing(preview: PlacesPreview) -> None:
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", True)
    QApplication.sendEvent(view(preview), held)
    assert preview.isVisible()


def test_enter_does_nothing_before_it_has_painted(qtbot: QtBot) -> None:
    dialog = PlacesPreview("Belgié", "België", PLACES)
    qtbot.addWidget(dialog)
    QApplication.sendEvent(
        view(dialog), QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    )
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_the_button_says_how_many(preview: PlacesPreview) -> None:
    button = preview.findChildren(QPushButton)[0]
    assert button.text() == "Correct 4 places"
    press(preview, Qt.Key.Key_A, Qt.Key.Key_Space)
    assert button.text() == "Correct 1 place"


def test_a_click_on_the_box_turns_it(preview: PlacesPreview) -> None:
    rect = view(preview).visualRect(view(preview).model().index(2, 0))
    QTest.mouseClick(
        view(preview).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 20, rect.center().y())
    )
    assert preview.ticked() == [0, 1, 3]


def test_a_screen_reader_hears_the_change(preview: PlacesPreview) -> None:
    index = view(preview).model().index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "line 1: door Belgié → België en 1"
