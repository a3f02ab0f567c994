"""From files to letters. A new kind of source is one file here and one entry in IMPORTERS."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.importers import files
from annotator.importers.interface import ImportedLetter, Importer, Source
from annotator.importers.pdf.reading import PDF
from annotator.importers.plain_text import PLAIN_TEXT
from annotator.importers.titles import suggest_title

__all__ = [
    "IMPORTERS",
    "ImportedLetter",
    "Importer",
    "Source",
    "read_file",
    "read_source",
    "suggest_title",
    "walk",
]

IMPORTERS: tuple[Importer, ...] = (PLAIN_TEXT, PDF)


def read_file(path: Path | str) -> ImportedLetter:
    """Read one file as a letter. Raises `Problem` with one sentence where that cannot be done."""
    return files.read_file(Path(path), IMPORTERS)


def read_source(path: Path | str) -> Source:
    """Read a file's bytes, and find the importer that knows it. Raises `Problem`."""
    return files.read_source(Path(path), IMPORTERS)


def walk(paths: Iterable[Path | str]) -> Iterator[Path]:
    """Yield the files to import: those named, and those of a known kind in the folders named.

    Folders are walked in sorted order, without hidden files, each folder once. What cannot be listed or does
    not exist is yielded as it stands: `read_file` says what is wrong with it.
    """
    suffixes = tuple(suffix for importer in IMPORTERS for suffix in importer.suffixes)
    return files.walk(map(Path, paths), suffixes)
