"""What an analyst does to a letter, each as the delta that does it. Nothing here changes anything by
itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.core.corrections import Made, composed
from annotator.core.document import (
    ABSENT,
    WHOLE,
    About,
    Dismissal,
    Letter,
    Passage,
    Section,
    Stamp,
    Value,
    Verdict,
    new_uid,
)
from annotator.core.heading_lines import heading_at
from annotator.core.history import Correction, Delta, Hunk, PointChange, RowChange, SpanChange
from annotator.core.mapping import Mapper
from annotator.core.text import Span
from annotator.core.worddiff import hunks_of


def correct(letter: Letter, corrections: Sequence[Correction], stamp: Stamp) -> Delta:
    """Correct the text at places that are disjoint and ascend; offsets are those before the first of them.

    Raises ValueError where a correction's `before` is not what stands there.
    """
    for correction in corrections:
        if letter.text[correction.start : correction.end] != correction.before:
            raise ValueError(f"the text at {correction.start} is not what the correction says")
    hunks = hunks_of(letter.text, corrections)
    if not hunks:
        return Delta()
    rows = composed(letter.ocr_text, letter.text, letter.corrections, _with_maker(hunks, corrections, stamp))
    mapper = Mapper(letter.text, corrections, hunks)
    return Delta(
        hunks, rows, span_changes(letter, mapper), _point_changes(letter, mapper), tuple(corrections)
    )


def _with_maker(
    hunks: Iterable[Hunk], corrections: Sequence[Correction], stamp: Stamp
) -> list[tuple[Hunk, Made]]:
    """Pair each hunk with the correction that it comes from: the first that reaches it."""
    paired, index = [], 0
    for hunk in hunks:
        while index < len(corrections) - 1 and corrections[index].end < hunk.start:
            index += 1
        made = corrections[index]
        paired.append((hunk, Made(made.kind, made.origin, made.reason, stamp)))
    return paired


def span_changes(letter: Letter, mapper: Mapper) -> tuple[SpanChange, ...]:
    """Return where spans go that do not simply move along."""
    low, high = mapper.reach
    # Of ten thousand spans a few are near: the others are ruled out without a call for each.
    near = [(uid, span) for uid, span in letter.spans.items() if span[1] >= low and span[0] <= high]
    return tuple(
        SpanChange(owner_of(letter, uid), uid, span, mapper.span(span))
        for uid, span in near
        if mapper.touches(span.start) or mapper.touches(span.end)
    )


def _point_changes(letter: Letter, mapper: Mapper) -> tuple[PointChange, ...]:
    return tuple(change for owner in ("section", "page") for change in points_of(letter, mapper, owner))


def points_of(letter: Letter, mapper: Mapper, owner: str) -> Iterator[PointChange]:
    """Yield the points of sections or pages that change; none ever passes the one behind it."""
    held = letter.sections if owner == "section" else letter.pages
    if not any(mapper.touches(letter.points[uid]) for uid in held):
        return
    behind = None
    for uid in reversed(_in_order(letter, owner)):
        point = letter.points[uid]
        moved = mapper.point(point)
        behind = moved if behind is None else min(moved, behind)
        if mapper.touches(point):
            yield PointChange(owner, uid, point, behind)


def _in_order(letter: Letter, owner: str) -> list[str]:
    if owner == "section":
        return [placed.section.uid for placed in letter.placed_sections()]
    return [page.uid for page in sorted(letter.pages.values(), key=lambda page: page.number)]


def owner_of(letter: Letter, uid: str) -> str:
    """Return the kind of the row that the span of this uid belongs to."""
    if uid in letter.passages:
        return "passage"
    if uid in letter.values:
        return "value"
    if uid in letter.dismissals:
        return "dismissal"
    return "section" if uid in letter.sections else "verdict"


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch that was cut: its text, and the spans that lay wholly in it, relative to its start."""

    text: str
    spans: Mapping[str, Span]


