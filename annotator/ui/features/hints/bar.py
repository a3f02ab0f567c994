"""A line below the text with a hint. It takes no keys from the text; a screen reader says it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.key_button import KeyButton

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
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 10, 6)
        row.setSpacing(10)
        row.addWidget(self._said, 1)
        row.addWidget(no_more)
        row.addWidget(close)
        self.hide()
        text.installEventFilter(self)

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
