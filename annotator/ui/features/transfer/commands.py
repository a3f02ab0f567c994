"""The commands of what comes in and goes out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from annotator.commands.command import Command
from annotator.core.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from annotator.ui.features.transfer.controller import TransferController


class Here(Protocol):
    """What these commands are given."""

    @property
    def transfer(self) -> TransferController:
        """The feature."""

    def import_files(self) -> None:
        """Ask which files to import."""

    def import_folder(self) -> None:
        """Ask which folder to import."""


COMMANDS: tuple[Command[Here], ...] = (
    Command(
        "import",
        QT_TRANSLATE_NOOP("Command", "Import letters…"),
        "File",
        lambda here: here.import_files(),
        ("Ctrl+I",),
        needs_letter=False,
        description=QT_TRANSLATE_NOOP(
            "Command", "Files with letters; they can be dropped on the window too."
        ),
        of_window=True,
    ),
    Command(
        "import_folder",
        QT_TRANSLATE_NOOP("Command", "Import a folder…"),
        "File",
        lambda here: here.import_folder(),
        ("Ctrl+Alt+I",),
        needs_letter=False,
        description=QT_TRANSLATE_NOOP(
            "Command", "All letters in a folder and the folders in it; what is there already is left alone."
        ),
        of_window=True,
    ),
    Command(
        "export",
        QT_TRANSLATE_NOOP("Command", "Export…"),
        "File",
        lambda here: here.transfer.export_dialog(),
        ("Ctrl+Shift+S",),
        needs_letter=False,
        description=QT_TRANSLATE_NOOP(
            "Command", "Documents, tables, files for other programs: of this letter, of some, or of all."
        ),
    ),
    Command(
        "open_export_folder",
        QT_TRANSLATE_NOOP("Command", "Open the folder of the last export"),
        "File",
        lambda here: here.transfer.open_export_folder(),
        ("Ctrl+Shift+E",),
        needs_letter=False,
        description=QT_TRANSLATE_NOOP("Command", "Shown as the system shows folders."),
    ),
    Command(
        "backup",
        QT_TRANSLATE_NOOP("Command", "Save a copy of the project…"),
        "File",
        lambda here: here.transfer.copy_dialog(),
        needs_letter=False,
    ),
)
