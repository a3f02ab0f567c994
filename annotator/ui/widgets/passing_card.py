"""A card that comes up at a place of the text and goes away by itself; it never takes the keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from annotator.ui.widgets.floating_card import SHADOW, FloatingCard

_LASTS_MS = 12_000  # without the mouse over it
_RIM = 4  # pixels of the shadow that stay
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)


class PassingCard(FloatingCard):
    """Stay until a key is pressed in the text, it scrolls or loses the keys, or some seconds have gone."""

    went = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over: QAbstractScrollArea | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LASTS_MS)
        self._timer.timeout.connect(self.go)

    def come_up(self, place: QRect, over: QAbstractScrollArea) -> None:
        """Come up beside a place, in the coordinates of what is shown in `over`."""
        self._listen(over)
        self.show_at(place, over.viewport())
        self._timer.start()

    def go(self) -> None:
        """Go away."""
        self._timer.stop()
        if not self.isHidden():
            self.hide()
            self.went.emit()

    def _listen(self, over: QAbstractScrollArea) -> None:
        if self._over is None:
            self._over = over
            over.installEventFilter(self)
            over.viewport().installEventFilter(self)
            over.verticalScrollBar().valueChanged.connect(self.go)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        over = self._over
        if self.isVisible() and over is not None and watched in (over, over.viewport()):
            self._look_at(event)
        return super().eventFilter(watched, event)

    def _look_at(self, event: QEvent) -> None:
        kind = event.type()
        if isinstance(event, QKeyEvent):
            if kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) and event.key() not in _MODIFIERS:
                self.go()
        elif isinstance(event, QFocusEvent):
            if kind == QEvent.Type.FocusOut and event.reason() != Qt.FocusReason.PopupFocusReason:
                self.go()
        elif kind in (QEvent.Type.Resize, QEvent.Type.MouseButtonPress):
            self.go()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The shadow would take clicks on the words beside the card: as much of it as lies between is left.
        card = self.rect().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        self.setMask(QRegion(card.adjusted(-_RIM, -_RIM, _RIM, _RIM)))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible():
            self._timer.start()
