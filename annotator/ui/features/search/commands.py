"""The commands of finding and replacing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from annotator.commands.command import Command
from annotator.core.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from annotator.ui.features.search.controller import SearchController
    from annotator.ui.features.search.find_controller import FindController


class Here(Protocol):
    """What these commands are given."""

    @property
    def find(self) -> FindController:
        """The feature."""

    @property
    def search(self) -> SearchController:
        """The feature."""


COMMANDS: tuple[Command[Here], ...] = (
    Command(
        "find",
        QT_TRANSLATE_NOOP("Command", "Find in this letter…"),
        "Edit",
        lambda here: here.find.open(),
        ("Ctrl+F",),
        description=QT_TRANSLATE_NOOP(
            "Command", "F3 and Shift+F3 go from hit to hit while the bar is open; Esc closes it."
        ),
    ),
    Command(
        "find_in_project",
        QT_TRANSLATE_NOOP("Command", "Search in the project…"),
        "Edit",
        lambda here: here.search.open(),
        ("Ctrl+Shift+F",),
        needs_letter=False,
        description=QT_TRANSLATE_NOOP(
            "Command", "Words, “phrases”, begin*, -without; F3 and Shift+F3 go from hit to hit."
        ),
    ),
    Command(
        "replace",
        QT_TRANSLATE_NOOP("Command", "Replace, with preview…"),
        "Edit",
        lambda here: here.find.open(replacing=True),
        ("Ctrl+H",),
        description=QT_TRANSLATE_NOOP(
            "Command", "In this letter, in those of the list, or in all: one step, tags stay."
        ),
        changes=True,
    ),
)
