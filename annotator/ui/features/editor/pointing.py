"""The mouse in the editor: pressing, dropping text, and pointing at a mark to see what it says."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from annotator.ui.features.editor.canvas import DeskCanvas
from annotator.ui.features.editor.describe import tooltip_lines
from annotator.ui.features.editor.lines import LineMarks, Piece
from annotator.ui.features.editor.marks import SectionMark
from annotator.ui.features.editor.paint import spans
from annotator.ui.widgets.badge import badge_text
from annotator.ui.widgets.drops import SELECTION, take_as_copy
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
        self._carries = False  # the selection, perhaps
        self._margin.pressed.connect(self._select_line)

    def stretch_in_view(self) -> tuple[int, int, int]:
        """Return from where to where the lines in view reach, and where the one in the middle starts."""
        blocks = [block for block, _, _ in self._visible(0, self.viewport().height())]
        if not blocks:
            return 0, 0, 0
        last, to_points = blocks[-1], self._places.to_points
        first, middle = blocks[0].position(), blocks[len(blocks) // 2].position()
        return to_points(first), to_points(last.position() + last.length() - 1), to_points(middle)

    def offset_under(self, place: QPoint) -> int:
        """Return the offset of the character under a point of what is shown."""
        return self._places.to_points(self._unit_under(QPoint(place.x(), round(self._on_line(place.y())))))

    def offset_near(self, place: QPoint) -> int:
        """Return the offset between two characters that is nearest to a point of what is shown."""
        near = self.cursorForPosition(QPoint(place.x(), round(self._on_line(place.y()))))
        return self._places.to_points(near.position())

    def show_stretch(self, start: int, end: int) -> None:
        """Select a stretch, and scroll no further than to its end."""
        cursor = self.textCursor()
        cursor.setPosition(self._places.to_units(start))
        cursor.setPosition(self._places.to_units(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def offers_at(self, place: QPoint) -> tuple[tuple[str, ...], QRect]:
        """Return the uids of the proposals of the innermost words under a point, and where on the line under
        it they stand, with the badge of a section."""
        marks, at = self._marks_at(self._unit_under(QPoint(place.x(), round(self._on_line(place.y())))))
        pieces: list[Piece[Any]] = [*marks.passages, *marks.evidence]
        found = [piece for piece in pieces if piece.mark.proposed and piece.start <= at < piece.end]
        if found:
            inner = min(found, key=lambda piece: piece.mark.end - piece.mark.start)
            same = (inner.start, inner.end, inner.first, inner.last)
            uids = [p.mark.uid for p in found if (p.start, p.end, p.first, p.last) == same]
            return tuple(dict.fromkeys(uids)), self._line_rect(place, inner.start, inner.end)
        without = [bar for bar in marks.sections if bar.first and bar.mark.heading is None]
        for piece in (*marks.headings, *without):
            mark: SectionMark = piece.mark
            if mark.proposed and piece.start <= at < max(piece.end, piece.start + 1):
                rect = self._line_rect(place, piece.start, piece.end)
                level = f" · {mark.level}" if mark.level > 1 else ""
                badge = self._look.badge_width(badge_text(mark.key, mark.name + level)) + 12
                return (mark.uid,), rect.adjusted(0, 0, round(badge), 0)
        return (), QRect()

    def _line_rect(self, place: QPoint, start: int, end: int) -> QRect:
        """Return where a piece of a block is on the line under a point."""
        for block, top, _ in self._visible(place.y(), place.y()):
            ground = self._ground(QPainter(), block, 0.0, 0)
            rects = [
                QRectF(s.left, top + s.top, s.right - s.left, s.bottom - s.top).toAlignedRect()
                for s in spans(ground, start, min(end, block.length() - 1), {})
            ]
            under = [rect for rect in rects if rect.top() - 3 <= place.y() <= rect.bottom() + 3]
            return next(iter(under or rects), QRect())
        return QRect()

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
        # Until it is let go or dragged nobody knows what a press in the selection means.
        self._carries = inside and event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if self._carries:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            event.accept()
            return
        if event.button() == Qt.MouseButton.LeftButton and inside:
            cursor.clearSelection()  # else Qt would start to drag it
        super().mousePressEvent(self._snapped(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self._carries:
            super().mouseMoveEvent(self._snapped(event))
        elif self._moved(event) >= QApplication.startDragDistance():
            self._carries = False
            self._carry()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._carries:
            self._carries = False
            self.setTextCursor(self.cursorForPosition(self._snapped(event).position().toPoint()))
        else:
            super().mouseReleaseEvent(self._snapped(event))
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.textCursor().hasSelection():
            self.selected_by_hand.emit(True)
        elif self._moved(event) < QApplication.startDragDistance() and not event.modifiers():
            self.clicked_at.emit(self.offset_under(event.position().toPoint()))

    def _moved(self, event: QMouseEvent) -> int:
        return (event.position().toPoint() - self._pressed_at).manhattanLength()

    def _carry(self) -> None:
        """Let the selection be dragged onto a field of the form, or into another program."""
        mime = self.createMimeDataFromSelection()
        mime.setData(SELECTION, b"1")
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.exec(Qt.DropAction.CopyAction)

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
