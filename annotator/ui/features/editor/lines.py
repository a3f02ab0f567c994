"""Marks cut into lines: each line keeps its own pieces, counted from the line's start, in UTF-16 units.

So an edit touches the pieces of the lines it changes, and no others move. No Qt here.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Generic, NamedTuple, TypeVar

from annotator.core.text import Span
from annotator.ui.features.editor.marks import (
    CorrectionMark,
    DeskMarks,
    EvidenceMark,
    FurnitureMark,
    PageMark,
    PassageMark,
    SectionMark,
    SuspectMark,
)

M = TypeVar("M")


class Piece(NamedTuple, Generic[M]):
    """The part of a mark on one line; `first` and `last` say whether the mark starts and ends here.

    A named tuple: a letter may have twenty thousand, and a frozen dataclass takes five times longer to make.
    """

    mark: M
    start: int
    end: int
    first: bool = True
    last: bool = True


@dataclass(slots=True)
class LineMarks:
    """The pieces on one line, and whether the line's character formats stand as they ask for."""

    passages: tuple[Piece[PassageMark], ...] = ()
    sections: tuple[Piece[SectionMark], ...] = ()
    suspects: tuple[Piece[SuspectMark], ...] = ()
    corrections: tuple[Piece[CorrectionMark], ...] = ()
    pages: tuple[Piece[PageMark], ...] = ()
    evidence: tuple[Piece[EvidenceMark], ...] = ()
    furniture: tuple[Piece[FurnitureMark], ...] = ()
    hits: tuple[Piece[Span], ...] = ()
    headings: tuple[Piece[SectionMark], ...] = ()
    formatted: bool = field(default=False, compare=False)


KINDS = (*(item.name for item in fields(DeskMarks)), "headings")


class Stretch(NamedTuple):
    """Lines that follow each other: where each starts and how long it is without its line break, in units."""

    starts: Sequence[int]
    lengths: Sequence[int]

    @classmethod
    def of(cls, lengths: Sequence[int], start: int = 0) -> Stretch:
        """Return the stretch of lines with these lengths, from a start on."""
        starts = []
        for length in lengths:
            starts.append(start)
            start += length + 1
        return cls(starts, lengths)

    @property
    def end(self) -> int:
        """Return where the last line ends."""
        return self.starts[-1] + self.lengths[-1]


def pieces_near(
    marks: DeskMarks, kind: str, low: int, high: int, to_units: Callable[[int], int]
) -> list[Piece[Any]]:
    """Return the marks of a kind that meet a stretch of the text (code points), whole, in units."""
    if kind == "pages":
        near: list[tuple[Any, int, int]] = [
            (page, page.start, page.start) for page in marks.pages if low <= page.start <= high
        ]
    elif kind == "headings":
        sections = (
            mark for mark in marks.sections if mark.heading and mark.start <= high and mark.end >= low
        )
        near = [(mark, *mark.heading) for mark in sections if mark.heading]
    else:
        meeting = [mark for mark in getattr(marks, kind) if mark.start <= high and mark.end >= low]
        near = [(mark, mark.start, mark.end) for mark in meeting]
    return [Piece(mark, to_units(start), to_units(end)) for mark, start, end in near]


def cut(pieces: Iterable[Piece[Any]], stretch: Stretch) -> list[list[Piece[Any]]]:
    """Return for each line the parts of the pieces that lie on it; outside the stretch is left out."""
    rows: list[list[Piece[Any]]] = [[] for _ in stretch.starts]
    starts, lengths, stretch_end = stretch.starts, stretch.lengths, stretch.end
    low = starts[0]
    for piece in pieces:
        start, end = piece.start, piece.end
        if start > stretch_end or end < low or (end == low and start < low):
            continue
        one = bisect_right(starts, start) - 1 if start > low else 0
        other = max(one, bisect_left(starts, end) - 1)
        for row in range(one, other + 1):
            base = starts[row]
            from_ = start - base if start > base else 0
            to = min(end - base, lengths[row])
            here_first = piece.first and row == one and start >= low
            here_last = piece.last and row == other and end <= base + lengths[row] + 1
            rows[row].append(Piece(piece.mark, from_, max(from_, to), here_first, here_last))
    return rows


def join(rows: Sequence[Sequence[Piece[Any]]], starts: Sequence[int]) -> list[Piece[Any]]:
    """Return the pieces of several lines as one piece for each mark: the reverse of `cut`."""
    joined: dict[int, Piece[Any]] = {}
    for row, base in zip(rows, starts, strict=True):
        for piece in row:
            known = joined.get(id(piece.mark))
            joined[id(piece.mark)] = Piece(
                piece.mark,
                known.start if known else base + piece.start,
                base + piece.end,
                known.first if known else piece.first,
                piece.last,
            )
    return list(joined.values())


def shift(piece: Piece[Any], start: int, end: int, after: str, length: int) -> Piece[Any]:
    """Return a piece after an edit, until the true marks come: units; `length` is that of `after`.

    Letters typed at a word's edge belong to it, a space or a sign does not.
    """
    delta = length - (end - start)
    new_start = _shifted_start(piece, start, end, after, length) if piece.first else piece.start
    stays_inside = piece.end > end or not piece.last
    grows = piece.end == end and (start < end or after[:1].isalnum())
    new_end = piece.end + delta if stays_inside or grows else min(piece.end, start)
    return Piece(piece.mark, new_start, max(new_start, new_end), piece.first, piece.last)


def _shifted_start(piece: Piece[Any], start: int, end: int, after: str, length: int) -> int:
    if piece.start < start or piece.start == piece.end == start:
        return piece.start
    if piece.start == start and (start < end or after[-1:].isalnum()):
        return piece.start
    return piece.start - end + start + length if piece.start >= end else start + length


def lanes(spans: Sequence[tuple[int, int]]) -> list[int]:
    """Return a lane for each span, 0 nearest to the text, the shortest first: none overlap in one lane."""
    placed: list[list[tuple[int, int]]] = []
    result = [0] * len(spans)
    for number in sorted(range(len(spans)), key=lambda number: spans[number][1] - spans[number][0]):
        start, end = spans[number]
        lane = 0
        while lane < len(placed) and any(start < other[1] and other[0] < end for other in placed[lane]):
            lane += 1
        if lane == len(placed):
            placed.append([])
        placed[lane].append((start, end))
        result[number] = lane
    return result


def lines_of(rows_by_kind: Sequence[list[list[Piece[Any]]]]) -> list[LineMarks]:
    """Return the lines' marks from the rows of each kind, in the order of KINDS."""
    made: list[LineMarks] = []
    for rows in zip(*rows_by_kind, strict=True):
        pieces: list[Any] = [tuple(row) for row in rows]
        made.append(LineMarks(*pieces))
    return made


def edit_lines(
    lines: Sequence[LineMarks], old: Stretch, new: Stretch, edit: tuple[int, int, str, int]
) -> list[LineMarks]:
    """Return the marks of edited lines: joined, shifted over the edit (see `shift`), cut into the new."""
    start, end, after, length = edit
    rows = []
    for kind in KINDS:
        whole = join([getattr(line, kind) for line in lines], old.starts)
        rows.append(cut((shift(piece, start, end, after, length) for piece in whole), new))
    return lines_of(rows)
