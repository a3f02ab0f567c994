"""The fast engine: words with boxes by PDFium, some ten times faster than the careful one.

PDFium tells characters; words are made of them here, by the distances that pdfplumber goes by, so that both
engines find the same words. It knows one thread at a time: worker processes read, never two threads.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

from annotator.importers.layout.raised import RAISED, SMALLER
from annotator.importers.layout.words import PageWord, RawPage, readable
from annotator.importers.pdf.accents import ACCENTS, Box, settled
from annotator.importers.pdf.faces import Faces, Piece, address_of
from annotator.importers.pdf.frames import Frame, turned, unturned
from annotator.importers.pdf.unseen import Found, parted_by_sight

GAP = 0.15  # of the font's size, between two characters: a new word begins
# PDFium leaves out a blank at the end of a piece of text where the next piece is near: `bestuursorgaan
# berustend` with 0.09 between the pieces. From so far on it cannot tell whether there was one.
_UNSURE = 0.085
MOST_ON_PAGE = 500_000  # characters
_RISE = 3.0  # points
_SAME_PLACE = 0.12  # of the font's size: a character that is drawn twice, as fake bold is
_HYPHENS = "\x02\ufffe"  # what PDFium makes of a hyphen at the end of a line
SOFT_HYPHEN = "\xad"
LIFT = 0.15  # of the font's size: a digit that stands so much higher may be a mark
_OVERLAP = 0.4  # of the font's size: a character that begins so far in the one before is drawn over it
_REPEATED, _APART = "repeated", "apart"
_LARGER = 2.2  # times the other, at most: two sizes in one word
_BASE_LIFT = 0.1  # the same, of the line it stands on


def frame_of(page: pypdfium2.PdfPage) -> Frame:
    """Return the page's box and how far it is turned."""
    left, bottom, right, top = page.get_bbox()
    return Frame(left, bottom, right, top, page.get_rotation())


def read_page(page: pypdfium2.PdfPage, *, may_have_layers: bool = False) -> RawPage:
    """Return the words of a page, whose file may have layers.

    Raises `pypdfium2.PdfiumError` where PDFium cannot read it.
    """
    frame = frame_of(page)
    width, height = page.get_size()
    textpage = page.get_textpage()
    try:
        reading = _Reading(textpage.raw, frame)
        made, found = reading.page(width, height)
        seen, unseen = parted_by_sight(
            page, textpage.raw, frame, found, reading.faces.pieces(), may_have_layers=may_have_layers
        )
        return replace(made, words=tuple(seen), unseen=tuple(unseen))
    finally:
        textpage.close()


class _Last(NamedTuple):
    """The word so far, and its last character: from where to where, its box's foot and head.

    `low`, `high` and `base` are of the last that is no mark; `base` is its index.
    """

    text: list[str]
    start: float
    end: float
    low: float
    high: float
    base: int
    size: float
    turn: int


