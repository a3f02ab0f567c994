"""Typing that settles: an edit is told when the field is left, or after a pause; Ctrl+Z reaches further.

A field is *touched* while it holds something that was typed and not told yet. In a touched field Ctrl+Z
undoes the typing; in an untouched one it is passed on: the application's own undo is never out of reach.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from annotator.ui.widgets.text_fields import LineField, TextField

PAUSE = 2_000  # ms
_POPUP = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)


class Settling(QObject):
    """Watch an editor's typing. `paused` tells that the edit is told while the editor still has the keys."""

    settled = Signal(str, bool)  # text, paused
    undo_wanted = Signal()
    redo_wanted = Signal()
    done = Signal()

    def __init__(self, editor: PatientLine | PatientText) -> None:
        super().__init__(editor)
        self._editor = editor
        self._told = ""
        self.keeps_empty = False  # an emptied field is told only when it is left, not in a pause
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(lambda: self.settle(paused=True))
        editor.textChanged.connect(self._changed)
        editor.installEventFilter(self)

    @property
    def touched(self) -> bool:
        """Tell whether something was typed that was not told."""
        return self._editor.plain() != self._told

    def accept(self, text: str) -> None:
        """Take the text as told: it comes from outside."""
        self._told = text
        self._timer.stop()

    def settle(self, *, paused: bool = False) -> None:
        """Tell what was typed, if anything was."""
        self._timer.stop()
        if self.touched and not (paused and self.keeps_empty and not self._editor.plain().strip()):
            self._told = self._editor.plain()
            self.settled.emit(self._told, paused)

    def _changed(self) -> None:
        if self.touched:
            self._timer.start()
        else:
            self._timer.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.KeyPress:
                return self._key(event)
            if event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
        elif event.type() is QEvent.Type.FocusOut and self._is_left(event):
            self.settle()
        return False

    def _is_left(self, event: QEvent) -> bool:
        """Tell whether the keys have gone elsewhere for good. Not from a field that is being deleted."""
        return event.reason() not in _POPUP and isValid(self._editor)  # type: ignore[attr-defined]

    def _key(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo) and not self.touched:
            self.undo_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Redo) and not self._editor.can_redo():
            self.redo_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.settle()
            self.done.emit()
        else:
            return False
        return True


class PatientLine(LineField):
    """One line that settles."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.settling = Settling(self)

    def plain(self) -> str:
        """Return the text as it stands in the field."""
        return self.text()

    def can_redo(self) -> bool:
        """Tell whether the field's own redo has something to do."""
        return self.isRedoAvailable()

    def show_text(self, text: str) -> None:
        """Show a text from outside; line breaks become spaces. The field's own undo starts anew."""
        line = " ".join(text.split("\n"))
        self.settling.accept(line)
        if line != self.text():
            self.setText(line)
            self.setCursorPosition(len(line) if self.hasFocus() else 0)


class PatientText(TextField):
    """Several lines that settle. Tab moves the focus on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("class", "field")
        self.setTabChangesFocus(True)
        self.settling = Settling(self)

    def plain(self) -> str:
        """Return the text as it stands in the field, no-break spaces included: `toPlainText` loses them."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        return cursor.selectedText().replace("\u2029", "\n").replace("\u2028", "\n")

    def can_redo(self) -> bool:
        """Tell whether the field's own redo has something to do."""
        return self.document().isRedoAvailable()

    def show_text(self, text: str) -> None:
        """Show a text from outside. The field's own undo starts anew."""
        self.settling.accept(text)
        if text != self.plain():
            self.setPlainText(text)
