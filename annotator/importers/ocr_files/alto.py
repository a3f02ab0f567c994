"""ALTO 1 to 4, also in the name space of CCS that the Dutch national library uses, or in none.

https://www.loc.gov/standards/alto/: pages of blocks of lines of strings, each with its place. The order is
that of the file, unless `ReadingOrder` (from 4.3) or `IDNEXT` say another one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from annotator.importers.ocr_files.building import Box, PageBuilder, Piece, confidence, make, raised
from annotator.importers.ocr_files.kinds import kind_of
from annotator.importers.ocr_files.ordering import chained, reordered
from annotator.importers.ocr_files.reading import (
    LeftOut,
    Names,
    OcrPage,
    foreign_text,
    parsed,
    root_name,
)
from annotator.importers.xml_reading import Element

_UNITS = {"mm10": 72 / 254, "inch1200": 72 / 1200}  # points; those of a pixel are not known
# In the order of reading: in the file the margins come first.
_SPACES = {"TopMargin": "head", "LeftMargin": "margin", "PrintSpace": None, "RightMargin": "margin"}
_SPACES |= {"BottomMargin": "foot"}
_MOST_IN_MARGIN = 4  # lines: a letterhead is more, and belongs to the letter
_PRINTED_HYPHEN = {"", "\u00ad", "\u00ac"}  # what stands for the hyphen that is printed
_SILENT = {"SP", "Shape", "Illustration", "GraphicalElement"}
_LINES_LOOKED_AT = 300


class _Style(NamedTuple):
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    is_raised: bool = False


class _Reader:
    def __init__(self, root: Element, left_out: LeftOut) -> None:
        self._root, self._left_out, self._names = root, left_out, Names()
        self._styles: dict[str, _Style] = {}
        self._labels: dict[str, str | None] = {}
        for element in root.iter("{*}TextStyle"):
            styles = (element.get("FONTSTYLE") or "").split()
            size = _number(element.get("FONTSIZE")) or 0.0
            self._styles[element.get("ID") or ""] = _styled(_Style(size), styles)
        for tags in root.iter("{*}Tags"):
            for tag in tags:
                self._labels[tag.get("ID") or ""] = kind_of(tag.get("LABEL") or "")
        unit = next((e.text or "" for e in root.iter("{*}MeasurementUnit")), "").strip()
        self._points = _UNITS.get(unit, 0.0)
        self._font = 1 / self._points if self._points else self._units_of_point()

    def pages(self) -> Iterator[OcrPage]:
        picture = next((e.text or "" for e in self._root.iter("{*}fileName")), "").strip()
        for page in self._root.iter("{*}Page"):
            builder = PageBuilder(self._left_out.counts)
            for block, kind in self._ordered(page):
                builder.begin_block()
                self._read_block(builder, block, kind)
            size = _number(page.get("WIDTH")) or 0.0, _number(page.get("HEIGHT")) or 0.0
            yield OcrPage(builder.page(*size, self._points), picture)

    # ------------------------------------------------------------------ blocks

    def _ordered(self, page: Element) -> list[tuple[Element, str | None]]:
        """Return the blocks and lines of a page in reading order, with what is furniture."""
        spaces = sorted(
            page, key=lambda e: [*_SPACES].index(self._name(e)) if self._name(e) in _SPACES else 2
        )
        blocks: list[tuple[Element, str | None]] = []
        for space in spaces:
            found = list(self._blocks(space))
            kind = _SPACES.get(self._name(space))
            lines = sum(1 for block, _ in found for _ in block.iter("{*}TextLine"))
            if kind in ("head", "foot") and lines > _MOST_IN_MARGIN:
                kind = None
            blocks += [(block, kind if said is None else said) for block, said in found]
        chain = [(block.get("ID") or "", block.get("IDNEXT") or "") for block, _ in blocks]
        blocks = [blocks[index] for index in chained(chain)]
        stated = [ref for element in self._root.iter("{*}ReadingOrder") for ref in _references(element)]
        return self._as_stated(page, blocks, stated) if stated else blocks

    def _as_stated(
        self, page: Element, blocks: Sequence[tuple[Element, str | None]], stated: Sequence[str]
    ) -> list[tuple[Element, str | None]]:
        """Return blocks as the file's reading order has them; where it names lines, lines."""
        lines = {line.get("ID") for block, _ in blocks for line in block.iter("{*}TextLine")}
        if lines & {*stated}:
            blocks = [
                (line, kind)
                for block, kind in blocks
                for line in ([block] if block.get("ID") in stated else block.iter("{*}TextLine"))
            ]
        ids = [block.get("ID") or "" for block, _ in blocks]
        if len(self._root.findall(".//{*}Page")) == 1:
            known = {e.get("ID") for e in page.iter() if e.get("ID")}
            self._left_out.counts["order"] += sum(ref not in known for ref in stated)
        return [blocks[index] for index in reordered(ids, stated)]

    def _blocks(self, space: Element) -> Iterator[tuple[Element, str | None]]:
        """Yield the blocks of text in a part of a page, and the kinds that they are said to be of."""
        waiting: list[tuple[Element, str | None]] = [(space, None)]
        while waiting:
            element, kind = waiting.pop()
            name = self._name(element)
            if name == "TextBlock":
                yield element, self._kind(element, kind)
            elif name == "TextLine":  # in no block
                yield element, kind
            elif name in _SPACES or name == "ComposedBlock":
                kind = self._kind(element, kind)
                waiting += [(child, kind) for child in reversed(element)]
            elif name not in _SILENT:
                foreign_text(element, self._left_out)

    def _kind(self, element: Element, kind: str | None) -> str | None:
        labels = [self._labels.get(ref) for ref in (element.get("TAGREFS") or "").split()]
        said = [label for label in (*labels, kind_of(element.get("TYPE") or "")) if label is not None]
        return said[0] if said else kind

    # ------------------------------------------------------------------ lines

    def _read_block(self, builder: PageBuilder, block: Element, kind: str | None) -> None:
        style = self._style(block, _Style())
        turn = _quarter(block.get("ROTATION"))
        lines = [block] if self._name(block) == "TextLine" else block
        for line in lines:
            name = self._name(line)
            if name == "TextLine":
                self._read_line(builder, line, kind, style, turn)
            elif name not in _SILENT:
                foreign_text(line, self._left_out)

    def _read_line(
        self, builder: PageBuilder, line: Element, kind: str | None, style: _Style, turn: int
    ) -> None:
        own = self._style(line, style)
        for label in [self._labels.get(ref) for ref in (line.get("TAGREFS") or "").split()]:
            kind = kind if label is None else label
        pieces: list[Piece] = []
        sizes: list[float] = []
        is_broken = has_space = False
        for element in line:
            name = self._names[element.tag]
            if name == "String":
                get = element.get
                said = self._style(element, own) if get("STYLEREFS") or get("STYLE") else own
                piece = _piece(element, said)
                if pieces and not has_space and not turn and _is_near(pieces[-1], piece):
                    piece = piece._replace(is_glued=True)
                pieces.append(piece)
                sizes.append(said.size)
                is_broken, has_space = get("SUBS_TYPE") == "HypPart1", False
            elif name == "SP":
                has_space = True
            elif name == "HYP":
                _add_hyphen(pieces, element.get("CONTENT") or "", _box(element))
                is_broken = False
            elif name not in _SILENT:
                foreign_text(element, self._left_out)
        if is_broken:
            _add_hyphen(pieces, "", None)
        size = median(sizes) * self._font if sizes else 0.0
        builder.line(pieces, _box(line), kind, size=size, turn=turn)

    def _style(self, element: Element, style: _Style) -> _Style:
        for ref in (element.get("STYLEREFS") or "").split():
            found = self._styles.get(ref)
            if found is not None:
                style = found if found.size else found._replace(size=style.size)
        own = element.get("STYLE")
        return _styled(style, own.split()) if own else style

    def _units_of_point(self) -> float:
        """Return how many pixels a point of the fonts has, by the heights of lines; 0 where nobody knows."""
        ratios = []
        for block in self._root.iter("{*}TextBlock"):
            of_block = self._style(block, _Style())
            for line in block.iter("{*}TextLine"):
                first = next(line.iter("{*}String"), None)
                style = self._style(line, of_block)
                style = style if first is None else self._style(first, style)
                height = _number(line.get("HEIGHT")) or 0.0
                if not height and first is not None:
                    height = _number(first.get("HEIGHT")) or 0.0
                if style.size > 0 and height > 0:
                    ratios.append(height / style.size)
            if len(ratios) > _LINES_LOOKED_AT:
                break
        return median(ratios) if ratios else 0.0

    def _name(self, element: Element) -> str:
        return self._names[element.tag]


