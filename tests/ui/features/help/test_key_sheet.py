from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea
from pytestqt.qtbot import QtBot

from annotator.ui.features.help.key_sheet import (
    EntryRow,
    KeyEntry,
    KeyGroup,
    KeySheet,
    matching,
    share_out,
    split_keys,
)

GROUPS = (
    KeyGroup(
        "Everywhere", (KeyEntry("Undo", "Ctrl+Z", "take the last change back"), KeyEntry("Find", "Ctrl+F"))
    ),
    KeyGroup("Reading desk", (KeyEntry("Grow the selection", "E"), KeyEntry("Correct", "Return")), here=True),
)


@pytest.fixture
def sheet(qtbot: QtBot) -> KeySheet:
    widget = KeySheet(GROUPS)
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def shown(sheet: KeySheet) -> list[str]:
    QApplication.processEvents()
    return [row.accessibleName() for row in sheet.findChildren(EntryRow) if row.isVisible()]


def field(sheet: KeySheet) -> QLineEdit:
    return sheet.findChildren(QLineEdit)[0]


def test_what_works_here_stands_first() -> None:
    assert [group.name for group in matching(GROUPS, "")] == ["Reading desk", "Everywhere"]


@pytest.mark.parametrize("wanted", ["undo", "ctrl z", "LAST change", "every undo"])
def test_searches_in_names_keys_descriptions_and_places(wanted: str) -> None:
    assert [[entry.name for entry in group.entries] for group in matching(GROUPS, wanted)] == [["Undo"]]


def test_a_key_is_found_by_the_name_on_the_keyboard() -> None:
    assert [group.entries[0].name for group in matching(GROUPS, "enter")] == ["Correct"]


def test_two_keys_are_two_caps() -> None:
    assert split_keys("Ctrl+Shift+Z, Ctrl+Y") == ["Ctrl+Shift+Z", "Ctrl+Y"]


def test_a_comma_can_be_a_key() -> None:
    assert split_keys("Ctrl+,") == ["Ctrl+,"]


@pytest.mark.parametrize(
    ("heights", "columns", "counts"),
    [
        ([], 2, [0, 0]),
        ([5, 5, 5], 3, [1, 1, 1]),
        ([9, 1, 1, 1], 2, [1, 3]),
        ([4, 4], 1, [2]),
        ([7], 3, [1, 0, 0]),
    ],
)
def test_shares_groups_out_over_columns(heights: list[int], columns: int, counts: list[int]) -> None:
    assert share_out(heights, columns) == counts


def test_shows_every_command(sheet: KeySheet) -> None:
    assert sorted(shown(sheet)) == ["Ctrl+F: Find", "Ctrl+Z: Undo", "E: Grow the selection", "Enter: Correct"]


def test_typing_searches_at_once(sheet: KeySheet) -> None:
    QTest.keyClicks(field(sheet), "sel")
    assert shown(sheet) == ["E: Grow the selection"]


def test_says_so_when_nothing_is_found(sheet: KeySheet) -> None:
    QTest.keyClicks(field(sheet), "zzz")
    assert shown(sheet) == []


@pytest.mark.parametrize(
    ("key", "with_it"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_closes(sheet: KeySheet, key: Qt.Key, with_it: Qt.KeyboardModifier) -> None:
    QTest.keyClick(field(sheet), key, with_it)
    assert not sheet.isVisible()


def test_enter_in_the_search_does_not_close(sheet: KeySheet) -> None:
    QTest.keyClick(field(sheet), Qt.Key.Key_Return)
    assert sheet.isVisible()


def test_takes_plain_tuples(qtbot: QtBot) -> None:
    widget = KeySheet([("Everywhere", [("Undo", "Ctrl+Z", "")])])
    qtbot.addWidget(widget)
    widget.show()
    assert shown(widget) == ["Ctrl+Z: Undo"]


def test_page_down_scrolls(qtbot: QtBot) -> None:
    widget = KeySheet([KeyGroup("All", tuple(KeyEntry(f"Command {n}", "F2") for n in range(80)))])
    qtbot.addWidget(widget)
    widget.show()
    QApplication.processEvents()
    QTest.keyClick(field(widget), Qt.Key.Key_PageDown)
    assert widget.findChildren(QScrollArea)[0].verticalScrollBar().value() > 0
