"""What became of the files of an import: rows that lead to the letter or the file; copied and saved, too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QDesktopServices, QFontMetrics, QGuiApplication, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.theme.fonts import sized
from annotator.ui.theme.theme import theme_of_palette
from annotator.ui.widgets.dialog import Dialog
from annotator.ui.widgets.key_button import KeyButton
from annotator.ui.widgets.row_list import ITEM, ItemsModel, RowList, paint_ring
from annotator.ui.widgets.rows import Index

_SIDE = 22


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A sentence of a report, or with `is_head` what the rows below it have in common.

    `letter_id` is the letter that it is about; without one `path` is its file.
    """

    text: str
    is_head: bool = False
    letter_id: int | None = None
    path: Path | None = None

    @property
    def leads(self) -> bool:
        """Tell whether the row leads anywhere."""
        return self.letter_id is not None or self.path is not None


class ImportReport(Dialog):
    """Show a report: a sentence that sums it up, and a row for each file that needs one.

    Enter or a click on a row opens its letter, or shows its file in its folder.
    """

    help_section = "importing"

    save_wanted = Signal(str)  # the whole report
    letter_wanted = Signal(int)
    duplicates_wanted = Signal()

    def __init__(
        self, summary: str, rows: Sequence[ReportRow], parent: QWidget | None = None, *, alike: bool = False
    ) -> None:
        """`alike` says that letters which came in are like others: the way to the duplicates is offered."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import"))
        self._rows = tuple(rows)
        self._text = f"{summary}\n\n{_as_text(rows)}\n"
        title = QLabel(summary, self)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        title.setFont(sized(self.font(), 1.25, bold=True))
        self._model: ItemsModel[tuple[int, ReportRow]] = ItemsModel(
            lambda row: row[0], lambda row: row[1].text
        )
        self._list = RowList(self.tr("What happened to the files"), self, on_click=True)
        self._list.setUniformItemSizes(False)
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Delegate(self._list))
        self._list.opened.connect(self._follow)
        self._list.done.connect(self.reject)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(
            lambda at: self.menu().exec(self._list.viewport().mapToGlobal(at))
        )
        self._lay_out(title, alike)
        self.resize(820, 520)
        self._model.set_items(list(enumerate(self._rows)), anew=True)
        self._list.set_current_row(next((n for n, row in enumerate(self._rows) if row.leads), 0))
        self._list.setFocus()

    def _lay_out(self, title: QLabel, alike: bool) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(_SIDE, 18, _SIDE, 14)
        head.addWidget(title)
        foot = QHBoxLayout()
        foot.setContentsMargins(_SIDE, 10, _SIDE, 14)
        foot.setSpacing(10)
        close = KeyButton(self.tr("Close"), "Esc", self)
        close.clicked.connect(self.reject)
        copy, save = QPushButton(self.tr("&Copy"), self), QPushButton(self.tr("&Save as text…"), self)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._text))
        save.clicked.connect(lambda: self.save_wanted.emit(self._text))
        if alike:
            duplicates = QPushButton(self.tr("See the &duplicates…"), self)
            duplicates.clicked.connect(self._to_duplicates)
            duplicates.setAutoDefault(False)
            foot.addWidget(duplicates)
        for button in (copy, save):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(close)
        for button in (copy, save, close):
            button.setAutoDefault(False)
        self.lay_in_rows(head, self._list, foot)

    # --- where rows lead ----------------------------------------------------------------------------

    def _follow(self, number: int) -> None:
        row = self._rows[number]
        if row.letter_id is not None:
            self.accept()
            self.letter_wanted.emit(row.letter_id)
        elif row.path is not None:
            self._show_file(row.path)

    def _show_file(self, path: Path) -> None:
        there = path if path.is_dir() else path.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(there)))

    def _to_duplicates(self) -> None:
        self.accept()
        self.duplicates_wanted.emit()

    def menu(self) -> QMenu:
        """Return what can be done with the current row."""
        menu, number = QMenu(self), self._list.current_row()
        if number < 0:
            return menu
        row = self._rows[number]
        if row.letter_id is not None:
            menu.addAction(self.tr("Open the letter"), lambda: self._follow(number))
        if row.path is not None:
            path = row.path
            menu.addAction(self.tr("Show the file in its folder"), lambda: self._show_file(path))
        menu.addSeparator()
        menu.addAction(self.tr("Copy this line"), lambda: QGuiApplication.clipboard().setText(row.text))
        return menu


def _as_text(rows: Sequence[ReportRow]) -> str:
    lines: list[str] = []
    for row in rows:
        lines += [*([""] if row.is_head and lines else []), row.text]
    return "\n".join(lines)


class _Delegate(QStyledItemDelegate):
    """Paint a row, with line breaks where it is long; what leads somewhere has an arrow."""

    def __init__(self, rows: RowList) -> None:
        super().__init__(rows)
        self._view = rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: ReportRow = index.data(ITEM)[1]
        metrics = QFontMetrics(sized(option.font, 1, bold=row.is_head))
        room = QRect(0, 0, max(80, self._view.viewport().width() - 2 * _SIDE - 24), 10_000)
        high = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), row.text).height()
        return QSize(80, high + (22 if row.is_head else 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ReportRow = index.data(ITEM)[1]
        theme, rect, state = theme_of_palette(option.palette), option.rect, option.state
        painter.save()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if row.leads and (chosen or state & QStyle.StateFlag.State_MouseOver):
            painter.fillRect(rect, QColor(theme.selection if chosen else theme.hover))
        painter.setFont(sized(option.font, 1, bold=row.is_head))
        painter.setPen(QColor(theme.ink))
        room = rect.adjusted(_SIDE, 12 if row.is_head else 6, -_SIDE - 24, 0)
        painter.drawText(room, int(Qt.TextFlag.TextWordWrap), row.text)
        if row.leads:
            painter.setPen(QColor(theme.accent))
            aside = rect.adjusted(0, 0, -_SIDE, 0)
            painter.drawText(aside, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "›")
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, QRectF(rect), theme)
        painter.restore()
