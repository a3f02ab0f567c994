"""A line for the note on something in a list, with the key that goes to it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.key_cap import KeyCap
from annotator.ui.widgets.patient_edit import PatientLine
from annotator.ui.widgets.row_list import ENTER


class NoteLine(QWidget):
    """Edit one note at a time: hidden where there is nothing to note on."""

    edited = Signal(str, str)  # uid, note
    left = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._uid = ""
        self._field = PatientLine(self)
        self._field.setAccessibleName(name)
        self._field.setPlaceholderText(self.tr("Note"))
        self._field.installEventFilter(self)
        settling = self._field.settling
        settling.settled.connect(lambda text, _: self.edited.emit(self._uid, text))
        settling.done.connect(self.left)
        settling.undo_wanted.connect(self.undo_wanted)
        settling.redo_wanted.connect(self.redo_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._field, 1)
        row.addWidget(KeyCap("F2", self))
        self.hide()

    def show_note(self, uid: str, note: str) -> None:
        """Show the note on another thing, or what became of it; "" for nothing to note on."""
        if uid != self._uid:
            self.flush()
            self._uid = uid
            self._field.show_text(note)
        elif not (self._field.hasFocus() and self._field.settling.touched):
            self._field.show_text(note)
        self.setVisible(bool(uid))

    def flush(self) -> None:
        """Tell the note that is being typed."""
        self._field.settling.settle()

    def has_keys(self) -> bool:
        """Tell whether the note is being written."""
        return self._field.hasFocus()

    def take_keys(self) -> None:
        """Give the note the keys."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in ENTER:
            self.flush()
            self.left.emit()
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, QColor(theme_of(self).line))
