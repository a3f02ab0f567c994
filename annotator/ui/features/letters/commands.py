"""The commands for letters as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from annotator.commands.command import Command
from annotator.core.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from annotator.ui.features.letters.letter_actions import LetterActions


class Here(Protocol):
    """What these commands are given."""

    @property
    def letter_actions(self) -> LetterActions:
        """The feature."""


COMMANDS: tuple[Command[Here], ...] = (
    Command(
        "rename_letter",
        QT_TRANSLATE_NOOP("Command", "Rename the letter…"),
        "Letter",
        lambda here: here.letter_actions.rename(),
        description=QT_TRANSLATE_NOOP("Command", "In the list of letters F2 does it."),
        changes=True,
    ),
    Command(
        "remove_letters",
        QT_TRANSLATE_NOOP("Command", "Remove letters…"),
        "Letter",
        lambda here: here.letter_actions.remove(),
        description=QT_TRANSLATE_NOOP(
            "Command",
            "The letters chosen in the list, or the one that is open; it asks first. Delete in the list.",
        ),
        changes=True,
    ),
)
