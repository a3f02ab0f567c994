"""Charts of bars, painted alike on the screen and in a file: values at the bars, patterns beside colours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QBrush,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.ui.theme.colours import mix
from annotator.ui.theme.fonts import sized
from annotator.ui.theme.theme import Theme, theme_of
from annotator.ui.widgets.roles import tell_role

_ROW, _BAR = 30, 17  # pixels of a row, and of the bar in it
_LABEL_MOST, _GAP = 240, 12
_LEGEND = 30
_COLUMNS_HIGH = 300
# Okabe and Ito's colours, which the colour-blind tell apart; darker on white, so that they stand out.
_LIGHT = ("#0f6a6f", "#d06a00", "#0067a5", "#a3477d", "#6b6b00", "#5a635e")
_DARK = ("#58b8b6", "#f0a24a", "#6bb3e6", "#d98ab8", "#c9c25a", "#98a29d")
_PATTERNS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense4Pattern,
    Qt.BrushStyle.DiagCrossPattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.VerPattern,
)


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A row of a chart: its label, a value for each series, and what it leads to, None for nothing."""

    label: str
    values: tuple[int, ...]
    leads: object = None

    @property
    def total(self) -> int:
        """The sum of the values."""
        return sum(self.values)


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart shows. One series needs no name. `over_time`: the rows are moments, drawn as columns."""

    title: str
    rows: tuple[ChartRow, ...]
    series: tuple[str, ...] = ("",)
    note: str = ""
    over_time: bool = False

    def table(self, label: str, total: str) -> list[list[str]]:
        """Return the numbers as a table with a head."""
        names = list(self.series) if len(self.series) > 1 else []
        head = [label, *names, total]
        return [
            head,
            *([row.label, *map(str, row.values if names else ()), str(row.total)] for row in self.rows),
        ]


def colours(theme: Theme) -> Sequence[str]:
    """Return the colours of the series."""
    return _DARK if theme.dark else _LIGHT


def number(value: int) -> str:
    """Return a number as it is written here."""
    return QLocale().toString(value)


def chart_height(chart: Chart, font: QFont, width: int) -> int:
    """Return the height in pixels that a chart needs at a width."""
    title = QFontMetrics(sized(font, 1.2, bold=True)).height() + 10
    note = QFontMetrics(font).height() + 10 if chart.note else 0
    legend = _LEGEND if len(chart.series) > 1 else 0
    body = _COLUMNS_HIGH if chart.over_time else max(1, len(chart.rows)) * _ROW
    return title + note + legend + body + 8


def paint_chart(painter: QPainter, rect: QRectF, chart: Chart, theme: Theme, font: QFont) -> None:
    """Draw a chart in a rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    top = _paint_head(painter, rect, chart, theme, font)
    body = QRectF(rect.left(), top, rect.width(), rect.bottom() - top)
    painter.setFont(font)
    if chart.over_time:
        _paint_columns(painter, body, chart, theme, font)
    else:
        _paint_bars(painter, body, chart, theme, font)
    painter.restore()


def head_height(chart: Chart, font: QFont) -> int:
    """Return how high title, note and legend are together, in pixels."""
    high, line = QFontMetrics(sized(font, 1.2, bold=True)).height() + 4, QFontMetrics(font).height() + 10
    return high + (line if chart.note else 6) + (_LEGEND if len(chart.series) > 1 else 0)


def row_rect(chart: Chart, font: QFont, room: QRectF, row: int) -> QRectF:
    """Return the stretch of a chart that a row has, in which it can be clicked."""
    top = room.top() + head_height(chart, font)
    if not chart.over_time:
        return QRectF(room.left(), top + row * _ROW, room.width(), _ROW)
    most = max((one.total for one in chart.rows), default=0) or 1
    left = room.left() + QFontMetrics(font).horizontalAdvance(number(most)) + 10
    step = (room.right() - left) / max(1, len(chart.rows))
    return QRectF(left + step * row, top, step, room.bottom() - top)


