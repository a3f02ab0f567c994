"""The layout that goes on in the next row."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import createdByPython, delete, isValid

from annotator.ui.widgets.flow import FlowLayout


def test_with_nothing_in_it_it_needs_no_room(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    layout = FlowLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    assert layout.minimumSize().toTuple() == (0, 0)


def test_its_items_are_its_own_to_the_end(qtbot: QtBot) -> None:
    """Of an item that Qt made and deleted, the wrapper stays, and the next one at its address gets it."""
    widget = QWidget()
    qtbot.addWidget(widget)
    layout = FlowLayout(widget)
    chips = [QLabel(name, widget) for name in ("one", "two", "three")]
    for chip in chips:
        layout.addWidget(chip)
    items = [layout.itemAt(row) for row in range(layout.count())]
    assert all(createdByPython(item) for item in items)
    layout.removeWidget(chips[1])
    assert all(isValid(item) for item in items)
    assert [layout.itemAt(row).widget() for row in range(layout.count())] == [chips[0], chips[2]]  # type: ignore[union-attr]


def test_a_widget_that_is_deleted_takes_no_room(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    layout = FlowLayout(widget)
    for name in ("one", "two"):
        layout.addWidget(QLabel(name, widget))
    delete(layout.itemAt(0).widget())  # type: ignore[union-attr]
    assert [layout.itemAt(row).widget().text() for row in range(layout.count())] == ["two"]  # type: ignore[union-attr, attr-defined]
    assert layout.minimumSize().width() > 0
