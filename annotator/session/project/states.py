"""The states that an open project goes through: counted, and each with what led to it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from annotator.core.history import Delta, Hunk, Shifter
from annotator.core.text import Span

_STEPS_KEPT = 2_000


@dataclass(frozen=True, slots=True)
class Step:
    """What led from one state to the next: deltas by letter, inverted where it goes `back`; letters that
    went."""

    deltas: Mapping[int, Delta] = field(default_factory=dict)
    back: bool = False
    gone: frozenset[int] = frozenset()

    def delta(self, letter_id: int) -> Delta:
        """Return what it did to a letter."""
        delta = self.deltas.get(letter_id, Delta())
        return delta.inverse() if self.back else delta

    def hunks(self, letter_id: int) -> tuple[Hunk, ...]:
        """Return what it did to the text of a letter."""
        delta = self.deltas.get(letter_id)
        if delta is None or not self.back:
            return () if delta is None else delta.hunks
        shifts = accumulate((len(h.after) - len(h.before) for h in delta.hunks), initial=0)
        return tuple(Hunk(h.start + s, h.after, h.before) for h, s in zip(delta.hunks, shifts, strict=False))


class Steps:
    """What happened since a state. Places of that state are carried over to now. For one thread."""

    def __init__(self, steps: Iterable[Step] | None) -> None:
        """Take the steps in their order; None where they are not known any more."""
        self._steps = None if steps is None else tuple(steps)
        self._hunks: dict[int, list[tuple[Hunk, ...]]] = {}

    def carry(self, letter_id: int, span: Span) -> Span | None:
        """Return where a place stands now; None where its words were changed, or its letter went."""
        if self._steps is None or any(letter_id in step.gone for step in self._steps):
            return None
        for hunks in self._of(letter_id):
            moved = carried(span, hunks)
            if moved is None:
                return None
            span = moved
        return span

    def shift(self, letter_id: int, span: Span) -> Span:
        """Return where a span stands now whose words may have been changed."""
        for hunks in self._of(letter_id):
            move = Shifter(hunks).move
            span = Span(move(span.start), move(span.end))
        return span

    def _of(self, letter_id: int) -> list[tuple[Hunk, ...]]:
        if letter_id not in self._hunks:
            steps = self._steps or ()
            self._hunks[letter_id] = [hunks for step in steps if (hunks := step.hunks(letter_id))]
        return self._hunks[letter_id]


def carried(span: Span, hunks: tuple[Hunk, ...]) -> Span | None:
    """Return where a span stands after the hunks; None where one of them touched its inside."""
    start, end = span
    for hunk in hunks:
        if (hunk.start < end and start < hunk.end) or (hunk.start == hunk.end and start < hunk.start < end):
            return None
    move = Shifter(hunks).move
    moved = move(start + 1) - 1 if any(hunk.end == start for hunk in hunks) else move(start)
    return Span(moved, moved + end - start)


class Past(NamedTuple):
    """How the project came to the state that it is in `now`."""

    now: int
    steps: tuple[Step, ...]

    def since(self, state: int) -> Steps:
        """Return what happened since a state."""
        count = self.now - state
        return Steps(None if count > len(self.steps) else self.steps[len(self.steps) - count :])


class States:
    """Counts the states: `now` goes up with each change, undo, redo and removal."""

    def __init__(self) -> None:
        self.now = 0
        self._steps: deque[Step] = deque(maxlen=_STEPS_KEPT)

    def take(self, *steps: Step) -> None:
        """Go on to the next state, by these steps."""
        for step in steps:
            self.now += 1
            self._steps.append(step)

    def past(self) -> Past:
        """Return how the project came to this state, for work in the background."""
        return Past(self.now, tuple(self._steps))

    def since(self, state: int) -> Steps:
        """Return what happened since a state."""
        return self.past().since(state)
