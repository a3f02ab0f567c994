"""What is plugged in: the formats of OCR programs, and which files of a folder belong to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.importers.interface import Folder, Importer, Together
from annotator.importers.ocr_files import alto, hocr, mets, page_xml
from annotator.importers.ocr_files.letters import LIMIT, is_ocr_file, job, read
from annotator.importers.ocr_files.pictures import picture_of
from annotator.importers.ocr_files.reading import LeftOut

# A busy machine may take longer to start a process than a page may take.
AGAIN = {"timeout": "again"}
_HEAD = 131_072  # bytes: what a file says of its picture stands within
_MOST_OF_LIST = 20_000_000
# What ALTO, PAGE and hOCR say of the picture that a page was read from.
_SAID = re.compile(
    r"<(?:\w+:)?fileName>([^<]*)<|imageFilename\s*=\s*[\"']([^\"']*)[\"']"
    r"|\bimage\s+(?:&quot;|\"|')?([^\"';&]+)"
)


def _listed_together(folder: Folder, names: Sequence[str]) -> Iterator[Together]:
    """Yield lists in METS with the files of their pages."""
    for name in names:
        if not mets.sniff(folder.read(name, _HEAD) or b""):
            continue
        try:
            pages = mets.listed(name, folder.read(name, _MOST_OF_LIST) or b"", LeftOut())
        except UserError:
            continue  # reading it says what is wrong with it
        found = mets.pages(pages, folder.has, lambda each: is_ocr_file(folder.read(each, _HEAD) or b""))
        files = [file for page in found for file in page if file]
        if files:
            yield Together((name, *dict.fromkeys(files)), is_whole=True)


def _with_picture(folder: Folder, names: Sequence[str]) -> Iterator[Together]:
    """Yield files with the pictures that their pages were read from."""
    for name in names:
        head = folder.read(name, _HEAD) or b""
        if not is_ocr_file(head):
            continue
        said = [next(filter(None, found), "") for found in _SAID.findall(head.decode("utf-8", "replace"))]
        pictures = [picture_of(name, each, folder.has) for each in dict.fromkeys(said or [""])]
        yield Together((name, *(picture for picture in dict.fromkeys(pictures) if picture)))


METS = Importer(
    Message("Import", QT_TRANSLATE_NOOP("Import", "METS with ALTO or PAGE")),
    (".xml", ".mets"),
    LIMIT,
    mets.sniff,
    read,
    job,
    again=AGAIN,
    together=_listed_together,
    are_pages=True,
    shares_suffixes=True,
    recognises=True,
)
ALTO = Importer(
    Message("Import", QT_TRANSLATE_NOOP("Import", "ALTO")),
    (".xml", ".alto"),
    LIMIT,
    alto.sniff,
    read,
    job,
    again=AGAIN,
    together=_with_picture,
    are_pages=True,
    shares_suffixes=True,
    recognises=True,
)
PAGE = Importer(
    Message("Import", QT_TRANSLATE_NOOP("Import", "PAGE")),
    (".xml", ".page"),
    LIMIT,
    page_xml.sniff,
    read,
    job,
    again=AGAIN,
    together=_with_picture,
    are_pages=True,
    shares_suffixes=True,
    recognises=True,
)
HOCR = Importer(
    Message("Import", QT_TRANSLATE_NOOP("Import", "hOCR")),
    (".hocr", ".html", ".htm", ".xhtml", ".xml"),
    LIMIT,
    hocr.sniff,
    read,
    job,
    again=AGAIN,
    together=_with_picture,
    are_pages=True,
    shares_suffixes=True,
    recognises=True,
)
