"""Painting one block of the letter: what lies under and around its text. Nothing here changes anything."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextLayout, QTextLine

from annotator.ui.features.editor.formats import BadgeGroup, badge_groups, short_text
from annotator.ui.features.editor.layout import RISE, TEXT_LEFT
from annotator.ui.features.editor.lines import LineMarks, Piece, lanes
from annotator.ui.features.editor.look import BADGE_GAP, WAVE_HEIGHT, DeskLook
from annotator.ui.features.editor.marks import PageMark, SectionMark
from annotator.ui.widgets.badge import badge_text, paint_badge

_LANES = 3  # underlines that can be told apart below a line


class Ground(NamedTuple):
    """Where a block is painted. The painter's origin is the block's; pixels; `line_end` in units."""

    painter: QPainter
    look: DeskLook
    layout: QTextLayout
    width: float
    height: float
    line_end: int


class Span(NamedTuple):
    """A part of one line as laid out, from `left` to `right`."""

    left: float
    right: float
    top: float
    baseline: float
    bottom: float


def paint_marks(ground: Ground, marks: LineMarks, selection: tuple[int, int] | None) -> None:
    """Paint everything on a block but its text, from the back to the front; the selection in units."""
    groups = badge_groups(marks, ground.line_end, ground.look) if marks.passages else []
    spacing = {group.at: group.spacing for group in groups}
    for page in marks.pages:
        if page.mark.is_shown:
            _paint_page(ground, page.mark)
    for passage in marks.passages:
        tint = ground.look.tint(passage.mark.colour, passage.mark.proposed)
        _fill(ground, passage.start, passage.end, spacing, tint)
    for suspect in marks.suspects:
        if suspect.mark.current:
            _fill(ground, suspect.start, suspect.end, spacing, QColor(ground.look.theme.amber_tint))
    for hit in marks.hits:
        _paint_hit(ground, hit.start, hit.end, spacing)
    if selection is not None:
        _fill(ground, *selection, {}, QColor(ground.look.theme.marked))
    for evidence in marks.evidence:
        _paint_evidence(ground, evidence.start, evidence.end, spacing)
    _paint_underlines(ground, marks, spacing)
    _paint_badges(ground, marks, groups)


def spans(ground: Ground, start: int, end: int, spacing: dict[int, float]) -> Iterator[Span]:
    """Yield the parts of a stretch on each of the block's lines; the room for badges at its end left out."""
    count = ground.layout.lineCount()
    composed_at = ground.layout.preeditAreaPosition()
    composed = len(ground.layout.preeditAreaText()) if composed_at >= 0 else 0
    if composed:  # what an input method composes is laid out, but not in the text yet
        start += composed if start > composed_at else 0
        end += composed if end > composed_at else 0
    for number in range(count):
        line = ground.layout.lineAt(number)
        first, last = line.textStart(), line.textStart() + line.textLength()
        if (
            end < first
            or (end == first and start < end)
            or start > last
            or (start == last and number + 1 < count)
        ):
            continue
        left = _x(line, max(start, first))
        right = _x(line, min(end, last))
        if end <= last:
            right -= spacing.get(end - composed if composed and end > composed_at else end, 0.0)
        yield _span(line, left, max(left, right))


def _x(line: QTextLine, unit: int) -> float:
    place: Any = line.cursorToX(unit)  # PySide gives the position too
    return float(place[0])


def _span(line: QTextLine, left: float, right: float) -> Span:
    top = line.y()
    return Span(left, right, top, top + line.ascent(), top + line.height())


def _fill(ground: Ground, start: int, end: int, spacing: dict[int, float], colour: QColor) -> None:
    for span in spans(ground, start, end, spacing):
        rect = QRectF(span.left - 1, span.top - 1, span.right - span.left + 2, span.bottom - span.top + 2)
        if span.right > span.left:
            ground.painter.fillRect(rect, colour)


