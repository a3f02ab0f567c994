"""A key, drawn as a small cap where it is used."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.theme.fonts import sized
from annotator.ui.theme.theme import Theme, theme_of

_PADDING = 5.0
_RADIUS = 3.5
_SHORT = {
    **{"Return": "Enter", "PgDown": "PgDn", "Escape": "Esc", "Del": "Delete"},
    **{"Up": "↑", "Down": "↓", "Left": "←", "Right": "→"},
}
# Qt's own names of these keys are too long, or not what stands on the key; menus show them too.
LONG_NAMES = (
    QT_TRANSLATE_NOOP("QShortcut", "Up"),
    QT_TRANSLATE_NOOP("QShortcut", "Down"),
    QT_TRANSLATE_NOOP("QShortcut", "Left"),
    QT_TRANSLATE_NOOP("QShortcut", "Right"),
    QT_TRANSLATE_NOOP("QShortcut", "Space"),
    QT_TRANSLATE_NOOP("QShortcut", "Return"),
    QT_TRANSLATE_NOOP("QShortcut", "PgDown"),
    QT_TRANSLATE_NOOP("QShortcut", "Del"),
)


def key_text(keys: str) -> str:
    """Return a key sequence as it stands on this platform's keyboard: `Ctrl+Return` becomes `Ctrl+Enter`."""
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys
    head, plus, last = native.rpartition("+")
    return head + plus + _SHORT.get(last, last) if last else native


def cap_size(keys: str, font: QFont) -> QSize:
    """Return the size of a cap in pixels; `font` is that of the text around it."""
    metrics = QFontMetricsF(sized(font, 0.86))
    height = round(metrics.height()) + 4
    width = max(float(height), metrics.horizontalAdvance(keys) + 2 * _PADDING)
    return QSize(round(width), height)


def paint_cap(painter: QPainter, rect: QRectF, keys: str, theme: Theme, font: QFont) -> None:
    """Draw a cap with its keys in a rectangle; `font` is that of the text around it."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    face = rect.adjusted(0.5, 0.5, -0.5, -1.0)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.line_strong))
    painter.drawRoundedRect(face.translated(0, 1), _RADIUS, _RADIUS)
    painter.setPen(QPen(QColor(theme.line_strong), 1))
    painter.setBrush(QColor(theme.cap))
    painter.drawRoundedRect(face, _RADIUS, _RADIUS)
    painter.setPen(QColor(theme.ink))
    painter.setFont(sized(font, 0.86))
    painter.drawText(face, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, keys)
    painter.restore()


class KeyCap(QWidget):
    """Show the keys of a command, e.g. `Ctrl+Enter`, as one cap."""

    def __init__(self, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_keys(keys)

    @property
    def keys(self) -> str:
        """Return the keys as they are shown."""
        return self._keys

    def set_keys(self, keys: str) -> None:
        """Show other keys."""
        self._keys = key_text(keys) if keys else ""
        self.setAccessibleName(self._keys)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return cap_size(self._keys, self.font())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        size = self.sizeHint()
        top = (self.height() - size.height()) / 2
        paint_cap(
            painter, QRectF(0, top, size.width(), size.height()), self._keys, theme_of(self), self.font()
        )
