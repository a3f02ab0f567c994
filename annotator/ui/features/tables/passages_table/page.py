"""The table of all passages: by tag, filtered, exported, and a jump to the place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.core.codebook import Codebook
from annotator.storage.passage_table import LEARNT, PassageQuery, PassageRow
from annotator.ui.features.tables.passages_table.model import (
    AFTER,
    BEFORE,
    LETTER,
    PASSAGE,
    ROW,
    TAG,
    Index,
    PassagesModel,
)
from annotator.ui.features.tables.table_page import ContextOf, NameDelegate, TablePage, underline_proposed
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.badge import paint_swatch
from annotator.ui.widgets.decision_buttons import HoverDecisions
from annotator.ui.widgets.evidence_side import EvidenceSide
from annotator.ui.widgets.key_button import KeyButton
from annotator.ui.widgets.namesakes import full_name
from annotator.ui.widgets.row_menu import Choices

_SORTS = {LETTER: "letter", TAG: "tag", PASSAGE: "quote"}
_WIDTHS = {LETTER: 170, TAG: 130, BEFORE: 150, PASSAGE: 300, AFTER: 150}


class PassageDelegate(NameDelegate):
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
            underline_proposed(painter, rect, theme)


@dataclass(frozen=True, slots=True)
class PassagesPlace:
    """Where the table was left: what was asked for, and the row that was current."""

    query: PassageQuery
    row: int


class PassagesTable(TablePage):
    """Show all passages; ask for others, for an export, for a place.

    What `decide_wanted` tells are the ids of passages.
    """

    command = "passages_table"
    export_wanted = Signal()

    def __init__(
        self,
        model: PassagesModel,
        codebook: Codebook,
        language: str,
        context_of: ContextOf,
        parent: QWidget | None = None,
    ) -> None:
        hint = self.tr("Filter: words of the passage")
        super().__init__(self.tr("All passages"), hint, context_of, parent)
        self._model = model
        self._sort = ("letter", False)
        self._row = 0  # where the table goes when its rows have come
        tags = [(tag.name(language), tag.id) for tag in codebook.passage_tags]
        self._tag = self._choice(self.tr("Tag"), [(self.tr("All tags"), ""), *tags])
        self._state = self._choice(
            self.tr("State"),
            (
                (self.tr("Proposed and confirmed"), ""),
                (self.tr("Confirmed"), "confirmed"),
                (self.tr("Proposed"), "proposed"),
                (self.tr("Proposed, learnt"), LEARNT),
            ),
        )
        self._make_grid(self.tr("Passages"), model)
        self._side = EvidenceSide(self.tr("Place in the letter"), self._help(), self)
        self._set_up_grid()
        self._confirm = KeyButton(self.tr("Confirm the selected"), "C", self)
        self._turn_down = KeyButton(self.tr("Turn down"), "Shift+Delete", self)
        self._open = KeyButton(self.tr("Go to the place"), "Enter", self)
        self._export = KeyButton(self.tr("Save as CSV…"), "Ctrl+S", self)
        buttons = (self._confirm, self._turn_down, self._open, self._export)
        self._lay_out((self._tag, self._state), self._side, buttons, self._side.sizeHint().width())
        for column, width in _WIDTHS.items():
            self.grid.setColumnWidth(column, width)
        self._wire_all()

    def _set_up_grid(self) -> None:
        grid = self.grid
        grid.setItemDelegate(PassageDelegate(grid))
        hover = HoverDecisions(grid, self._is_open)
        hover.confirm_wanted.connect(lambda index: self._decide_at(index, turn_down=False))
        hover.turn_down_wanted.connect(lambda index: self._decide_at(index, turn_down=True))
        grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        grid.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        head = grid.horizontalHeader()
        head.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        head.setStretchLastSection(True)

    def _wire_all(self) -> None:
        self._wire((self._tag, self._state), self._confirm, self._open)
        self._turn_down.clicked.connect(lambda: self._ask_to_decide(turn_down=True))
        self.grid.edit_wanted.connect(self._ask_to_open)
        self.grid.doubleClicked.connect(lambda _: self._ask_to_open())
        self._export.clicked.connect(self.export_wanted.emit)
        self._add_keys("Ctrl+S", self._export.click)

    def query(self) -> PassageQuery:
        """Return which passages are wanted, in which order."""
        return PassageQuery(
            self._filter.text(), self._tag.currentData(), self._state.currentData(), *self._sort
        )

    def set_ids(self, ids: Sequence[int]) -> None:
        """Show these passages."""
        self._model.set_ids(ids)
        self._count.setText(self.tr("%Ln passage(s)", "", len(ids)))
        filtered = self._filter.text().strip() or self._tag.currentIndex() or self._state.currentIndex()
        self.grid.show_note(
            self.tr("No passage fits the filters. Clear them to see all passages.")
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
        self._take(query.text, (self._tag, query.tag), (self._state, query.state))
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
            found = self._context_of(row.letter_id, row.start, row.end)
            self._side.show_place(full_name(row.title, row.apart), found)

    def _choices(self) -> Choices:
        row = self._model.row(self.grid.currentIndex().row())
        if row is None:
            return ()
        proposed, decide = row.proposed, self._ask_to_decide
        return (
            (self.tr("Confirm"), "C", (lambda: decide(turn_down=False)) if proposed else None),
            (self.tr("Turn down"), "Shift+Delete", (lambda: decide(turn_down=True)) if proposed else None),
            None,
            (self.tr("Go to the place"), "Enter", self._ask_to_open),
            (self.tr("Copy the passage"), "", lambda: self._copy(row.quote)),
            None,
            (self.tr("Only this tag"), "", lambda: self._tag.setCurrentIndex(self._tag.findData(row.tag))),
        )

    def _sort_by(self, column: int) -> None:
        if column not in _SORTS:
            self._show_sort()
            return
        self._turn_order(_SORTS[column])
        self._show_sort()
        self._ask()

    def _show_sort(self) -> None:
        self._show_order(next(number for number, sort in _SORTS.items() if sort == self._sort[0]))

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

    def _is_open(self, index: Index) -> bool:
        row = self._model.row(index.row()) if index.column() == PASSAGE else None
        return row is not None and row.proposed

    def _decide_at(self, index: Index, *, turn_down: bool) -> None:
        self.stay()
        self.decide_wanted.emit([self._model.ids()[index.row()]], turn_down)

    def _ask_to_open(self) -> None:
        index = self.grid.currentIndex()
        row = self._model.row(index.row()) if index.isValid() else None
        if row is not None:
            self.open_wanted.emit(row.letter_id, row.start, row.end)
