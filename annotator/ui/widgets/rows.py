"""The base of lists whose rows have two lines: a title, and below it a detail with something at the right."""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.ui.theme.fonts import sized
from annotator.ui.theme.theme import Theme, theme_of_palette
from annotator.ui.widgets.badge import paint_swatch
from annotator.ui.widgets.icons import paint_dot
from annotator.ui.widgets.key_cap import cap_size, paint_cap

Index = QModelIndex | QPersistentModelIndex


class Row(NamedTuple):
    """What a row shows; everything but the title may be empty. Colours are `#rrggbb`."""

    title: str
    detail: str = ""
    aside: str = ""
    aside_colour: str = ""
    dot: Literal["none", "half", "full", ""] = ""
    dot_colour: str = ""
    swatch: str = ""
    key: str = ""
    indent: int = 0
    proposed: bool = False
    bold: bool = False
    elide_middle: bool = False
    muted: bool = False
    detail_first: bool = False  # the detail is read before what stands beside it, which gives way


class RowDelegate(QStyledItemDelegate):
    """Paint rows of one or two lines; a list says in `row` what an index shows."""

    two_lines = True
    padding = 9

    def row(self, index: Index) -> Row:
        """Return what an index shows."""
        return Row(str(index.data() or ""))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = QFontMetrics(option.font).height()
        lines = line * 2 + 4 if self.two_lines else line
        return QSize(120, lines + (2 * self.padding if self.two_lines else self.padding))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self.row(index)
        rect: QRect = option.rect
        theme = theme_of_palette(option.palette)
        painter.save()
        self._paint_ground(painter, option, rect, theme)
        inner = rect.adjusted(12 + 14 * row.indent, 0, -12, 0)
        line = QFontMetrics(option.font).height()
        top = rect.top() + (self.padding if self.two_lines else (rect.height() - line) // 2)
        first = QRect(inner.left(), top, inner.width(), line)
        self._paint_first(painter, first, row, theme, option.font)
        if self.two_lines:
            second = first.translated(0, line + 4)
            self._paint_second(painter, second, row, theme, option.font)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, theme: Theme
    ) -> None:
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.selection))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), QColor(theme.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.hover))
        if self.two_lines:
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(theme.line))

    def _paint_first(self, painter: QPainter, rect: QRect, row: Row, theme: Theme, font: QFont) -> None:
        left, right = rect.left(), rect.right() + 1
        if row.dot:
            side = 9
            box = QRectF(left, rect.center().y() - side / 2 + 0.5, side, side)
            paint_dot(painter, box, row.dot_colour or theme.muted, row.dot)
            left += side + 7
        if row.swatch:
            box = QRectF(left, rect.center().y() - 6.5, 7, 14)
            paint_swatch(painter, box, row.swatch, proposed=row.proposed)
            left += 15
        if row.key:
            size = cap_size(row.key, font)
            box = QRectF(
                right - size.width(), rect.center().y() - size.height() / 2 + 0.5, size.width(), size.height()
            )
            paint_cap(painter, box, row.key, theme, font)
            right -= size.width() + 8
        if not self.two_lines and row.aside:
            right = self._paint_aside(
                painter, QRect(left, rect.top(), right - left, rect.height()), row, theme, font
            )
        self._paint_title(painter, QRect(left, rect.top(), right - left, rect.height()), row, theme, font)

    def _paint_title(self, painter: QPainter, rect: QRect, row: Row, theme: Theme, font: QFont) -> None:
        used = sized(font, 1.0, bold=row.bold)
        painter.setFont(used)
        painter.setPen(QColor(theme.accent if row.proposed else theme.muted if row.muted else theme.ink))
        mode = Qt.TextElideMode.ElideMiddle if row.elide_middle else Qt.TextElideMode.ElideRight
        metrics = QFontMetrics(used)
        text = metrics.elidedText(row.title.replace("\n", " "), mode, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)
        if row.proposed:
            painter.setPen(QPen(QColor(theme.accent), 1, Qt.PenStyle.DashLine))
            y = rect.bottom() + 2
            painter.drawLine(rect.left(), y, rect.left() + metrics.horizontalAdvance(text), y)

    def _paint_second(self, painter: QPainter, rect: QRect, row: Row, theme: Theme, font: QFont) -> None:
        aside = QRect(rect)
        if row.detail_first:
            wide = QFontMetrics(sized(font, 0.94)).horizontalAdvance(row.detail)
            aside.setLeft(rect.left() + min(wide + 12, rect.width() * 3 // 4))
        right = self._paint_aside(painter, aside, row, theme, font)
        painter.setFont(sized(font, 0.94))
        painter.setPen(QColor(theme.muted))
        room = right - rect.left()
        mode = Qt.TextElideMode.ElideMiddle if row.detail_first else Qt.TextElideMode.ElideRight
        text = QFontMetrics(painter.font()).elidedText(row.detail, mode, room)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)

    def _paint_aside(self, painter: QPainter, rect: QRect, row: Row, theme: Theme, font: QFont) -> int:
        painter.setFont(sized(font, 0.94))
        painter.setPen(QColor(row.aside_colour or theme.muted))
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        metrics = QFontMetrics(painter.font())
        text = metrics.elidedText(row.aside, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, align, text)
        return rect.right() + 1 - (metrics.horizontalAdvance(text) + 10 if text else 0)
