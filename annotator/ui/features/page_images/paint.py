"""Painting a page: the paper, what was drawn of it, and the marks upon it. Paper stays paper in the dark."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from annotator.pages.parts import BYTES_PER_PIXEL, Part, Pixels
from annotator.pages.places import Box, PageMarks
from annotator.pages.stack import Frame
from annotator.ui.theme.theme import LIGHT, Theme

DIMMED = QColor("#e3e0d9")  # laid over white paper in the dark
_LINE = QColor("#d7eae8")
SUSPECT = QColor("#ffe08a")
_SELECTION = QColor("#b7dcda")
SUSPECT_EDGE = QColor("#b87900")
_PAD = 1.5  # points around a line or word


def image_of(pixels: Pixels) -> QImage:
    """Return an image upon the pixels' memory, which must be kept as long as it."""
    stride = pixels.width * BYTES_PER_PIXEL
    return QImage(pixels.data, pixels.width, pixels.height, stride, QImage.Format.Format_RGB32)


def paint_paper(painter: QPainter, frame: QRectF, theme: Theme) -> None:
    """Paint the sheet without what is on it, and its edge."""
    painter.fillRect(frame, QColor("#ffffff"))
    painter.setPen(QPen(QColor(theme.line_strong if not theme.dark else theme.background), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(frame.adjusted(-0.5, -0.5, 0.5, 0.5))


def paint_parts(
    painter: QPainter, corner: QPointF, wide: int, ratio: float, parts: Iterable[tuple[Part, Pixels]]
) -> None:
    """Paint what was drawn of a page, `wide` dots wide on a screen of `ratio` dots a pixel; other sizes are
    stretched."""
    for part, pixels in parts:
        image = image_of(pixels)
        shrink = wide / part.wide / ratio
        place = QPointF(corner.x() + part.left * shrink, corner.y() + part.top * shrink)
        if part.wide == wide:
            image.setDevicePixelRatio(ratio)
            painter.drawImage(place, image)
        else:
            size = QRectF(place.x(), place.y(), part.width * shrink, part.height * shrink)
            painter.drawImage(size, image, QRectF(image.rect()))


def dim(painter: QPainter, frame: QRectF, theme: Theme) -> None:
    """Take the glare off white paper in the dark."""
    if theme.dark:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(frame, DIMMED)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def paint_marks(painter: QPainter, corner: QPointF, frame: Frame, page: int, marks: PageMarks) -> None:
    """Mark the line and the words of a page, as with a text marker: the print stays black."""
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.setPen(Qt.PenStyle.NoPen)
    for rect in _rects(marks.line, corner, frame.scale, page):
        painter.fillRect(rect, _LINE)
    colour = {"suspect": SUSPECT, "selection": _SELECTION}.get(marks.kind)
    rects = list(_rects(marks.words, corner, frame.scale, page))
    if colour is not None:
        for rect in rects:
            painter.fillRect(rect, colour)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    if marks.kind != "selection":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(SUSPECT_EDGE if marks.kind == "suspect" else QColor(LIGHT.accent), 1.4))
        for rect in rects:
            painter.drawRoundedRect(rect, 2, 2)


def _rects(boxes: Sequence[Box], corner: QPointF, scale: float, page: int) -> Iterable[QRectF]:
    for box in boxes:
        if box.page == page:
            top_left = QPointF((box.left - _PAD) * scale, (box.top - _PAD) * scale) + corner
            bottom_right = QPointF((box.right + _PAD) * scale, (box.bottom + _PAD) * scale) + corner
            yield QRectF(top_left, bottom_right)


def paint_message(painter: QPainter, frame: QRectF, text: str) -> None:
    """Say on a page's place why it has no image."""
    painter.setPen(QColor(LIGHT.muted))
    room = frame.adjusted(24, 24, -24, -24)
    room.setHeight(min(room.height(), 220.0))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)
