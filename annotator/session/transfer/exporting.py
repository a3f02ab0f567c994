"""From the project to files of a format, letter by letter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from annotator.exporters import ExportLetter, export, exporter_of
from annotator.storage.reader import Reader
from annotator.storage.store import Store


def export_letters(
    store: Store,
    ids: Sequence[int] | None,
    format_id: str,
    out: Path,
    *,
    force: bool = False,
    progress: Callable[[int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Path]:
    """Write letters (None: all) in a format; return the files.

    `out` is the folder, or the file for a format that makes one. Whole files or none. May be called in any
    thread. Raises `UserError` where that cannot be.
    """
    exporter = exporter_of(format_id)
    with store.open_reader() as reader:
        letters = _letters(reader, reader.letter_ids() if ids is None else dict.fromkeys(ids))
        return export(
            exporter, letters, reader.codebook(), out, force=force, progress=progress, cancelled=cancelled
        )


def _letters(reader: Reader, ids: Iterable[int]) -> Iterator[ExportLetter]:
    for letter_id in ids:
        with reader.moment():
            letter, details = reader.shown_letter(letter_id), reader.details(letter_id)
        yield ExportLetter(
            letter_id,
            details.uid,
            letter,
            details.source_name,
            details.source_sha256,
            details.created_at,
            details.updated_at,
        )
