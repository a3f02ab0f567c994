"""The layout that goes on in the next row."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotator.ui.widgets.flow import FlowLayout


def test_with_nothing_in_it_it_needs_no_room(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    layout = FlowLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    assert layout.minimumSize().toTuple() == (0, 0)
