"""What stands beside a table of values or passages: the title, the place in its letter, how to work here."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from annotator.storage.letter_table import Context
from annotator.ui.widgets.context_view import ContextView
from annotator.ui.widgets.separator import Separator

_WIDTH = 340


class EvidenceSide(QWidget):
    """Show a letter's title, a place of it with the text around, and the help of the table."""

    def __init__(self, name: str, help_text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self.context = ContextView(name, self)
        self._help = QLabel(help_text, self)
        self._help.setTextFormat(Qt.TextFormat.PlainText)
        self._help.setWordWrap(True)
        self._help.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self.context, 1)
        column.addWidget(Separator(parent=self))
        column.addWidget(self._help)

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, super().sizeHint().height())

    def show_place(self, title: str, found: Context | None, otherwise: str = "") -> None:
        """Show a place of the letter with this title; without one, a sentence."""
        self._title.setText(title)
        if found is None:
            self.context.show_note(otherwise)
        else:
            self.context.show_words(found.before, found.words, found.after)
