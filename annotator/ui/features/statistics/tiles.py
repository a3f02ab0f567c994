"""The overview's tiles: a large figure, what it is of, and a line below."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from annotator.ui.features.statistics.overview import Overview
from annotator.ui.theme.fonts import sized
from annotator.ui.theme.theme import theme_of
from annotator.ui.translate import filled

_SIDE = 14
_ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class Tile(QWidget):
    """Show a figure with its name above and a line below; `share` (0 to 1) is drawn as a bar."""

    def __init__(
        self, name: str, figure: str, below: str, share: float = -1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._figure, self._below, self._share = name, figure, below, share
        self.setAccessibleName(f"{name}: {figure}. {below}")
        self.setToolTip(self.accessibleName())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """Return what the tile says."""
        return self.accessibleName()

    def sizeHint(self) -> QSize:
        line, big = self.fontMetrics().height(), QFontMetrics(sized(self.font(), 1.9, bold=True)).height()
        words = max(self.fontMetrics().horizontalAdvance(text) for text in (self._name, self._below))
        return QSize(max(150, words + 2 * _SIDE + 4), 2 * line + big + 36)

    def minimumSizeHint(self) -> QSize:
        return QSize(130, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(theme.paper))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        line, big = self.fontMetrics().height(), sized(self.font(), 1.9, bold=True)
        high, wide, y = QFontMetrics(big).height(), self.width() - 2 * _SIDE, 10.0
        lines = (
            (self._name, self.font(), theme.muted, line),
            (self._figure, big, theme.ink, high),
            (self._below, self.font(), theme.muted, line),
        )
        for text, font, colour, tall in lines:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            fitting = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, wide)
            painter.drawText(QRectF(_SIDE, y, wide, tall), int(_ONE_LINE), fitting)
            y += tall + 3
        if self._share >= 0:
            bar = QRectF(_SIDE, self.height() - 11, wide, 4)
            painter.setPen(Qt.PenStyle.NoPen)
            for part, colour in ((1.0, theme.line), (self._share, theme.accent)):
                painter.setBrush(QColor(colour))
                painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * part, 4), 2, 2)


class Tiles(QWidget):
    """Show how far a project is, in four tiles."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)

    def show_overview(self, found: Overview, today: date) -> None:
        """Show these figures."""
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for tile in self._tiles(found, today):
            self._row.addWidget(tile, 1)

    def tiles(self) -> list[Tile]:
        """Return the tiles, from the left."""
        return self.findChildren(Tile)

    def _tiles(self, found: Overview, today: date) -> list[Tile]:
        number = QLocale().toString
        share = found.done / found.letters if found.letters else 0.0
        percent = filled(
            self.tr("{n} % of {letters:letter|letters}"), n=int(100 * share), letters=found.letters
        )
        pace = "–" if found.pace is None else QLocale().toString(round(found.pace, 1), "g", 4)
        none_yet = self.tr("no letter was marked as done yet")
        return [
            Tile(self.tr("Done"), number(found.done), percent, share, self),
            Tile(
                self.tr("To go"),
                number(found.left),
                self.tr("letters that are not done"),
                parent=self,
            ),
            Tile(
                self.tr("Pace"),
                pace,
                none_yet if found.pace is None else self.tr("letters per day of work"),
                parent=self,
            ),
            self._ready(found, today),
        ]

    def _ready(self, found: Overview, today: date) -> Tile:
        name = self.tr("Ready")
        if found.letters and not found.left:
            return Tile(name, self.tr("all done"), "", parent=self)
        if found.ready is None:
            return Tile(name, "–", self.tr("cannot be said yet"), parent=self)
        day = QDate(found.ready.year, found.ready.month, found.ready.day)
        shape = "d MMMM" if found.ready.year == today.year else "d MMM yyyy"
        return Tile(name, QLocale().toString(day, shape), self.tr("at this pace, on weekdays"), parent=self)
