"""Pages made of the lines that a format states, whatever its units and however much it leaves out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple, cast

from annotator.importers.layout.words import PageWord, RawPage, StatedLine, readable

Box = tuple[float, float, float, float]  # left, top, right, bottom

A4 = (595.28, 841.89)
_SHORTEST, _LONGEST = 250.0, 1800.0  # points: the longer side of what may be a page
_MOST = 1e7  # units: no scan is as large
_MOST_OUTSIDE = 0.1  # of the boxes: where more stand outside, it is the size of the page that is wrong
_WIDTH_OF_LETTER = 0.5  # of a font's size
_MOST_OTHERS = 5
_NOWHERE = (0.0, 0.0, 0.0, 0.0)
make = tuple.__new__  # a named tuple's own way of making one takes twice as long
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Piece(NamedTuple):
    """Text of a line as the file has it, mostly a word; `is_glued`: no blank stands before it."""

    text: str
    box: Box | None = None
    confidence: float = -1.0
    others: Sequence[str] = ()
    bold: bool = False
    italic: bool = False
    is_glued: bool = False


class _Line(NamedTuple):
    pieces: Sequence[Piece]
    box: Box | None
    kind: str | None
    block: int
    level: int
    size: float
    turn: int


class PageBuilder:
    """Takes the lines of a page in reading order, with boxes in the file's units, and makes the page.

    `left_out` counts what was left out, by the name of what it is.
    """

    def __init__(self, left_out: Counter[str]) -> None:
        self.left_out = left_out
        self._lines: list[_Line] = []
        self._block = 0

    def begin_block(self) -> None:
        """Begin a paragraph: a blank line will stand before it."""
        self._block += 1

    def line(
        self,
        pieces: Sequence[Piece],
        box: Box | None = None,
        kind: str | None = None,
        level: int = 0,
        size: float = 0.0,
        turn: int = 0,
    ) -> None:
        """Add a line; `size` is that of its font in the file's units, 0 where it is not known."""
        self._lines.append(_Line(pieces, box, kind, self._block, level, size, turn))

    def words_of_kind(self, kind: str) -> tuple[int, int]:
        """Return how many lines have been said to be of a kind, and how many words they have."""
        lines = [line for line in self._lines if line.kind == kind]
        return len(lines), sum(len(line.pieces) for line in lines)

    def page(self, width: float, height: float, points: float) -> RawPage:
        """Return the page; its size is 0 where it is not known, `points` a unit's size, 0 where not known."""
        width, height = self._size(width, height)
        longer = max(width, height)
        if not _SHORTEST <= longer * points <= _LONGEST:
            points = A4[1] / longer if longer else 1.0
        if not longer:
            width, height = A4
        made = [self._made(line, width, height, points) for line in self._lines]
        return RawPage(
            round(width * points, 2), round(height * points, 2), lines=tuple(m for m in made if m is not None)
        )

    def _size(self, width: float, height: float) -> tuple[float, float]:
        boxes = [line.box for line in self._lines if line.box is not None]
        boxes += [p.box for line in self._lines if line.box is None for p in line.pieces if p.box]
        boxes = [box for box in boxes if 0 <= box[0] < box[2] < _MOST and 0 <= box[1] < box[3] < _MOST]
        known = 0 < width < _MOST and 0 < height < _MOST
        outside = sum(box[2] > width or box[3] > height for box in boxes) if known else len(boxes)
        if not boxes or (known and outside <= _MOST_OUTSIDE * len(boxes)):
            return (width, height) if known else (0.0, 0.0)
        right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
        left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
        return right + left, bottom + top  # with margins as on the other side

    def _made(self, line: _Line, width: float, height: float, points: float) -> StatedLine | None:
        texts, boxes, pieces = _parted(line, width, height)
        if not texts:
            self.left_out["empty"] += 1
            return None
        place = _inside(line.box, width, height)
        places = _completed(texts, boxes, place, line.turn)
        if places is not None and None in boxes:
            whole = place or _around(places)
            places = [_inside(box, width, height) or _inside(whole, width, height) or whole for box in places]
        if places is None:
            self.left_out["no_place"] += len(texts)
            places, size = [_NOWHERE] * len(texts), line.size * points
        else:
            size = points * (line.size or _height(place or _around(places), line.turn))
        rows = zip(texts, places, pieces, strict=True)
        words = tuple([_word(text, box, piece, size, line.turn, points) for text, box, piece in rows])
        return StatedLine(words, line.kind, line.block, line.level)


def _word(text: str, box: Box, piece: Piece, size: float, turn: int, points: float) -> PageWord:
    left, top, right, bottom = box
    _, _, sure, others, bold, italic, _ = piece
    place = (left * points, top * points, right * points, bottom * points, size, turn)
    return make(PageWord, (text, *place, bold, italic, sure, _others(text, others) if others else ()))


def raised(text: str) -> str:
    """Return text that stands raised: its digits as the signs for them, so that they melt into no number."""
    return text.translate(_RAISED) if text.isdecimal() else text


