"""The texts as plain files, exactly as the project holds them: lines as on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.exporters.file_names import letter_file_name
from annotator.exporters.interface import ExportContext, Exporter, ExportLetter, Piece
from annotator.exporters.reflow import lines_kept, reflowed


def _text(letters: Iterable[ExportLetter], _context: ExportContext) -> Iterator[Piece]:
    for one in letters:
        yield Piece(letter_file_name(one.id, one.letter.about.title, ".txt"), one.letter.text.encode())


def _reflowed(letters: Iterable[ExportLetter], context: ExportContext) -> Iterator[Piece]:
    kept = lines_kept(context.codebook)
    for one in letters:
        name = letter_file_name(one.id, one.letter.about.title, ".reflow.txt")
        yield Piece(name, reflowed(one.letter, kept).encode())


def _ocr_text(letters: Iterable[ExportLetter], _context: ExportContext) -> Iterator[Piece]:
    for one in letters:
        yield Piece(
            letter_file_name(one.id, one.letter.about.title, ".ocr.txt"), one.letter.ocr_text.encode()
        )


TEXT = Exporter(
    "txt",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Corrected text, lines as on paper")),
    _text,
    purpose=Message(
        "Export",
        QT_TRANSLATE_NOOP(
            "Export", "For comparing with the page: a text file a letter, with the lines that the page has."
        ),
    ),
)
REFLOWED = Exporter(
    "reflow",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Corrected text, paragraphs reflowed")),
    _reflowed,
    purpose=Message(
        "Export",
        QT_TRANSLATE_NOOP(
            "Export", "For reading on and for searching: a text file a letter, each paragraph on one line."
        ),
    ),
)
OCR_TEXT = Exporter(
    "ocr",
    Message("Export", QT_TRANSLATE_NOOP("Export", "OCR text")),
    _ocr_text,
    purpose=Message(
        "Export",
        QT_TRANSLATE_NOOP(
            "Export", "For comparing and measuring: what the source said before anything was corrected."
        ),
    ),
)
