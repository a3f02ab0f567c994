"""Context menus as the mouse has them come up. Tests that use them ignore what the offscreen plugin says."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu

from tests.ui.shell.making import Bench


def menu_at(bench: Bench, view: QAbstractItemView, row: int, column: int) -> QMenu:
    """Ask for the context menu at a cell by the mouse."""
    place = view.visualRect(view.model().index(row, column)).center()
    bench.qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), asked)
    bench.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose_in(menu: QMenu, text: str) -> None:
    """Choose what a menu calls so."""
    action = next(action for action in menu.actions() if action.text().partition("\t")[0] == text)
    assert action.isEnabled(), text
    action.trigger()
    menu.close()
