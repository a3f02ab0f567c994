"""What can be done with a word, each with its key; below it, what goes on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.flow import FlowLayout
from annotator.ui.widgets.key_button import KeyButton
from annotator.ui.widgets.key_hint import KeyHint


class Foot(QWidget):
    """A button that corrects, and hints that do what their key does."""

    correct = Signal()
    later = Signal()
    right_here = Signal()
    always_right = Signal()
    turn_one = Signal()
    turn_all = Signal()
    open_place = Signal()
    undo = Signal()
    sure = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._apply = KeyButton("", "Return", self)
        self._apply.setDefault(True)
        self._apply.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._apply.clicked.connect(self.correct)
        hints = QWidget(self)
        flow = FlowLayout(hints, across=18, down=7)
        flow.setContentsMargins(0, 0, 0, 0)
        self._deciding: list[QWidget] = [self._apply]
        for keys, text, signal, decides in (
            ("Space", self.tr("later"), self.later, False),
            ("Ctrl+D", self.tr("right as it stands"), self.right_here, True),
            ("Ctrl+Shift+D", self.tr("always right"), self.always_right, True),
            ("X", self.tr("place on/off"), self.turn_one, True),
            ("A", self.tr("all on/off"), self.turn_all, True),
            ("Ctrl+Shift+Return", self.tr("all sure words…"), self.sure, True),
            ("Ctrl+Return", self.tr("to the letter"), self.open_place, False),
            ("Ctrl+Z", self.tr("undo, go back to it"), self.undo, True),
        ):
            hint = KeyHint(keys, text, hints)
            hint.clicked.connect(signal)
            flow.addWidget(hint)
            if decides:
                self._deciding.append(hint)
        self._note = ElidedLabel("", self, tone="muted")
        self._note.setObjectName("said")
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self._apply, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(hints, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 9)
        column.setSpacing(7)
        column.addLayout(row)
        column.addWidget(self._note)

    def set_button(self, text: str, *, enabled: bool) -> None:
        """Say what Enter does now, and whether it does anything."""
        self._apply.set_text(text)
        self._apply.setEnabled(enabled)

    def set_deciding(self, deciding: bool) -> None:
        """Offer to decide, or not."""
        for widget in self._deciding:
            widget.setVisible(deciding)

    def say(self, text: str) -> None:
        """Say what goes on."""
        self._note.set_text(text)
