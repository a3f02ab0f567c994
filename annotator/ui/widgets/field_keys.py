"""The keys of whatever is typed in: held Alt or Ctrl types nothing, and Esc takes back an accent first.

An input method shows what it composes (the preedit text). Dead keys of X11 and Wayland show nothing: Qt
keeps their press for itself, and all that is seen of it is that the key goes up.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.widgets.key_events import holds_back

_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)
_PENDING_UP, _NEXT_UP = "pending", "next"  # which key that goes up says nothing


class FieldKeys(QObject):
    """Watches a widget's keys. While an accent is being composed in it, Esc is for that alone."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._preedit = self._dead = False
        self._passes = ""
        widget.installEventFilter(self)

    @property
    def composing(self) -> bool:
        """Tell whether an accent waits for its letter."""
        return self._preedit or self._dead

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodEvent):
            self._composed(event)
        elif event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._preedit = self._dead = False
            self._passes = ""
        elif isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _composed(self, event: QInputMethodEvent) -> None:
        if event.commitString():
            # Typed fast, the accent's key goes up after its letter is there; two accents' keys make one sign.
            self._passes = _NEXT_UP if self._dead else _PENDING_UP
            self._dead = False
        self._preedit = bool(event.preeditString())
        self._come_first()

    def _come_first(self) -> None:
        if self.composing:  # before others who wait for Esc in the same widget
            self._widget.installEventFilter(self)

    def _key(self, event: QKeyEvent) -> bool:
        if event.type() is QEvent.Type.KeyRelease:
            self._up(event)
            return False
        if event.key() == Qt.Key.Key_Escape and self.composing:
            if event.type() is QEvent.Type.KeyPress:
                self._take_back()
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress and event.key() not in _MODIFIERS:
            self._dead = False
            self._passes = _PENDING_UP if _is_dead(event.key()) else ""
            if holds_back(event):
                event.ignore()  # the window may know it
                return True
        return False

    def _up(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if _is_dead(event.key()):
            self._dead = not self._passes
            self._passes = ""
            self._come_first()
        elif self._passes == _NEXT_UP:
            self._passes = ""

    def _take_back(self) -> None:
        shown, self._preedit, self._dead = self._preedit, False, False
        QGuiApplication.inputMethod().reset()
        if shown:
            QCoreApplication.sendEvent(self._widget, QInputMethodEvent())


def _is_dead(key: int) -> bool:
    return Qt.Key.Key_Dead_Grave <= key <= Qt.Key.Key_Dead_Longsolidusoverlay or key == Qt.Key.Key_Multi_key
