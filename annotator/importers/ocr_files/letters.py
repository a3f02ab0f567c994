"""A letter of the pages in a file, or in the files of a parcel."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from annotator.core.messages import Message
from annotator.core.page_layout import PageLayout
from annotator.core.parcels import parts_of
from annotator.importers.files import too_large
from annotator.importers.interface import ImportedLetter, Recognised, Recognises
from annotator.importers.layout.assembling import assemble
from annotator.importers.layout.words import RawPage
from annotator.importers.ocr_files import alto, hocr, mets, page_xml, sentences
from annotator.importers.ocr_files.building import A4
from annotator.importers.ocr_files.pictures import PictureNumbers, is_picture, picture_of
from annotator.importers.ocr_files.reading import LeftOut, OcrPage, problem
from annotator.importers.ocr_files.without_text import recognised
from annotator.importers.pdf.sentences import TOO_MANY_PAGES, TOO_MUCH_MEMORY, TOO_MUCH_TEXT
from annotator.importers.plain_text import require_lines_that_can_be_shown
from annotator.importers.titles import suggest_title
from annotator.jobs.collecting import without_collecting

LIMIT = 500_000_000  # bytes, with the pictures
_MOST_OF_TEXT = 200_000_000
MOST_PAGES = 5_000
MOST_CHARACTERS = 20_000_000
MOST_LINES = 10_000  # of a page: what is compared with all others takes time
_FORMATS = (alto, page_xml, hocr)

Report = Callable[..., None]  # report(done, total), and how many seconds the next step may take
_Placed = tuple[OcrPage, str]  # a page, and the name of its picture in the parcel


def job(
    shown: str,
    source_name: str,
    data: bytes,
    passwords: Sequence[str] = (),
    attempt: str = "",
    report: Report = lambda done, total: None,
    recognising: Recognises | None = None,
) -> ImportedLetter:
    """Read what OCR programs write: a job of a worker process. The letter comes without the bytes.

    With `recognising` pages without text are recognised from the pictures beside them.
    Raises `UserError` where the file, or a file of the parcel, makes no letter.
    """
    report(0, 1)  # what it took to start the process is not the file's doing
    left_out = LeftOut()
    parts = parts_of(data)
    try:
        with without_collecting():
            placed = list(_limited(shown, _all_pages(shown, data, parts, left_out), report))
            _require_text(shown, placed)
            pictures = PictureNumbers(parts or {})
            numbers = [pictures.next_of(name) if name else None for _, name in placed]
            read_of_all: list[Recognised] = [(page.page, ()) for page, _ in placed]
        if recognising is not None:
            read_of_all = recognised([page.page for page, _ in placed], numbers, data, recognising, report)
        with without_collecting():
            count = len(placed)
            made = assemble(
                [page for page, _ in read_of_all],
                [flags for _, flags in read_of_all],
                step=lambda: report(count, count + 1),
            )
    except MemoryError as error:
        raise problem(TOO_MUCH_MEMORY, shown) from error
    require_lines_that_can_be_shown(shown, made.text)
    return ImportedLetter(
        suggest_title(made.prose, source_name),
        source_name,
        hashlib.sha256(data).hexdigest(),
        b"",
        made.text,
        made.page_starts,
        (*left_out.warnings(shown), *_of_empty_pages(shown, made.layouts)),
        _with_pictures(made.layouts, numbers, len(pictures)),
        made.furniture,
        made.lines,
    )


def read(shown: str, source_name: str, data: bytes) -> ImportedLetter:
    """Read what OCR programs write in this process. Raises `UserError` where it makes no letter."""
    return replace(job(shown, source_name, data), data=data)


def _all_pages(
    shown: str, data: bytes, parts: Mapping[str, bytes] | None, left_out: LeftOut
) -> Iterator[_Placed]:
    if parts is None:
        return ((page, "") for page in _pages_of(shown, data, left_out))
    return _pages_of_parcel(shown, parts, left_out)


def is_ocr_file(data: bytes) -> bool:
    """Tell by its beginning whether a file is in one of the formats."""
    return any(form.sniff(data) for form in _FORMATS)


def _pages_of(shown: str, data: bytes, left_out: LeftOut) -> Iterator[OcrPage]:
    if len(data) > _MOST_OF_TEXT:
        raise too_large(shown, len(data), _MOST_OF_TEXT)
    form = next((form for form in _FORMATS if form.sniff(data)), None)
    if form is None:
        raise problem(sentences.ALONE if mets.sniff(data) else sentences.NO_PAGES, shown)
    pages: Iterator[OcrPage] = form.pages_of(shown, data, left_out)
    return pages


def _pages_of_parcel(shown: str, parts: Mapping[str, bytes], left_out: LeftOut) -> Iterator[_Placed]:
    """Yield the pages of all files in the order that METS says, else in that of the files' names."""
    plan = _plan(shown, parts, left_out)
    texts = [name for name, _ in plan if name]
    for name, picture in plan:
        if not name:
            yield OcrPage(RawPage(*A4)), picture
            continue
        pages = list(_pages_of(f"{shown} ({name})", parts[name], left_out))
        alone = [each for each in parts if is_picture(parts[each])] if len(texts) == 1 else []
        for index, page in enumerate(pages):
            found = picture_of(name, page.picture, parts.__contains__)
            if not found and len(alone) == len(pages):
                found = alone[index]
            yield page, picture if picture and len(pages) == 1 else found


