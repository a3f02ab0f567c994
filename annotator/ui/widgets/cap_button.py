"""A small button of words with the key that does the same; for the mouse: the keys have their own way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from annotator.ui.theme.fonts import sized
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.badge import paint_swatch
from annotator.ui.widgets.key_cap import cap_size, paint_cap
from annotator.ui.widgets.key_hint import KeyHint

_SIDE, _GAP, _SWATCH = 9, 7, 7  # pixels


class CapButton(KeyHint):
    """Show words and a cap on a button. A `swatch` (`#rrggbb`) stands before them; `primary` fills it."""

    def __init__(
        self,
        keys: str = "",
        text: str = "",
        parent: QWidget | None = None,
        *,
        swatch: str = "",
        primary: bool = False,
    ) -> None:
        self._swatch, self._primary = swatch, primary
        super().__init__(keys, text, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_hint(self, keys: str, text: str) -> None:
        super().set_hint(keys, text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        cap = self._cap()
        words = self.fontMetrics().horizontalAdvance(self._text)
        parts = [width for width in (_SWATCH * bool(self._swatch), words, cap.width()) if width]
        wide = sum(parts) + _GAP * (len(parts) - 1) + 2 * _SIDE
        return QSize(wide, max(cap.height(), self.fontMetrics().height()) + 8)

    def _cap(self) -> QSize:
        return cap_size(self._keys, self._small()) if self._keys else QSize(0, 0)

    def _small(self) -> QFont:
        return sized(self.font(), 0.92)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, cap = QPainter(self), theme_of(self), self._cap()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ground = theme.accent if self._primary else theme.hover if self.underMouse() else theme.panel
        edge = theme.ink if self._primary and self.underMouse() else theme.line_strong
        painter.setPen(QPen(QColor(theme.accent if self._primary and not self.underMouse() else edge), 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(face, 6, 6)
        left = _SIDE
        if self._swatch:
            paint_swatch(painter, QRectF(left, face.center().y() - 5, _SWATCH, 10), self._swatch)
            left += _SWATCH + _GAP
        painter.setPen(QColor(theme.on_accent if self._primary else theme.ink))
        painter.setFont(self.font())
        place = QRect(left, 0, self.width() - left, self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self._text)
        if self._keys:
            top = (self.height() - cap.height()) / 2
            at = QRectF(self.width() - _SIDE - cap.width(), top, cap.width(), cap.height())
            paint_cap(painter, at, self._keys, theme, self._small())
