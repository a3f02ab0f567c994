"""The table of all passages: by tag, filtered, exported, and a jump to the place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPalette, QPen, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.core.codebook import Codebook
from annotator.storage.passage_table import PassageQuery, PassageRow
from annotator.ui.kit.badge import paint_swatch
from annotator.ui.kit.key_button import KeyButton
from annotator.ui.kit.separator import Separator
from annotator.ui.passages_table.model import PASSAGE, ROW, TAG, Index, PassagesModel
from annotator.ui.theme import theme_of

_PAUSE_MS = 250
_SORTS = ("letter", "tag", "quote")


class PassageDelegate(QStyledItemDelegate):
    """Paint a proposed passage in the accent colour over a dashed line, and the colour of each tag."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = theme_of(option.widget)
        row: PassageRow | None = index.data(ROW)
        proposed = row is not None and row.proposed and index.column() == PASSAGE
        colour = theme.accent if proposed else theme.ink if index.column() == PASSAGE else theme.muted
        option.palette.setColor(QPalette.ColorRole.Text, QColor(colour))
        option.palette.setColor(QPalette.ColorRole.HighlightedText, QColor(colour))
        rect = QRect(option.rect)  # a copy: the option's own is narrowed below
        model = index.model()
        if index.column() == TAG and row is not None and isinstance(model, PassagesModel):
            swatch = model.colour(row.tag, theme.dark) or theme.line_strong
            option.rect = rect.adjusted(16, 0, 0, 0)
            super().paint(painter, option, index)
            place = QRectF(rect.left() + 7, rect.center().y() - 6, 5, 13)
            paint_swatch(painter, place, swatch, proposed=row.proposed)
            return
        super().paint(painter, option, index)
        if proposed:
            painter.save()
            painter.setPen(QPen(QColor(theme.accent), 1, Qt.PenStyle.DashLine))
            painter.drawLine(rect.left() + 6, rect.bottom() - 4, rect.right() - 8, rect.bottom() - 4)
            painter.restore()


class _Grid(QTableView):
    open_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_wanted.emit()
        else:
            super().keyPressEvent(event)


class PassagesTable(QDialog):
    """Show all passages; ask for others, for an export, for a place."""

    query_changed = Signal(object)  # PassageQuery
    export_wanted = Signal()
    open_wanted = Signal(int, int, int)  # letter, start, end

    def __init__(
        self, model: PassagesModel, codebook: Codebook, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("All passages"))
        self._model = model
        self._sort = ("letter", False)
        self._filter = QLineEdit(self)
        self._filter.setPlaceholderText(self.tr("Filter: words of the passage"))
        self._filter.setAccessibleName(self.tr("Filter"))
        self._filter.setClearButtonEnabled(True)
        self._tag = QComboBox(self)
        self._tag.setAccessibleName(self.tr("Tag"))
        self._tag.addItem(self.tr("All tags"), "")
        for tag in codebook.passage_tags:
            self._tag.addItem(tag.name(language), tag.id)
        self._state = QComboBox(self)
        self._state.setAccessibleName(self.tr("State"))
        for name, value in (
            (self.tr("Proposed and confirmed"), ""),
            (self.tr("Confirmed"), "confirmed"),
            (self.tr("Proposed"), "proposed"),
        ):
            self._state.addItem(name, value)
        self._count = QLabel(self)
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.grid = _Grid(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._set_up_grid()
        self._lay_out()
        self._wire()
        self.grid.setFocus()

    def _set_up_grid(self) -> None:
        grid = self.grid
        grid.setAccessibleName(self.tr("Passages"))
        grid.setModel(self._model)
        grid.setItemDelegate(PassageDelegate(grid))
        grid.setWordWrap(False)
        grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        grid.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        grid.setTabKeyNavigation(False)
        grid.verticalHeader().setDefaultSectionSize(grid.fontMetrics().height() + 14)
        grid.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = grid.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        head.setStretchLastSection(True)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 10)
        head.setSpacing(10)
        head.addWidget(self._filter, 1)
        for widget in (self._tag, self._state, self._count):
            head.addWidget(widget)
        self._open = KeyButton(self.tr("Go to the place"), "Enter", self)
        self._export = KeyButton(self.tr("Save as CSV…"), "Ctrl+S", self)
        self._close = KeyButton(self.tr("Close"), "Esc", self)
        self._said = QLabel(self)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 16, 12)
        foot.setSpacing(10)
        for button in (self._open, self._export, self._close):
            button.setAutoDefault(False)
        foot.addWidget(self._open)
        foot.addWidget(self._export)
        foot.addWidget(self._said, 1)
        foot.addWidget(self._close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(Separator(parent=self))
        whole.addWidget(self.grid, 1)
        whole.addWidget(Separator(parent=self))
        whole.addLayout(foot)
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.size()
        self.resize(max(760, room.width() - 60), max(480, room.height() - 60))
        for column, width in enumerate((220, 140, 420)):
            self.grid.setColumnWidth(column, width)

    def _wire(self) -> None:
        self._timer.timeout.connect(self._ask)
        self._filter.textChanged.connect(lambda _: self._timer.start())
        self._tag.currentIndexChanged.connect(lambda _: self._ask())
        self._state.currentIndexChanged.connect(lambda _: self._ask())
        self.grid.horizontalHeader().sectionClicked.connect(self._sort_by)
        self.grid.open_wanted.connect(self._ask_to_open)
        self.grid.doubleClicked.connect(lambda _: self._ask_to_open())
        self._open.clicked.connect(self._ask_to_open)
        self._export.clicked.connect(self.export_wanted.emit)
        self._close.clicked.connect(self.reject)
        for keys, call in (
            ("Ctrl+F", lambda: self._filter.setFocus()),  # noqa: PLW0108
            ("Ctrl+S", self._export.click),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(call)

    def query(self) -> PassageQuery:
        """Return which passages are wanted, in which order."""
        return PassageQuery(
            self._filter.text(), self._tag.currentData(), self._state.currentData(), *self._sort
        )

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show these passages."""
        self._model.set_ids(ids)
        self._count.setText(self.tr("%n passage(s)", "", len(ids)))
        if ids:
            self.grid.selectionModel().setCurrentIndex(
                self._model.index(0, 0),
                QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
            )

    def say(self, text: str) -> None:
        """Say beside the buttons what was done."""
        self._said.setText(text)

    def _ask(self) -> None:
        self._timer.stop()
        self.query_changed.emit(self.query())

    def _sort_by(self, column: int) -> None:
        if column >= len(_SORTS):
            return
        name = _SORTS[column]
        descending = self._sort[0] == name and not self._sort[1]
        self._sort = (name, descending)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.grid.horizontalHeader().setSortIndicator(column, order)
        self._ask()

    def _ask_to_open(self) -> None:
        index = self.grid.currentIndex()
        row = self._model.row(index.row()) if index.isValid() else None
        if row is not None:
            self.open_wanted.emit(row.letter_id, row.start, row.end)
