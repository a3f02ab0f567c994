"""The tagged passages of the letter: each with its tag's colour and key, its words, its line and its note."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontMetrics,
    QIcon,
    QKeyEvent,
    QPainter,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from annotator.core.codebook import Tag
from annotator.core.document import Letter, Passage
from annotator.core.text import Span
from annotator.ui.theme.theme import Theme, theme_of
from annotator.ui.translate import figure, filled
from annotator.ui.widgets.badge import paint_swatch
from annotator.ui.widgets.decision_buttons import HoverDecisions
from annotator.ui.widgets.elided_label import plain_tooltip
from annotator.ui.widgets.icons import icon
from annotator.ui.widgets.letter_panel import LetterPanel
from annotator.ui.widgets.line_numbers import LineNumbers
from annotator.ui.widgets.note_line import NoteLine
from annotator.ui.widgets.readings import on_one_line
from annotator.ui.widgets.row_list import ITEM, HereDelegate, ItemsModel, RowList
from annotator.ui.widgets.rows import Index, Row
from annotator.ui.widgets.tag_text import tag_text

_LONGEST = 400  # code points of a quote that are looked at for a row
_NOTE_MARK = 14  # pixels
_MANY = 500  # passages that take longer than a frame to sort


class PassageLine(NamedTuple):
    """A passage and its place; start == end: its text was deleted."""

    span: Span
    passage: Passage


class PassagesPanel(LetterPanel):
    """Show the passages in reading order; ask to go to one, to remove one, to change its note."""

    help_section = "passages"

    passage_wanted = Signal(str)  # uid
    passage_removal_wanted = Signal(str)  # uid
    confirm_wanted = Signal(str)  # uid
    turn_down_wanted = Signal(str)  # uid
    menu_wanted = Signal(str, QPoint)  # uid, where on the screen
    note_edited = Signal(str, str)  # uid, note
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Passages"), parent)
        self._numbers: LineNumbers | None = None
        self._tag = ""
        self._place = Span(0, 0)  # in the text
        self._lines: list[PassageLine] = []
        self._model: ItemsModel[PassageLine] = ItemsModel(lambda line: line.passage.uid, self._told)
        self._list = _List(self.tr("Passages"), self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Delegate(self))
        self._list.opened.connect(lambda row: self.passage_wanted.emit(self._uid(row)))
        self._list.removal.connect(lambda row: self.passage_removal_wanted.emit(self._uid(row)))
        self._list.done.connect(self.done)
        self._list.menu_wanted.connect(lambda row, at: self.menu_wanted.emit(self._uid(row), at))
        decisions = HoverDecisions(self._list, lambda index: index.data(ITEM).passage.state == "proposed")
        decisions.confirm_wanted.connect(lambda index: self.confirm_wanted.emit(self._uid(index.row())))
        decisions.turn_down_wanted.connect(lambda index: self.turn_down_wanted.emit(self._uid(index.row())))
        self._list.selectionModel().currentChanged.connect(lambda *_: self._show_note())
        self._filter = self._filter_button()
        self._header.add_widget(self._filter)
        self._note = NoteLine(self.tr("Note on the passage"), self)
        self._note.edited.connect(self.note_edited)
        self._note.left.connect(self._list.setFocus)
        self._list.note.connect(self._note.take_keys)
        self._note.undo_wanted.connect(self.undo_wanted)
        self._note.redo_wanted.connect(self.redo_wanted)
        self._column.addWidget(self._list, 1)
        self._column.addWidget(self._note)
        self.setFocusProxy(self._list)

    def _filter_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow goes behind the words
        button.setIconSize(QSize(12, 12))
        button.setAccessibleName(self.tr("Show the passages with this tag"))
        button.setMenu(QMenu(button))
        button.setIcon(icon("chevron-down", theme_of(self).muted))
        button.menu().aboutToShow.connect(self._fill_menu)
        return button

    # --- showing ------------------------------------------------------------------------------------

    def select(self, uid: str) -> None:
        """Put the cursor on a passage."""
        self._list.set_current_row(self._model.row_of(uid))

    def set_place(self, start: int, end: int) -> None:
        """Put the cursor on the passage that is selected in the text, else on the innermost at its start."""
        self._place = Span(start, end)
        self._follow()

    def _follow(self) -> None:
        if not self.isVisible() or self._list.hasFocus() or self._note.has_keys():
            return
        lines, place = self._model.items(), self._place
        under = [line for line in lines if line.span.start <= place.start < line.span.end]
        inner = min(under, key=lambda line: line.span.end - line.span.start, default=None)
        same = next((line for line in lines if line.span == place), inner)
        row = self._model.row_of(same.passage.uid) if same is not None else -1
        if row != self._list.current_row():
            self._list.set_current_row(row)

    def flush(self) -> None:
        """Tell the note that is being typed."""
        self._note.flush()

    def _takes_long(self, letter: Letter) -> bool:
        return len(letter.passages) > _MANY

    def _refresh(self) -> None:
        letter, self._numbers = self._letter, None
        self._lines = [PassageLine(*placed) for placed in letter.placed_passages()] if letter else []
        if self._tag and all(line.passage.tag != self._tag for line in self._lines):
            self._tag = ""
        self._filter_lines()

    def _filter_lines(self) -> None:
        shown = [line for line in self._lines if self._tag in ("", line.passage.tag)]
        self._model.set_items(shown, anew=self._another)
        count, total = len(shown), len(self._lines)
        some = filled(self.tr("{n:,} of {total:,}"), n=count, total=total)
        self._header.set_detail(some if self._tag else figure(total) if total else "")
        self._filter.setVisible(bool(self._lines))
        self._filter.setText(self.tag_name(self._tag) if self._tag else self.tr("All tags"))
        empty = self.tr("No passages yet: select words in the text and press a tag's key.")
        self._list.set_empty_text(empty if self._letter else "")
        self._follow()
        self._show_note()

    def _show_note(self) -> None:
        row = self._list.current_row()
        items = self._model.items()
        passage = items[row].passage if 0 <= row < len(items) else None
        self._note.show_note(passage.uid if passage else "", passage.note if passage else "")

    def _fill_menu(self) -> None:
        menu, theme = self._filter.menu(), theme_of(self)
        menu.clear()
        menu.setToolTipsVisible(True)
        counts = Counter(line.passage.tag for line in self._lines)
        self._add_choice(menu, "", self.tr("All tags"), len(self._lines), QIcon())
        menu.addSeparator()
        for tag in self._codebook.tags:
            if counts[tag.id]:
                swatch = _swatch_icon(tag.colour(theme.dark))
                action = self._add_choice(menu, tag.id, tag.name(self._language), counts[tag.id], swatch)
                action.setToolTip(plain_tooltip(tag_text(tag, self._language)))

    def _add_choice(self, menu: QMenu, tag: str, name: str, count: int, swatch: QIcon) -> QAction:
        action = QAction(swatch, f"{name.replace('&', '&&')}\t{figure(count)}", menu)
        action.triggered.connect(lambda: self._choose_tag(tag))
        menu.addAction(action)
        return action

    def _choose_tag(self, tag: str) -> None:
        self._tag = tag
        self._filter_lines()

    # --- what a row says ------------------------------------------------------------------------------

    def tag_of(self, line: PassageLine) -> Tag | None:
        """Return the tag of a passage, None where the codebook has it no more."""
        return self._codebook.tag(line.passage.tag)

    def tag_name(self, tag_id: str) -> str:
        """Return a tag's name in the codebook's language."""
        tag = self._codebook.tag(tag_id)
        return tag.name(self._language) if tag else tag_id

    def quote(self, line: PassageLine) -> str:
        """Return the words of a passage on one line, not more than a row can show."""
        assert self._letter is not None
        start, end = line.span
        return on_one_line(self._letter.text[start : min(end, start + _LONGEST)])

    def number(self, line: PassageLine) -> int:
        """Return the number of the line that a passage starts in."""
        assert self._letter is not None
        if self._numbers is None:
            self._numbers = LineNumbers(self._letter)
        return self._numbers.at(line.span.start)

    def gone_text(self) -> str:
        """Return what stands for the words of a passage whose text was deleted."""
        return self.tr("text deleted")

    def _told(self, line: PassageLine) -> str:
        name = self.tag_name(line.passage.tag)
        quote = self.quote(line) if line.span.start < line.span.end else self.gone_text()
        place = self.tr("line {n}").format(n=self.number(line))
        said = (f"{name}: {quote}", f"{place} · {line.passage.analyst}".rstrip(" ·"), line.passage.note)
        why = self.why(line.passage.uid) if line.passage.state == "proposed" else ""
        return "\n".join(filter(None, (*said, why)))

    def _uid(self, row: int) -> str:
        return self._model.items()[row].passage.uid

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._filter.setIcon(icon("chevron-down", theme_of(self).muted))

    def sizeHint(self) -> QSize:
        return QSize(330, 260)


class _Delegate(HereDelegate):
    def __init__(self, panel: PassagesPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._line: PassageLine | None = None

    def row(self, index: Index) -> Row:
        line: PassageLine = index.data(ITEM)
        self._line, panel, theme = line, self._panel, theme_of(self._panel)
        tag, gone = panel.tag_of(line), line.span.start == line.span.end
        proposed = line.passage.state == "proposed"
        return Row(
            panel.tag_name(line.passage.tag),
            aside=panel.gone_text() if gone else str(panel.number(line)) + "  ?" * proposed,
            aside_colour=theme.amber if gone else "",
            swatch=tag.colour(theme.dark) if tag else theme.line_strong,
            key="" if proposed or tag is None else tag.key,
            proposed=proposed,
        )

    def _paint_title(self, painter: QPainter, rect: QRect, row: Row, theme: Theme, font: QFont) -> None:
        assert self._line is not None
        if self._line.passage.note:
            rect = rect.adjusted(0, 0, -_NOTE_MARK - 4, 0)
            place = QRectF(rect.right() + 5, rect.center().y() - 6, _NOTE_MARK, 12)
            _paint_note_mark(painter, place, theme.muted)
        metrics, quote = QFontMetrics(font), self._panel.quote(self._line)
        if not quote:
            super()._paint_title(painter, rect, row, theme, font)
            return
        align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        right = Qt.TextElideMode.ElideRight
        name = metrics.elidedText(f"{row.title}: ", right, rect.width() // 2)
        width = metrics.horizontalAdvance(name)
        words = metrics.elidedText(quote, right, rect.width() - width)
        painter.setFont(font)
        painter.setPen(QColor(theme.accent if row.proposed else theme.muted))
        painter.drawText(rect, align, name)
        painter.setPen(QColor(theme.accent if row.proposed else theme.ink))
        painter.drawText(rect.adjusted(width, 0, 0, 0), align, words)
        if row.proposed:
            painter.setPen(QPen(QColor(theme.accent), 1, Qt.PenStyle.DashLine))
            end = rect.left() + width + metrics.horizontalAdvance(words)
            painter.drawLine(rect.left(), rect.bottom() + 2, end, rect.bottom() + 2)


def _paint_note_mark(painter: QPainter, rect: QRectF, colour: str) -> None:
    """Draw three short lines, the last shorter: something is written here."""
    painter.setPen(QPen(QColor(colour), 1))
    for row, share in enumerate((0.75, 0.75, 0.45)):
        y = rect.top() + 3 + 3 * row
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.left() + rect.width() * share, y))


def _swatch_icon(colour: str) -> QIcon:
    pixmap = QPixmap(16, 16)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_swatch(painter, QRectF(5, 1, 7, 14), colour)
    painter.end()
    return QIcon(pixmap)


class _List(RowList):
    removal = Signal(int)
    note = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.current_row() >= 0
        if event.key() == Qt.Key.Key_Delete and here and not event.isAutoRepeat():
            self.removal.emit(self.current_row())
        elif event.key() == Qt.Key.Key_F2 and here:
            self.note.emit()
        else:
            super().keyPressEvent(event)
