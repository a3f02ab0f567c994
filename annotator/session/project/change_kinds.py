"""What a change touched, as the views are told."""

from __future__ import annotations

from annotator.core.document import Dismissal, Letter
from annotator.core.history import Delta, Hunk, PointChange, SpanChange


def kinds_of(*deltas: Delta) -> frozenset[str]:
    """Return what deltas touch: kinds of rows, and "text"."""
    kinds: set[str] = set()
    for delta in deltas:
        kinds |= {row.kind for row in delta.rows}
        # What is turned down goes from the view of what it was.
        rows = (row.after if row.after is not None else row.before for row in delta.rows)
        kinds |= {row.kind for row in rows if isinstance(row, Dismissal)}
        kinds |= {span.owner for span in delta.spans} | {point.owner for point in delta.points}
        kinds |= {"text"} if delta.makes_version else set()
        kinds |= {"reading"} if delta.reading else set()
    return frozenset(kinds)


def amended(before: Letter, old: Delta, new: Delta, letter: Letter) -> Delta:
    """Return what views must look at where `old`, applied to `before`, is replaced by `new`.

    What only the old one touched is in it too: it stands as it did before the run again. `letter` is what
    `new` makes of `before`.
    """
    span_uids, point_uids = {s.uid for s in new.spans}, {p.uid for p in new.points}
    spans = tuple(
        SpanChange(s.owner, s.uid, s.after, letter.spans.get(s.uid))
        for s in old.spans
        if s.uid not in span_uids
    )
    points = tuple(
        PointChange(p.owner, p.uid, p.after, letter.points.get(p.uid))
        for p in old.points
        if p.uid not in point_uids
    )
    return Delta(
        _stretch(before.text, letter.text, (*old.hunks, *new.hunks)),
        new.rows,
        new.spans + spans,
        new.points + points,
        new.meant,
    )


def _stretch(before: str, after: str, hunks: tuple[Hunk, ...]) -> tuple[Hunk, ...]:
    """Return one hunk that takes in all of them, from the text before to the text after."""
    if not hunks:
        return ()
    start, end = min(h.start for h in hunks), max(h.end for h in hunks)
    return (Hunk(start, before[start:end], after[start : end + len(after) - len(before)]),)
