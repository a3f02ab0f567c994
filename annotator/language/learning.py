"""What the analysts' record teaches: a pure function from events to a state."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.language.interface import AcceptedCorrection, Event, Judged, LearntState


def learn(state: LearntState, events: Iterable[Event]) -> LearntState:
    """Return the state after the events; give all events of a record at once, it is one pass."""
    words = set(state.words)
    corrections = {(before, after, kind): times for before, after, kind, times in state.corrections}
    rejected = {(reading, suggestion): times for reading, suggestion, times in state.rejected}
    for event in events:
        match event:
            case AcceptedCorrection(before, after, kind) if before != after:
                corrections[before, after, kind] = corrections.get((before, after, kind), 0) + 1
            case Judged(reading, "always", _) if reading:
                words.add(reading)
            case Judged(reading, "here", chosen) if reading:
                rejected[reading, chosen] = rejected.get((reading, chosen), 0) + 1
            case _:
                pass  # an accepted suggestion is learnt from its correction
    return LearntState(
        tuple(sorted(words)),
        tuple(sorted((*key, times) for key, times in corrections.items())),
        tuple(sorted((*key, times) for key, times in rejected.items())),
    )


def forget_word(state: LearntState, word: str) -> LearntState:
    """Return the state without the word among the project's words."""
    return LearntState(tuple(w for w in state.words if w != word), state.corrections, state.rejected)
