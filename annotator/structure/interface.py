"""What the rest of the program knows of the structure part: plain data, places in code points of the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from annotator.core.page_layout import LineStyle
from annotator.language.interface import Reason


@dataclass(frozen=True, slots=True)
class ProposedSection:
    """A section that the program sees: its role; `heading` is the span of its heading, None without one."""

    start: int
    end: int
    level: int
    role: str
    heading: tuple[int, int] | None
    confidence: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class ProposedValue:
    """A value that the program sees.

    `role` is that of a field; `position` ties those of one group together. `value` is the normal form (of a
    choice its role), `shown` what stands there; the evidence is `start` to `end`, None where there is none.
    """

    role: str
    position: int
    value: str
    shown: str
    start: int | None
    end: int | None
    confidence: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class ProposedPassage:
    """A passage that the program sees: its role, or the id of the tag whose trigger phrase stands there."""

    role: str
    start: int
    end: int
    confidence: float
    reason: Reason
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Proposals:
    """All that the program proposes for a letter, each in the order of the text."""

    sections: tuple[ProposedSection, ...] = ()
    values: tuple[ProposedValue, ...] = ()
    passages: tuple[ProposedPassage, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterText:
    """What the engine reads: a letter's text, its pages, and what the source says of its look.

    `furniture` are spans that the source says belong to the page; `triggers` are phrases by tag. `styles` say
    how lines are set, where the source does, in code points of this text. `learnt` are the models of tags
    that the project's decisions made (`tags.model.to_json`).
    """

    text: str
    page_starts: Sequence[int] = (0,)
    furniture: Sequence[tuple[int, int]] = ()
    triggers: Mapping[str, Sequence[str]] = field(default_factory=dict)
    styles: Sequence[LineStyle] = ()
    learnt: str = ""
