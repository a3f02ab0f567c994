"""Proposals as rows in the state `proposed`: laid over a letter, taken out of the changes made to it.

What the program proposes is never part of a letter and never part of a change. A view gets the letter with
the proposals laid over it (`laid_over`); what an analyst does to one of them becomes a change of the letter
itself (`decided`): confirming or editing adds a row, turning down adds a dismissal, which is remembered.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, field, replace
from typing import Any

from annotator.core.document import ABSENT, WHOLE, Dismissal, Letter, Passage, Section, Stamp, Value, new_uid
from annotator.core.history import Delta, PointChange, RowChange, SpanChange
from annotator.core.read_json import read_json
from annotator.core.text import Span

# Uids that begin so belong to proposals; they say what is proposed, so that the same one keeps its uid.
PREFIX = "proposed:"
_DEEPEST = 100
_MOST_VALUES = 100_000


def is_proposal(uid: str) -> bool:
    """Tell whether the uid is that of a proposal."""
    return uid.startswith(PREFIX)


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the program proposes for a text: rows with their places, and why (a code and its parameters).

    `sections` map to where they start; `spans` hold headings, passages and evidence by uid.
    """

    sections: Mapping[str, tuple[Section, int]] = field(default_factory=dict)
    passages: Mapping[str, Passage] = field(default_factory=dict)
    values: Mapping[str, Value] = field(default_factory=dict)
    spans: Mapping[str, Span] = field(default_factory=dict)
    reasons: Mapping[str, tuple[str, Mapping[str, str]]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.sections or self.passages or self.values)


NOTHING_PROPOSED = Proposed()


def visible(letter: Letter, proposed: Proposed, several: frozenset[str]) -> Proposed:
    """Return the proposals that are still open."""
    dismissed: dict[str, list[tuple[Dismissal, Span]]] = {"section": [], "passage": [], "value": []}
    for uid, dismissal in letter.dismissals.items():
        dismissed[dismissal.kind].append((dismissal, letter.spans[uid]))
    return replace(
        proposed,
        sections=dict(_visible_sections(letter, proposed, dismissed["section"])),
        passages=dict(_visible_passages(letter, proposed, dismissed["passage"])),
        values=dict(_visible_values(letter, proposed, several, dismissed["value"])),
    )


_Dismissed = Iterable[tuple[Dismissal, Span]]


def _visible_sections(
    letter: Letter, proposed: Proposed, dismissed: _Dismissed
) -> Iterator[tuple[str, tuple[Section, int]]]:
    if any(dismissal.what == WHOLE for dismissal, _ in dismissed):
        return
    gone = {span.start for _, span in dismissed}
    taken = {letter.points[uid] for uid, section in letter.sections.items() if not _is_bare(section)}
    for uid, (section, start) in proposed.sections.items():
        if start not in taken and start not in gone:
            yield uid, (section, start)


def _is_bare(section: Section) -> bool:
    """Tell whether it is the section that each imported letter has, untouched so far."""
    return section.state == "proposed" and not section.tag


def _visible_passages(
    letter: Letter, proposed: Proposed, dismissed: _Dismissed
) -> Iterator[tuple[str, Passage]]:
    taken: dict[str, list[Span]] = {}
    for uid, passage in letter.passages.items():
        taken.setdefault(passage.tag, []).append(letter.spans[uid])
    for dismissal, span in dismissed:
        taken.setdefault(dismissal.what, []).append(span)
    for uid, passage in proposed.passages.items():
        span = proposed.spans[uid]
        if span[0] < span[1] and not any(_meet(span, other) for other in taken.get(passage.tag, ())):
            yield uid, passage


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _visible_values(
    letter: Letter, proposed: Proposed, several: frozenset[str], dismissed: _Dismissed
) -> Iterator[tuple[str, Value]]:
    held: dict[str, list[Value]] = {}
    for value in letter.values.values():
        held.setdefault(value.field, []).append(value)
    gone = [(dismissal.what, dismissal.value, span) for dismissal, span in dismissed]
    free = {name: max((value.position for value in values), default=-1) + 1 for name, values in held.items()}
    for uid, value in sorted(proposed.values.items(), key=lambda item: item[1].position):
        place = proposed.spans.get(uid)
        if any(
            what == value.field and (said == value.value or (place is not None and _meet(place, span)))
            for what, said, span in gone
        ):
            continue
        there = held.get(value.field, ())
        if "." in value.field:
            if any(other.position == value.position or other.value == value.value for other in there):
                continue
            yield uid, value
        elif value.field in several:
            if any(other.state == ABSENT for other in there):
                continue
            if any(other.value == value.value for other in there):
                continue
            position = free.get(value.field, 0)
            free[value.field] = position + 1
            yield uid, replace(value, position=position)
        elif not there and not free.get(value.field):
            free[value.field] = 1
            yield uid, value


def laid_over(letter: Letter, proposed: Proposed, several: frozenset[str]) -> Letter:
    """Return the letter with the open proposals as rows in the state `proposed`."""
    return on_top(letter, visible(letter, proposed, several))


