"""Read a letter of the tests, and look at what is proposed for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from annotator.core.text import normalise
from annotator.structure.engine import propose
from annotator.structure.interface import LetterText, Proposals

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"


def sample(name: str) -> tuple[str, Proposals, dict[str, Any]]:
    """Return the text of a sample letter, what is proposed for it, and its truth."""
    read = normalise((SAMPLE / f"{name}.txt").read_text(encoding="utf-8"))
    truth = json.loads((SAMPLE / f"{name}.truth.json").read_text(encoding="utf-8"))
    return read.text, propose(LetterText(read.text, read.page_starts)), truth


def proposed(raw: str) -> tuple[str, Proposals]:
    """Return the text as imported, and what is proposed for it."""
    read = normalise(raw)
    return read.text, propose(LetterText(read.text, read.page_starts))


def outline_of(text: str, proposals: Proposals) -> list[tuple[str, int, str | None]]:
    """Return tag, level and heading of each section."""
    return [
        (
            section.role,
            section.level,
            " ".join(text[section.heading[0] : section.heading[1]].split()) if section.heading else None,
        )
        for section in proposals.sections
    ]


def values_of(proposals: Proposals, field: str) -> list[str]:
    """Return the normal forms of a field's values."""
    return [value.value for value in proposals.values if value.role == field]


def passages_of(text: str, proposals: Proposals, tag: str) -> list[str]:
    """Return the quotes of a tag's passages, each on one line."""
    return [
        " ".join(text[passage.start : passage.end].split())
        for passage in proposals.passages
        if passage.role == tag
    ]
