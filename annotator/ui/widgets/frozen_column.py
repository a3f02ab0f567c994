"""The first column of a table, staying where it is while the others are scrolled sideways."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QHeaderView, QTableView

from annotator.ui.widgets.separator import Separator

_FIRST = 0


class FrozenColumn(QTableView):
    """Lies over its table and shows its first column; whatever is done to it is done to the table."""

    def __init__(self, table: QTableView, delegate: QAbstractItemDelegate) -> None:
        """`delegate` paints it: one of its own, as editors belong to one view."""
        super().__init__(table)
        self._table = table
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(table.accessibleName())
        self.setSelectionMode(table.selectionMode())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(table.verticalScrollMode())
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
        self._edge = Separator(Qt.Orientation.Vertical, self)
        self._set_up_head()
        for column in range(1, table.model().columnCount()):
            self.setColumnHidden(column, True)
        table.verticalScrollBar().valueChanged.connect(lambda value: self.verticalScrollBar().setValue(value))
        self.verticalScrollBar().valueChanged.connect(lambda value: table.verticalScrollBar().setValue(value))
        table.horizontalHeader().sectionResized.connect(lambda *_: self._place())
        table.installEventFilter(self)
        table.viewport().installEventFilter(self)
        self._place()

    def _set_up_head(self) -> None:
        own, head = self.horizontalHeader(), self._table.horizontalHeader()
        own.setDefaultAlignment(head.defaultAlignment())
        own.setSectionsClickable(True)
        own.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        own.setSortIndicatorShown(True)
        own.setSortIndicator(head.sortIndicatorSection(), head.sortIndicatorOrder())
        own.sectionClicked.connect(lambda column: head.sectionClicked.emit(column))  # noqa: PLW0108
        head.sortIndicatorChanged.connect(lambda column, order: self._show_sort(column, order))  # noqa: PLW0108

    def _show_sort(self, column: int, order: Qt.SortOrder) -> None:
        self.horizontalHeader().setSortIndicator(column, order)

    def _place(self) -> None:
        table = self._table
        width = table.columnWidth(_FIRST)
        self.setColumnWidth(_FIRST, width)
        self.horizontalHeader().setFixedHeight(table.horizontalHeader().height())
        left, top = table.verticalHeader().width() + table.frameWidth(), table.frameWidth()
        height = table.viewport().height() + table.horizontalHeader().height()
        self.setGeometry(left, top, width, height)
        self._edge.setGeometry(width - 2, 0, 2, height)
        self._edge.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show):
            self._place()
        return False

    def uncover(self, index: QModelIndex) -> None:
        """Scroll the table until a cell that this column lies over is seen."""
        rect, width = self._table.visualRect(index), self.width()
        if index.column() != _FIRST and rect.left() < width:
            bar = self._table.horizontalScrollBar()
            # The table scrolls by whole columns: one of them less until the cell is free.
            while rect.left() < width and bar.value() > bar.minimum():
                bar.setValue(bar.value() - bar.singleStep())
                rect = self._table.visualRect(index)
