"""The commands of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from annotator.commands.command import DESK, Command
from annotator.core.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from annotator.ui.features.panels.form import FormPanel


class Here(Protocol):
    """What these commands are given."""

    @property
    def form(self) -> FormPanel:
        """The feature."""


COMMANDS: tuple[Command[Here], ...] = (
    Command(
        "previous_field",
        QT_TRANSLATE_NOOP("Command", "Choose the field before"),
        "Form",
        lambda here: here.form.choose_previous(),
        (",",),
        DESK,
    ),
    Command(
        "next_field",
        QT_TRANSLATE_NOOP("Command", "Choose the next field"),
        "Form",
        lambda here: here.form.choose_next(),
        (".",),
        DESK,
    ),
    Command(
        "edit_field",
        QT_TRANSLATE_NOOP("Command", "Type in the chosen field"),
        "Form",
        lambda here: here.form.edit_chosen(),
        ("Shift+V",),
        DESK,
        QT_TRANSLATE_NOOP("Command", "Esc comes back to the letter."),
    ),
)
