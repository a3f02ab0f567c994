"""A chip with its key on it: `whole word  Alt+W`."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from annotator.ui.theme.fonts import sized
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.chip import Chip
from annotator.ui.widgets.key_cap import cap_size, key_text, paint_cap

_GAP, _SIDE, _DOT = 7, 10, 7  # pixels


class KeyChip(Chip):
    """Offer a choice that is on or off, with its key. The key itself is its owner's to handle."""

    def __init__(self, text: str, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._keys = key_text(keys) if keys else ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"{text} ({self._keys})" if keys else text)

    def sizeHint(self) -> QSize:
        font = sized(self.font(), 0.95)
        self_width = self.fontMetrics().horizontalAdvance(self.text())
        cap = cap_size(self._keys, font) if self._keys else QSize(0, 0)
        width = self_width + 2 * _SIDE + _DOT + _GAP + (cap.width() + _GAP if self._keys else 0)
        return QSize(width, max(self.fontMetrics().height() + 8, cap.height() + 6))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        plain = theme.hover if self.underMouse() else theme.panel
        edge = theme.accent if self.isChecked() or self.hasFocus() else theme.line_strong
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(theme.selection if self.isChecked() else plain))
        painter.drawRoundedRect(face, face.height() / 2, face.height() / 2)
        self._paint_dot(painter, face)
        font = sized(self.font(), 0.95)
        left = _SIDE + _DOT + _GAP
        painter.setFont(font)
        painter.setPen(QColor(theme.ink if self.isEnabled() else theme.muted))
        room = self.rect().adjusted(left, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self.text())
        if self._keys:
            cap = cap_size(self._keys, font)
            place = QRectF(
                self.width() - _SIDE - cap.width() + 2,
                (self.height() - cap.height()) / 2,
                cap.width(),
                cap.height(),
            )
            paint_cap(painter, place, self._keys, theme, font)

    def _paint_dot(self, painter: QPainter, face: QRectF) -> None:
        """Draw a ring, filled where the choice is on: it is told without the colour."""
        theme = theme_of(self)
        painter.setPen(QPen(QColor(theme.accent if self.isChecked() else theme.muted), 1.2))
        painter.setBrush(QColor(theme.accent) if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QRectF(_SIDE - 1, face.center().y() - _DOT / 2, _DOT, _DOT))
