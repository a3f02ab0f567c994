"""The commands of what is proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from annotator.commands.command import Command
from annotator.core.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from annotator.ui.features.proposals.controller import ProposalsController
    from annotator.ui.features.proposals.readiness import Readiness


class Here(Protocol):
    """What these commands are given."""

    @property
    def proposals(self) -> ProposalsController:
        """The feature."""

    @property
    def readiness(self) -> Readiness:
        """The feature."""


COMMANDS: tuple[Command[Here], ...] = (
    Command(
        "propose_for_all",
        QT_TRANSLATE_NOOP("Command", "Propose for all letters…"),
        "Letter",
        lambda here: here.proposals.propose_for_all(),
        needs_letter=False,
        description=QT_TRANSLATE_NOOP(
            "Command", "Sections, form and passages, for every letter without proposals for its present text."
        ),
        changes=True,
    ),
    Command(
        "done_next",
        QT_TRANSLATE_NOOP("Command", "Done, next letter"),
        "Letter",
        lambda here: here.readiness.done_next(),
        ("F9",),
        changes=True,
    ),
)
