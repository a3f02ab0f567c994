"""The commands of the codebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from annotator.commands.command import Command
from annotator.core.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from annotator.ui.features.codebook.controller import CodebookController


class Here(Protocol):
    """What these commands are given."""

    @property
    def codebook(self) -> CodebookController:
        """The feature."""


COMMANDS: tuple[Command[Here], ...] = (
    Command(
        "codebook",
        QT_TRANSLATE_NOOP("Command", "Codebook…"),
        "Tag",
        lambda here: here.codebook.open(),
        ("Ctrl+B",),
        needs_letter=False,
        description=QT_TRANSLATE_NOOP("Command", "Tags and fields: add, change, order, merge, retire."),
    ),
    Command(
        "import_codebook",
        QT_TRANSLATE_NOOP("Command", "Import a codebook…"),
        "Tag",
        lambda here: here.codebook.import_file(),
        needs_letter=False,
        description=QT_TRANSLATE_NOOP("Command", "From a TOML file; shows first what it would change."),
        changes=True,
    ),
    Command(
        "export_codebook",
        QT_TRANSLATE_NOOP("Command", "Export the codebook…"),
        "Tag",
        lambda here: here.codebook.export_file(),
        needs_letter=False,
        description=QT_TRANSLATE_NOOP("Command", "To a TOML file, with what each entry means."),
    ),
)
