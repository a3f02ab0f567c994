"""Changes: what one undoable step did to each letter, how it is applied, undone, and written down."""

from __future__ import annotations

import bisect
import json
from collections.abc import Mapping
from dataclasses import astuple, dataclass, replace
from itertools import accumulate
from typing import Any

from annotator.core.codebook_delta import NOTHING, CodebookDelta
from annotator.core.document import About, Dismissal, Letter, Page, Passage, Row, Section, Value, Verdict
from annotator.core.in_force import InForce
from annotator.core.messages import Message
from annotator.core.page_layout import Furniture
from annotator.core.read_json import read_json
from annotator.core.readings import Disputed, ReadingNotes
from annotator.core.text import Span

ROW_KINDS: Mapping[str, type[Row]] = {
    "passage": Passage,
    "section": Section,
    "value": Value,
    "verdict": Verdict,
    "dismissal": Dismissal,
    "correction": InForce,
    "page": Page,
    "about": About,
}
_KIND_OF: Mapping[type[Row], str] = {row_type: kind for kind, row_type in ROW_KINDS.items()}
_HOLDERS = {
    "passage": "passages",
    "section": "sections",
    "value": "values",
    "verdict": "verdicts",
    "dismissal": "dismissals",
    "page": "pages",
}


@dataclass(frozen=True, slots=True)
class Correction:
    """A replacement as the analyst meant it: `text[start:end]` (which reads `before`) becomes `after`."""

    start: int
    end: int
    before: str
    after: str
    kind: str = "other"
    origin: str = "typed"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Hunk:
    """A stretch of changed words: the text at `start` reads `before`, and `after` once applied."""

    start: int
    before: str
    after: str

    @property
    def end(self) -> int:
        """Where the stretch ends in the text before."""
        return self.start + len(self.before)


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that appears (`before` is None), vanishes (`after` is None) or becomes another."""

    before: Row | None
    after: Row | None

    @property
    def kind(self) -> str:
        """One of ROW_KINDS."""
        return _KIND_OF[type(self.before if self.before is not None else self.after)]  # type: ignore[index]


@dataclass(frozen=True, slots=True)
class SpanChange:
    """A span that does not simply move along with the text around it; `owner` is its row's kind."""

    owner: str
    uid: str
    before: Span | None
    after: Span | None


@dataclass(frozen=True, slots=True)
class PointChange:
    """A section's or page's start that does not simply move along; `owner` is its row's kind."""

    owner: str
    uid: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class ReadingChange:
    """Another reading takes the place of the one that a letter goes by: `hunks` are in its OCR text."""

    before: ReadingNotes
    after: ReadingNotes
    hunks: tuple[Hunk, ...] = ()

    def inverse(self) -> ReadingChange:
        """Return the change that leads back."""
        return ReadingChange(self.after, self.before, _inverted(self.hunks))


@dataclass(frozen=True, slots=True)
class Delta:
    """What a change does to one letter.

    `hunks` are disjoint, do not touch, ascend, and lie in the text before. Every span with a bound in
    `[hunk.start, hunk.end]` (closed) that is not left where it was has a SpanChange, and the same for
    points: what
    is not listed lies outside and moves along, so that the inverse restores everything exactly.
    `meant` are the corrections as the analyst meant them. With a `reading` the OCR text becomes another; the
    corrections in force that go are then of the one before, those that come of the one after.
    """

    hunks: tuple[Hunk, ...] = ()
    rows: tuple[RowChange, ...] = ()
    spans: tuple[SpanChange, ...] = ()
    points: tuple[PointChange, ...] = ()
    meant: tuple[Correction, ...] = ()
    reading: ReadingChange | None = None

    def __bool__(self) -> bool:
        return bool(self.hunks or self.rows or self.spans or self.points or self.reading)

    @property
    def makes_version(self) -> bool:
        """Tell whether the letter is of another content version after it: what was made of it is stale."""
        return bool(self.hunks or self.reading)

    def inverse(self) -> Delta:
        """Return the delta that restores the letter as it was before this one."""
        return Delta(
            _inverted(self.hunks),
            tuple(RowChange(r.after, r.before) for r in reversed(self.rows)),
            tuple(SpanChange(s.owner, s.uid, s.after, s.before) for s in reversed(self.spans)),
            tuple(PointChange(p.owner, p.uid, p.after, p.before) for p in reversed(self.points)),
            self.meant,
            None if self.reading is None else self.reading.inverse(),
        )