def fragment(letter: Letter, start: int, end: int) -> Fragment:
    """Return what a cut of `[start, end)` would take along."""
    inside = {
        uid: Span(span.start - start, span.end - start)
        for uid, span in letter.spans.items()
        if start <= span.start < span.end <= end
    }
    return Fragment(letter.text[start:end], inside)


def paste(letter: Letter, correction: Correction, cut: Fragment, stamp: Stamp) -> Delta:
    """Put a cut fragment back at a place, with the spans that it took along and that are still empty.

    `correction.after` must be the fragment's text.
    """
    if correction.after != cut.text:
        raise ValueError("what is pasted is not what was cut")
    delta = correct(letter, (correction,), stamp)
    moved = {
        uid: Span(correction.start + span.start, correction.start + span.end)
        for uid, span in cut.spans.items()
        if uid in letter.spans and letter.spans[uid].start == letter.spans[uid].end
    }
    kept = tuple(change for change in delta.spans if change.uid not in moved)
    placed = tuple(SpanChange(owner_of(letter, uid), uid, letter.spans[uid], at) for uid, at in moved.items())
    return replace(delta, spans=kept + placed)


def add_passage(span: Span, tag: str, stamp: Stamp, uid: str | None = None, note: str = "") -> Delta:
    """Tag a span."""
    row = Passage(uid or new_uid(), tag, note, "confirmed", stamp.analyst, stamp.made_at)
    return Delta(rows=(RowChange(None, row),), spans=(SpanChange("passage", row.uid, None, span),))


def remove_passage(letter: Letter, uid: str) -> Delta:
    """Take a tag off its passage; the text stays."""
    gone = RowChange(letter.passages[uid], None)
    return Delta(rows=(gone,), spans=(SpanChange("passage", uid, letter.spans[uid], None),))


def change_passage(letter: Letter, uid: str, *, tag: str | None = None, note: str | None = None) -> Delta:
    """Give a passage another tag or note."""
    row = letter.passages[uid]
    return _row_delta(
        row, replace(row, tag=row.tag if tag is None else tag, note=row.note if note is None else note)
    )


def retag_passage(letter: Letter, uid: str, tag: str, stamp: Stamp) -> Delta:
    """Give a passage another tag; it is then confirmed by who did it."""
    row = letter.passages[uid]
    mine = replace(row, tag=tag, state="confirmed", analyst=stamp.analyst, made_at=stamp.made_at)
    return _row_delta(row, mine)


def move_passage(letter: Letter, uid: str, span: Span, stamp: Stamp) -> Delta:
    """Let a passage stand elsewhere; it is then confirmed by who did it."""
    place = SpanChange("passage", uid, letter.spans[uid], span)
    return replace(confirm_passage(letter, uid, stamp), spans=(place,))


def _row_delta(before: Passage | Section | Value | About, after: Passage | Section | Value | About) -> Delta:
    return Delta() if before == after else Delta(rows=(RowChange(before, after),))


def start_section(
    letter: Letter, offset: int, level: int, tag: str, stamp: Stamp, uid: str | None = None
) -> Delta:
    """Start a section at the offset (a line's start); its first line becomes the heading if it looks like
    one.

    Where a section already starts there, that one takes the tag instead.
    """
    there = next((s for s in letter.placed_sections() if s.start == offset), None)
    if there is not None:
        return change_section(letter, there.section.uid, stamp, tag=tag or there.section.tag)
    row = Section(uid or new_uid(), level, tag, "confirmed", stamp.analyst, stamp.made_at)
    heading = heading_at(letter.text, offset)
    spans = (SpanChange("section", row.uid, None, heading),) if heading else ()
    return Delta(
        rows=(RowChange(None, row),), spans=spans, points=(PointChange("section", row.uid, None, offset),)
    )


def merge_section(letter: Letter, uid: str) -> Delta:
    """Merge a section with the one before it. The first section has none before it: an empty delta."""
    if (
        letter.points[uid] == letter.placed_sections()[0].start
        and letter.placed_sections()[0].section.uid == uid
    ):
        return Delta()
    spans = (SpanChange("section", uid, letter.spans[uid], None),) if uid in letter.spans else ()
    points = (PointChange("section", uid, letter.points[uid], None),)
    return Delta(rows=(RowChange(letter.sections[uid], None),), spans=spans, points=points)


