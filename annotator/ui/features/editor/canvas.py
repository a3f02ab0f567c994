"""The surface of the editor: a letter's text and, line by line, its marks.

The widget is a view. The text it shows is kept beside it, as a Python string, because a Qt document changes
what it holds (a no-break space, U+2028); every edit is made in both, here, in one place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from annotator.core.text import Span
from annotator.ui.features.editor.formats import line_formats
from annotator.ui.features.editor.layout import DeskLayout
from annotator.ui.features.editor.lines import (
    KINDS,
    LineMarks,
    Piece,
    Stretch,
    cut,
    edit_lines,
    lines_of,
    pieces_near,
)
from annotator.ui.features.editor.look import DeskLook
from annotator.ui.features.editor.margin import DeskMargin, MarginRow
from annotator.ui.features.editor.marks import DeskMarks, SectionMark, SuspectMark
from annotator.ui.features.editor.paint import Ground, paint_line_break, paint_marks, spans
from annotator.ui.features.editor.utf16 import Utf16Places, shown, units
from annotator.ui.theme.theme import theme_of
from annotator.ui.widgets.viewport import give_viewport

_DOCUMENT_MARGIN = 24.0  # at the right there is always room for a badge with a key


class DeskCanvas(QPlainTextEdit):
    """Show a letter's text with its marks; offsets are Unicode code points, half open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self._text = ""
        self._places = Utf16Places()
        self._lines = [LineMarks()]
        self._numbers = [0]
        self._busy = False
        self._look = DeskLook(theme_of(self), 100)
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(_DOCUMENT_MARGIN)
        self._layout = DeskLayout(document, self._room_above)
        document.setDocumentLayout(self._layout)
        self.setDocument(document)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(2)
        self._margin = DeskMargin(self._margin_rows, self)
        self.updateRequest.connect(self._update_margin)
        self._take_look(100)

    # ------------------------------------------------------------------ what is shown

    def text(self) -> str:
        """Return the text that is shown, every character as it was given."""
        return self._text

    def text_size(self) -> int:
        """Return the size of the text in percent."""
        return self._look.percent

    def show_text(self, text: str, marks: DeskMarks, line_numbers: Sequence[int]) -> None:
        """Show another letter, from its start. Line numbers go by line; 0 is none."""
        self._busy = True
        self._text, self._places = text, Utf16Places(text)
        self._numbers = list(line_numbers)
        self._lines = self._cut_all(marks)
        self.setPlainText(shown(text))
        self._busy = False
        self._fit_margin()
        self._format_visible()

    def replace(self, start: int, end: int, after: str) -> None:
        """Follow an edit that was made elsewhere: a stretch of the text becomes `after`."""
        first = self.firstVisibleBlock()
        line_before = first.firstLineNumber()
        self._edit(start, end, after)
        if first.isValid() and first.firstLineNumber() != line_before:
            moved = first.firstLineNumber() - line_before
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + moved)

    def set_marks(self, marks: DeskMarks, touched: tuple[int, int] | None = None) -> None:
        """Show other marks; with `touched`, a stretch of the text, only on the lines that it meets.

        With `touched`, the marks need only hold those that meet these lines.
        """
        if touched is None:
            self._lines = self._cut_all(marks)
            self._format_visible()
            self._update_rows(0, len(self._lines))
        else:
            first, last = self._block_at(touched[0]), self._block_at(touched[1])
            self._cut_blocks(marks, first, last.blockNumber())
            self._update_rows(first.blockNumber(), last.blockNumber())

    def set_suspects(self, suspects: Sequence[SuspectMark]) -> None:
        """Show other suspects and leave all else as it is."""
        self._set_kind("suspects", DeskMarks(suspects=tuple(suspects)))

    def set_hits(self, hits: Sequence[Span]) -> None:
        """Show other hits and leave all else as it is."""
        self._set_kind("hits", DeskMarks(hits=tuple(hits)))

    def _set_kind(self, kind: str, marks: DeskMarks) -> None:
        if not getattr(marks, kind) and not any(getattr(line, kind) for line in self._lines):
            return
        pieces = pieces_near(marks, kind, 0, len(self._text), self._places.to_units)
        for line, row in zip(self._lines, cut(pieces, self._whole()), strict=True):
            setattr(line, kind, tuple(row))
        self.viewport().update()

    def set_line_numbers(self, line_numbers: Sequence[int]) -> None:
        """Show other line numbers, one for each line of the text; 0 is none."""
        self._numbers = list(line_numbers)
        self._fit_margin()

    def set_text_size(self, percent: int) -> None:
        """Show the text larger or smaller: 100 is the usual size."""
        if percent != self._look.percent:
            self._take_look(percent)

    def drawn(self, kind: str) -> Iterator[tuple[Any, Span]]:
        """Yield the marks of a kind (`passages`, `hits`) and where they are drawn: a part for each line."""
        block, to_points = self.document().firstBlock(), self._places.to_points
        for line in self._lines:
            base = block.position()
            for piece in getattr(line, kind):
                yield piece.mark, Span(to_points(base + piece.start), to_points(base + piece.end))
            block = block.next()

    def place_rect(self, start: int, end: int) -> QRect:
        """Return where a stretch starts: its part on its first line, in the viewport's coordinates."""
        block = self._block_at(start)
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        ground = self._ground(QPainter(), block, 0.0, 0)
        base = block.position()
        first, last = self._places.to_units(start) - base, self._places.to_units(end) - base
        for span in spans(ground, first, min(last, block.length() - 1), {}):
            size = QRectF(span.left, top + span.top, max(2.0, span.right - span.left), span.bottom - span.top)
            return size.toAlignedRect()
        return QRect(0, round(top), 2, round(self._look.pitch))

    def stretch_rect(self, start: int, end: int) -> QRect:
        """Return where a stretch starts, as high as all its lines: what a card must not cover."""
        first, last = self.place_rect(start, end), self.place_rect(end, end)
        return first.united(QRect(first.left(), first.top(), 1, max(1, last.bottom() - first.top() + 1)))

    # ------------------------------------------------------------------ edits and marks

    def _edit(self, start: int, end: int, after: str) -> None:
        """Make an edit in the text, in the lines' marks and in Qt's document."""
        first_unit, last_unit = self._places.to_units(start), self._places.to_units(end)
        document = self.document()
        first, last = document.findBlock(first_unit), document.findBlock(last_unit)
        base, top, bottom = first.position(), first.blockNumber(), last.blockNumber()
        old = self._stretch(first, bottom)
        tail = old.end - last_unit
        lengths = [units(line) for line in after.split("\n")]
        lengths[0] += first_unit - base
        lengths[-1] += tail
        new = Stretch.of(lengths, base)
        edit = (first_unit, last_unit, after, units(after))
        self._lines[top : bottom + 1] = edit_lines(self._lines[top : bottom + 1], old, new, edit)
        self._numbers[top : bottom + 1] = [*self._numbers[top : top + 1], *([0] * (len(lengths) - 1))]
        self._text = self._text[:start] + after + self._text[end:]
        self._places.replace(start, end, after)
        self._busy = True
        cursor = QTextCursor(document)
        cursor.setPosition(first_unit)
        cursor.setPosition(last_unit, QTextCursor.MoveMode.KeepAnchor)
        cursor.beginEditBlock()
        cursor.insertText(shown(after), QTextCharFormat())
        self._format_lines(document.findBlockByNumber(top), len(lengths))
        cursor.endEditBlock()
        self._busy = False
        if bottom - top + 1 != len(lengths):
            self._margin.update()

    def _cut_all(self, marks: DeskMarks) -> list[LineMarks]:
        whole, length, to_units = self._whole(), len(self._text), self._places.to_units
        return lines_of([cut(pieces_near(marks, kind, 0, length, to_units), whole) for kind in KINDS])

    def _cut_blocks(self, marks: DeskMarks, first: QTextBlock, last_number: int) -> None:
        stretch, to_units = self._stretch(first, last_number), self._places.to_units
        low, high = self._places.to_points(stretch.starts[0]), self._places.to_points(stretch.end)
        top = first.blockNumber()
        self._lines[top : last_number + 1] = lines_of(
            [cut(pieces_near(marks, kind, low, high, to_units), stretch) for kind in KINDS]
        )
        self._format_lines(first, last_number - top + 1)

    def _whole(self) -> Stretch:
        return Stretch.of([units(line) for line in self._text.split("\n")])

    def _stretch(self, first: QTextBlock, last_number: int) -> Stretch:
        starts, lengths, block = [], [], first
        for _ in range(first.blockNumber(), last_number + 1):
            starts.append(block.position())
            lengths.append(block.length() - 1)
            block = block.next()
        return Stretch(starts, lengths)

    def _block_at(self, offset: int) -> QTextBlock:
        return self.document().findBlock(self._places.to_units(max(0, min(offset, len(self._text)))))

    # ------------------------------------------------------------------ looks

    def _take_look(self, percent: int) -> None:
        look = DeskLook(theme_of(self), percent)
        self._look = look
        self._layout.pitch = look.pitch
        self.document().setDefaultFont(look.font)
        self.setFont(look.font)
        palette = self.palette()
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):  # we paint the selection
            palette.setColor(group, QPalette.ColorRole.Highlight, QColor(0, 0, 0, 0))
        if palette != self.palette():
            self.setPalette(palette)
        for line in self._lines:
            line.formatted = False
        self._fit_margin()
        self._format_visible()
        self.viewport().update()

    def _room_above(self, number: int) -> float:
        pages = self._lines[number].pages if number < len(self._lines) else ()
        return self._look.page_room if any(page.mark.is_shown for page in pages) else 0.0

    def _format_visible(self) -> None:
        for block, _top, _height in self._visible(0, self.viewport().height()):
            self._format(block)

    def _format_lines(self, block: QTextBlock, count: int) -> None:
        for _ in range(count):
            self._format(block)
            block = block.next()

    def _format(self, block: QTextBlock) -> None:
        """Bring a line's character formats and the room above it up to its marks."""
        marks, layout = self._lines[block.blockNumber()], block.layout()
        if marks.formatted or layout is None:
            return
        marks.formatted = True
        wants = marks.passages or marks.furniture or marks.headings
        formats = line_formats(marks, block.text(), self._look) if wants else []
        has_room = layout.lineCount() > 0 and layout.lineAt(0).y() > self._look.pitch
        if formats or layout.formats() or has_room != bool(self._room_above(block.blockNumber())):
            layout.setFormats(formats)  # within an edit this waits for its end
            self.document().markContentsDirty(block.position(), block.length())

    # ------------------------------------------------------------------ painting

    def _visible(self, top: float, bottom: float) -> Iterator[tuple[QTextBlock, float, float]]:
        """Yield the blocks between two heights of the viewport, each with its top and its height."""
        block = self.firstVisibleBlock()
        at = self.contentOffset().y()
        if block.isValid():
            at = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and at <= bottom:
            height = self.blockBoundingRect(block).height()
            if at + height >= top:
                yield block, at, height
            at += height
            block = block.next()

    def _ground(self, painter: QPainter, block: QTextBlock, height: float, line_end: int) -> Ground:
        return Ground(painter, self._look, block.layout(), self.viewport().width(), height, line_end)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cursor = self.textCursor()
        current = self.document().findBlock(cursor.position()).blockNumber()
        for block, top, height in self._visible(event.rect().top(), event.rect().bottom()):
            number = block.blockNumber()
            self._format(block)
            painter.save()
            painter.translate(self.contentOffset().x(), top)
            if number == current:
                above = self._room_above(number)
                band = QRectF(0, above, self.viewport().width(), height - above)
                painter.fillRect(band, self._look.caret_band(self.hasFocus()))
            self._paint_block(painter, block, number, height, cursor)
            painter.restore()
        painter.end()
        super().paintEvent(event)

    def _update_rows(self, first: int, last: int) -> None:
        """Have the rows of these blocks painted anew, here and in the margin."""
        for block, top, height in self._visible(0, self.viewport().height()):
            if first <= block.blockNumber() <= last:
                row = QRectF(0, top, self.viewport().width(), height).toAlignedRect()
                self.viewport().update(row)
        self._margin.update()

    def _paint_block(
        self, painter: QPainter, block: QTextBlock, number: int, height: float, cursor: QTextCursor
    ) -> None:
        marks = self._lines[number]
        base, length = block.position(), block.length() - 1
        start, end = cursor.selectionStart() - base, cursor.selectionEnd() - base
        selection = (max(0, start), min(end, length)) if start < end and start <= length and end > 0 else None
        line_end = units(block.text().rstrip()) if marks.passages else 0
        ground = self._ground(painter, block, height, line_end)
        paint_marks(ground, marks, selection)
        if selection is not None and end > length:
            paint_line_break(ground)

    # ------------------------------------------------------------------ the margin

    def _margin_rows(self, top: float, bottom: float) -> Iterator[MarginRow]:
        current = self.textCursor().blockNumber()
        for block, at, height in self._visible(top, bottom):
            number = block.blockNumber()
            line_number = self._numbers[number] if number < len(self._numbers) else 0
            above = self._room_above(number)
            yield MarginRow(at, height, above, line_number, self._bars(block, number), number == current)

    def _bars(self, block: QTextBlock, number: int) -> tuple[Piece[SectionMark], ...]:
        """Return the bars beside a line; blank lines at a section's end have none: sections part there."""
        bars = self._lines[number].sections
        if not bars:
            return ()
        following = self._next_full(block)
        sections = self._lines[following].sections if following >= 0 else ()
        going_on = {piece.mark.uid for piece in sections}  # a line shown anew has marks of its own
        blank = block.length() == 1
        result = []
        for bar in bars:
            ends = bar.mark.uid not in going_on
            if not (blank and ends):
                result.append(Piece(bar.mark, bar.start, bar.end, bar.first, ends))
        return tuple(result)

    def _next_full(self, block: QTextBlock) -> int:
        following = block.next()
        while following.isValid() and following.length() == 1:
            following = following.next()
        return following.blockNumber() if following.isValid() else -1

    def _fit_margin(self) -> None:
        digits = len(str(max(self._numbers, default=0)))
        self._margin.set_look(self._look, digits, self.hasFocus())
        width = self._margin.sizeHint().width()
        if self.viewportMargins().left() != width:
            self.setViewportMargins(width, 0, 0, 0)
        area = self.contentsRect()
        self._margin.setGeometry(area.left(), area.top(), width, area.height())

    def _update_margin(self, rect: QRect, moved: int) -> None:
        if moved:
            self._margin.scroll(0, moved)
        else:
            self._margin.update(0, rect.y(), self._margin.width(), rect.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_margin()
        self._format_visible()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._format_visible()
