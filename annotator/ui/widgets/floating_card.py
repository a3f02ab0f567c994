"""A card that floats over its parent beside a place in it, with a soft shadow that it paints itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QWheelEvent
from PySide6.QtWidgets import QWidget

from annotator.ui.theme.theme import Theme, theme_of
from annotator.ui.widgets.keeping_frame import KeepingFrame

SHADOW = 18  # pixels around the card
RADIUS = 8
_GAP = 5  # between the place and the card
_EDGE = 6  # between the card and the edge of its parent


def place_card(place: QRect, size: QSize, room: QRect, inset: int, *, above_before: bool = False) -> QRect:
    """Return where a card of the given size goes: below the place, above it when there is no room.

    The card's text, `inset` pixels from its edge, starts under the place. It never leaves the room, unless it
    is larger than the room. With `above_before` it stays above as long as it fits there. Pixels.
    """
    wide, high = min(size.width(), room.width()), size.height()
    x = max(room.left(), min(place.left() - inset, room.left() + room.width() - wide))
    below = place.bottom() + 1 + _GAP
    above = place.top() - _GAP - high
    fits_below = below + high <= room.top() + room.height()
    fits_above = above >= room.top() and above + high <= room.top() + room.height()
    if fits_above and (above_before or not fits_below):
        return QRect(x, above, wide, high)
    lowest = max(room.top(), room.top() + room.height() - high)
    return QRect(x, max(room.top(), min(below, lowest)), wide, high)


class FloatingCard(KeepingFrame):
    """A child widget, no window, that stays beside a place inside its parent and keeps all input to itself.

    Its layout has margins of `SHADOW` pixels: the widget is larger than the card.
    """

    inset = 26  # pixels from the card's edge to the text that should stand under the place
    wide = 420  # pixels

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = QRect()
        self._within: QWidget | None = None
        self._watched: QWidget | None = None
        self._above = False
        self._shadow = QPixmap()
        self._shadow_for: tuple[QSize, Theme] | None = None
        self.hide()

    def show_at(self, place: QRect, within: QWidget) -> None:
        """Show the card just below `place`, a rectangle in the coordinates of `within`."""
        self._place, self._within, self._above = QRect(place), within, False
        self.put_in_place()
        self.show()
        self.raise_()

    def put_in_place(self) -> None:
        """Fit the card's height to what it holds, and keep it beside its place."""
        parent = self.parentWidget()
        if parent is None or self._within is None:
            return
        self._watch(parent)
        corner = parent.mapFromGlobal(self._within.mapToGlobal(self._place.topLeft()))
        room = parent.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        wide = min(self.wide, room.width())
        size = QSize(wide, self._height_for(wide))
        place = QRect(corner, self._place.size())
        card = place_card(place, size, room, self.inset, above_before=self._above)
        self._above = card.bottom() < corner.y()
        self.setGeometry(card.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW))

    def room_wanted(self) -> int:
        """Return the height that the card takes below a place, in pixels."""
        return self._height_for(self.wide) + _GAP + _EDGE

    def card_rect(self) -> QRect:
        """Return the card without its shadow, in its parent's coordinates."""
        return self.geometry().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)

    def _height_for(self, wide: int) -> int:
        layout = self.layout()
        if layout is None:
            return self.sizeHint().height()
        # Nested layouts first: a hidden card has not heard yet that what it holds has changed.
        for child in self.findChildren(QWidget):
            inner = child.layout()
            if inner is not None:
                inner.activate()
        layout.invalidate()
        layout.activate()
        outer = wide + 2 * SHADOW
        high = (
            layout.totalHeightForWidth(outer)
            if layout.hasHeightForWidth()
            else layout.totalSizeHint().height()
        )
        return high - 2 * SHADOW

    def _watch(self, parent: QWidget) -> None:
        if self._watched is not parent:
            if self._watched is not None:
                self._watched.removeEventFilter(self)
            parent.installEventFilter(self)
            self._watched = parent

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._watched and self.isVisible():
            self.put_in_place()
        return super().eventFilter(watched, event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        card = QRectF(self.rect().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(QPoint(0, 0), self._shadow_pixmap(theme))
        painter.setPen(QPen(QColor(theme.line_strong if theme.dark else theme.line), 1))
        painter.setBrush(QColor(theme.panel))
        painter.drawRoundedRect(card.adjusted(-0.5, -0.5, 0.5, 0.5), RADIUS, RADIUS)
        painter.end()

    def _shadow_pixmap(self, theme: Theme) -> QPixmap:
        """Return the shadow, painted once per size and theme: the caret's blinking repaints the card."""
        key = (self.size(), theme)
        if self._shadow_for != key:
            self._shadow = _paint_shadow(self.size(), theme, self.devicePixelRatioF())
            self._shadow_for = key
        return self._shadow


def _paint_shadow(size: QSize, theme: Theme, ratio: float) -> QPixmap:
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    colour = QColor(theme.shadow)
    colour.setAlphaF(0.028 if theme.dark else 0.011)
    painter.setBrush(colour)
    card = QRectF(QPointF(SHADOW, SHADOW + 3), QPointF(size.width() - SHADOW, size.height() - SHADOW + 3))
    for spread in range(SHADOW - 3, -1, -1):
        painter.drawRoundedRect(
            card.adjusted(-spread, -spread, spread, spread), RADIUS + spread, RADIUS + spread
        )
    painter.end()
    return pixmap
