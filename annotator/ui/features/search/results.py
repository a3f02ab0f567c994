"""The hits by letter as rows: a letter, its hits in context, and at the end the way to more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.session.search.searching import Hit, LetterHits
from annotator.ui.theme.fonts import sized, text_font
from annotator.ui.theme.theme import Theme, theme_of, theme_of_palette
from annotator.ui.translate import filled
from annotator.ui.widgets.namesakes import fitting_name, full_name
from annotator.ui.widgets.pieces import paint_in_context
from annotator.ui.widgets.row_list import ENTER, ITEM, item_data, paint_ring
from annotator.ui.widgets.row_menu import Choices, give_menu
from annotator.ui.widgets.rows import Index
from annotator.ui.widgets.status import paint_status

_SIDE = 14
_MARK = 10.0
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ResultRow:
    """A row: a letter (`hit` None), one of its hits, or (`letter` None) the way to more letters."""

    letter: LetterHits | None
    hit: Hit | None = None


def rows_of(letters: Sequence[LetterHits], waiting: int) -> list[ResultRow]:
    """Return the rows of letters with their hits; the last one leads to those that wait."""
    rows: list[ResultRow] = []
    for letter in letters:
        rows.append(ResultRow(letter))
        rows += [ResultRow(letter, hit) for hit in letter.hits]
    if waiting:
        rows.append(ResultRow(None))
    return rows


class ResultsModel(QAbstractListModel):
    """The rows; what is said of one is made when it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[ResultRow] = []
        self.waiting = 0

    def show(self, letters: Sequence[LetterHits], waiting: int) -> None:
        """Show these letters; where they only grow, the cursor and the place in the list stay."""
        rows = rows_of(letters, waiting)
        kept = len(self.rows) - (1 if self.waiting else 0)
        self.waiting = waiting
        if kept and rows[:kept] == self.rows[:kept]:
            self.beginRemoveRows(QModelIndex(), kept, max(kept, len(self.rows) - 1))
            del self.rows[kept:]
            self.endRemoveRows()
            if len(rows) > kept:
                self.beginInsertRows(QModelIndex(), kept, len(rows) - 1)
                self.rows = rows
                self.endInsertRows()
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        return item_data(self.rows, index, role, self._told)

    def _told(self, row: ResultRow) -> str:
        if row.letter is None:
            return more_text(self.waiting)
        if row.hit is None:
            name = full_name(row.letter.title, row.letter.apart)
            return f"{name}: {hits_text(row.letter.count)}"
        context = row.hit.context
        return f"{where_text(row.hit)}: {context.left}{context.hit}{context.right}"


def hits_text(count: int) -> str:
    """Say how many hits there are."""
    return filled(translate("SearchPage", "{count:hit|hits}"), count=count)


def more_text(waiting: int) -> str:
    """Say how many letters are still to be looked into."""
    text = translate("SearchPage", "Show more: {count:letter|letters} to come")
    return filled(text, count=waiting)


def where_text(hit: Hit) -> str:
    """Say where a hit is."""
    text = translate("SearchPage", "p. {page} · line {line}")
    if hit.in_ocr:
        text = translate("SearchPage", "p. {page} · line {line} · OCR")
    return text.format(page=hit.page, line=hit.context.line)


