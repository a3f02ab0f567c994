"""The mouse in the editor: pressing, dropping text, and pointing at a mark to see what it says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QMouseEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from annotator.ui.features.editor.canvas import DeskCanvas
from annotator.ui.features.editor.describe import tooltip_lines
from annotator.ui.features.editor.lines import LineMarks
from annotator.ui.widgets.drops import take_as_copy
from annotator.ui.widgets.elided_label import plain_tooltip


class PointedCanvas(DeskCanvas):
    """Take the mouse to the lines of the letter."""

    zoom_wanted = Signal(int)  # +1 larger, -1 smaller: Ctrl and the wheel
    clicked_at = Signal(int)  # a click that selects nothing: the offset of the character under it
    selected_by_hand = Signal(bool)  # something was selected: by the mouse, or else by keys

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editing = False
        self._pressed_at = QPoint()
        self._margin.pressed.connect(self._select_line)

    def stretch_in_view(self) -> tuple[int, int, int]:
        """Return from where to where the lines in view reach, and where the one in the middle starts."""
        blocks = [block for block, _, _ in self._visible(0, self.viewport().height())]
        if not blocks:
            return 0, 0, 0
        last, to_points = blocks[-1], self._places.to_points
        first, middle = blocks[0].position(), blocks[len(blocks) // 2].position()
        return to_points(first), to_points(last.position() + last.length() - 1), to_points(middle)

    def _activate(self) -> None:
        """Open what is at the caret."""
        raise NotImplementedError

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.cursorForPosition(self._snapped(event).position().toPoint())
        cursor = self.textCursor()
        inside = (
            cursor.hasSelection() and cursor.selectionStart() <= place.position() <= cursor.selectionEnd()
        )
        if event.button() == Qt.MouseButton.RightButton and not inside:
            self.setTextCursor(place)
        self._pressed_at = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton and inside:
            cursor.clearSelection()  # else Qt would start to drag it
            if not event.modifiers():
                self.setTextCursor(cursor)
        super().mousePressEvent(self._snapped(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(self._snapped(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(self._snapped(event))
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place = event.position().toPoint()
        moved = (place - self._pressed_at).manhattanLength()
        if self.textCursor().hasSelection():
            self.selected_by_hand.emit(True)
        elif moved < QApplication.startDragDistance() and not event.modifiers():
            under = QPoint(place.x(), round(self._on_line(place.y())))
            self.clicked_at.emit(self._places.to_points(self._unit_under(under)))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._editing or event.button() != Qt.MouseButton.LeftButton:
            super().mouseDoubleClickEvent(self._snapped(event))
            return
        cursor = self.cursorForPosition(self._snapped(event).position().toPoint())
        self.setTextCursor(cursor)
        self._activate()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # While reading, Qt would scale the font by itself, behind our measures.
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._judge_drop(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._judge_drop(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._judge_drop(event)
        if event.isAccepted():
            self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
            self.insertFromMimeData(event.mimeData())

    def _judge_drop(self, event: QDropEvent) -> None:
        # Files are the window's, to import. Text is copied here, never moved: it would leave its tags behind.
        data = event.mimeData()
        if self._editing and data.hasText() and not data.hasUrls() and event.source() is None:
            take_as_copy(event)
        else:
            event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = QPoint(event.pos().x(), round(self._on_line(event.pos().y())))
            marks, unit = self._marks_at(self._unit_under(place))
            QToolTip.showText(event.globalPos(), plain_tooltip("\n".join(tooltip_lines(marks, unit))), self)
            return True
        return super().viewportEvent(event)

    def _unit_under(self, place: QPoint) -> int:
        """Return the unit of the character under a point; the caret's rounding would give the next one."""
        cursor = self.cursorForPosition(place)
        at = self.cursorRect(cursor)
        unit = cursor.position()
        return unit - 1 if place.x() < at.left() and not cursor.atBlockStart() else unit

    def _snapped(self, event: QMouseEvent) -> QMouseEvent:
        """Return the event moved to the middle of its line: between lines Qt sees a line's end."""
        y = self._on_line(event.position().y())
        return QMouseEvent(
            event.type(),
            QPointF(event.position().x(), y),
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
            event.pointingDevice(),
        )

    def _on_line(self, y: float) -> float:
        if not 0 <= y <= self.viewport().height():
            return y  # dragged out of the view: Qt scrolls
        for block, top, height in self._visible(y, y):
            layout = block.layout()
            above = self._room_above(block.blockNumber())
            number = int((y - top - above) // self._look.pitch)
            line = layout.lineAt(max(0, min(number, layout.lineCount() - 1)))
            if top <= y <= top + height:
                return top + line.y() + line.height() / 2
        return y

    def _marks_at(self, unit: int) -> tuple[LineMarks, int]:
        block = self.document().findBlock(unit)
        number = block.blockNumber()
        marks = self._lines[number] if 0 <= number < len(self._lines) else LineMarks()
        return marks, unit - block.position()

    def _select_line(self, y: float) -> None:
        cursor = self.cursorForPosition(QPoint(0, round(self._on_line(y))))
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.MouseFocusReason)
