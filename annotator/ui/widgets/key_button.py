"""A push button with its key on it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from annotator.ui.theme.fonts import sized
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.key_cap import cap_size, key_text, paint_cap

_GAP = 9  # pixels between the words and the cap


class KeyButton(QPushButton):
    """Show words and the key that does the same. The key itself is its owner's to handle."""

    def __init__(self, text: str, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._keys = key_text(keys) if keys else ""
        self._tell()

    def set_text(self, text: str) -> None:
        """Show other words."""
        self.setText(text)
        self._tell()
        self.updateGeometry()

    def set_keys(self, keys: str) -> None:
        """Show other keys."""
        self._keys = key_text(keys) if keys else ""
        self._tell()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        plain, text = super().sizeHint(), self.fontMetrics().horizontalAdvance(self.text())
        bold = QFontMetrics(self._text_font()).horizontalAdvance(self.text())
        cap = cap_size(self._keys, self.font())
        more = cap.width() + _GAP if self._keys else 0
        around = 6 if self.property("class") == "corner" else 10
        return QSize(plain.width() + more + max(0, bold - text), max(plain.height(), cap.height() + around))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _tell(self) -> None:
        self.setAccessibleName(f"{self.text()} ({self._keys})" if self._keys else self.text())

    def _text_font(self) -> QFont:
        return sized(self.font(), 1, bold=self.isDefault())

    def paintEvent(self, event: QPaintEvent) -> None:
        option, painter, theme = QStyleOptionButton(), QStylePainter(self), theme_of(self)
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        ink = theme.on_accent if self.isDefault() else theme.ink
        self._paint_words(painter, QColor(ink if self.isEnabled() else theme.muted))

    def _paint_words(self, painter: QPainter, ink: QColor) -> None:
        font, cap = self._text_font(), cap_size(self._keys, self.font())
        words = QFontMetrics(font).horizontalAdvance(self.text())
        whole = words + (cap.width() + _GAP if self._keys else 0)
        left = (self.width() - whole) // 2
        painter.setFont(font)
        painter.setPen(ink)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(QRect(left, 0, words + 2, self.height()), align, self.text())
        if self._keys:
            top = (self.height() - cap.height()) / 2
            place = QRectF(left + words + _GAP, top, cap.width(), cap.height())
            paint_cap(painter, place, self._keys, theme_of(self), self.font())
