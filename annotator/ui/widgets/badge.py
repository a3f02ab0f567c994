"""A tag, drawn: the badge with its key and name, and the swatch with its colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from annotator.ui.theme.colours import ink_on, readable
from annotator.ui.theme.fonts import sized
from annotator.ui.theme.theme import Theme

_PADDING = 4.0
_RADIUS = 2.5


def badge_font(font: QFont) -> QFont:
    """Return the font of a badge beside text in the given font."""
    return sized(font, 0.74, bold=True)


def badge_text(key: str, name: str) -> str:
    """Return what a badge says: the key, then the name; either may be empty."""
    return f"{key}  {name}" if key and name else key or name or "•"


def badge_width(text: str, font: QFont) -> float:
    """Return the width in pixels of a badge; `font` is that of the text around it."""
    return QFontMetricsF(badge_font(font)).horizontalAdvance(text) + 2 * _PADDING


def paint_badge(
    painter: QPainter,
    rect: QRectF,
    text: str,
    colour: str,
    theme: Theme,
    font: QFont,
    *,
    proposed: bool = False,
) -> None:
    """Draw a badge in a tag's colour; a proposed one is only outlined, dashed."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if proposed:
        ink = readable(colour, theme.paper)
        painter.setPen(QPen(QColor(ink), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    else:
        ink = ink_on(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
    painter.setPen(QColor(ink))
    painter.setFont(badge_font(font))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)
    painter.restore()


def paint_swatch(painter: QPainter, rect: QRectF, colour: str, *, proposed: bool = False) -> None:
    """Draw a tag's colour as a small upright swatch; a proposed one is only outlined, dashed."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1, Qt.PenStyle.DashLine) if proposed else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if proposed else QColor(colour))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5) if proposed else rect, 2, 2)
    painter.restore()
