"""From letters to files. A new format is one file here and one entry in EXPORTERS."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.exporters.accessible_pdf import PDF_UA
from annotator.exporters.bundle import BUNDLE
from annotator.exporters.data_set.export import PARQUET
from annotator.exporters.diwoo import DIWOO
from annotator.exporters.interface import (
    Choice,
    ExportContext,
    Exporter,
    ExportLetter,
    Omission,
    Piece,
    Suspicion,
)
from annotator.exporters.json_lines import JSONL
from annotator.exporters.letter_csv import CSV, CSV_SEMICOLON
from annotator.exporters.letter_json import JSON
from annotator.exporters.mdto import MDTO
from annotator.exporters.ner import NER
from annotator.exporters.ocr_files import ALTO, HOCR, PAGE
from annotator.exporters.plain import OCR_TEXT, REFLOWED, TEXT
from annotator.exporters.refi_qda.export import REFI_QDA, REFI_QDC
from annotator.exporters.report import REPORT_CSV, REPORT_DOCX, REPORT_HTML
from annotator.exporters.searchable_pdf import PDF
from annotator.exporters.tei import TEI
from annotator.exporters.web_page import HTML
from annotator.exporters.word_file import DOCX
from annotator.exporters.workbook import XLSX
from annotator.exporters.writing import (
    CANCELLED,
    ExportCancelled,
    FileInTheWay,
    Part,
    export,
    export_together,
)
from annotator.exporters.xmi import XMI

__all__ = [
    "CANCELLED",
    "EXPORTERS",
    "Choice",
    "ExportCancelled",
    "ExportContext",
    "ExportLetter",
    "Exporter",
    "FileInTheWay",
    "Omission",
    "Part",
    "Piece",
    "Suspicion",
    "export",
    "export_together",
    "exporter_of",
]

EXPORTERS: tuple[Exporter, ...] = (
    TEXT,
    REFLOWED,
    OCR_TEXT,
    HTML,
    DOCX,
    PDF,
    PDF_UA,
    JSON,
    CSV,
    CSV_SEMICOLON,
    XLSX,
    PARQUET,
    REPORT_DOCX,
    REPORT_HTML,
    REPORT_CSV,
    JSONL,
    NER,
    TEI,
    PAGE,
    ALTO,
    HOCR,
    REFI_QDA,
    REFI_QDC,
    XMI,
    MDTO,
    DIWOO,
    BUNDLE,
)

UNKNOWN_FORMAT = QT_TRANSLATE_NOOP("Export", "There is no format {format}: choose one of {formats}.")


def exporter_of(format_id: str) -> Exporter:
    """Return the exporter of a format by its id. Raises `UserError` that names those there are."""
    found = next((exporter for exporter in EXPORTERS if exporter.id == format_id), None)
    if found is None:
        formats = ", ".join(exporter.id for exporter in EXPORTERS)
        raise UserError(Message("Export", UNKNOWN_FORMAT, {"format": format_id, "formats": formats}))
    return found