def _paint_hit(ground: Ground, start: int, end: int, spacing: dict[int, float]) -> None:
    """Lay a tint with an edge under a hit: the edge tells it without the colour."""
    theme, painter = ground.look.theme, ground.painter
    for span in spans(ground, start, end, spacing):
        rect = QRectF(span.left - 0.5, span.top + 0.5, span.right - span.left + 1, span.bottom - span.top - 1)
        painter.setPen(QPen(QColor(theme.amber), 1))
        painter.setBrush(QColor(theme.amber_tint))
        painter.drawRoundedRect(rect, 3, 3)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_line_break(ground: Ground) -> None:
    """Show that a selection takes the line's break along."""
    line = ground.layout.lineAt(ground.layout.lineCount() - 1)
    left = _x(line, line.textStart() + line.textLength())
    rect = QRectF(left, line.y() - 1, 5, line.height() + 2)
    ground.painter.fillRect(rect, QColor(ground.look.theme.marked))


def _paint_page(ground: Ground, page: PageMark) -> None:
    look, painter = ground.look, ground.painter
    text = QCoreApplication.translate("TextView", "Page {number}").format(number=page.number)
    if page.notice:
        text = f"{text} · {page.notice}"
    middle = look.page_room / 2
    painter.setFont(look.small)
    painter.setPen(QColor(look.theme.muted))
    room = QRectF(TEXT_LEFT, 0, ground.width - TEXT_LEFT, look.page_room)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    used = painter.boundingRect(room, flags, text)
    painter.drawText(room, flags, text)
    painter.setPen(QPen(QColor(look.theme.line_strong), 1))
    painter.drawLine(QPointF(used.right() + 10, middle + 0.5), QPointF(ground.width - 24, middle + 0.5))


def _paint_evidence(ground: Ground, start: int, end: int, spacing: dict[int, float]) -> None:
    """Set thin corners around a value's evidence: half a frame, that no underline can be taken for."""
    painter = ground.painter
    painter.setPen(QPen(QColor(ground.look.theme.accent), 1))
    for span in spans(ground, start, end, spacing):
        left, right = round(span.left) - 1.5, round(span.right) + 1.5
        top, bottom = round(span.top) - 0.5, round(span.bottom) + 0.5
        painter.drawPolyline([QPointF(left, top + 4), QPointF(left, top), QPointF(left + 4, top)])
        painter.drawPolyline([QPointF(right - 4, bottom), QPointF(right, bottom), QPointF(right, bottom - 4)])


def _paint_underlines(ground: Ground, marks: LineMarks, spacing: dict[int, float]) -> None:
    lined: list[Piece[Any]] = [*marks.suspects, *marks.corrections, *marks.passages]
    if not lined:
        return
    lane_of = lanes([(piece.start, piece.end) for piece in lined])
    for piece, lane in zip(marks.suspects, lane_of, strict=False):
        for span in spans(ground, piece.start, piece.end, spacing):
            _paint_wave(ground, span, _lane_y(ground, span, lane))
    skip = len(marks.suspects)
    for correction, lane in zip(marks.corrections, lane_of[skip:], strict=False):
        for span in spans(ground, correction.start, correction.end, spacing):
            _paint_dots(ground, span, _lane_y(ground, span, lane))
    skip += len(marks.corrections)
    for passage, lane in zip(marks.passages, lane_of[skip:], strict=True):
        ground.painter.setPen(ground.look.underline(passage.mark.colour, passage.mark.proposed))
        for span in spans(ground, passage.start, passage.end, spacing):
            y = _lane_y(ground, span, lane)
            if span.right > span.left:
                ground.painter.drawLine(QPointF(span.left, y), QPointF(span.right, y))


def _lane_y(ground: Ground, span: Span, lane: int) -> float:
    """Return the middle of a lane, on whole pixels; the lowest lanes share the last ones of the row."""
    thick = ground.look.thickness
    top = round(span.baseline + 2) + (thick + 1) * min(lane, _LANES - 1)
    last = span.baseline - ground.look.ascent + (1 - RISE) * ground.look.spare + ground.look.line_height
    return min(top, round(last) - 1) + thick / 2