def change_section(
    letter: Letter, uid: str, stamp: Stamp, *, tag: str | None = None, level: int | None = None
) -> Delta:
    """Give a section another tag or level (from 1); it is then confirmed by who did it."""
    row = letter.sections[uid]
    new_tag, new_level = row.tag if tag is None else tag, max(1, row.level if level is None else level)
    if (new_tag, new_level) == (row.tag, row.level):
        return confirm_section(letter, uid, stamp)
    return _row_delta(row, Section(uid, new_level, new_tag, "confirmed", stamp.analyst, stamp.made_at))


def confirm_section(letter: Letter, uid: str, stamp: Stamp) -> Delta:
    """Confirm a proposed section; a confirmed one gives an empty delta."""
    row = letter.sections[uid]
    if row.state == "confirmed":
        return Delta()
    return _row_delta(row, replace(row, state="confirmed", analyst=stamp.analyst, made_at=stamp.made_at))


def settle_outline(stamp: Stamp) -> Delta:
    """Say that the outline is decided on as a whole: no section is proposed any more."""
    row = Dismissal(new_uid(), "section", WHOLE, "", stamp.analyst, stamp.made_at)
    return Delta(rows=(RowChange(None, row),), spans=(SpanChange("dismissal", row.uid, None, Span(0, 0)),))


def confirm_passage(letter: Letter, uid: str, stamp: Stamp) -> Delta:
    """Confirm a proposed passage; a confirmed one gives an empty delta."""
    row = letter.passages[uid]
    if row.state == "confirmed":
        return Delta()
    return _row_delta(row, replace(row, state="confirmed", analyst=stamp.analyst, made_at=stamp.made_at))


def confirm_value(letter: Letter, uid: str, stamp: Stamp) -> Delta:
    """Confirm a proposed value; a confirmed one gives an empty delta."""
    row = letter.values[uid]
    if row.state == "confirmed":
        return Delta()
    confirmed = replace(row, state="confirmed", confidence=None, analyst=stamp.analyst, made_at=stamp.made_at)
    return _row_delta(row, confirmed)


def drop_value(letter: Letter, uid: str) -> Delta:
    """Take one value out of the form; others, those of its group too, stay where they are."""
    row = letter.values[uid]
    span = letter.spans.get(uid)
    spans = (SpanChange("value", uid, span, None),) if span is not None else ()
    return Delta(rows=(RowChange(row, None),), spans=spans)


def set_heading(letter: Letter, uid: str, heading: Span | None) -> Delta:
    """Say which words are the section's heading, or that it has none."""
    before = letter.spans.get(uid)
    return Delta() if before == heading else Delta(spans=(SpanChange("section", uid, before, heading),))


def set_value(
    letter: Letter, field: str, position: int, value: str, shown: str, evidence: Span | None, stamp: Stamp
) -> Delta:
    """Give a field (a leaf's id) its value at a position; what stands there takes the new value and evidence.

    `evidence` None takes away what is there: the evidence of a value says nothing of another one.
    """
    there = next((v for v in letter.values_of(field) if v.position == position), None)
    uid = there.uid if there else new_uid()
    row = Value(uid, field, position, value, shown, "confirmed", None, stamp.analyst, stamp.made_at)
    before = letter.spans.get(uid)
    spans = (SpanChange("value", uid, before, evidence),) if evidence != before else ()
    absent = tuple(RowChange(other, None) for other in _absent_beside(letter, field, position))
    if there and (there.value, there.shown, there.state) == (value, shown, "confirmed"):
        return Delta(rows=absent, spans=spans)
    return Delta(rows=(*absent, RowChange(there, row)), spans=spans)


