"""The command that restores a backup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from annotator.commands.command import Command
from annotator.core.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from annotator.ui.features.backups.restore_controller import RestoreController


class Here(Protocol):
    """What these commands are given."""

    @property
    def restoring(self) -> RestoreController:
        """The feature."""


COMMANDS: tuple[Command[Here], ...] = (
    Command(
        "restore",
        QT_TRANSLATE_NOOP("Command", "Restore a backup…"),
        "File",
        lambda here: here.restoring.restore(),
        needs_letter=False,
        description=QT_TRANSLATE_NOOP(
            "Command", "The project as it was; you see first what comes back and what goes."
        ),
        of_window=True,
    ),
)
