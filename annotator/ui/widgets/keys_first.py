"""Keys that a view takes before its fields, the menus and the window do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class KeysFirst(QWidget):
    """A view that is asked first what a key does in the fields whose events it filters."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and self._is_mine(event):
                event.accept()  # before a menu takes Alt and the letter, or the window Esc
                return True
            if event.type() is QEvent.Type.KeyPress:
                return self._key(watched, event)
        return super().eventFilter(watched, event)

    def _is_mine(self, event: QKeyEvent) -> bool:
        """Tell whether a key is the view's whatever it is elsewhere."""
        raise NotImplementedError

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        """Do what a key does; tell whether it did something."""
        raise NotImplementedError
