"""A filter that can be switched on, as a rounded chip: `To do 641`."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from annotator.ui.theme.fonts import sized
from annotator.ui.theme.theme import theme_of


class Chip(QAbstractButton):
    """Offer a choice that is on or off; `toggled` and `clicked` are QAbstractButton's."""

    def __init__(self, text: str, parent: QWidget | None = None, *, checked: bool = False) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setChecked(checked)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 18, metrics.height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        plain = theme.hover if self.underMouse() else theme.selection
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent if self.isChecked() else plain))
        painter.drawRoundedRect(face, face.height() / 2, face.height() / 2)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.ink if self.isChecked() else theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(face, face.height() / 2, face.height() / 2)
        painter.setPen(QColor(theme.on_accent if self.isChecked() else theme.ink))
        painter.setFont(sized(self.font(), 0.95))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
