"""The XML of a Word file's text: runs, paragraphs, tables. What is said is data, never markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from annotator.exporters.xml_text import fit_for_xml

# The style of what the program says by itself: the letter alone has Word's own headings.
HEAD, SAID, CELL = "KanttekeningHead", "KanttekeningText", "KanttekeningCell"
_BREAK = re.compile("(\r\n?|\n|\t)")
TABLE_END = "</w:tbl>"
_PAGE = 9_070  # twentieths of a point between the margins of A4
_WHITE, _TINT = 255, 0.3  # how much of a colour stays behind text, so that black reads well on it


def plain(text: str) -> str:
    """Return a text as XML has it; what no XML can hold is left out."""
    return escape(fit_for_xml(text))


class Look(NamedTuple):
    """How a run looks. `fill` is the colour behind it, `dots` that of a dotted line below it, as RRGGBB."""

    style: str = ""
    bold: bool = False
    dots: str = ""
    fill: str = ""
    raised: bool = False

    def xml(self) -> str:
        """Return the properties of the run, in the order of the standard."""
        made = "".join(
            (
                f'<w:rStyle w:val="{self.style}"/>' if self.style else "",
                "<w:b/>" if self.bold else "",
                f'<w:u w:val="dotted" w:color="{self.dots}"/>' if self.dots else "",
                f'<w:shd w:val="clear" w:color="auto" w:fill="{self.fill}"/>' if self.fill else "",
                '<w:vertAlign w:val="superscript"/>' if self.raised else "",
            )
        )
        return f"<w:rPr>{made}</w:rPr>" if made else ""


_BARE = Look()


def run(text: str, look: Look = _BARE, *, deleted: bool = False) -> str:
    """Return a run; ends of lines and tabs in it are kept."""
    kind = "delText" if deleted else "t"
    inner = f'<w:{kind} xml:space="preserve">{plain(text)}</w:{kind}>'
    if _BREAK.search(text):
        inner = "".join(_part(part, kind) for part in _BREAK.split(text) if part)
    return f"<w:r>{look.xml()}{inner}</w:r>"


def _part(part: str, kind: str) -> str:
    if part == "\t":
        return "<w:tab/>"
    if part[0] in "\r\n":
        return "<w:br/>"
    return f'<w:{kind} xml:space="preserve">{plain(part)}</w:{kind}>'


def paragraph(inner: str, style: str = "", numbering: str = "") -> str:
    """Return a paragraph of runs."""
    look = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p>{f'<w:pPr>{look}{numbering}</w:pPr>' if look or numbering else ''}{inner}</w:p>"


def said(text: str, style: str = SAID, look: Look = _BARE) -> str:
    """Return a paragraph of a text."""
    return paragraph(run(text, look), style)


def table(rows: Sequence[Sequence[str]], *, has_head: bool = False) -> str:
    """Return a table of cells that are paragraphs; short rows are filled up. `has_head`: of columns."""
    count = max(map(len, rows))
    widths = [_PAGE // count] * count
    made = [row_of(row, widths, is_head=has_head and not number) for number, row in enumerate(rows)]
    return f"{table_start(widths)}{''.join(made)}{TABLE_END}"


def table_start(widths: Sequence[int]) -> str:
    """Return how a table begins; its columns are so many twentieths of a point wide."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = (
        '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/><w:tblLook w:val="04A0"'
        ' w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        "</w:tblPr>"
    )
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>"


def row_of(cells: Sequence[str], widths: Sequence[int], *, is_head: bool = False) -> str:
    """Return a row of a table; its cells are paragraphs."""
    head = "<w:trPr><w:tblHeader/></w:trPr>" if is_head else ""
    filled = [*cells, *[paragraph("", CELL)] * (len(widths) - len(cells))]
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(filled, widths, strict=True)
    )
    return f"<w:tr>{head}{made}</w:tr>"


def head_cells(names: Iterable[str]) -> list[str]:
    """Return the cells of the names of columns."""
    return [said(f"{text[:1].upper()}{text[1:]}", CELL, Look(bold=True)) for text in names]


def table_of_texts(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table of texts below the names of its columns."""
    return table([head_cells(head), *([said(text, CELL) for text in row] for row in rows)], has_head=True)


def tint(colour: str) -> str:
    """Return a colour (#RRGGBB) so light that black text reads well on it, as RRGGBB."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "".join(f"{round(_WHITE - (_WHITE - part) * _TINT):02X}" for part in parts)
