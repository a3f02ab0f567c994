"""The commands that show the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from annotator.commands.command import Command
from annotator.core.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from annotator.ui.features.tables.controller import TablesController


class Here(Protocol):
    """What these commands are given."""

    @property
    def tables(self) -> TablesController:
        """The feature."""


COMMANDS: tuple[Command[Here], ...] = (
    Command(
        "letters_table",
        QT_TRANSLATE_NOOP("Command", "Table of all letters…"),
        "View",
        lambda here: here.tables.show_letters(),
        ("Ctrl+Alt+L",),
        needs_letter=False,
        description=QT_TRANSLATE_NOOP(
            "Command",
            "A row for each letter, a column for each field: check, sort, correct, confirm many at once.",
        ),
    ),
    Command(
        "passages_table",
        QT_TRANSLATE_NOOP("Command", "Table of all passages…"),
        "View",
        lambda here: here.tables.show_passages(),
        ("Ctrl+Alt+P",),
        needs_letter=False,
        description=QT_TRANSLATE_NOOP(
            "Command", "By tag, with the text around each; filter, save as CSV, go to the place."
        ),
    ),
)
