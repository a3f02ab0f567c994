"""Passages that the program proposes: references, dates, amounts, commitments, and what a tag's triggers name."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotator.core.folding import plain_signs
from annotator.language.interface import Reason
from annotator.structure.amounts import find_amounts
from annotator.structure.commitments import THRESHOLD, weigh
from annotator.structure.content import parliamentary
from annotator.structure.flow import Flow, flow_of
from annotator.structure.found import Found
from annotator.structure.found_dates import find_dates
from annotator.structure.headings import probability
from annotator.structure.interface import ProposedPassage, ProposedSection
from annotator.structure.lines import Line
from annotator.structure.references import find_references
from annotator.structure.sections import Anatomy
from annotator.structure.sentences import sentences

# Where a minister speaks to parliament.
_SPOKEN = frozenset({"topic", "introduction", "footnote", "closing"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """The lines of a section without its heading, as they are read: one flow; `role` is the section's."""

    role: str
    flow: Flow


def stretches(parts: Anatomy, sections: Sequence[ProposedSection]) -> list[Stretch]:
    """Return the letter's text in stretches: each heading, each section, each note at a foot."""
    found: list[Stretch] = []
    cuts = parts.furniture.cut
    starts = [line.start for line in parts.lines]
    for section in sections:
        first, end = bisect.bisect_left(starts, section.start), bisect.bisect_left(starts, section.end)
        inside = parts.lines[first:end]
        own = [
            line
            for line in inside
            if line.index not in parts.furniture.lines and line.index not in parts.feet
        ]
        if section.role == "letterhead":
            found += [Stretch("letterhead", flow_of([line])) for line in own]
            continue
        if section.heading is not None:
            headed = [line for line in own if line.start < section.heading[1]]
            found.append(Stretch("heading", flow_of(headed, cuts)))
            own = own[len(headed) :]
        found.append(Stretch(section.role, flow_of(own, cuts)))
        feet = [line for line in inside if line.index in parts.feet]
        if feet:
            found.append(Stretch("footnote", flow_of(feet)))
    return found


def find_passages(
    parts: Anatomy, pieces: Sequence[Stretch], triggers: Mapping[str, Sequence[str]]
) -> tuple[list[ProposedPassage], list[Found]]:
    """Return the passages in order, and the papers that they name as values of the form."""
    passages: list[ProposedPassage] = []
    papers: dict[str, Found] = {}
    to_parliament = parliamentary(parts)
    for piece in pieces:
        flow = piece.flow
        if not flow.text:
            continue
        for reference in find_references(flow.text):
            span = flow.span(reference.start, reference.end)
            passages.append(ProposedPassage("reference", *span, reference.confidence, Reason(reference.code)))
            for value in reference.values:
                papers.setdefault(
                    value, Found("reference", *span, value, reference.confidence, reference.code)
                )
        if piece.role != "attachment" or to_parliament:
            passages += _dates_and_amounts(flow)
        if to_parliament and (piece.role in _SPOKEN or (piece.role == "attachment" and _answers(flow.text))):
            passages += _commitments(piece)
        passages += _triggered(flow, triggers)
    return sorted(passages, key=lambda passage: (passage.start, passage.end)), list(papers.values())


def _answers(text: str) -> bool:
    """Tell whether an attachment answers questions: there the minister speaks."""
    return (
        len(re.findall(r"\bantwoord\b", text, re.I)) > 1 and re.search(r"\bvraag\b", text, re.I) is not None
    )


def _dates_and_amounts(flow: Flow) -> Iterator[ProposedPassage]:
    for date in find_dates(flow.text):
        yield ProposedPassage(
            "date", *flow.span(date.start, date.end), 0.95 if date.value else 0.9, Reason("date")
        )
    for start, end in find_amounts(flow.text):
        yield ProposedPassage("amount", *flow.span(start, end), 0.95, Reason("amount"))


def _commitments(piece: Stretch) -> Iterator[ProposedPassage]:
    for start, end in sentences(piece.flow):
        weight, code = weigh(piece.flow.text[start:end], piece.role == "introduction")
        if weight >= THRESHOLD:
            confidence = round(probability(weight - THRESHOLD + 0.4), 3)
            yield ProposedPassage("commitment", *piece.flow.span(start, end), confidence, Reason(code))


def _triggered(flow: Flow, triggers: Mapping[str, Sequence[str]]) -> Iterator[ProposedPassage]:
    for tag, phrases in triggers.items():
        pattern = _phrases(phrases)
        if pattern is None:
            continue
        for match in pattern.finditer(flow.text):
            reason = Reason("trigger", {"phrase": match.group()})
            yield ProposedPassage("", *flow.span(*match.span()), 0.6, reason, tag)


def _phrases(phrases: Iterable[str]) -> re.Pattern[str] | None:
    words = [r"\s+".join(map(re.escape, plain_signs(phrase).split())) for phrase in phrases if phrase.strip()]
    return (
        re.compile(rf"(?<!\w)(?:{'|'.join(sorted(words, key=len, reverse=True))})(?!\w)", re.I)
        if words
        else None
    )


def introduction_of(pieces: Sequence[Stretch]) -> Flow:
    """Return the flow of the introduction, else of the first text under a heading."""
    own = next((piece.flow for piece in pieces if piece.role == "introduction" and piece.flow.text), None)
    return (
        own
        or next((piece.flow for piece in pieces if piece.role == "topic" and piece.flow.text), None)
        or flow_of(())
    )


__all__ = ["Line", "Stretch", "find_passages", "introduction_of", "stretches"]