@lru_cache(maxsize=1024)
def confidence(value: str | None, best: float) -> float:
    """Return a confidence from 0 to 100 of one from 0 to `best`; -1 where there is none."""
    if not value:
        return -1.0
    try:
        number = float(value)
    except ValueError:
        return -1.0
    if best == 1 and 1 < number <= 100:  # some programs write hundredths
        best = 100
    return round(100 * number / best, 1) if 0 <= number <= best else -1.0


def shared(box: Box, texts: Sequence[str], turn: int = 0) -> list[Box]:
    """Return the boxes of words that stand in a box, by their lengths with a blank between them."""
    left, top, right, bottom = box
    signs = sum(map(len, texts)) + len(texts) - 1
    made, at = [], 0
    for text in texts:
        start, at = at / signs, at + len(text)
        end, at = at / signs, at + 1
        if turn in (90, 270):
            start, end = (1 - end, 1 - start) if turn == 90 else (start, end)
            made.append((left, top + start * (bottom - top), right, top + end * (bottom - top)))
        else:
            start, end = (1 - end, 1 - start) if turn == 180 else (start, end)
            made.append((left + start * (right - left), top, left + end * (right - left), bottom))
    return made


def around(boxes: Iterable[Box | None]) -> Box | None:
    """Return the box around boxes; None where there is none."""
    known = [box for box in boxes if box is not None]
    return _around(known) if known else None


def _around(boxes: Sequence[Box]) -> Box:
    return (
        min([box[0] for box in boxes]),
        min([box[1] for box in boxes]),
        max([box[2] for box in boxes]),
        max([box[3] for box in boxes]),
    )


def _height(box: Box, turn: int) -> float:
    return box[2] - box[0] if turn in (90, 270) else box[3] - box[1]


def _inside(box: Box | None, width: float, height: float) -> Box | None:
    """Return what of a box lies on the page; None where that is nothing."""
    if box is None:
        return None
    left, top, right, bottom = box
    if 0 <= left < right <= width and 0 <= top < bottom <= height:
        return box
    left, top, right, bottom = max(0.0, left), max(0.0, top), min(width, right), min(height, bottom)
    return (left, top, right, bottom) if left < right and top < bottom else None


def _parted(line: _Line, width: float, height: float) -> tuple[list[str], list[Box | None], list[Piece]]:
    """Return the words of a line: a piece with blanks is several, pieces without one between are one."""
    texts: list[str] = []
    boxes: list[Box | None] = []
    pieces: list[Piece] = []
    for piece in line.pieces:
        text = piece.text
        box = piece.box
        if text.isascii() and text.isalnum() and not piece.is_glued and box is not None:  # most are
            texts.append(text)
            boxes.append(
                box
                if 0 <= box[0] < box[2] <= width and 0 <= box[1] < box[3] <= height
                else _inside(box, width, height)
            )
            pieces.append(piece)
            continue
        parts = [plain for part in text.split() if (plain := readable(part))]
        if not parts:
            continue
        box = _inside(piece.box, width, height)
        places = [box] if len(parts) == 1 or box is None else shared(box, parts, line.turn)
        if piece.is_glued and texts:
            texts[-1] += parts.pop(0)
            first = places[0]
            boxes[-1] = _around((boxes[-1], first)) if boxes[-1] and first else boxes[-1] or first
            pieces[-1] = pieces[-1]._replace(
                confidence=min(pieces[-1].confidence, piece.confidence), others=()
            )
            places = places[1:] if box is not None else places
        texts += parts
        boxes += places if box is not None else [None] * len(parts)
        pieces += [piece] * len(parts) if len(parts) < 2 else [piece._replace(others=())] * len(parts)
    return texts, boxes, pieces


def _completed(
    texts: Sequence[str], boxes: Sequence[Box | None], place: Box | None, turn: int
) -> list[Box] | None:
    """Return the boxes of all words, of those without one by where the others stand; None where none does."""
    if None not in boxes:
        return cast(list[Box], boxes)
    known = around(boxes)
    if known is None:
        return shared(place, texts, turn) if place else None
    if turn:
        return [box or place or known for box in boxes]
    left, top, right, bottom = place or known
    letter = _WIDTH_OF_LETTER * (bottom - top)
    made: list[Box] = []
    index = 0
    while index < len(texts):
        box = boxes[index]
        if box is not None:
            made.append(box)
            index += 1
            continue
        end = next((n for n in range(index, len(boxes)) if boxes[n] is not None), len(boxes))
        wanted = letter * (sum(map(len, texts[index:end])) + end - index)
        after = boxes[end] if end < len(boxes) else None
        limit = after[0] if after else max(right, made[-1][2] + wanted if made and not place else right)
        start = made[-1][2] if made else min(left, limit - wanted if not place else left)
        if limit - start < letter / 4:  # no room: on what stands beside it
            start, limit = (made[-1][0], made[-1][2]) if made else (limit, limit + wanted)
        made += shared((max(0.0, start), top, max(limit, start + 1), bottom), texts[index:end])
        index = end
    return made


def _others(text: str, others: Iterable[str]) -> tuple[str, ...]:
    found = dict.fromkeys(readable(other.strip()) for other in others)
    found.pop(text, None)
    found.pop("", None)
    return tuple(found)[:_MOST_OTHERS]
