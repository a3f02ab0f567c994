"""Pairs of letters that are alike at the left, the chosen pair side by side at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.session.project.duplicates import Side
from annotator.ui.features.duplicates.side import SideView
from annotator.ui.theme.fonts import sized
from annotator.ui.widgets.dialog import Dialog
from annotator.ui.widgets.key_button import KeyButton
from annotator.ui.widgets.row_list import ITEM, HereDelegate, ItemsModel, RowList
from annotator.ui.widgets.rows import Index, Row
from annotator.ui.widgets.separator import Separator


@dataclass(frozen=True, slots=True)
class PairLine:
    """Two letters (ids) that are alike, 0 to 1, with their titles."""

    one: int
    other: int
    title: str
    other_title: str
    likeness: float


class DuplicatesDialog(Dialog):
    """Show pairs; ask for the texts of one, to remove one of two letters, or to keep both."""

    pair_wanted = Signal(int, int)
    removal_wanted = Signal(int)
    keep_wanted = Signal(int, int)

    def __init__(self, lines: Sequence[PairLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Duplicate letters"))
        self._model: ItemsModel[PairLine] = ItemsModel(lambda line: (line.one, line.other), self._told)
        self._list = RowList(self.tr("Pairs of letters that are alike"), self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Delegate(self._list))
        self._list.done.connect(self.reject)
        self._list.selectionModel().currentChanged.connect(lambda *_: self._ask())
        self._left, self._right = SideView(self), SideView(self)
        self._left.scrolled.connect(self._right.scroll_to)
        self._right.scrolled.connect(self._left.scroll_to)
        self._make_buttons()
        self._lay_out()
        self.set_lines(lines)
        self._list.setFocus()

    def _make_buttons(self) -> None:
        self._buttons: list[KeyButton] = []
        for text, keys, then in (
            (self.tr("Remove the left one…"), "L", lambda: self._remove(left=True)),
            (self.tr("Keep both"), "K", self._keep),
            (self.tr("Remove the right one…"), "R", lambda: self._remove(left=False)),
        ):
            button = KeyButton(text, keys, self)
            button.setAutoDefault(False)
            button.clicked.connect(then)
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)
            self._buttons.append(button)

    def _lay_out(self) -> None:
        self._title = QLabel(self)
        self._title.setFont(sized(self.font(), 1.2, bold=True))
        self._note = QLabel(
            self.tr("The same words, or nearly: what only one of the two has is marked."), self
        )
        self._note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        head = QVBoxLayout()
        head.setContentsMargins(22, 18, 22, 12)
        head.setSpacing(4)
        head.addWidget(self._title)
        head.addWidget(self._note)
        sides = QHBoxLayout()
        sides.setSpacing(0)
        sides.addWidget(self._left, 1)
        sides.addWidget(Separator(Qt.Orientation.Vertical, self))
        sides.addWidget(self._right, 1)
        close = KeyButton(self.tr("Close"), "Esc", self)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(22, 10, 22, 14)
        foot.setSpacing(10)
        for button in self._buttons:
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(close)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        self._list.setFixedWidth(310)
        middle.addWidget(self._list)
        middle.addWidget(Separator(Qt.Orientation.Vertical, self))
        middle.addLayout(sides, 1)
        self.lay_in_rows(head, middle, foot)
        self.fill_window((900, 500), (1500, 940), aside=(60, 60))

    # --- what is shown ------------------------------------------------------------------------------

    def set_lines(self, lines: Sequence[PairLine]) -> None:
        """Show pairs, the most alike first; the cursor stays where it was."""
        row = max(0, self._list.current_row())
        self._model.set_items(lines, anew=True)
        self._title.setText(self.tr("%n pair(s) of letters that are alike", "", len(lines)))
        for button in self._buttons:
            button.setEnabled(bool(lines))
        if not lines:
            self._title.setText(self.tr("No two letters are alike."))
            for side in (self._left, self._right):
                side.clear()
        self._list.set_current_row(min(row, len(lines) - 1))
        self._ask()

    def show_sides(self, left: Side, right: Side) -> None:
        """Show the texts of a pair, if it is still the chosen one."""
        line = self.chosen()
        if line is not None and (line.one, line.other) == (left.letter_id, right.letter_id):
            self._left.show_side(left)
            self._right.show_side(right)

    def chosen(self) -> PairLine | None:
        """Return the chosen pair."""
        row = self._list.current_row()
        return self._model.items()[row] if row >= 0 else None

    def _told(self, line: PairLine) -> str:
        return f"{percent(line.likeness)}: {line.title} · {line.other_title}"

    def _ask(self) -> None:
        line = self.chosen()
        if line is not None:
            self.pair_wanted.emit(line.one, line.other)

    # --- what is asked for --------------------------------------------------------------------------

    def _remove(self, *, left: bool) -> None:
        line = self.chosen()
        if line is not None:
            self.removal_wanted.emit(line.one if left else line.other)

    def _keep(self) -> None:
        line = self.chosen()
        if line is not None:
            self.keep_wanted.emit(line.one, line.other)


def percent(share: float) -> str:
    """Return a share as it is shown; only the very same is a hundred per cent."""
    return f"{min(99, round(share * 100)) if share < 1 else 100} %"


class _Delegate(HereDelegate):
    two_lines = True

    def row(self, index: Index) -> Row:
        line: PairLine = index.data(ITEM)
        return Row(line.title, line.other_title, percent(line.likeness))
