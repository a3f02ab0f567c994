"""The panel with the letters: how many are done, a filter, the statuses, the list."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QLocale, QModelIndex, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from annotator.core.codebook import Codebook
from annotator.core.statuses import STATUSES
from annotator.storage.letter_list import ALL_LETTERS, LetterFilter
from annotator.ui.features.letters.conditions import Conditions
from annotator.ui.features.letters.model import LettersModel, LetterSource
from annotator.ui.features.letters.rows import LetterDelegate, told
from annotator.ui.features.letters.table import RowTable
from annotator.ui.theme.theme import theme_of
from annotator.ui.translate import filled
from annotator.ui.widgets.chip import Chip
from annotator.ui.widgets.flow import FlowLayout
from annotator.ui.widgets.icons import icon
from annotator.ui.widgets.key_cap import key_text
from annotator.ui.widgets.panel_header import PanelHeader
from annotator.ui.widgets.row_list import ENTER
from annotator.ui.widgets.status import status_name
from annotator.ui.widgets.text_fields import LineField

_FILTER_PAUSE = 150  # ms without a key before the list is read anew
_REFRESH_PAUSE = 250  # ms in which several changes of letters become one reading
_STEPS = 1000  # of the progress bar


class LettersList(QWidget):
    """Show the project's letters; ask for one by a click or Enter, which also gives the text the keys."""

    help_section = "letters"

    letter_wanted = Signal(int)
    filter_changed = Signal(object)  # LetterFilter
    left = Signal()
    rename_wanted = Signal(int)
    removal_wanted = Signal(list)  # of ids
    menu_wanted = Signal(QPoint)  # on the screen
    statuses_wanted = Signal(int, QPoint)  # of a letter

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: LetterSource | None = None
        self._counts: Mapping[str, int] = {}
        self._stale: set[int] = set()
        self._import_key = "Ctrl+I"
        self._model = LettersModel(told)
        self._build()
        self._filter_timer = self._timer(_FILTER_PAUSE, self._apply_filter)
        self._refresh_timer = self._timer(_REFRESH_PAUSE, self._refresh_stale)
        self._filter.installEventFilter(self)
        self._filter.textChanged.connect(lambda _: self._filter_timer.start())
        self._chips.buttonClicked.connect(lambda _: self._apply_filter())
        self._more.triggered.connect(self.open_conditions)
        self._conditions.changed.connect(self._apply_filter)
        self._table.opened.connect(self._open)
        self._table.clicked.connect(self._clicked)
        self._table.rename_wanted.connect(lambda: self.rename_wanted.emit(self.chosen()[0]))
        self._table.removal_wanted.connect(lambda: self.removal_wanted.emit(self.chosen()))
        self._table.mark_clicked.connect(self._mark_clicked)
        self._table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._table.customContextMenuRequested.connect(
            lambda place: self.menu_wanted.emit(self._table.viewport().mapToGlobal(place))
        )
        self._table.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        self._table.typed.connect(self._type_in_filter)
        self._table.left.connect(self.left)
        self._show_counts()

    def _build(self) -> None:
        self._header = PanelHeader(self.tr("Letters"), parent=self)
        self._filter = self._filter_field()
        self._filter.installEventFilter(self)
        self._chips = QButtonGroup(self)
        self._progress = QProgressBar(self)
        self._progress.setRange(0, _STEPS)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Share of the letters that is done"))
        self._delegate = LetterDelegate(self)
        self._table = RowTable(self.tr("Letters"), self._model, self._delegate, self)
        self.setFocusProxy(self._table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addLayout(self._tools())
        column.addWidget(self._table, 1)
        QWidget.setTabOrder(self._filter, self._table)

    def _filter_field(self) -> LineField:
        field = LineField(self)
        field.setPlaceholderText(self.tr("Filter…"))
        field.setAccessibleName(self.tr("Filter the letters by title or file"))
        field.setClearButtonEnabled(True)
        self._glass = field.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self._more = field.addAction(QIcon(), QLineEdit.ActionPosition.TrailingPosition)
        self._more.setToolTip(self.tr("Filter by tag, field or what is left to do"))
        return field

    def _tools(self) -> QVBoxLayout:
        tools = QVBoxLayout()
        tools.setContentsMargins(12, 10, 12, 10)
        tools.setSpacing(9)
        tools.addWidget(self._filter)
        chips = QWidget(self)
        flow = FlowLayout(chips, across=5, down=3)
        flow.setContentsMargins(0, 0, 0, 0)
        for number in range(len(STATUSES) + 1):
            chip = Chip("", chips, checked=number == 0)
            self._chips.addButton(chip, number)
            flow.addWidget(chip)
        tools.addWidget(chips)
        self._conditions = Conditions(self)
        tools.addWidget(self._conditions)
        tools.addWidget(self._progress)
        return tools

    def _timer(self, pause: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(pause)
        timer.timeout.connect(then)
        return timer

    # --- what the window says -----------------------------------------------------------------------

    def set_source(self, source: LetterSource | None, listed: LetterFilter = ALL_LETTERS) -> None:
        """Show the letters of a project, from the top: those that are to be listed; None shows none."""
        self._source = source
        self._model.show(
            None, LetterFilter()
        )  # nothing is asked of the source that was there: it may be closed
        self._delegate.here = None
        self._filter.setText(listed.text)
        self._filter_timer.stop()
        self._conditions.set_wanted(listed)
        status = STATUSES.index(listed.status) + 1 if listed.status in STATUSES else 0
        self._chips.button(status).setChecked(True)
        self.reload()

    def reload(self) -> None:
        """Read the list anew: letters came or went. The cursor stays on its letter."""
        kept = self._model.line(self._table.current_row())
        self._counts = self._source.status_counts() if self._source else {}
        self._show(self.wanted())
        self._put_cursor_on(kept.id if kept else self._delegate.here)
        self._show_counts()

    def set_current(self, letter_id: int | None) -> None:
        """Mark the open letter and bring it into view."""
        self._delegate.here = letter_id
        self._put_cursor_on(letter_id)
        self._table.viewport().update()

    def refresh_later(self, letter_id: int) -> None:
        """Read a letter's line anew in a moment: it changed."""
        self._stale.add(letter_id)
        self._refresh_timer.start()

    def first_letter(self) -> int | None:
        """Return the letter at the top of the list."""
        line = self._model.line(0)
        return line.id if line else None

    def chosen(self) -> list[int]:
        """Return the ids of the letters that are chosen in the list, in its order."""
        rows = self._table.chosen_rows() or [self._table.current_row()]
        return [self._model.id_at(row) for row in rows if row >= 0]

    def has_keys(self) -> bool:
        """Tell whether the list has the keys."""
        return self._table.hasFocus()

    def wanted(self) -> LetterFilter:
        """Return the filter as it stands in the panel."""
        number = self._chips.checkedId()
        status = STATUSES[number - 1] if number > 0 else None
        return self._conditions.wanted(self._filter.text().strip(), status)

    def set_codebook(self, codebook: Codebook, language: str) -> None:
        """Offer the tags and fields of a codebook to filter by."""
        self._conditions.set_codebook(codebook, language)

    def filter_by(self, wanted: LetterFilter) -> None:
        """Show the letters that pass a filter, with what it says on the chips; the list has the keys."""
        self._filter.setText(wanted.text)
        self._chips.button(STATUSES.index(wanted.status) + 1 if wanted.status else 0).setChecked(True)
        self._conditions.set_wanted(wanted)
        self._apply_filter()
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_conditions(self) -> None:
        """Offer what else the list can be filtered by."""
        self._conditions.open_menu(self._filter.mapToGlobal(QPoint(0, self._filter.height() + 2)))

    def set_import_key(self, keys: str) -> None:
        """Say which key imports letters, where there are none yet."""
        self._import_key = key_text(keys)
        if self._model.rowCount() == 0:
            self._show(self._model.wanted)

    def focus_filter(self) -> None:
        """Give the filter the keys."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    # --- showing ------------------------------------------------------------------------------------

    def _show(self, wanted: LetterFilter) -> None:
        self._model.show(self._source, wanted)
        empty = self.tr("Nothing found.")
        if wanted == LetterFilter():
            empty = self.tr("No letters yet: drop files here, or press {key}.").format(key=self._import_key)
        self._table.set_empty_text(empty if self._source is not None else "")

    def _apply_filter(self) -> None:
        self._filter_timer.stop()
        wanted = self.wanted()
        if wanted == self._model.wanted:
            return
        self._show(wanted)
        self._put_cursor_on(self._delegate.here)
        self.filter_changed.emit(wanted)

    def _put_cursor_on(self, letter_id: int | None) -> None:
        self._table.set_current_row(-1 if letter_id is None else self._model.row_of(letter_id))

    def _refresh_stale(self) -> None:
        stale, self._stale = self._stale, set()
        source = self._source
        if source is None:
            return
        for letter_id in stale:
            known = self._model.known(letter_id)
            if known is None or (line := source.letter_line(letter_id)) is None:
                continue
            if line.title != known.title:  # others of the old title or the new one may read otherwise now
                self.reload()
                return
            self._model.refresh(line)
        self._counts = source.status_counts()
        self._show_counts()

    def _show_counts(self) -> None:
        number = QLocale().toString
        total, done = sum(self._counts.values()), self._counts.get("done", 0)
        text = filled(self.tr("{done:,} of {total:,} done"), done=done, total=total)
        self._header.set_detail(text if total else "")
        self._progress.setValue(round(_STEPS * done / total) if total else 0)
        self._chips.button(0).setText(self.tr("All"))
        for place, status in enumerate(STATUSES, 1):
            chip, count = self._chips.button(place), self._counts.get(status, 0)
            chip.setText(f"{status_name(status)} {number(count)}")
            chip.updateGeometry()

    # --- keys ---------------------------------------------------------------------------------------

    def _mark_clicked(self, row: int, place: QPoint) -> None:
        line = self._model.line(row)
        if line is not None:
            self.statuses_wanted.emit(line.id, place)

    def _clicked(self, index: QModelIndex) -> None:
        if len(self._table.chosen_rows()) == 1:  # with Shift or Ctrl it chooses
            self._want(index.row())

    def _show_chosen(self) -> None:
        """Say how many are chosen, where there are several."""
        count, was_several = len(self._table.chosen_rows()), self._delegate.several
        self._delegate.several = count > 1
        if count > 1:
            self._header.set_detail(filled(self.tr("{n:,} chosen"), n=count))
        elif was_several:
            self._show_counts()
        self._table.viewport().update()

    def _want(self, row: int) -> None:
        line = self._model.line(row)
        if line is not None:
            self.letter_wanted.emit(line.id)

    def _open(self, row: int) -> None:
        self._want(row)
        self.left.emit()

    def _type_in_filter(self, text: str) -> None:
        self._filter.setFocus(Qt.FocusReason.OtherFocusReason)
        self._filter.setText(self._filter.text() + text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._filter and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.KeyPress:
                return self._filter_key(event)
            if event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()  # Esc clears the filter before it means anything to the window
        return super().eventFilter(watched, event)

    def _filter_key(self, event: QKeyEvent) -> bool:
        """Take the keys that mean something to the list while the filter is typed in."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self._filter.text():
            self._filter.clear()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
            self._apply_filter()
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)
            self._table.set_current_row(max(0, self._table.current_row()))
        elif key in ENTER:
            self._apply_filter()
            self._open(max(0, self._table.current_row()))
        else:
            return False
        return True

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self._show_icons()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self._show_icons()

    def _show_icons(self) -> None:
        self._glass.setIcon(icon("search", theme_of(self).muted))
        self._more.setIcon(icon("more", theme_of(self).muted))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(theme_of(self).panel))

    def sizeHint(self) -> QSize:
        return QSize(270, 600)
