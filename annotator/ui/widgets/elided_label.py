"""Text on a line or some that gives way where there is no room, and tells the whole in its tooltip."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.roles import tell_role

Tone = Literal["ink", "muted", "accent", "amber", "green", "red"]


def escaped(text: str) -> str:
    """Return text as it stands in our own markup, where it means nothing but itself."""
    for sign, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#x27;")):
        text = text.replace(sign, name)
    return text


def plain_tooltip(text: str) -> str:
    """Return text as markup that shows exactly it: Qt would render markup found in a plain string."""
    return f"<p style='white-space:pre-wrap'>{escaped(text)}</p>" if text else ""


class ElidedLabel(QWidget):
    """Show plain text on one line, cut in the middle or at its end; the tooltip has the whole."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        tone: Tone = "ink",
    ) -> None:
        super().__init__(parent)
        self._text = text
        self._elide = elide
        self._align = align
        self._tone: Tone = tone
        self._lines = 1
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        tell_role(self, QAccessible.Role.StaticText)
        self.setAccessibleName(text)

    def text(self) -> str:
        """Return the whole text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text; line breaks become spaces."""
        if text == self._text:
            return
        self._text = text
        self.setAccessibleName(text)
        self._tell_all()
        self.updateGeometry()
        self.update()

    def set_lines(self, lines: int) -> None:
        """Let the text go on, on so many lines; only the last one is cut."""
        if lines != self._lines:
            self._lines = lines
            self._tell_all()
            self.updateGeometry()
            self.update()

    def set_tone(self, tone: Tone) -> None:
        """Show the text in another of the theme's colours."""
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._line()) + 2, self._lines * metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(
            min(self.sizeHint().width(), metrics.averageCharWidth() * 4), self._lines * metrics.height() + 2
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._tell_all()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        disabled = not self.isEnabled()
        painter.setPen(
            self.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
            if disabled
            else QColor(getattr(theme_of(self), self._tone))
        )
        place, height = self.rect(), self.fontMetrics().height()
        if self._lines == 1:
            align = self._align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            painter.drawText(place, align, self._shown()[0])
            return
        align = self._align | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextSingleLine
        for number, line in enumerate(self._shown()):
            painter.drawText(place.translated(0, number * height), align, line)

    def _line(self) -> str:
        return " ".join(self._text.split("\n"))

    def _shown(self) -> list[str]:
        """Return the lines as they are shown, the last one cut where it is too long."""
        metrics, rest = QFontMetrics(self.font()), self._line()
        shown: list[str] = []
        while len(shown) < self._lines - 1 and metrics.horizontalAdvance(rest) > self.width():
            end = len(rest)
            while end > 0 and metrics.horizontalAdvance(rest[:end]) > self.width():
                end = rest.rfind(" ", 0, end)
            if end <= 0:
                break  # a word that is longer than the line
            shown.append(rest[:end])
            rest = rest[end + 1 :]
        return [*shown, metrics.elidedText(rest, self._elide, self.width())]

    def _tell_all(self) -> None:
        whole = " ".join(self._shown()) == self._line()
        self.setToolTip("" if whole else plain_tooltip(self._text))
