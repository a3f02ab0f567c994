"""The settings, by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from annotator.core.messages import Message
from annotator.ui.features.settings.dialog import SettingsDialog
from annotator.ui.features.settings.key_capture import KeyCapture
from annotator.ui.features.settings.key_lines import KeyLine
from annotator.ui.settings import SETTINGS
from tests.ui.looking import field_of, model_of, rows_of

VALUES = {key: setting.default for key, setting in SETTINGS.items()} | {"analyst": "jan"}
LINES = (
    KeyLine("undo", "Undo", "Edit", ("Ctrl+Z",), False),
    KeyLine("redo", "Redo", "Edit", ("Ctrl+Y",), True),
    KeyLine("next", "Next suspect", "Correct", ("F3",), False),
)


def clash(command: str, keys: str) -> Message | None:
    return Message("Keys", "{keys} is held by “Next suspect”.", {"keys": keys}) if keys == "F3" else None


@pytest.fixture
def dialog(qtbot: QtBot) -> SettingsDialog:
    made = SettingsDialog(VALUES, clash)
    qtbot.addWidget(made)
    made.keys.set_lines(LINES)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


@pytest.fixture
def asked(dialog: SettingsDialog) -> list[tuple[object, ...]]:
    """Return what the dialog asks for, as it comes."""
    found: list[tuple[object, ...]] = []
    dialog.changed.connect(lambda key, value: found.append((key, value)))
    dialog.keys.keys_given.connect(lambda command, keys: found.append((command, keys)))
    dialog.keys.reset_wanted.connect(lambda command: found.append(("reset", command)))
    return found


@pytest.fixture
def keys_page(dialog: SettingsDialog) -> SettingsDialog:
    """Return the dialog on its page of keys, the first command chosen by the keyboard."""
    press(rows_of(dialog), Qt.Key.Key_End)
    field_of(dialog.keys).setFocus()
    press(field_of(dialog.keys), Qt.Key.Key_Down)
    return dialog


def press(widget: object, key: Qt.Key, mods: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or widget, key, mods)  # type: ignore[call-overload]
    QApplication.processEvents()


def problem(dialog: SettingsDialog) -> str:
    shown = [label.text() for label in dialog.keys.findChildren(QLabel) if label.isVisible()]
    return " ".join(shown)


def test_a_name_is_taken_when_the_field_is_left(dialog: SettingsDialog, asked: list[object]) -> None:
    field = next(f for f in dialog.findChildren(QLineEdit) if f.isVisible())
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, " piet  de vries ")
    press(field, Qt.Key.Key_Tab)
    assert asked == [("analyst", "piet de vries")]


def test_no_name_is_no_change(dialog: SettingsDialog, asked: list[object]) -> None:
    field = next(f for f in dialog.findChildren(QLineEdit) if f.isVisible())
    field.setFocus()
    field.selectAll()
    press(field, Qt.Key.Key_Delete)
    press(field, Qt.Key.Key_Tab)
    assert asked == []


@pytest.mark.parametrize(
    ("key", "downs", "value"), [("language", 1, "nl"), ("theme", 2, "dark"), ("text_size", 1, 110)]
)
def test_a_choice_takes_effect_at_once(
    dialog: SettingsDialog, asked: list[object], key: str, downs: int, value: object
) -> None:
    box = dialog.findChild(QComboBox, key)
    assert isinstance(box, QComboBox)
    box.setFocus()
    for _ in range(downs):
        press(box, Qt.Key.Key_Down)
    assert asked[-1] == (key, value)


def test_a_folder_that_is_not_there_is_refused_in_words(
    dialog: SettingsDialog, asked: list[object], tmp_path: object
) -> None:
    press(rows_of(dialog), Qt.Key.Key_Down)
    field = next(f for f in dialog.findChildren(QLineEdit) if f.isVisible())
    field.setFocus()
    QTest.keyClicks(field, f"{tmp_path}/nergens")
    press(field, Qt.Key.Key_Return)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    assert "There is no folder" in said and asked == []
    field.setText(str(tmp_path))
    press(field, Qt.Key.Key_Return)
    assert asked == [("backup_folder", str(tmp_path))]


def test_enter_and_a_key_give_other_keys(keys_page: SettingsDialog, asked: list[object]) -> None:
    press(keys_page, Qt.Key.Key_Return)
    assert isinstance(QApplication.focusWidget(), KeyCapture)
    press(keys_page, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert asked == [("undo", ("Shift+F8",))]


def test_insert_adds_one(keys_page: SettingsDialog, asked: list[object]) -> None:
    press(keys_page, Qt.Key.Key_Insert)
    press(keys_page, Qt.Key.Key_F8)
    assert asked == [("undo", ("Ctrl+Z", "F8"))]


def test_what_holds_a_key_is_said_at_once_and_the_next_key_is_waited_for(
    keys_page: SettingsDialog, asked: list[object]
) -> None:
    press(keys_page, Qt.Key.Key_Return)
    press(keys_page, Qt.Key.Key_F3)
    assert asked == [] and "F3 is held by “Next suspect”." in problem(keys_page)
    press(keys_page, Qt.Key.Key_F8)
    assert asked == [("undo", ("F8",))] and problem(keys_page) == ""


def test_esc_leaves_the_keys_and_then_the_dialog(keys_page: SettingsDialog, asked: list[object]) -> None:
    press(keys_page, Qt.Key.Key_Return)
    press(keys_page, Qt.Key.Key_Escape)
    assert keys_page.isVisible() and asked == []
    press(keys_page, Qt.Key.Key_Escape)
    assert not keys_page.isVisible()


def test_delete_and_backspace_take_away_and_bring_back(
    keys_page: SettingsDialog, asked: list[object]
) -> None:
    press(keys_page, Qt.Key.Key_Delete)
    press(keys_page, Qt.Key.Key_Down)
    press(keys_page, Qt.Key.Key_Backspace)
    assert asked == [("undo", ()), ("reset", "redo")]


def test_the_search_finds_keys_too(keys_page: SettingsDialog) -> None:
    field_of(keys_page.keys).setText("ctrl+y")
    assert [line.id for line in model_of(keys_page.keys).items()] == ["redo"]


def test_a_sign_is_the_sign_whatever_is_pressed_for_it(
    keys_page: SettingsDialog, asked: list[object]
) -> None:
    press(keys_page, Qt.Key.Key_Return)
    QTest.keyClick(QApplication.focusWidget(), ">", Qt.KeyboardModifier.ShiftModifier)  # type: ignore[call-overload]
    assert asked == [("undo", (">",))]


def test_tab_goes_from_the_list_of_pages_into_the_page(dialog: SettingsDialog) -> None:
    rows_of(dialog).setFocus()
    press(rows_of(dialog), Qt.Key.Key_Tab)
    press(rows_of(dialog), Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QComboBox) and focused.objectName() == "language"
