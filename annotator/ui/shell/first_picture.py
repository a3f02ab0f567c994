"""Hearing when the window's first picture is on the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_PATIENCE = 2_000  # ms: a window that starts as an icon is not painted


class FirstPicture(QObject):
    """Calls once, when a widget of the window was painted for the first time and all others with it."""

    def __init__(self, widget: QWidget, call: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget, self._call, self._called = widget, call, False
        widget.installEventFilter(self)
        QTimer.singleShot(_PATIENCE, self, self._go)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self, self._go)
        return False

    def _go(self) -> None:
        if not self._called:
            self._called = True
            self._call()
