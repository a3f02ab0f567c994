"""What the table of letters and that of passages have in common: filter, choices, grid, evidence, buttons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QAbstractItemModel, QRect, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.storage.letter_table import Context
from annotator.ui.features.tables.pieces import NAME
from annotator.ui.theme.theme import Theme
from annotator.ui.widgets.decision_grid import DecisionGrid
from annotator.ui.widgets.elided_label import ElidedLabel
from annotator.ui.widgets.evidence_side import EvidenceSide
from annotator.ui.widgets.key_button import KeyButton
from annotator.ui.widgets.namesakes import fitting_name
from annotator.ui.widgets.row_menu import Choices, give_menu
from annotator.ui.widgets.rows import Index
from annotator.ui.widgets.stage_page import StagePage
from annotator.ui.widgets.text_fields import LineField

_PAUSE_MS = 250
_SIDE_LEAST = 240  # pixels
ContextOf = Callable[[int, int, int], Context | None]


class TablePage(StagePage):
    """Ask for other rows as filter, choices and order are changed; ask for what changes the rows.

    The table itself makes its widgets in the order in which Tab goes through them: the filter is there, then
    come its choices, the grid, the evidence beside it and the buttons. `context_of` gives the text around an
    evidence.
    """

    help_section = "tables"

    query_changed = Signal(object)  # the table's query
    decide_wanted = Signal(object, bool)  # what is meant; whether to turn it down
    undo_wanted = Signal(bool)  # back, or on
    open_wanted = Signal(int, int, int)  # letter, start and end of the place (-1: none)

    def __init__(self, title: str, hint: str, context_of: ContextOf, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._context_of = context_of
        self._sort = ("", False)
        self._filter = LineField(self)
        self._filter.setPlaceholderText(hint)
        self._filter.setAccessibleName(self.tr("Filter"))
        self._filter.setClearButtonEnabled(True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._ask)

    def query(self) -> object:
        """Return which rows are wanted, in which order."""
        raise NotImplementedError

    def say(self, text: str) -> None:
        """Say beside the buttons what was done."""
        self._said.set_text(text)

    # ---- making it

    def _choice(self, name: str, choices: Iterable[tuple[str, str]]) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        for shown, value in choices:
            box.addItem(shown, value)
        return box

    def _make_grid(self, name: str, model: QAbstractItemModel) -> None:
        self._count = QLabel(self)
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        grid = self.grid = DecisionGrid(self)
        grid.setAccessibleName(name)
        grid.setModel(model)
        grid.setWordWrap(False)
        grid.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        grid.setTabKeyNavigation(False)
        grid.verticalHeader().setDefaultSectionSize(grid.fontMetrics().height() + 14)
        grid.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = grid.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)

    def _lay_out(
        self, choices: Sequence[QComboBox], side: EvidenceSide, buttons: Sequence[KeyButton], aside: int
    ) -> None:
        """Lay all of it out; `aside` is the width of what stands beside the grid."""
        self._said = ElidedLabel(parent=self, tone="muted")
        self._said.setObjectName("said")
        head = self.top(self._filter, *choices, self._count)
        head.setStretchFactor(self._filter, 8)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.grid)
        split.addWidget(side)
        split.setStretchFactor(0, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 16, 12)
        foot.setSpacing(10)
        for button in buttons:
            button.setAutoDefault(False)
        for button in buttons:
            foot.addWidget(button)
        foot.addWidget(self._said, 1)
        self.lay_in_rows(head, split, foot)
        side.setMinimumWidth(min(aside, _SIDE_LEAST))
        split.setSizes([10 * aside, aside])
        self.begin_at(self.grid)

    def _wire(self, choices: Sequence[QComboBox], confirm: KeyButton, opening: KeyButton) -> None:
        grid = self.grid
        self._filter.textChanged.connect(lambda _: self._timer.start())
        for box in choices:
            box.currentIndexChanged.connect(lambda _: self._ask())
        grid.horizontalHeader().sectionClicked.connect(self._sort_by)
        grid.selectionModel().currentChanged.connect(lambda *_: self._show_context())
        grid.confirm_wanted.connect(lambda: self._ask_to_decide(turn_down=False))
        grid.turn_down_wanted.connect(lambda: self._ask_to_decide(turn_down=True))
        grid.undo_wanted.connect(lambda: self.undo_wanted.emit(True))
        grid.redo_wanted.connect(lambda: self.undo_wanted.emit(False))
        grid.open_wanted.connect(self._ask_to_open)
        self._add_keys("Ctrl+F", lambda: self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason))
        give_menu(grid, self._choices)
        confirm.clicked.connect(lambda: self._ask_to_decide(turn_down=False))
        opening.clicked.connect(self._ask_to_open)

    def take_command(self, command_id: str) -> bool:
        """Undo and redo are of the table too; looking for something is filtering it."""
        if command_id in ("undo", "redo"):
            self.undo_wanted.emit(command_id == "undo")
        elif command_id == "find":
            self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return command_id in ("undo", "redo", "find")

    # ---- what is asked

    def _ask(self) -> None:
        self._timer.stop()
        self.query_changed.emit(self.query())

    def _take(self, text: str, *chosen: tuple[QComboBox, str]) -> None:
        """Show again what was asked for, and ask for nothing."""
        with QSignalBlocker(self._filter):
            self._filter.setText(text)
        for box, value in chosen:
            with QSignalBlocker(box):
                box.setCurrentIndex(max(0, box.findData(value)))

    def _turn_order(self, name: str) -> None:
        """Sort by something, and the other way round where it is sorted by that already."""
        self._sort = (name, self._sort == (name, False))

    def _show_order(self, column: int) -> None:
        order = Qt.SortOrder.DescendingOrder if self._sort[1] else Qt.SortOrder.AscendingOrder
        self.grid.horizontalHeader().setSortIndicator(column, order)

    # ---- what each table does in its own way

    def _choices(self) -> Choices:
        """Return what can be done with the current row."""
        raise NotImplementedError

    def _copy(self, text: object) -> None:
        QGuiApplication.clipboard().setText(str(text or ""))

    def _sort_by(self, column: int) -> None:
        raise NotImplementedError

    def _show_context(self) -> None:
        raise NotImplementedError

    def _ask_to_decide(self, *, turn_down: bool) -> None:
        raise NotImplementedError

    def _ask_to_open(self) -> None:
        raise NotImplementedError


class NameDelegate(QStyledItemDelegate):
    """Show a letter's title so that what tells it from others of that title is never cut away."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        name: tuple[str, str] | None = index.data(NAME)
        if name is not None:
            title, apart = name
            room = option.rect.width() - 12  # what Qt leaves free beside a text
            option.text = fitting_name(title, apart, QFontMetrics(option.font), room)


def underline_proposed(painter: QPainter, rect: QRect, theme: Theme) -> None:
    """Draw the dashed line under what is proposed."""
    painter.save()
    painter.setPen(QPen(QColor(theme.accent), 1, Qt.PenStyle.DashLine))
    painter.drawLine(rect.left() + 6, rect.bottom() - 4, rect.right() - 8, rect.bottom() - 4)
    painter.restore()
