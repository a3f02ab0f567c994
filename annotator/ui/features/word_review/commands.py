"""The command that goes through words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from annotator.commands.command import Command
from annotator.core.messages import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from annotator.ui.features.word_review.controller import WordReviewController


class Here(Protocol):
    """What these commands are given."""

    @property
    def word_review(self) -> WordReviewController:
        """The feature."""


COMMANDS: tuple[Command[Here], ...] = (
    Command(
        "review_words",
        QT_TRANSLATE_NOOP("Command", "Go through words"),
        "Correct",
        lambda here: here.word_review.open(),
        ("F7",),
        needs_letter=False,
        description=QT_TRANSLATE_NOOP(
            "Command", "Every doubtful reading of the project once: one key corrects all its places."
        ),
    ),
)
