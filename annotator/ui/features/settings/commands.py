"""The command that shows the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from annotator.commands.command import Command
from annotator.core.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from annotator.ui.features.settings.controller import SettingsController


class Here(Protocol):
    """What these commands are given."""

    @property
    def settings(self) -> SettingsController:
        """The feature."""


COMMANDS: tuple[Command[Here], ...] = (
    Command(
        "settings",
        QT_TRANSLATE_NOOP("Command", "Settings…"),
        "File",
        lambda here: here.settings.show(),
        ("Ctrl+,",),
        needs_letter=False,
        description=QT_TRANSLATE_NOOP("Command", "Who works, language, colours, text size, backups, keys."),
        of_window=True,
    ),
)