def on_top(letter: Letter, shown: Proposed) -> Letter:
    """Return the letter with these proposals as rows, whatever was decided."""
    if not shown:
        return letter
    first = any(start == 0 for _, start in shown.sections.values())
    own = {
        uid: row
        for uid, row in letter.sections.items()
        if not (first and _is_bare(row) and letter.points[uid] == 0)
    }
    uids = shown.sections.keys() | shown.passages.keys() | shown.values.keys()
    return replace(
        letter,
        sections=own | {uid: section for uid, (section, _) in shown.sections.items()},
        passages={**letter.passages, **shown.passages},
        values={**letter.values, **shown.values},
        spans={**letter.spans, **{uid: span for uid, span in shown.spans.items() if uid in uids}},
        points={**letter.points, **{uid: start for uid, (_, start) in shown.sections.items()}},
    )


# ---- what an analyst does to a proposal


def decided(letter: Letter, shown: Letter, delta: Delta, proposed: Proposed, stamp: Stamp) -> Delta:
    """Return the change of the letter itself that a change of the letter as it was shown means.

    `shown` is the letter with the proposals laid over it. Rows of proposals become rows of the letter, or
    dismissals; a row of the letter that goes, or gets another tag, has what was proposed there dismissed.
    """
    if not shown_proposals(delta) and not proposed:
        return delta
    making = _Deciding(letter, shown, proposed, stamp)
    return making.result(delta)


def shown_proposals(delta: Delta) -> bool:
    """Tell whether the change speaks of proposals."""
    return (
        any(is_proposal(row_uid(change)) for change in delta.rows)
        or any(is_proposal(change.uid) for change in delta.spans)
        or any(is_proposal(change.uid) for change in delta.points)
    )


def row_uid(change: RowChange) -> str:
    """Return the uid of the row that changes, "" for one without."""
    return str(getattr(change.before if change.before is not None else change.after, "uid", ""))


class _Deciding:
    def __init__(self, letter: Letter, shown: Letter, proposed: Proposed, stamp: Stamp) -> None:
        self._letter, self._shown, self._proposed, self._stamp = letter, shown, proposed, stamp
        self._rows: list[RowChange] = []
        self._spans: list[SpanChange] = []
        self._points: list[PointChange] = []

    def result(self, delta: Delta) -> Delta:
        spans = {change.uid: change for change in delta.spans if is_proposal(change.uid)}
        self._rows = [change for change in delta.rows if not is_proposal(row_uid(change))]
        self._spans = [change for change in delta.spans if not is_proposal(change.uid)]
        self._points = [change for change in delta.points if not is_proposal(change.uid)]
        seen = set()
        for change in delta.rows:
            uid = row_uid(change)
            if is_proposal(uid):
                seen.add(uid)
                self._decide(uid, change, spans.get(uid))
            elif not delta.hunks:
                self._remember(change)
        if not delta.hunks:
            for uid, span in spans.items():
                # Only its heading was changed: the section is confirmed with it.
                if uid not in seen and uid in self._shown.sections:
                    section = self._confirmed(self._shown.sections[uid])
                    self._decide(uid, RowChange(self._shown.sections[uid], section), span)
        return replace(delta, rows=tuple(self._rows), spans=tuple(self._spans), points=tuple(self._points))

    def _confirmed(self, row: Any) -> Any:
        return replace(row, state="confirmed", analyst=self._stamp.analyst, made_at=self._stamp.made_at)

    def _decide(self, uid: str, change: RowChange, span: SpanChange | None) -> None:
        before: Any = change.before
        after: Any = change.after
        if after is None:
            self._dismiss(before)
            return
        if after.state == "proposed":
            if not isinstance(after, Passage) or (after.tag, after.note) == (before.tag, before.note):
                return  # it only moved up in its field
            after = self._confirmed(after)
        place = span.after if span is not None else self._shown.spans.get(uid)
        if isinstance(after, Section):
            self._take_section(uid, after, place)
            return
        row = replace(after, uid=new_uid())  # confirmed, or a value that the letter does not have
        if isinstance(row, Passage):
            # With another tag it is the analyst's own.
            row = replace(self._confirmed(row), origin=row.origin if row.tag == before.tag else "")
        self._rows.append(RowChange(None, row))
        if place is not None:
            owner = "passage" if isinstance(row, Passage) else "value"
            self._spans.append(SpanChange(owner, row.uid, None, place))
        if isinstance(before, Passage) and isinstance(after, Passage) and before.tag != after.tag:
            self._dismiss(before)
        if isinstance(before, Value) and isinstance(after, Value) and before.value != after.value:
            self._dismiss(before)

    def _take_section(self, uid: str, after: Section, heading: Span | None) -> None:
        """Put a confirmed section in the place of a proposed one, or of the bare one that begins there."""
        start = self._shown.points[uid]
        bare = next(
            (
                s
                for s in self._letter.sections.values()
                if _is_bare(s) and self._letter.points[s.uid] == start
            ),
            None,
        )
        row = replace(after, uid=bare.uid if bare else new_uid(), state="confirmed")
        self._rows.append(RowChange(bare, row))
        if bare is None:
            self._points.append(PointChange("section", row.uid, None, start))
        was = self._letter.spans.get(bare.uid) if bare else None
        if heading != was:
            self._spans.append(SpanChange("section", row.uid, was, heading))

    def _remember(self, change: RowChange) -> None:
        """Dismiss what is proposed where a row of the letter stood that goes, or gets another tag."""
        before, after = change.before, change.after
        if isinstance(before, Passage) and (
            after is None or (isinstance(after, Passage) and after.tag != before.tag)
        ):
            place = self._letter.spans[before.uid]
            for uid, passage in self._proposed.passages.items():
                if passage.tag == before.tag and _meet(self._proposed.spans[uid], place):
                    self._dismiss(passage, self._proposed.spans[uid])
        elif isinstance(before, Section) and after is None:
            start = self._letter.points[before.uid]
            for section, at in self._proposed.sections.values():
                if at == start:
                    self._dismiss(section, Span(start, start + 1))
        elif isinstance(before, Value) and before.state == "confirmed" and after is None:
            for uid, value in self._proposed.values.items():
                if value.field == before.field and value.value == before.value:
                    self._dismiss(value, self._proposed.spans.get(uid))

    def _dismiss(self, row: Any, place: Span | None = None) -> None:
        if place is None:
            place = self._shown.spans.get(row.uid)
        if isinstance(row, Section):
            start = (
                place.start
                if place is not None and row.uid not in self._shown.points
                else self._shown.points[row.uid]
            )
            place = Span(start, min(start + 1, len(self._letter.text)))
            dismissal = Dismissal(new_uid(), "section", row.tag)
        elif isinstance(row, Passage):
            dismissal = Dismissal(new_uid(), "passage", row.tag, row.origin)
        else:
            dismissal = Dismissal(new_uid(), "value", row.field, row.value)
        dismissal = replace(dismissal, analyst=self._stamp.analyst, made_at=self._stamp.made_at)
        self._rows.append(RowChange(None, dismissal))
        self._spans.append(SpanChange("dismissal", dismissal.uid, None, place or Span(0, 0)))