def _paint_head(painter: QPainter, rect: QRectF, chart: Chart, theme: Theme, font: QFont) -> float:
    """Draw title, note and legend; return where the bars begin."""
    one_line = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
    big, y = sized(font, 1.2, bold=True), rect.top()
    high = QFontMetrics(big).height()
    painter.setFont(big)
    painter.setPen(QColor(theme.ink))
    painter.drawText(QRectF(rect.left(), y, rect.width(), high), one_line, chart.title)
    y += high + 4
    painter.setFont(font)
    if chart.note:
        painter.setPen(QColor(theme.muted))
        painter.drawText(
            QRectF(rect.left(), y, rect.width(), QFontMetrics(font).height()), one_line, chart.note
        )
        y += QFontMetrics(font).height() + 10
    else:
        y += 6
    if len(chart.series) > 1:
        x = rect.left()
        for place, name in enumerate(chart.series):
            box = QRectF(x, y + 5, 14, 14)
            _fill(painter, box, place, theme)
            painter.setPen(QColor(theme.ink))
            wide = QFontMetrics(font).horizontalAdvance(name)
            painter.drawText(QRectF(x + 20, y, wide + 2, 24), one_line, name)
            x += wide + 42
        y += _LEGEND
    return y


def _fill(painter: QPainter, rect: QRectF, series: int, theme: Theme) -> None:
    """Fill a bar in the colour and pattern of a series: the pattern tells it without the colour."""
    colour, pattern = colours(theme)[series % len(_LIGHT)], _PATTERNS[series % len(_PATTERNS)]
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    if pattern is Qt.BrushStyle.SolidPattern:
        painter.fillRect(rect, QColor(colour))
    else:
        painter.fillRect(rect, QColor(mix(colour, theme.panel, 0.38)))
        painter.fillRect(rect, QBrush(QColor(colour), pattern))
        painter.setPen(QPen(QColor(colour), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()


def _paint_bars(painter: QPainter, rect: QRectF, chart: Chart, theme: Theme, font: QFont) -> None:
    metrics = QFontMetrics(font)
    label = min(_LABEL_MOST, max((metrics.horizontalAdvance(row.label) for row in chart.rows), default=0) + 4)
    most = max((row.total for row in chart.rows), default=0) or 1
    room = _room(rect.width() - label - 2 * _GAP, chart, most, metrics)
    one_line = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    for place, row in enumerate(chart.rows):
        y = rect.top() + place * _ROW
        line = QRectF(rect.left(), y, label, _ROW)
        painter.setPen(QColor(theme.ink))
        name = metrics.elidedText(row.label, Qt.TextElideMode.ElideMiddle, label)
        painter.drawText(line, int(one_line | Qt.AlignmentFlag.AlignRight), name)
        x = rect.left() + label + _GAP
        for series, value in enumerate(row.values):
            wide = room * value / most
            if value:
                _fill(painter, QRectF(x, y + (_ROW - _BAR) / 2, max(1.5, wide), _BAR), series, theme)
            x += max(1.5, wide) if value else 0
        painter.setPen(QColor(theme.ink if row.total else theme.muted))
        painter.drawText(
            QRectF(x + 8, y, rect.right() - x, _ROW), int(one_line), _said(row, len(chart.series))
        )


def _room(width: float, chart: Chart, most: int, metrics: QFontMetrics) -> float:
    """Return how long the longest bar may be, so that each has room for its value behind it."""
    series = len(chart.series)
    rooms = (
        (width - metrics.horizontalAdvance(_said(row, series)) - 8) * most / row.total
        for row in chart.rows
        if row.total
    )
    return max(20.0, min(rooms, default=width))


def _said(row: ChartRow, series: int) -> str:
    """Return a row's value as it stands at its bar; several parts are said as well: `12 = 8 + 4`."""
    parts = [value for value in row.values if value]
    if series > 1 and len(parts) > 1:
        return f"{number(row.total)} = {' + '.join(number(value) for value in parts)}"
    return number(row.total)


def _paint_columns(painter: QPainter, rect: QRectF, chart: Chart, theme: Theme, font: QFont) -> None:
    metrics = QFontMetrics(font)
    most = max((row.total for row in chart.rows), default=0) or 1
    left, foot = rect.left() + metrics.horizontalAdvance(number(most)) + 10, metrics.height() + 10
    floor, high = rect.bottom() - foot, rect.height() - foot - metrics.height() - 6
    painter.setPen(QColor(theme.muted))
    right_aligned = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    for value in sorted({0, most // 2, most}):
        y = floor - high * value / most
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(QPointF(left, y), QPointF(rect.right(), y))
        painter.setPen(QColor(theme.muted))
        painter.drawText(
            QRectF(rect.left(), y - 10, left - rect.left() - 8, 20), right_aligned, number(value)
        )
    step = (rect.right() - left) / max(1, len(chart.rows))
    wide = min(34.0, max(1.5, step * 0.72))
    last = -1e9
    for number_of, row in enumerate(chart.rows):
        x, y = left + step * number_of + (step - wide) / 2, floor
        for series, value in enumerate(row.values):
            tall = high * value / most
            if value:
                _fill(painter, QRectF(x, y - tall, wide, tall), series, theme)
            y -= tall
        painter.setPen(QColor(theme.ink))
        middle, said = x + wide / 2, number(row.total)
        if row.total and metrics.horizontalAdvance(said) + 6 < step:
            painter.drawText(
                QRectF(middle - step / 2, y - 20, step, 18), int(Qt.AlignmentFlag.AlignCenter), said
            )
        words = metrics.horizontalAdvance(row.label)
        start = min(max(middle - words / 2, left), rect.right() - words)
        if start > last + 14:
            painter.setPen(QColor(theme.muted))
            painter.drawText(
                QRectF(start, floor + 4, words + 2, foot), int(Qt.AlignmentFlag.AlignLeft), row.label
            )
            last = start + words


class ChartView(QWidget):
    """Show a chart; a screen reader is told its numbers.

    A click on a row, or Enter on the one that the arrows chose, asks by `led` for what it leads to.
    """

    led = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tell_role(self, QAccessible.Role.Chart)
        self._chart = Chart("", ())
        self._row = -1  # at the cursor or below the mouse
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_chart(self, chart: Chart) -> None:
        """Show another chart."""
        self._chart, self._row = chart, -1
        leads = any(row.leads is not None for row in chart.rows)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leads else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(chart.title)
        numbers = "; ".join(f"{row.label}: {_said(row, len(chart.series))}" for row in chart.rows)
        self.setAccessibleDescription(numbers)
        self.updateGeometry()
        self.update()

    @property
    def chart(self) -> Chart:
        """Return what is shown."""
        return self._chart

    def sizeHint(self) -> QSize:
        return QSize(560, chart_height(self._chart, self.font(), 560))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    # --- rows that lead somewhere -------------------------------------------------------------------

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(0, 0, -2, 0)

    def rect_of(self, row: int) -> QRectF:
        """Return where a row is."""
        return row_rect(self._chart, self.font(), self._room(), row)

    def _row_at(self, event: QMouseEvent) -> int:
        rows = range(len(self._chart.rows))
        return next((row for row in rows if self.rect_of(row).contains(event.position())), -1)

    def _leads(self, row: int) -> bool:
        return 0 <= row < len(self._chart.rows) and self._chart.rows[row].leads is not None

    def _go_to(self, row: int) -> None:
        if row != self._row:
            self._row = row
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if self._leads(row) else Qt.CursorShape.ArrowCursor
            )
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_to(self._row_at(event))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        if not self.hasFocus():
            self._go_to(-1)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event)
        if event.button() == Qt.MouseButton.LeftButton and self._leads(row):
            self.led.emit(self._chart.rows[row].leads)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back, on = (Qt.Key.Key_Up, Qt.Key.Key_Left), (Qt.Key.Key_Down, Qt.Key.Key_Right)
        last = len(self._chart.rows) - 1
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._leads(self._row):
            if not event.isAutoRepeat():
                self.led.emit(self._chart.rows[self._row].leads)
        elif event.key() in back or event.key() in on:
            self._go_to(max(0, min(last, self._row + (1 if event.key() in on else -1))))
            self._tell_row()
        else:
            super().keyPressEvent(event)

    def _tell_row(self) -> None:
        row = self._chart.rows[self._row]
        said = f"{row.label}: {_said(row, len(self._chart.series))}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._row < 0:
            self._go_to(0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._go_to(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_of(self)
        if self._leads(self._row):
            place = self.rect_of(self._row).adjusted(0, 1, 0, -1)
            painter.fillRect(place, QColor(theme.hover))
            if self.hasFocus():
                painter.setPen(QPen(QColor(theme.accent), 1.5))
                painter.drawRect(place.adjusted(1, 0, -1, -1))
        paint_chart(painter, self._room(), self._chart, theme, self.font())
