"""Texts painted one behind the other on a line, each in its font and colour: a hit in its context."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

Piece = tuple[str, QFont, str]  # text, font, colour
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


def paint_in_context(
    painter: QPainter, room: QRect, left: str, middle: Sequence[Piece], right: str, font: QFont, colour: str
) -> None:
    """Paint pieces in their context; the context before gives way first, so that they are always seen."""
    wide = sum(QFontMetrics(piece_font).horizontalAdvance(text) for text, piece_font, _ in middle)
    metrics = QFontMetrics(font)
    before = max(0, min(metrics.horizontalAdvance(left) + 2, (room.width() - wide) // 2))
    left = _from_a_word(left, metrics.elidedText(left, Qt.TextElideMode.ElideLeft, before))
    paint_pieces(painter, room, [(left, font, colour), *middle, (right, font, colour)])


def _from_a_word(whole: str, cut: str) -> str:
    """Return what was cut at its left so that it begins with a whole word: `…ng with` is `… with`."""
    if cut == whole:
        return whole
    space = cut.find(" ")
    return f"…{cut[space:]}" if 0 < space < len(cut) - 1 else cut


def paint_pieces(painter: QPainter, room: QRect, pieces: Sequence[Piece]) -> None:
    """Paint texts one behind the other in their fonts and colours, and cut what has no room."""
    for text, font, colour in pieces:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width()))
        painter.drawText(room.adjusted(0, 0, 2, 0), _ONE_LINE, fitting)
        room = room.adjusted(painter.fontMetrics().horizontalAdvance(fitting), 0, 0, 0)
