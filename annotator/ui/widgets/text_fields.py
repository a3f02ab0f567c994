"""The fields that text is typed in: all of the program's are these.

With Alt or Ctrl held nothing is typed in them, Esc takes back an accent that is being composed, and what is
dropped on them is copied; files that are dropped go to the window.
"""

from __future__ import annotations

from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from annotator.ui.widgets.drops import holds_files, take_as_copy
from annotator.ui.widgets.field_keys import FieldKeys


class LineField(QLineEdit):
    """One line to type in."""

    def __init__(self, text: str | QWidget | None = None, parent: QWidget | None = None) -> None:
        """`LineField(parent)` or `LineField(text, parent)`, as Qt has it."""
        if isinstance(text, str):
            super().__init__(text, parent)
        else:
            super().__init__(text or parent)
        FieldKeys(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        super().dragEnterEvent(event)
        _judge(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        _judge(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if holds_files(event.mimeData()):
            event.ignore()
        else:
            super().dropEvent(event)
            _judge(event)


class TextField(QPlainTextEdit):
    """Several lines to type in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        FieldKeys(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        super().dragEnterEvent(event)
        _judge(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        _judge(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if holds_files(event.mimeData()):
            event.ignore()
        else:
            super().dropEvent(event)
            _judge(event)


def _judge(event: QDropEvent) -> None:
    """Make a copy of what the field takes. Files are not the field's: it would hold their addresses."""
    if holds_files(event.mimeData()):
        event.ignore()
    elif event.isAccepted():
        take_as_copy(event)
