"""A place of a letter with the text around it, the words themselves marked."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from annotator.ui.theme.theme import theme_of


class ContextView(QPlainTextEdit):
    """Show words in their surroundings; read only."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._shown = ("", "", "")

    def show_words(self, before: str, words: str, after: str) -> None:
        """Show words with what stands before and behind them."""
        self._shown = (before, words, after)
        self._fill()

    def show_note(self, text: str) -> None:
        """Show a sentence instead."""
        self._shown = (text, "", "")
        self._fill()

    def _fill(self) -> None:
        theme = theme_of(self)
        plain, marked = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(QColor(theme.muted))
        marked.setForeground(QColor(theme.ink))
        marked.setBackground(QColor(theme.marked))
        marked.setFontWeight(QFont.Weight.DemiBold)
        self.clear()
        cursor = self.textCursor()
        before, words, after = self._shown
        for text, look in ((before, plain), (words, marked), (after, plain)):
            cursor.insertText(text, look)
        cursor.setPosition(min(len(before), self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        self.moveCursor(QTextCursor.MoveOperation.NoMove)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and any(self._shown):
            self._fill()
