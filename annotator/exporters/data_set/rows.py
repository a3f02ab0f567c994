"""From letters to the rows of a data set."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from annotator.core.codebook import Codebook
from annotator.exporters import letter_json
from annotator.exporters.data_set.tables import (
    CORRECTIONS,
    LETTERS,
    PAGES,
    PASSAGES,
    RECORDS,
    SECTIONS,
    SUSPECTS,
    VALUES,
    WORDS,
)
from annotator.exporters.interface import ExportLetter, Suspicion

Row = dict[str, Any]
Rows = dict[str, list[Row]]  # by the names of the tables


def rows_of(
    one: ExportLetter, codebook: Codebook, key: str, *, engine: str = "", record: str | None = None
) -> Rows:
    """Return the rows of a letter that was read, by table; each carries `key` and the source's SHA-256.

    Offsets are code points. `engine` says what read it, `record` is what import takes over of it.
    """
    letter, suspects = one.letter, one.suspects()
    made: Rows = {
        LETTERS.name: [
            {
                "source": one.source_name,
                "outcome": "read",
                "reason": "",
                "title": letter.about.title,
                "status": letter.about.status,
                "note": letter.about.note,
                "page_count": len(letter.pages),
                "suspect_count": None if suspects is None else len(suspects),
                "text": letter.text,
                "ocr_text": None if letter.ocr_text == letter.text else letter.ocr_text,
                "engine": engine,
            }
        ],
        PAGES.name: list(_pages(one)),
        WORDS.name: list(_words(one)),
        SUSPECTS.name: [_suspect(one) for one in suspects or ()],
        SECTIONS.name: [
            {**row, "text": letter.text[row["start"] : row["end"]]} for row in letter_json.sections(letter)
        ],
        VALUES.name: _values(one, codebook),
        PASSAGES.name: letter_json.passages(one),
        CORRECTIONS.name: letter_json.corrections(letter),
        RECORDS.name: [] if record is None else [{"record": record}],
    }
    return _keyed(made, key, one.source_sha256)


def failed_row(key: str, sha256: str, source: str, reason: str, engine: str) -> Rows:
    """Return the one row of a letter that could not be read."""
    row = {"source": source, "outcome": "failed", "reason": reason, "engine": engine}
    return _keyed({LETTERS.name: [row]}, key, sha256)


def _keyed(made: Rows, key: str, sha256: str) -> Rows:
    for rows in made.values():
        for row in rows:
            row["letter"], row["sha256"] = key, sha256
    return made


def _pages(one: ExportLetter) -> Iterator[Row]:
    letter, layouts = one.letter, {layout.number: layout for layout in one.layouts()}
    starts = letter.page_starts()
    pages = sorted(letter.pages.values(), key=lambda page: page.number)
    for page, start, end in zip(pages, starts, [*starts[1:], len(letter.text)], strict=True):
        layout = layouts.get(page.number)
        yield {
            "page": page.number,
            "start": start,
            "end": end,
            "ocr_start": page.ocr_start,
            "source_page": layout.source_page if layout else None,
            "width": layout.width if layout else None,
            "height": layout.height if layout else None,
            "flags": list(layout.flags if layout else letter.page_flags.get(page.number, ())),
        }


def _words(one: ExportLetter) -> Iterator[Row]:
    text, readings = one.letter.ocr_text, one.readings()
    for layout in one.layouts():
        read = {(r.start, r.end): r for r in readings.get(layout.number, layout.readings)}
        for word in layout.words:
            reading = read.get((word.start, word.end))
            yield {
                "page": layout.number,
                "ocr_start": word.start,
                "ocr_end": word.end,
                "word": text[word.start : word.end],
                "left": word.left,
                "top": word.top,
                "right": word.right,
                "bottom": word.bottom,
                "confidence": reading.confidence if reading and reading.confidence >= 0 else None,
                "others": list(reading.others) if reading else [],
            }


def _suspect(suspect: Suspicion) -> Row:
    best: Sequence[tuple[str, float]] = suspect.suggestions
    return {
        "start": suspect.start,
        "end": suspect.end,
        "text": suspect.text,
        "kind": suspect.kind,
        "reason": suspect.reason,
        "suggestion": best[0][0] if best else None,
        "score": best[0][1] if best else None,
        "suggestions": [text for text, _ in best],
    }


def _values(one: ExportLetter, codebook: Codebook) -> list[Row]:
    roles: Mapping[str, str] = {leaf.id: leaf.role for leaf in codebook.value_fields()}
    return [{**row, "role": roles.get(row["field"], "")} for row in letter_json.form_values(one.letter)]
