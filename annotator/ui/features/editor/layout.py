"""The layout of the letter's lines: an even, generous pitch, and room above a page for its rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QPlainTextDocumentLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout

LINE_HEIGHT = 1.68  # times the font's size
RISE = 0.38  # share of a line's spare height above the text; more is left below, for the underlines
TEXT_LEFT = (
    12.0  # pixels from the margin to the text; the document's own margin is larger, for badges at the right
)


class DeskLayout(QPlainTextDocumentLayout):
    """Spread the lines that Qt lays out close together.

    QPlainTextEdit asks this layout for the height of each block it shows, and honours what it is told; the
    lines themselves are moved to their places when that happens. A freshly laid out line stands at 0.
    """

    def __init__(self, document: QTextDocument, room_above: Callable[[int], float]) -> None:
        super().__init__(document)
        self._room_above = room_above
        self.pitch = 22.0

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        # Qt calls this some hundred times for a key press: every call in it counts.
        if not block.isValid():
            return QRectF()
        layout = block.layout()
        count = layout.lineCount()
        if not count or layout.lineAt(0).y() < 0.5:
            super().blockBoundingRect(block)
            self._spread(layout, self._room_above(block.blockNumber()))
            count = layout.lineCount()
            if not count:
                # Amidst a change Qt may not lay a block out yet; to ask a line that is not there would end
                # the program.
                return QRectF(0, 0, 0, self.pitch)
        first = layout.lineAt(0)
        above = first.y() - (self.pitch - first.height()) * RISE
        return QRectF(0, 0, first.width(), above + count * self.pitch)

    def documentChanged(self, from_: int, removed: int, added: int) -> None:
        # Qt takes the sum of both counts for the length of the change, so that a new format on one line
        # counts as a change of two lines, which lays out and paints everything anew: 12 ms instead of 1.
        document = self.document()
        if document.findBlock(from_) == document.findBlock(from_ + max(0, added - 1)):
            removed, added = 0, min(added, 1)
        super().documentChanged(from_, removed, added)

    def _spread(self, layout: QTextLayout, above: float) -> None:
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            top = above + number * self.pitch + (self.pitch - line.height()) * RISE
            line.setPosition(QPointF(TEXT_LEFT, top))
