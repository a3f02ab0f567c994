"""Every control has a name that a screen reader can say: in the window, every dialog, every language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QMainWindow,
    QMenuBar,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.cli.window_arguments import LANGUAGES
from annotator.ui.shell.main_window import MainWindow
from tests.ui.shell.making import settle
from tests.ui.test_translations import DIALOGS, OpenWindow, open_window, speak

__all__ = ["open_window", "speak"]  # fixtures

_FRAMES = (QMainWindow, QMenuBar, QDialogButtonBox)


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls a widget: its accessible name, its text, or its label."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface is not None else ""


def is_control(widget: QWidget) -> bool:
    """Tell whether the keyboard can reach a widget that is no mere frame or part of another control."""
    if (
        not widget.isVisible()
        or widget.focusPolicy() == Qt.FocusPolicy.NoFocus
        or isinstance(widget, _FRAMES)
    ):
        return False
    if isinstance(widget, QTabBar) and widget.count() == 0:
        return False
    if widget.focusProxy() is not None or widget.objectName().startswith("qt_"):
        return False
    if isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox | QAbstractItemView):
        return False
    # A bare scroll area is a frame; a list and a text are not.
    texts = (QAbstractItemView, QPlainTextEdit, QTextEdit)
    return isinstance(widget, texts) or not isinstance(widget, QAbstractScrollArea) or _scrolls(widget)


def _scrolls(widget: QWidget) -> bool:
    return isinstance(widget, QScrollArea) and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def nameless(root: QWidget) -> list[str]:
    """Return the controls without a name: their class, and where they are."""
    found = [root, *root.findChildren(QWidget)]
    return [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in found
        if is_control(widget) and not name_of(widget)
    ]


def test_a_control_without_a_name_is_found(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    column = QVBoxLayout(root)
    column.addWidget(QLineEdit(root))
    root.show()
    assert nameless(root) == ["QLineEdit in QWidget"]
    root.findChildren(QLineEdit)[0].setAccessibleName("Name")
    assert nameless(root) == []


@pytest.fixture(params=LANGUAGES)
def window(request: pytest.FixtureRequest, open_window: OpenWindow) -> MainWindow:
    return open_window(str(request.param))


def test_every_control_of_the_window_has_a_name(window: MainWindow) -> None:
    for dock in window.views.side.docks.values():
        dock.show()
        dock.raise_()
        settle()
        assert nameless(window) == []


def test_the_box_has_names(window: MainWindow) -> None:
    window.composition.workspace.next_suspect()
    settle()
    assert window.views.box.isVisible() and nameless(window.views.box) == []


def test_the_welcome_page_has_names(window: MainWindow) -> None:
    window.composition.opening.close_project()
    settle()
    assert nameless(window) == []


@pytest.fixture(params=DIALOGS)
def dialog(
    request: pytest.FixtureRequest, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> Iterator[QWidget]:
    made = DIALOGS[request.param](window, monkeypatch)
    made.show()
    settle()
    yield made
    made.close()
    made.deleteLater()


def test_every_control_of_a_dialog_has_a_name(dialog: QWidget) -> None:
    assert nameless(dialog) == []
