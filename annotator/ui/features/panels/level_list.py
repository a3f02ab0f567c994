"""A list whose rows have levels: a row that is drawn to the side goes to another level."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication

from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.row_list import RowList

STEP = 14  # pixels to the side for a level, as rows are indented
_LEFT = 12  # pixels where rows of the first level start


class LevelList(RowList):
    """Ask for a level when a row was drawn to it; while it is drawn a mark shows where it would start."""

    level_wanted = Signal(int, int)  # row, level from 1

    level_of: Callable[[int], int] = staticmethod(lambda row: 1)
    _pressed: tuple[int, QPoint] | None = None
    _drawn: int | None = None  # the level that the row would have

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index = self.indexAt(place)
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = (index.row(), place) if left and index.isValid() else None
        self._drawn = None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        row, start = self._pressed
        aside = event.position().toPoint().x() - start.x()
        if self._drawn is not None or abs(aside) >= QApplication.startDragDistance():
            self._drawn = max(1, self.level_of(row) + round(aside / STEP))
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, drawn = self._pressed, self._drawn
        self._pressed = self._drawn = None
        if pressed is None or drawn is None:
            super().mouseReleaseEvent(event)
            return
        self.viewport().unsetCursor()
        self.viewport().update()
        if drawn != self.level_of(pressed[0]):
            self.level_wanted.emit(pressed[0], drawn)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._pressed is None or self._drawn is None:
            return
        row = self.visualRect(self.model().index(self._pressed[0], 0))
        painter = QPainter(self.viewport())
        left = _LEFT + STEP * (self._drawn - 1)
        painter.fillRect(left, row.top() + 2, 3, row.height() - 4, QColor(theme_of(self).accent))
        painter.fillRect(left, row.bottom() - 2, row.width() - left - 12, 2, QColor(theme_of(self).accent))
