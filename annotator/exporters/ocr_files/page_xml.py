"""PAGE 2019: ground truth for OCR programs, a file a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.exporters.elements import element, escaped, tag
from annotator.exporters.file_names import letter_file_name
from annotator.exporters.interface import ExportContext, ExportLetter, Piece
from annotator.exporters.ocr_files.pages import Line, OcrPage, Region, Scale, pages_of
from annotator.exporters.ocr_files.pictures import DOTS_PER_INCH, pictures_of
from annotator.exporters.placed_words import Box
from annotator.jobs.collecting import without_collecting

NAMESPACE = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"
_DOTS = DOTS_PER_INCH / 72  # of a point
DOTS = Scale(_DOTS)
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_BASELINE = 0.2  # of a line's height above its bottom: what hangs below it
_NEVER = "1970-01-01T00:00:00Z"
_TYPES = {
    "head": "header",
    "foot": "footer",
    "page_number": "page-number",
    "margin": "marginalia",
    "stamp": "other",
}
# What the types of regions do not tell: as SegmOnto calls what is no furniture.
_CUSTOM = {"paragraph": "structure {type:MainZone;}", "stamp": "structure {type:stamp;}"}


def pieces(letters: Iterable[ExportLetter], context: ExportContext) -> Iterator[Piece]:
    """Yield the pages of letters, in a folder a letter."""
    for one in letters:
        folder = letter_file_name(one.id, one.letter.about.title, "")
        pictures = pictures_of(one, context)
        with without_collecting():
            pages = list(pages_of(one))
        for page in pages:
            name = f"{folder}-{page.number:04d}"
            ending, picture = pictures.get(page.number, ("", b""))
            shown = f"{name}{ending}" if picture else one.source_name or "page"
            yield Piece(f"{folder}/{name}.xml", "".join(_page(page, shown, context)).encode())
            if picture:
                yield Piece(f"{folder}/{shown}", picture)


def _page(page: OcrPage, picture: str, context: ExportContext) -> Iterator[str]:
    moment = context.made_at or _NEVER
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield tag("PcGts", xmlns=NAMESPACE, **{"xmlns:xsi": _XSI}, **_where())
    yield f"\n<Metadata>{element('Creator', context.program)}{element('Created', moment)}"
    yield f"{element('LastChange', moment)}</Metadata>\n"
    yield tag(
        "Page",
        imageFilename=picture,
        imageWidth=max(1, round(page.width * _DOTS)),
        imageHeight=max(1, round(page.height * _DOTS)),
        imageXResolution=DOTS_PER_INCH,
        imageYResolution=DOTS_PER_INCH,
        imageResolutionUnit="PPI",
    )
    if page.regions:
        refs = "".join(
            f'<RegionRefIndexed index="{number}" regionRef="r{number}"/>'
            for number in range(len(page.regions))
        )
        yield f'\n<ReadingOrder><OrderedGroup id="order">{refs}</OrderedGroup></ReadingOrder>'
    for number, region in enumerate(page.regions):
        yield _region(f"r{number}", region)
    yield "\n</Page>\n</PcGts>\n"


def _where() -> dict[str, str]:
    return {"xsi:schemaLocation": f"{NAMESPACE} {NAMESPACE}/pagecontent.xsd"}


def _region(key: str, region: Region) -> str:
    start = tag(
        "TextRegion",
        id=key,
        type=_TYPES.get(region.kind, region.kind),
        custom=_CUSTOM.get(region.kind, ""),
    )
    lines = "".join([_line(f"{key}l{number}", line) for number, line in enumerate(region.lines)])
    text = _equiv("\n".join([line.text for line in region.lines]))
    return f"\n{start}{_coords(region.box)}{lines}{text}</TextRegion>"


def _line(key: str, line: Line) -> str:
    baseline = ""
    if line.box is not None:
        left, top, right, bottom = line.box
        base = round((bottom - _BASELINE * (bottom - top)) * _DOTS)
        baseline = f'<Baseline points="{round(left * _DOTS)},{base} {round(right * _DOTS)},{base}"/>'
    words = "".join(_words(key, line))
    return f'\n<TextLine id="{key}">{_coords(line.box)}{baseline}{words}{_equiv(line.text)}</TextLine>'


def _words(key: str, line: Line) -> Iterator[str]:
    for number, (said, box, confidence, _) in enumerate(line.words(escaped)):
        sure = f' conf="{confidence / 100:.4g}"' if confidence >= 0 else ""
        where = f'\n<Word id="{key}w{number}">{_coords(box)}'
        yield f"{where}<TextEquiv{sure}><Unicode>{said}</Unicode></TextEquiv></Word>"


def _equiv(text: str) -> str:
    return f"<TextEquiv><Unicode>{escaped(text)}</Unicode></TextEquiv>"


def _coords(box: Box | None) -> str:
    """Return an outline; an empty one where nobody knows: the format must have one."""
    if box is None:
        return '<Coords points="0,0 0,0"/>'
    first, above, last, below = box
    left, top, right, bottom = DOTS[first], DOTS[above], DOTS[last], DOTS[below]
    return f'<Coords points="{left},{top} {right},{top} {right},{bottom} {left},{bottom}"/>'
