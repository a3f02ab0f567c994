"""What belongs to the chosen format: what it is for, which letters, how, and how what is written begins."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from annotator import exporters
from annotator.exporters import Exporter
from annotator.exporters.preparing import NAMING
from annotator.ui.features.transfer.export_wish import SCOPES, Asked, Scope, Scopes
from annotator.ui.theme.fonts import sized
from annotator.ui.translate import filled, translated
from annotator.ui.widgets.flow import FlowLayout

_PREVIEW_LINES = 8


class ExportPage(QWidget):
    """Ask how a format is written; `changed` tells that something else would be written now."""

    changed = Signal()

    def __init__(self, scopes: Scopes, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked = {format_id: dict(chosen) for format_id, chosen in asked.choices.items()}
        self._exporter = exporters.EXPORTERS[0]
        self._options: dict[str, QComboBox] = {}
        self._title, self._purpose = self._words(), self._words("muted")
        self._title.setFont(sized(self.font(), 1.3, bold=True))
        self._scopes = self._radios(scopes, scopes.first(asked.scope))
        self.proposals = QCheckBox(self.tr("&Proposals too, marked so"), self)
        self.proposals.setChecked(asked.proposals)
        self.proposals.toggled.connect(lambda _: self.changed.emit())
        self._hide = QCheckBox(self.tr("&Hide what is personal: [person 1]"), self)
        self._hide.setChecked(asked.hide)
        self._hide.setVisible(scopes.has_hidden)
        self._hide.toggled.connect(lambda _: self.changed.emit())
        self._waiting = self._words("problem")
        self._waiting.hide()
        self._naming = self._box([(naming, translated(name)) for naming, name in NAMING.items()])
        self._naming.setCurrentIndex(max(0, self._naming.findData(asked.naming)))
        self._naming.currentIndexChanged.connect(lambda _: self.changed.emit())
        self._preview = self._preview_box()
        self._left_out = self._words()
        self._lay_out()

    # --- made of ------------------------------------------------------------------------------------

    def _words(self, kind: str = "") -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("class", kind)
        return label

    def _box(self, options: list[tuple[str, str]]) -> QComboBox:
        box = QComboBox(self)
        for option, name in options:
            box.addItem(name, option)
        return box

    def _radios(self, scopes: Scopes, first: Scope) -> QButtonGroup:
        names = {
            "one": self.tr("&This letter"),
            "chosen": self.tr("&Chosen letters ({number:,})"),
            "filtered": self.tr("What the filter &shows ({number:,})"),
            "all": self.tr("&All letters ({number:,})"),
        }
        group = QButtonGroup(self)
        for place, scope in enumerate(SCOPES):
            number = scopes.number(scope)
            radio = QRadioButton(filled(names[scope], number=number or 0), self)
            radio.setEnabled(number is not None)
            radio.setChecked(scope == first)
            group.addButton(radio, place)
        group.idToggled.connect(lambda _, on: self.changed.emit() if on else None)
        return group

    def _preview_box(self) -> QPlainTextEdit:
        box = QPlainTextEdit(self)
        box.setReadOnly(True)
        box.setTabChangesFocus(True)
        box.setProperty("class", "field")
        box.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(max(9, self.font().pixelSize() - 1))
        box.setFont(font)
        box.setMinimumHeight(_PREVIEW_LINES * box.fontMetrics().lineSpacing() + 20)
        box.setAccessibleName(self.tr("How what is written begins"))
        return box

    def _lay_out(self) -> None:
        letters = QWidget(self)
        flow = FlowLayout(letters, across=24, down=8)
        flow.setContentsMargins(0, 0, 0, 0)
        for radio in self._scopes.buttons():
            flow.addWidget(radio)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(12)
        self._form.addRow(self.tr("Letters"), letters)
        waiting = QVBoxLayout()
        waiting.setSpacing(4)
        waiting.addWidget(self.proposals)
        waiting.addWidget(self._waiting)
        waiting.addWidget(self._hide)
        self._form.addRow("", waiting)
        self._form.addRow(self.tr("A&nalysts"), self._naming)
        self._rows = self._form.rowCount()
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 20, 26, 18)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._purpose)
        column.addSpacing(10)
        column.addLayout(self._form)
        column.addSpacing(12)
        column.addWidget(self._heading(self.tr("How it begins")))
        column.addWidget(self._preview, 1)
        column.addSpacing(8)
        column.addWidget(self._heading(self.tr("What is left out")))
        column.addWidget(self._left_out)

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setFont(sized(self.font(), 1.0, bold=True))
        return label

    # --- what is shown ------------------------------------------------------------------------------

    def show_format(self, format_id: str) -> None:
        """Show what belongs to a format."""
        exporter = self._exporter = exporters.exporter_of(format_id)
        self._title.setText(translated(exporter.name))
        self._purpose.setText(translated(exporter.purpose) if exporter.purpose is not None else "")
        self._purpose.setVisible(exporter.purpose is not None)
        self._show_choices(exporter)
        self.changed.emit()

    def _show_choices(self, exporter: Exporter) -> None:
        while self._form.rowCount() > self._rows:
            self._form.removeRow(self._rows)
        self._options = {}
        before: QWidget = self._naming
        for choice in exporter.choices:
            box = self._box([(option, translated(name)) for option, name in choice.options])
            chosen = self._asked.get(exporter.id, {}).get(choice.id)
            box.setCurrentIndex(max(0, box.findData(chosen)))
            box.currentIndexChanged.connect(lambda _: self._choose())
            self._form.addRow(translated(choice.name), box)
            QWidget.setTabOrder(before, box)
            self._options[choice.id] = before = box
        QWidget.setTabOrder(before, self._preview)

    def _choose(self) -> None:
        self._asked[self._exporter.id] = {name: str(box.currentData()) for name, box in self._options.items()}
        self.changed.emit()

    def show_waiting(self, proposals: int) -> None:
        """Warn that so many proposals wait for a decision in the letters; of none nothing is said."""
        words = self.tr("{n:proposal is|proposals are} not confirmed yet.")
        if not self.proposals.isChecked():
            words = self.tr(
                "{n:proposal that is not confirmed yet stays|proposals that are not confirmed yet stay} "
                "behind."
            )
        self._waiting.setText(filled(words, n=proposals))
        self._waiting.setVisible(proposals > 0)

    def show_preview(self, text: str | None) -> None:
        """Show how what is written begins: None while that is not known, "" for what is no text."""
        if text is None:
            self._preview.setPlaceholderText(self.tr("A moment…"))
        else:
            self._preview.setPlaceholderText(self.tr("There is nothing to show of this format here."))
        self._preview.setPlainText(text or "")

    def show_left_out(self, text: str) -> None:
        """Say what the format cannot hold."""
        self._left_out.setText(text)

    @property
    def asked(self) -> Asked:
        """What is asked for as it stands."""
        scope = SCOPES[self._scopes.checkedId()]
        naming = str(self._naming.currentData())
        proposals, hide = self.proposals.isChecked(), self._hide.isChecked()
        return Asked(self._exporter.id, scope, proposals, naming, hide, self._asked)

    def choose_scope(self, scope: Scope) -> None:
        """Choose letters."""
        self._scopes.button(SCOPES.index(scope)).setChecked(True)
