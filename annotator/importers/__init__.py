"""From files to letters. A new kind of source is one file here and one entry in IMPORTERS."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from annotator.core.messages import Message
from annotator.importers import files, folders, parcels
from annotator.importers.folders import Found
from annotator.importers.grouping import BY_NAME, GUESS
from annotator.importers.interface import FileGroup, ImportedLetter, Importer, Item, Locked, Source
from annotator.importers.ocr_files.importers import ALTO, HOCR, METS, PAGE
from annotator.importers.pdf.reading import PDF
from annotator.importers.pictures import PICTURES
from annotator.importers.plain_text import PLAIN_TEXT
from annotator.importers.titles import suggest_title
from annotator.importers.word import WORD
from annotator.importers.writer import WRITER

__all__ = [
    "IMPORTERS",
    "FileGroup",
    "Found",
    "ImportedLetter",
    "Importer",
    "Item",
    "Locked",
    "Source",
    "find",
    "kinds",
    "pages_by_number",
    "read_file",
    "read_source",
    "suffixes",
    "suggest_title",
]

IMPORTERS: tuple[Importer, ...] = (PLAIN_TEXT, PDF, WORD, WRITER, METS, ALTO, PAGE, HOCR, PICTURES)


def read_file(path: Path | str) -> ImportedLetter:
    """Read one file as a letter. Raises `UserError` with one sentence where that cannot be done."""
    return files.read_file(Path(path), IMPORTERS)


def read_source(item: Item | str) -> Source:
    """Read the bytes of a file or a group, and find the importer that knows it. Raises `UserError`."""
    if isinstance(item, FileGroup):
        return parcels.read_group(item, IMPORTERS)
    return files.read_source(Path(item), IMPORTERS)


def kinds() -> tuple[Message, ...]:
    """Return the names of the kinds of files that can be imported."""
    return tuple(importer.name for importer in IMPORTERS)


def suffixes() -> tuple[str, ...]:
    """Return what the names of files that can be imported end in, in lower case, with their dots."""
    return tuple(suffix for importer in IMPORTERS for suffix in importer.suffixes)


def pages_by_number(paths: Iterable[Path | str]) -> list[FileGroup]:
    """Return the groups of files that may be pages of one letter each because of the numbers in their names
    alone: whether they are is for an analyst to say."""
    return [group for group in find(paths, BY_NAME).groups if group.is_numbered]


def find(paths: Iterable[Path | str], pages: str = GUESS) -> Found:
    """Find what to import: the files named, and those of a known kind in the folders named.

    Folders are looked through in sorted order, without hidden files, each folder once; what is left alone in
    them is found too. What cannot be listed or does not exist is among the files as it stands: `read_file`
    says what is wrong with it. Files that are one letter are a group; `pages` is one of `grouping.PAGES`.
    """
    return folders.find(map(Path, paths), IMPORTERS, pages)
