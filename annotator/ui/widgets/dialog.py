"""A dialog that opens no larger than the room on its screen."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget


class Dialog(QDialog):
    """A dialog of the program; all of its own are these."""

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            hold_in_room(self)
        super().showEvent(event)  # Qt finds its place by its size


def hold_in_room(window: QWidget) -> None:
    """Make a window that is about to be shown as small as the room on its screen, frame included."""
    parent = window.parentWidget()
    beside = parent.window() if parent is not None else window
    frame = beside.frameGeometry().size() - beside.size()
    room = window.screen().availableGeometry().size() - frame
    window.setMinimumSize(window.minimumSize().boundedTo(room))
    window.resize(window.size().boundedTo(room))
