"""A short numbered list of texts, each compared with a reading: what differs stands out."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from annotator.ui.theme.fonts import text_font
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.elided_label import plain_tooltip
from annotator.ui.widgets.key_cap import cap_size, paint_cap

MOST = 9  # Alt+1 to Alt+9
_SIDE = 14  # pixels from the edge to the cap, and from the detail to the other edge
_GAP = 10
_ROW_MORE = 9  # what a row is higher than its text


def different_parts(reading: str, text: str) -> list[tuple[int, int]]:
    """Return the parts of `text` that are not in `reading`, half open, in code points.

    `gecoördineerde` differs from `gecoordineerd` in `ö` and the last `e`. None when more than half differs:
    two words with little in common are not worth marking.
    """
    steps = SequenceMatcher(None, reading, text, autojunk=False).get_opcodes()
    parts = [_whole(text, start, end) for step, _, _, start, end in steps if step != "equal" and end > start]
    return parts if sum(end - start for start, end in parts) <= len(text) // 2 else []


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds, moved so that no combining mark is parted from its letter."""
    while start and unicodedata.combining(text[start]):
        start -= 1
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return start, end


class ChoiceRow(QWidget):
    """One choice: its number as a key cap, its text, and a detail at the right."""

    clicked = Signal()

    def __init__(self, number: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self._text, self._detail = "", ""
        self._key = ""
        self._parts: Sequence[tuple[int, int]] = ()
        self._chosen = False
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_choice(self, text: str, detail: str, parts: Sequence[tuple[int, int]]) -> None:
        """Show a text and its detail; `parts` are what differs, in code points."""
        self._text, self._detail, self._parts = text, detail, parts
        said = ", ".join(filter(None, (text, detail)))
        self.setAccessibleName(": ".join(filter(None, (self._number, said))))
        self.update()

    def set_key(self, keys: str) -> None:
        """Show keys that take this choice at once beside its detail, or none."""
        if keys != self._key:
            self._key = keys
            self.setAccessibleDescription(keys)
            self.update()

    def set_chosen(self, chosen: bool) -> None:
        """Light the row up, or not."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self.fontMetrics().height() + _ROW_MORE)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            self.setToolTip(plain_tooltip(self._text) if self._shown() != self._text else "")
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.clicked.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the second press of a double click is not meant for what has come up by now

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        if self._chosen or self.underMouse():
            painter.fillRect(self.rect(), QColor(theme.selection if self._chosen else theme.hover))
        if self._chosen:
            painter.fillRect(QRect(0, 0, 3, self.height()), QColor(theme.accent))
        if self._number:
            cap = cap_size(self._number, self.font())
            top = (self.height() - cap.height()) / 2
            at = QRectF(_SIDE, top, cap.width(), cap.height())
            paint_cap(painter, at, self._number, theme, self.font())
        if self._key:
            cap = cap_size(self._key, self.font())
            left, top = self.width() - _SIDE - cap.width(), (self.height() - cap.height()) / 2
            paint_cap(painter, QRectF(left, top, cap.width(), cap.height()), self._key, theme, self.font())
        painter.setPen(QColor(theme.muted))
        align = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        place = self.rect().adjusted(_SIDE, 0, -_SIDE - self._key_width(), 0)
        painter.drawText(place, align | Qt.AlignmentFlag.AlignRight, self._detail)
        self._paint_text(painter, QColor(theme.ink), QColor(theme.accent))
        painter.end()

    def _key_width(self) -> int:
        return cap_size(self._key, self.font()).width() + _GAP if self._key else 0

    def _text_font(self) -> QFont:
        font = text_font()
        font.setPixelSize(max(font.pixelSize(), self.font().pixelSize() + 1))
        return font

    def _text_place(self) -> QRect:
        cap = cap_size(self._number, self.font()).width() + _GAP if self._number else 0
        left = _SIDE + cap
        detail = self.fontMetrics().horizontalAdvance(self._detail)
        right = _SIDE + self._key_width() + (detail + _GAP if detail else 0)
        return self.rect().adjusted(left, 0, -right, 0)

    def _shown(self) -> str:
        metrics = QFontMetrics(self._text_font())
        return metrics.elidedText(self._text, Qt.TextElideMode.ElideMiddle, self._text_place().width())

    def _paint_text(self, painter: QPainter, ink: QColor, accent: QColor) -> None:
        place, shown, font = self._text_place(), self._shown(), self._text_font()
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        metrics = QFontMetrics(font)
        under = place.center().y() + metrics.height() // 2 + 1
        painter.setPen(QPen(accent, 2))
        # A bar under what differs: `é` and `ë` are hard to tell apart at this size.
        for start, end in self._parts if shown == self._text else ():
            left = place.left() + metrics.horizontalAdvance(self._text[:start])
            right = place.left() + metrics.horizontalAdvance(self._text[:end])
            painter.drawLine(QPoint(left + 1, under), QPoint(max(left + 1, right - 1), under))


class ChoiceList(QWidget):
    """At most nine rows; knows which of them is chosen. It takes no focus: its owner handles the keys."""

    clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, numbered: bool = True) -> None:
        """With `numbered` each row shows the digit that its owner takes for it."""
        super().__init__(parent)
        self._numbered = numbered
        self._rows: list[ChoiceRow] = []
        self._count = 0
        self._chosen = -1
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)

    def set_choices(self, reading: str, choices: Sequence[tuple[str, str]]) -> None:
        """Show (text, detail) pairs, marking where each differs from the reading; none is chosen."""
        self._count = min(MOST, len(choices))
        while len(self._rows) < self._count:
            self._add_row()
        for row, (text, detail) in zip(self._rows, choices, strict=False):
            row.set_choice(text, detail, different_parts(reading, text))
        for index, row in enumerate(self._rows):
            row.setVisible(index < self._count)
        self.set_chosen(-1)

    def set_chosen(self, chosen: int) -> None:
        """Light up the row with this index, or none (-1)."""
        self._chosen = chosen
        for index, row in enumerate(self._rows):
            row.set_chosen(index == chosen)

    def set_key(self, index: int, keys: str) -> None:
        """Show keys at one row, that take it at once; -1 for none."""
        for at, row in enumerate(self._rows):
            row.set_key(keys if at == index else "")

    @property
    def chosen(self) -> int:
        """Return the index of the chosen row, -1 for none."""
        return self._chosen

    def count(self) -> int:
        """Return how many rows are shown."""
        return self._count

    def height_of(self, rows: int) -> int:
        """Return how high so many rows are, in pixels."""
        return rows * self.fontMetrics().height() + rows * _ROW_MORE

    def _add_row(self) -> None:
        index = len(self._rows)
        row = ChoiceRow(str(index + 1) if self._numbered else "", self)
        row.clicked.connect(lambda: self.clicked.emit(index))
        self._rows.append(row)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(row)