# ---- written down


def to_json(proposed: Proposed) -> str:
    """Write proposals down."""
    data = {
        "sections": [
            [*astuple(section), start, proposed.spans.get(uid)]
            for uid, (section, start) in proposed.sections.items()
        ],
        "passages": [[*astuple(row), proposed.spans[uid]] for uid, row in proposed.passages.items()],
        "values": [[*astuple(row), proposed.spans.get(uid)] for uid, row in proposed.values.items()],
        "reasons": {uid: [code, dict(params)] for uid, (code, params) in proposed.reasons.items()},
    }
    return json.dumps(data, ensure_ascii=False)


def from_json(source: str) -> Proposed:
    """Read proposals written by `to_json`."""
    data = read_json(source)
    spans: dict[str, Span] = {}

    def placed(uid: str, span: list[int] | None) -> None:
        if span is not None:
            spans[uid] = Span(*span)

    sections: dict[str, tuple[Section, int]] = {}
    for *fields, start, span in data["sections"]:
        sections[fields[0]] = (Section(*fields), start)
        placed(fields[0], span)
    passages: dict[str, Passage] = {}
    for *fields, span in data["passages"]:
        passages[fields[0]] = Passage(*fields)
        placed(fields[0], span)
    values: dict[str, Value] = {}
    for *fields, span in data["values"]:
        values[fields[0]] = Value(*fields)
        placed(fields[0], span)
    reasons = {uid: (code, params) for uid, (code, params) in data["reasons"].items()}
    return Proposed(sections, passages, values, spans, reasons)


def require_fit(proposed: Proposed, length: int) -> None:
    """Raise ValueError where these cannot be proposals for a text of this length."""
    rows: list[Section | Passage | Value] = [
        *(row for row, _ in proposed.sections.values()),
        *proposed.passages.values(),
        *proposed.values.values(),
    ]
    if not all(is_proposal(row.uid) and row.state == "proposed" for row in rows):
        raise ValueError("a row that is no proposal")
    if not all(
        0 < row.level < _DEEPEST and 0 <= start <= length for row, start in proposed.sections.values()
    ):
        raise ValueError("a section that cannot be in the text")
    if not all(0 <= start <= end <= length for start, end in proposed.spans.values()):
        raise ValueError("a place that is not in the text")
    if not proposed.passages.keys() <= proposed.spans.keys():
        raise ValueError("a passage without a place")
    for value in proposed.values.values():
        if not 0 <= value.position < _MOST_VALUES or not 0 <= (value.confidence or 0) <= 1:
            raise ValueError("a value that no field holds")
    for code, params in proposed.reasons.values():
        said: list[object] = [code, *params.values()]
        if not all(isinstance(each, str) for each in said):
            raise ValueError("a reason that says nothing")
