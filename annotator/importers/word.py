"""Word files (.docx): read from their XML, with notes, tables, lists and tracked changes as on paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.importers.disguises import kind_of
from annotator.importers.interface import ImportedLetter, Importer
from annotator.importers.office.kinds import WORD as KIND
from annotator.importers.office.limits import LIMIT, Report, within_limits


def read(shown: str, source_name: str, data: bytes) -> ImportedLetter:
    """Read a Word file in this process. Raises `UserError` where it makes no letter."""
    return replace(job(shown, source_name, data), data=data)


def job(
    shown: str,
    source_name: str,
    data: bytes,
    passwords: Sequence[str] = (),
    attempt: str = "",
    report: Report = lambda done, total: None,
) -> ImportedLetter:
    """Read a Word file: a job of a worker process. The letter comes without the bytes.

    Raises `UserError` where the file makes no letter.
    """
    from annotator.importers.office.composing import composed
    from annotator.importers.office.docx_reading import read_content

    report(0, 1)  # what it took to start the process is not the file's doing
    with within_limits(shown):
        return composed(read_content(shown, data, report), source_name, data)


def _sniff(data: bytes) -> bool:
    return kind_of(data) == KIND


WORD = Importer(
    Message("Import", QT_TRANSLATE_NOOP("Import", "Word")),
    (".docx", ".docm", ".dotx", ".dotm"),
    LIMIT,
    _sniff,
    read,
    job,
)
