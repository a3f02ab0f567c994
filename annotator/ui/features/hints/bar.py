"""A line below the text with a hint. It takes no keys from the text; a screen reader says it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.key_button import KeyButton

_LEAST_LETTERS = 32  # in a line of the hint beside the buttons; with less they stand below it
_LEAST = 320  # pixels: else a window of 800 pixels would have no room for its panes


class HintBar(QWidget):
    """Show a hint until it is closed by its button or by Esc in the text, or another one comes."""

    closed = Signal()
    no_more_wanted = Signal()

    def __init__(self, text: QWidget, parent: QWidget | None = None) -> None:
        """Make the bar, hidden; `text` is the view whose Esc closes it."""
        super().__init__(parent)
        self.setMinimumWidth(_LEAST)
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        close = KeyButton(self.tr("Close"), "Esc", self)
        close.setAccessibleName(self.tr("Close the hint"))
        no_more = QPushButton(self.tr("No more hints"), self)
        no_more.setProperty("class", "quiet")
        self.buttons = (no_more, close)
        close.clicked.connect(self.close_hint)
        no_more.clicked.connect(self.no_more_wanted)
        ends = QHBoxLayout()
        ends.setSpacing(10)
        ends.addStretch(1)
        ends.addWidget(no_more)
        ends.addWidget(close)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(16, 6, 10, 6)
        self._row.setSpacing(10)
        self._row.addWidget(self._said, 1)
        self._row.addLayout(ends)
        self.hide()
        text.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """Put the buttons below the hint where it has too little room beside them."""
        beside = self.width() - 46 - sum(button.sizeHint().width() for button in self.buttons)
        least = _LEAST_LETTERS * self.fontMetrics().averageCharWidth()
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if beside >= least else directions.TopToBottom)

    def show_hint(self, sentence: str) -> None:
        """Show a hint, and have a screen reader say it."""
        self._said.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def said(self) -> str:
        """Return the hint that is shown, "" for none."""
        return self._said.text() if not self.isHidden() else ""

    def close_hint(self) -> None:
        """Put the hint away."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_hint()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See Esc in the text, which does what it does there, too."""
        pressed = event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            self.close_hint()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.selection))
        painter.fillRect(0, 0, 4, self.height(), QColor(theme.accent))
        painter.fillRect(0, 0, self.width(), 1, QColor(theme.line))
