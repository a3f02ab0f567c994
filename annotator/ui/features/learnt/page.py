"""What a project has learnt: what the OCR reads for what, and the words that are always right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.language.learnt_table import LearntConfusion
from annotator.structure.tags.model import LEAST_EXAMPLES, TagModel
from annotator.ui.features.learnt.model import SHARE, Cell, Index, LearntModel
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.flow import FlowLayout
from annotator.ui.widgets.key_button import KeyButton
from annotator.ui.widgets.row_menu import Choices, give_menu
from annotator.ui.widgets.separator import Separator
from annotator.ui.widgets.stage_page import StagePage
from annotator.ui.widgets.text_fields import LineField

_CONFUSIONS, _WORDS, _TAGS = 0, 1, 2
_BAR = 90
_FITTING = QHeaderView.ResizeMode.ResizeToContents


class LearntTag(NamedTuple):
    """A tag of the codebook by its name, what was learnt of it, and whether it is switched off."""

    name: str
    model: TagModel
    is_off: bool


@dataclass(frozen=True, slots=True)
class WhatWasLearnt:
    """The rows that are shown."""

    confusions: Sequence[LearntConfusion] = ()
    words: Sequence[str] = ()
    tags: Sequence[LearntTag] = ()


class _Shares(QStyledItemDelegate):
    """Paint a share as a bar in front of its number."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        return size if index.data(SHARE) is None else QSize(_BAR + 76, size.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)  # the number at the right
        share = index.data(SHARE)
        if share is None:
            return
        theme, rect = theme_of(option.widget), option.rect
        place = QRectF(rect.right() - 62 - _BAR, rect.center().y() - 2, _BAR, 6)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.line))
        painter.drawRoundedRect(place, 3, 3)
        painter.setBrush(QColor(theme.accent))
        painter.drawRoundedRect(QRectF(place.left(), place.top(), max(3.0, _BAR * share), 6), 3, 3)
        painter.restore()


