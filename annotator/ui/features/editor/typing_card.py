"""Asks whether letters that came one upon the other in reading mode were meant to be typed."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.ui.theme.fonts import sized, text_font
from annotator.ui.widgets.cap_button import CapButton
from annotator.ui.widgets.floating_card import SHADOW, FloatingCard
from annotator.ui.widgets.key_events import typed_text

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class TypingCard(FloatingCard):
    """Take the keys, gather what is typed on, and ask; both answers give all that was typed."""

    type_wanted = Signal(str)
    refused = Signal(str)

    inset = 18
    wide = 380

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._words = ""
        question = QLabel(self.tr("Do you want to type?"), self)
        question.setFont(sized(self.font(), 1.05, bold=True))
        self._shown = QLabel(self)
        self._shown.setTextFormat(Qt.TextFormat.PlainText)
        self._shown.setFont(text_font())
        note = QLabel(self.tr("While reading, letters tag; what they did was taken back."), self)
        note.setWordWrap(True)
        note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        yes = CapButton("Return", self.tr("type it here"), self, primary=True)
        yes.clicked.connect(self._accept)
        no = CapButton("Esc", self.tr("no, these were keys"), self)
        no.clicked.connect(self._refuse)
        row = QHBoxLayout()
        row.addWidget(yes)
        row.addWidget(no)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SHADOW + 18, SHADOW + 14, SHADOW + 18, SHADOW + 14)
        column.setSpacing(7)
        for widget in (question, self._shown, note):
            column.addWidget(widget)
        column.addLayout(row)
        self.setAccessibleName(question.text())
        self.setAccessibleDescription(note.text())

    def ask(self, words: str) -> None:
        """Take what was typed so far."""
        self._words = words
        self._show_words()

    @property
    def words(self) -> str:
        """Return what was typed by now."""
        return self._words

    def come_up(self, place: QRect, within: QWidget) -> None:
        """Come up beside a place, and take the keys."""
        self.show_at(place, within)
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        # Where the key that asked is still being handled, what had the keys may take them back.
        QTimer.singleShot(0, self, lambda: self.setFocus(Qt.FocusReason.PopupFocusReason))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        text = typed_text(event)
        if event.key() in _ENTER:
            if not event.isAutoRepeat():
                self._accept()
        elif event.key() == Qt.Key.Key_Escape:
            self._refuse()
        elif event.key() == Qt.Key.Key_Backspace:
            self.ask(self._words[:-1])
        elif text:
            self.ask(self._words + text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.isVisible() and event.reason() == Qt.FocusReason.MouseFocusReason:
            self._refuse()

    def _accept(self) -> None:
        if self.isVisible():
            self.hide()
            self.type_wanted.emit(self._words)

    def _refuse(self) -> None:
        if self.isVisible():
            self.hide()
            self.refused.emit(self._words)

    def _show_words(self) -> None:
        room = self.wide - 40
        text = self._shown.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideLeft, room)
        self._shown.setText(f"“{text}”")
