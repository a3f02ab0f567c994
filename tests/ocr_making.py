"""Files as OCR programs write them, made for tests and benchmarks of lines with their places in pixels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

A4 = (2480, 3508)  # at 300 dpi
_LETTER = 20  # pixels: each letter is as wide


class Row(NamedTuple):
    """A line of a page: its words with a blank between them, and where it stands."""

    text: str
    left: int = 300
    top: int = 300
    height: int = 40

    @property
    def words(self) -> list[tuple[str, tuple[int, int, int, int]]]:
        """The words with their boxes."""
        made, at = [], self.left
        for word in self.text.split(" "):
            end = at + _LETTER * len(word)
            made.append((word, (at, self.top, end, self.top + self.height)))
            at = end + _LETTER
        return made

    @property
    def box(self) -> tuple[int, int, int, int]:
        """The box of the line."""
        return self.left, self.top, self.left + _LETTER * len(self.text), self.top + self.height


Block = Sequence[Row]
Page = Sequence[Block]


def rows(text: str, left: int = 300, top: int = 300, step: int = 60) -> list[Row]:
    """Return the lines of a text, one below the other."""
    return [Row(line, left, top + step * n) for n, line in enumerate(text.split("\n"))]


def hocr(*pages: Page, size: tuple[int, int] = A4, resolution: int = 300, image: str = "a.png") -> bytes:
    """Return what Tesseract writes."""
    made = []
    for number, page in enumerate(pages):
        blocks = []
        for block in page:
            lines = [
                f"<span class='ocr_line' title=\"bbox {_points(row.box)}; x_size {row.height}\">"
                + " ".join(
                    f"<span class='ocrx_word' title='bbox {_points(box)}; x_wconf 96'>{_escaped(word)}</span>"
                    for word, box in row.words
                )
                + "</span>"
                for row in block
            ]
            blocks.append(
                "<div class='ocr_carea'><p class='ocr_par' lang='nld'>" + "\n".join(lines) + "</p></div>"
            )
        made.append(
            f"<div class='ocr_page' title='image \"{image}\"; bbox 0 0 {size[0]} {size[1]}; ppageno {number};"
            f" scan_res {resolution} {resolution}'>" + "\n".join(blocks) + "</div>"
        )
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"'
        ' "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">'
        "<head><title></title><meta name='ocr-system' content='tesseract 5.3.0' /></head><body>"
    )
    return (head + "\n".join(made) + "</body></html>").encode()


def alto(
    *pages: Page,
    space: str = "http://www.loc.gov/standards/alto/ns-v4#",
    unit: str = "pixel",
    size: tuple[int, int] = A4,
    styles: str = "",
) -> bytes:
    """Return ALTO, with spaces between the strings."""
    made = []
    for page in pages:
        blocks = []
        for block in page:
            lines = []
            for row in block:
                strings = [
                    f"<String CONTENT={quoteattr(word)} {_place(box)} WC='0.96'/>" for word, box in row.words
                ]
                lines.append(f"<TextLine {_place(row.box)}>" + "<SP/>".join(strings) + "</TextLine>")
            blocks.append("<TextBlock>" + "\n".join(lines) + "</TextBlock>")
        made.append(
            f"<Page WIDTH='{size[0]}' HEIGHT='{size[1]}'><PrintSpace>{''.join(blocks)}</PrintSpace></Page>"
        )
    return (
        f"<?xml version='1.0' encoding='UTF-8'?><alto xmlns='{space}'><Description><MeasurementUnit>{unit}"
        f"</MeasurementUnit></Description><Styles>{styles}</Styles><Layout>{''.join(made)}</Layout></alto>"
    ).encode()


def page_xml(page: Page, year: str = "2019-07-15", size: tuple[int, int] = A4, image: str = "a.png") -> bytes:
    """Return PAGE with words."""
    regions = []
    for number, block in enumerate(page):
        lines = []
        for row in block:
            words = [f"<Word>{_coords(box)}{_equiv(word, 0.96)}</Word>" for word, box in row.words]
            lines.append(f"<TextLine>{_coords(row.box)}{''.join(words)}{_equiv(row.text)}</TextLine>")
        regions.append(f"<TextRegion id='r{number}'>" + "\n".join(lines) + "</TextRegion>")
    return page_file("".join(regions), year, size, image)


def page_file(
    content: str, year: str = "2019-07-15", size: tuple[int, int] = A4, image: str = "a.png"
) -> bytes:
    """Return PAGE with this content of its page."""
    return (
        "<?xml version='1.0' encoding='UTF-8'?><PcGts xmlns='http://schema.primaresearch.org/PAGE/gts/pagecontent/"
        f"{year}'><Metadata/><Page imageFilename={quoteattr(image)} imageWidth='{size[0]}'"
        f" imageHeight='{size[1]}'>{content}</Page></PcGts>"
    ).encode()


def _points(box: tuple[int, int, int, int]) -> str:
    return " ".join(map(str, box))


def _place(box: tuple[int, int, int, int]) -> str:
    left, top, right, bottom = box
    return f"HPOS='{left}' VPOS='{top}' WIDTH='{right - left}' HEIGHT='{bottom - top}'"


def _coords(box: tuple[int, int, int, int]) -> str:
    left, top, right, bottom = box
    return f"<Coords points='{left},{top} {right},{top} {right},{bottom} {left},{bottom}'/>"


def _equiv(text: str, sure: float | None = None) -> str:
    conf = f" conf='{sure}'" if sure else ""
    return f"<TextEquiv{conf}><Unicode>{_escaped(text)}</Unicode></TextEquiv>"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
