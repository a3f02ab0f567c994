"""The table of all passages: by tag, filtered, exported, and a jump to the place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPalette, QPen, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.codebook import Codebook
from annotator.storage.letter_table import Context
from annotator.storage.passage_table import PassageQuery, PassageRow
from annotator.ui.features.tables.passages_table.model import (
    BEFORE,
    LETTER,
    PASSAGE,
    ROW,
    TAG,
    Index,
    PassagesModel,
)
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.badge import paint_swatch
from annotator.ui.widgets.decision_grid import DecisionGrid
from annotator.ui.widgets.dialog import Dialog
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.evidence_side import EvidenceSide
from annotator.ui.widgets.key_button import KeyButton
from annotator.ui.widgets.separator import Separator
from annotator.ui.widgets.text_fields import LineField

_PAUSE_MS = 250
_SORTS = {LETTER: "letter", TAG: "tag", PASSAGE: "quote"}
_WIDTHS = {LETTER: 170, TAG: 130, BEFORE: 150, PASSAGE: 300}
ContextOf = Callable[[int, int, int], Context | None]


class PassageDelegate(QStyledItemDelegate):
    """Paint a proposed passage in the accent colour over a dashed line, and the colour of each tag."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = theme_of(option.widget)
        row: PassageRow | None = index.data(ROW)
        proposed = row is not None and row.proposed and index.column() == PASSAGE
        colour = theme.accent if proposed else theme.ink if index.column() == PASSAGE else theme.muted
        option.palette.setColor(QPalette.ColorRole.Text, QColor(colour))
        option.palette.setColor(QPalette.ColorRole.HighlightedText, QColor(colour))
        if index.column() == BEFORE:
            option.textElideMode = Qt.TextElideMode.ElideLeft  # what stands next to the passage is to be read
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


@dataclass(frozen=True, slots=True)
class PassagesPlace:
    """Where the table was left: what was asked for, and the row that was current."""

    query: PassageQuery
    row: int


