"""A list of things of the letter: rows that are painted when seen, Enter to go there, Esc to leave."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from itertools import takewhile
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.ui.theme.theme import Theme, theme_of, theme_of_palette
from annotator.ui.widgets.elided_label import plain_tooltip
from annotator.ui.widgets.rows import Index, RowDelegate

T = TypeVar("T")
ITEM = int(Qt.ItemDataRole.UserRole)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ItemsModel(QAbstractListModel, Generic[T]):
    """Hold items; what is said of an item is made when it is asked for, so that ten thousand cost nothing."""

    def __init__(self, identity: Callable[[T], Hashable], tell: Callable[[T], str]) -> None:
        """Tell items apart by `identity`; `tell` gives its whole text, for the tooltip."""
        super().__init__()
        self._identity = identity
        self._tell = tell
        self._items: list[T] = []
        self._keys: list[Hashable] = []

    def items(self) -> Sequence[T]:
        """Return the items in order."""
        return self._items

    def set_items(self, items: Sequence[T], *, anew: bool = False) -> None:
        """Show these items; those that are the same at both ends keep the cursor and the scroll position.

        With `anew` the list starts at its top, without a cursor.
        """
        new = list(items)
        keys = [self._identity(item) for item in new]
        if anew:
            self.beginResetModel()
            self._items, self._keys = new, keys
            self.endResetModel()
            return
        head = _same(self._keys, keys)
        room = min(len(keys), len(self._keys)) - head
        tail = min(room, _same(self._keys[::-1], keys[::-1]))
        self._replace(head, len(self._keys) - tail, new[head : len(keys) - tail])
        self._items, self._keys = new, keys
        if new:
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))

    def _replace(self, start: int, end: int, new: list[T]) -> None:
        if end > start:
            self.beginRemoveRows(QModelIndex(), start, end - 1)
            del self._items[start:end]
            self.endRemoveRows()
        if new:
            self.beginInsertRows(QModelIndex(), start, start + len(new) - 1)
            self._items[start:start] = new
            self.endInsertRows()

    def row_of(self, key: Hashable) -> int:
        """Return the row of the item with this identity, -1 for none."""
        return self._keys.index(key) if key in self._keys else -1

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        return item_data(self._items, index, role, self._tell)


def item_data(items: Sequence[T], index: Index, role: int, tell: Callable[[T], str]) -> Any:
    """Return what a list of items tells of one: itself as `ITEM`, else what `tell` says of it."""
    if not 0 <= index.row() < len(items):
        return None
    item = items[index.row()]
    if role == ITEM:
        return item
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        return tell(item)
    return plain_tooltip(tell(item)) if role == Qt.ItemDataRole.ToolTipRole else None


def _same(one: Sequence[Hashable], other: Sequence[Hashable]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


class RowList(QListView):
    """Show rows of one height. Enter, a double click or (`on_click`) a click goes to a row; Esc leaves."""

    opened = Signal(int)
    done = Signal()
    focus_changed = Signal(bool)
    menu_wanted = Signal(int, QPoint)  # row, where on the screen

    def __init__(self, name: str, parent: QWidget | None = None, *, on_click: bool = False) -> None:
        super().__init__(parent)
        self.empty_text = ""  # what is said where there is no row
        self.setAccessibleName(name)
        self.setProperty("class", "rows")
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setViewportMargins(0, 4, 0, 0)
        asked = self.clicked if on_click else self.doubleClicked
        asked.connect(lambda index: self.opened.emit(index.row()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keys else self.indexAt(event.pos())
        if not index.isValid():
            event.ignore()
            return
        below = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        self.menu_wanted.emit(index.row(), below if by_keys else event.globalPos())

    def set_empty_text(self, text: str) -> None:
        """Say this, muted, where there is no row."""
        self.empty_text = text
        self.viewport().update()

    def current_row(self) -> int:
        """Return the row of the cursor, -1 for none."""
        return self.currentIndex().row()

    def set_current_row(self, row: int) -> None:
        """Put the cursor on a row and bring it into view; -1 for none."""
        model = self.model()
        index = model.index(row, 0) if row >= 0 else QModelIndex()
        self.setCurrentIndex(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and not event.isAutoRepeat() and self.current_row() >= 0:
            self.opened.emit(self.current_row())
        elif event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.empty_text and (self.model() is None or self.model().rowCount() == 0):
            painter = QPainter(self.viewport())
            painter.setPen(QColor(theme_of(self).muted))
            flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(12, 10, -12, -8), int(flags), self.empty_text)
            if self.hasFocus():
                paint_ring(painter, QRectF(self.viewport().rect()), theme_of(self))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.fontMetrics().height() * 3)


class HereDelegate(RowDelegate):
    """Paint the row where the work is with the accent's bar, and the cursor that has the keys as a ring."""

    two_lines = False

    def is_here(self, index: Index, selected: bool) -> bool:
        """Tell whether the work is at this row; without a better idea, where the cursor is."""
        return selected

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        mine = QStyleOptionViewItem(option)
        state: QStyle.StateFlag = option.state
        chosen = QStyle.StateFlag.State_Selected
        here = self.is_here(index, bool(state & chosen))
        mine.state = state | chosen if here else state & ~chosen
        super().paint(painter, mine, index)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, QRectF(option.rect), theme_of_palette(option.palette))


def paint_ring(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Draw the accent's ring just inside a rectangle: what is there has the keys."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.accent), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(3.5, 1.5, -3.5, -2), 4, 4)
    painter.restore()
