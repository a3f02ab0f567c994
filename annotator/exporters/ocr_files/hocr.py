"""hOCR 1.2: a web page a letter, which says by classes and titles what stands where, at 300 dots an inch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from annotator.exporters.elements import element, empty, escaped, tag
from annotator.exporters.file_names import letter_file_name
from annotator.exporters.interface import ExportContext, ExportLetter, Piece
from annotator.exporters.ocr_files.page_xml import DOTS
from annotator.exporters.ocr_files.pages import Line, OcrPage, Region, pages_of
from annotator.exporters.ocr_files.pictures import DOTS_PER_INCH, pictures_of
from annotator.exporters.placed_words import Box
from annotator.jobs.collecting import without_collecting

_DOTS = DOTS_PER_INCH / 72  # of a point
_CLASSES = {
    "head": "ocr_header",
    "foot": "ocr_footer",
    "page_number": "ocr_pageno",
    "margin": "ocrx_margin",
    "stamp": "ocr_float",
}
_CAPABILITIES = "ocr_page ocr_carea ocr_par ocr_line ocrx_word ocr_header ocr_footer ocr_pageno ocr_float"


def pieces(letters: Iterable[ExportLetter], context: ExportContext) -> Iterator[Piece]:
    """Yield letters, a file each."""
    for one in letters:
        name = letter_file_name(one.id, one.letter.about.title, "")
        pictures = {
            number: (f"{name}-{number:04d}{ending}", data)
            for number, (ending, data) in pictures_of(one, context).items()
        }
        with without_collecting():
            data = "".join(_file(one, context, pictures)).encode()
        yield Piece(f"{name}.hocr", data)
        for shown, data in pictures.values():
            yield Piece(shown, data)


def _file(
    one: ExportLetter, context: ExportContext, pictures: Mapping[int, tuple[str, bytes]]
) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
    yield '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="nl" lang="nl">\n<head>'
    title = " ".join(one.letter.about.title.split()) or one.uid
    yield f"{element('title', title)}{empty('meta', charset='utf-8')}"
    yield empty("meta", name="ocr-system", content=context.program)
    yield empty("meta", name="ocr-capabilities", content=_CAPABILITIES) + "</head>\n<body>"
    source = one.source_name.replace('"', "")
    for page in pages_of(one):
        yield from _page(page, pictures[page.number][0] if page.number in pictures else source)
    yield "\n</body>\n</html>\n"


def _page(page: OcrPage, image: str) -> Iterator[str]:
    size = f"{round(page.width * _DOTS)} {round(page.height * _DOTS)}"
    resolution = f"scan_res {DOTS_PER_INCH} {DOTS_PER_INCH}"
    title = f'image "{image}"; bbox 0 0 {size}; ppageno {page.number - 1}; {resolution}'
    yield "\n" + tag("div", **{"class": "ocr_page"}, id=f"page_{page.number}", title=title)
    for number, region in enumerate(page.regions):
        yield _block(f"{page.number}_{number}", region)
    yield "</div>"


def _block(key: str, region: Region) -> str:
    title = _title(region.box)
    is_text = region.kind not in _CLASSES
    lines = "".join([_line(f"{key}_{number}", line) for number, line in enumerate(region.lines)])
    kind = _CLASSES.get(region.kind, "ocr_carea")
    within = f'<p class="ocr_par" id="par_{key}"{title}>{lines}</p>'
    block = f'\n<div class="{kind}" id="block_{key}"{title}>{within}</div>'
    # So that nobody need guess that it is no furniture.
    return f'<div class="ocrx_main">{block}</div>' if is_text else block


def _line(key: str, line: Line) -> str:
    words = " ".join(
        [
            f'<span class="ocrx_word" id="word_{key}_{number}"{_title(box, confidence)}>{said}</span>'
            for number, (said, box, confidence, _) in enumerate(line.words(escaped))
        ]
    )
    return f'\n<span class="ocr_line" id="line_{key}"{_title(line.box)}>{words}</span>'


def _title(box: Box | None, confidence: float = -1.0) -> str:
    sure = f"x_wconf {round(confidence)}" if confidence >= 0 else ""
    if box is None:
        return f' title="{sure}"' if sure else ""
    left, top, right, bottom = box
    where = f"bbox {DOTS[left]} {DOTS[top]} {DOTS[right]} {DOTS[bottom]}"
    return f' title="{where}; {sure}"' if sure else f' title="{where}"'