class PassagesTable(Dialog):
    """Show all passages; ask for others, for an export, for a place."""

    query_changed = Signal(object)  # PassageQuery
    decide_wanted = Signal(object, bool)  # ids of passages; whether to turn them down
    undo_wanted = Signal(bool)  # back, or on
    export_wanted = Signal()
    open_wanted = Signal(int, int, int)  # letter, start, end

    def __init__(
        self,
        model: PassagesModel,
        codebook: Codebook,
        language: str,
        context_of: ContextOf,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("All passages"))
        self._model, self._context_of = model, context_of
        self._sort = ("letter", False)
        self._row = 0  # where the table goes when its rows have come
        self._filter = LineField(self)
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
        self.grid = DecisionGrid(self)
        self._side = EvidenceSide(self.tr("Place in the letter"), self._help(), self)
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
        grid.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
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
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.grid)
        split.addWidget(self._side)
        split.setStretchFactor(0, 1)
        self._confirm = KeyButton(self.tr("Confirm the selected"), "C", self)
        self._turn_down = KeyButton(self.tr("Turn down"), "Shift+Delete", self)
        self._open = KeyButton(self.tr("Go to the place"), "Enter", self)
        self._export = KeyButton(self.tr("Save as CSV…"), "Ctrl+S", self)
        self._close = KeyButton(self.tr("Close"), "Esc", self)
        self._said = ElidedLabel(parent=self, tone="muted")
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 16, 12)
        foot.setSpacing(10)
        for button in (self._confirm, self._turn_down, self._open, self._export, self._close):
            button.setAutoDefault(False)
        for button in (self._confirm, self._turn_down, self._open, self._export):
            foot.addWidget(button)
        foot.addWidget(self._said, 1)
        foot.addWidget(self._close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(Separator(parent=self))
        whole.addWidget(split, 1)
        whole.addWidget(Separator(parent=self))
        whole.addLayout(foot)
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.size()
        self.resize(max(760, room.width() - 60), max(480, room.height() - 60))
        split.setSizes([self.width() - self._side.sizeHint().width(), self._side.sizeHint().width()])
        for column, width in _WIDTHS.items():
            self.grid.setColumnWidth(column, width)

    def _wire(self) -> None:
        self._timer.timeout.connect(self._ask)
        self._filter.textChanged.connect(lambda _: self._timer.start())
        self._tag.currentIndexChanged.connect(lambda _: self._ask())
        self._state.currentIndexChanged.connect(lambda _: self._ask())
        self.grid.horizontalHeader().sectionClicked.connect(self._sort_by)
        self.grid.selectionModel().currentChanged.connect(lambda *_: self._show_context())
        self.grid.confirm_wanted.connect(lambda: self._ask_to_decide(turn_down=False))
        self.grid.turn_down_wanted.connect(lambda: self._ask_to_decide(turn_down=True))
        self._confirm.clicked.connect(lambda: self._ask_to_decide(turn_down=False))
        self._turn_down.clicked.connect(lambda: self._ask_to_decide(turn_down=True))
        self.grid.undo_wanted.connect(lambda: self.undo_wanted.emit(True))
        self.grid.redo_wanted.connect(lambda: self.undo_wanted.emit(False))
        self.grid.open_wanted.connect(self._ask_to_open)
        self.grid.edit_wanted.connect(self._ask_to_open)
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
        filtered = self._filter.text().strip() or self._tag.currentIndex() or self._state.currentIndex()
        self.grid.show_note(
            self.tr("No passage is like that. Take the filters away to see all of them.")
            if filtered
            else self.tr(
                "There are no passages yet. The program proposes some when a letter is opened, or for all"
                " letters at once; in the text a tag's key makes one of what is selected."
            )
        )
        if ids:
            row, self._row = min(self._row, len(ids) - 1), 0
            self.grid.selectionModel().setCurrentIndex(
                self._model.index(row, 0),
                QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
            )
            self.grid.scrollTo(self._model.index(row, 0))
        self._show_context()

    def place(self) -> PassagesPlace:
        """Return where the table is: to come back to."""
        return PassagesPlace(self.query(), max(0, self.grid.currentIndex().row()))

    def come_back(self, place: PassagesPlace) -> None:
        """Show again what was asked for, and go to that row once the passages are there."""
        query, self._row = place.query, place.row
        for widget in (self._filter, self._tag, self._state):
            widget.blockSignals(True)
        self._filter.setText(query.text)
        self._tag.setCurrentIndex(max(0, self._tag.findData(query.tag)))
        self._state.setCurrentIndex(max(0, self._state.findData(query.state)))
        for widget in (self._filter, self._tag, self._state):
            widget.blockSignals(False)
        self._sort = (query.sort, query.descending)
        self._show_sort()

    def stay(self) -> None:
        """Go to the same row again when rows come anew."""
        self._row = max(0, self.grid.currentIndex().row())

    def _help(self) -> str:
        return self.tr(
            "Dashed: proposed by the program, nobody has decided yet.\n"
            "C confirms what is selected, Shift+Delete turns it down. Shift+arrows select more, Ctrl+A all"
            " that are shown. Ctrl+Z undoes."
        )

    def _show_context(self) -> None:
        index = self.grid.currentIndex()
        row = self._model.row(index.row()) if index.isValid() else None
        if row is None:
            self._side.show_place("", None)
        else:
            self._side.show_place(row.title, self._context_of(row.letter_id, row.start, row.end))

    def say(self, text: str) -> None:
        """Say beside the buttons what was done."""
        self._said.set_text(text)

    def _ask(self) -> None:
        self._timer.stop()
        self.query_changed.emit(self.query())

    def _sort_by(self, column: int) -> None:
        if column not in _SORTS:
            self._show_sort()
            return
        name = _SORTS[column]
        descending = self._sort[0] == name and not self._sort[1]
        self._sort = (name, descending)
        self._show_sort()
        self._ask()

    def _show_sort(self) -> None:
        name, descending = self._sort
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        column = next(number for number, sort in _SORTS.items() if sort == name)
        self.grid.horizontalHeader().setSortIndicator(column, order)

    def _ask_to_decide(self, *, turn_down: bool) -> None:
        ids = self._model.ids()
        rows: set[int] = set()
        for stretch, _ in self.grid.chosen():
            rows.update(stretch)
        if not rows:
            self.say(self.tr("Nothing proposed is selected."))
            return
        # What is decided goes away where proposals alone are shown; else the next row comes.
        goes = self._state.currentData() == "proposed" or turn_down
        self._row = min(rows) if goes else max(rows) + (len(rows) == 1)
        self.decide_wanted.emit([ids[row] for row in sorted(rows)], turn_down)

    def _ask_to_open(self) -> None:
        index = self.grid.currentIndex()
        row = self._model.row(index.row()) if index.isValid() else None
        if row is not None:
            self.open_wanted.emit(row.letter_id, row.start, row.end)
