"""A key cap with what the key does now; a click does it too."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.key_cap import cap_size, key_text, paint_cap
from annotator.ui.widgets.roles import tell_role

_GAP = 6  # pixels between the cap and the words


class KeyHint(QWidget):
    """Show keys and what they do. Without keys it is words alone."""

    clicked = Signal()

    def __init__(
        self, keys: str = "", text: str = "", parent: QWidget | None = None, *, command: str = ""
    ) -> None:
        """`command` is the id of the command that has the keys: the window shows it when it gets others."""
        super().__init__(parent)
        self.command = command
        self._keys, self._text = "", ""
        tell_role(self, QAccessible.Role.StaticText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_hint(keys, text)

    def hint(self) -> tuple[str, str]:
        """Return the keys as they are shown, and the words."""
        return self._keys, self._text

    def set_hint(self, keys: str, text: str) -> None:
        """Show other keys and words."""
        self._keys, self._text = key_text(keys) if keys else "", text
        self.setAccessibleName(f"{self._keys} {text}".strip())
        self.setCursor(Qt.CursorShape.PointingHandCursor if keys else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        cap = self._cap()
        words = self.fontMetrics().horizontalAdvance(self._text)
        gap = _GAP if self._keys and self._text else 0
        return QSize(cap.width() + gap + words + 1, max(cap.height(), self.fontMetrics().height()) + 1)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _cap(self) -> QSize:
        return cap_size(self._keys, self.font()) if self._keys else QSize(0, 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, cap, left = theme_of(self), self._cap(), 0
        if self._keys:
            top = (self.height() - cap.height()) / 2
            paint_cap(painter, QRectF(0, top, cap.width(), cap.height()), self._keys, theme, self.font())
            left = cap.width() + _GAP
        painter.setPen(QColor(theme.muted))
        place = self.rect().adjusted(left, 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self._text)
