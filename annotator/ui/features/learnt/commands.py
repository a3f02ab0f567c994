"""The command that shows what was learnt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from annotator.commands.command import Command
from annotator.core.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from annotator.ui.features.learnt.controller import LearntController


class Here(Protocol):
    """What these commands are given."""

    @property
    def learnt(self) -> LearntController:
        """The feature."""


COMMANDS: tuple[Command[Here], ...] = (
    Command(
        "learnt",
        QT_TRANSLATE_NOOP("Command", "What was learnt…"),
        "Correct",
        lambda here: here.learnt.show(),
        ("Shift+F7",),
        needs_letter=False,
        description=QT_TRANSLATE_NOOP(
            "Command",
            "What the OCR reads for what in this project, and its own words; export, take over, begin anew.",
        ),
    ),
)
