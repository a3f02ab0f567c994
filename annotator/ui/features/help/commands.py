"""The commands that explain the program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from annotator.commands.command import Command
from annotator.core.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from annotator.ui.features.help.controller import HelpController


class Here(Protocol):
    """What these commands are given."""

    @property
    def help(self) -> HelpController:
        """The feature."""

    def show_keys(self) -> None:
        """Show the key sheet, what works here now first."""


COMMANDS: tuple[Command[Here], ...] = (
    Command(
        "manual",
        QT_TRANSLATE_NOOP("Command", "Manual"),
        "Help",
        lambda here: here.help.show_manual(),
        ("F1",),
        description=QT_TRANSLATE_NOOP("Command", "Opens at what you have before you. Esc comes back."),
        needs_letter=False,
        of_window=True,
    ),
    Command(
        "key_sheet",
        QT_TRANSLATE_NOOP("Command", "Keys that work here"),
        "Help",
        lambda here: here.show_keys(),
        ("Shift+F1",),
        needs_letter=False,
        of_window=True,
    ),
    Command(
        "about",
        QT_TRANSLATE_NOOP("Command", "About Kanttekening"),
        "Help",
        lambda here: here.help.show_about(),
        needs_letter=False,
        of_window=True,
    ),
)
