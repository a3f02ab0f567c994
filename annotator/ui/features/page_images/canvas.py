"""Mouse and keys on the page images, and following the text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QEvent, QPoint, QPointF, QPropertyAnimation, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QStyle, QWidget

from annotator.pages.places import Box
from annotator.ui.features.page_images.sheets import Sheets
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.roles import tell_role

_HIGHEST, _LOWEST = 0.18, 0.72  # of the pane's height: between them the eye finds the line by itself
_GOAL = 0.38
_GLIDE_MS = 170
_ASIDE = 24.0  # pixels that stay free beside a word that was out of sight
_STEP = 60  # pixels for an arrow key
HitTest = Callable[[int, float, float], bool]


class PageCanvas(Sheets):
    """Take the analyst about the page images. Places are told as page (from 0) and points from its top
    left."""

    clicked = Signal(int, float, float)
    activated = Signal(int, float, float)  # a double click
    entered = Signal(int, float, float)  # Enter: to the text, at the place in the middle
    left = Signal()  # Esc
    menu_wanted = Signal(QPoint)  # on the screen
    zoom_wanted = Signal(int, object)  # +1 larger, -1 smaller; around which place of the viewport

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hit: HitTest = lambda page, x, y: False
        self._pressed: QPointF | None = None
        self._dragged: QPointF | None = None
        self.gliding = True
        self._glide = QPropertyAnimation(self.verticalScrollBar(), b"value", self)
        self._glide.setDuration(_GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        tell_role(self, QAccessible.Role.Graphic)
        self.setAccessibleName(self.tr("Page image"))

    def set_hit_test(self, hit: HitTest) -> None:
        """Take what tells whether a word stands at a point of a page."""
        self._hit = hit

    # ------------------------------------------------------------------ following the text

    def follow(self, line: Box | None, word: Box | None = None) -> None:
        """Bring a line to where it is read at ease, if it is not; and its word into view."""
        if line is None or not 0 <= line.page < self.page_count():
            return
        rect, height = self.rect_of(line), self.viewport().height()
        bar = self.verticalScrollBar()
        # Where it will be, when a glide is still under way.
        on_the_way = self._goal() - bar.value()
        top, bottom = rect.top() - on_the_way, rect.bottom() - on_the_way
        if top < _HIGHEST * height or bottom > _LOWEST * height:
            goal = round(bar.value() + rect.center().y() - _GOAL * height)
            self._go_to(max(bar.minimum(), min(bar.maximum(), goal)), height)
        self._follow_aside(self.rect_of(word if word is not None else line))

    def _goal(self) -> int:
        running = self._glide.state() == QPropertyAnimation.State.Running
        return int(self._glide.endValue()) if running else self.verticalScrollBar().value()

    def _go_to(self, goal: int, height: int) -> None:
        bar = self.verticalScrollBar()
        self._glide.stop()
        if abs(goal - bar.value()) > 2 * height or not self.isVisible() or not self._may_glide():
            bar.setValue(goal)  # far away: nobody could follow it
        elif goal != bar.value():
            self._glide.setStartValue(bar.value())
            self._glide.setEndValue(goal)
            self._glide.start()

    def _may_glide(self) -> bool:
        """Tell whether things may move: neither the setting nor the system has anything against it."""
        return self.gliding and self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0

    def _follow_aside(self, rect: QRectF) -> None:
        bar, width = self.horizontalScrollBar(), self.viewport().width()
        if rect.width() + 2 * _ASIDE > width:
            return
        if rect.left() < 0:
            bar.setValue(round(bar.value() + rect.left() - _ASIDE))
        elif rect.right() > width:
            bar.setValue(round(bar.value() + rect.right() + _ASIDE - width))

    def hurry(self) -> None:
        """Be at once where a glide would end."""
        goal = self._goal()
        self._glide.stop()
        self.verticalScrollBar().setValue(goal)

    # ------------------------------------------------------------------ mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._glide.stop()
            self._pressed, self._dragged = event.position(), None
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        if self._pressed is None:
            self._show_hand(place)
            return
        if self._dragged is None:
            if (place - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return
            self._dragged = self._pressed
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        moved, self._dragged = place - self._dragged, place
        self.verticalScrollBar().setValue(round(self.verticalScrollBar().value() - moved.y()))
        self.horizontalScrollBar().setValue(round(self.horizontalScrollBar().value() - moved.x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        was_dragged, self._dragged = self._dragged is not None, None
        self._show_hand(event.position())
        if event.button() == Qt.MouseButton.LeftButton and pressed is not None and not was_dragged:
            point = self.point_at(event.position())
            if point is not None:
                self.clicked.emit(*point)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = self.point_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and point is not None:
            self.activated.emit(*point)

    def _show_hand(self, place: QPointF) -> None:
        point = self.point_at(place)
        on_word = point is not None and self._hit(*point)
        shape = Qt.CursorShape.PointingHandCursor if on_word else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._glide.stop()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_wanted.emit(1 if event.angleDelta().y() > 0 else -1, event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    # ------------------------------------------------------------------ keys

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._does(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self._action(event)
        if action is None:
            event.ignore()
        else:
            self._glide.stop()
            action()

    def _does(self, event: QKeyEvent) -> bool:
        return self._action(event) is not None

    def _action(self, event: QKeyEvent) -> Callable[[], object] | None:
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return None
        down, aside = self.verticalScrollBar(), self.horizontalScrollBar()
        page = round(0.9 * self.viewport().height())
        actions: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Up: lambda: down.setValue(down.value() - _STEP),
            Qt.Key.Key_Down: lambda: down.setValue(down.value() + _STEP),
            Qt.Key.Key_Left: lambda: aside.setValue(aside.value() - _STEP),
            Qt.Key.Key_Right: lambda: aside.setValue(aside.value() + _STEP),
            Qt.Key.Key_PageUp: lambda: down.setValue(down.value() - page),
            Qt.Key.Key_PageDown: lambda: down.setValue(down.value() + page),
            Qt.Key.Key_Space: lambda: down.setValue(down.value() + page),
            Qt.Key.Key_Home: lambda: down.setValue(down.minimum()),
            Qt.Key.Key_End: lambda: down.setValue(down.maximum()),
            Qt.Key.Key_Plus: lambda: self.zoom_wanted.emit(1, None),
            Qt.Key.Key_Equal: lambda: self.zoom_wanted.emit(1, None),
            Qt.Key.Key_Minus: lambda: self.zoom_wanted.emit(-1, None),
            Qt.Key.Key_Return: self._enter,
            Qt.Key.Key_Enter: self._enter,
            Qt.Key.Key_Escape: self.left.emit,
        }
        return actions.get(event.key())

    def _enter(self) -> None:
        point = self.point_at(self._reading_place())
        if point is None:
            self.left.emit()
        else:
            self.entered.emit(*point)

    def _reading_place(self) -> QPointF:
        """Return the place that Enter goes to: where the small marks at the sides point."""
        return QPointF(self.viewport().width() / 2, round(self.viewport().height() * _GOAL))

    # ------------------------------------------------------------------ focus

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.hasFocus() or not self.page_count():
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme_of(self).accent), 2))
        painter.drawRect(QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme_of(self).accent))
        y, right = self._reading_place().y(), float(self.viewport().width())
        painter.drawPolygon([QPointF(2, y - 6), QPointF(11, y), QPointF(2, y + 6)])
        painter.drawPolygon([QPointF(right - 2, y - 6), QPointF(right - 11, y), QPointF(right - 2, y + 6)])
