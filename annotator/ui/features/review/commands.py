"""The commands that go from suspect to suspect."""

from __future__ import annotations

from typing import Protocol

from annotator.commands.command import EVERYWHERE, Command
from annotator.core.messages import QT_TRANSLATE_NOOP


class Here(Protocol):
    """What these commands are given."""

    def next_suspect(self, by: int = 1) -> None:
        """Open the correction box on the next suspect, or the one before."""


COMMANDS: tuple[Command[Here], ...] = (
    Command(
        "next_suspect",
        QT_TRANSLATE_NOOP("Command", "Next suspect"),
        "Correct",
        lambda here: here.next_suspect(),
        ("F3",),
        EVERYWHERE,
        QT_TRANSLATE_NOOP("Command", "Opens the correction box on it."),
    ),
    Command(
        "previous_suspect",
        QT_TRANSLATE_NOOP("Command", "Previous suspect"),
        "Correct",
        lambda here: here.next_suspect(-1),
        ("Shift+F3",),
    ),
)
