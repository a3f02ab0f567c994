"""A click on the mark at the beginning of a letter's row offers its statuses, and opens nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from annotator.ui.features.letters.table import RowTable
from tests.ui.shell.making import Bench, OpenBench, settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # popups, offscreen
STATUSES = "SELECT status FROM letters ORDER BY id"


def click_mark(bench: Bench, row: int) -> RowTable:
    """Click on the mark of a row, with the mouse."""
    table = bench.window.views.letters.findChild(RowTable)
    rect = table.visualRect(table.model().index(row, 0))
    place = QPoint(rect.left() + 16, rect.top() + 18)
    bench.qtbot.mouseMove(table.viewport(), place)
    bench.qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle()
    return table


def test_a_click_on_the_circle_offers_the_statuses(bench: Bench) -> None:
    click_mark(bench, 1)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.isChecked() for action in menu.actions()] == [True, False, False, False]
    assert bench.window.session.letter_id == 1  # the row was not opened
    bench.qtbot.keyClick(menu, Qt.Key.Key_3)
    assert bench.rows(STATUSES) == [("todo",), ("done",), ("todo",)]


def test_a_click_beside_it_opens_the_letter(bench: Bench) -> None:
    table = bench.window.views.letters.findChild(RowTable)
    rect = table.visualRect(table.model().index(1, 0))
    bench.qtbot.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 60, rect.top() + 18)
    )
    settle()
    assert QApplication.activePopupWidget() is None
    assert bench.window.session.letter_id == 2


def test_all_that_are_chosen_get_it(bench: Bench) -> None:
    table = bench.window.views.letters.findChild(RowTable)
    table.setFocus()
    table.set_current_row(0)
    bench.keys("Shift+Down")
    click_mark(bench, 1)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[3].trigger()
    menu.close()
    assert bench.rows(STATUSES) == [("second_look",), ("second_look",), ("todo",)]
    assert table.chosen_rows() == [0, 1]


def test_reading_only_it_says_why_not(open_bench: OpenBench) -> None:
    bench = open_bench(read_only=True)
    click_mark(bench, 0)
    assert QApplication.activePopupWidget() is None
    assert "reading only" in bench.said[-1]
