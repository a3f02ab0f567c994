"""A letter's status: its name on the screen, and its mark, whose shape tells it without the colour."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from annotator.core.statuses import status as row_of
from annotator.ui.theme.theme import Theme
from annotator.ui.widgets.icons import paint_dot


def status_name(status: str) -> str:
    """Return the name of a status in the screen's language."""
    return QCoreApplication.translate("Status", row_of(status).name)


def status_colour(status: str, theme: Theme) -> str:
    """Return the colour of a status's mark."""
    return str(getattr(theme, row_of(status).colour))


def paint_status(painter: QPainter, rect: QRectF, status: str, theme: Theme, colour: str = "") -> None:
    """Draw the mark of a status: a ring, a ring half full, a disc, a diamond; `colour` replaces its own."""
    ink = colour or status_colour(status, theme)
    shape = row_of(status).shape
    if shape == "diamond":
        _paint_diamond(painter, rect, ink)
    else:
        paint_dot(painter, rect, ink, shape)


def _paint_diamond(painter: QPainter, rect: QRectF, colour: str) -> None:
    middle, reach = rect.center(), rect.width() / 2
    corners = [QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(colour), 1)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QColor(colour))
    painter.drawPolygon(QPolygonF([middle + corner for corner in corners]))
    painter.restore()
