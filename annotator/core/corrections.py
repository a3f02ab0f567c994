"""The corrections in force: the composed, disjoint differences between the OCR text and the text."""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from annotator.core.document import Stamp
from annotator.core.history import Correction, Hunk, RowChange
from annotator.core.in_force import InForce
from annotator.core.text import Span


class Made(NamedTuple):
    """What is kept of the correction that a hunk comes from."""

    kind: str
    origin: str
    reason: str
    stamp: Stamp


def apply_corrections(ocr_text: str, corrections: Sequence[InForce]) -> str:
    """Return the text: the OCR text with the corrections applied, which must be disjoint and in order."""
    pieces, at = [], 0
    for correction in corrections:
        pieces += [ocr_text[at : correction.ocr_start], correction.after]
        at = correction.ocr_end
    return "".join((*pieces, ocr_text[at:]))


def composed(
    ocr_text: str, text: str, rows: Sequence[InForce], hunks: Sequence[tuple[Hunk, Made]]
) -> tuple[RowChange, ...]:
    """Return how the corrections in force change when `hunks` are applied to `text`.

    `hunks` are disjoint, ascend, and come with the correction that each is part of. A stretch that reads
    as the OCR
    had it again loses its row.
    """
    held = _Held(rows)
    changes: list[RowChange] = []
    for group in held.groups(hunks):
        changes += _recomposed(ocr_text, text, held, group)
    return tuple(changes)


@dataclass(frozen=True, slots=True)
class _Group:
    """Rows (by index, without a gap) and hunks that must be looked at together."""

    rows: list[int]
    hunks: list[tuple[Hunk, Made]]


class _Held:
    """The rows in force with their places in the text."""

    def __init__(self, rows: Sequence[InForce]) -> None:
        self.rows = rows
        shifts = list(accumulate((len(r.after) - (r.ocr_end - r.ocr_start) for r in rows), initial=0))
        self.spans = [
            Span(r.ocr_start + s, r.ocr_start + s + len(r.after)) for r, s in zip(rows, shifts, strict=False)
        ]
        self._shifts = shifts
        self._ends = [span.end for span in self.spans]

    def groups(self, hunks: Sequence[tuple[Hunk, Made]]) -> list[_Group]:
        """Put the hunks together that meet the same rows, or rows that touch."""
        found: list[_Group] = []
        for hunk, made in hunks:
            rows = self._with_insertions([i for i in self._near(hunk) if self._meets(i, hunk)])
            group = _Group(rows, [(hunk, made)])
            if found and self.place(found[-1])[0].end >= self.place(group)[0].start:
                last = found.pop()
                met = last.rows + rows
                rows = list(range(met[0], met[-1] + 1)) if met else []
                group = _Group(rows, last.hunks + group.hunks)
            found.append(group)
        return found

    def _with_insertions(self, met: list[int]) -> list[int]:
        """Add what was inserted right at the edge of the rows.

        The merged row may be an insertion at that place, and two insertions there would have no order.
        """
        if met and met[0] and self._inserts_at(met[0] - 1, self.rows[met[0]].ocr_start):
            met = [met[0] - 1, *met]
        if met and met[-1] + 1 < len(self.rows) and self._inserts_at(met[-1] + 1, self.rows[met[-1]].ocr_end):
            met = [*met, met[-1] + 1]
        return met

    def _inserts_at(self, index: int, ocr_offset: int) -> bool:
        row = self.rows[index]
        return row.ocr_start == row.ocr_end == ocr_offset

    def _near(self, hunk: Hunk) -> range:
        first = bisect.bisect_left(self._ends, hunk.start)
        last = first
        while last < len(self.spans) and self.spans[last].start <= hunk.end:
            last += 1
        return range(first, last)

    def _meets(self, index: int, hunk: Hunk) -> bool:
        start, end = self.spans[index]
        if start < hunk.end and hunk.start < end:
            return True
        # Where one side has no width its order beside the other could not be told: they become one row.
        row = self.rows[index]
        thin = start == end or not hunk.before or not hunk.after or row.ocr_start == row.ocr_end
        return thin and start <= hunk.end and hunk.start <= end

    def place(self, group: _Group) -> tuple[Span, Span]:
        """Return the stretch of the text, and of the OCR text, that the rows and hunks take together."""
        rows, start, end = group.rows, group.hunks[0][0].start, group.hunks[-1][0].end
        if not rows:
            # Rows that end at `start` without being met lie before it, those that start at `end` behind it.
            before = bisect.bisect_right(self._ends, start)
            return Span(start, end), Span(start - self._shifts[before], end - self._shifts[before])
        first, last = rows[0], rows[-1]
        low, high = min(start, self.spans[first].start), max(end, self.spans[last].end)
        ocr_low = self.rows[first].ocr_start - (self.spans[first].start - low)
        ocr_high = self.rows[last].ocr_end + (high - self.spans[last].end)
        return Span(low, high), Span(ocr_low, ocr_high)


def _recomposed(ocr_text: str, text: str, held: _Held, group: _Group) -> list[RowChange]:
    span, ocr = held.place(group)
    pieces, at = [], span.start
    for hunk, _ in group.hunks:
        pieces += [text[at : hunk.start], hunk.after]
        at = hunk.end
    after = "".join((*pieces, text[at : span.end]))
    before = ocr_text[ocr.start : ocr.end]
    old = {(r.ocr_start, r.ocr_end, r.after): r for r in (held.rows[i] for i in group.rows)}
    new = _differences(ocr.start, before, after, group.hunks[-1][1])
    kept = old.keys() & {(r.ocr_start, r.ocr_end, r.after) for r in new}
    gone = [RowChange(row, None) for key, row in old.items() if key not in kept]
    return gone + [RowChange(None, r) for r in new if (r.ocr_start, r.ocr_end, r.after) not in kept]


def _differences(offset: int, before: str, after: str, made: Made) -> list[InForce]:
    """Return the differences by words between a stretch of the OCR text and what it reads now."""
    if before == after:
        return []
    from annotator.core.worddiff import hunks_of

    whole = Correction(0, len(before), before, after)
    return [
        InForce(
            offset + hunk.start,
            offset + hunk.end,
            hunk.after,
            made.kind,
            made.origin,
            made.reason,
            made.stamp.analyst,
            made.stamp.made_at,
        )
        for hunk in hunks_of(before, (whole,))
    ]
