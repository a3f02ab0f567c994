"""✓ and ✗ at a proposed value of the form that the mouse is over."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QWidget

from annotator.ui.widgets.decision_buttons import DecisionButtons

_EDGE = 4  # pixels


class PlaceDecisions(QObject):
    """Has the buttons come up over the end of an editor, while `is_open` says that it holds a proposal."""

    def __init__(self, place: QWidget, editor: QWidget, is_open: Callable[[], bool]) -> None:
        super().__init__(place)
        self._editor, self._is_open = editor, is_open
        self.buttons = DecisionButtons(place)
        self.buttons.confirmed.connect(self.buttons.hide)
        self.buttons.turned_down.connect(self.buttons.hide)
        place.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Enter and self._is_open():
            over, size = self._editor.geometry(), self.buttons.size()
            top = over.top() + (min(over.height(), 2 * size.height()) - size.height()) // 2
            self.buttons.move(QPoint(over.right() - size.width() - _EDGE, top))
            self.buttons.show()
            self.buttons.raise_()
        elif event.type() == QEvent.Type.Leave:
            self.buttons.hide()
        return super().eventFilter(watched, event)
