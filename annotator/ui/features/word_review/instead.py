"""What is put in the place of a word: what the program suggests, by number, or what is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.ui.theme.fonts import text_font
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.flow import FlowLayout
from annotator.ui.widgets.key_cap import KeyCap
from annotator.ui.widgets.key_chip import KeyChip
from annotator.ui.widgets.text_fields import LineField
from annotator.ui.widgets.visible_marks import VisibleMarks, marks_for

_MOST = 9


class Instead(QWidget):
    """A field with the reading to put in place, the suggestions with their keys, and why it is doubted."""

    changed = Signal()
    left = Signal()  # Esc

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: VisibleMarks = marks_for("")
        self._offered: Sequence[str] = ()
        self._first = ""
        self._chips: list[KeyChip] = []
        name = QLabel(self.tr("In its place:"), self)
        self.field = LineField(self)
        self.field.setFont(text_font())
        self.field.setAccessibleName(self.tr("What replaces it"))
        self.field.setMinimumWidth(230)
        self.field.textChanged.connect(lambda _: self._changed())
        self.field.installEventFilter(self)
        name.setBuddy(self.field)
        self._flow_box = QWidget(self)
        self._flow = FlowLayout(self._flow_box, across=6, down=5)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self._reason = ElidedLabel("", self, tone="muted")
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(name)
        line.addWidget(self.field)
        line.addWidget(KeyCap("F2", self))
        line.addSpacing(10)
        line.addWidget(self._flow_box, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 9, 16, 8)
        whole.setSpacing(6)
        whole.addLayout(line)
        whole.addWidget(self._reason)

    @property
    def chosen(self) -> str:
        """Return what is to be put in place."""
        return self._marks.meant(self.field.text())

    def show_word(self, reading: str, first: str, reason: str) -> None:
        """Offer a reading for another word, and say why it is doubted."""
        self._marks, self._first = marks_for(reading, first), first
        self.field.setText(self._marks.shown(first))
        self.field.setCursorPosition(len(self.field.text()))
        self._reason.set_text(reason)
        self.offer([first] if first else [])

    def offer(self, suggestions: Sequence[str], reason: str = "") -> None:
        """Offer these, the best first; and say why the word is doubted, where that is known by now."""
        if reason:
            self._reason.set_text(reason)
        suggestions = suggestions[:_MOST]
        if list(suggestions) == list(self._offered):
            self._changed()
            return
        self._offered = suggestions
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for number, text in enumerate(suggestions, 1):
            chip = KeyChip(self._marks.shown(text), f"Alt+{number}", self._flow_box)
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.clicked.connect(lambda _, number=number: self.choose(number))
            self._flow.addWidget(chip)
            chip.show()
            self._chips.append(chip)
        self._flow.invalidate()
        self._changed()

    def choose(self, number: int) -> None:
        """Choose a suggestion by its number, from 1."""
        if 1 <= number <= len(self._offered):
            self.field.setText(self._marks.shown(self._offered[number - 1]))

    def put(self, text: str) -> None:
        """Put a reading into the field."""
        self.field.setText(self._marks.shown(text))

    def take_keys(self) -> None:
        """Give the field the keys."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def set_read_only(self, read_only: bool) -> None:
        """Let nothing be typed where nothing can be decided."""
        self.field.setReadOnly(read_only)

    def _changed(self) -> None:
        chosen = self.chosen
        for chip, text in zip(self._chips, self._offered, strict=True):
            chip.setChecked(text == chosen)
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self.field.setText(self._marks.shown(self._first))
                self.left.emit()
                return True
        return super().eventFilter(watched, event)
