"""The words at the left: what the OCR reads, what it should be, and how often; what is done is greyed."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QLocale,
    QObject,
    QRect,
    QRectF,
    QSize,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.session.words.review_words import SuspectWord
from annotator.ui.theme.fonts import sized, text_font
from annotator.ui.theme.theme import Theme, theme_of_palette
from annotator.ui.widgets.row_list import ITEM, RowList, item_data, paint_ring
from annotator.ui.widgets.rows import Index
from annotator.ui.widgets.ticks import BOX, SIDE, paint_tick
from annotator.ui.widgets.visible_marks import marks_for

_SIDE = 14
_BAR = 24  # pixels
_COUNT = 62  # pixels
_BETWEEN = 12  # pixels between the two words
_SMALLER = 0.86  # of the letters of long words, before they are cut
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
translate = QCoreApplication.translate


class WordsModel(QStringListModel):
    """The words that are shown, in their order. `done` tells at how many places those that are decided were.

    Twenty thousand of them are put in another order at a key. A list asks for the number of rows at every row
    when it is laid out: Qt's own model answers that without Python, which may be busy in another thread.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._items: Sequence[SuspectWord] = ()
        self.done: dict[Hashable, int] = {}
        self.became: dict[Hashable, str] = {}  # what those that are decided read now
        self.later: set[Hashable] = set()
        self.counts: dict[Hashable, int] = {}  # of words whose places were read after they were counted
        self.most = 1
        self.unticked: set[Hashable] | None = None  # None where words have no boxes

    def items(self) -> Sequence[SuspectWord]:
        """Return the words in order."""
        return self._items

    def count_of(self, word: SuspectWord) -> int:
        """Return how many places a word has: as many as are shown of it, where they are."""
        return self.counts.get(word.key, word.count)

    def set_items(self, words: Sequence[SuspectWord]) -> None:
        """Show these words; the cursor is the list's to put back."""
        self._items = words
        self.setStringList([""] * len(words))

    def row_of(self, key: tuple[str, str, str]) -> int:
        """Return the row of a word, -1 for none."""
        reading = key[1]
        rows = (row for row, word in enumerate(self._items) if word.reading == reading and word.key == key)
        return next(rows, -1)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        if role == Qt.ItemDataRole.CheckStateRole and self.unticked is not None:
            ticked = self._items[index.row()].key not in self.unticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return item_data(self._items, index, role, self._told)

    def turn(self, words: Sequence[SuspectWord], *, ticked: bool) -> None:
        """Tick words, or take their ticks away."""
        assert self.unticked is not None
        (self.unticked.difference_update if ticked else self.unticked.update)(word.key for word in words)
        if self._items:
            self.dataChanged.emit(self.index(0), self.index(len(self._items) - 1))

    def _told(self, word: SuspectWord) -> str:
        places = translate("ReviewWords", "%Ln place(s)", "", self.done.get(word.key, self.count_of(word)))
        becomes = self.became.get(word.key, word.likely)
        change = change_text(word.reading, becomes)
        if becomes == word.reading:
            change = translate("ReviewWords", "{word}, right as it stands").format(word=becomes)
        told = f"{change}: {places}"
        if word.key in self.done:
            return translate("ReviewWords", "{word}, done").format(word=told)
        if word.key in self.later:
            return translate("ReviewWords", "{word}, left for later").format(word=told)
        return told


def change_text(reading: str, becomes: str) -> str:
    """Return `gecoordineerd → gecoördineerd`, with a sign for what cannot be seen."""
    shown = marks_for(reading, becomes).shown
    return f"{shown(reading)} → {shown(becomes) or '?'}"


