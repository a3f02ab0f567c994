"""How the pieces of text of a page are drawn: bold, italic, in which colour, and whether at all."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Collection
from typing import Any, NamedTuple

from pypdfium2 import raw

from annotator.importers.pdf.frames import turn_of

# Names tell more than the weights that fonts state: many an upright Verdana says 700 of itself.
_BOLD = re.compile(r"bold|black|heavy|demi|CMBX|CMB\d|\bbd\b|(?<=[a-z])Bd", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obli|slant|kursiv|CMTI|CMSL|(?<=[a-z])It\b", re.IGNORECASE)
_SLANTED, _FORCED_BOLD = 1 << 6, 1 << 18  # flags of a font descriptor (ISO 32000-1, table 123)
_STROKED = (raw.FPDF_TEXTRENDERMODE_FILL_STROKE, raw.FPDF_TEXTRENDERMODE_FILL_STROKE_CLIP)
_NOT_DRAWN = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
_LONGEST_NAME = 200
_OPAQUE = 255
_PALE = 190  # of 255: lighter text may be white on white

Colour = tuple[int, int, int]


class Piece(NamedTuple):
    """A piece of text as the file draws it: `colour` is None where it is a pattern or nearly transparent.

    `size` is that of its font in points, `turn` how far it is turned on the unturned page. `plain` says that
    nothing in how it is drawn may hide it.
    """

    address: bytes
    size: float = 1.0
    turn: int = 0
    bold: bool = False
    italic: bool = False
    drawn: bool = True
    colour: Colour | None = (0, 0, 0)
    plain: bool = True


def is_bold(name: str) -> bool:
    """Tell whether a font of this name is bold."""
    return _BOLD.search(name) is not None


def is_italic(name: str) -> bool:
    """Tell whether a font of this name is italic."""
    return _ITALIC.search(name) is not None


def address_of(handle: Any) -> bytes:
    """Return the address that a handle of PDFium holds: its identity while the page is open."""
    return bytes(handle)


class Faces:
    """Tells how characters of a page are drawn; what was asked once is known."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        self._pieces: dict[bytes, Piece] = {}
        self._fonts: dict[bytes, tuple[bool, bool]] = {}

    def of(self, index: int) -> Piece:
        """Return the piece of text that a character belongs to."""
        found = raw.FPDFText_GetTextObject(self._handle, index)
        address = address_of(found)
        piece = self._pieces.get(address)
        if piece is None:
            piece = self._pieces[address] = self._read(index, found, address)
        return piece

    def pieces(self) -> Collection[Piece]:
        """Return all pieces that were asked for."""
        return self._pieces.values()

    def _read(self, index: int, found: Any, address: bytes) -> Piece:
        size, turn = self._size(index)
        if not found:
            return Piece(address, size, turn)
        bold, italic = self._font(found)
        mode = raw.FPDFTextObj_GetTextRenderMode(found)
        colour, alpha = colour_of(found)
        if alpha < _OPAQUE // 4:
            colour = None
        drawn = mode not in _NOT_DRAWN
        plain = drawn and colour is not None and min(colour) <= _PALE
        return Piece(address, size, turn, bold or mode in _STROKED, italic, drawn, colour, plain)

    def _size(self, index: int) -> tuple[float, int]:
        """Return the size of a character in points, and how far it is turned on the unturned page."""
        matrix = raw.FS_MATRIX()
        if not raw.FPDFText_GetMatrix(self._handle, index, matrix):
            return 1.0, 0
        size = raw.FPDFText_GetFontSize(self._handle, index)
        a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
        if b == 0 and c == 0 and a > 0:
            return abs(size * d) or 1.0, 0
        return size * math.hypot(c, d) or 1.0, turn_of(a, b)

    def _font(self, found: Any) -> tuple[bool, bool]:
        font = raw.FPDFTextObj_GetFont(found)
        if not font:
            return False, False
        address = address_of(font)
        if address not in self._fonts:
            room = ctypes.create_string_buffer(_LONGEST_NAME)
            raw.FPDFFont_GetBaseFontName(font, room, _LONGEST_NAME)
            name = room.value.decode("latin-1")
            flags = max(0, raw.FPDFFont_GetFlags(font))
            self._fonts[address] = (
                is_bold(name) or bool(flags & _FORCED_BOLD),
                is_italic(name) or bool(flags & _SLANTED),
            )
        return self._fonts[address]


def colour_of(found: Any) -> tuple[Colour | None, int]:
    """Return the colour that an object is filled with, and how opaque it is, 0 to 255."""
    red, green, blue, alpha = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()
    if not raw.FPDFPageObj_GetFillColor(found, red, green, blue, alpha):
        return None, _OPAQUE
    return (red.value, green.value, blue.value), alpha.value
