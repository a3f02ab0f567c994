"""The commands with their keys as rows of a list: the menu, the name, the keys as caps."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from annotator.ui.theme.fonts import sized
from annotator.ui.theme.theme import theme_of, theme_of_palette
from annotator.ui.widgets.key_cap import cap_size, key_text, paint_cap
from annotator.ui.widgets.row_list import ITEM, HereDelegate
from annotator.ui.widgets.rows import Index, Row

_SIDE = 14
_GROUP = 96  # pixels of the menu's name


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A command in the list; `head` is its menu's name where it is the first of its menu."""

    id: str
    name: str
    menu: str
    keys: tuple[str, ...]
    changed: bool
    head: str = ""


def told(line: KeyLine, changed: str, none: str) -> str:
    """Say a row in words, for a screen reader and the tooltip."""
    keys = ", ".join(map(key_text, line.keys)) or none
    return ", ".join(filter(None, (line.name, keys, line.menu, changed if line.changed else "")))


class KeyLineDelegate(HereDelegate):
    """Paint commands; one whose keys were changed has a dot before them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._widget = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, QFontMetrics(option.font).height() + 13)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: KeyLine | None = index.data(ITEM)
        super().paint(painter, option, index)
        if line is None:
            return
        rect, theme = option.rect, theme_of_palette(option.palette)
        painter.save()
        if line.head:
            painter.setFont(sized(option.font, 0.94, bold=True))
            painter.setPen(QColor(theme.muted))
            place = QRect(rect.left() + _SIDE, rect.top(), _GROUP, rect.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, line.head)
            painter.fillRect(rect.left() + _SIDE, rect.top(), rect.width() - 2 * _SIDE, 1, QColor(theme.line))
        right = self._paint_keys(painter, option, line)
        painter.setFont(option.font)
        painter.setPen(QColor(theme.ink))
        place = QRect(
            rect.left() + _SIDE + _GROUP, rect.top(), right - rect.left() - _SIDE - _GROUP - 8, rect.height()
        )
        name = QFontMetrics(option.font).elidedText(line.name, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, name)
        painter.restore()

    def row(self, index: Index) -> Row:
        return Row("")  # the ground alone is the base's

    def _paint_keys(self, painter: QPainter, option: QStyleOptionViewItem, line: KeyLine) -> int:
        """Paint the caps from the right; return where the first begins."""
        rect, theme, right = option.rect, theme_of(self._widget), option.rect.right() - _SIDE
        for keys in reversed(line.keys):
            shown = key_text(keys)
            size = cap_size(shown, option.font)
            right -= size.width()
            top = rect.center().y() - size.height() / 2 + 1
            paint_cap(painter, QRectF(right, top, size.width(), size.height()), shown, theme, option.font)
            right -= 5
        if line.changed:
            right -= 11
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(QRectF(right, rect.center().y() - 2.5, 6, 6))
            painter.restore()
        return right
