"""TEI P5: the letter as printed and as corrected in one file, lines as on paper, for scholars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.exporters.file_names import letter_file_name
from annotator.exporters.interface import ExportContext, Exporter, ExportLetter, Omission, Piece
from annotator.exporters.reflow import lines_kept
from annotator.exporters.tei.header import Header
from annotator.exporters.tei.stretches import stretches
from annotator.exporters.tei.text import Body, passages
from annotator.exporters.xml_text import UNFIT_SIGNS, unfit_signs

_TOP = '<?xml version="1.0" encoding="UTF-8"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0">\n'
NO_VERDICTS = Message("Export", QT_TRANSLATE_NOOP("Export", "what was decided on doubtful words is left out"))
PROPOSED_SECTIONS = Message(
    "Export", QT_TRANSLATE_NOOP("Export", "proposed sections are left out: they divide no text")
)


def _pieces(letters: Iterable[ExportLetter], context: ExportContext) -> Iterator[Piece]:
    kept = lines_kept(context.codebook)
    for one in letters:
        header = Header(one, context)
        body = Body(one.letter, header).whole(stretches(one.letter, kept))
        spans = passages(one.letter, header)
        text = f'{_TOP}{header.whole()}<text xml:lang="nl">\n<body>{body}\n</body>\n{spans}</text>\n</TEI>\n'
        yield Piece(letter_file_name(one.id, one.letter.about.title, ".tei.xml"), text.encode())


def _leaves_out(one: ExportLetter, _context: ExportContext) -> Iterator[Omission]:
    letter = one.letter
    corrected = sum(unfit_signs(row.after) for row in letter.corrections)
    proposed = sum(row.state == "proposed" for row in letter.sections.values())
    for what, times in (
        (UNFIT_SIGNS, unfit_signs(letter.ocr_text) + corrected),
        (PROPOSED_SECTIONS, proposed),
        (NO_VERDICTS, len(letter.verdicts)),
    ):
        if times:
            yield Omission(what, times)


TEI = Exporter(
    "tei",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Edition with both readings (TEI)")),
    _pieces,
    purpose=Message(
        "Export",
        QT_TRANSLATE_NOOP(
            "Export", "For scholars: lines as on paper, what was corrected by whom, sections and passages."
        ),
    ),
    leaves_out=_leaves_out,
)