def _inverted(hunks: tuple[Hunk, ...]) -> tuple[Hunk, ...]:
    shifts = accumulate((len(h.after) - len(h.before) for h in hunks), initial=0)
    return tuple(Hunk(h.start + s, h.after, h.before) for h, s in zip(hunks, shifts, strict=False))


@dataclass(frozen=True, slots=True)
class Change:
    """One undoable step: a label for people, who and when, a delta for each letter it touched, and one for
    the codebook."""

    id: int
    label: Message
    analyst: str
    made_at: str
    deltas: Mapping[int, Delta]
    codebook: CodebookDelta = NOTHING


class Shifter:
    """Moves offsets outside the hunks along with the text."""

    def __init__(self, hunks: tuple[Hunk, ...]) -> None:
        self._ends = [hunk.end for hunk in hunks]
        self._shifts = list(accumulate((len(h.after) - len(h.before) for h in hunks), initial=0))

    def move(self, offset: int) -> int:
        """Return the new place of an offset; one in a hunk stays (its owner is listed by itself)."""
        return offset + self._shifts[bisect.bisect_left(self._ends, offset)]


def apply(letter: Letter, delta: Delta) -> Letter:
    """Return the letter after the delta. The letter must be the one that the delta was made for."""
    text = letter.text
    if delta.hunks:
        text = replaced(text, delta.hunks)
        spans = _moved_spans(letter.spans, delta.hunks)
        shifter = Shifter(delta.hunks)
        points = {uid: shifter.move(point) for uid, point in letter.points.items()}
    else:
        spans, points = dict(letter.spans), dict(letter.points)
    for span in delta.spans:
        _put(spans, span.uid, span.after)
    for point in delta.points:
        _put(points, point.uid, point.after)
    changed = _changed_rows(letter, delta.rows)
    if delta.reading is not None:
        changed |= _changed_reading(letter, delta.reading)
    return replace(letter, text=text, spans=spans, points=points, **changed)


def replaced(text: str, hunks: tuple[Hunk, ...]) -> str:
    """Return the text with the hunks applied. Raises ValueError where the text is not what a hunk expects."""
    pieces, at = [], 0
    for hunk in hunks:
        if text[hunk.start : hunk.end] != hunk.before:
            raise ValueError(f"the text at {hunk.start} is not what the change was made for")
        pieces += [text[at : hunk.start], hunk.after]
        at = hunk.end
    return "".join((*pieces, text[at:]))


def _changed_reading(letter: Letter, change: ReadingChange) -> dict[str, Any]:
    if letter.reading != change.before.number:
        raise ValueError("the letter goes by another reading than the change was made for")
    number, furniture, flags, disputed = change.after
    return {
        "ocr_text": replaced(letter.ocr_text, change.hunks),
        "reading": number,
        "furniture": furniture,
        "page_flags": dict(flags),
        "disputed": disputed,
    }


def _moved_spans(spans: Mapping[str, Span], hunks: tuple[Hunk, ...]) -> dict[str, Span]:
    if len(hunks) > 1:
        move = Shifter(hunks).move
        return {uid: Span(move(start), move(end)) for uid, (start, end) in spans.items()}
    # The usual case, one word of a letter with many spans: those before it keep the very tuple they have, and
    # those behind it are made without the call of a constructor (10,000 spans: 2 ms instead of 6).
    behind, shift = hunks[0].end, len(hunks[0].after) - len(hunks[0].before)
    if not shift:
        return dict(spans)
    new = tuple.__new__
    return {
        uid: span
        if span[1] <= behind
        else new(Span, (span[0] + shift if span[0] > behind else span[0], span[1] + shift))
        for uid, span in spans.items()
    }


