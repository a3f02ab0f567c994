"""The commands of projects: new, open, close."""

from __future__ import annotations

from typing import Protocol

from annotator.commands.command import Command
from annotator.core.messages import QT_TRANSLATE_NOOP


class Projects(Protocol):
    """Opens and closes projects."""

    def new_project(self) -> bool:
        """Ask where a new project goes, make it and open it."""

    def open_project(self) -> None:
        """Ask which project to open."""

    def close_project(self) -> None:
        """Close the project and show the welcome page."""

    def open_sample(self) -> None:
        """Open the sample letters."""


class Here(Protocol):
    """What these commands are given."""

    @property
    def opening(self) -> Projects:
        """The feature."""


COMMANDS: tuple[Command[Here], ...] = (
    Command(
        "new_project",
        QT_TRANSLATE_NOOP("Command", "New project…"),
        "File",
        lambda here: here.opening.new_project(),
        ("Ctrl+N",),
        needs_letter=False,
        of_window=True,
    ),
    Command(
        "open_project",
        QT_TRANSLATE_NOOP("Command", "Open project…"),
        "File",
        lambda here: here.opening.open_project(),
        ("Ctrl+O",),
        needs_letter=False,
        of_window=True,
    ),
    Command(
        "close_project",
        QT_TRANSLATE_NOOP("Command", "Close the project"),
        "File",
        lambda here: here.opening.close_project(),
        ("Ctrl+W",),
        needs_letter=False,
        of_window=True,
    ),
    Command(
        "open_sample",
        QT_TRANSLATE_NOOP("Command", "Open the sample letters"),
        "File",
        lambda here: here.opening.open_sample(),
        needs_letter=False,
        of_window=True,
    ),
)
