"""What OCR programs read: the corrected words at the places of the words that the OCR read."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.exporters.interface import ExportContext, Exporter, ExportLetter, Omission
from annotator.exporters.mdto import TAGS_LEFT_OUT
from annotator.exporters.ocr_files import alto, hocr, page_xml
from annotator.exporters.ocr_files.pages import unplaced
from annotator.exporters.ocr_files.pictures import PICTURES
from annotator.exporters.xml_text import UNFIT_SIGNS, unfit_signs

NO_PLACES = Message(
    "Export",
    QT_TRANSLATE_NOOP(
        "Export", "letters whose source does not say where words stand: their text goes without places"
    ),
)
NOT_ON_PAPER = Message(
    "Export",
    QT_TRANSLATE_NOOP("Export", "words that the OCR did not read have the room between others, or no place"),
)
OTHER_READINGS = Message("Export", QT_TRANSLATE_NOOP("Export", "other readings of words are left out"))
_PURPOSE = QT_TRANSLATE_NOOP("Export", "For OCR programs: the corrected words at their places on the pages.")


def _leaves_out(one: ExportLetter, _context: ExportContext) -> Iterator[Omission]:
    letter = one.letter
    has_places = any(layout.words for layout in one.layouts())
    others = sum(bool(row.others) for readings in one.readings().values() for row in readings)
    for what, times in (
        (NO_PLACES, not has_places),
        (NOT_ON_PAPER, unplaced(one) if has_places else 0),
        (OTHER_READINGS, others),
        (TAGS_LEFT_OUT, len(letter.sections) + len(letter.passages)),
        (UNFIT_SIGNS, unfit_signs(letter.text)),
    ):
        if times:
            yield Omission(what, int(times))


PAGE = Exporter(
    "page",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Pages for OCR training (PAGE)")),
    page_xml.pieces,
    purpose=Message(
        "Export",
        QT_TRANSLATE_NOOP(
            "Export", "For training OCR programs: a file a page, lines and words at their places."
        ),
    ),
    leaves_out=_leaves_out,
    choices=(PICTURES,),
)
ALTO = Exporter(
    "alto",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Words at their places (ALTO)")),
    alto.pieces,
    purpose=Message("Export", _PURPOSE),
    leaves_out=_leaves_out,
    choices=(PICTURES,),
)
HOCR = Exporter(
    "hocr",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Words at their places (hOCR)")),
    hocr.pieces,
    purpose=Message("Export", _PURPOSE),
    leaves_out=_leaves_out,
    choices=(PICTURES,),
)
