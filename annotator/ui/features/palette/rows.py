"""How a row of the palette looks: what was found stands out, at the right its keys or why it cannot be."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from annotator.ui.features.palette.items import Found
from annotator.ui.theme.fonts import sized
from annotator.ui.theme.theme import Theme, theme_of_palette
from annotator.ui.widgets.badge import paint_swatch
from annotator.ui.widgets.key_cap import cap_size, key_text, paint_cap
from annotator.ui.widgets.row_list import ITEM, HereDelegate
from annotator.ui.widgets.rows import Index, Row
from annotator.ui.widgets.status import paint_status

_SIDE = 16
_MARK = 18  # pixels of the swatch or the status, with what is behind it


def told(found: Found) -> str:
    """Say a row in words, for a screen reader and the tooltip."""
    item = found.item
    keys = key_text(item.keys) if item.keys else ""
    return ", ".join(filter(None, (item.title, item.detail, keys, item.why_not)))


class FoundDelegate(HereDelegate):
    """Paint what was found."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, QFontMetrics(option.font).height() + 15)

    def row(self, index: Index) -> Row:
        return Row("")  # the ground alone is the base's

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        found: Found | None = index.data(ITEM)
        if found is None:
            return
        theme = theme_of_palette(option.palette)
        painter.save()
        rect: QRect = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        rect.setRight(self._paint_right(painter, rect, found, theme, option.font))
        if found.item.swatch or found.item.status:
            self._paint_mark(painter, rect, found, theme)
            rect.setLeft(rect.left() + _MARK)
        self._paint_words(painter, rect, found, theme, option.font)
        painter.restore()

    def _paint_right(self, painter: QPainter, rect: QRect, found: Found, theme: Theme, font: QFont) -> int:
        """Paint the keys, or why not; return where the room for words ends."""
        item, right = found.item, rect.right()
        if item.keys and not item.why_not:
            shown = key_text(item.keys)
            size = cap_size(shown, font)
            box = QRectF(right - size.width(), rect.center().y() - size.height() / 2 + 1, *size.toTuple())
            paint_cap(painter, box, shown, theme, font)
            return int(box.left()) - 10
        if item.why_not:
            painter.setFont(sized(font, 0.94))
            painter.setPen(QColor(theme.amber))
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            painter.drawText(rect, align, item.why_not)
            return right - QFontMetrics(painter.font()).horizontalAdvance(item.why_not) - 14
        return right

    @staticmethod
    def _paint_mark(painter: QPainter, rect: QRect, found: Found, theme: Theme) -> None:
        middle = rect.center().y()
        if found.item.swatch:
            paint_swatch(painter, QRectF(rect.left() + 1, middle - 6.5, 7, 14), found.item.swatch)
        else:
            paint_status(painter, QRectF(rect.left(), middle - 4.5, 10, 10), found.item.status, theme)

    @staticmethod
    def _paint_words(painter: QPainter, rect: QRect, found: Found, theme: Theme, font: QFont) -> None:
        item = found.item
        bold = sized(font, 1, bold=True)
        kept = QFontMetrics(font).horizontalAdvance(item.apart) + 24 if item.apart else 0
        most = rect.width() - min(kept, rect.width() * 3 // 5)
        title = QFontMetrics(bold).elidedText(item.title, Qt.TextElideMode.ElideRight, most)
        x, base = float(rect.left()), rect.center().y() + QFontMetrics(font).ascent() / 2 - 1
        painter.setPen(QColor(theme.muted if item.why_not else theme.ink))
        for text, strong in pieces(title, found.spans if title == item.title else ()):
            painter.setFont(bold if strong else font)
            painter.drawText(QPointF(x, base), text)
            x += QFontMetricsF(painter.font()).horizontalAdvance(text)
        room = rect.right() - x - 12
        if item.detail and room > 40:
            painter.setFont(sized(font, 0.94))
            painter.setPen(QColor(theme.muted))
            metrics = QFontMetrics(painter.font())
            detail = metrics.elidedText(item.detail, Qt.TextElideMode.ElideRight, int(room))
            painter.drawText(QPointF(x + 12, base), detail)


def pieces(text: str, spans: tuple[tuple[int, int], ...]) -> list[tuple[str, bool]]:
    """Return the text in pieces, each with whether it was found."""
    found, at = list[tuple[str, bool]](), 0
    for start, end in spans:
        found += [(text[at:start], False), (text[start:end], True)]
        at = end
    return [piece for piece in (*found, (text[at:], False)) if piece[0]]
