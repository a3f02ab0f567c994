"""What a project learnt, to be shown as a table and carried to another project as a file."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.read_json import read_json
from annotator.core.user_errors import UserError
from annotator.language.channel import confused, differences
from annotator.language.interface import MOST_TIMES, LearntState

FORMAT = "kanttekening-learnt-1"


@dataclass(frozen=True, slots=True)
class LearntConfusion:
    """What the OCR takes for what, how often it was corrected so, and how often that was turned down."""

    read: str
    true: str
    accepted: int
    rejected: int

    @property
    def share(self) -> float:
        """Return how much of what was proposed was accepted, 0 to 1."""
        return self.accepted / (self.accepted + self.rejected)


def confusions(state: LearntState) -> list[LearntConfusion]:
    """Return the confusions that a state learnt from its corrections, the most frequent first."""
    accepted = confused(state.corrections)
    rejected: Counter[tuple[str, str]] = Counter()
    for reading, suggestion, times in state.rejected:
        if suggestion:
            for pair in differences(reading, suggestion):
                rejected[pair] += times
    rows = [LearntConfusion(*pair, times, rejected[pair]) for pair, times in accepted.items()]
    return sorted(rows, key=lambda row: (-row.accepted, row.read, row.true))


def merged(one: LearntState, other: LearntState) -> LearntState:
    """Return what two states say together."""
    corrections: Counter[tuple[str, str, str]] = Counter()
    rejected: Counter[tuple[str, str]] = Counter()
    for state in (one, other):
        for *correction, times in state.corrections:
            corrections[correction[0], correction[1], correction[2]] += times
        for reading, suggestion, times in state.rejected:
            rejected[reading, suggestion] += times
    return LearntState(
        tuple(sorted({*one.words, *other.words})),
        tuple(sorted((*key, min(times, MOST_TIMES)) for key, times in corrections.items())),
        tuple(sorted((*key, min(times, MOST_TIMES)) for key, times in rejected.items())),
    )


def to_file(state: LearntState) -> str:
    """Return a state as the text of a file."""
    return json.dumps({"format": FORMAT, **state.to_json()}, ensure_ascii=False, indent=1) + "\n"


def from_file(source: str, name: str) -> LearntState:
    """Read a file that `to_file` wrote. Raises UserError, which names the file, where it is none."""
    try:
        data = read_json(source)
        if isinstance(data, Mapping) and data.get("format") == FORMAT:
            return LearntState.from_json(data)
    except (ValueError, TypeError, AttributeError):
        pass
    text = QT_TRANSLATE_NOOP(
        "Language", "{name} holds nothing learnt: choose a file that was exported from a project."
    )
    raise UserError(Message("Language", text, {"name": name}))
