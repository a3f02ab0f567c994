"""Whatever has the focus looks otherwise than without it: in the window, and in every dialog."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QLabel, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.shell.docks import tab_stops
from annotator.ui.shell.main_window import MainWindow
from tests.ui.shell.making import settle
from tests.ui.test_translations import DIALOGS, OpenWindow, open_window, speak

__all__ = ["open_window", "speak"]  # fixtures

_AROUND = 4  # pixels: some rings are drawn around a widget


def picture(widget: QWidget) -> QImage:
    """Return what is drawn where a widget is, and just around it."""
    window = widget.window()
    place = QRect(widget.mapTo(window, widget.rect().topLeft()), widget.size())
    return window.grab(place.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)).toImage()


def unseen(window: QWidget) -> list[str]:
    """Return what looks the same with the focus as without."""
    aside = QLabel(window)
    aside.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    aside.show()
    found = []
    for stop in tab_stops(window, ()):
        if stop is aside or stop.visibleRegion().isEmpty() or isinstance(stop, QTextBrowser):
            continue
        if isinstance(stop, QAbstractItemView) and stop.model().rowCount() == 0:
            continue  # the focus is shown at a row
        aside.setFocus()
        settle()
        without = picture(stop)
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        settle()
        if picture(stop) == without:
            found.append(
                f"{type(stop).__name__} {stop.accessibleName()!r} in {type(stop.parentWidget()).__name__}"
            )
    aside.deleteLater()
    return found


def test_what_does_not_show_its_focus_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 100)
    mute = QLabel("mute", window)
    mute.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.show()
    window.activateWindow()
    settle()
    assert unseen(window) == ["QLabel '' in QWidget"]


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    return open_window("nl")


def test_the_focus_is_seen_in_the_window(window: MainWindow) -> None:
    assert unseen(window) == []


@pytest.fixture(params=DIALOGS)
def dialog(
    request: pytest.FixtureRequest, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> Iterator[QWidget]:
    made = DIALOGS[request.param](window, monkeypatch)
    made.show()
    made.activateWindow()
    settle()
    yield made
    made.close()
    made.deleteLater()


def test_the_focus_is_seen_in_a_dialog(dialog: QWidget) -> None:
    if dialog.isWindow():
        assert unseen(dialog) == []
