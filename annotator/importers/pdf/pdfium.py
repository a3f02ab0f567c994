"""The fast engine: words with boxes by PDFium, some twenty times faster than the careful one.

PDFium tells characters; words are made of them here, by the distances that pdfplumber goes by, so that both
engines find the same words. It knows one thread at a time: worker processes read, never two threads.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

from annotator.importers.pdf.words import PdfPage, PdfWord, readable

GAP = 0.15  # of the font's size, between two characters: a new word begins
# PDFium leaves out a blank at the end of a piece of text where the next piece is near: `bestuursorgaan
# berustend` with 0.09 between the pieces. From so far on it cannot tell whether there was one.
_UNSURE = 0.085
MOST_ON_PAGE = 500_000  # characters
_RISE = 3.0  # points
_SAME_PLACE = 0.12  # of the font's size: a character that is drawn twice, as fake bold is
_HYPHENS = (0x02, 0xFFFE)  # what PDFium makes of a hyphen at the end of a line


class Frame(NamedTuple):
    """The page's box in the file's own units, and how far the page is turned (degrees, clockwise)."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    def shown(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        """Return a box as left, top, right, bottom on the page as it is shown."""
        if self.rotation == 90:
            return bottom - self.bottom, left - self.left, top - self.bottom, right - self.left
        if self.rotation == 180:
            return self.right - right, bottom - self.bottom, self.right - left, top - self.bottom
        if self.rotation == 270:
            return self.top - top, self.right - right, self.top - bottom, self.right - left
        return left - self.left, self.top - top, right - self.left, self.top - bottom


class _Character(NamedTuple):
    """A character; `start` and `end` along its line, `low` and `high` across it, in the file's units."""

    code: int
    start: float
    end: float
    low: float
    high: float
    size: float
    turn: int  # of the text on the unturned page: degrees counter-clockwise
    owner: int | None  # the piece of text that it is drawn with


def read_page(page: pypdfium2.PdfPage) -> PdfPage:
    """Return the words of a page. Raises `pypdfium2.PdfiumError` where PDFium cannot read it."""
    frame = frame_of(page)
    width, height = page.get_size()
    textpage = page.get_textpage()
    try:
        found = _Words(frame)
        if raw.FPDFText_CountChars(textpage.raw) > MOST_ON_PAGE:
            raise MemoryError
        for character in _characters(textpage.raw, found):
            found.add(character)
        found.end()
    finally:
        textpage.close()
    return PdfPage(width, height, tuple(found.words), found.unmapped, found.overlaps, found.unsure)


def frame_of(page: pypdfium2.PdfPage) -> Frame:
    """Return the page's box and how far it is turned."""
    left, bottom, right, top = page.get_bbox()
    return Frame(left, bottom, right, top, page.get_rotation())


class _Words:
    """Makes words of characters as they come."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._held: list[_Character] = []
        self.words: list[PdfWord] = []
        self.unmapped = 0
        self.overlaps = 0
        self.unsure = 0

    def add(self, character: _Character | None) -> None:
        """Take the next character; None is a blank."""
        if character is None:
            self.end()
            return
        if self._held:
            before = self._held[-1]
            if _is_drawn_again(before, character):
                return
            if _begins_word(before, character):
                self.end()
            elif before.start < character.start < before.end - 0.4 * before.size:
                self.overlaps += 1
            elif before.owner != character.owner and character.start > before.end + _UNSURE * before.size:
                self.unsure += 1
        self._held.append(character)

    def end(self) -> None:
        """End the word that is being made."""
        held, self._held = self._held, []
        text = readable("".join(chr(c.code) for c in held))
        if not text:
            return
        start, end = min(c.start for c in held), max(c.end for c in held)
        low, high = min(c.low for c in held), max(c.high for c in held)
        size, turn = max(c.size for c in held), held[0].turn
        box = _unturned(start, low, end, high, turn)
        self.words.append(PdfWord(text, *self._frame.shown(*box), size, (turn - self._frame.rotation) % 360))


def _begins_word(before: _Character, after: _Character) -> bool:
    return (
        after.turn != before.turn
        or after.start < before.start
        or after.start > before.end + GAP * before.size
        or abs(after.high - before.high) > _RISE
    )


def _is_drawn_again(before: _Character, after: _Character) -> bool:
    near = _SAME_PLACE * before.size
    if before.owner == after.owner and before.start == after.start:
        return False  # the parts of a ligature stand at one place: the two f of `officiële`
    return (
        before.code == after.code
        and before.turn == after.turn
        and abs(before.start - after.start) < near
        and abs(before.low - after.low) < near
    )


def _characters(handle: Any, counts: _Words) -> Iterator[_Character | None]:
    # Bound to names once: a page has thousands of characters.
    unicode_of, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    object_of, has_error = raw.FPDFText_GetTextObject, raw.FPDFText_HasUnicodeMapError
    is_generated = raw.FPDFText_IsGenerated
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    box_pointer, matrix_pointer = ctypes.byref(box), ctypes.byref(matrix)
    last: int | None = None
    size, turn = 1.0, 0
    for index in range(raw.FPDFText_CountChars(handle)):
        code = unicode_of(handle, index)
        if code <= 0x20 and code not in _HYPHENS:
            # Blanks that PDFium puts in are left out: the distances decide.
            if code and is_generated(handle, index) != 1:
                yield None
            continue
        if is_generated(handle, index) == 1:
            continue
        owner = ctypes.cast(object_of(handle, index), ctypes.c_void_p).value
        if owner != last or owner is None:
            last = owner
            size, turn = 1.0, 0
            if raw.FPDFText_GetMatrix(handle, index, matrix_pointer):
                size = raw.FPDFText_GetFontSize(handle, index) * math.hypot(matrix.c, matrix.d)
                turn = round(math.degrees(math.atan2(matrix.b, matrix.a)) / 90) * 90 % 360
        box_of(handle, index, box_pointer)
        if has_error(handle, index) == 1:
            counts.unmapped += 1
        if code in _HYPHENS:
            code = 0x2D
        place = _turned(box.left, box.bottom, box.right, box.top, turn)
        yield _Character(code, *place, size or 1.0, turn, owner)


def _turned(
    left: float, bottom: float, right: float, top: float, turn: int
) -> tuple[float, float, float, float]:
    """Return a box as (start, end, low, high): along the line as it runs, and across it."""
    if turn == 90:
        return bottom, top, -right, -left
    if turn == 180:
        return -right, -left, -top, -bottom
    if turn == 270:
        return -top, -bottom, left, right
    return left, right, bottom, top


def _unturned(
    start: float, low: float, end: float, high: float, turn: int
) -> tuple[float, float, float, float]:
    """Return (left, bottom, right, top) of a box that was turned."""
    if turn == 90:
        return -high, start, -low, end
    if turn == 180:
        return -end, -high, -start, -low
    if turn == 270:
        return low, -end, high, -start
    return start, low, end, high
