"""A table whose rows are decided on by keys: confirm, turn down, open, undo; a note where it is empty."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from annotator.ui.theme.theme import theme_of

_NOTE_WIDTH = 460


class DecisionGrid(QTableView):
    """Ask by signals for what its keys mean."""

    confirm_wanted = Signal()
    turn_down_wanted = Signal()
    open_wanted = Signal()
    edit_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = ""

    def show_note(self, text: str) -> None:
        """Say what is the matter where there are no rows."""
        self._note = text
        self.viewport().update()

    @property
    def note(self) -> str:
        """What is said where there are no rows."""
        return self._note

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState or not self._decide(event):
            super().keyPressEvent(event)

    def _decide(self, event: QKeyEvent) -> bool:
        """Ask for what the key means; tell whether it means anything here."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Redo) or (
            event.key() == Qt.Key.Key_Y and held == Qt.KeyboardModifier.ControlModifier
        ):
            self.redo_wanted.emit()
        elif event.key() == Qt.Key.Key_C and held == Qt.KeyboardModifier.NoModifier:
            if not event.isAutoRepeat():
                self.confirm_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete and held == Qt.KeyboardModifier.ShiftModifier:
            if not event.isAutoRepeat():
                self.turn_down_wanted.emit()
        elif enter and held == Qt.KeyboardModifier.ControlModifier:
            self.open_wanted.emit()
        elif enter and held == Qt.KeyboardModifier.NoModifier:
            self.edit_wanted.emit()
        else:
            return False
        return True

    def chosen(self) -> list[tuple[range, range]]:
        """Return the rows and columns of what is selected, in stretches."""
        selection = self.selectionModel().selection()
        stretches = (selection.at(number) for number in range(selection.size()))
        return [(range(s.top(), s.bottom() + 1), range(s.left(), s.right() + 1)) for s in stretches]

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, no search."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        model = self.model()
        if not self._note or model.rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(theme_of(self).muted))
        room = self.viewport().rect()
        room.setWidth(min(_NOTE_WIDTH, room.width() - 40))
        room.moveCenter(self.viewport().rect().center())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._note)
        painter.end()
