"""What the rest of the program knows of the language part: plain data and the engine's four questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Protocol

from annotator.core.read_json import is_text

# From this score on, the correction box holds the suggestion instead of the OCR's reading.
SURE = 0.9
_LONGEST_LEARNT = 100_000  # characters: a correction may be a whole stretch of a letter
MOST_TIMES = 10**9

Stretch = tuple[int, int]  # start and end in a text
Here = tuple[int, int, str]  # a place judged right as it stands: start, end, reading


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a place is doubted: a code of `reasons.py` and its parameters; the sentence is made when shown."""

    code: str
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A reading to put in place of the whole suspect, with the engine's belief in it (0 to 1)."""

    text: str
    score: float
    detail: str = ""

    @property
    def sure(self) -> bool:
        """Tell whether the correction box should be filled with it."""
        return self.score >= SURE


@dataclass(frozen=True, slots=True)
class Suspect:
    """A place that the engine doubts: `text` is `letter[start:end]` in code points, suggestions best first.

    `kind` is a kind of correction. The suggestion for a broken word is the whole word without a line break.
    """

    start: int
    end: int
    text: str
    kind: str
    reason: Reason
    suggestions: tuple[Suggestion, ...] = ()
    sure: bool = False


@dataclass(frozen=True, slots=True)
class AcceptedCorrection:
    """The analyst replaced `before` by `after`; `kind` is a kind of correction."""

    before: str
    after: str
    kind: str


@dataclass(frozen=True, slots=True)
class Judged:
    """The analyst judged a reading: `verdict` is accepted, here or always.

    `chosen` is the suggestion that was taken (accepted) or, with here and always, the one that was turned
    down; empty when there was none.
    """

    reading: str
    verdict: str
    chosen: str = ""


Event = AcceptedCorrection | Judged


@dataclass(frozen=True, slots=True)
class LearntState:
    """What the record of a project teaches: sorted tuples, so that equal records give equal states.

    `words` are always right; `corrections` are (before, after, kind, times); `rejected` are (reading,
    suggestion that was turned down or "", times).
    """

    words: tuple[str, ...] = ()
    corrections: tuple[tuple[str, str, str, int], ...] = ()
    rejected: tuple[tuple[str, str, int], ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the state as plain data for `json.dumps`."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> LearntState:
        """Return the state that `to_json` gave; keys it does not know are left out.

        Raises ValueError or TypeError where it holds what nobody can have learnt.
        """
        return cls(
            tuple(_learnt_text(word) for word in data.get("words", ())),
            tuple(
                (_learnt_text(b), _learnt_text(a), _learnt_text(k), _times(n))
                for b, a, k, n in data.get("corrections", ())
            ),
            tuple((_learnt_text(r), _learnt_text(s), _times(n)) for r, s, n in data.get("rejected", ())),
        )


def _learnt_text(said: object) -> str:
    if not is_text(said, _LONGEST_LEARNT):
        raise ValueError("no text that can be learnt")
    return str(said)


def _times(said: object) -> int:
    if type(said) is not int or not 0 < said <= MOST_TIMES:
        raise ValueError("no number of times")
    return said


class Engine(Protocol):
    """Finds suspects and suggestions; the same text and state always give the same answer."""

    @property
    def version(self) -> str:
        """Return what changes when the engine's answers do: caches carry it."""

    def suspects(
        self, text: str, state: LearntState, here: Sequence[Here] = (), apart: Sequence[Stretch] = ()
    ) -> list[Suspect]:
        """Return the suspects of a letter's text in order, disjoint.

        Places judged right `here` are none, nor is anything in the stretches `apart`: what belongs to the
        page and not to the letter.
        """

    def suggestions(
        self, text: str, start: int, end: int, state: LearntState, limit: int = 5
    ) -> list[Suggestion]:
        """Return what `text[start:end]` may stand for on paper, best first, never the reading itself."""

    def is_word(self, word: str, state: LearntState) -> bool:
        """Tell whether the word can stand in a letter as it is."""
