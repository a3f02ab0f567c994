"""A band across the top of a card that shows a stretch of a page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

_MOST_HEIGHT = 120  # pixels


class ImageBand(QWidget):
    """Show an image as wide as the card, made smaller where it does not fit, round at the top."""

    def __init__(self, radius: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image, self._radius = QPixmap(), radius
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_image(self, image: QPixmap | None) -> None:
        """Show an image; hidden for None."""
        self._image = image or QPixmap()
        self.setVisible(image is not None)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        size = self._image.deviceIndependentSize()
        return QSize(round(size.width()), min(_MOST_HEIGHT, round(size.height())))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter, whole, corners = QPainter(self), QRectF(self.rect()), QPainterPath()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        # Round at the top only: the lower corners lie outside the band.
        corners.addRoundedRect(whole.adjusted(0, 0, 0, 2 * self._radius), self._radius, self._radius)
        painter.setClipPath(corners)
        painter.fillRect(whole, self._image.toImage().pixelColor(0, 0))
        fitting = self._image.deviceIndependentSize()
        fitting.scale(whole.size().boundedTo(fitting), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(whole.topLeft(), fitting)
        place.moveCenter(whole.center())
        painter.drawPixmap(place, self._image, QRectF(self._image.rect()))
