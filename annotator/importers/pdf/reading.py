"""Reading a PDF as a letter."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.importers.interface import ImportedLetter, Importer
from annotator.importers.pdf.sentences import NO_TEXT
from annotator.importers.titles import suggest_title

LIMIT = 200_000_000
_HEAD = 1024  # the mark of a PDF stands in its first kilobyte


def read(shown: str, source_name: str, data: bytes, passwords: Sequence[str] = ()) -> ImportedLetter:
    """Read a PDF. Raises `Problem` where it makes no letter."""
    from annotator.importers.pdf.assembling import assemble
    from annotator.importers.pdf.opening import read_pages

    made = assemble(read_pages(shown, data, passwords))
    name = {"name": shown}
    warnings = []
    empty = sum("no_text" in layout.flags for layout in made.layouts)
    if empty:
        warnings.append(Message("Import", NO_TEXT, {**name, "count": empty, "pages": len(made.layouts)}))
    title = suggest_title(made.prose, source_name)
    return ImportedLetter(
        title,
        source_name,
        hashlib.sha256(data).hexdigest(),
        data,
        made.text,
        made.page_starts,
        tuple(warnings),
        made.layouts,
        made.furniture,
    )


def _sniff(data: bytes) -> bool:
    return b"%PDF-" in data[:_HEAD]


PDF = Importer(Message("Import", QT_TRANSLATE_NOOP("Import", "PDF")), (".pdf",), LIMIT, _sniff, read)
