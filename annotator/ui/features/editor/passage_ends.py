"""Handles at the ends of the passage at the caret: drawn with the mouse, they move its ends."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from annotator.commands.tagging import passages_at
from annotator.core.text import Span, trimmed
from annotator.session import Session
from annotator.ui.features.editor.text_view import TextView
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.elided_label import plain_tooltip

_WIDE = 9  # pixels


class PassageEnds(QObject):
    """Shows the handles while the text is read. `moved` gives the passage and where it is to stand."""

    moved = Signal(str, object)

    def __init__(self, view: TextView, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._session: Session | None = None
        self._drawing = False
        self._uid, self._span = "", Span(0, 0)
        says = self.tr("Drag this to move the end of the passage")
        self.handles = (_Handle(view.viewport(), says, top=True), _Handle(view.viewport(), says, top=False))
        for number, handle in enumerate(self.handles):
            handle.drawn.connect(lambda place, number=number: self._draw(number, place))
            handle.released.connect(lambda place, number=number: self._release(number, place))
        view.viewport().installEventFilter(self)
        view.updateRequest.connect(lambda _, moved: self._stand() if moved else None)

    def set_session(self, session: Session | None) -> None:
        """Show those of another project; None for none."""
        self._session = session
        self.show()

    def show(self) -> None:
        """Show the handles of the passage at the caret: the one that is selected, else the innermost."""
        if self._drawing:
            return
        session = self._session
        letter = session.letter if session is not None and not session.read_only else None
        self._uid = ""
        if letter is not None and not self._view.editing:
            selected = Span(*self._view.selection())
            under = passages_at(letter, selected)
            same = [uid for uid in under if letter.spans[uid] == selected]
            if selected.start == selected.end or same:
                self._uid = next(iter(same or under), "")
        if self._uid and letter is not None:
            self._span = letter.spans[self._uid]
        self._stand()

    def hide(self) -> None:
        """Take the handles away."""
        self._uid = ""
        self._stand()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._stand()
        return super().eventFilter(watched, event)

    def _stand(self) -> None:
        shown = bool(self._uid) and self._span.start < self._span.end
        for handle, at in zip(self.handles, self._span, strict=True):
            handle.setVisible(shown)
            if shown:
                rect = self._view.place_rect(at, at)
                handle.setGeometry(QRect(rect.left() - _WIDE // 2, rect.top() - 3, _WIDE, rect.height() + 6))

    def _asked(self, number: int, place: QPoint) -> Span:
        at = self._view.offset_near(place)
        start, end = (at, self._span.end) if number == 0 else (self._span.start, at)
        return Span(min(start, end), max(start, end))

    def _draw(self, number: int, place: QPoint) -> None:
        self._drawing = True  # what is selected meanwhile is no passage
        self._view.show_stretch(*self._asked(number, place))

    def _release(self, number: int, place: QPoint) -> None:
        uid, span = self._uid, trimmed(self._view.text(), self._asked(number, place))
        changes = span.start < span.end and span != self._span
        self._view.show_stretch(*(span if changes else self._span))
        if changes:
            self.moved.emit(uid, span)
        self._drawing = False
        self.show()


class _Handle(QWidget):
    drawn = Signal(QPoint)
    released = Signal(QPoint)

    def __init__(self, parent: QWidget, says: str, *, top: bool) -> None:
        super().__init__(parent)
        self._top, self._pressed = top, False
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setToolTip(plain_tooltip(says))
        self.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.button() == Qt.MouseButton.LeftButton
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed:
            self.drawn.emit(self.mapToParent(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = False
            self.released.emit(self.mapToParent(event.position().toPoint()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colour = QPainter(self), QColor(theme_of(self).accent)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(self.width() / 2 - 0.75, 3, 1.5, self.height() - 6), colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        middle = 3.5 if self._top else self.height() - 3.5
        painter.drawEllipse(QRectF(self.width() / 2 - 3, middle - 3, 6, 6))
