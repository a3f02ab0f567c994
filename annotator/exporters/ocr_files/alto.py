"""ALTO 4.4, all pages of a letter in one file, in twelve hundredths of an inch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.exporters.elements import attribute, element, empty, tag
from annotator.exporters.file_names import letter_file_name
from annotator.exporters.interface import ExportContext, ExportLetter, Piece
from annotator.exporters.ocr_files.pages import Line, OcrPage, Region, Scale, pages_of
from annotator.exporters.ocr_files.pictures import pictures_of
from annotator.exporters.placed_words import Box
from annotator.jobs.collecting import without_collecting

NAMESPACE = "http://www.loc.gov/standards/alto/ns-v4#"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_UNITS = 1200 / 72  # of a point
_IN_UNITS = Scale(_UNITS)
_LABELS = {
    "head": "header",
    "foot": "footer",
    "page_number": "page-number",
    "margin": "marginalia",
    "stamp": "stamp",
    "heading": "heading",
    "footnote": "footnote",
    "paragraph": "MainZone",  # as SegmOnto calls what is no furniture
}


def pieces(letters: Iterable[ExportLetter], context: ExportContext) -> Iterator[Piece]:
    """Yield letters, a file each."""
    for one in letters:
        name = letter_file_name(one.id, one.letter.about.title, "")
        pictures = [
            (f"{name}-{number:04d}{ending}", data)
            for number, (ending, data) in pictures_of(one, context).items()
        ]
        shown = pictures[0][0] if pictures else one.source_name  # ALTO names one file
        with without_collecting():
            data = "".join(_file(one, shown, context)).encode()
        yield Piece(f"{name}.alto.xml", data)
        yield from (Piece(*picture) for picture in pictures)


def _file(one: ExportLetter, picture: str, context: ExportContext) -> Iterator[str]:
    where = {
        "xmlns:xsi": _XSI,
        "xsi:schemaLocation": f"{NAMESPACE} {NAMESPACE[:-1].rpartition('/')[0]}/alto.xsd",
    }
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield tag("alto", xmlns=NAMESPACE, **where, SCHEMAVERSION="4.4")
    yield "\n<Description><MeasurementUnit>inch1200</MeasurementUnit><sourceImageInformation>"
    yield f"{element('fileName', picture)}</sourceImageInformation>"
    yield '<Processing ID="made"><processingSoftware>'
    yield f"{element('softwareName', context.program)}</processingSoftware></Processing></Description>\n"
    yield "<Tags>"
    yield "".join(empty("LayoutTag", ID=f"tag-{kind}", LABEL=label) for kind, label in _LABELS.items())
    yield "</Tags>\n<Layout>"
    for page in pages_of(one):
        yield from _page(page)
    yield "\n</Layout>\n</alto>\n"


def _page(page: OcrPage) -> Iterator[str]:
    key = f"p{page.number}"
    width, height = round(page.width * _UNITS), round(page.height * _UNITS)
    yield f'\n<Page ID="{key}" PHYSICAL_IMG_NR="{page.number}" WIDTH="{width}" HEIGHT="{height}">'
    yield f'<PrintSpace HPOS="0" VPOS="0" WIDTH="{width}" HEIGHT="{height}">'
    for number, region in enumerate(page.regions):
        yield _block(f"{key}b{number}", region)
    yield "</PrintSpace></Page>"


def _block(key: str, region: Region) -> str:
    lines = "".join([_line(f"{key}l{number}", line) for number, line in enumerate(region.lines)])
    where = _place(region.box)
    return f'\n<TextBlock ID="{key}" TAGREFS="tag-{region.kind}"{where}>{lines}</TextBlock>'


def _line(key: str, line: Line) -> str:
    words = "<SP/>".join(_strings(line))
    return f'\n<TextLine ID="{key}"{_place(line.box)}>{words}</TextLine>'


def _strings(line: Line) -> Iterator[str]:
    for said, box, confidence, is_corrected in line.words(attribute):
        sure = f' WC="{confidence / 100:.4g}"' if confidence >= 0 else ""
        corrected = ' CS="true"' if is_corrected else ""
        yield f'<String CONTENT="{said}"{sure}{corrected}{_place(box)}/>'


def _place(box: Box | None) -> str:
    if box is None:
        return ""
    first, above, last, below = box
    left, top = _IN_UNITS[first], _IN_UNITS[above]
    width, height = _IN_UNITS[last] - left, _IN_UNITS[below] - top
    return f' HPOS="{left}" VPOS="{top}" WIDTH="{width}" HEIGHT="{height}"'
