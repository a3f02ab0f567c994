"""The mode at the start of the bottom line: whether keys tag or type."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.theme.fonts import sized
from annotator.ui.theme.theme import theme_of

Mode = Literal["reading", "editing", "going"]


class ModeBadge(QWidget):
    """Show the mode in capitals: reading on the accent colour, editing, where keys alter text, on amber."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mode: Mode = "reading"
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_mode("reading")

    def text(self) -> str:
        """Return the name of the mode as it is shown."""
        if self._mode == "going":
            return self.tr("GOING THROUGH")
        return self.tr("EDITING") if self._mode == "editing" else self.tr("READING")

    def set_mode(self, mode: Mode) -> None:
        """Show another mode."""
        self._mode = mode
        self.setAccessibleName(self.tr("Mode: {name}").format(name=self.text().lower()))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        # As wide as the wider of the two: what stands beside it must not jump when the mode changes.
        metrics = QFontMetrics(sized(self.font(), 0.86, bold=True))
        names = [self.tr("EDITING"), self.tr("READING")] if self._mode != "going" else [self.text()]
        wide = max(metrics.horizontalAdvance(name) for name in names)
        return QSize(wide + 16, self.fontMetrics().height() + 5)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.amber if self._mode == "editing" else theme.accent))
        painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setPen(QColor(theme.on_accent))
        painter.setFont(sized(self.font(), 0.86, bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
