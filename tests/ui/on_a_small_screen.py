"""Every window on a small screen; run by `test_small_screen.py`, which gives the screen its size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.shell.making import settle
from tests.ui.test_translations import DIALOGS, OpenWindow, open_window, speak

__all__ = ["open_window", "speak"]


def fits(size: QSize, window: QWidget) -> bool:
    room = window.screen().availableGeometry().size()
    assert room.width() < 1100, "this test needs a small screen"
    return size == size.boundedTo(room)


@pytest.fixture(params=DIALOGS)
def dialog(
    request: pytest.FixtureRequest, open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> Iterator[QWidget]:
    made = DIALOGS[request.param](open_window("nl"), monkeypatch)
    made.show()
    settle()
    yield made
    made.close()
    made.deleteLater()


def test_a_dialog_fits(dialog: QWidget) -> None:
    if isinstance(dialog, QDialog):
        least = (dialog.minimumSizeHint(), dialog.minimumSize())
        assert fits(dialog.frameGeometry().size(), dialog), (dialog.geometry(), *least)
    assert dialog.isVisible()


def test_the_window_fits(open_window: OpenWindow) -> None:
    window = open_window("nl")
    window.resize(window.minimumSizeHint())
    settle()
    assert fits(window.size(), window), (window.geometry(), window.minimumSizeHint())


def test_the_geometry_of_a_larger_screen_is_brought_in(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("nl")
    window.setGeometry(1500, 900, 1900, 1000)
    window.keep_layout()
    window.close()
    again = type(window)(window.settings, window.composition.themes, window.composition.context.runner, "nl")
    qtbot.addWidget(again)
    again.show()
    settle()
    assert fits(again.size(), again), again.geometry()
