"""The rows of the table of letters, read in pieces as they come into view."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.core import fields
from annotator.core.codebook import Codebook, Field
from annotator.storage.letter_table import Cell, TableRow
from annotator.ui.features.tables.pieces import NAME, Pieces
from annotator.ui.widgets.namesakes import full_name

CELLS = Qt.ItemDataRole.UserRole
MISSING = Qt.ItemDataRole.UserRole + 1
_PIECE = 30  # rows read at a time: they must not hold up the window
_ROLES = frozenset(
    [
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.EditRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        CELLS,
        MISSING,
        NAME,
    ]
)
Index = QModelIndex | QPersistentModelIndex
Source = Callable[[Sequence[int]], list[TableRow]]


class LettersModel(QAbstractTableModel):
    """One row a letter: its title, then its fields (the parts of a group each in a column)."""

    def __init__(self, codebook: Codebook, language: str, letters: str, source: Source) -> None:
        """Name the fields in the screen's `language`; `letters` is that which the letters are in."""
        super().__init__()
        self._language, self._letters = language, letters
        asked = [field for field in codebook.fields if not field.retired]
        self.columns: tuple[Field, ...] = tuple(leaf for field in asked for leaf in field.leaves())
        self._rows = Pieces(lambda ids: {row.letter_id: row for row in source(ids)}, _PIECE)
        self._places: dict[int, int] = {}
        self._told: tuple[TableRow, dict[str, tuple[Cell, ...]]] | None = None

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show these letters, in this order."""
        self.beginResetModel()
        self._rows.set_ids(ids)
        self._places = {letter_id: row for row, letter_id in enumerate(ids)}
        self.endResetModel()

    def letter_id(self, row: int) -> int:
        """Return which letter a row shows."""
        return self._rows.ids[row]

    def row_of(self, letter_id: int) -> int:
        """Return the row that shows a letter, -1 where none does."""
        return self._places.get(letter_id, -1)

    def refresh(self, letter_ids: Collection[int]) -> None:
        """Read letters' rows anew."""
        rows = [row for row in map(self.row_of, letter_ids) if row >= 0]
        self._rows.forget(rows)
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), len(self.columns)))

    def row(self, row: int) -> TableRow | None:
        """Return what stands in a row; None where the letter is gone."""
        return self._rows.row(row)

    def cells(self, index: Index) -> tuple[Cell, ...]:
        """Return the values of a cell of the table."""
        row = self.row(index.row()) if index.isValid() and index.column() else None
        return self._cells_of(row, index.column()) if row is not None else ()

    def _cells_of(self, row: TableRow, column: int) -> tuple[Cell, ...]:
        """Return the values of a row in a column; asked for many times while a row is painted."""
        if self._told is None or self._told[0] is not row:
            by_field: dict[str, tuple[Cell, ...]] = {}
            for cell in row.cells:
                by_field[cell.field] = (*by_field.get(cell.field, ()), cell)
            self._told = (row, by_field)
        return self._told[1].get(self.columns[column - 1].id, ())

    # ---- Qt's side

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows.ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return section + 1
        return self.tr("Letter") if section == 0 else self.columns[section - 1].name(self._language)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ROLES:  # asked for of each cell that is painted
            return None
        row = self.row(index.row())
        if row is None:
            return None
        column = index.column()
        if column == 0:
            if role == NAME:
                return row.title, row.apart
            shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            return full_name(row.title, row.apart) if shown else None
        field, cells = self.columns[column - 1], self._cells_of(row, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return "; ".join(self._text(field, cell) for cell in cells)
        if role == Qt.ItemDataRole.EditRole:
            return self._typed(field, cells[0]) if cells else ""
        if role == CELLS:
            return cells
        if role == MISSING:
            return not cells and field.required
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._said(field, cells)
        return None

    def _typed(self, field: Field, cell: Cell) -> str:
        return fields.ABSENT_SIGN if cell.absent else self._text(field, cell)

    def _text(self, field: Field, cell: Cell) -> str:
        if cell.absent:
            return self.tr("not in the letter")
        language = fields.language_for(field, self._language, self._letters)
        return fields.format(field, cell.value, language) if cell.value else cell.shown

    def _said(self, field: Field, cells: Sequence[Cell]) -> str:
        if not cells:
            return self.tr("missing") if field.required else ""
        said = "; ".join(self._text(field, cell) for cell in cells)
        return self.tr("proposed: {value}").format(value=said) if any(c.proposed for c in cells) else said

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.column():
            return usual
        # Qt asks this of every cell that is selected, of thousands at once: no row is read for it.
        held = self._rows.row_at_hand(index.row())
        # Several values are corrected in the letter, where each has its evidence.
        several = held is not None and len(self._cells_of(held, index.column())) > 1
        return usual if several else usual | Qt.ItemFlag.ItemIsEditable
