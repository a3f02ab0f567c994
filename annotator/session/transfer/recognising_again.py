"""Recognising the pages of a letter that is in the project already, as another reading of it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.core.whole_file import write_whole
from annotator.recognition.keeping import forget
from annotator.recognition.models import Recognition
from annotator.recognition.reading import page_reader
from annotator.session.project.operations import At
from annotator.session.project.text_language import language_of
from annotator.session.transfer.rereading import read_again
from annotator.storage.kept_readings import ReadSource
from annotator.storage.reader import Reader

# What import noticed of a page whose text is missing or poor.
_POOR = frozenset({"no_text", "unreadable", "unmapped", "overlapping"})
_NOT_INSTALLED = QT_TRANSLATE_NOOP(
    "Recognition",
    'Nothing is installed that recognises text: install the extra "ocr" (pip install "kanttekening[ocr]").',
)
_NO_PAGES = QT_TRANSLATE_NOOP(
    "Recognition", "The source of letter {id} has no pages that can be recognised: it is text."
)


def poor_letters(reader: Reader) -> list[int]:
    """Return the letters with a page that has no text, or a text layer that cannot be relied upon."""
    return [
        letter_id
        for letter_id in reader.letter_ids()
        if any(_POOR & set(layout.flags) for layout in reader.page_layouts(letter_id))
    ]


def recognise_again(
    reader: Reader,
    letter_id: int,
    choice: Recognition,
    passwords: tuple[str, ...] = (),
    cancelled: Callable[[], bool] = bool,
) -> ReadSource:
    """Recognise all pages of a letter's source; return them as another reading of the letter.

    Raises `UserError` where nothing is installed for it, or the source has no pages.
    """
    choice = replace(choice, mode="all", language=language_of(reader))
    if page_reader(choice) is None:
        raise UserError(Message("Recognition", _NOT_INSTALLED, {}))
    name = reader.details(letter_id).source_name
    with tempfile.TemporaryDirectory(prefix="kanttekening-") as folder:
        path = Path(folder, f"source{Path(name).suffix}")
        write_whole(path, reader.source_bytes(letter_id))
        read = read_again(path, passwords, cancelled, choice)
    forget(choice.kept, read.sha256)
    if not any("recognised" in layout.flags for layout in read.layouts):
        raise UserError(Message("Recognition", _NO_PAGES, {"id": letter_id}))
    return replace(read, source_name=name)


def recognise_at(at: At, letter_id: int, choice: Recognition) -> ReadSource:
    """Recognise all pages of a letter as the project has it at a moment (`recognise_again`)."""
    return recognise_again(at.reader, letter_id, choice, cancelled=at.cancelled)
