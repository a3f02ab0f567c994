"""What a suspect may have to be, right at the suspect that was clicked: one click more accepts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.ui.features.review.box_place import BoxChoice
from annotator.ui.widgets.cap_button import CapButton
from annotator.ui.widgets.choice_list import ChoiceList
from annotator.ui.widgets.floating_card import SHADOW
from annotator.ui.widgets.passing_card import PassingCard
from annotator.ui.widgets.visible_marks import marks_for


class SuggestionCard(PassingCard):
    """Offer the suggestions of one place. It knows neither the letter nor the session."""

    chosen = Signal(int)
    right_here = Signal()
    more_wanted = Signal()

    inset = 14
    wide = 300

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Suggestions"))
        self._reason = QLabel(self)
        self._reason.setWordWrap(True)
        self._reason.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._reason.setContentsMargins(14, 0, 14, 2)
        self._list = ChoiceList(self, numbered=False)
        self._list.clicked.connect(self.chosen)
        self._right = CapButton("", self.tr("right as it stands"), self)
        self._right.clicked.connect(self.right_here)
        self._more = CapButton("Return", self.tr("correct…"), self)
        self._more.clicked.connect(self.more_wanted)
        row = QHBoxLayout()
        row.setContentsMargins(10, 4, 10, 0)
        row.addWidget(self._right)
        row.addWidget(self._more)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SHADOW, SHADOW + 9, SHADOW, SHADOW + 9)
        column.setSpacing(3)
        column.addWidget(self._list)
        column.addWidget(self._reason)
        column.addLayout(row)

    def offer(self, reading: str, reason: str, choices: Sequence[BoxChoice]) -> None:
        """Take what is offered for a reading."""
        shown = marks_for(reading, *(choice.text for choice in choices)).shown
        self._list.set_choices(shown(reading), [(shown(c.text), c.detail) for c in choices])
        self._list.setVisible(bool(choices))
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
