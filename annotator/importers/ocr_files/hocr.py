"""hOCR: web pages in which OCR programs say by classes and titles what stands where.

http://kba.github.io/hocr-spec/1.2/; Tesseract, OCRopus, kraken and gImageReader write it. The order is that
of the file. Text that stands in no line is kept, without a place.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from annotator.core.user_errors import UserError
from annotator.importers.encodings import decode
from annotator.importers.ocr_files.building import Box, PageBuilder, Piece
from annotator.importers.ocr_files.hocr_words import BBOX, WORDS, class_of, piece_of, text_of
from annotator.importers.ocr_files.kinds import kind_of
from annotator.importers.ocr_files.reading import (
    LeftOut,
    OcrPage,
    in_utf_8,
    parsed,
    problem,
    root_name,
)
from annotator.importers.ocr_files.sentences import CUT_OFF
from annotator.importers.xml_reading import BROKEN_XML, Element, name_of, parse_html

_LINES = frozenset(("ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat"))
_BLOCKS = frozenset(("ocr_carea", "ocrx_block", "ocr_par", "ocr_column", "ocr_float"))
_PICTURES = frozenset(
    ("ocr_image", "ocr_photo", "ocr_linedrawing", "ocr_separator", "ocr_noise", "ocr_cinfo")
)
_NO_TEXT = frozenset(("head", "script", "style", "title", "meta"))
_IMAGE = re.compile(r"""\bimage\s+(?:"([^"]*)"|'([^']*)'|([^\s;]+))""")
_RESOLUTION = re.compile(r"\bscan_res\s+(\d+(?:\.\d+)?)")
_SIZE = re.compile(r"\bx_size\s+(\d+(?:\.\d+)?)")
_ANGLE = re.compile(r"\btextangle\s+(-?\d+(?:\.\d+)?)")
_MARK = re.compile(rb"ocr-system|class\s*=\s*[\"'][^\"']*\bocrx?_")
_END = re.compile(rb"</(?:html|body|div)\s*>\s*(?:<!--(?s:.*?)-->\s*)*\Z", re.IGNORECASE)
_END_OF_BLOCK = ""
_LOOKED_AT = 65_536
_ENCODING = re.compile(
    rb"\A\s*<\?xml[^>]*encoding\s*=\s*[\"']([\w.-]+)|<meta[^>]*charset\s*=\s*[\"']?([\w.-]+)"
)


class _Context(NamedTuple):
    kind: str | None = None
    level: int = 0
    turn: int = 0
    in_block: bool = False


class _Reader:
    def __init__(self, root: Element, left_out: LeftOut) -> None:
        self._root, self._left_out = root, left_out

    def pages(self) -> Iterator[OcrPage]:
        pages = [element for element in self._root.iter() if class_of(element) == "ocr_page"]
        for page in pages or [self._root]:
            builder = PageBuilder(self._left_out.counts)
            title = page.get("title") or ""
            _Walk(builder).over(page)
            box = _box(title)
            resolution = _RESOLUTION.search(title)
            per_inch = float(resolution[1]) if resolution else 0.0
            picture = _IMAGE.search(title)
            size = (box[2], box[3]) if box else (0.0, 0.0)
            made = builder.page(*size, 72 / per_inch if per_inch else 0.0)
            yield OcrPage(made, next(filter(None, picture.groups()), "") if picture else "")