class ResultDelegate(QStyledItemDelegate):
    """Paint the rows, each on one line."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, QFontMetrics(option.font).height() + 13)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = theme_of_palette(option.palette), option.rect
        row: ResultRow | None = index.data(ITEM)
        if row is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        state: QStyle.StateFlag = option.state
        if row.letter is not None and row.hit is None:
            painter.fillRect(rect, QColor(theme.hover))
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.selection))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
        inner = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        if row.letter is None:
            self._paint_more(painter, inner, index, theme, option)
        elif row.hit is None:
            self._paint_letter(painter, inner, row.letter, theme, option)
        else:
            self._paint_hit(painter, inner, row.hit, theme, option)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, QRectF(rect), theme)
        painter.restore()

    @staticmethod
    def _paint_more(
        painter: QPainter, rect: QRect, index: Index, theme: Theme, option: QStyleOptionViewItem
    ) -> None:
        painter.setFont(option.font)
        painter.setPen(QColor(theme.accent))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, str(index.data()))

    @staticmethod
    def _paint_letter(
        painter: QPainter, rect: QRect, letter: LetterHits, theme: Theme, option: QStyleOptionViewItem
    ) -> None:
        box = QRectF(rect.left(), rect.center().y() - _MARK / 2 + 0.5, _MARK, _MARK)
        paint_status(painter, box, letter.status, theme)
        aside = hits_text(letter.count)
        painter.setFont(option.font)
        painter.setPen(QColor(theme.muted))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(rect, right, aside)
        painter.setFont(sized(option.font, 1, bold=True))
        painter.setPen(QColor(theme.ink))
        room = rect.adjusted(int(_MARK) + 8, 0, -QFontMetrics(option.font).horizontalAdvance(aside) - 16, 0)
        title = fitting_name(letter.title, letter.apart, painter.fontMetrics(), room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, title)

    @staticmethod
    def _paint_hit(
        painter: QPainter, rect: QRect, hit: Hit, theme: Theme, option: QStyleOptionViewItem
    ) -> None:
        metrics = QFontMetrics(option.font)
        where = where_text(hit)
        widest = translate("SearchPage", "p. {page} · line {line}").format(page=99, line=9999)
        width = max(metrics.horizontalAdvance(widest), metrics.horizontalAdvance(where)) + 16
        painter.setFont(option.font)
        painter.setPen(QColor(theme.muted))
        room = rect.adjusted(int(_MARK) + 8, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, where)
        plain, context = text_font(), hit.context
        bold = sized(plain, 1, bold=True)
        bold.setUnderline(True)
        middle = [(context.hit, bold, theme.accent)]
        room = room.adjusted(width, 0, 0, 0)
        paint_in_context(painter, room, context.left, middle, context.right, plain, theme.ink)


class ResultList(QListView):
    """The list; Enter or a click asks for a row, Esc leaves."""

    opened = Signal(int)
    left = Signal()
    up_from_top = Signal()

    def __init__(self, name: str, model: ResultsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._hints: list[tuple[str, str]] = []
        self._note = ""
        self._results = model
        self.setAccessibleName(name)
        self.setProperty("class", "rows")
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(model)
        self.setItemDelegate(ResultDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.clicked.connect(lambda index: self.opened.emit(index.row()))
        give_menu(self, self._choices)

    def _choices(self) -> Choices:
        index = self.currentIndex()
        row: ResultRow | None = index.data(ITEM)
        if row is None:
            return ()
        if row.letter is None:
            return ((more_text(self._results.waiting), "Enter", lambda: self.opened.emit(index.row())),)
        opening = translate("SearchPage", "Open the letter")
        if row.hit is not None:
            opening = translate("SearchPage", "Go to the place")
        context = row.hit.context if row.hit is not None else None
        said = f"{context.left}{context.hit}{context.right}" if context else row.letter.title
        copying = translate("SearchPage", "Copy")
        return (
            (opening, "Enter", lambda: self.opened.emit(index.row())),
            (copying, "", lambda: QGuiApplication.clipboard().setText(said)),
        )

    def set_empty(self, hints: list[tuple[str, str]], note: str) -> None:
        """Say this where there is no row: a table of what can be typed and what it means, and a note."""
        self._hints, self._note = hints, note
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            if self.currentIndex().isValid() and not event.isAutoRepeat():
                self.opened.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.up_from_top.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount() == 0:
            self._paint_empty()

    def _paint_empty(self) -> None:
        painter, theme = QPainter(self.viewport()), theme_of(self)
        metrics, strong = self.fontMetrics(), text_font()
        step, top = metrics.height() + 7, 12
        column = max((QFontMetrics(strong).horizontalAdvance(typed) for typed, _ in self._hints), default=0)
        for typed, meaning in self._hints:
            painter.setFont(strong)
            painter.setPen(QColor(theme.ink))
            painter.drawText(_SIDE, top, column + 4, step, Qt.AlignmentFlag.AlignVCenter, typed)
            painter.setFont(self.font())
            painter.setPen(QColor(theme.muted))
            room = self.viewport().width() - column - 2 * _SIDE - 22
            said = metrics.elidedText(meaning, Qt.TextElideMode.ElideRight, max(0, room))
            painter.drawText(
                _SIDE + column + 22, top, max(0, room), step, Qt.AlignmentFlag.AlignVCenter, said
            )
            top += step
        painter.setPen(QColor(theme.muted))
        flags = Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        rect = self.viewport().rect().adjusted(_SIDE, top + (4 if self._hints else 0), -_SIDE, 0)
        painter.drawText(rect, int(flags), self._note)
