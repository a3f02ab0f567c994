"""One of two letters that are compared: its title and its text, what the other lacks marked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from annotator.session.project.duplicates import Side
from annotator.ui.theme.fonts import text_font
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.panel_header import PanelHeader
from annotator.ui.widgets.status import status_name


class SideView(QWidget):
    """Show a letter. `scrolled` tells how far down it is, 0 to 1."""

    scrolled = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._following = False
        self._header = PanelHeader("", parent=self)
        self._text = QPlainTextEdit(self)
        self._text.setReadOnly(True)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setFont(text_font())
        self._text.setAccessibleName(self.tr("Text of the letter"))
        self._text.document().setDocumentMargin(14)
        self._text.verticalScrollBar().valueChanged.connect(lambda _: self._tell())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._text, 1)

    def clear(self) -> None:
        """Show no letter."""
        self._header.set_title("")
        self._text.clear()

    def show_side(self, side: Side) -> None:
        """Show a letter, with the first difference in view."""
        theme = theme_of(self)
        self._header.set_title(side.title)
        self._header.set_detail(f"{status_name(side.status)} · {side.source_name}")
        self._text.setAccessibleName(side.title)
        self._text.clear()
        plain, marked = QTextCharFormat(), QTextCharFormat()
        marked.setBackground(QColor(theme.amber_tint))
        marked.setForeground(QColor(theme.amber))
        marked.setFontWeight(QFont.Weight.DemiBold)  # told apart without the colour too
        cursor = QTextCursor(self._text.document())
        first = 0
        for piece, is_marked in side.pieces:
            first = first or (cursor.position() if is_marked else 0)
            cursor.insertText(piece, marked if is_marked else plain)
        self._text.moveCursor(QTextCursor.MoveOperation.Start)
        cursor.setPosition(first)
        self._text.setTextCursor(cursor)
        self._text.centerCursor()

    def scroll_to(self, share: float) -> None:
        """Scroll as far down as the other letter is."""
        bar = self._text.verticalScrollBar()
        self._following = True
        bar.setValue(round(share * bar.maximum()))
        self._following = False

    def _tell(self) -> None:
        bar = self._text.verticalScrollBar()
        if not self._following and bar.maximum() and self._text.isVisible():
            self.scrolled.emit(bar.value() / bar.maximum())
