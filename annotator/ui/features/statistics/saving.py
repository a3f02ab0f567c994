"""A chart as a file: a picture (PNG, SVG) or its numbers (CSV), whole or not at all."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QImage, QImageWriter, QPainter

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.core.whole_file import write_whole
from annotator.exporters.csv_cells import defuse
from annotator.ui.theme.theme import LIGHT
from annotator.ui.widgets.chart import Chart, chart_height, paint_chart

_WIDE, _EDGE = 900, 24  # pixels
_SCALE = 2
ENDINGS = (".png", ".svg", ".csv")


def save_chart(chart: Chart, path: Path, font: QFont, head: tuple[str, str]) -> None:
    """Write a chart to a file, as its name's ending says; `head` names the columns of labels and sums.

    Pictures are light, for paper. Raises UserError where the file cannot be written.
    """
    makers = {
        ".png": lambda: _png(chart, font),
        ".svg": lambda: _svg(chart, font),
        ".csv": lambda: _csv(chart, head),
    }
    data = makers[path.suffix.lower()]()
    try:
        write_whole(path, data)
    except OSError as error:
        text = QT_TRANSLATE_NOOP("Charts", "{name} cannot be written: {why}. Choose another place.")
        why = error.strerror or str(error)
        raise UserError(Message("Charts", text, {"name": str(path), "why": why})) from error


def _size(chart: Chart, font: QFont) -> QSize:
    return QSize(_WIDE, chart_height(chart, font, _WIDE - 2 * _EDGE) + 2 * _EDGE)


def _paint(painter: QPainter, chart: Chart, font: QFont, size: QSize) -> None:
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), QColor(LIGHT.paper))
    inside = QRectF(0, 0, size.width(), size.height()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
    paint_chart(painter, inside, chart, LIGHT, font)


def _png(chart: Chart, font: QFont) -> bytes:
    size = _size(chart, font)
    image = QImage(size * _SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SCALE)
    painter = QPainter(image)
    _paint(painter, chart, font, size)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())


def _svg(chart: Chart, font: QFont) -> bytes:
    from PySide6.QtSvg import QSvgGenerator

    data, size = QByteArray(), _size(chart, font)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(chart.title)
    painter = QPainter(generator)
    _paint(painter, chart, font, size)
    painter.end()
    return bytes(data.data())


def _csv(chart: Chart, head: tuple[str, str]) -> bytes:
    out = io.StringIO()
    # Labels alone: what is counted is a number, and should be one.
    csv.writer(out).writerows([defuse(label), *numbers] for label, *numbers in chart.table(*head))
    return out.getvalue().encode("utf-8-sig")


def tabbed(chart: Chart, head: tuple[str, str]) -> str:
    """Return the numbers for the clipboard: a spreadsheet takes them as cells."""
    return "\n".join("\t".join(" ".join(text.split()) for text in row) for row in chart.table(*head))