def _put(places: dict[str, Any], uid: str, place: object) -> None:
    if place is None:
        places.pop(uid, None)
    else:
        places[uid] = place


def _changed_rows(letter: Letter, rows: tuple[RowChange, ...]) -> dict[str, Any]:
    changed: dict[str, Any] = {}
    for row in rows:
        if row.kind == "about":
            changed["about"] = row.after
        elif row.kind != "correction":
            holder = _HOLDERS[row.kind]
            held = changed.setdefault(holder, dict(getattr(letter, holder)))
            _put(held, (row.before or row.after).uid, row.after)  # type: ignore[union-attr]
    if any(row.kind == "correction" for row in rows):
        changed["corrections"] = _changed_corrections(letter, rows)
    return changed


def _changed_corrections(letter: Letter, rows: tuple[RowChange, ...]) -> tuple[InForce, ...]:
    held = set(letter.corrections)
    for row in rows:
        if isinstance(row.before, InForce):
            held.discard(row.before)
        if isinstance(row.after, InForce):
            held.add(row.after)
    return tuple(sorted(held, key=lambda c: (c.ocr_start, c.ocr_end)))


def to_json(delta: Delta) -> str:
    """Write a delta as JSON, for the project file's record of changes."""

    def row(value: Row | None) -> list[object] | None:
        return None if value is None else list(astuple(value))

    data = {
        "hunks": [[h.start, h.before, h.after] for h in delta.hunks],
        "rows": [[r.kind, row(r.before), row(r.after)] for r in delta.rows],
        "spans": [[s.owner, s.uid, s.before, s.after] for s in delta.spans],
        "points": [[p.owner, p.uid, p.before, p.after] for p in delta.points],
        "meant": [list(astuple(c)) for c in delta.meant],
    }
    written: dict[str, object] = {key: value for key, value in data.items() if value}
    if delta.reading is not None:
        change = delta.reading
        hunks = [[h.start, h.before, h.after] for h in change.hunks]
        written["reading"] = [change.before, change.after, hunks]
    return json.dumps(written, ensure_ascii=False)


def from_json(source: str) -> Delta:
    """Read a delta written by `to_json`. Raises ValueError, TypeError or KeyError where nobody wrote it."""
    data: dict[str, list[list[Any]]] = read_json(source)

    def row(kind: str, value: list[Any] | None) -> Row | None:
        return None if value is None else ROW_KINDS[kind](*value)

    def span(value: list[int] | None) -> Span | None:
        return None if value is None else Span(*value)

    return Delta(
        tuple(Hunk(*h) for h in data.get("hunks", [])),
        tuple(RowChange(row(k, b), row(k, a)) for k, b, a in data.get("rows", [])),
        tuple(SpanChange(o, uid, span(b), span(a)) for o, uid, b, a in data.get("spans", [])),
        tuple(PointChange(*p) for p in data.get("points", [])),
        tuple(Correction(*c) for c in data.get("meant", [])),
        _reading_change(*data["reading"]) if "reading" in data else None,
    )


def _reading_change(before: list[Any], after: list[Any], hunks: list[list[Any]]) -> ReadingChange:
    return ReadingChange(_notes(*before), _notes(*after), tuple(Hunk(*h) for h in hunks))


def _notes(
    number: int, furniture: list[list[Any]], flags: list[list[Any]], disputed: list[list[Any]]
) -> ReadingNotes:
    return ReadingNotes(
        number,
        tuple(Furniture(*f) for f in furniture),
        tuple((page, tuple(said)) for page, said in flags),
        tuple(Disputed(*d) for d in disputed),
    )
