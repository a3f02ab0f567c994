"""Proposals as the rows that a letter may take over, with the ids of its codebook in the place of roles."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.core.codebook_room import Room
from annotator.core.document import Passage, Section, Value
from annotator.core.proposals import PREFIX, Proposed
from annotator.core.text import Span, line_start
from annotator.structure.interface import Proposals, ProposedPassage, ProposedSection, ProposedValue
from annotator.structure.reasons import SURE


def as_proposed(text: str, found: Proposals, room: Room) -> Proposed:
    """Return the proposals that the codebook has room for, with uids that the same ones have when made again."""
    sections: dict[str, tuple[Section, int]] = {}
    passages: dict[str, Passage] = {}
    values: dict[str, Value] = {}
    spans: dict[str, Span] = {}
    reasons: dict[str, tuple[str, Mapping[str, str]]] = {}
    for number, section in enumerate(found.sections):
        tag = room.sections.get(section.role)
        if tag is None:
            continue
        # A section starts with its line, and the first one with the letter.
        start = line_start(text, section.start) if number else 0
        uid = f"{PREFIX}section:{start}"
        sections[uid] = (Section(uid, section.level, tag, "proposed"), start)
        reasons[uid] = _why(section)
        if section.heading is not None:
            spans[uid] = Span(*section.heading)
    for passage in found.passages:
        tag = passage.tag or room.passages.get(passage.role)
        if tag is None:
            continue
        uid = f"{PREFIX}passage:{tag}:{passage.start}:{passage.end}"
        origin = passage.reason.code if passage.reason.code in ("trigger", "learnt") else "rule"
        passages[uid] = Passage(uid, tag, "", "proposed", origin=origin)
        spans[uid] = Span(passage.start, passage.end)
        reasons[uid] = _why(passage)
    for each in found.values:
        value = _value(each, room)
        if value is None:
            continue
        values[value.uid] = value
        reasons[value.uid] = _why(each)
        if each.start is not None and each.end is not None:
            spans[value.uid] = Span(each.start, each.end)
    return Proposed(sections, passages, values, spans, reasons)


def _value(found: ProposedValue, room: Room) -> Value | None:
    """Return a value as its field keeps it, None where the codebook has no place for it."""
    field = room.values.get(found.role)
    said: str | None = found.shown if found.role in room.as_shown else found.value
    if found.role in room.choices:
        said = room.choices[found.role].get(found.value)
    if field is None or said is None:
        return None
    uid = f"{PREFIX}value:{field}:{found.position}"
    return Value(uid, field, found.position, said, found.shown, "proposed", found.confidence)


def _why(found: ProposedSection | ProposedPassage | ProposedValue) -> tuple[str, Mapping[str, str]]:
    return found.reason.code, {**found.reason.params, SURE: str(round(100 * found.confidence))}
