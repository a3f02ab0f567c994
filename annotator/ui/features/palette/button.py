"""The slim search field at the end of the menu bar: a button that opens the palette, with its key."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.icons import paint_icon
from annotator.ui.widgets.key_cap import cap_size, key_text, paint_cap

_SIDE, _ICON, _GAP = 9, 13, 7


class PaletteButton(QAbstractButton):
    """Look like a field, since it is one as soon as it is clicked. It takes no focus: its key does."""

    def __init__(self, text: str, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = ""
        self._is_small = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_keys(keys)

    def set_keys(self, keys: str) -> None:
        """Show other keys."""
        self._keys = key_text(keys) if keys else ""
        self.setAccessibleName(f"{self.text()} ({self._keys})" if self._keys else self.text())
        self.updateGeometry()
        self.update()

    def set_small(self, small: bool) -> None:
        """Show the glass and the key alone, where the window is narrow."""
        if small != self._is_small:
            self._is_small = small
            self.updateGeometry()
            self.update()

    def whole_width(self) -> int:
        """Return how wide it is with its words, in pixels."""
        return self._width(self.fontMetrics().horizontalAdvance(self.text()))

    def _width(self, words: int) -> int:
        cap = cap_size(self._keys, self.font()).width() + _GAP * 2 if self._keys else 0
        return _SIDE * 2 + _ICON + _GAP + words + cap

    def sizeHint(self) -> QSize:
        words = 0 if self._is_small else self.fontMetrics().horizontalAdvance(self.text())
        return QSize(self._width(words), self.fontMetrics().height() + 9)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(theme.muted if self.underMouse() else theme.line_strong), 1))
        painter.setBrush(QColor(theme.paper))
        painter.drawRoundedRect(face, 5, 5)
        middle = face.center().y()
        paint_icon(painter, QRectF(_SIDE, middle - _ICON / 2, _ICON, _ICON), "search", theme.muted)
        painter.setPen(QColor(theme.muted))
        words = face.adjusted(_SIDE + _ICON + _GAP, 0, 0, 0)
        if not self._is_small:
            align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            painter.drawText(words, int(align), self.text())
        if self._keys:
            cap = cap_size(self._keys, self.font())
            place = QRectF(
                face.right() - _GAP - cap.width(), middle - cap.height() / 2, cap.width(), cap.height()
            )
            paint_cap(painter, place, self._keys, theme, self.font())
