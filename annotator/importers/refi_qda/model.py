"""What is read of a REFI-QDA project. Codes and variables are named by their GUIDs, in small letters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.core.messages import Message
from annotator.core.text import Span


@dataclass(frozen=True, slots=True)
class Code:
    """A code; `parent` is the GUID of the one above, "" at the top; `colour` is `#rrggbb` or ""."""

    guid: str
    name: str
    colour: str = ""
    description: str = ""
    parent: str = ""


class Variable(NamedTuple):
    """A variable: its name, and its type as REFI-QDA says it (`Text`, `Date`…)."""

    guid: str
    name: str
    type: str


class Selected(NamedTuple):
    """A stretch of a letter's text (code points) with the codes it carries, maybe none.

    `analyst` and `made_at` (ISO 8601, UTC) are "" where nobody says.
    """

    span: Span
    codes: tuple[str, ...]
    note: str
    analyst: str
    made_at: str


@dataclass(frozen=True, slots=True)
class QdaLetter:
    """A text of the project: `data` are its bytes, `values` texts by variables' GUIDs."""

    guid: str
    title: str
    source_name: str
    data: bytes
    text: str
    page_starts: tuple[int, ...]
    note: str = ""
    selected: tuple[Selected, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class QdaProject:
    """A project, or a codebook alone; `left` says what of it was not read."""

    name: str
    origin: str
    codes: tuple[Code, ...]
    variables: tuple[Variable, ...] = ()
    letters: tuple[QdaLetter, ...] = ()
    left: tuple[Message, ...] = ()
