"""The places of a word: ticked or not, the letter, the image from its page, and the change in its context."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QDate,
    QEvent,
    QLocale,
    QObject,
    QPoint,
    QRect,
    QRectF,
    QSize,
    QStringListModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.session.words.review_words import WordPlace
from annotator.ui.theme.fonts import sized
from annotator.ui.theme.theme import theme_of_palette
from annotator.ui.widgets.namesakes import full_name
from annotator.ui.widgets.row_list import ITEM, RowList, paint_ring
from annotator.ui.widgets.rows import Index
from annotator.ui.widgets.ticks import BOX, SIDE, paint_change, paint_tick, ticked_row

IMAGE = QSize(250, 34)  # pixels
_WHERE = 178  # pixels for the letter's title
_IMAGES_KEPT = 400
_PAUSE = 120  # ms of rest before images are asked for
_BREAK = re.compile(r"\s*\n\s*")
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
translate = QCoreApplication.translate


class PlacesModel(QStringListModel):
    """The places of one word; what is said of one is made when it is asked for. Rows are counted by Qt."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.places: Sequence[WordPlace] = ()
        self.becomes = ""
        self.unticked: set[int] = set()
        self.images: OrderedDict[int, QImage] = OrderedDict()
        self.has_images = False

    def show(self, places: Sequence[WordPlace], unticked: Iterable[int]) -> None:
        """Show the places of another word."""
        self.places, self.unticked = places, set(unticked)
        self.images.clear()
        self.has_images = False
        self.setStringList([""] * len(places))

    def grow(self, places: Sequence[WordPlace]) -> None:
        """Show these places, which begin with those that are shown."""
        had, self.places = len(self.places), places
        if len(places) > had:
            self.insertRows(had, len(places) - had)

    def put_image(self, row: int, image: QImage) -> None:
        """Take the image of a place; those of places that were seen long ago are let go."""
        self.images[row] = image
        self.has_images = True
        while len(self.images) > _IMAGES_KEPT:
            self.images.popitem(last=False)

    def turn(self, rows: Iterable[int], ticked: bool) -> None:
        """Tick places, or take the ticks away."""
        (self.unticked.difference_update if ticked else self.unticked.update)(rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if not 0 <= index.row() < len(self.places):
            return None
        place = self.places[index.row()]
        if role == ITEM:
            return place
        if role == Qt.ItemDataRole.CheckStateRole:
            ticked = index.row() not in self.unticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            change = f"{place.left}{place.reading} → {self.becomes}{place.right}"
            return f"{full_name(place.title, place.apart)}, {where_text(place)}: {change}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable


def where_text(place: WordPlace) -> str:
    """Say when the letter was written and on which page the place is: `2 Nov 2020 · p. 1`."""
    page = translate("ReviewWords", "p. {page}").format(page=place.page)
    date = QDate.fromString(place.date, Qt.DateFormat.ISODate)
    if date.isValid():
        return f"{QLocale().toString(date, 'd MMM yyyy')} · {page}"
    return page


class _PlaceDelegate(QStyledItemDelegate):
    """Paint a place: its tick, its letter, its image and its change."""

    def __init__(self, model: PlacesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(300, max(IMAGE.height() + 10, 2 * QFontMetrics(option.font).height() + 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place: WordPlace | None = index.data(ITEM)
        if place is None:
            return
        theme, rect, state = theme_of_palette(option.palette), option.rect, option.state
        ticked = index.row() not in self._model.unticked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_keys = bool(state & QStyle.StateFlag.State_HasFocus)
        if state & QStyle.StateFlag.State_Selected and has_keys:
            painter.fillRect(rect, QColor(theme.selection))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
        elif state & QStyle.StateFlag.State_Selected:  # where X works while the words have the keys
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.line_strong))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.line))
        paint_tick(painter, rect, theme, ticked)
        room = rect.adjusted(SIDE + BOX + 20, 0, -SIDE, 0)
        wide = min(_WHERE, room.width() // 3)
        line = QFontMetrics(option.font).height()
        top = rect.top() + (rect.height() - 2 * line - 2) // 2
        for offset, text, factor, colour in (
            (0, place.title.replace("\n", " "), 1.0, theme.ink),
            (line + 2, place.apart or where_text(place), 0.94, theme.muted),
        ):
            painter.setFont(sized(option.font, factor))
            painter.setPen(QColor(colour))
            cut = Qt.TextElideMode.ElideMiddle if text == place.apart else Qt.TextElideMode.ElideRight
            fitting = painter.fontMetrics().elidedText(text, cut, wide - 8)
            painter.drawText(QRect(room.left(), top + offset, wide, line), _ONE_LINE, fitting)
        room.adjust(wide + 8, 0, 0, 0)
        if self._model.has_images and room.width() > IMAGE.width() + 200:
            image = self._model.images.get(index.row())
            if image is not None:
                at = QPoint(room.left(), rect.top() + (rect.height() - IMAGE.height()) // 2)
                painter.drawImage(at, image)
            room.adjust(IMAGE.width() + 16, 0, 0, 0)
        change = (place.reading, self._model.becomes)
        around = (_BREAK.sub(" ", place.left), _BREAK.sub(" ", place.right))
        paint_change(painter, room, around, change, theme, ticked)
        if has_keys:
            paint_ring(painter, QRectF(rect), theme)
        painter.restore()


class PlaceList(RowList):
    """The list of places. `painted` tells that what it shows now has been seen; keys are the page's."""

    box_clicked = Signal(int)
    images_wanted = Signal(object)  # rows

    def __init__(self, model: PlacesModel, parent: QWidget) -> None:
        super().__init__(translate("ReviewWords", "Places of the word"), parent)
        self.painted = False
        self._places = model
        self.setModel(model)
        self.setItemDelegate(_PlaceDelegate(model, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PAUSE)
        self._rest.timeout.connect(lambda: self.images_wanted.emit(self.seen_rows()))
        self.verticalScrollBar().valueChanged.connect(lambda _: self._rest.start())
        model.modelReset.connect(self._rest.start)
        model.rowsInserted.connect(lambda *_: self._rest.start())

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, no search."""

    def seen_rows(self) -> list[int]:
        """Return the rows that can be seen."""
        count = self._places.rowCount()
        if not count or not self.isVisible():
            return []
        first = max(0, self.indexAt(QPoint(4, 2)).row())
        last = self.indexAt(QPoint(4, self.viewport().height() - 2)).row()
        return list(range(first, (last if last >= 0 else count - 1) + 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted = True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if (row := ticked_row(self, event)) is not None:
            self.box_clicked.emit(row)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_places"):
            self._places.images.clear()  # they were drawn for the other theme
            self._rest.start()