def _paint_wave(ground: Ground, span: Span, y: float) -> None:
    wave = ground.look.wave(ground.painter.device().devicePixelRatioF())
    rect = QRectF(round(span.left), round(y - WAVE_HEIGHT / 2), span.right - span.left, WAVE_HEIGHT)
    ground.painter.drawTiledPixmap(rect, wave)


def _paint_dots(ground: Ground, span: Span, y: float) -> None:
    painter = ground.painter
    pen = QPen(QColor(ground.look.theme.muted), 1.5 * max(1.0, ground.look.scale))
    if span.right > span.left:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([1.0, 1.6])
        painter.setPen(pen)
        painter.drawLine(QPointF(span.left, y), QPointF(span.right, y))
    else:  # something was taken out here
        pen.setWidthF(1.2)
        painter.setPen(pen)
        painter.drawPolyline(
            [QPointF(span.left - 3, y + 2.5), QPointF(span.left, y - 1), QPointF(span.left + 3, y + 2.5)]
        )


def _paint_badges(ground: Ground, marks: LineMarks, groups: list[BadgeGroup]) -> None:
    free, row = 0.0, 0.0
    for group in groups:
        for span in spans(ground, group.at, group.at, {}):
            free, row = (free, row) if span.top == row else (0.0, span.top)
            left = span.left - group.spacing + BADGE_GAP
            left = max(left, free) if not group.spacing else left
            free = _paint_group(ground, group, left, span)
    for section in marks.headings:
        if section.last:
            free = _paint_section_badge(ground, section.mark, free)
    for bar in marks.sections:
        if bar.first and bar.mark.heading is None:
            free = _paint_section_badge(ground, bar.mark, free)


def _paint_group(ground: Ground, group: BadgeGroup, left: float, span: Span) -> float:
    for piece in group.pieces:
        mark = piece.mark
        text = short_text(mark)
        whole = badge_text(mark.key, mark.name)
        alone = not group.spacing and len(group.pieces) == 1
        if alone and left + ground.look.badge_width(whole) < ground.width - 4:
            text = whole
        if mark.start == mark.end or piece.start == piece.end:
            _paint_flag(ground, mark.colour, left - 1.5, span)
        left = _paint_badge(ground, text, mark.colour, left, span, proposed=mark.proposed)
    return left


def _paint_badge(ground: Ground, text: str, colour: str, left: float, span: Span, *, proposed: bool) -> float:
    look = ground.look
    width = look.badge_width(text)
    middle = span.baseline - look.cap_height / 2
    rect = QRectF(round(left), round(middle - look.badge_height / 2), width, look.badge_height)
    paint_badge(ground.painter, rect, text, colour, look.theme, look.font, proposed=proposed)
    return left + width + BADGE_GAP


def _paint_flag(ground: Ground, colour: str, x: float, span: Span) -> None:
    """Plant a pole where a passage stood whose words are gone; its badge is the flag."""
    ground.painter.setPen(ground.look.underline(colour, False))
    ground.painter.drawLine(QPointF(x, span.top), QPointF(x, span.bottom))


def _paint_section_badge(ground: Ground, mark: SectionMark, free: float) -> float:
    if not mark.key and not mark.name:
        return free
    level = f" · {mark.level}" if mark.level > 1 else ""
    text = badge_text(mark.key, mark.name + level)
    line = ground.layout.lineAt(ground.layout.lineCount() - 1)
    text_end = _x(line, line.textStart() + line.textLength())
    span = _span(line, text_end, text_end)
    left = max(free, text_end) + 8
    if left + ground.look.badge_width(text) > ground.width - 4:
        text = mark.key or text[:1]
        left = min(left, ground.width - ground.look.badge_width(text) - 4)
    return _paint_badge(ground, text, mark.colour, left, span, proposed=mark.proposed)
