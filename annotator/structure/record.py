"""Proposals as plain data: for the command line, and to keep them."""

from __future__ import annotations

from typing import Any

from annotator.structure.interface import Proposals


def outline_rows(text: str, proposals: Proposals) -> dict[str, list[dict[str, Any]]]:
    """Return the rows that `outline --json` prints of a file: fields and tags by their roles."""
    return {
        "sections": [
            {
                "start": section.start,
                "end": section.end,
                "level": section.level,
                "heading": on_one_line(text, section.heading),
                "tag": section.role,
            }
            for section in proposals.sections
        ],
        "fields": [
            {
                "field": value.role,
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
                "tag": passage.role,
                "start": passage.start,
                "end": passage.end,
                "text": text[passage.start : passage.end],
            }
            for passage in proposals.passages
        ],
    }


def on_one_line(text: str, span: tuple[int, int] | None) -> str | None:
    """Return what stands at a place with single spaces, None where there is no place."""
    return " ".join(text[span[0] : span[1]].split()) if span else None
