"""The commands that show a palette."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from annotator.commands.command import Command
from annotator.core.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from annotator.ui.features.palette.palette_controller import PaletteController


class Here(Protocol):
    """What these commands are given."""

    @property
    def palette(self) -> PaletteController:
        """The feature."""


COMMANDS: tuple[Command[Here], ...] = (
    Command(
        "go_to_letter",
        QT_TRANSLATE_NOOP("Command", "Go to a letter…"),
        "Letter",
        lambda here: here.palette.go_to_letter(),
        ("Ctrl+P",),
        needs_letter=False,
        description=QT_TRANSLATE_NOOP(
            "Command", "By title, source, date or dossier number; the last ones first."
        ),
        of_window=True,
    ),
    Command(
        "palette",
        QT_TRANSLATE_NOOP("Command", "Command palette…"),
        "Help",
        lambda here: here.palette.show_palette(),
        ("Ctrl+Shift+P",),
        needs_letter=False,
        description=QT_TRANSLATE_NOOP(
            "Command", "Every command, tag, letter and setting, by a few letters of it."
        ),
        of_window=True,
    ),
)
