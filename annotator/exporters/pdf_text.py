"""Invisible text for the pages of a PDF: its fonts, words drawn in boxes, old layers taken away."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, Protocol

from annotator.exporters.placed_pages import DrawnWord

_FIRST, _MOST = 33, 220  # codes of a font that are given out: none that a blank or a control has
_WIDTH = 500  # of each sign, in thousandths of the font's size: what is drawn is fitted to its box
_ASCENT, _DESCENT = 800, 200
_LETTERS = frozenset(string.ascii_letters)  # glyphs that are called as they read
_WIDEST = 160.0  # per cent of a sign's width: programs see no blank behind a sign that is wider
_INVISIBLE = 3
_SHOWS = {"Tj", "TJ", "'", '"'}


class Placing(Protocol):
    """How a page is shown (`searchable_pdf.Frame`)."""

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return in user space a point given from the top left of the page as shown."""

    def axes(self) -> tuple[int, int, int, int]:
        """Return where right and up of the page as shown point to in user space."""


class Fonts:
    """The fonts of a document: each sign has a code in one of them, and the font says which sign it is."""

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self._codes: dict[str, tuple[int, int]] = {}
        self._runs: dict[str, list[tuple[int, str]]] = {}  # of words: most stand there more than once
        self._made: list[Any] = []

    @cached_property
    def _descriptor(self) -> Any:
        """How high signs are: programs do not agree on that of a font that is not in the file."""
        from pikepdf import Array, Dictionary, Name

        box = Array([0, -_DESCENT, _WIDTH, _ASCENT])
        made = Dictionary(Type=Name.FontDescriptor, FontName=Name.Helvetica, Flags=32, FontBBox=box)
        made.Ascent, made.Descent, made.CapHeight = _ASCENT, -_DESCENT, 700
        made.ItalicAngle, made.StemV = 0, 80
        return self._pdf.make_indirect(made)

    def code(self, sign: str) -> tuple[int, int]:
        """Return the font of a sign and its code in that."""
        found = self._codes.get(sign)
        if found is None:
            count = len(self._codes)
            found = self._codes[sign] = (count // _MOST, _FIRST + count % _MOST)
        return found

    def needed(self, words: Iterable[DrawnWord]) -> list[int]:
        """Return the fonts that words need."""
        return sorted({of for word in words for of, _ in self.runs(word.text)})

    def runs(self, text: str) -> list[tuple[int, str]]:
        """Return what draws a text: fonts, each with the codes of the signs that it has, in hexadecimal."""
        found = self._runs.get(text)
        if found is None:
            found = self._runs[text] = []
            for sign in text:
                of, code = self.code(sign)
                codes = found.pop()[1] if found and found[-1][0] == of else ""
                found.append((of, f"{codes}{code:02X}"))
        return found

    def of(self, number: int) -> Any:
        """Return a font, whose signs are filled in by `finish`."""
        from pikepdf import Dictionary, Name

        while len(self._made) <= number:
            font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
            self._made.append(self._pdf.make_indirect(font))
        return self._made[number]

    def finish(self) -> None:
        """Say in each font which signs its codes are."""
        from pikepdf import Array, Dictionary, Name

        for number, font in enumerate(self._made):
            signs = {code: sign for sign, (of, code) in self._codes.items() if of == number}
            last = max(signs)
            # Programs leave out a sign without a glyph; what it says is for ToUnicode to tell.
            glyphs = [signs[code] if signs[code] in _LETTERS else "o" for code in range(_FIRST, last + 1)]
            names = [Name(f"/{glyph}") for glyph in glyphs]
            font.FirstChar, font.LastChar = _FIRST, last
            font.Widths = Array([_WIDTH] * len(names))
            font.Encoding = Dictionary(Type=Name.Encoding, Differences=Array([_FIRST, *names]))
            font.FontDescriptor = self._descriptor
            font.ToUnicode = self._pdf.make_stream(_to_unicode(signs))


def _to_unicode(signs: Mapping[int, str]) -> bytes:
    """Return the CMap that says which signs codes are (Adobe Technical Note 5411)."""
    rows = [
        f"<{code:02X}> <{sign.encode('utf-16-be').hex().upper()}>" for code, sign in sorted(signs.items())
    ]
    blocks = [rows[at : at + 100] for at in range(0, len(rows), 100)]
    pairs = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n{pairs}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")


def layer_of(words: Sequence[DrawnWord], frame: Placing, fonts: Fonts, names: Mapping[int, Any]) -> bytes:
    """Return what draws words invisibly, each as wide and as high as its box."""
    right_x, right_y, up_x, up_y = frame.axes()
    parts = [f"BT {_INVISIBLE} Tr"]
    for word in words:
        height = max(word.bottom - word.top, 0.5)
        size = height * 1000 / (_ASCENT + _DESCENT)
        width = max(word.right - word.left, 0.5)
        scale = min(_WIDEST, 100 * width / (len(word.text) * size * _WIDTH / 1000))
        x, y = frame.place(word.left, word.bottom - size * _DESCENT / 1000)
        parts.append(f"{scale:.2f} Tz {right_x} {right_y} {up_x} {up_y} {x:.2f} {y:.2f} Tm")
        parts += [f"{names[of]} {size:.2f} Tf <{codes}> Tj" for of, codes in fonts.runs(word.text)]
    parts.append("ET")
    return "\n".join(parts).encode("ascii")


def without_hidden_text(pdf: Any, page: Any) -> bool:
    """Take the invisible text of a page away; tell whether it has no text that is drawn.

    Nothing is changed on a page with text that is drawn: it is no scan, or one with something typed on it.
    """
    import pikepdf

    kept: list[Any] = []
    mode, stack, hidden, drawn = 0, list[int](), 0, 0
    for instruction in pikepdf.parse_content_stream(page):
        name = str(instruction.operator)
        if name == "q":
            stack.append(mode)
        elif name == "Q" and stack:
            mode = stack.pop()
        elif name == "Tr":
            mode = int(instruction.operands[0])
        elif name in _SHOWS:
            if mode == _INVISIBLE:
                hidden += 1
                continue
            drawn += 1
        kept.append(instruction)
    if drawn:
        return False
    if hidden:
        page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))
    return True
