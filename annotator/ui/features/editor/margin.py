"""The margin at the left of the letter: line numbers as on paper, and the sections' bars."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from annotator.ui.features.editor.lines import Piece
from annotator.ui.features.editor.look import DeskLook
from annotator.ui.features.editor.marks import SectionMark
from annotator.ui.widgets.elided_label import plain_tooltip

_NUMBERS_LEFT = 12
_GAP = 9
_BARS = 14.0


class MarginRow(NamedTuple):
    """What stands beside one block; pixels. `above` is the room for a page's rule over the block."""

    top: float
    height: float
    above: float
    number: int
    bars: tuple[Piece[SectionMark], ...]
    current: bool


class DeskMargin(QWidget):
    """Paint the rows that the editor says are visible; a press asks for the line beside it."""

    pressed = Signal(float)  # y

    def __init__(self, rows: Callable[[float, float], Iterable[MarginRow]], parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = rows  # between two heights
        self._look: DeskLook | None = None
        self._focused = False
        self._digits = 2

    def set_look(self, look: DeskLook, digits: int, focused: bool) -> None:
        """Take the fonts and colours, and how many digits the longest line number has."""
        self._look, self._digits, self._focused = look, max(2, digits), focused
        self.update()

    def sizeHint(self) -> QSize:
        numbers = self._digits * (self._look.pitch * 0.32 if self._look else 8)
        return QSize(round(_NUMBERS_LEFT + numbers + _GAP + _BARS), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(self._look.theme.paper))
        painter.setFont(self._look.small)
        for row in self.rows(event.rect().top(), event.rect().bottom()):
            self._paint_row(painter, row, self._look)

    def _paint_row(self, painter: QPainter, row: MarginRow, look: DeskLook) -> None:
        text_top, height = row.top + row.above, row.height - row.above
        if row.current:
            painter.fillRect(QRectF(0, text_top, self.width(), height), look.caret_band(self._focused))
        if row.number:
            painter.setPen(QColor(look.theme.ink if row.current else look.theme.muted))
            box = QRectF(0, text_top, self.width() - _BARS - _GAP, look.pitch * 0.94)
            painter.drawText(
                box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(row.number)
            )
        for bar in row.bars:
            self._paint_bar(painter, row, bar)

    def _paint_bar(self, painter: QPainter, row: MarginRow, bar: Piece[SectionMark]) -> None:
        mark = bar.mark
        level = min(mark.level, 4) - 1
        x, width = self.width() - _BARS + 4 * level, 3.5 - 0.5 * level
        top = row.top + (row.above + 2 if bar.first else 0)
        bottom = row.top + row.height - (2 if bar.last else 0)
        if mark.proposed:
            pen = QPen(QColor(mark.colour), max(1.5, width - 1))
            pen.setDashPattern([2.5, 1.8])
            pen.setDashOffset(top / pen.widthF())
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLine(QPointF(x + width / 2, top), QPointF(x + width / 2, bottom))
        else:
            painter.fillRect(QRectF(x, top, width, bottom - top), QColor(mark.colour))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(event.position().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            y = event.pos().y()  # type: ignore[attr-defined]
            names = [bar.mark.name for row in self.rows(y, y) for bar in row.bars]
            QToolTip.showText(event.globalPos(), plain_tooltip(" › ".join(names)), self)  # type: ignore[attr-defined]
            return True
        return super().event(event)
