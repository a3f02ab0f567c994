"""What a command is, and what it may ask of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from annotator.core.document import Letter
from annotator.core.messages import Message
from annotator.core.text import Span
from annotator.session import Session

CONTEXT = "Command"
EVERYWHERE, DESK = "everywhere", "desk"


class Workbench(Protocol):
    """What a command may ask of the window: the session, the caret and the selection, and a line to say."""

    @property
    def project(self) -> Session:
        """The session of the open project; commands run only while one is open."""

    @property
    def grown(self) -> list[Span]:
        """The selections that growing went through, the last one last; the commands keep it."""

    def caret(self) -> int:
        """Return the caret's offset in the text."""

    def selection(self) -> Span:
        """Return the selection; empty at the caret where nothing is selected."""

    def select(self, span: Span) -> None:
        """Select a span and bring it into view."""

    def say(self, message: Message) -> None:
        """Show a passing message."""

    def chosen_field(self) -> str:
        """Return the id of the field that a selection goes into."""

    def choose_next_field(self) -> None:
        """Choose the next field that is still empty."""


T_contra = TypeVar("T_contra", contravariant=True)


@dataclass(frozen=True, slots=True)
class Command(Generic[T_contra]):
    """One thing that the program does. `run` is given the open project's workspace; of a command `of_window`,
    which can be run while no project is open, what belongs to the window.

    `keys` are portable key sequences, the first one is shown; `where` is where they work; `group` names
    the menu. `shown_keys` is what the menu shows of a command whose keys every field has by itself.
    Texts are English, marked for translation in the context "Command".
    """

    id: str
    name: str
    group: str
    run: Callable[[T_contra], object]
    keys: tuple[str, ...] = ()
    where: str = EVERYWHERE
    description: str = ""
    needs_letter: bool = True
    changes: bool = False
    in_menu: bool = True
    of_window: bool = False
    shown_keys: str = ""


AnyCommand = Command[Any]
GROUPS = ("File", "Edit", "Letter", "Tag", "Correct", "Form", "View", "Help")


def letter_of(bench: Workbench) -> Letter | None:
    """Return the open letter, with what was typed so far."""
    bench.project.flush_typing()
    return bench.project.letter
