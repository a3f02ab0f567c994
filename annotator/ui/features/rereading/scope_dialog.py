"""Ask which pages or letters something is to be done with that takes a while a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QRadioButton, QVBoxLayout, QWidget

from annotator.ui.features.rereading.page_numbers import page_numbers
from annotator.ui.theme.fonts import sized
from annotator.ui.translate import filled
from annotator.ui.widgets.dialog import Dialog
from annotator.ui.widgets.text_fields import LineField

PAGES, LETTER, CHOSEN, POOR, PROJECT = "pages", "letter", "chosen", "poor", "project"


@dataclass(frozen=True, slots=True)
class Offer:
    """What may be asked for: pages of the open letter (the one at the caret, of how many), so many letters
    that are chosen in the list, and of the project. 0 is not offered."""

    page: int = 0
    pages: int = 0
    chosen: int = 0
    letters: int = 0


class ScopeDialog(Dialog):
    """Offer scopes. `scope` is the one that was taken, `numbers` the pages (from 1) where it is of pages."""

    def __init__(
        self,
        title: str,
        why: str,
        go: str,
        offer: Offer,
        scopes: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._most = offer.pages
        self._choices: dict[str, QRadioButton] = {}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 22, 24, 18)
        whole.setSpacing(12)
        head = self._label(title)
        head.setFont(sized(self.font(), 1.2, bold=True))
        whole.addWidget(head)
        whole.addWidget(self._label(why))
        self._field = LineField(str(offer.page or 1), self)
        self._field.setAccessibleName(self.tr("Pages"))
        self._field.setPlaceholderText(self.tr("such as 1-3, 7"))
        self._field.textChanged.connect(lambda _: self._look())
        for scope in scopes:
            said = self._said(scope, offer)
            if said:
                self._choices[scope] = QRadioButton(said, self)
                self._choices[scope].setObjectName(scope)
                self._choices[scope].toggled.connect(lambda _: self._look())
                whole.addWidget(self._choices[scope])
                if scope == PAGES:
                    whole.addWidget(self._field)
        self._field.setVisible(PAGES in self._choices)
        self._field.textEdited.connect(lambda _: self._choices[PAGES].setChecked(True))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._go = buttons.addButton(go, QDialogButtonBox.ButtonRole.AcceptRole)
        self._go.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        whole.addWidget(buttons)
        first = next((each for each in (CHOSEN, LETTER, PROJECT) if each in self._choices), "")
        if first:
            self._choices[first].setChecked(True)
            self._choices[first].setFocus()
        self.setMinimumWidth(480)
        self._look()

    @property
    def scope(self) -> str:
        """Return which scope was taken."""
        return next((name for name, choice in self._choices.items() if choice.isChecked()), "")

    @property
    def numbers(self) -> list[int]:
        """Return the numbers of the pages that were named; empty where that says none."""
        return page_numbers(self._field.text(), self._most)

    def _look(self) -> None:
        self._go.setEnabled(bool(self.scope) and (self.scope != PAGES or bool(self.numbers)))

    def _said(self, scope: str, offer: Offer) -> str:
        if scope == PAGES and offer.pages > 1:
            return filled(self.tr("&Pages of this letter, 1 to {pages:,}:"), pages=offer.pages)
        if scope == LETTER and offer.pages:
            return self.tr("&This letter (%Ln page(s))", "", offer.pages)
        if scope == CHOSEN and offer.chosen > 1:
            return self.tr("The %Ln letters that are &chosen in the list", "", offer.chosen)
        if scope == POOR:
            return self.tr("All letters with pages that have &no text, or poor text")
        if scope == PROJECT:
            return self.tr("The &whole project (%Ln letter(s))", "", offer.letters)
        return ""

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label
