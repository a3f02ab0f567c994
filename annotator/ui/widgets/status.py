"""A letter's status: its name on the screen, and its mark, whose shape tells it without the colour."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.theme.theme import Theme
from annotator.ui.widgets.icons import paint_dot

_NAMES = {
    "todo": QT_TRANSLATE_NOOP("Status", "To do"),
    "busy": QT_TRANSLATE_NOOP("Status", "In progress"),
    "done": QT_TRANSLATE_NOOP("Status", "Done"),
    "second_look": QT_TRANSLATE_NOOP("Status", "Second look"),
}


def status_name(status: str) -> str:
    """Return the name of a status in the screen's language."""
    return QCoreApplication.translate("Status", _NAMES[status])


def status_colour(status: str, theme: Theme) -> str:
    """Return the colour of a status's mark."""
    return {"busy": theme.accent, "done": theme.green, "second_look": theme.amber}.get(status, theme.muted)


def paint_status(painter: QPainter, rect: QRectF, status: str, theme: Theme, colour: str = "") -> None:
    """Draw the mark of a status: a ring, a ring half full, a disc, a diamond; `colour` replaces its own."""
    ink = colour or status_colour(status, theme)
    if status == "second_look":
        _paint_diamond(painter, rect, ink)
    elif status == "done":
        paint_dot(painter, rect, ink, "full")
    else:
        paint_dot(painter, rect, ink, "half" if status == "busy" else "none")


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
