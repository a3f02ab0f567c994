"""A list of very many rows of one height. A table lays a hundred thousand out in 2 ms, a list view in 90."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.row_list import ENTER, paint_ring
from annotator.ui.widgets.viewport import give_viewport

_MARK_ROOM = 28  # pixels


class RowTable(QTableView):
    """Show a model's rows in one column. Enter opens, Esc leaves, what is typed goes to a filter.

    Shift and Ctrl with arrows or clicks choose several rows; F2 and Delete ask for something of them.
    """

    opened = Signal(int)
    typed = Signal(str)
    rename_wanted = Signal()
    removal_wanted = Signal()
    mark_clicked = Signal(int, QPoint)  # row, on the screen: the mark at its beginning
    left = Signal()

    def __init__(
        self, name: str, model: QAbstractItemModel, delegate: QStyledItemDelegate, parent: QWidget
    ) -> None:
        super().__init__(parent)
        give_viewport(self)
        self._empty = ""
        self._delegate = delegate
        self._on_mark = -1  # the row whose mark the mouse went down on
        self.setAccessibleName(name)
        self.setProperty("class", "rows")
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_row_height()

    def set_empty_text(self, text: str) -> None:
        """Say this, muted, where there is no row."""
        self._empty = text
        self.viewport().update()

    def empty_text(self) -> str:
        """Return what is said where there is no row, "" where there are rows."""
        return "" if self.model().rowCount() else self._empty

    def current_row(self) -> int:
        """Return the row of the cursor, -1 for none."""
        return self.currentIndex().row()

    def set_current_row(self, row: int) -> None:
        """Put the cursor on a row and bring it into view; -1 for none."""
        index = self.model().index(row, 0)
        # `setCurrentIndex` would look at the keyboard: with Ctrl held it adds to what is chosen.
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        if index.isValid():
            self.scrollTo(index)

    def chosen_rows(self) -> list[int]:
        """Return the rows that are chosen, in order."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Delete)
            and not event.modifiers()
        ):
            event.accept()  # F2 types in the letter everywhere else
        return super().event(event)

    def _set_row_height(self) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        self.verticalHeader().setDefaultSectionSize(
            self._delegate.sizeHint(option, self.model().index(0, 0)).height()
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if event.key() in ENTER:
            if self.current_row() >= 0 and not event.isAutoRepeat():
                self.opened.emit(self.current_row())
        elif event.key() == Qt.Key.Key_Escape and len(self.chosen_rows()) > 1:
            self.set_current_row(self.current_row())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Delete) and not event.modifiers():
            if self.current_row() >= 0 and not event.isAutoRepeat():
                (self.rename_wanted if event.key() == Qt.Key.Key_F2 else self.removal_wanted).emit()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and plain and self.model().rowCount():
            self._go_to_end(event)
        elif plain and event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    # --- the mark at the beginning of a row ---------------------------------------------------------

    def mark_at(self, place: QPoint) -> int:
        """Return the row whose mark is at a place, -1 for none: all that is left of the words counts."""
        row = self.rowAt(place.y())
        return row if row >= 0 and place.x() < _MARK_ROOM else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        plain = event.button() is Qt.MouseButton.LeftButton and not event.modifiers()
        self._on_mark = self.mark_at(place) if plain else -1
        if self._on_mark < 0:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row, self._on_mark = self._on_mark, -1
        if row < 0:
            super().mouseReleaseEvent(event)
        elif row == self.mark_at(event.position().toPoint()):
            self.mark_clicked.emit(row, event.globalPosition().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        on_mark = self.mark_at(event.position().toPoint()) >= 0
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if on_mark else Qt.CursorShape.ArrowCursor
        )
        super().mouseMoveEvent(event)

    def _go_to_end(self, event: QKeyEvent) -> None:
        row = 0 if event.key() == Qt.Key.Key_Home else self.model().rowCount() - 1
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.current_row() >= 0:
            chosen = QItemSelection(self.model().index(self.current_row(), 0), self.model().index(row, 0))
            self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        else:
            self.set_current_row(row)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_row_height()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if empty := self.empty_text():
            painter = QPainter(self.viewport())
            painter.setPen(QColor(theme_of(self).muted))
            flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(self.viewport().rect().adjusted(12, 10, -12, -8), int(flags), empty)
            if self.hasFocus():
                paint_ring(painter, QRectF(self.viewport().rect()), theme_of(self))
