"""The head of a panel: what it is at the left, how it stands or which keys work at the right."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from annotator.ui.theme.fonts import distinct
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.key_cap import KeyCap

HEIGHT = 38


class PanelHeader(QWidget):
    """Show a panel's title, and at the right a muted detail and key caps."""

    def __init__(
        self, title: str, detail: str = "", parent: QWidget | None = None, *, ruled: bool = True
    ) -> None:
        super().__init__(parent)
        self._ruled = ruled
        self._is_away = False
        self._title = ElidedLabel(title, self)
        self._detail = ElidedLabel(detail, self, align=Qt.AlignmentFlag.AlignRight, tone="muted")
        self._caps: list[KeyCap] = []
        font = self._title.font()
        font.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(font)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 12, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self._title, 1)
        self._row.addWidget(self._detail)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.set_text(title)

    def show_a_reading(self) -> None:
        """Let the title's letters not be mistaken: it shows what the OCR read."""
        self._title.setFont(distinct(self._title.font()))

    def set_detail(self, detail: str) -> None:
        """Show another detail at the right; empty for none."""
        self._detail.set_text(detail)

    def set_keys(self, keys: tuple[str, ...]) -> None:
        """Show these keys as caps at the right end."""
        for cap in self._caps:
            self._row.removeWidget(cap)
            cap.deleteLater()
        self._caps = [KeyCap(key, self) for key in keys]
        for cap in self._caps:
            self._row.addWidget(cap)

    def add_widget(self, widget: QWidget) -> None:
        """Put a widget, e.g. a small button, at the right end."""
        self._row.addWidget(widget)

    def set_away(self, away: bool) -> None:
        """Take no room at all, or stand there as usual."""
        self._is_away = away
        self.setFixedHeight(0 if away else self.sizeHint().height())
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        if self._is_away:
            return QSize(160, 0)
        return QSize(160, max(HEIGHT, self.fontMetrics().height() + 20))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.panel))
        if self._ruled:
            painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(theme.line))
