"""The formats of an export, in groups by who needs them."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from annotator import exporters
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.exporters import Exporter
from annotator.ui.theme.fonts import sized
from annotator.ui.theme.theme import theme_of
from annotator.ui.translate import translated
from annotator.ui.widgets.elided_label import plain_tooltip

# Formats by their ids; one that is in no group stands in the last one.
_GROUPS: tuple[tuple[Message, tuple[str, ...]], ...] = (
    (
        Message("ExportDialog", QT_TRANSLATE_NOOP("ExportDialog", "To read and publish")),
        ("docx", "html", "pdf", "pdf-ua", "txt", "reflow", "ocr"),
    ),
    (
        Message("ExportDialog", QT_TRANSLATE_NOOP("ExportDialog", "Reports and tables")),
        ("report", "report-docx", "report-html", "report-csv", "xlsx", "csv", "csv-semicolon"),
    ),
    (
        Message("ExportDialog", QT_TRANSLATE_NOOP("ExportDialog", "For the archive")),
        ("bundle", "mdto", "diwoo"),
    ),
    (Message("ExportDialog", QT_TRANSLATE_NOOP("ExportDialog", "For research and other programs")), ()),
)
_MARGIN = 80  # pixels that a line needs beside its words


def grouped() -> list[tuple[Message, list[Exporter]]]:
    """Return the groups that have formats, each with them."""
    left = {exporter.id: exporter for exporter in exporters.EXPORTERS}
    groups = [(name, [left.pop(known) for known in ids if known in left]) for name, ids in _GROUPS]
    groups[-1][1].extend(left.values())
    return [(name, members) for name, members in groups if members]


class FormatList(QListWidget):
    """Choose a format; the names of the groups are no choice.

    Those that are ticked are written together; which one is chosen does not matter then.
    """

    format_chosen = Signal(str)
    ticked_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Formats"))
        self.setProperty("class", "pages")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        for name, members in grouped():
            self._add_heading(translated(name))
            for exporter in members:
                item = QListWidgetItem(translated(exporter.name), self)
                item.setData(Qt.ItemDataRole.UserRole, exporter.id)
                item.setToolTip(plain_tooltip(item.text()))
        self.currentItemChanged.connect(lambda item, _: self.format_chosen.emit(self.format_id))
        self.tick(())
        self._ticked: tuple[str, ...] = ()
        self.itemChanged.connect(lambda _: self._note_ticks())

    def _note_ticks(self) -> None:
        if self.ticked != self._ticked:  # an item's size is a change of it, too
            self._ticked = self.ticked
            self.ticked_changed.emit()

    def _add_heading(self, name: str) -> None:
        item = QListWidgetItem(name, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        item.setFont(sized(self.font(), 0.88, bold=True))
        item.setForeground(QColor(theme_of(self).muted))
        item.setSizeHint(QSize(0, self.fontMetrics().height() + 22))
        item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)

    def fit(self, most: int) -> None:
        """Become as wide as the names ask for, at most so many pixels; longer ones get more lines."""
        widest = max(self.fontMetrics().horizontalAdvance(self.item(n).text()) for n in range(self.count()))
        self.setFixedWidth(min(most, max(200, widest + _MARGIN)))
        room = QRect(0, 0, self.width() - _MARGIN, 1000)
        for item in map(self.item, range(self.count())):
            if item.data(Qt.ItemDataRole.UserRole):
                words = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
                item.setSizeHint(QSize(0, words.height() + 16))

    def choose(self, format_id: str) -> None:
        """Choose a format, the first one where there is none of that id."""
        items = [self.item(n) for n in range(self.count())]
        formats = [item for item in items if item.data(Qt.ItemDataRole.UserRole)]
        self.setCurrentItem(
            next((item for item in formats if item.data(Qt.ItemDataRole.UserRole) == format_id), formats[0])
        )

    def tick(self, format_ids: Collection[str]) -> None:
        """Tick these formats and no others."""
        for item in map(self.item, range(self.count())):
            if format_id := item.data(Qt.ItemDataRole.UserRole):
                ticked = Qt.CheckState.Checked if format_id in format_ids else Qt.CheckState.Unchecked
                item.setCheckState(ticked)

    @property
    def ticked(self) -> tuple[str, ...]:
        """The ids of the formats that are ticked."""
        items = map(self.item, range(self.count()))
        chosen = (item for item in items if item.checkState() == Qt.CheckState.Checked)
        return tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in chosen)

    @property
    def format_id(self) -> str:
        """The id of the chosen format."""
        return str(self.currentIndex().data(Qt.ItemDataRole.UserRole) or exporters.EXPORTERS[0].id)