def _piece(element: Element, style: _Style) -> Piece:
    get = element.get
    text = get("CONTENT") or ""
    others: Sequence[str] = ()
    if len(element):
        text = text or "".join([glyph.get("CONTENT") or "" for glyph in element.iter("{*}Glyph")])
        others = [*_alternatives(element), *_variants(element, text)]
    if style.is_raised:
        text = raised(text)
    box = _box(element)
    return make(Piece, (text, box, confidence(get("WC"), 1), others, style.bold, style.italic, False))


def _alternatives(string: Element) -> Iterator[str]:
    return (element.text or "" for element in string.iter("{*}ALTERNATIVE"))


def _variants(string: Element, text: str) -> list[str]:
    """Return the word with each of its signs read otherwise, the likeliest first."""
    glyphs = list(string.iterchildren("{*}Glyph"))
    if "".join([glyph.get("CONTENT") or "" for glyph in glyphs]) != text:
        return []
    found = []
    at = 0
    for glyph in glyphs:
        end = at + len(glyph.get("CONTENT") or "")
        for variant in glyph.iterchildren("{*}Variant"):
            other = text[:at] + (variant.get("CONTENT") or "") + text[end:]
            found.append((confidence(variant.get("VC"), 1), other))
        at = end
    return [other for _, other in sorted(found, key=lambda each: -each[0])]


