"""A report as a table, a web page and a Word file."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.exporters.csv_cells import defuse
from annotator.exporters.interface import ExportContext, Exporter, ExportLetter, Omission, Piece
from annotator.exporters.reflow import lines_kept
from annotator.exporters.report import web_page, word_page
from annotator.exporters.report.collecting import GROUP, Collected, tag_name
from annotator.exporters.report.rows import Row, rows_of
from annotator.exporters.xml_text import UNFIT_SIGNS, unfit_signs

_COLUMNS = (
    "tag",
    "tag_name",
    "before",
    "quote",
    "after",
    "letter_id",
    "title",
    "date",
    "sender",
    "dossier",
    "page",
    "note",
    "state",
    "analyst",
    "origin",
)
_NUMBERS = ("letter_id", "page")
_BOM = "\ufeff"


class Form(NamedTuple):
    """How a row is written, and the file around the rows."""

    row: Callable[[Row, ExportContext], bytes]
    whole: Callable[[Collected], Iterator[bytes]]


def _pieces(form: Form, letters: Iterable[ExportLetter], context: ExportContext) -> Iterator[Piece]:
    book = context.codebook
    kept = lines_kept(book)
    with tempfile.TemporaryFile(prefix="kanttekening-") as file:
        collected = Collected(context, file)
        for one in letters:
            for row in rows_of(one, book, kept, context.language):
                collected.add(row, form.row(row, context))
            yield Piece("", b"")  # a moment to hear of a cancel
        for data in form.whole(collected):
            yield Piece("", data)


def _csv_row(row: Row, context: ExportContext) -> bytes:
    sentence = {name: text.strip() for name, text in row.sentence._asdict().items()}
    said = row._asdict() | sentence | {"tag_name": tag_name(context.codebook, row.tag, context.language)}
    return _line([str(said[name]) if name in _NUMBERS else defuse(said[name]) for name in _COLUMNS])


def _line(cells: Iterable[str]) -> bytes:
    made = io.StringIO()
    csv.writer(made, lineterminator="\r\n").writerow(cells)
    return made.getvalue().encode()


def _csv_whole(collected: Collected) -> Iterator[bytes]:
    yield _BOM.encode() + _line(_COLUMNS)
    for group in collected.groups():
        for part in group.parts:
            yield from collected.read(part.key)


def _leaves_out(one: ExportLetter, _context: ExportContext) -> Iterator[Omission]:
    letter = one.letter
    texts = (letter.about.title, *(passage.note for passage in letter.passages.values()))
    quotes = (letter.text[span.start : span.end] for span, _ in letter.placed_passages())
    if unfit := sum(map(unfit_signs, (*texts, *quotes))):
        yield Omission(UNFIT_SIGNS, unfit)


_PURPOSE = Message(
    "Export",
    QT_TRANSLATE_NOOP(
        "Export",
        "For whoever asked for the research: all passages with their sentences and letters, counted.",
    ),
)
REPORT_DOCX = Exporter(
    "report-docx",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Report on all passages (Word file)")),
    partial(_pieces, Form(word_page.row, word_page.whole)),
    ".docx",
    purpose=_PURPOSE,
    leaves_out=_leaves_out,
    choices=(GROUP,),
)
REPORT_HTML = Exporter(
    "report-html",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Report on all passages (web page)")),
    partial(_pieces, Form(web_page.row, web_page.whole)),
    ".html",
    purpose=_PURPOSE,
    leaves_out=_leaves_out,
    choices=(GROUP,),
)
REPORT_CSV = Exporter(
    "report-csv",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Report on all passages (table, CSV)")),
    partial(_pieces, Form(_csv_row, _csv_whole)),
    ".csv",
    purpose=_PURPOSE,
    choices=(GROUP,),
)
