"""The command that shows the statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from annotator.commands.command import Command
from annotator.core.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from annotator.ui.features.statistics.controller import StatisticsController


class Here(Protocol):
    """What these commands are given."""

    @property
    def statistics(self) -> StatisticsController:
        """The feature."""


COMMANDS: tuple[Command[Here], ...] = (
    Command(
        "statistics",
        QT_TRANSLATE_NOOP("Command", "Statistics…"),
        "View",
        lambda here: here.statistics.show(),
        ("Ctrl+Shift+T",),
        needs_letter=False,
        description=QT_TRANSLATE_NOOP(
            "Command", "Letters, corrections, tags, fields, analysts, days, as charts that can be saved."
        ),
    ),
)
