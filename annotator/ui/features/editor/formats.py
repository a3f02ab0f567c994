"""The character formats that a line's marks ask for, and where their badges find room.

A badge stands behind its passage. In mid-line the room is made by spacing out the passage's last letter, so
that text never runs under a badge; at the end of a line there is room anyway.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout

from annotator.ui.features.editor.lines import LineMarks, Piece
from annotator.ui.features.editor.look import BADGE_GAP, DeskLook
from annotator.ui.features.editor.marks import PassageMark
from annotator.ui.features.editor.utf16 import Utf16Places, units

_SHORT_NAME = 10


class BadgeGroup(NamedTuple):
    """The badges behind one place in a line, innermost first; `spacing` in pixels, 0 at the line's end."""

    at: int
    pieces: tuple[Piece[PassageMark], ...]
    spacing: float


def short_text(mark: PassageMark) -> str:
    """Return what a badge in mid-line says: the key, or the name's beginning where there is none."""
    if mark.key:
        return mark.key
    return mark.name if len(mark.name) <= _SHORT_NAME else mark.name[: _SHORT_NAME - 1] + "…"


def badge_groups(marks: LineMarks, line_end: int, look: DeskLook) -> list[BadgeGroup]:
    """Return the badges on a line whose text, without spaces at its end, ends at `line_end`: units."""
    ends: dict[int, list[Piece[PassageMark]]] = {}
    for piece in marks.passages:
        if piece.last:
            ends.setdefault(piece.end, []).append(piece)
    groups = []
    for at, pieces in sorted(ends.items()):
        pieces.sort(key=lambda piece: piece.mark.end - piece.mark.start)
        room = sum(look.badge_width(short_text(piece.mark)) + BADGE_GAP for piece in pieces) + BADGE_GAP
        groups.append(BadgeGroup(at, tuple(pieces), 0.0 if at >= line_end else float(round(room))))
    return groups


def line_formats(marks: LineMarks, text: str, look: DeskLook) -> list[QTextLayout.FormatRange]:
    """Return the formats of a line: bold headings, greyed furniture, room for badges."""
    ranges = []
    for furniture in marks.furniture:
        grey = QTextCharFormat()
        grey.setForeground(QColor(look.theme.muted))
        ranges.append(_range(furniture.start, furniture.end, grey))
    for heading in marks.headings:
        bold = QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        ranges.append(_range(heading.start, heading.end, bold))
    for group in badge_groups(marks, units(text.rstrip()), look):
        if group.spacing and group.at > 0:
            wide = QTextCharFormat()
            wide.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            wide.setFontLetterSpacing(group.spacing)
            ranges.append(_range(_before(text, group.at), group.at, wide))
    return ranges


def _before(text: str, unit: int) -> int:
    """Return the unit where the character before a unit starts."""
    places = Utf16Places(text)
    return places.to_units(places.to_points(unit) - 1)


def _range(start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    result = QTextLayout.FormatRange()
    result.start, result.length, result.format = start, end - start, form
    return result
