"""The engine's work as jobs for a worker process."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.core.codebook_room import Room
from annotator.core.page_layout import LineStyle
from annotator.core.proposals import Proposed, to_json
from annotator.structure.engine import propose
from annotator.structure.interface import LetterText
from annotator.structure.rows import as_proposed


def proposed_for(
    text: str,
    page_starts: Sequence[int],
    furniture: Sequence[tuple[int, int]],
    room: Room,
    styles: Sequence[LineStyle] = (),
    learnt: str = "",
) -> Proposed:
    """Return what is proposed for a letter, as rows; `learnt` are the models of the project's tags."""
    read = LetterText(text, page_starts, furniture, room.triggers, styles, learnt)
    return as_proposed(text, propose(read), room)


def propose_json_job(
    text: str,
    page_starts: Sequence[int],
    furniture: Sequence[tuple[int, int]],
    room: Room,
    styles: Sequence[LineStyle] = (),
    learnt: str = "",
    report: object = None,
) -> str:
    """Return what is proposed for a letter, written down; `report` is for jobs of several steps."""
    return to_json(proposed_for(text, page_starts, furniture, room, styles, learnt))
