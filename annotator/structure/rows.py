"""Proposals as the rows that a letter may take over."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.core.document import Passage, Section, Value
from annotator.core.proposals import PREFIX, Proposed
from annotator.core.text import Span, line_start
from annotator.structure.interface import Proposals, ProposedPassage, ProposedSection, ProposedValue
from annotator.structure.reasons import SURE


def as_proposed(text: str, found: Proposals) -> Proposed:
    """Return the proposals as rows, with uids that the same ones have when they are made again."""
    sections: dict[str, tuple[Section, int]] = {}
    passages: dict[str, Passage] = {}
    values: dict[str, Value] = {}
    spans: dict[str, Span] = {}
    reasons: dict[str, tuple[str, Mapping[str, str]]] = {}
    for section in found.sections:
        # A section starts with its line, and the first one with the letter.
        start = line_start(text, section.start) if sections else 0
        uid = f"{PREFIX}section:{start}"
        sections[uid] = (Section(uid, section.level, section.tag, "proposed"), start)
        reasons[uid] = _why(section)
        if section.heading is not None:
            spans[uid] = Span(*section.heading)
    for passage in found.passages:
        uid = f"{PREFIX}passage:{passage.tag}:{passage.start}:{passage.end}"
        passages[uid] = Passage(uid, passage.tag, "", "proposed")
        spans[uid] = Span(passage.start, passage.end)
        reasons[uid] = _why(passage)
    for value in found.values:
        uid = f"{PREFIX}value:{value.field}:{value.position}"
        values[uid] = Value(
            uid, value.field, value.position, value.value, value.shown, "proposed", value.confidence
        )
        reasons[uid] = _why(value)
        if value.start is not None and value.end is not None:
            spans[uid] = Span(value.start, value.end)
    return Proposed(sections, passages, values, spans, reasons)


def _why(found: ProposedSection | ProposedPassage | ProposedValue) -> tuple[str, Mapping[str, str]]:
    return found.reason.code, {**found.reason.params, SURE: str(round(100 * found.confidence))}