class _Reading:
    """Makes words of the characters of a page as they come. A page has thousands: all is kept in locals.

    Blanks that PDFium puts in are left out: the distances decide.
    """

    def __init__(self, handle: Any, frame: Frame) -> None:
        self._handle = handle
        self._frame = frame
        self.faces = Faces(handle)
        self._found: list[Found] = []
        self._unmapped = self._overlaps = self._unsure = 0

    def page(self, width: float, height: float) -> tuple[RawPage, list[Found]]:
        """Return the page, and its words as they were found."""
        count = raw.FPDFText_CountChars(self._handle)
        if count > MOST_ON_PAGE:
            raise MemoryError
        self._read(self._settled(_signs(self._handle, count)))
        return RawPage(width, height, (), self._unmapped, self._overlaps, self._unsure), self._found

    def _read(self, signs: str) -> None:
        handle, box_of, is_generated = self._handle, raw.FPDFText_GetLooseCharBox, raw.FPDFText_IsGenerated
        box = raw.FS_RECTF()
        pointer = ctypes.byref(box)
        text: list[str] = []
        fresh, piece, size, turn = True, Piece(b""), 1.0, 0
        start = end = far = first = bottom = top = last_low = last_high = lift = sink = 0.0
        begin = base = 0  # the word's first character, and its last that is no mark
        for index, sign in enumerate(signs):
            if sign <= " ":
                fresh = True
                if sign != "\0" and text and is_generated(handle, index) != 1:
                    self._end(text, (first, bottom, far, top), piece, begin, index)
                    text = []
                continue
            box_of(handle, index, pointer)
            new = self._piece(index) if fresh or not text else piece
            now = new.turn
            left, right, lower, upper = box.left, box.right, box.bottom, box.top
            if now != 0:
                left, right, lower, upper = turned((left, lower, right, upper), now, new.size)
            mark = ""
            if text and not (
                now == turn
                and sink <= lower <= lift
                and end - _OVERLAP * size <= left <= end + _UNSURE * size
                and -_RISE <= upper - last_high <= _RISE
                and sign != text[-1]
            ):
                last = _Last(text, start, end, last_low, last_high, base, size, turn)
                mark = self._oddly(index, sign, (left, lower, right, upper), now, last)
                if mark == _REPEATED:
                    continue
                if mark == _APART or (lower < sink and _heads_note(text, sign)):
                    self._end(text, (first, bottom, far, top), piece, begin, index)
                    text, mark = [], ""
                    new = new if fresh else self._piece(index)
            if not text:
                piece, size, turn = new, new.size, new.turn
                first, bottom, top, far = left, lower, upper, right
                lift, sink, begin = lower + LIFT * size, lower - LIFT * size, index
            fresh = False
            text.append(mark or sign)
            start, end = left, right
            if not mark:
                last_low, last_high, base = lower, upper, index
            far = right if right > far else far  # max() takes three times as long
            bottom = lower if lower < bottom else bottom
            top = upper if upper > top else top
        self._end(text, (first, bottom, far, top), piece, begin, len(signs))

    def _oddly(self, index: int, sign: str, box: Box, turn: int, last: _Last) -> str:
        """Return what to make of a character that does not simply follow the one before it.

        `_REPEATED` where it is drawn twice, `_APART` where a new word begins, a raised digit, or nothing.
        """
        left, low, _, high = box
        near = _SAME_PLACE * last.size
        if turn != last.turn:
            return _APART
        if (
            sign == last.text[-1]
            and -near < left - last.start < near
            and -near < low - last.low < near
            and not (left == last.start and self._is_one_piece(index))
        ):
            return _REPEATED
        if not last.start <= left <= last.end + GAP * last.size:
            return _APART
        if sign in RAISED and low > last.low + LIFT * last.size:
            mark = self._mark(sign, index, last)
            if mark:
                return mark
        if not -_RISE <= high - last.high <= _RISE and not _meet(low, high, last.low, last.high):
            return _APART
        if left > last.end + _UNSURE * last.size:
            self._unsure += not self._is_one_piece(index)
        elif last.start < left < last.end - _OVERLAP * last.size:
            self._overlaps += 1
        return ""

    def _settled(self, signs: str) -> str:
        """Return the characters with accents in their letters, and hyphens for all that are drawn as such."""
        for hyphen in _HYPHENS:
            signs = signs.replace(hyphen, "-")
        if any(accent in signs for accent in ACCENTS):
            signs = "".join(sign or "\0" for sign in settled(signs, self._loose_box))
        if SOFT_HYPHEN in signs:
            made = [
                sign if sign != SOFT_HYPHEN else "-" if self._is_drawn(index) else "\0"
                for index, sign in enumerate(signs)
            ]
            signs = "".join(made)
        return signs

    def _loose_box(self, index: int) -> Box:
        box = raw.FS_RECTF()
        raw.FPDFText_GetLooseCharBox(self._handle, index, ctypes.byref(box))
        return box.left, box.bottom, box.right, box.top

    def _is_drawn(self, index: int) -> bool:
        """Tell whether a character leaves ink on the page."""
        edges = [ctypes.c_double() for _ in range(4)]
        found = raw.FPDFText_GetCharBox(self._handle, index, *map(ctypes.byref, edges))
        left, right, low, high = (edge.value for edge in edges)
        return bool(found) and right > left and high > low

    def _mark(self, sign: str, index: int, last: _Last) -> str:
        """Return a digit raised where it is small and stands higher than its word, else nothing."""
        if self.faces.of(index).size > SMALLER * last.size:
            return ""
        lift = self._line_of(index, last.turn) - self._line_of(last.base, last.turn)
        return RAISED[sign] if lift > _BASE_LIFT * last.size else ""

    def _line_of(self, index: int, turn: int) -> float:
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self._handle, index, ctypes.byref(x), ctypes.byref(y))
        return turned((x.value, y.value, x.value, y.value), turn, 0.0)[2] if turn else y.value

    def _piece(self, index: int) -> Piece:
        """Return the piece that a character which begins a word is drawn in."""
        if raw.FPDFText_HasUnicodeMapError(self._handle, index) == 1:
            self._unmapped += 1
        return self.faces.of(index)

    def _is_one_piece(self, index: int) -> bool:
        """Tell whether a character is drawn with the one before it."""
        one, other = (raw.FPDFText_GetTextObject(self._handle, n) for n in (index - 1, index))
        return address_of(one) == address_of(other)

    def _end(self, text: list[str], extent: Box, piece: Piece, begin: int, end: int) -> None:
        """Add the word that was made of the characters from `begin` to `end`."""
        shown = readable("".join(text))
        if not shown:
            return
        left, low, right, high = extent if piece.turn == 0 else unturned(extent, piece.turn)
        frame = self._frame
        if frame.rotation == 0:
            place = (left - frame.left, frame.top - high, right - frame.left, frame.top - low)
        else:
            place = frame.shown(left, low, right, high)
        turn = (piece.turn - frame.rotation) % 360
        word = PageWord(shown, *place, piece.size, turn, piece.bold, piece.italic)
        self._found.append(Found(word, begin, end, piece))


def _meet(low: float, high: float, other_low: float, other_high: float) -> bool:
    """Tell whether two characters share a line, though one is small and set high or low: the 2 of CO2."""
    one, other = high - low, other_high - other_low
    shared = min(high, other_high) - max(low, other_low)
    return shared > 0.5 * min(one, other) and max(one, other) < _LARGER * min(one, other)


def _heads_note(text: Sequence[str], sign: str) -> bool:
    """Tell whether the word so far is the number of a note that the sign begins."""
    return sign.isalpha() and len(text) < 4 and all(digit in RAISED for digit in text)


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
