"""What the editor's painters share: fonts, measures and colours for one theme and one text size."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from annotator.ui.features.editor.layout import LINE_HEIGHT
from annotator.ui.theme.colours import mix, readable
from annotator.ui.theme.fonts import sized, text_font
from annotator.ui.theme.theme import Theme
from annotator.ui.widgets.badge import badge_font, badge_width

WAVE_LENGTH, WAVE_HEIGHT = 6.0, 5.0  # pixels
BADGE_GAP = 3.0  # pixels before a badge, and after the last one in a line of text


class DeskLook:
    """Fonts, measures in pixels, and the colours mixed for tags; what was computed once is kept."""

    def __init__(self, theme: Theme, percent: int) -> None:
        self.theme = theme
        self.percent = percent
        self.font: QFont = text_font(percent)
        self.small: QFont = sized(self.font, 0.82)
        metrics = QFontMetricsF(self.font)
        self.pitch = float(round(self.font.pixelSize() * LINE_HEIGHT))
        self.ascent = metrics.ascent()
        self.line_height = metrics.height()
        self.spare = self.pitch - self.line_height
        self.cap_height = metrics.capHeight()
        self.page_room = float(round(self.pitch * 1.25))
        self.badge_height = float(round(QFontMetricsF(badge_font(self.font)).height()) + 1)
        self.scale = percent / 100
        self.thickness = float(max(2, round(1.7 * self.scale)))
        self._widths: dict[str, float] = {}
        self._tints: dict[tuple[str, bool], QColor] = {}
        self._waves: dict[float, QPixmap] = {}
        self._pens: dict[tuple[str, bool], QPen] = {}

    def badge_width(self, text: str) -> float:
        """Return a badge's width."""
        width = self._widths.get(text)
        if width is None:
            width = self._widths[text] = float(round(badge_width(text, self.font)))
        return width

    def tint(self, colour: str, proposed: bool = False) -> QColor:
        """Return what is laid under a passage's words, see-through so that nested ones add up."""
        tint = self._tints.get((colour, proposed))
        if tint is None:
            tint = QColor(colour)
            tint.setAlphaF((0.10 if proposed else 0.20) if self.theme.dark else (0.07 if proposed else 0.15))
            self._tints[colour, proposed] = tint
        return tint

    def underline(self, colour: str, proposed: bool) -> QPen:
        """Return the pen of a passage's underline, dashed for a proposal."""
        pen = self._pens.get((colour, proposed))
        if pen is None:
            pen = QPen(QColor(readable(colour, self.theme.paper, 3.0)), self.thickness)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if proposed:
                pen.setDashPattern([2.5, 1.5])
            self._pens[colour, proposed] = pen
        return pen

    def wave(self, ratio: float) -> QPixmap:
        """Return one period of the suspects' wavy line, drawn for a screen with this many dots per pixel."""
        if ratio not in self._waves:
            self._waves[ratio] = _wave(self.theme.amber, ratio)
        return self._waves[ratio]

    def caret_band(self, focused: bool) -> QColor:
        """Return the colour behind the caret's line."""
        theme = self.theme
        return QColor(theme.selection if focused else mix(theme.hover, theme.paper, 0.6))


def _wave(colour: str, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(WAVE_LENGTH * ratio), round(WAVE_HEIGHT * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1.3))
    top, middle, bottom = 0.2, WAVE_HEIGHT / 2, WAVE_HEIGHT - 0.2
    path = QPainterPath(QPointF(0, middle))
    path.cubicTo(WAVE_LENGTH * 0.18, top, WAVE_LENGTH * 0.32, top, WAVE_LENGTH / 2, middle)
    path.cubicTo(WAVE_LENGTH * 0.68, bottom, WAVE_LENGTH * 0.82, bottom, WAVE_LENGTH, middle)
    painter.drawPath(path)
    painter.end()
    return pixmap
