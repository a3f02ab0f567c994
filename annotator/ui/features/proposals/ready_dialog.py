"""Ask before a letter is called done in which something is open: what, a way to each, and the decision."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.ui.theme.fonts import sized
from annotator.ui.widgets.dialog import Dialog
from annotator.ui.widgets.key_button import KeyButton
from annotator.ui.widgets.key_events import plain_digit

_MOST = 9  # each has a digit as its key


class ReadyDialog(Dialog):
    """Show what is open. Accepted: the letter is done all the same."""

    help_section = "letters"

    wanted = Signal(int)  # which of the open things to go to

    def __init__(self, open_things: Sequence[str], keys: str, parent: QWidget | None = None) -> None:
        """`keys` are those of the command that asks: pressed again they mean yes."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Not ready yet"))
        heading = QLabel(self.tr("Is this letter done?"), self)
        heading.setFont(sized(self.font(), 1.3, bold=True))
        note = QLabel(self.tr("This is still open. Press its number to go there."), self)
        note.setWordWrap(True)
        note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 22, 26, 18)
        column.setSpacing(9)
        column.addWidget(heading)
        column.addWidget(note)
        column.addSpacing(4)
        self.buttons = [self._way(number, text) for number, text in enumerate(open_things[:_MOST], 1)]
        for button in self.buttons:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if len(open_things) > _MOST:
            more = self.tr("and %Ln more", "", len(open_things) - _MOST)
            column.addWidget(QLabel(more, self))
        column.addSpacing(10)
        column.addLayout(self._feet(keys))
        self.setMinimumWidth(440)

    def _way(self, number: int, text: str) -> KeyButton:
        button = KeyButton(text, str(number), self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._go(number - 1))
        return button

    def _feet(self, keys: str) -> QHBoxLayout:
        back = KeyButton(self.tr("Back to the letter"), "Esc", self)
        back.setAutoDefault(False)
        back.clicked.connect(self.reject)
        done = KeyButton(self.tr("Done all the same"), "Return", self)
        done.setDefault(True)
        done.clicked.connect(self.accept)
        done.setFocus()
        if keys:
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)
        feet = QHBoxLayout()
        feet.setSpacing(10)
        feet.addStretch(1)
        feet.addWidget(back)
        feet.addWidget(done)
        return feet

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = plain_digit(event)
        if number is not None and 1 <= number <= len(self.buttons):
            self.buttons[number - 1].click()
        else:
            super().keyPressEvent(event)

    def _go(self, which: int) -> None:
        self.reject()
        self.wanted.emit(which)
