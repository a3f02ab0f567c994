"""The corrections in force: what the OCR read, and what stands there now."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from annotator.core.correction_kinds import correction_kind
from annotator.core.document import Letter
from annotator.core.in_force import InForce
from annotator.core.text import Span
from annotator.ui.theme.fonts import sized
from annotator.ui.theme.theme import Theme
from annotator.ui.translate import figure, filled, translated
from annotator.ui.widgets.key_hint import KeyHint
from annotator.ui.widgets.letter_panel import LetterPanel
from annotator.ui.widgets.line_numbers import LineNumbers
from annotator.ui.widgets.readings import fitted, in_context
from annotator.ui.widgets.row_list import ITEM, HereDelegate, ItemsModel, RowList
from annotator.ui.widgets.rows import Index, Row

_ARROW = "→"
_GAP = 7  # pixels around the arrow
_MANY = 500  # corrections that are not worked out at every key


class CorrectionLine(NamedTuple):
    """A correction in force, its number among them (from 0), and where it stands in the text."""

    number: int
    row: InForce
    span: Span


class _Delegate(HereDelegate):
    def __init__(self, panel: CorrectionsPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._line: CorrectionLine | None = None

    def row(self, index: Index) -> Row:
        self._line = index.data(ITEM)
        assert self._line is not None
        return Row("", aside=self._panel.line_text(self._line))

    def _paint_title(self, painter: QPainter, rect: QRect, row: Row, theme: Theme, font: QFont) -> None:
        assert self._line is not None
        metrics, readings = QFontMetrics(font), self._panel.readings(self._line)
        arrow = metrics.horizontalAdvance(_ARROW) + 2 * _GAP
        wanted = arrow + sum(map(metrics.horizontalAdvance, readings))
        self._paint_kind(painter, rect.adjusted(wanted + 12, 0, 0, 0), self._line.row.kind, theme, font)
        before, after = fitted(metrics, *readings, rect.width() - arrow)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        struck = QFont(font)
        struck.setStrikeOut(True)
        painter.setFont(struck)
        painter.setPen(QColor(theme.muted))
        painter.drawText(rect, align, before)
        rect = rect.adjusted(metrics.horizontalAdvance(before), 0, 0, 0)
        painter.setFont(font)
        painter.drawText(rect.adjusted(_GAP, 0, 0, 0), align, _ARROW)
        painter.setPen(QColor(theme.ink))
        painter.drawText(rect.adjusted(arrow, 0, 0, 0), align, after)

    def _paint_kind(self, painter: QPainter, rect: QRect, kind: str, theme: Theme, font: QFont) -> None:
        """Name the kind at the right where the readings leave the room; the tooltip has it anyway."""
        painter.setFont(sized(font, 0.86))
        if QFontMetrics(painter.font()).horizontalAdvance(kind_name(kind)) > rect.width():
            return
        painter.setPen(QColor(theme.muted))
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine
        painter.drawText(rect, align, kind_name(kind))


def kind_name(kind: str) -> str:
    """Return the name of a correction's kind in the screen's language."""
    row = correction_kind(kind)
    return translated(row.named(row.name))


class CorrectionsPanel(LetterPanel):
    """Show the corrections in reading order; ask to go to one, or to bring the OCR's reading back."""

    help_section = "correcting"

    place_wanted = Signal(int, int)  # code points
    restore_wanted = Signal(int)  # index among the corrections in force

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Corrections"), parent)
        self._numbers: LineNumbers | None = None
        self._model: ItemsModel[CorrectionLine] = ItemsModel(
            lambda line: (line.row.ocr_start, line.row.ocr_end), self._told
        )
        self._list = _List(self.tr("Corrections"), self)
        self._list.setModel(self._model)
        self._list.setItemDelegate(_Delegate(self))
        self._list.opened.connect(lambda row: self.place_wanted.emit(*self._model.items()[row].span))
        self._list.restore.connect(lambda row: self.restore_wanted.emit(self._model.items()[row].number))
        self._list.done.connect(self.done)
        self._restores = KeyHint("R", self.tr("restores the OCR's reading"), self)
        self._header.add_widget(self._restores)
        self._list.focus_changed.connect(self._show_keys)
        self._show_keys(False)
        self._column.addWidget(self._list, 1)
        self.setFocusProxy(self._list)

    def _takes_long(self, letter: Letter) -> bool:
        return len(letter.corrections) > _MANY

    def _refresh(self) -> None:
        letter, self._numbers = self._letter, None
        placed = zip(letter.corrections, letter.correction_spans(), strict=True) if letter else ()
        lines = [CorrectionLine(number, row, span) for number, (row, span) in enumerate(placed)]
        self._model.set_items(lines, anew=self._another)
        self._show_keys(self._list.hasFocus())
        empty = self.tr("No corrections yet: {key} goes to the first suspect.")
        self._list.set_empty_text(empty.format(key=self._key("next_suspect", "F3")) if letter else "")

    def _show_keys(self, focused: bool) -> None:
        """Say how many there are, and the key that works now."""
        count = len(self._model.items())
        undoes = filled(self.tr("{n:,} · {key} undoes"), n=count, key=self._key("undo", "Ctrl+Z"))
        self._restores.setVisible(focused and count > 0)
        self._header.set_detail((figure(count) if focused else undoes) if count else "")

    def readings(self, line: CorrectionLine) -> tuple[str, str]:
        """Return the OCR's reading and the one in force, each on one line."""
        assert self._letter is not None
        before = self._letter.ocr_text[line.row.ocr_start : line.row.ocr_end]
        return in_context(self._letter.text, *line.span, before)

    def line_text(self, line: CorrectionLine) -> str:
        """Return the number of the line that the correction stands in, in words."""
        assert self._letter is not None
        if self._numbers is None:
            self._numbers = LineNumbers(self._letter)
        number = self._numbers.at(line.span.start)
        return self.tr("line {n}").format(n=number)

    def _told(self, line: CorrectionLine) -> str:
        before, after = self.readings(line)
        words = self.tr("{before} → {after}").format(before=before, after=after)
        said = (kind_name(line.row.kind), self.line_text(line), line.row.analyst)
        return f"{words}\n{' · '.join(filter(None, said))}"


class _List(RowList):
    restore = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() == Qt.Key.Key_R and plain and self.current_row() >= 0:
            if not event.isAutoRepeat():
                self.restore.emit(self.current_row())
        else:
            super().keyPressEvent(event)
