"""The command that looks for letters that are alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from annotator.commands.command import Command
from annotator.core.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from annotator.ui.features.duplicates.controller import DuplicatesController


class Here(Protocol):
    """What these commands are given."""

    @property
    def duplicates(self) -> DuplicatesController:
        """The feature."""


COMMANDS: tuple[Command[Here], ...] = (
    Command(
        "find_duplicates",
        QT_TRANSLATE_NOOP("Command", "Find duplicate letters…"),
        "Letter",
        lambda here: here.duplicates.start(),
        needs_letter=False,
        description=QT_TRANSLATE_NOOP(
            "Command",
            "Letters with the same text, or nearly, in groups: side by side, to remove some or keep both.",
        ),
    ),
)
