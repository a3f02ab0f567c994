"""The commands that have a letter read anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from annotator.commands.command import Command
from annotator.core.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from annotator.ui.features.rereading.controller import RereadingController


class Here(Protocol):
    """What these commands are given."""

    @property
    def rereading(self) -> RereadingController:
        """The feature."""


COMMANDS: tuple[Command[Here], ...] = (
    Command(
        "read_anew",
        QT_TRANSLATE_NOOP("Command", "Read anew from a file…"),
        "Letter",
        lambda here: here.rereading.ask_file(),
        description=QT_TRANSLATE_NOOP(
            "Command", "A better scan, or the text of a better OCR program; what was done so far stays."
        ),
        changes=True,
    ),
    Command(
        "recognise_anew",
        QT_TRANSLATE_NOOP("Command", "Recognise anew…"),
        "Letter",
        lambda here: here.rereading.recognising.ask(),
        description=QT_TRANSLATE_NOOP(
            "Command",
            "The program itself reads the pages anew, of this letter or of many; what was done so far stays.",
        ),
        changes=True,
    ),
    Command(
        "read_twice",
        QT_TRANSLATE_NOOP("Command", "Read scans a second time…"),
        "Letter",
        lambda here: here.rereading.second_readings.ask(),
        description=QT_TRANSLATE_NOOP(
            "Command",
            "Pages that another program read, from their pictures: the text stays, suspects are found.",
        ),
        changes=True,
    ),
    Command(
        "readings",
        QT_TRANSLATE_NOOP("Command", "Readings of this letter…"),
        "Letter",
        lambda here: here.rereading.show_readings(),
        description=QT_TRANSLATE_NOOP(
            "Command", "What the letter was read from before; you can go back to it."
        ),
    ),
)
