"""Reading a codebook from a file: in TOML, or the codes of another program (REFI-QDA)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from annotator.core.codebook import Codebook
from annotator.core.codebook_toml import read_codebook

SUFFIXES = (".qdc", ".qdpx", ".qde")


def is_of_codes(path: Path) -> bool:
    """Tell whether a file has the codes of another program, by its name."""
    return path.suffix.lower() in SUFFIXES


def read_codebook_file(path: Path, language: str) -> Codebook:
    """Return the codebook in a file; names of codes are in `language`. Raises `UserError`."""
    if not is_of_codes(path):
        return read_codebook(path)
    from annotator.importers.refi_qda.reading import read_project
    from annotator.session.codebook.from_codes import codebook_of

    return codebook_of(read_project(path), language)


def with_codes_of(path: Path, before: Codebook, language: str) -> Codebook:
    """Return a codebook with the codes of a file added that it has not: nothing of it goes."""
    from annotator.importers.refi_qda.reading import read_project
    from annotator.session.codebook.from_codes import adopted, codebook_of

    project = replace(read_project(path), letters=(), variables=())
    codebook_of(project, language)  # says so where it has none
    return adopted(project, before, language).codebook
