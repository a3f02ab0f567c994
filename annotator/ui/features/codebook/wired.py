"""What the forms are made of: editors that tell an edit when it is made, and why it was refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.widgets.patient_edit import PatientLine, PatientText

LANGUAGES = ("nl", "en")


class FaultLabel(QLabel):
    """A sentence that says what is wrong, below what it is about; hidden while nothing is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("class", "problem")
        self.hide()

    def say(self, text: str) -> None:
        """Say this; "" for nothing."""
        self.setText(text)
        self.setVisible(bool(text))


def caption(text: str, parent: QWidget | None = None, *, muted: bool = False) -> QLabel:
    """Return a label of plain text."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if muted:
        label.setProperty("class", "muted")
    return label


class LineEditor(QWidget):
    """One line that is told when it is left or Enter is pressed, and checked while it is typed."""

    settled = Signal(str)
    undo_wanted = Signal()
    redo_wanted = Signal()
    done = Signal()

    def __init__(
        self, name: str, check: Callable[[str], str] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._check = check
        self.field = PatientLine(self)
        self.field.setAccessibleName(name)
        self.problem = FaultLabel(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.field)
        column.addWidget(self.problem)
        settling = self.field.settling
        settling.keeps_empty = True  # a name that is emptied to be typed anew is not taken away meanwhile
        settling.settled.connect(lambda text, _: self.settled.emit(text))
        settling.undo_wanted.connect(self.undo_wanted)
        settling.redo_wanted.connect(self.redo_wanted)
        settling.done.connect(self.done)
        self.field.textEdited.connect(self._look)
        self.field.installEventFilter(self)

    def show_text(self, text: str, *, anew: bool) -> None:
        """Show a text from outside; what is being typed stays, unless it is another entry's (`anew`)."""
        if anew or not (self.field.hasFocus() and self.field.settling.touched):
            # What was refused is not kept either: the field shows what the codebook has.
            self.field.show_text(text)
            self.say("")

    def say(self, text: str) -> None:
        """Say what is wrong with what was typed; "" for nothing."""
        self.problem.say(text)
        self.field.setProperty("state", "wrong" if text else "")
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)

    def _look(self, text: str) -> None:
        if self._check is not None:
            self.say(self._check(text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if pressed and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):  # type: ignore[attr-defined]
            self.field.settling.settle()
            return True
        return super().eventFilter(watched, event)


class TextEditor(PatientText):
    """Some lines that are told when they are left."""

    def __init__(self, name: str, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        height = self.fontMetrics().lineSpacing() * lines + 18
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def offer(self, text: str, *, anew: bool) -> None:
        """Show a text from outside; what is being typed stays, unless it is another entry's (`anew`)."""
        if anew or not (self.hasFocus() and self.settling.touched):
            self.show_text(text)


class Rows(QGridLayout):
    """Properties under each other: what each is called at the left, its editors at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(14)
        self.setVerticalSpacing(11)
        self.setColumnStretch(1, 1)

    def add_heads(self, *texts: str) -> None:
        """Add a row that says what the columns below it are."""
        side = QHBoxLayout()
        side.setSpacing(10)
        for text in texts:
            side.addWidget(caption(text, muted=True), 1)
        self.addLayout(side, self.rowCount(), 1)

    def add(self, text: str, *editors: QWidget, hint: str = "") -> QLabel:
        """Add a row; return its label. The hint stands muted below it."""
        row = self.rowCount()
        label = caption(text)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.setContentsMargins(0, 5, 0, 0)
        head.addWidget(label)
        if hint:
            said = caption(hint, muted=True)
            said.setWordWrap(True)
            head.addWidget(said)
        head.addStretch(1)
        side = QHBoxLayout()
        side.setSpacing(10)
        for editor in editors:
            side.addWidget(editor, 1)
        self.addLayout(head, row, 0)
        self.addLayout(side, row, 1)
        if editors:
            label.setBuddy(editors[0])
        return label


def lines_of(text: str) -> tuple[str, ...]:
    """Return the lines of a text that say something."""
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def joined(lines: Sequence[str]) -> str:
    """Return lines as an editor shows them."""
    return "\n".join(lines)