class _Walk:
    """Goes through a page in the order of the file."""

    def __init__(self, builder: PageBuilder) -> None:
        self._builder = builder
        self._loose: list[Piece] = []  # words that stand in no line

    def over(self, page: Element) -> None:
        """Give the lines of a page to its builder."""
        # A stack rather than recursion: elements may be nested deeper than Python's stack allows.
        waiting: list[tuple[Element | str, _Context]] = [(page, _Context())]
        while waiting:
            item, context = waiting.pop()
            if item == _END_OF_BLOCK:
                self._end_loose(context)
                self._builder.begin_block()
            elif isinstance(item, str):
                self._add_text(item, context)
            elif class_of(item) in WORDS:
                self._loose.append(piece_of(item))
            elif self._is_line(item, context):
                self._end_loose(context)
                self._add_line(item, context)
            elif name_of(item).lower() not in _NO_TEXT and class_of(item) not in _PICTURES:
                waiting += self._opened(item, context)
        self._end_loose(_Context())

    @staticmethod
    def _is_line(element: Element, context: _Context) -> bool:
        name = class_of(element)
        if name in ("ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat"):
            return not any(
                class_of(inside) in ("ocr_line", "ocrx_line") for inside in element.iterdescendants()
            )
        return name in _LINES

    def _opened(self, element: Element, context: _Context) -> list[tuple[Element | str, _Context]]:
        """Return what stands in an element, the first last, and begin a paragraph where it is one."""
        name, title = class_of(element), element.get("title") or ""
        tag = name_of(element).lower()
        found: list[tuple[Element | str, _Context]] = []
        if name in _BLOCKS or tag in ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6"):
            self._end_loose(context)
            self._builder.begin_block()
            found.append((_END_OF_BLOCK, context))
        said = kind_of(name.removeprefix("ocr_").removeprefix("ocrx_"))
        context = _Context(
            context.kind if said is None else said,
            int(tag[1]) if re.fullmatch("h[1-6]", tag) else context.level,
            _turn(title, context.turn),
            context.in_block or name in _BLOCKS,
        )
        for child in reversed(element):
            found += [(child.tail, context)] if child.tail and not child.tail.isspace() else []
            found.append((child, context))
        return [*found, (element.text, context)] if element.text and not element.text.isspace() else found

    def _add_text(self, text: str, context: _Context) -> None:
        self._end_loose(context)
        for row in text.strip().splitlines():
            if row.strip():
                self._builder.line([Piece(row)], None, context.kind, context.level)

    def _end_loose(self, context: _Context) -> None:
        """Make lines of the words that stood in none: those in a row are one."""
        rows: list[list[Piece]] = []
        for piece in self._loose:
            if rows and _in_row(rows[-1][-1].box, piece.box):
                rows[-1].append(piece)
            else:
                rows.append([piece])
        self._loose = []
        for row in rows:
            self._builder.line(row, None, context.kind, context.level, turn=context.turn)

    def _add_line(self, line: Element, context: _Context) -> None:
        title = line.get("title") or ""
        name = class_of(line)
        kind = context.kind
        # Tesseract calls headings so, which are lines of a block: nobody says that they are running heads.
        if name in ("ocr_header", "ocr_footer") and not context.in_block:
            kind = kind_of(name.removeprefix("ocr_"))
        size = _SIZE.search(title)
        self._builder.line(
            _pieces(line),
            _box(title),
            kind,
            context.level,
            float(size[1]) if size else 0.0,
            _turn(title, context.turn),
        )


def _pieces(line: Element) -> list[Piece]:
    """Return the words of a line, and what stands in it outside of its words."""
    pieces = _stray(line.text, False)
    waiting = line[::-1]
    while waiting:
        element = waiting.pop()
        name = element.get("class")
        if name == "ocrx_word" or class_of(element) in WORDS:
            pieces.append(piece_of(element))
        elif any(class_of(inside) in WORDS for inside in element.iterdescendants()):
            pieces += _stray(element.text, bool(pieces))
            waiting += element[::-1]
        else:
            text = text_of(element).text
            pieces += _stray(text, bool(pieces) and not text[:1].isspace())
        tail = element.tail
        if tail and not tail.isspace():
            pieces += _stray(tail, bool(pieces))
    return pieces


def _stray(text: str | None, may_be_glued: bool) -> list[Piece]:
    if not text or text.isspace():
        return []
    return [Piece(text, is_glued=may_be_glued and not text[0].isspace())]


def _in_row(one: Box | None, other: Box | None) -> bool:
    if one is None or other is None:
        return one is other
    shared = min(one[3], other[3]) - max(one[1], other[1])
    return other[0] > one[0] and shared > 0.5 * min(one[3] - one[1], other[3] - other[1])


def _box(title: str) -> Box | None:
    found = BBOX.search(title)
    return (float(found[1]), float(found[2]), float(found[3]), float(found[4])) if found else None


def _turn(title: str, otherwise: int) -> int:
    angle = _ANGLE.search(title) if "textangle" in title else None
    return round(float(angle[1]) / 90) * 90 % 360 if angle else otherwise


# ---------------------------------------------------------------------- the file


def _root(shown: str, data: bytes, left_out: LeftOut) -> Element:
    """Return the root of a file: as XML where it is well formed, else as a web page."""
    try:
        return parsed(shown, data, left_out)
    except UserError as error:
        if error.message.text != BROKEN_XML:
            raise
    plain = in_utf_8(data)
    if not _END.search(plain[-_LOOKED_AT:].rstrip(b"\0 \t\r\n")):
        raise problem(CUT_OFF, shown)
    return parse_html(shown, _text(plain).encode("utf-8", "replace"), "utf-8")


def _text(data: bytes) -> str:
    """Return the text of a web page: in the 8-bit encoding that it says to be in, else by its bytes."""
    said = _ENCODING.search(data[:4096])
    name = next((name.decode() for name in said.groups() if name), "") if said else ""
    with suppress(LookupError, ValueError):
        name = codecs.lookup(name).name
        if name and not name.startswith(("utf", "ascii")):
            # Web pages say Latin-1 and mean Windows-1252.
            return data.decode("cp1252" if name == "iso8859-1" else name, "replace")
    return decode(data) or data.decode("utf-8", "replace")


def pages_of(shown: str, data: bytes, left_out: LeftOut) -> Iterator[OcrPage]:
    """Yield the pages of a file in hOCR. Raises `UserError`."""
    return _Reader(_root(shown, data, left_out), left_out).pages()


def sniff(data: bytes) -> bool:
    """Tell whether a file is hOCR by its beginning."""
    if not root_name(data) and not data.lstrip().startswith(b"<"):
        return False
    return _MARK.search(in_utf_8(data[: 2 * _LOOKED_AT])) is not None
