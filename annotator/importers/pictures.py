"""Pictures of pages as a letter: a file, a file of many pages, or several files.

Their text is recognised where an analyst wants it and something is there to do it; else pages come in empty,
as those of a PDF without a text layer do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.importers.interface import (
    ImportedLetter,
    Importer,
    PageImage,
    Recognised,
    Recognises,
    Report,
)
from annotator.importers.pdf.sentences import NO_TEXT, TOO_MANY_PAGES, TOO_MUCH_MEMORY
from annotator.importers.titles import suggest_title
from annotator.pages.pictures import MOST_PAGES, MOST_PIXELS, PictureError, Pictures, is_picture

LIMIT = 200_000_000
_MOST_DOTS = 40_000_000_000  # of all pages: a thousand at 600 dots an inch
_MILLION = 1_000_000
# The same once more, in a fresh process: on a busy machine a process may take long for no fault of the file.
_FIRST, _AGAIN = "first", "again"

BROKEN = QT_TRANSLATE_NOOP("Import", "{name} is damaged and cannot be read as a picture: get another copy.")
TOO_MANY_DOTS = QT_TRANSLATE_NOOP(
    "Import",
    "{name} has more than {limit:,} million dots on a page, too many to read: scan it at 600 dots an inch.",
)
TOO_MUCH_OF_IT = QT_TRANSLATE_NOOP(
    "Import", "{name} has more than {limit:,} million dots on its pages together: split it."
)


def read(shown: str, source_name: str, data: bytes) -> ImportedLetter:
    """Read pictures in this process. Raises `UserError` where they make no letter."""
    return replace(job(shown, source_name, data, (), ""), data=data)


def job(
    shown: str,
    source_name: str,
    data: bytes,
    passwords: Sequence[str],
    attempt: str,
    report: Report = lambda done, total, seconds=0.0: None,
    recognising: Recognises | None = None,
) -> ImportedLetter:
    """Read pictures: a job of a worker process, which tells of each page. The letter comes without the bytes.

    Each page is decoded, so that a damaged one is noticed now; with `recognising` its text is recognised.
    Raises `UserError` where one cannot be decoded.
    """
    report(0, 1)  # what it took to start the process is not the file's doing
    from annotator.importers.layout.assembling import assemble
    from annotator.importers.layout.words import RawPage

    try:
        pictures = Pictures(data)
        read_of_all: list[Recognised] = [(RawPage(*size), ()) for size in _sizes(shown, pictures, report)]
        if recognising is not None:
            sha256 = hashlib.sha256(data).hexdigest()
            read_of_all = recognising.read(_images(pictures, read_of_all), sha256, report)
        pictures.close()
    except PictureError as problem:
        raise _said(shown, problem) from problem
    except MemoryError as error:
        raise UserError(Message("Import", TOO_MUCH_MEMORY, {"name": shown})) from error
    made = assemble([page for page, _ in read_of_all], [flags for _, flags in read_of_all])
    empty = sum("no_text" in layout.flags for layout in made.layouts)
    without: dict[str, object] = {"name": shown, "count": empty, "pages": len(read_of_all)}
    return ImportedLetter(
        suggest_title(made.prose, source_name),
        source_name,
        hashlib.sha256(data).hexdigest(),
        b"",
        made.text,
        made.page_starts,
        (Message("Import", NO_TEXT, without),) if empty else (),
        made.layouts,
        made.furniture,
        made.lines,
    )


def _sizes(shown: str, pictures: Pictures, report: Report) -> list[tuple[float, float]]:
    """Return how large the pages are, in points, after each of them was decoded."""
    if sum(map(pictures.dots, range(len(pictures)))) > _MOST_DOTS:  # before the first of them is decoded
        raise UserError(Message("Import", TOO_MUCH_OF_IT, {"name": shown, "limit": _MOST_DOTS // _MILLION}))
    sizes = []
    for page in range(len(pictures)):
        sizes.append(pictures.size(page))
        pictures.load(page)
        report(page + 1, len(pictures))
    return sizes


def _images(pictures: Pictures, pages: Sequence[Recognised]) -> list[PageImage]:
    """Return the pages as who recognises their text wants them."""
    return [
        PageImage(number, partial(pictures.load, number), page.width, page.height)
        for number, (page, _) in enumerate(pages)
    ]


def _said(shown: str, problem: PictureError) -> UserError:
    name = f"{shown} ({problem.part})" if problem.part else shown
    if problem.reason == "too_many":
        params: dict[str, object] = {"name": shown, "pages": f"{MOST_PAGES}+", "limit": MOST_PAGES}
        return UserError(Message("Import", TOO_MANY_PAGES, params))
    if problem.reason == "too_large":
        return UserError(Message("Import", TOO_MANY_DOTS, {"name": name, "limit": MOST_PIXELS // _MILLION}))
    return UserError(Message("Import", BROKEN, {"name": name}))


PICTURES = Importer(
    Message("Import", QT_TRANSLATE_NOOP("Import", "Pictures")),
    (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".jp2", ".j2k", ".jpx"),
    LIMIT,
    is_picture,
    read,
    job,
    _FIRST,
    {"timeout": _AGAIN, "crash": _AGAIN},
    are_pages=True,
    recognises=True,
)
