"""Proposals as plain data: for the command line, and to keep them."""

from __future__ import annotations

from typing import Any

from annotator.structure.interface import Proposals

# The parts of a signatory have names of their own on the command line.
_OUTSIDE = {"signatory.name": "signatory", "signatory.role": "signatory_role"}


def outline_rows(text: str, proposals: Proposals) -> dict[str, list[dict[str, Any]]]:
    """Return the rows that `outline --json` prints."""
    return {
        "sections": [
            {
                "start": section.start,
                "end": section.end,
                "level": section.level,
                "heading": on_one_line(text, section.heading),
                "tag": section.tag,
            }
            for section in proposals.sections
        ],
        "fields": [
            {
                "field": outside_name(value.field),
                "value": value.value,
                "shown": value.shown,
                "start": value.start,
                "end": value.end,
                "confidence": value.confidence,
            }
            for value in proposals.values
        ],
        "passages": [
            {
                "tag": passage.tag,
                "start": passage.start,
                "end": passage.end,
                "text": text[passage.start : passage.end],
            }
            for passage in proposals.passages
        ],
    }


def outside_name(field: str) -> str:
    """Return what a field is called on the command line."""
    return _OUTSIDE.get(field, field)


def on_one_line(text: str, span: tuple[int, int] | None) -> str | None:
    """Return what stands at a place with single spaces, None where there is no place."""
    return " ".join(text[span[0] : span[1]].split()) if span else None
