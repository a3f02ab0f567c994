"""Ask before many words are corrected together: which of them, to what, at how many places."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.session.words.review_words import SuspectWord
from annotator.ui.features.word_review.word_list import WordList, WordsModel
from annotator.ui.theme.fonts import sized
from annotator.ui.translate import filled
from annotator.ui.widgets.dialog import Dialog
from annotator.ui.widgets.key_button import KeyButton
from annotator.ui.widgets.key_hint import KeyHint
from annotator.ui.widgets.ticks import ticked_row

_SIZE = (640, 640)


class _Ticked(WordList):
    """Words with a box each: Space or a click turns one on or off."""

    turned = Signal(int)
    all_turned = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.turned.emit(self.current_row())
        elif event.key() == Qt.Key.Key_A:  # with Ctrl, as elsewhere, or alone
            self.all_turned.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if (row := ticked_row(self, event)) is not None:
            self.turned.emit(row)


class SureDialog(Dialog):
    """Show the words with what each becomes, all ticked at first; Enter corrects those that are, Esc none."""

    help_section = "going-through-words"

    def __init__(self, words: Sequence[SuspectWord], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Correct all sure words"))
        self._heading, self._note = QLabel(self), QLabel(self)
        self._heading.setFont(sized(self.font(), 1.3, bold=True))
        self._note.setWordWrap(True)
        self._correct = KeyButton("", "Enter", self)
        self._correct.setDefault(True)
        self._correct.clicked.connect(self.accept)
        model = self._model = WordsModel(self)
        model.most = max(word.count for word in words)
        model.unticked = set()
        self.words = _Ticked(model, self)
        self.words.setAccessibleName(self.tr("Sure words"))
        self.words.show_words(words)
        self.words.opened.connect(lambda _: self._correct.click())
        self.words.done.connect(self.reject)
        self.words.turned.connect(self._turn)
        self.words.all_turned.connect(self._turn_all)
        leave = KeyButton(self.tr("Change nothing"), "Esc", self)
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        space = KeyHint("Space", self.tr("this word on or off"), self)
        space.clicked.connect(lambda: self._turn(self.words.current_row()))
        every = KeyHint("A", self.tr("all"), self)
        every.clicked.connect(self._turn_all)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        for hint in (space, every):
            buttons.addWidget(hint)
        buttons.addStretch(1)
        for button in (leave, self._correct):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 22, 26, 18)
        column.setSpacing(12)
        column.addWidget(self._heading)
        column.addWidget(self._note)
        column.addWidget(self.words, 1)
        column.addLayout(buttons)
        self.resize(*_SIZE)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell()

    def left_out(self) -> set[tuple[str, str, str]]:
        """Return the keys of the words whose ticks were taken away."""
        return {word.key for word in self._model.items()} - {word.key for word in self._ticked()}

    def _ticked(self) -> list[SuspectWord]:
        unticked = self._model.unticked or set()
        return [word for word in self._model.items() if word.key not in unticked]

    def _turn(self, row: int) -> None:
        if row >= 0:
            word = self._model.items()[row]
            self._model.turn([word], ticked=word.key in (self._model.unticked or ()))
            self._tell()

    def _turn_all(self) -> None:
        self._model.turn(self._model.items(), ticked=bool(self._model.unticked))
        self._tell()

    def _tell(self) -> None:
        words = self._ticked()
        self._heading.setText(self.tr("Correct %Ln sure word(s)?", "", len(words)))
        text = self.tr(
            "Each word is replaced by the one beside it, in {places:place|places}: wherever the "
            "program is sure. It is one step: Ctrl+Z undoes it. Tags stay."
        )
        self._note.setText(filled(text, places=sum(word.count for word in words)))
        self._correct.set_text(self.tr("Correct %Ln word(s)", "", len(words)))
        self._correct.setEnabled(bool(words))
