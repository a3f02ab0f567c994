"""Places where an analyst's correction and a new reading of the letter say two things: each is a suspect."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.language.interface import Here, Reason, Suggestion, Suspect
from annotator.language.reasons import DISPUTED

_EITHER = 0.5  # nobody knows which of the two is right


def with_disputed(
    text: str, found: Sequence[Suspect], disputed: Sequence[Here], here: Sequence[Here]
) -> list[Suspect]:
    """Return the suspects with those of the disputed places, in the place of others that they meet.

    Each of `disputed` is a start, an end, and what the new reading says; what was judged right `here` is not
    among them.
    """
    right = {(start, end) for start, end, _ in here}
    made = [_suspect(text, start, end, other) for start, end, other in disputed if (start, end) not in right]
    kept = [s for s in found if not any(s.start < d.end and d.start < s.end for d in made)]
    return sorted([*kept, *made], key=lambda suspect: suspect.start)


def _suspect(text: str, start: int, end: int, other: str) -> Suspect:
    reading = text[start:end]
    said = {"reading": reading, "likely": other}
    suggestions = (Suggestion(other, _EITHER), Suggestion(reading, _EITHER))
    return Suspect(start, end, reading, "other", Reason(DISPUTED, said), suggestions)
