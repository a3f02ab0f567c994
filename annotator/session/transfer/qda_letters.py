"""What a text of another program's project says of a letter, as the delta that adds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from annotator.core.codebook import Codebook
from annotator.core.document import Letter, Passage, Section, Stamp, Value, new_uid
from annotator.core.fields import format as shown_value
from annotator.core.fields import parse
from annotator.core.history import Delta, PointChange, RowChange, SpanChange
from annotator.core.refi_guids import HEADING, MOST_LEVELS, PROPOSED, STATUS, level_guid
from annotator.core.statuses import STATUSES
from annotator.core.text import Span
from annotator.importers.refi_qda.model import QdaLetter, Selected
from annotator.session.codebook.from_codes import UNCODED, Adopted, is_day

_LEVELS = {level_guid(level): level for level in range(1, MOST_LEVELS + 1)}
_YES_NO = {"true": "yes", "1": "yes", "false": "no", "0": "no"}


@dataclass(slots=True)
class _Adding:
    """The delta of a letter as it grows."""

    letter: Letter
    adopted: Adopted
    stamp: Stamp
    language: str
    rows: list[RowChange] = field(default_factory=list)
    spans: list[SpanChange] = field(default_factory=list)
    points: list[PointChange] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def done(self) -> Delta:
        """Return the delta."""
        return Delta(rows=tuple(self.rows), spans=tuple(self.spans), points=tuple(self.points))

    def made(self, each: Selected) -> tuple[str, str, str]:
        """Return the state, the analyst and the moment of what a selection says."""
        state = "proposed" if PROPOSED in each.codes else "confirmed"
        return state, each.analyst or self.stamp.analyst, each.made_at or self.stamp.made_at


def adding(
    letter: Letter, qda: QdaLetter, adopted: Adopted, stamp: Stamp, language: str, *, is_new: bool
) -> tuple[Delta, Counter[str]]:
    """Return what adds a text's passages, sections, values and note to its letter, where it has them not.

    The letter must have the same text. What is only proposed comes in with a new letter alone: for others
    the program has its own proposals. The second is how many of each were added, and of what was `unknown`
    (codes) or `unread` (values).
    """
    at = _Adding(letter, adopted, stamp, language)
    selected = [each for each in qda.selected if is_new or PROPOSED not in each.codes]
    headings = [each.span for each in selected if HEADING in each.codes]
    sections: dict[int, Selected] = {}
    for each in selected:
        kinds = {adopted.tags[code][0] for code in each.codes if code in adopted.tags}
        if HEADING in each.codes:
            continue
        if "section" in kinds or _LEVELS.keys() & set(each.codes):
            sections.setdefault(each.span.start, each)
        if "passage" in kinds or not set(each.codes) - {PROPOSED}:
            _add_passages(at, each)
        at.counts["unknown"] += sum(not _is_known(code, adopted) for code in each.codes)
    _add_sections(at, sections, headings)
    _add_values(at, qda.values)
    _add_about(at, qda, is_new=is_new)
    return at.done(), at.counts


def _is_known(code: str, adopted: Adopted) -> bool:
    return code in adopted.tags or code in _LEVELS or code in (HEADING, PROPOSED)


def _add_passages(at: _Adding, each: Selected) -> None:
    state, analyst, made_at = at.made(each)
    codes = [code for code in each.codes if code != PROPOSED] or [UNCODED]
    tags = [at.adopted.tags[code][1] for code in codes if at.adopted.tags.get(code, ("",))[0] == "passage"]
    there = {(at.letter.spans.get(uid), row.tag, row.note) for uid, row in at.letter.passages.items()}
    note = each.note
    for tag in dict.fromkeys(tags):
        row = Passage(new_uid(), tag, note, state, analyst, made_at)
        note = ""  # once is enough
        if (each.span, tag, row.note) not in there:
            at.rows.append(RowChange(None, row))
            at.spans.append(SpanChange("passage", row.uid, None, each.span))
            at.counts["passages"] += 1


def _add_sections(at: _Adding, found: Mapping[int, Selected], headings: list[Span]) -> None:
    there = {at.letter.points[uid]: row for uid, row in at.letter.sections.items()}
    starts = sorted(found)
    for start, end in zip(starts, [*starts[1:], len(at.letter.text) + 1], strict=False):
        each, before = found[start], there.get(start)
        if before is not None and not _is_bare(at.letter, before):
            continue
        state, analyst, made_at = at.made(each)
        tag = next((at.adopted.tags[code][1] for code in each.codes if _is_section(at, code)), "")
        level = next((_LEVELS[code] for code in each.codes if code in _LEVELS), 1)
        uid = before.uid if before is not None else new_uid()
        at.rows.append(RowChange(before, Section(uid, level, tag, state, analyst, made_at)))
        if before is None:
            at.points.append(PointChange("section", uid, None, start))
        heading = next((span for span in headings if start <= span.start and span.end <= end), None)
        if heading is not None:
            at.spans.append(SpanChange("section", uid, None, heading))
        at.counts["sections"] += 1


def _is_section(at: _Adding, code: str) -> bool:
    return at.adopted.tags.get(code, ("",))[0] == "section"


def _is_bare(letter: Letter, section: Section) -> bool:
    """Tell whether a section says nothing yet, as the one that each new letter begins with."""
    return not section.tag and section.state == "proposed" and section.uid not in letter.spans


def _add_values(at: _Adding, values: Mapping[str, str]) -> None:
    for variable, said in values.items():
        if variable not in at.adopted.fields:
            continue
        field_id, position = at.adopted.fields[variable]
        if any(value.position == position for value in at.letter.values_of(field_id)):
            continue
        row = _value(at.adopted.codebook, field_id, position, said, at)
        if row is None:
            at.counts["unread"] += 1
        else:
            at.rows.append(RowChange(None, row))
            at.counts["values"] += 1


def _value(book: Codebook, field_id: str, position: int, said: str, at: _Adding) -> Value | None:
    leaf = book.field(field_id)
    if leaf is None:
        return None
    if leaf.type == "yes_no":
        said = _YES_NO.get(said.lower(), said)
    elif leaf.type == "date" and is_day(said):
        said = said[:10]
    first, second = parse(leaf, said, at.language), parse(leaf, said, "en" if at.language == "nl" else "nl")
    read = second if first.problem is not None and second.problem is None else first
    if not read.shown:
        return None
    shown = shown_value(leaf, read.stored, at.language) if read.stored else read.shown
    stamp = at.stamp
    return Value(
        new_uid(), field_id, position, read.stored, shown, "confirmed", None, stamp.analyst, stamp.made_at
    )


def _add_about(at: _Adding, qda: QdaLetter, *, is_new: bool) -> None:
    before = at.letter.about
    after = before
    if qda.note and qda.note not in before.note:
        after = replace(after, note="\n\n".join(filter(None, (before.note, qda.note))))
    status = qda.values.get(STATUS, "")
    if is_new and status in STATUSES:
        after = replace(after, status=status)
    if after != before:
        at.rows.append(RowChange(before, after))
