"""Reading a PDF as a letter."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.page_layout import PageLayout, named_lines
from annotator.core.user_errors import UserError
from annotator.importers.encodings import REPLACEMENT
from annotator.importers.interface import ImportedLetter, Importer, Recognises, Report
from annotator.importers.pdf.attempts import BOTH, CAREFUL, FAST
from annotator.importers.pdf.sentences import HIDDEN_TEXT, NO_TEXT, TOO_MUCH_MEMORY, UNREADABLE_SIGNS
from annotator.importers.titles import suggest_title

LIMIT = 200_000_000
AGAIN = {"timeout": FAST, "crash": CAREFUL, "error": FAST}
_HEAD = 1024  # the mark of a PDF stands in its first kilobyte


def read(shown: str, source_name: str, data: bytes, passwords: Sequence[str] = ()) -> ImportedLetter:
    """Read a PDF in this process. Raises `UserError` where it makes no letter."""
    return replace(job(shown, source_name, data, passwords, BOTH), data=data)


def job(
    shown: str,
    source_name: str,
    data: bytes,
    passwords: Sequence[str],
    attempt: str,
    report: Report = lambda done, total, seconds=0.0: None,
    recognising: Recognises | None = None,
) -> ImportedLetter:
    """Read a PDF: a job of a worker process, which tells of each page. The letter comes without the bytes.

    `attempt` says which engines may be used; with `recognising` the text of pages that are pictures is
    recognised, in attempts that may use the fast engine: it draws the pages. Raises `UserError` where the
    file makes no letter.
    """
    from annotator.importers.layout.assembling import assemble
    from annotator.importers.pdf.opening import read_pages
    from annotator.importers.pdf.scans import with_recognised

    report(0, 1)  # what it took to start the process is not the file's doing
    try:
        read_of_all = read_pages(shown, data, passwords, attempt, report)
        if recognising is not None and attempt != CAREFUL:
            read_of_all = with_recognised(shown, data, passwords, read_of_all, recognising, report)
        made = assemble([one.page for one in read_of_all], [one.flags for one in read_of_all])
    except MemoryError as error:
        raise UserError(Message("Import", TOO_MUCH_MEMORY, {"name": shown})) from error
    title = suggest_title(made.prose, source_name)
    return ImportedLetter(
        title,
        source_name,
        hashlib.sha256(data).hexdigest(),
        b"",
        made.text,
        made.page_starts,
        _warnings(shown, made.layouts, made.text),
        made.layouts,
        made.furniture,
        made.lines,
    )


def _warnings(shown: str, layouts: Sequence[PageLayout], text: str) -> tuple[Message, ...]:
    warnings = []
    empty = sum("no_text" in layout.flags for layout in layouts)
    if empty:
        params: dict[str, object] = {"name": shown, "count": empty, "pages": len(layouts)}
        warnings.append(Message("Import", NO_TEXT, params))
    damaged = [layout.number for layout in layouts if "unreadable" in layout.flags]
    if damaged:
        count = sum(text[w.start : w.end].count(REPLACEMENT) for n in damaged for w in layouts[n - 1].words)
        params = {"name": shown, "count": count, "page": damaged[0], "sign": REPLACEMENT}
        warnings.append(Message("Import", UNREADABLE_SIGNS, params))
    hidden = [(one.number, lines) for one in layouts if (lines := named_lines(one.flags, "hidden"))]
    if hidden:
        where = {"page": hidden[0][0], "lines": ", ".join(lines for _, lines in hidden)}
        warnings.append(Message("Import", HIDDEN_TEXT, {"name": shown} | where))
    return tuple(warnings)


def _sniff(data: bytes) -> bool:
    return b"%PDF-" in data[:_HEAD]


PDF = Importer(
    Message("Import", QT_TRANSLATE_NOOP("Import", "PDF")),
    (".pdf",),
    LIMIT,
    _sniff,
    read,
    job,
    BOTH,
    AGAIN,
    recognises=True,
)
