"""The few icons of the window, as strokes on a grid of 16 by 16; no files, no icon font."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

Name = Literal[
    "search",
    "close",
    "plus",
    "check",
    "chevron-down",
    "chevron-right",
    "locate",
    "ask",
    "undo",
    "redo",
    "warning",
    "more",
    "folder",
    "letter",
]
Stroke = tuple[tuple[float, float], ...]
Circle = tuple[float, float, float]

# Per icon: polylines, then circles (x, y, radius).
_ICONS: dict[Name, tuple[tuple[Stroke, ...], tuple[Circle, ...]]] = {
    "search": ((((10.2, 10.2), (13.5, 13.5)),), ((6.8, 6.8, 4.3),)),
    "close": ((((4, 4), (12, 12)), ((12, 4), (4, 12))), ()),
    "plus": ((((8, 3), (8, 13)), ((3, 8), (13, 8))), ()),
    "check": ((((3.5, 8.5), (6.6, 11.5), (12.5, 4.8)),), ()),
    "chevron-down": ((((4, 6), (8, 10), (12, 6)),), ()),
    "chevron-right": ((((6, 4), (10, 8), (6, 12)),), ()),
    "locate": (
        (((8, 1.5), (8, 5)), ((8, 11), (8, 14.5)), ((1.5, 8), (5, 8)), ((11, 8), (14.5, 8))),
        ((8, 8, 3),),
    ),
    "ask": (
        (
            ((5.2, 6), (5.4, 4.6), (6.6, 3.6), (8, 3.4), (9.4, 3.6), (10.6, 4.7), (10.7, 6.2), (10, 7.3)),
            ((10, 7.3), (8.6, 8.3), (8, 9.2), (8, 10)),
            ((8, 12.6), (8, 12.7)),
        ),
        (),
    ),
    "undo": (
        (((6, 3.5), (3, 6.5), (6, 9.5)), ((3, 6.5), (10, 6.5), (12.6, 8), (12.6, 11), (10, 12.6), (7, 12.6))),
        (),
    ),
    "redo": (
        (((10, 3.5), (13, 6.5), (10, 9.5)), ((13, 6.5), (6, 6.5), (3.4, 8), (3.4, 11), (6, 12.6), (9, 12.6))),
        (),
    ),
    "warning": ((((8, 2.5), (14, 13), (2, 13), (8, 2.5)), ((8, 6.3), (8, 9.3)), ((8, 11.1), (8, 11.2))), ()),
    "folder": ((((2, 4), (6.2, 4), (7.8, 5.8), (14, 5.8), (14, 13), (2, 13), (2, 4)),), ()),
    "letter": (
        (
            ((3.5, 2), (9.5, 2), (12.5, 5), (12.5, 14), (3.5, 14), (3.5, 2)),
            ((6, 7), (10, 7)),
            ((6, 9.4), (10, 9.4)),
            ((6, 11.8), (8.4, 11.8)),
        ),
        (),
    ),
    "more": ((), ((3.5, 8, 0.7), (8, 8, 0.7), (12.5, 8, 0.7))),
}


def paint_icon(painter: QPainter, rect: QRectF, name: Name, colour: str, *, width: float = 1.5) -> None:
    """Draw an icon in a rectangle, in one colour."""
    strokes, circles = _ICONS[name]
    path = QPainterPath()
    for first, *rest in strokes:
        path.moveTo(QPointF(*first))
        for point in rest:
            path.lineTo(QPointF(*point))
    for x, y, radius in circles:
        path.addEllipse(QPointF(x, y), radius, radius)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 16, rect.height() / 16)
    pen = QPen(QColor(colour), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPath(path)
    painter.restore()


def icon(name: Name, colour: str, size: int = 16) -> QIcon:
    """Return an icon for a button; twice the size is drawn too, for dense screens."""
    result = QIcon()
    for scale in (1, 2):
        pixmap = QPixmap(QSize(size * scale, size * scale))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_icon(painter, QRectF(pixmap.rect()), name, colour)
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        result.addPixmap(pixmap)
    return result


def paint_dot(painter: QPainter, rect: QRectF, colour: str, fill: Literal["none", "half", "full"]) -> None:
    """Draw a letter's status as a ring, empty, half filled or full; the shape tells it without the colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ring = rect.adjusted(0.75, 0.75, -0.75, -0.75)
    painter.setPen(QPen(QColor(colour), 1.5))
    painter.setBrush(QColor(colour) if fill == "full" else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(ring)
    if fill == "half":
        painter.setBrush(QColor(colour))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPie(ring, 90 * 16, 180 * 16)
    painter.restore()
