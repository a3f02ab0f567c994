"""The table of all letters: filter, sort, correct, confirm in bulk, the evidence beside it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.storage.letter_table import Cell, TableQuery
from annotator.ui.features.tables.letters_table.model import CELLS, MISSING, Index, LettersModel
from annotator.ui.features.tables.table_page import ContextOf, NameDelegate, TablePage, underline_proposed
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.decision_buttons import HoverDecisions
from annotator.ui.widgets.evidence_side import EvidenceSide
from annotator.ui.widgets.field_keys import FieldKeys
from annotator.ui.widgets.frozen_column import FrozenColumn
from annotator.ui.widgets.key_button import KeyButton
from annotator.ui.widgets.namesakes import full_name
from annotator.ui.widgets.row_menu import Choices, give_menu

_WIDTH, _TITLE_WIDTH = 170, 260


class CellDelegate(NameDelegate):
    """Paint a value: a proposed one in the accent colour over a dashed line, a missing one in amber."""

    edited = Signal(object, str)  # index, text

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = theme_of(option.widget)
        cells: Sequence[Cell] = index.data(CELLS) or ()
        proposed = any(cell.proposed for cell in cells)
        missing = bool(index.data(MISSING))
        absent = any(cell.absent for cell in cells)
        colour = (
            theme.accent if proposed else theme.amber if missing else theme.muted if absent else theme.ink
        )
        option.palette.setColor(QPalette.ColorRole.Text, QColor(colour))
        option.palette.setColor(QPalette.ColorRole.HighlightedText, QColor(colour))
        super().paint(painter, option, index)
        rect: QRect = option.rect
        if missing:
            painter.setPen(QColor(theme.amber))
            painter.drawText(rect.adjusted(7, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, self.tr("missing"))
        if proposed:
            underline_proposed(painter, rect, theme)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        editor.setAcceptDrops(False)  # it would say that it moved a file
        FieldKeys(editor)
        return editor

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, QLineEdit) and editor.text().strip() != index.data(Qt.ItemDataRole.EditRole):
            self.edited.emit(index, editor.text().strip())


@dataclass(frozen=True, slots=True)
class LettersPlace:
    """Where the table was left: what was asked for, and the cell that was current."""

    query: TableQuery
    letter_id: int
    column: int


class LettersTable(TablePage):
    """Show all letters; ask for what changes them.

    What `decide_wanted` tells are the fields whose proposals are meant, by letter.
    """

    command = "letters_table"
    edit_wanted = Signal(int, str, int, str)  # letter, field, position, text

    def __init__(self, model: LettersModel, context_of: ContextOf, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("All letters"), self.tr("Filter: title or value"), context_of, parent)
        self._model = model
        self._left: LettersPlace | None = None
        self._only = self._choice(
            self.tr("Which letters"),
            (
                (self.tr("All letters"), ""),
                (self.tr("With proposals"), "proposed"),
                (self.tr("With something missing"), "missing"),
                (self.tr("With a field that is not in the letter"), "absent"),
            ),
        )
        self._make_grid(self.tr("Letters and their fields"), model)
        self._set_up_grid()
        self._side = EvidenceSide(self.tr("Evidence"), self._help(), self)
        self._confirm = KeyButton(self.tr("Confirm the selected"), "C", self)
        self._sort_button = KeyButton(self.tr("Sort by this column"), "Ctrl+D", self)
        self._open = KeyButton(self.tr("Open the letter"), "Ctrl+Enter", self)
        buttons = (self._confirm, self._sort_button, self._open)
        self._lay_out((self._only,), self._side, buttons, aside=340)
        self._wire_all()

    def _set_up_grid(self) -> None:
        grid = self.grid
        self._delegate = CellDelegate(grid)
        grid.setItemDelegate(self._delegate)
        grid.setTextElideMode(Qt.TextElideMode.ElideRight)
        grid.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        head = grid.horizontalHeader()
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setDefaultSectionSize(_WIDTH)
        grid.setColumnWidth(0, _TITLE_WIDTH)
        self._titles = FrozenColumn(grid, CellDelegate(grid))
        give_menu(self._titles, self._choices)
        hover = HoverDecisions(grid, lambda index: any(cell.proposed for cell in self._model.cells(index)))
        hover.confirm_wanted.connect(lambda index: self._decide_at(index, turn_down=False))
        hover.turn_down_wanted.connect(lambda index: self._decide_at(index, turn_down=True))

    def _wire_all(self) -> None:
        self._wire((self._only,), self._confirm, self._open)
        self.grid.selectionModel().currentChanged.connect(lambda now, _: self._titles.uncover(now))
        self.grid.edit_wanted.connect(lambda: self.grid.edit(self.grid.currentIndex()))
        self._sort_button.clicked.connect(lambda: self._sort_by(self.grid.currentIndex().column()))
        self._delegate.edited.connect(self._edited)
        self._add_keys("Ctrl+D", lambda: self._sort_by(self.grid.currentIndex().column()))
        self._add_keys("Ctrl+Space", self._choose_column)

    # ---- what is shown

    def query(self) -> TableQuery:
        """Return which letters are wanted, in which order."""
        return TableQuery(self._filter.text(), self._only.currentData(), *self._sort)

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show these letters."""
        self._model.set_ids(ids)
        self._count.setText(self.tr("%Ln letter(s)", "", len(ids)))
        filtered = self._filter.text().strip() or self._only.currentIndex()
        self.grid.show_note(
            self.tr("No letter fits the filter. Clear it to see all letters.")
            if filtered
            else self.tr("There are no letters yet. Import some: each becomes a row here.")
        )
        if ids:
            left, self._left = self._left, None
            row, column = (self._model.row_of(left.letter_id), left.column) if left else (0, 1)
            first = self._model.index(max(0, row), min(column, self._model.columnCount() - 1))
            self.grid.selectionModel().setCurrentIndex(
                first, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.grid.scrollTo(first, QAbstractItemView.ScrollHint.PositionAtCenter)
        self._show_context()

    def place(self) -> LettersPlace:
        """Return where the table is: to come back to."""
        index = self.grid.currentIndex()
        letter_id = self._model.letter_id(index.row()) if index.isValid() else 0
        return LettersPlace(self.query(), letter_id, max(0, index.column()))

    def come_back(self, place: LettersPlace) -> None:
        """Show again what was asked for, and go to the cell that was current once the letters are there."""
        query, self._left = place.query, place
        self._take(query.text, (self._only, query.only))
        self._sort = (query.sort, query.descending)
        self._show_sort()

    def refresh(self, letter_ids: Collection[int]) -> None:
        """Show letters' rows as they are now."""
        self._model.refresh(letter_ids)
        self._show_context()

    def _show_context(self) -> None:
        index = self.grid.currentIndex()
        row = self._model.row(index.row()) if index.isValid() else None
        if row is None:
            self._side.show_place("", None)
            return
        place = next((cell for cell in self._model.cells(index) if cell.start is not None), None)
        found = None
        if place is not None and place.start is not None and place.end is not None:
            found = self._context_of(row.letter_id, place.start, place.end)
        self._side.show_place(
            full_name(row.title, row.apart),
            found,
            self.tr("No evidence for this value.") if index.column() else "",
        )

    def _help(self) -> str:
        return self.tr(
            "Dashed: proposed by the program, nobody has decided yet. “missing”: a field that must be"
            " filled; “-” typed there: not in the letter.\n"
            "C confirms what is selected, Shift+Delete turns it down, Enter corrects it."
            " Shift+arrows select more, Ctrl+Space the whole column. Ctrl+Z undoes."
        )

    # ---- what is asked

    def _choices(self) -> Choices:
        index = self.grid.currentIndex()
        proposed = any(cell.proposed for cell in self._model.cells(index))
        can_edit = bool(index.flags() & Qt.ItemFlag.ItemIsEditable)
        column = index.column()
        return (
            (self.tr("Confirm"), "C", (lambda: self._ask_to_decide(turn_down=False)) if proposed else None),
            (
                self.tr("Turn down"),
                "Shift+Delete",
                (lambda: self._ask_to_decide(turn_down=True)) if proposed else None,
            ),
            (self.tr("Correct…"), "Enter", (lambda: self.grid.edit(index)) if can_edit else None),
            None,
            (self.tr("Open the letter"), "Ctrl+Enter", self._ask_to_open),
            (self.tr("Copy"), "", lambda: self._copy(index.data())),
            None,
            (self.tr("Sort by this column"), "Ctrl+D", lambda: self._sort_by(column)),
            (self.tr("Select the whole column"), "Ctrl+Space", self._choose_column),
        )

    def _sort_by(self, column: int) -> None:
        if column < 0:
            return
        name = "title" if column == 0 else self._model.columns[column - 1].id
        self._turn_order(name)
        self._left = self.place()  # the same cell is current again, where its letter is now
        self._show_sort()
        self._ask()

    def _show_sort(self) -> None:
        name = self._sort[0]
        names = ["title", *(field.id for field in self._model.columns)]
        self._show_order(names.index(name) if name in names else -1)

    def _choose_column(self) -> None:
        """Select the whole column of the current cell."""
        column, last = self.grid.currentIndex().column(), self._model.rowCount() - 1
        if column < 0 or last < 0:
            return
        chosen = QItemSelection(self._model.index(0, column), self._model.index(last, column))
        self.grid.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.say(self.tr("%Ln letter(s) selected.", "", last + 1))

    def _ask_to_decide(self, *, turn_down: bool) -> None:
        wanted: dict[int, frozenset[str]] = {}
        for rows, columns in self.grid.chosen():
            names = frozenset(self._model.columns[column - 1].id for column in columns if column)
            for row in rows if names else ():
                letter_id = self._model.letter_id(row)
                wanted[letter_id] = wanted[letter_id] | names if letter_id in wanted else names
        if wanted:
            self.decide_wanted.emit(wanted, turn_down)
        else:
            self.say(self.tr("Nothing proposed is selected."))

    def _decide_at(self, index: Index, *, turn_down: bool) -> None:
        field = self._model.columns[index.column() - 1].id
        self.decide_wanted.emit({self._model.letter_id(index.row()): frozenset([field])}, turn_down)

    def _ask_to_open(self) -> None:
        index = self.grid.currentIndex()
        if not index.isValid():
            return
        place = next((cell for cell in self._model.cells(index) if cell.start is not None), None)
        start, end = (place.start, place.end) if place is not None else (-1, -1)
        self.open_wanted.emit(self._model.letter_id(index.row()), start, end)

    def _edited(self, index: Index, text: str) -> None:
        cells = self._model.cells(index)
        field = self._model.columns[index.column() - 1]
        position = cells[0].position if cells else 0
        self.edit_wanted.emit(self._model.letter_id(index.row()), field.id, position, text)