def _absent_beside(letter: Letter, field: str, position: int) -> list[Value]:
    """Return what says that a letter lacks a field, which gets a value at another position."""
    held = letter.values_of(field) if "." not in field else ()
    return [value for value in held if value.state == ABSENT and value.position != position]


def set_absent(letter: Letter, field: str, position: int, stamp: Stamp) -> Delta:
    """Say that the letter does not have what a field (a leaf's id) asks for; what it held goes.

    A part of a group is absent at one position; of another field all values go.
    """
    held = letter.values_of(field)
    if "." in field:
        held = [value for value in held if value.position == position]
    first, others = (held[0], held[1:]) if held else (None, [])
    if first is not None and first.state == ABSENT and not others:
        return Delta()
    row = Value(
        first.uid if first else new_uid(),
        field,
        position if "." in field else 0,
        "",
        "",
        ABSENT,
        None,
        stamp.analyst,
        stamp.made_at,
    )
    spans = tuple(
        SpanChange("value", v.uid, letter.spans[v.uid], None) for v in held if v.uid in letter.spans
    )
    return Delta(rows=(RowChange(first, row), *(RowChange(value, None) for value in others)), spans=spans)


def set_evidence(letter: Letter, uid: str, evidence: Span, stamp: Stamp) -> Delta:
    """Say which words prove a value; one that was proposed is confirmed with it."""
    before = letter.spans.get(uid)
    spans = (SpanChange("value", uid, before, evidence),) if evidence != before else ()
    return replace(confirm_value(letter, uid, stamp), spans=spans)


def remove_value(letter: Letter, uid: str) -> Delta:
    """Take a value out of the form; later values of the same field move up, with the parts of their group."""
    gone = letter.values[uid]
    group = gone.field.split(".")[0]
    parts = [v for v in letter.values.values() if v.field.split(".")[0] == group]
    removed = [v for v in parts if v.position == gone.position and ("." in gone.field or v.uid == uid)]
    later = [v for v in parts if v.position > gone.position]
    rows = [RowChange(v, None) for v in removed] + [
        RowChange(v, replace(v, position=v.position - 1)) for v in later
    ]
    spans = tuple(
        SpanChange("value", v.uid, letter.spans[v.uid], None) for v in removed if v.uid in letter.spans
    )
    return Delta(rows=tuple(rows), spans=spans)


def judge(span: Span, reading: str, verdict: str, chosen: str, stamp: Stamp) -> Delta:
    """Record what an analyst said of a suspect."""
    row = Verdict(new_uid(), reading, verdict, chosen, stamp.analyst, stamp.made_at)
    return Delta(rows=(RowChange(None, row),), spans=(SpanChange("verdict", row.uid, None, span),))


def take_back_verdicts(letter: Letter, reading: str, verdict: str) -> Delta:
    """Take back what analysts said of a reading in this letter."""
    rows = [row for row in letter.verdicts.values() if (row.reading, row.verdict) == (reading, verdict)]
    return Delta(
        rows=tuple(RowChange(row, None) for row in rows),
        spans=tuple(SpanChange("verdict", row.uid, letter.spans[row.uid], None) for row in rows),
    )


def set_about(letter: Letter, change: Callable[[About], About]) -> Delta:
    """Change the letter's title, status or note."""
    return _row_delta(letter.about, change(letter.about))


def restore_reading(letter: Letter, index: int) -> Correction:
    """Return the correction that brings the OCR's reading back where correction in force `index` stands."""
    row, span = letter.corrections[index], letter.correction_spans()[index]
    before = letter.text[span.start : span.end]
    return Correction(
        span.start, span.end, before, letter.ocr_text[row.ocr_start : row.ocr_end], row.kind, "typed"
    )


def joined(first: Delta, second: Delta) -> Delta:
    """Put two deltas together into one step; only one of them may change the text, and it comes first."""
    if second.hunks:
        raise ValueError("the second delta must leave the text alone")
    return replace(
        first,
        rows=first.rows + second.rows,
        spans=first.spans + second.spans,
        points=first.points + second.points,
        meant=first.meant + second.meant,
    )
