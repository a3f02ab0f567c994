from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QProgressBar
from pytestqt.qtbot import QtBot

from annotator.storage.letter_list import LetterFilter
from annotator.ui.features.letters import LettersList
from annotator.ui.features.letters.rows import left_text
from annotator.ui.features.letters.table import RowTable
from annotator.ui.widgets.chip import Chip
from tests.ui.looking import detail_of, model_of


@pytest.fixture
def panel(qtbot: QtBot, letters) -> LettersList:
    panel = LettersList()
    qtbot.addWidget(panel)
    panel.set_source(letters)
    panel.resize(270, 600)
    panel.show()
    qtbot.waitExposed(panel)
    panel.activateWindow()
    return panel


def table(panel: LettersList) -> RowTable:
    return panel.findChild(RowTable)


def field(panel: LettersList) -> QLineEdit:
    return panel.findChild(QLineEdit)


def chip(panel: LettersList, name: str) -> Chip:
    return next(c for c in panel.findChildren(Chip) if c.text().startswith(name))


def test_the_header_says_how_many_are_done(panel):
    assert detail_of(panel) == "10 of 40 done"


def test_the_bar_shows_the_share(panel):
    assert panel.findChild(QProgressBar).value() == 250


def test_chips_count_each_status(panel):
    assert [c.text() for c in panel.findChildren(Chip)] == [
        "All",
        "To do 10",
        "In progress 10",
        "Done 10",
        "Second look 10",
    ]


def test_the_letter_that_is_left_with_ctrl_held_is_no_longer_chosen(panel, qtbot):
    panel.set_current(1)
    ctrl = Qt.KeyboardModifier.ControlModifier
    QTest.keyPress(panel, Qt.Key.Key_Control, ctrl)
    QTest.keyPress(panel, Qt.Key.Key_PageDown, ctrl)  # Qt now tells whoever asks that Ctrl is held
    held = QApplication.keyboardModifiers()
    panel.set_current(2)
    chosen = table(panel).chosen_rows()
    QTest.keyRelease(panel, Qt.Key.Key_PageDown, ctrl)
    QTest.keyRelease(panel, Qt.Key.Key_Control)
    assert held == ctrl
    assert chosen == [1]


def test_down_and_enter_open_a_letter(panel, qtbot):
    panel.set_current(1)
    qtbot.keyClick(table(panel), Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.left), qtbot.waitSignal(panel.letter_wanted) as asked:
        qtbot.keyClick(table(panel), Qt.Key.Key_Return)
    assert asked.args == [2]


def test_the_arrows_open_nothing(panel, qtbot):
    panel.set_current(1)
    with qtbot.assertNotEmitted(panel.letter_wanted):
        qtbot.keyClick(table(panel), Qt.Key.Key_Down)


def test_a_held_enter_opens_nothing(panel, qtbot):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    panel.set_current(1)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    with qtbot.assertNotEmitted(panel.letter_wanted):
        QApplication.sendEvent(table(panel), held)


def test_a_click_opens_a_letter(panel, qtbot):
    where = table(panel).visualRect(table(panel).model().index(2, 0)).center()
    with qtbot.waitSignal(panel.letter_wanted) as asked:
        qtbot.mouseClick(table(panel).viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert asked.args == [3]


def test_typing_in_the_list_filters(panel, qtbot):
    qtbot.keyClick(table(panel), "l")
    assert field(panel).hasFocus()
    with qtbot.waitSignal(panel.filter_changed) as told:
        qtbot.keyClicks(field(panel), "etter 1")
    assert told.args == [LetterFilter("letter 1")]
    assert table(panel).model().rowCount() == 11


def test_a_chip_filters_by_status(panel, qtbot):
    with qtbot.waitSignal(panel.filter_changed) as told:
        qtbot.mouseClick(chip(panel, "Done"), Qt.MouseButton.LeftButton)
    assert told.args == [LetterFilter(status="done")]
    assert table(panel).model().rowCount() == 10


def test_down_goes_from_the_filter_to_the_list(panel, qtbot):
    field(panel).setFocus()
    qtbot.keyClicks(field(panel), "40")
    qtbot.keyClick(field(panel), Qt.Key.Key_Down)
    assert table(panel).hasFocus()
    assert table(panel).current_row() == 0


def test_enter_in_the_filter_opens_the_first(panel, qtbot):
    field(panel).setFocus()
    qtbot.keyClicks(field(panel), "40")
    with qtbot.waitSignal(panel.letter_wanted) as asked:
        qtbot.keyClick(field(panel), Qt.Key.Key_Return)
    assert asked.args == [40]


def test_escape_clears_the_filter_then_leaves(panel, qtbot):
    field(panel).setFocus()
    qtbot.keyClicks(field(panel), "40")
    with qtbot.assertNotEmitted(panel.left):
        qtbot.keyClick(field(panel), Qt.Key.Key_Escape)
    assert field(panel).text() == ""
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(field(panel), Qt.Key.Key_Escape)


def test_escape_in_the_list_leaves(panel, qtbot):
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(table(panel), Qt.Key.Key_Escape)


def test_end_goes_to_the_last_letter(panel, qtbot):
    qtbot.keyClick(table(panel), Qt.Key.Key_End)
    assert table(panel).current_row() == 39


def test_the_letter_on_the_desk_is_brought_into_view(panel):
    panel.set_current(33)
    rect = table(panel).visualRect(table(panel).model().index(32, 0))
    assert table(panel).viewport().rect().intersects(rect)
    assert table(panel).current_row() == 32


def test_a_letter_that_changed_is_read_anew(panel, letters, qtbot):
    letters.status[4] = "done"
    panel.refresh_later(4)
    qtbot.waitUntil(lambda: detail_of(panel) == "11 of 40 done")
    assert model_of(panel).line(3).status == "done"


def test_a_reload_keeps_the_cursor_on_its_letter(panel, letters):
    panel.set_current(7)
    letters.count = 60
    panel.reload()
    assert model_of(panel).line(table(panel).current_row()).id == 7
    assert table(panel).model().rowCount() == 60


def test_first_letter(panel):
    assert panel.first_letter() == 1


def test_without_letters_it_says_what_to_do(panel, no_letters):
    panel.set_source(no_letters)
    assert "Ctrl+I" in table(panel).empty_text()
    assert panel.first_letter() is None


def test_without_a_match_it_says_so(panel, qtbot):
    qtbot.keyClicks(field(panel), "zzz")
    qtbot.waitUntil(lambda: table(panel).model().rowCount() == 0)
    assert table(panel).empty_text() == "Nothing found."


@pytest.mark.parametrize(
    ("status", "date", "suspects", "said"),
    [
        ("todo", "2020-10-22", 14, "14 suspects"),
        ("todo", "", 1, "1 suspect"),
        ("busy", "", 5, "5 suspects · no date"),
        ("todo", "", None, ""),
        ("done", "2020-10-22", 3, "done"),
        ("second_look", "2020-10-22", 3, "second look"),
    ],
)
def test_what_is_left_to_do(letters, status, date, suspects, said):
    from dataclasses import replace

    line = replace(letters.letter_line(1), status=status, date=date, suspects_left=suspects)
    assert left_text(line) == said