class LearntPage(StagePage):
    """Show two tables; ask for what changes them by signals."""

    command = "learnt"
    help_section = "what-was-learnt"
    take_out_wanted = Signal(str)  # a word
    switch_wanted = Signal(str, bool)  # a tag, and whether it is to be proposed
    export_wanted = Signal()
    import_wanted = Signal()
    begin_anew_wanted = Signal()
    learn_again_wanted = Signal()

    def __init__(self, *, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What was learnt"), parent)
        self._read_only = read_only
        self._found: WhatWasLearnt | None = None
        self.pages = QListWidget(self)
        self.pages.setAccessibleName(self.tr("What to show"))
        self.pages.setProperty("class", "pages")
        self.pages.setFrameShape(QFrame.Shape.NoFrame)
        self.pages.addItems([self.tr("Confusions"), self.tr("The project's words"), self.tr("Tags")])
        self.pages.setFixedWidth(max(200, self.pages.sizeHintForColumn(0) + 96))
        self._note = QLabel(self)
        self._note.setWordWrap(True)
        self.field = LineField(self)
        self.field.setPlaceholderText(self.tr("Filter"))
        self.field.setAccessibleName(self.tr("Filter"))
        self.field.setClearButtonEnabled(True)
        self.model = LearntModel(self)
        self.table = QTableView(self)
        self._empty = QLabel(self)
        self._empty.setObjectName("empty")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._said = QLabel(self)
        self._said.setObjectName("said")
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._said.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._set_up_table()
        self._make_buttons()
        self._lay_out()
        self.pages.currentRowChanged.connect(lambda _: self._show())
        self.field.textChanged.connect(self._filter)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_switch())
        self.pages.setCurrentRow(_CONFUSIONS)
        self.begin_at(self.pages)

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        self._delegate = _Shares(table)
        table.setItemDelegate(self._delegate)
        table.setAccessibleName(self.tr("What was learnt"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 14)
        head = table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setHighlightSections(False)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setSortingEnabled(True)
        give_menu(table, self._choices)

    def _make_buttons(self) -> None:
        self._take_out = self._button(self.tr("Take the word out"), "Delete", self._ask_to_take_out)
        self._switch = self._button(self.tr("Switch off"), "Ctrl+T", self._ask_to_switch)
        self._export = self._button(self.tr("Export…"), "Ctrl+S", self.export_wanted.emit)
        self._import = self._button(self.tr("Take over…"), "Ctrl+O", self.import_wanted.emit)
        self._anew = self._button(self.tr("Begin anew…"), "Ctrl+Delete", self.begin_anew_wanted.emit)
        self._again = self._button(self.tr("Learn again from all"), "Ctrl+R", self.learn_again_wanted.emit)
        self._import.setToolTip(self.tr("Add what another project exported."))
        self._anew.setToolTip(self.tr("Forget what was learnt until now; the corrections themselves stay."))
        self._again.setToolTip(self.tr("Learn from all corrections and verdicts of the project."))
        self._add_keys("Ctrl+F", lambda: self.field.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def _button(self, text: str, keys: str, call: object) -> KeyButton:
        button = KeyButton(text, keys, self)
        button.setAutoDefault(False)
        button.clicked.connect(call)
        self._add_keys(keys, button.click)
        return button

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(26, 16, 26, 12)
        head.setSpacing(10)
        head.addWidget(self._note)
        typing = QHBoxLayout()
        typing.setSpacing(10)
        typing.addWidget(self.field, 1)
        typing.addWidget(self._take_out)
        typing.addWidget(self._switch)
        head.addLayout(typing)
        body = QVBoxLayout()
        body.setContentsMargins(20, 0, 20, 6)
        body.addWidget(self.table, 1)
        body.addWidget(self._empty, 1)
        said = QVBoxLayout()
        said.setContentsMargins(26, 8, 26, 0)
        said.addWidget(self._said)
        foot = FlowLayout(across=10, down=8)
        foot.setContentsMargins(26, 10, 26, 14)
        for button in (self._export, self._import, self._again, self._anew):
            foot.addWidget(button)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(head)
        right.addLayout(body, 1)
        right.addWidget(Separator(parent=self))
        right.addLayout(said)
        right.addLayout(foot)
        self.lay_in_pages(self.top(), self.pages, right)

    def _choices(self) -> Choices:
        row = self.model.row(self.table.currentIndex().row())
        if row is None:
            return ()
        copied = " → ".join(str(cell) for cell in row[:2])
        copying = (self.tr("Copy"), "", lambda: QGuiApplication.clipboard().setText(copied))
        if self._shows_tags:
            return ((self._switch.text(), "Ctrl+T", self._ask_to_switch), copying)
        if not self.shows_words:
            return (copying,)
        can = self._take_out.isEnabled()
        return ((self.tr("Take the word out"), "Delete", self._ask_to_take_out if can else None), copying)

    # --- what is shown --------------------------------------------------------------------------------

    def set_learnt(self, found: WhatWasLearnt) -> None:
        """Show what was learnt; the page and the filter stay."""
        self._found = found
        self._show()

    def say(self, text: str) -> None:
        """Say above the buttons what was done."""
        self._said.setText(text)

    @property
    def shows_words(self) -> bool:
        """Tell whether the project's words are shown; else the confusions."""
        return self.pages.currentRow() == _WORDS

    @property
    def _shows_tags(self) -> bool:
        return self.pages.currentRow() == _TAGS

    def current_tag(self) -> tuple[str, bool]:
        """Return the tag at the cursor and whether it is switched off, "" for none."""
        row = self.model.row(self.table.currentIndex().row()) if self._shows_tags else None
        return (str(row[-2]), bool(row[-1])) if row is not None else ("", False)

    def _ask_to_switch(self) -> None:
        tag, is_off = self.current_tag()
        if tag and not self._read_only:
            self.switch_wanted.emit(tag, is_off)

    def _show_switch(self) -> None:
        tag, is_off = self.current_tag()
        self._switch.setVisible(self._shows_tags)
        self._switch.setEnabled(bool(tag) and not self._read_only)
        self._switch.setText(self.tr("Switch on") if is_off else self.tr("Switch off"))

    def _show_tags(self, tags: Sequence[LearntTag]) -> None:
        self._note.setText(
            self.tr(
                "The passages that were confirmed and turned down teach the program what else to propose for"
                " a tag. “Right” and “found” are measured on letters that the tag was not learnt from."
            )
        )
        heads = (
            self.tr("Tag"),
            self.tr("Confirmed"),
            self.tr("Turned down"),
            self.tr("Right"),
            self.tr("Found"),
            self.tr("Its last, confirmed"),
            self.tr("What it does"),
        )
        self.model.show(heads, [self._tag_row(tag) for tag in tags])
        for column in range(1, len(heads) - 1):
            self.table.horizontalHeader().setSectionResizeMode(column, _FITTING)

    def _tag_row(self, tag: LearntTag) -> tuple[Cell, ...]:
        model = tag.model
        if tag.is_off:
            does = self.tr("switched off")
        elif not model.whole:
            does = self.tr("marks less than sentences")
        elif model.examples < LEAST_EXAMPLES:
            does = self.tr("needs more examples")
        elif not model.proposes:
            does = self.tr("is not sure enough")
        else:
            does = self.tr("proposes")
        counts = (model.examples, model.turned_down, model.precision, model.recall)
        last = f"{model.confirmed} / {model.decided}" if model.decided else ""
        return (tag.name, *counts, last, does, model.tag, int(tag.is_off))

    def current_word(self) -> str:
        """Return the word at the cursor of the project's words, "" for none."""
        row = self.model.row(self.table.currentIndex().row())
        return str(row[0]) if self.shows_words and row is not None else ""

    def _show(self) -> None:
        found, words = self._found, self.shows_words
        self._take_out.setVisible(words)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        if self._shows_tags:
            self._show_tags(found.tags if found else ())
        elif words:
            self._note.setText(
                self.tr("These words are never doubted: they were called always right, here or elsewhere.")
            )
            words_of = [(word,) for word in found.words] if found else ()
            self.model.show((self.tr("Word"),), words_of, "␣")
        else:
            self._note.setText(
                self.tr(
                    "What the OCR takes for what, learnt from the corrections: the more often, the sooner"
                    " the program doubts it and knows the right reading, in all letters of this project."
                )
            )
            heads = (self.tr("Read"), self.tr("On paper"), self.tr("Times"), self.tr("Accepted"))
            rows = [(c.read, c.true, c.accepted, c.share) for c in found.confusions] if found else ()
            self.model.show(heads, rows, "␣")
        self._filter(self.field.text())
        can = found is not None
        self._export.setEnabled(can and bool(found and (found.confusions or found.words)))
        for button in (self._import, self._anew, self._again):
            button.setEnabled(can and not self._read_only)

    def _filter(self, text: str) -> None:
        self.model.filter(text)
        there = self.model.rowCount() > 0
        if there:
            self.table.selectRow(0)
        self.table.setVisible(there)
        self._empty.setVisible(not there)
        self._take_out.setEnabled(there and not self._read_only)
        self._show_switch()
        if self._found is None:
            self._empty.setText(self.tr("Reading what was learnt…"))
        elif text.strip():
            self._empty.setText(self.tr("Nothing fits the filter."))
        elif self._shows_tags:
            self._empty.setText(
                self.tr(
                    "Nothing was learnt of tags yet. Tag sentences in a few letters: from eight on, in three"
                    " letters, the program may propose others like them."
                )
            )
        elif self.shows_words:
            self._empty.setText(
                self.tr(
                    "No words yet. Ctrl+Shift+D in the correction box calls a word always right: it is"
                    " never doubted again in this project."
                )
            )
        else:
            self._empty.setText(
                self.tr(
                    "Nothing was learnt yet. Every correction that is accepted or typed teaches the program"
                    " what this scanner misreads."
                )
            )

    def _ask_to_take_out(self) -> None:
        if word := self.current_word():
            self.take_out_wanted.emit(word)
