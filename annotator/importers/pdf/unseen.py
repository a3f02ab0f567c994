"""Text that a file holds and nobody sees on the page: under black bars, white on white, outside the page, cut
off by a clip, on a layer that is switched off.

It is looked for in two steps. What is cheap to ask says which words may be hidden: something is drawn over
them, their colour is that of what lies under them or nearly white, they are not drawn, they lie outside, they
are on a layer, or a clip cuts them off.
Then the page is drawn, and where a character leaves no trace it is hidden. Text that is not drawn over a
picture is what an OCR program read there, and belongs to the letter.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import pypdfium2
from pypdfium2 import raw

from annotator.importers.layout.words import PageWord
from annotator.importers.pdf.accents import Box
from annotator.importers.pdf.faces import Colour, Piece, colour_of
from annotator.importers.pdf.frames import Frame
from annotator.importers.pdf.limited import is_limited

_MOST_OBJECTS = 50_000
_DEEPEST = 6
_MOST_COVERS = 300  # with more, as on a map, it is faster to look at the picture
_THICK = 3.0  # points: what is thinner covers nothing
_FAINT = 60  # of 255: what is more transparent covers nothing
_ALIKE = 40  # of 255, in each colour
_SCAN = 0.4  # of the page: a picture of so much is the page itself
_TINY = 0.8  # points
_SCALE = 3.0  # pixels a point
_MOST_PIXELS = 6_000_000
_LEAST_SCALE = 1.0
_LONGEST_SIDE = 30_000  # pixels, of the whole page
_TRACE = 24  # of 255: what differs less from what lies around it is not seen
_EVEN = 0.9  # of the pixels of a hidden character look the same
_AROUND = 0.5  # points
_DRAWN_OVER = {
    raw.FPDF_ANNOT_SQUARE, raw.FPDF_ANNOT_CIRCLE, raw.FPDF_ANNOT_POLYGON, raw.FPDF_ANNOT_LINE,
    raw.FPDF_ANNOT_INK, raw.FPDF_ANNOT_STAMP, raw.FPDF_ANNOT_REDACT,
    raw.FPDF_ANNOT_HIGHLIGHT, raw.FPDF_ANNOT_STRIKEOUT,
}  # fmt: skip


# What the forms that an object lies in do to its place, the outermost first.
Matrices = tuple[Any, ...]


class Found(NamedTuple):
    """A word as read: its characters on the page from `begin` to `end`, and how the first is drawn."""

    word: PageWord
    begin: int
    end: int
    piece: Piece


class _Cover(NamedTuple):
    """What is drawn over a place: the how-manieth of the page it is, its box as shown, its colour."""

    order: float
    left: float
    top: float
    right: float
    bottom: float
    colour: Colour | None

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def parted_by_sight(
    page: pypdfium2.PdfPage,
    handle: Any,
    frame: Frame,
    found: Sequence[Found],
    pieces: Collection[Piece],
    *,
    may_have_layers: bool,
) -> tuple[list[PageWord], list[PageWord]]:
    """Return the words that are seen on the page, and those that are not.

    `handle` is of its characters, `pieces` are all that the words are drawn in. Where the file may have
    layers, all that is drawn in forms is looked at.
    """
    width, height = page.get_size()
    scene = _Scene(page, frame, {piece.colour for piece in pieces}, may_have_layers=may_have_layers)
    outside = {
        one.begin
        for one in found
        if (word := one.word).right < 0
        or word.left > width
        or word.bottom < 0
        or word.top > height
        or word.size < _TINY
    }
    if len(outside) == len(found):  # the page's own box is wrong
        outside = set()
    doubted: list[Found] = []
    if scene.covers or scene.limited or not all(piece.plain for piece in pieces):
        doubted = [one for one in found if one.begin not in outside and scene.may_hide(one)]
    if not outside and not doubted:
        return [one.word for one in found], []
    shown = dict.fromkeys(outside, "")
    picture = _Picture.of(page, [one.word for one in doubted]) if doubted else None
    if picture is not None:
        shown |= {one.begin: _shown(handle, one, frame, picture) for one in doubted}
    return _parted(found, shown)


def _parted(found: Sequence[Found], shown: Mapping[int, str]) -> tuple[list[PageWord], list[PageWord]]:
    """Return the words that are seen and those that are not; `shown` says what is seen of some."""
    seen: list[PageWord] = []
    unseen: list[PageWord] = []
    for one in found:
        word = one.word
        text = shown.get(one.begin, word.text)
        if text != word.text:
            unseen.append(word)
            word = word._replace(text=text)
        if text:
            seen.append(word)
    return seen, unseen


class _Scene:
    """What a page draws besides its text, and in which order."""

    def __init__(
        self,
        page: pypdfium2.PdfPage,
        frame: Frame,
        colours: Collection[Colour | None],
        *,
        may_have_layers: bool,
    ) -> None:
        self._frame, self._may_have_layers = frame, may_have_layers
        self._order: dict[bytes, int] = {}
        self.limited: set[bytes] = set()  # pieces of text that a layer or a clip may hide
        self._found: list[_Cover] = []
        self._pictures: list[_Cover] = []
        self._count = 0
        width, height = page.get_size()
        self._scan = _SCAN * width * height
        count = raw.FPDFPage_CountObjects(page.raw)
        self._look_at(count, raw.FPDFPage_GetObject, page.raw, (), limited=False)
        self._found += _annotations(page, frame)
        first = min(self._order.values(), default=0)
        # Not what lies under all text, unless in its colour: the page's white, shaded cells.
        self.covers = [
            cover
            for cover in self._found
            if cover.order > first or any(_are_alike(cover.colour, colour) for colour in colours)
        ]

    def may_hide(self, one: Found) -> bool:
        """Tell whether a word may not be seen."""
        word, piece = one.word, one.piece
        x, y = (word.left + word.right) / 2, (word.top + word.bottom) / 2
        if not piece.drawn:
            return not self._is_scan() and not any(picture.holds(x, y) for picture in self._pictures)
        if not piece.plain or piece.address in self.limited or len(self.covers) > _MOST_COVERS:
            return True
        order = self._order.get(piece.address, -1)
        return any(
            cover.holds(x, y) and (cover.order > order or _are_alike(cover.colour, piece.colour))
            for cover in self.covers
        )

    def _is_scan(self) -> bool:
        """Tell whether pictures, maybe in strips, take most of the page: what is not drawn was read there."""
        area = sum((one.right - one.left) * (one.bottom - one.top) for one in self._pictures)
        return bool(area > self._scan)

    def _look_at(
        self, count: int, at: Callable[[Any, int], Any], holder: Any, matrices: Matrices, *, limited: bool
    ) -> None:
        """Look at the objects of a page or of a form in it, in the order in which they are drawn.

        All text in a `limited` form may be hidden with it.
        """
        kind_of, text, order = raw.FPDFPageObj_GetType, raw.FPDF_PAGEOBJ_TEXT, self._order
        for index in range(min(count, _MOST_OBJECTS - self._count)):
            one = at(holder, index)
            kind = kind_of(one)
            self._count += 1
            if kind == text:
                order[bytes(one)] = self._count
                if limited or is_limited(one):
                    self.limited.add(bytes(one))
            elif kind == raw.FPDF_PAGEOBJ_FORM and len(matrices) < _DEEPEST:
                inside = max(0, raw.FPDFFormObj_CountObjects(one))
                self._look_at(
                    inside,
                    raw.FPDFFormObj_GetObject,
                    one,
                    (*matrices, _matrix(one)),
                    limited=limited or self._may_have_layers or is_limited(one),
                )
            elif kind == raw.FPDF_PAGEOBJ_PATH:
                self._take_path(one, matrices)
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                self._take_picture(one, matrices)

    def _take_path(self, one: Any, matrices: Matrices) -> None:
        box = self._box(one, matrices)
        if box is None or box[2] - box[0] < _THICK or box[3] - box[1] < _THICK:
            return
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(one, ctypes.byref(fill), ctypes.byref(stroke))
        colour, alpha = colour_of(one)
        if (fill.value and alpha > _FAINT) or stroke.value:
            self._found.append(_Cover(self._count, *box, colour if fill.value else None))

    def _take_picture(self, one: Any, matrices: Matrices) -> None:
        box = self._box(one, matrices)
        if box is None:
            return
        picture = _Cover(self._count, *box, None)
        self._pictures.append(picture)
        if (box[2] - box[0]) * (box[3] - box[1]) < self._scan:
            self._found.append(picture)

    def _box(self, one: Any, matrices: Matrices) -> Box | None:
        edges = [ctypes.c_float() for _ in range(4)]
        if not raw.FPDFPageObj_GetBounds(one, *map(ctypes.byref, edges)):
            return None
        left, low, right, high = (edge.value for edge in edges)
        for matrix in reversed(matrices):
            corners = [
                (matrix.a * x + matrix.c * y + matrix.e, matrix.b * x + matrix.d * y + matrix.f)
                for x in (left, right)
                for y in (low, high)
            ]
            left, right = min(x for x, _ in corners), max(x for x, _ in corners)
            low, high = min(y for _, y in corners), max(y for _, y in corners)
        return self._frame.shown(left, low, right, high)


def _matrix(form: Any) -> Any:
    matrix = raw.FS_MATRIX(1, 0, 0, 1, 0, 0)
    raw.FPDFPageObj_GetMatrix(form, ctypes.byref(matrix))
    return matrix


def _annotations(page: pypdfium2.PdfPage, frame: Frame) -> Iterator[_Cover]:
    """Yield what was drawn over the page afterwards: bars, stamps, redactions."""
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), _MOST_OBJECTS)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        box = raw.FS_RECTF()
        if raw.FPDFAnnot_GetSubtype(annotation) in _DRAWN_OVER and raw.FPDFAnnot_GetRect(
            annotation, ctypes.byref(box)
        ):
            low, high = sorted((box.bottom, box.top))
            yield _Cover(float("inf"), *frame.shown(box.left, low, box.right, high), None)
        raw.FPDFPage_CloseAnnot(annotation)


def _are_alike(one: Colour | None, other: Colour | None) -> bool:
    return (
        one is not None
        and other is not None
        and all(abs(a - b) < _ALIKE for a, b in zip(one, other, strict=True))
    )


class _Picture:
    """A part of a page as it is seen, in shades of grey."""

    def __init__(
        self, data: bytes, stride: int, size: tuple[int, int], left: int, top: int, scale: float
    ) -> None:
        self._data, self._stride, self._size = data, stride, size
        self._left, self._top, self._scale = left, top, scale

    @classmethod
    def of(cls, page: pypdfium2.PdfPage, words: Sequence[PageWord]) -> _Picture | None:
        """Draw the part of a page where the words stand; None where it is too large to tell."""
        left, top = min(word.left for word in words) - 2, min(word.top for word in words) - 2
        right, bottom = max(word.right for word in words) + 2, max(word.bottom for word in words) + 2
        area = (right - left) * (bottom - top)
        scale = min(_SCALE, (_MOST_PIXELS / area) ** 0.5) if 0 < area < float("inf") else 0.0
        if scale < _LEAST_SCALE or max(page.get_size()) * scale > _LONGEST_SIDE:
            return None
        x, y = int(left * scale), int(top * scale)
        width, height = max(1, int((right - left) * scale)), max(1, int((bottom - top) * scale))
        whole = [max(1, round(side * scale)) for side in page.get_size()]
        bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_Gray, None, 0)
        if not bitmap:
            return None
        try:
            raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
            raw.FPDF_RenderPageBitmap(bitmap, page.raw, -x, -y, *whole, 0, raw.FPDF_ANNOT)
            stride = raw.FPDFBitmap_GetStride(bitmap)
            data = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * height)
        finally:
            raw.FPDFBitmap_Destroy(bitmap)
        return cls(data, stride, (width, height), x, y, scale)

    def is_even(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Tell whether nothing is to be seen in a box of the page, in points."""
        width, height = self._size
        x0, x1 = (int(edge * self._scale) - self._left for edge in (left, right))
        y0, y1 = (int(edge * self._scale) - self._top for edge in (top, bottom))
        x0, x1 = max(0, x0), min(width, x1 + 1)
        rows = range(max(0, y0), min(height, y1 + 1))
        pixels = b"".join(self._data[y * self._stride + x0 : y * self._stride + x1] for y in rows)
        if not pixels:
            return False
        usual = sorted(pixels)[len(pixels) // 2]
        near = bytes(range(max(0, usual - _TRACE), min(255, usual + _TRACE) + 1))
        return len(pixels.translate(None, near)) <= (1 - _EVEN) * len(pixels)


def _shown(handle: Any, one: Found, frame: Frame, picture: _Picture) -> str:
    """Return what is to be seen of a word: all where most of it leaves a trace, else its stops."""
    signs: list[str] = []
    hidden = total = 0
    for index in range(one.begin, one.end):
        sign = chr(raw.FPDFText_GetUnicode(handle, index))
        if sign <= " " or raw.FPDFText_IsGenerated(handle, index) == 1:
            continue
        left, top, right, bottom = frame.shown(*_ink(handle, index))
        is_even = picture.is_even(left - _AROUND, top - _AROUND, right + _AROUND, bottom + _AROUND)
        if not is_even and not sign.isalnum():
            signs.append(sign)
        if sign.isalnum() or is_even:
            total += 1
            hidden += is_even
    return one.word.text if hidden * 2 < total or not hidden else "".join(signs)


def _ink(handle: Any, index: int) -> Box:
    """Return the box that a character fills, in the file's units; the room it takes where it has no ink."""
    edges = [ctypes.c_double() for _ in range(4)]
    raw.FPDFText_GetCharBox(handle, index, *map(ctypes.byref, edges))
    left, right, low, high = (edge.value for edge in edges)
    if right > left and high > low:
        return left, low, right, high
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(handle, index, ctypes.byref(box))
    return box.left, box.bottom, box.right, box.top
