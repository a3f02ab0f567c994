"""The rows of the table of passages, read in pieces as they come into view."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from annotator.core.codebook import Codebook
from annotator.core.dates import show_date
from annotator.storage.passage_table import PassageRow
from annotator.ui.features.tables.pieces import NAME, Pieces
from annotator.ui.widgets.namesakes import full_name

ROW = Qt.ItemDataRole.UserRole
LETTER, TAG, BEFORE, PASSAGE, AFTER, DUE = range(6)
_PIECE = 40  # rows read at a time: they must not hold up the window
_ROLES = frozenset(
    [
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.AccessibleTextRole,
        ROW,
        NAME,
    ]
)
Index = QModelIndex | QPersistentModelIndex
Source = Callable[[Sequence[int]], list[PassageRow]]


class PassagesModel(QAbstractTableModel):
    """One row a passage: letter, tag, and the passage between the text before and behind it."""

    def __init__(self, codebook: Codebook, language: str, source: Source) -> None:
        super().__init__()
        self._codebook, self._language = codebook, language
        self._rows = Pieces(lambda ids: {row.id: row for row in source(ids)}, _PIECE)

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show these passages, in this order."""
        self.beginResetModel()
        self._rows.set_ids(ids)
        self.endResetModel()

    def ids(self) -> list[int]:
        """Return the ids of all passages that are shown."""
        return list(self._rows.ids)

    def tag_name(self, tag_id: str) -> str:
        """Return the name of a tag."""
        tag = self._codebook.tag(tag_id)
        return tag.name(self._language) if tag else tag_id

    def colour(self, tag_id: str, dark: bool) -> str:
        """Return the colour of a tag, "" for one that the codebook does not have."""
        tag = self._codebook.tag(tag_id)
        return tag.colour(dark) if tag else ""

    def row(self, row: int) -> PassageRow | None:
        """Return the passage of a row; None where it is gone."""
        return self._rows.row(row)

    # ---- Qt's side

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows.ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 6

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return section + 1
        heads = (
            self.tr("Letter"),
            self.tr("Tag"),
            self.tr("Before"),
            self.tr("Passage"),
            self.tr("After"),
            self.tr("Due"),
        )
        return heads[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ROLES:  # asked for of each cell that is painted
            return None
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROW:
            return row
        if role == NAME:
            return (row.title, row.apart) if index.column() == LETTER else None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == BEFORE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == PASSAGE and row.proposed:
            return self.tr("proposed: {value}").format(value=_line(row.quote))
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        match index.column():
            case 0:
                return full_name(row.title, row.apart)
            case 1:
                return self.tag_name(row.tag)
            case 2:
                return _line(row.before)
            case 3:
                return _line(row.quote)
            case 4:
                return _line(row.after)
        return _due(row, self._language)


def _due(row: PassageRow, language: str) -> str:
    """Return what a commitment says of when, and the last day that it means."""
    when, due = row.parts.by_when, row.parts.due
    shown = show_date(due, language) if due else ""
    return f"{when} → {shown}" if when and shown and shown not in when else when


def _line(text: str) -> str:
    return " ".join(text.split())