class _WordDelegate(QStyledItemDelegate):
    """Paint a word: struck through, then bold, a bar, the count."""

    def __init__(self, model: WordsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, QFontMetrics(option.font).height() + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        word: SuspectWord | None = index.data(ITEM)
        if word is None:
            return
        theme, rect, state = theme_of_palette(option.palette), option.rect, option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.selection))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.hover))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(theme.line))
        inner = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        if self._model.unticked is not None:
            paint_tick(painter, rect, theme, word.key not in self._model.unticked)
            inner.setLeft(rect.left() + 2 * SIDE + BOX)
        words = inner.adjusted(0, 0, -_BAR - _COUNT - 12, 0)
        is_tight = sum(self._wide(word)) + _BETWEEN > words.width()
        if is_tight:  # the bar gives way, and what the count leaves free
            words.setRight(inner.right() - self._count_width(word, option.font) - _BETWEEN)
        self._paint_words(painter, words, word, theme)
        self._paint_count(painter, inner, word, theme, option.font, bar=not is_tight)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, QRectF(rect), theme)
        painter.restore()

    def _pieces(self, word: SuspectWord) -> tuple[tuple[str, QFont], tuple[str, QFont]]:
        """Return the two texts of a row, each in its font."""
        becomes = self._model.became.get(word.key)
        becomes = word.likely if becomes is None else becomes
        shown = marks_for(word.reading, becomes).shown
        if becomes == word.reading:  # it was called right: nothing is struck through
            return (shown(word.reading), text_font()), (translate("ReviewWords", "right"), text_font())
        struck = text_font()
        struck.setStrikeOut(True)
        return (shown(word.reading), struck), (shown(becomes) or "?", sized(text_font(), 1, bold=True))

    def _wide(self, word: SuspectWord, factor: float = 1.0) -> list[int]:
        fonts = ((text, sized(font, factor, bold=font.bold())) for text, font in self._pieces(word))
        return [QFontMetrics(font).horizontalAdvance(text) + 3 for text, font in fonts]

    def _count_width(self, word: SuspectWord, font: QFont) -> int:
        done = self._model.done.get(word.key)
        number = QLocale().toString(self._model.count_of(word) if done is None else done)
        later = translate("ReviewWords", "later") if word.key in self._model.later else ""
        return QFontMetrics(font).horizontalAdvance(f"✓ {number} {later}")

    def _paint_words(self, painter: QPainter, room: QRect, word: SuspectWord, theme: Theme) -> None:
        left, is_done = room.left(), word.key in self._model.became
        free = room.width() - _BETWEEN
        factor = 1.0 if sum(self._wide(word)) <= free else _SMALLER
        widths = shared(self._wide(word, factor), free)
        for (text, plain), width in zip(self._pieces(word), widths, strict=True):
            font = sized(plain, factor, bold=plain.bold())
            font.setStrikeOut(plain.strikeOut())
            painter.setFont(font)
            painter.setPen(QColor(theme.muted if is_done or font.strikeOut() else theme.ink))
            fitting = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideMiddle, width)
            painter.drawText(QRect(left, room.top(), width + 2, room.height()), _ONE_LINE, fitting)
            left += width + _BETWEEN

    def _paint_count(
        self, painter: QPainter, room: QRect, word: SuspectWord, theme: Theme, font: QFont, *, bar: bool
    ) -> None:
        done = self._model.done.get(word.key)
        right = Qt.AlignmentFlag.AlignRight | _ONE_LINE
        painter.setFont(font)
        painter.setPen(QColor(theme.muted if done is None else theme.green))
        number = QLocale().toString(self._model.count_of(word) if done is None else done)
        painter.drawText(room, right, number if done is None else f"✓ {number}")
        place = QRectF(room.right() - _COUNT - _BAR, room.center().y() - 2.5, _BAR, 6)
        if done is None and word.key in self._model.later:
            # A dash beside the bar would be read as less: the word itself stands there.
            later = translate("ReviewWords", "later")
            painter.setFont(sized(font, 0.86))
            wide = QRectF(place.left() - 20, room.top(), _BAR + 44, room.height())
            painter.drawText(wide, Qt.AlignmentFlag.AlignCenter, later)
            return
        if not bar:  # a word is worth more
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.line))
        painter.drawRoundedRect(place, 3, 3)
        share = min(1.0, ((done if done is not None else word.count) / max(1, self._model.most)) ** 0.5)
        painter.setBrush(QColor(theme.accent if done is None else theme.muted))
        painter.drawRoundedRect(QRectF(place.left(), place.top(), max(3.0, _BAR * share), 6), 3, 3)


def shared(wide: Sequence[int], room: int) -> tuple[int, int]:
    """Return how the room (pixels) is shared by two words that want so much: half each, so that they stand in
    columns, but no word is cut while the other has room to spare."""
    one, other = wide
    half = room // 2
    if one > half and other < room - half:
        half = min(one, room - other)
    elif other > room - half and one < half:
        half = max(one, room - other)
    return half, room - half


class WordList(RowList):
    """The list of words; its cursor chooses one. Keys are the page's."""

    chosen = Signal(object)  # SuspectWord

    def __init__(self, model: WordsModel, parent: QWidget) -> None:
        super().__init__(translate("ReviewWords", "Doubtful words"), parent)
        self._filling = False
        self._words = model
        self.setModel(model)
        self.setItemDelegate(_WordDelegate(model, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.selectionModel().currentChanged.connect(lambda *_: self._tell())

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, no search."""

    def current(self) -> SuspectWord | None:
        """Return the word at the cursor."""
        word: SuspectWord | None = self.currentIndex().data(ITEM)
        return word

    def show_words(self, words: Sequence[SuspectWord]) -> None:
        """Show these words; the one at the cursor stays where it is on the screen."""
        was, top = self.current(), self.visualRect(self.currentIndex()).top()
        self._filling = True
        self._words.set_items(words)
        row = self._words.row_of(was.key) if was is not None else -1
        if row < 0:
            row = self.next_open(-1)
        self.set_current_row(row)
        if was is not None and row >= 0:
            bar = self.verticalScrollBar()
            self.doItemsLayout()
            bar.setValue(bar.value() + self.visualRect(self._words.index(row)).top() - top)
        self._filling = False
        self._tell()

    def next_open(self, row: int) -> int:
        """Return the next row below that is not decided, round the end; -1 for none."""
        words, done = self._words.items(), self._words.done
        order = (*range(row + 1, len(words)), *range(min(row + 1, len(words))))
        return next((at for at in order if words[at].key not in done), -1)

    def following(self, count: int) -> list[SuspectWord]:
        """Return the words that come after the cursor's, as far as they are not decided."""
        words, done = self._words.items(), self._words.done
        below = words[self.current_row() + 1 : self.current_row() + 1 + 4 * count]
        return [word for word in below if word.key not in done][:count]

    def _tell(self) -> None:
        if not self._filling:
            self.chosen.emit(self.current())
