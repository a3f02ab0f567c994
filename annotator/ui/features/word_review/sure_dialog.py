"""Ask before many words are corrected together: which, to what, at how many places."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.session.words.review_words import SuspectWord
from annotator.ui.features.word_review.word_list import WordList, WordsModel
from annotator.ui.theme.fonts import sized
from annotator.ui.widgets.dialog import Dialog
from annotator.ui.widgets.key_button import KeyButton

_SIZE = (560, 620)


class SureDialog(Dialog):
    """Show the words with what each becomes; Enter corrects them all, Esc none."""

    def __init__(self, words: Sequence[SuspectWord], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Correct all sure words"))
        number = QLocale().toString
        places = sum(word.count for word in words)
        heading = QLabel(self.tr("Correct %Ln sure word(s)?", "", len(words)), self)
        heading.setFont(sized(self.font(), 1.3, bold=True))
        text = self.tr(
            "Each becomes what stands beside it, in {places} places: wherever the program is sure."
            " It is one step, which Ctrl+Z takes back; tags stay."
        )
        note = QLabel(text.format(places=number(places)), self)
        note.setWordWrap(True)
        model = WordsModel(self)
        model.most = max(word.count for word in words)
        self.words = WordList(model, self)
        self.words.setAccessibleName(self.tr("Sure words"))
        self.words.show_words(words)
        self.words.opened.connect(lambda _: self.accept())
        self.words.done.connect(self.reject)
        correct = KeyButton(self.tr("Correct %Ln word(s)", "", len(words)), "Return", self)
        correct.setDefault(True)
        correct.clicked.connect(self.accept)
        leave = KeyButton(self.tr("Change nothing"), "Esc", self)
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(correct)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 22, 26, 18)
        column.setSpacing(12)
        column.addWidget(heading)
        column.addWidget(note)
        column.addWidget(self.words, 1)
        column.addLayout(buttons)
        self.resize(*_SIZE)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)
