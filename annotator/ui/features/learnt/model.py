"""What was learnt as the rows of a table: sorted by a column, filtered by what is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
Cell = str | int | float  # a share is a float
SHARE = int(Qt.ItemDataRole.UserRole)  # 0 to 1, for a cell that is drawn as a bar


class LearntModel(QAbstractTableModel):
    """Rows of equal length under their heads. Numbers are shown in the user's way, a share in per cent."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._heads: Sequence[str] = ()
        self._all: list[tuple[Cell, ...]] = []
        self._rows: list[tuple[Cell, ...]] = []
        self._filter = ""
        self._sorted: tuple[int, bool] | None = None
        self._blank = " "

    def show(self, heads: Sequence[str], rows: Sequence[tuple[Cell, ...]], blank: str = " ") -> None:
        """Show other rows, in the order given; `blank` stands for a space in them."""
        self._heads, self._all, self._sorted, self._blank = heads, list(rows), None, blank
        self._rebuild()

    def filter(self, text: str) -> None:
        """Show only the rows in which a text has this in it."""
        self._filter = text.strip().casefold()
        self._rebuild()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; numbers begin with the largest."""
        self._sorted = column, order == Qt.SortOrder.DescendingOrder
        self._rebuild()

    def row(self, number: int) -> tuple[Cell, ...] | None:
        """Return a row that is shown."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def _rebuild(self) -> None:
        self.beginResetModel()
        wanted = self._filter
        self._rows = [
            row
            for row in self._all
            if not wanted or any(wanted in cell.casefold() for cell in row if isinstance(cell, str))
        ]
        if self._sorted is not None:
            column, falling = self._sorted
            self._rows.sort(key=lambda row: _order(row[column]), reverse=falling)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section] if section < len(self._heads) else None
        if (
            role == Qt.ItemDataRole.TextAlignmentRole
            and self._all
            and not isinstance(self._all[0][section], str)
        ):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = 0) -> object:
        cell = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            if isinstance(cell, float):
                return f"{QLocale().toString(round(100 * cell))} %"
            return QLocale().toString(cell) if isinstance(cell, int) else cell.replace(" ", self._blank)
        if role == SHARE:
            return cell if isinstance(cell, float) else None
        if role == Qt.ItemDataRole.TextAlignmentRole and not isinstance(cell, str):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None


def _order(cell: Cell) -> tuple[int, float, str]:
    return (0, float(cell), "") if not isinstance(cell, str) else (1, 0.0, cell.casefold())