def _is_near(before: Piece, piece: Piece) -> bool:
    """Tell whether two strings without a space between them stand so near that there is none on paper."""
    if before.box is None or piece.box is None:
        return False
    gap, height = piece.box[0] - before.box[2], piece.box[3] - piece.box[1]
    return -height < gap < 0.08 * height


def _add_hyphen(pieces: list[Piece], sign: str, box: Box | None) -> None:
    if not pieces:
        pieces.append(Piece("-" if sign in _PRINTED_HYPHEN else sign, box))
        return
    last = pieces[-1]
    sign = "-" if sign in _PRINTED_HYPHEN else sign
    if last.text.endswith((sign, "-")):
        return
    if last.text.endswith(("\u00ad", "\u00ac")):
        last = last._replace(text=last.text[:-1])
    place = last.box
    if place is not None and box is not None and box[2] > place[2]:
        place = (place[0], place[1], box[2], place[3])
    pieces[-1] = last._replace(text=last.text + sign, box=place)


def _references(order: Element) -> Iterator[str]:
    for element in order.iter():
        yield from (element.get("REF") or "").split()


def _styled(style: _Style, names: Sequence[str]) -> _Style:
    return _Style(
        style.size,
        style.bold or "bold" in names,
        style.italic or "italics" in names,
        style.is_raised or "superscript" in names,
    )


def _box(element: Element) -> Box | None:
    get = element.get
    try:
        left, top = float(get("HPOS")), float(get("VPOS"))
        return left, top, left + float(get("WIDTH")), top + float(get("HEIGHT"))
    except (TypeError, ValueError):
        return None


def _number(value: str | None) -> float | None:
    try:
        return float(value) if value else None
    except ValueError:
        return None


def _quarter(value: str | None) -> int:
    """Return how far something is turned counter-clockwise, to whole quarters."""
    turn = _number(value) or 0.0
    return round(turn / 90) * 90 % 360 if abs(turn) <= 360 else 0


def pages_of(shown: str, data: bytes, left_out: LeftOut) -> Iterator[OcrPage]:
    """Yield the pages of a file in ALTO. Raises `UserError`."""
    return _Reader(parsed(shown, data, left_out), left_out).pages()


def sniff(data: bytes) -> bool:
    """Tell whether a file is ALTO by its beginning."""
    return root_name(data) == "alto"
