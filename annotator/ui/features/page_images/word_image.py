"""The image of a word in its line, put together from what was drawn of the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from annotator.pages.parts import Pixels
from annotator.pages.word_parts import StripPart
from annotator.ui.features.page_images.paint import DIMMED, SUSPECT, SUSPECT_EDGE, image_of

_PAD = 2.0  # pixels of a screen without scaling


def word_image(
    parts: Sequence[tuple[StripPart, Pixels | None]], width: int, height: int, ratio: float, *, dark: bool
) -> QImage:
    """Return a strip of `width` by `height` dots; paper alone where a part is not drawn yet."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    each = width // max(1, len(parts))
    for index, (strip, pixels) in enumerate(parts):
        if pixels is not None:
            _paint_part(painter, QRectF(index * each, 0, each, height), strip, pixels, ratio)
        if index:
            painter.setPen(QPen(QColor("#b9bdb8"), ratio, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(index * each, 0), QPointF(index * each, height))
    if dark:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(image.rect(), DIMMED)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def _paint_part(painter: QPainter, room: QRectF, strip: StripPart, pixels: Pixels, ratio: float) -> None:
    # At the edge of a page there is less than a strip: it keeps its place.
    corner = QPointF(room.left() + (room.width() - pixels.width) / 2, (room.height() - pixels.height) / 2)
    painter.save()
    painter.setClipRect(room)
    painter.drawImage(corner, image_of(pixels))
    pad = _PAD * ratio
    word = QRectF(QPointF(strip.left, strip.top), QPointF(strip.right, strip.bottom)).translated(corner)
    word.adjust(-pad, -pad, pad, pad)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(word, SUSPECT)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setPen(QPen(SUSPECT_EDGE, ratio))
    painter.drawRect(word)
    painter.restore()
