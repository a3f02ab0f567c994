"""Everything about a letter as one JSON object; `resources/schema/letter.schema.json` describes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from annotator.core.codebook import Codebook
from annotator.core.commitments import NO_PARTS
from annotator.core.document import Letter
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.exporters.file_names import letter_file_name
from annotator.exporters.interface import ExportContext, Exporter, ExportLetter, Piece

FORMAT = "kanttekening-letter"
VERSION = 1
_Object = dict[str, Any]


def letter_object(one: ExportLetter, codebook: Codebook) -> _Object:
    """Return the letter as an object for JSON; offsets are code points, half open."""
    letter = one.letter
    return {
        "format": FORMAT,
        "version": VERSION,
        "id": one.id,
        "uid": one.uid,
        "title": letter.about.title,
        "status": letter.about.status,
        "note": letter.about.note,
        "source_name": one.source_name,
        "source_sha256": one.source_sha256,
        "created_at": one.created_at,
        "updated_at": one.updated_at,
        "codebook": codebook.id,
        "text": letter.text,
        "ocr_text": letter.ocr_text,
        "pages": _pages(letter),
        "furniture": _furniture(letter),
        "corrections": corrections(letter),
        "sections": sections(letter),
        "passages": passages(one),
        "form_values": form_values(letter),
        "verdicts": _verdicts(letter),
    }


def corrections(letter: Letter) -> list[_Object]:
    """Return the corrections in force, in the order of the text."""
    placed = zip(letter.corrections, letter.correction_spans(), strict=True)
    return [
        {
            "ocr_start": c.ocr_start,
            "ocr_end": c.ocr_end,
            "start": span.start,
            "end": span.end,
            "before": letter.ocr_text[c.ocr_start : c.ocr_end],
            "after": c.after,
            "kind": c.kind,
            "origin": c.origin,
            "reason": c.reason,
            "analyst": c.analyst,
            "made_at": c.made_at,
        }
        for c, span in placed
    ]


def sections(letter: Letter) -> list[_Object]:
    """Return the sections in reading order; `heading` is on one line, and None where there is none."""
    return [
        {
            "uid": s.section.uid,
            "position": s.position,
            "level": s.section.level,
            "tag": s.section.tag or None,
            "heading": None if s.heading is None else " ".join(letter.text[slice(*s.heading)].split("\n")),
            "heading_start": None if s.heading is None else s.heading.start,
            "heading_end": None if s.heading is None else s.heading.end,
            "start": s.start,
            "end": s.end,
            "subtree_end": s.subtree_end,
            "state": s.section.state,
            "analyst": s.section.analyst,
            "made_at": s.section.made_at,
        }
        for s in letter.placed_sections()
    ]


def passages(one: ExportLetter) -> list[_Object]:
    """Return the passages in reading order, outer ones before inner ones."""
    letter = one.letter
    return [
        {
            "uid": passage.uid,
            "tag": passage.tag,
            "start": span.start,
            "end": span.end,
            "quote": letter.text[span.start : span.end],
            "note": passage.note,
            "state": passage.state,
            "analyst": passage.analyst,
            "made_at": passage.made_at,
            "origin": passage.origin,
            **one.commitments.get(passage.uid, NO_PARTS)._asdict(),
        }
        for span, passage in letter.placed_passages()
    ]


def form_values(letter: Letter) -> list[_Object]:
    """Return the values of the form by field and position, with their evidence (None where there is none)."""
    made = []
    for value in sorted(letter.values.values(), key=lambda v: (v.field, v.position, v.uid)):
        span = letter.spans.get(value.uid)
        made.append(
            {
                "uid": value.uid,
                "field": value.field,
                "position": value.position,
                "value": value.value,
                "shown": value.shown,
                "evidence_start": None if span is None else span.start,
                "evidence_end": None if span is None else span.end,
                "evidence_quote": None if span is None else letter.text[span.start : span.end],
                "state": value.state,
                "confidence": value.confidence,
                "analyst": value.analyst,
                "made_at": value.made_at,
            }
        )
    return made


def _pages(letter: Letter) -> list[_Object]:
    pages = sorted(letter.pages.values(), key=lambda page: page.number)
    bounds = pairwise([*letter.page_starts(), len(letter.text)])
    return [
        {"number": page.number, "start": start, "end": end, "ocr_start": page.ocr_start}
        for page, (start, end) in zip(pages, bounds, strict=True)
    ]


def _furniture(letter: Letter) -> list[_Object]:
    placed = zip(letter.furniture, letter.furniture_spans(), strict=True)
    return [
        {
            "ocr_start": stretch.start,
            "ocr_end": stretch.end,
            "start": span.start,
            "end": span.end,
            "kind": kind,
        }
        for stretch, (span, kind) in placed
    ]


def _verdicts(letter: Letter) -> list[_Object]:
    placed = sorted((letter.spans[uid], uid) for uid in letter.verdicts)
    return [
        {
            "uid": uid,
            "start": span.start,
            "end": span.end,
            "reading": letter.verdicts[uid].reading,
            "verdict": letter.verdicts[uid].verdict,
            "chosen": letter.verdicts[uid].chosen,
            "analyst": letter.verdicts[uid].analyst,
            "made_at": letter.verdicts[uid].made_at,
        }
        for span, uid in placed
    ]


def _pieces(letters: Iterable[ExportLetter], context: ExportContext) -> Iterator[Piece]:
    import json  # not for the list of formats

    for one in letters:
        text = json.dumps(letter_object(one, context.codebook), ensure_ascii=False, indent=2, allow_nan=False)
        yield Piece(letter_file_name(one.id, one.letter.about.title, ".json"), f"{text}\n".encode())


JSON = Exporter(
    "json",
    Message("Export", QT_TRANSLATE_NOOP("Export", "Everything about each letter (JSON)")),
    _pieces,
    purpose=Message(
        "Export",
        QT_TRANSLATE_NOOP(
            "Export",
            "For scripts: texts, corrections, passages, values and who did what, by a documented schema.",
        ),
    ),
)
