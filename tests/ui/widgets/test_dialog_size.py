"""How large a dialog becomes beside its window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.widgets.dialog import Dialog


@pytest.mark.parametrize(
    ("window", "wanted"),
    [
        ((800, 600), (720, 520)),
        ((3000, 2000), (900, 640)),
        ((300, 200), (640, 420)),
        ((3000, 510), (900, 430)),
    ],
)
def test_a_dialog_fills_its_window_within_its_sizes(
    qtbot: QtBot, window: tuple[int, int], wanted: tuple[int, int]
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(*window)
    dialog = Dialog(parent)
    dialog.fill_window((640, 420), (900, 640))
    assert dialog.size().toTuple() == wanted


def test_without_a_most_it_leaves_free_what_it_must(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(3000, 2000)
    dialog = Dialog(parent)
    dialog.fill_window((760, 480), aside=(60, 40))
    assert dialog.size().toTuple() == (2940, 1960)
