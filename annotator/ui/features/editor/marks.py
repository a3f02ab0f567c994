"""What the text view is given to show around a letter's text: plain data, offsets in code points, half open.

Colours are `#rrggbb`, already chosen for the theme that is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from annotator.core.text import Span


class PassageMark(NamedTuple):
    """A tagged span; `start == end` when its text was deleted."""

    uid: str
    start: int
    end: int
    colour: str
    key: str
    name: str
    proposed: bool = False
    note: str = ""


class SectionMark(NamedTuple):
    """A section with its own lines (not those of its subsections); levels count from 1."""

    uid: str
    start: int
    end: int
    colour: str
    key: str
    name: str
    level: int = 1
    heading: tuple[int, int] | None = None
    proposed: bool = False


class SuspectMark(NamedTuple):
    """A place the program doubts; the tooltip says why. `current`: the correction box is open on it."""

    start: int
    end: int
    tooltip: str
    current: bool = False


class CorrectionMark(NamedTuple):
    """A correction in force, with the OCR's reading; `start == end` where something was taken out."""

    start: int
    end: int
    before: str


class PageMark(NamedTuple):
    """Where a page starts, from 1. `notice` is shown beside the number, `explained` in the tooltip."""

    number: int
    start: int
    notice: str = ""
    explained: str = ""

    @property
    def is_shown(self) -> bool:
        """Tell whether a rule is drawn above the page: above the first only if there is something to say."""
        return self.number > 1 or bool(self.notice)


class EvidenceMark(NamedTuple):
    """The span that a field's value was taken from."""

    uid: str
    start: int
    end: int
    field_name: str
    proposed: bool = False


class FurnitureMark(NamedTuple):
    """Part of the page, not of what the letter says: shown greyed."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DeskMarks:
    """Everything that is marked in a letter."""

    passages: tuple[PassageMark, ...] = ()
    sections: tuple[SectionMark, ...] = ()
    suspects: tuple[SuspectMark, ...] = ()
    corrections: tuple[CorrectionMark, ...] = ()
    pages: tuple[PageMark, ...] = ()
    evidence: tuple[EvidenceMark, ...] = ()
    furniture: tuple[FurnitureMark, ...] = ()
    hits: tuple[Span, ...] = ()
