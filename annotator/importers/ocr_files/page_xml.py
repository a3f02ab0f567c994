"""PAGE 2010 to 2024, as Transkribus, eScriptorium, Aletheia and the programs of OCR-D write it.

https://github.com/PRImA-Research-Lab/PAGE-XML: regions of lines of words, each with its outline. Text may
stand at each of these levels; that of words is taken where there is one, then that of lines, then that of
regions. `ReadingOrder` says in which order to read the regions; those that it leaves out come behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.importers.ocr_files.building import Box, PageBuilder, Piece, confidence, make, raised
from annotator.importers.ocr_files.kinds import kind_of
from annotator.importers.ocr_files.page_order import regions_in_order
from annotator.importers.ocr_files.reading import (
    LeftOut,
    Names,
    OcrPage,
    foreign_text,
    parsed,
    root_name,
)
from annotator.importers.xml_reading import Element

_STRUCTURE = re.compile(r"structure\s*\{[^}]*?type\s*:\s*([^;}]+)")
_INDEX = re.compile(r"readingOrder\s*\{[^}]*?index\s*:\s*(\d{1,9})")
_TEXT_STYLE = re.compile(r"textStyle\s*\{([^}]*)\}")
_SETTING = re.compile(r"(\w+)\s*:\s*([^;]+)")
_NAMES = (
    "Coords Baseline TextEquiv TextStyle Word TextLine Glyph AlternativeImage UserDefined Labels Roles Grid"
    " GraphemeElement Relations ReadingOrder Border PrintSpace Layers UserAttribute Metadata"
)
_KNOWN = frozenset(_NAMES.split())


class _Said(NamedTuple):
    text: str = ""
    confidence: float = -1.0
    others: tuple[str, ...] = ()


class _Reader:
    def __init__(self, root: Element, left_out: LeftOut) -> None:
        self._root, self._left_out, self._names = root, left_out, Names()

    def pages(self) -> Iterator[OcrPage]:
        for page in self._root.iter("{*}Page"):
            builder = PageBuilder(self._left_out.counts)
            order = regions_in_order(page, self._names)
            self._left_out.counts["order"] += order.missing
            for region in order.regions:
                builder.begin_block()
                self._read_region(builder, region)
            for element in page:
                name = self._names[element.tag]
                if name not in _KNOWN and not name.endswith("Region"):
                    foreign_text(element, self._left_out)
            size = _number(page.get("imageWidth")), _number(page.get("imageHeight"))
            yield OcrPage(builder.page(*size, _points(page)), page.get("imageFilename") or "")

    # ------------------------------------------------------------------ regions

    def _read_region(self, builder: PageBuilder, region: Element) -> None:
        kind = kind_of(region.get("type") or "")
        if kind is None:
            kind = _kind_in(region.get("custom"))
        lines: list[Element] = []
        for child in region:
            name = self._names[child.tag]
            if name == "TextLine":
                lines.append(child)
            elif name not in _KNOWN and not name.endswith("Region"):
                foreign_text(child, self._left_out)
        lines = by_index(lines)
        turn = _quarter(region)
        pieces = [self._pieces(line, turn) for line in lines]
        if not any(piece.text.strip() for of_line in pieces for piece in of_line):
            said = _said(region)
            if said.text.strip():
                self._read_text(builder, region, lines, said, kind, turn)
                return
        for line, of_line in zip(lines, pieces, strict=True):
            of_itself = _kind_in(line.get("custom"))
            builder.line(of_line, _box(line), kind if of_itself is None else of_itself, turn=turn)

    def _read_text(
        self,
        builder: PageBuilder,
        region: Element,
        lines: Sequence[Element],
        said: _Said,
        kind: str | None,
        turn: int,
    ) -> None:
        """Add the text of a region: its lines have none."""
        rows = said.text.strip("\r\n").splitlines()
        boxes = [_box(line) for line in lines] if len(lines) == len(rows) else [None] * len(rows)
        if len(rows) == 1 and boxes == [None]:
            boxes = [_box(region)]
        for row, box in zip(rows, boxes, strict=True):
            if row.strip():
                builder.line([Piece(row, None, said.confidence)], box, kind, turn=turn)
            else:
                builder.begin_block()

    # ------------------------------------------------------------------ lines

    def _pieces(self, line: Element, turn: int) -> list[Piece]:
        words: list[Element] = []
        for child in line:
            name = self._names[child.tag]
            if name == "Word":
                words.append(child)
            elif name not in _KNOWN:
                foreign_text(child, self._left_out)
        style = _style(line)
        of_words = [self._word(word, style) for word in by_index(words)]
        said = _said(line)
        if of_words and said.text == " ".join([piece.text for piece in of_words]):
            return of_words
        plain = _letters(said.text)
        if of_words and all(piece.text.strip() for piece in of_words):
            joined = "".join([_letters(piece.text) for piece in of_words])
            if plain == joined:
                return _as_in_line(of_words, said.text)
            if plain:
                self._left_out.counts["other_words"] += 1
            return of_words
        if plain:
            return _split(line, said, style)
        return [piece for piece in of_words if piece.text.strip()]

    def _word(self, word: Element, style: tuple[bool, bool]) -> Piece:
        names = self._names
        children = word[:]
        if len(children) == 2:  # most have no more than these
            coords, equiv = children
            is_plain = names[equiv.tag] == "TextEquiv" and len(equiv) == 1 and names[coords.tag] == "Coords"
            if is_plain and (text := equiv[0].text):
                sure = confidence(equiv.get("conf"), 1)
                return make(Piece, (text, _outline(coords), sure, (), *style, False))
        box: Box | None = None
        own: Element | None = None
        found: list[tuple[float, str, float, int]] = []
        for child in children:
            name = names[child.tag]
            if name == "TextEquiv":
                found.append((*_text(child), len(found)))
            elif name == "Coords":
                box = _outline(child)
            elif name == "TextStyle":
                own = child
        text, sure, others = _first_of(found)
        if not text or text.isspace():
            text = "".join([_said(glyph).text for glyph in word.iterchildren("{*}Glyph")])
        if own is not None:
            style = (own.get("bold") == "true", own.get("italic") == "true")
            if own.get("superscript") == "true":
                text = raised(text)
        return Piece(text, box, sure, others, *style)


def by_index(elements: list[Element]) -> list[Element]:
    """Return lines or words in the order that Transkribus writes beside them, else as they stand."""
    if not elements or "readingOrder" not in (elements[0].get("custom") or ""):
        return elements
    found = [_INDEX.search(element.get("custom") or "") for element in elements]
    places = [int(at[1]) for at in found if at]
    if len(places) < len(elements):
        return elements
    return [elements[n] for n in sorted(range(len(elements)), key=places.__getitem__)]


def _as_in_line(words: Sequence[Piece], text: str) -> list[Piece]:
    """Return words that say what their line says, glued where no blank stands between them in the line."""
    made: list[Piece] = []
    at = 0
    for word in words:
        start = at
        while at < len(text) and text[at].isspace():
            at += 1
        made.append(word._replace(is_glued=start == at) if made and start == at else word)
        for sign in word.text:
            if sign.isspace():
                continue
            while at < len(text) and text[at].isspace():
                at += 1
            at += 1
    return made


def _split(line: Element, said: _Said, style: tuple[bool, bool]) -> list[Piece]:
    """Return the words of a line that has text and no words of its own."""
    text = _raised_as_styled(said.text, line.get("custom") or "")
    words = text.split()
    others = [other.split() for other in said.others]
    fitting = [other for other in others if len(other) == len(words)]
    return [
        Piece(word, None, said.confidence, [other[n] for other in fitting], *style)
        for n, word in enumerate(words)
    ]


def _raised_as_styled(text: str, custom: str) -> str:
    """Return the text of a line with its raised digits as signs for them, as Transkribus tells of them."""
    if "superscript" not in custom:
        return text
    for match in _TEXT_STYLE.finditer(custom):
        settings = dict(_SETTING.findall(match[1]))
        offset, length = settings.get("offset", ""), settings.get("length", "")
        if settings.get("superscript", "").strip() == "true" and offset.isdecimal() and length.isdecimal():
            start, end = int(offset), int(offset) + int(length)
            text = text[:start] + raised(text[start:end]) + text[end:]
    return text


def _said(element: Element) -> _Said:
    """Return what an element says: its text, or of several that with the lowest number, and the others."""
    equivs = enumerate(element.iterchildren("{*}TextEquiv"))
    return _first_of([(*_text(equiv), place) for place, equiv in equivs])


def _first_of(found: list[tuple[float, str, float, int]]) -> _Said:
    if not found:
        return _Said()
    if len(found) > 1:
        found.sort(key=lambda each: (not each[1].strip(), each[0], each[3]))
    return _Said(found[0][1], found[0][2], tuple([each[1] for each in found[1:]]))


def _text(equiv: Element) -> tuple[float, str, float]:
    """Return the number of a text, the text, and how sure it is."""
    text = ""
    for child in equiv:
        if child.text and (not text or child.tag.endswith("Unicode")):
            text = child.text
    index, sure = equiv.get("index"), equiv.get("conf")
    return (
        float(index) if index and index.isdecimal() else -1.0,
        text,
        confidence(sure, 1) if sure else -1.0,
    )


def _letters(text: str) -> str:
    return "".join(text.split())


def _kind_in(custom: str | None) -> str | None:
    found = _STRUCTURE.search(custom) if custom else None
    return kind_of(found[1]) if found else None


def _style(line: Element) -> tuple[bool, bool]:
    own = next(line.iterchildren("{*}TextStyle"), None)
    return (own.get("bold") == "true", own.get("italic") == "true") if own is not None else (False, False)


def _box(element: Element) -> Box | None:
    coords = next(element.iterchildren("{*}Coords"), None)
    return _outline(coords) if coords is not None else None


def _outline(coords: Element) -> Box | None:
    points = coords.get("points")
    try:
        if points:
            signs = points.replace(",", " ").split()
            if len(signs) == 8 and (box := _upright(signs)) is not None:  # most are
                return box
            numbers = [*map(float, signs)]
        else:  # before 2013
            numbers = [float(point.get(axis)) for point in coords for axis in ("x", "y")]
    except (TypeError, ValueError):
        return None
    if len(numbers) < 4 or len(numbers) % 2:
        return None
    across, down = numbers[::2], numbers[1::2]
    return min(across), min(down), max(across), max(down)


def _upright(signs: Sequence[str]) -> Box | None:
    """Return the box of four corners, clockwise from the upper left one; None where they are others."""
    left, top, right = signs[0], signs[1], signs[2]
    if signs[3] != top or signs[4] != right or signs[5] != signs[7] or signs[6] != left:
        return None
    box = float(left), float(top), float(right), float(signs[5])
    return box if box[0] <= box[2] and box[1] <= box[3] else None


def _quarter(region: Element) -> int:
    turn = _number(region.get("orientation")) + _number(region.get("readingOrientation"))
    return round(turn / 90) * 90 % 360 if abs(turn) <= 720 else 0


def _points(page: Element) -> float:
    """Return the size of a pixel in points; 0 where it is not known."""
    resolution = _number(page.get("imageXResolution"))
    per_inch = {"PPI": 1.0, "PPCM": 2.54}.get(page.get("imageResolutionUnit") or "PPI", 0.0)
    return 72 / (resolution * per_inch) if resolution * per_inch > 0 else 0.0


def _number(value: str | None) -> float:
    try:
        return float(value) if value else 0.0
    except ValueError:
        return 0.0


def pages_of(shown: str, data: bytes, left_out: LeftOut) -> Iterator[OcrPage]:
    """Yield the pages of a file in PAGE. Raises `UserError`."""
    return _Reader(parsed(shown, data, left_out), left_out).pages()


def sniff(data: bytes) -> bool:
    """Tell whether a file is PAGE by its beginning."""
    return root_name(data) in ("pcgts", "pagecontent")