def _plan(shown: str, parts: Mapping[str, bytes], left_out: LeftOut) -> list[tuple[str, str]]:
    """Return the files with text and the pictures that they are known to be of, in order."""
    for name, data in parts.items():
        if mets.sniff(data):
            listed = mets.listed(f"{shown} ({name})", data, left_out)
            left_out.counts["not_there"] += sum(
                not mets.names_of(page, parts.__contains__) for page in listed
            )
            plan = mets.pages(listed, parts.__contains__, lambda each: is_ocr_file(parts[each]))
            if plan:
                return plan
    found = [(name, "") for name, data in parts.items() if is_ocr_file(data)]
    if not found:
        raise problem(sentences.NO_PAGES, shown)
    return found


def _with_pictures(
    layouts: Sequence[PageLayout], numbers: Sequence[int | None], pictures: int
) -> tuple[PageLayout, ...]:
    """Return the layouts with the numbers of their pictures in the source, which has so many."""
    if not pictures:
        return tuple(layouts)
    # A page without a picture gets a number that no picture has.
    return tuple(
        replace(layout, source_page=pictures + index if number is None else number)
        for index, (layout, number) in enumerate(zip(layouts, numbers, strict=True))
    )


def _limited(shown: str, pages: Iterator[_Placed], report: Report) -> Iterator[_Placed]:
    signs = 0
    for number, (page, picture) in enumerate(pages, 1):
        lines = page.page.lines
        if number > MOST_PAGES:
            raise problem(TOO_MANY_PAGES, shown, pages=f"{MOST_PAGES}+", limit=MOST_PAGES)
        if len(lines) > MOST_LINES:
            raise problem(sentences.TOO_MANY_LINES, shown, lines=len(lines), page=number, limit=MOST_LINES)
        signs += sum([len(word.text) for line in lines for word in line.words])
        if signs > MOST_CHARACTERS:
            raise problem(TOO_MUCH_TEXT, shown, limit=MOST_CHARACTERS // 1_000_000)
        report(number, number + 1)
        yield page, picture


def _require_text(shown: str, placed: Sequence[_Placed]) -> None:
    if not placed:
        raise problem(sentences.NO_PAGES, shown)
    # With a picture the page can be recognised.
    if not any(page.page.lines or picture for page, picture in placed):
        raise problem(sentences.NO_TEXT, shown)


def _of_empty_pages(shown: str, layouts: Sequence[PageLayout]) -> Iterator[Message]:
    empty = sum("no_text" in layout.flags for layout in layouts)
    if empty:
        params: dict[str, object] = {"name": shown, "count": empty, "pages": len(layouts)}
        yield Message("Import", sentences.EMPTY_PAGES, params)
