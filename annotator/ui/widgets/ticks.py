"""A place that can be ticked: its box, and what the correction does there, in its context."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView

from annotator.ui.theme.fonts import sized, text_font
from annotator.ui.theme.theme import Theme
from annotator.ui.widgets.icons import paint_icon
from annotator.ui.widgets.pieces import paint_in_context
from annotator.ui.widgets.visible_marks import marks_for

BOX = 15  # pixels of the box
SIDE = 16  # pixels beside it


def paint_tick(painter: QPainter, rect: QRect, theme: Theme, ticked: bool) -> None:
    """Draw the box at the left of a row."""
    box = QRectF(rect.left() + SIDE, rect.center().y() - BOX / 2 + 0.5, BOX, BOX)
    painter.setPen(QPen(QColor(theme.accent), 1.2))
    painter.setBrush(QColor(theme.accent if ticked else theme.paper))
    painter.drawRoundedRect(box, 3.5, 3.5)
    if ticked:
        paint_icon(painter, box.adjusted(1.5, 1.5, -1.5, -1.5), "check", theme.on_accent, width=2)


def ticked_row(rows: QAbstractItemView, click: QMouseEvent) -> int | None:
    """Return the row whose box a click is meant for, None for none."""
    index = rows.indexAt(click.position().toPoint())
    return index.row() if index.isValid() and click.position().x() < SIDE * 2 + BOX else None


def paint_change(
    painter: QPainter,
    room: QRect,
    around: tuple[str, str],
    change: tuple[str, str],
    theme: Theme,
    ticked: bool,
) -> None:
    """Paint the context with the old text struck through and, where it is ticked, the new one behind it."""
    (left, right), (old, new) = around, change
    shown = marks_for(left, old, new, right).shown
    plain = text_font()
    struck, bold = QFont(plain), sized(plain, 1, bold=True)
    struck.setStrikeOut(ticked)
    pieces = [(shown(old), struck, theme.muted if ticked else theme.ink)]
    if ticked:
        pieces.append((" " + (shown(new) or "∅"), bold, theme.green))
    paint_in_context(painter, room, shown(left), pieces, shown(right), plain, theme.ink)
