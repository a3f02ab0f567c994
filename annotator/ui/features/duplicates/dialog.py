"""Groups of letters that are alike at the left, two of a group side by side at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from annotator.session.project.duplicates import Side
from annotator.ui.features.duplicates.side import SideView
from annotator.ui.theme.fonts import sized
from annotator.ui.translate import filled
from annotator.ui.widgets.dialog import Dialog
from annotator.ui.widgets.flow import FlowLayout
from annotator.ui.widgets.key_button import KeyButton
from annotator.ui.widgets.namesakes import percent
from annotator.ui.widgets.row_list import ITEM, HereDelegate, ItemsModel, RowList
from annotator.ui.widgets.rows import Index, Row
from annotator.ui.widgets.separator import Separator


@dataclass(frozen=True, slots=True)
class DuplicateLine:
    """A letter of a group. `first` is the letter that the group begins with, `second` the one most like it;
    `likeness` (0 to 1) that of the others to the first. `size` is how many letters the group has."""

    first: int
    second: int
    letter_id: int
    title: str
    file: str
    likeness: float
    size: int

    @property
    def is_head(self) -> bool:
        """Tell whether the group begins here."""
        return self.letter_id == self.first

    @property
    def pair(self) -> tuple[int, int]:
        """Return the two letters that are shown side by side on this row."""
        return self.first, self.second if self.is_head else self.letter_id


class DuplicatesDialog(Dialog):
    """Show groups; ask for the texts of two letters, to remove letters, to keep what is no duplicate."""

    help_section = "duplicates"

    pair_wanted = Signal(int, int)
    removal_wanted = Signal(list)  # of ids
    keep_wanted = Signal(int, list)  # a letter, and those of which it is no duplicate
    open_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Duplicate letters"))
        self._model: ItemsModel[DuplicateLine] = ItemsModel(lambda line: line.letter_id, _told)
        self._list = RowList(self.tr("Letters that are alike, in groups"), self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Delegate(self._list))
        self._list.done.connect(self.reject)
        self._list.opened.connect(lambda row: self.open_wanted.emit(self._model.items()[row].letter_id))
        self._list.selectionModel().currentChanged.connect(lambda *_: self._ask())
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(
            lambda at: self.menu().exec(self._list.viewport().mapToGlobal(at))
        )
        self._left, self._right = SideView(self), SideView(self)
        self._left.scrolled.connect(self._right.scroll_to)
        self._right.scrolled.connect(self._left.scroll_to)
        self._make_buttons()
        self._lay_out()
        self.set_lines(())
        self._list.setFocus()

    def _make_buttons(self) -> None:
        self._buttons: list[KeyButton] = []
        for text, keys, then in (
            (self.tr("Remove the left one…"), "L", lambda: self._remove(left=True)),
            (self.tr("Keep both"), "K", self._keep),
            (self.tr("Remove the right one…"), "R", lambda: self._remove(left=False)),
            (self.tr("Keep only the left one…"), "Shift+R", self._remove_others),
        ):
            button = KeyButton(text, keys, self)
            button.setAutoDefault(False)
            button.clicked.connect(then)
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)
            self._buttons.append(button)
        self._others = self._buttons[-1]
        self._others.setToolTip(self.tr("Remove all other letters of the group."))

    def menu(self) -> QMenu:
        """Return what can be done with the letter of the row."""
        menu = QMenu(self)
        line = self.chosen()
        if line is not None:
            menu.addAction(self.tr("Open the letter"), lambda: self.open_wanted.emit(line.letter_id))
            menu.addSeparator()
            menu.addAction(self.tr("Remove this letter…"), lambda: self.removal_wanted.emit([line.letter_id]))
            menu.addAction(self.tr("Not a duplicate"), self._keep)
        return menu

    def _lay_out(self) -> None:
        self._title = QLabel(self)
        self._title.setFont(sized(self.font(), 1.2, bold=True))
        self._note = QLabel(
            self.tr("The same words, or nearly: what only one of the two has is marked."), self
        )
        self._note.setWordWrap(True)
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
        deciding = FlowLayout(across=10, down=8)
        deciding.setContentsMargins(0, 0, 0, 0)
        for button in self._buttons:
            deciding.addWidget(button)
        foot.addLayout(deciding, 1)
        foot.addWidget(close, 0, Qt.AlignmentFlag.AlignBottom)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        self._list.setFixedWidth(330)
        middle.addWidget(self._list)
        middle.addWidget(Separator(Qt.Orientation.Vertical, self))
        middle.addLayout(sides, 1)
        self.lay_in_rows(head, middle, foot)
        self.fill_window((900, 500), (1500, 940), aside=(60, 60))

    # --- what is shown ------------------------------------------------------------------------------

    def set_lines(self, lines: Sequence[DuplicateLine]) -> None:
        """Show groups, the most alike first; the cursor stays where it was."""
        row = max(0, self._list.current_row())
        self._model.set_items(lines, anew=True)
        groups = sum(line.is_head for line in lines)
        title = self.tr("%Ln group(s) of letters that are alike", "", groups)
        letters = self.tr("%Ln letter(s)", "", len(lines))
        self._title.setText(f"{title} · {letters}")
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
        if line is not None and line.pair == (left.letter_id, right.letter_id):
            self._left.show_side(left)
            self._right.show_side(right)

    def chosen(self) -> DuplicateLine | None:
        """Return the chosen row."""
        row = self._list.current_row()
        return self._model.items()[row] if row >= 0 else None

    def _ask(self) -> None:
        line = self.chosen()
        if line is not None:
            self.pair_wanted.emit(*line.pair)
        self._others.setVisible(line is not None and line.size > 2)

    # --- what is asked for --------------------------------------------------------------------------

    def _remove(self, *, left: bool) -> None:
        line = self.chosen()
        if line is not None:
            self.removal_wanted.emit([line.pair[0 if left else 1]])

    def _remove_others(self) -> None:
        """Ask to remove all letters of the group but the first."""
        line = self.chosen()
        if line is not None and line.size > 2:
            group = [one.letter_id for one in self._model.items() if one.first == line.first]
            self.removal_wanted.emit(group[1:])

    def _keep(self) -> None:
        """Ask to keep the letter at the right, which is no duplicate of any other of its group."""
        line = self.chosen()
        if line is not None:
            group = [one.letter_id for one in self._model.items() if one.first == line.first]
            kept = line.pair[1]
            self.keep_wanted.emit(kept, [one for one in group if one != kept])


def _letters_text(count: int) -> str:
    text = QCoreApplication.translate("DuplicatesDialog", "{count:letter|letters}")
    return filled(text, count=count)


def _told(line: DuplicateLine) -> str:
    aside = _letters_text(line.size) if line.is_head else percent(line.likeness)
    return f"{line.title} · {line.file}: {aside}"


class _Delegate(HereDelegate):
    two_lines = True

    def row(self, index: Index) -> Row:
        line: DuplicateLine = index.data(ITEM)
        if line.is_head:
            return Row(line.title, line.file, _letters_text(line.size), bold=True)
        # Most have the title of the first: the file says which it is.
        return Row(line.file, line.title, percent(line.likeness), indent=1)
