"""The fast engine: words with boxes by PDFium, some ten times faster than the careful one.

PDFium tells characters; words are made of them here, by the distances that pdfplumber goes by, so that both
engines find the same words. It knows one thread at a time: worker processes read, never two threads.
"""

from __future__ import annotations

import ctypes
import math
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

from annotator.importers.layout.words import PageWord, RawPage, readable

GAP = 0.15  # of the font's size, between two characters: a new word begins
# PDFium leaves out a blank at the end of a piece of text where the next piece is near: `bestuursorgaan
# berustend` with 0.09 between the pieces. From so far on it cannot tell whether there was one.
_UNSURE = 0.085
MOST_ON_PAGE = 500_000  # characters
_RISE = 3.0  # points
_SAME_PLACE = 0.12  # of the font's size: a character that is drawn twice, as fake bold is
_HYPHENS = "\x02\ufffe"  # what PDFium makes of a hyphen at the end of a line


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


def frame_of(page: pypdfium2.PdfPage) -> Frame:
    """Return the page's box and how far it is turned."""
    left, bottom, right, top = page.get_bbox()
    return Frame(left, bottom, right, top, page.get_rotation())


def read_page(page: pypdfium2.PdfPage) -> RawPage:
    """Return the words of a page. Raises `pypdfium2.PdfiumError` where PDFium cannot read it."""
    frame = frame_of(page)
    width, height = page.get_size()
    textpage = page.get_textpage()
    try:
        return _Reading(textpage.raw, frame).page(width, height)
    finally:
        textpage.close()


class _Reading:
    """Makes words of the characters of a page as they come. A page has thousands: all is kept in locals.

    Blanks that PDFium puts in are left out: the distances decide.
    """

    def __init__(self, handle: Any, frame: Frame) -> None:
        self._handle = handle
        self._frame = frame
        self._matrix = raw.FS_MATRIX()
        self._words: list[PageWord] = []
        self._unmapped = self._overlaps = self._unsure = 0

    def page(self, width: float, height: float) -> RawPage:
        """Return the page."""
        count = raw.FPDFText_CountChars(self._handle)
        if count > MOST_ON_PAGE:
            raise MemoryError
        self._read(_signs(self._handle, count))
        return RawPage(width, height, tuple(self._words), self._unmapped, self._overlaps, self._unsure)

    def _read(self, signs: str) -> None:
        handle, box_of, is_generated = self._handle, raw.FPDFText_GetLooseCharBox, raw.FPDFText_IsGenerated
        box = raw.FS_RECTF()
        pointer = ctypes.byref(box)
        text: list[str] = []
        fresh, size, turn = True, 1.0, 0
        start = end = far = first = bottom = top = last_low = last_high = 0.0
        for index, sign in enumerate(signs):
            if sign <= " " and sign not in _HYPHENS:
                fresh = True
                if sign != "\0" and text and is_generated(handle, index) != 1:
                    self._end(text, first, bottom, far, top, size, turn)
                    text = []
                continue
            box_of(handle, index, pointer)
            now_size, now = self._type(index) if fresh or not text else (size, turn)
            left, right, lower, upper = box.left, box.right, box.bottom, box.top
            if now != 0:
                left, right, lower, upper = _turned(box.left, box.bottom, box.right, box.top, now)
            if text:
                near = _SAME_PLACE * size
                if (
                    sign == text[-1]
                    and now == turn
                    and -near < left - start < near
                    and -near < lower - last_low < near
                    and not (left == start and self._is_one_piece(index))
                ):
                    continue
                if (
                    now != turn
                    or left < start
                    or left > end + GAP * size
                    or not -_RISE <= upper - last_high <= _RISE
                ):
                    self._end(text, first, bottom, far, top, size, turn)
                    text = []
                elif left > end + _UNSURE * size:
                    self._unsure += not self._is_one_piece(index)
                elif start < left < end - 0.4 * size:
                    self._overlaps += 1
            if not text:
                if not fresh:
                    now_size, now = self._type(index)
                size, turn, first, bottom, top, far = now_size, now, left, lower, upper, right
            fresh = False
            text.append("-" if sign in _HYPHENS else sign)
            start, end, last_low, last_high = left, right, lower, upper
            far, bottom, top = max(far, right), min(bottom, lower), max(top, upper)
        self._end(text, first, bottom, far, top, size, turn)

    def _type(self, index: int) -> tuple[float, int]:
        """Return the size of a character in points, and how far it is turned on the unturned page."""
        matrix = self._matrix
        if raw.FPDFText_HasUnicodeMapError(self._handle, index) == 1:
            self._unmapped += 1
        if not raw.FPDFText_GetMatrix(self._handle, index, ctypes.byref(matrix)):
            return 1.0, 0
        size = raw.FPDFText_GetFontSize(self._handle, index)
        a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
        if b == 0 and c == 0 and a > 0:
            return abs(size * d) or 1.0, 0
        turn = round(math.degrees(math.atan2(b, a)) / 90) * 90 % 360
        return size * math.hypot(c, d) or 1.0, turn

    def _is_one_piece(self, index: int) -> bool:
        """Tell whether a character is drawn with the one before it."""
        one, other = (raw.FPDFText_GetTextObject(self._handle, n) for n in (index - 1, index))
        return _address(one) == _address(other)

    def _end(
        self, text: list[str], start: float, low: float, end: float, high: float, size: float, turn: int
    ) -> None:
        """Add the word that was made."""
        shown = readable("".join(text))
        if not shown:
            return
        box = (start, low, end, high) if turn == 0 else _unturned(start, low, end, high, turn)
        frame = self._frame
        if frame.rotation == 0:
            place = (box[0] - frame.left, frame.top - box[3], box[2] - frame.left, frame.top - box[1])
        else:
            place = frame.shown(*box)
        self._words.append(PageWord(shown, *place, size, (turn - frame.rotation) % 360))


def _signs(handle: Any, count: int) -> str:
    """Return the characters of a page, one for each that PDFium counts."""
    room = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(handle, 0, count, room)
    text = bytes(room)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    # Characters that mean nothing are left out of it: ask for each.
    codes = (raw.FPDFText_GetUnicode(handle, index) for index in range(count))
    return "".join(chr(code) if code < 0x110000 else "\ufffd" for code in codes)


def _address(piece: Any) -> int | None:
    return ctypes.cast(piece, ctypes.c_void_p).value


def _turned(
    left: float, bottom: float, right: float, top: float, turn: int
) -> tuple[float, float, float, float]:
    """Return a box as (start, end, low, high): along the line as it runs, and across it."""
    if turn == 90:
        return bottom, top, -right, -left
    if turn == 180:
        return -right, -left, -top, -bottom
    return -top, -bottom, left, right


def _unturned(
    start: float, low: float, end: float, high: float, turn: int
) -> tuple[float, float, float, float]:
    """Return (left, bottom, right, top) of a box that was turned."""
    if turn == 90:
        return -high, start, -low, end
    if turn == 180:
        return -end, -high, -start, -low
    return low, -end, high, -start
