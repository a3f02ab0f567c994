"""What a feature is given by the window: it never holds the window itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.text import Span
from annotator.core.user_errors import UserError
from annotator.jobs.runner import Runner
from annotator.ui.dialogs import Dialogs
from annotator.ui.settings import Settings
from annotator.ui.tasks import Background

if TYPE_CHECKING:
    from annotator.ui.widgets.stage_page import StagePage


class TextPort(Protocol):
    """The text of the open letter, as features may ask of it. Offsets are code points."""

    def text(self) -> str:
        """Return the text that is shown."""

    def caret(self) -> int:
        """Return the caret's offset."""

    def move_caret(self, offset: int, reveal: bool = True) -> None:
        """Put the caret somewhere, with nothing selected."""

    def selection(self) -> tuple[int, int]:
        """Return the selection; empty at the caret where nothing is selected."""

    def select(self, start: int, end: int) -> None:
        """Select a span and bring it into view."""

    def hasFocus(self) -> bool:
        """Tell whether the text has the keys."""

    @property
    def editing(self) -> bool:
        """Tell whether the text can be typed in."""


class Navigator(Protocol):
    """Where a feature can have the analyst taken."""

    def open_letter(self, letter_id: int) -> None:
        """Open a letter and give its text the keys."""

    def select(self, span: Span, *, focus: bool = False) -> None:
        """Select a span of the open letter; with `focus` its text gets the keys."""

    def focus_text(self) -> None:
        """Give the keys to the text of the letter."""

    def finish_typing(self) -> None:
        """Take what is being typed, in the text or in a panel, as a change."""

    def neighbour(self, by: int) -> int | None:
        """Return the letter behind this one in the list as it is filtered; with -1 the one before."""

    def show_panel(self, name: str) -> None:
        """Bring a panel into view: `letters`, `form`, `outline`, `passages`, `corrections`, `notes`."""


class WordImageSource(Protocol):
    """Images of words as they are on paper."""

    def word_image(
        self,
        letter_id: int,
        span: Span,
        size: tuple[int, int],
        ratio: float,
        shown: Callable[[QImage | None], None],
    ) -> None:
        """Call `shown` with the image of a stretch of a letter's OCR text; None where it is on no page."""


class Stage(Protocol):
    """The place of the letter, where a page can stand for a while with the panes around it put away."""

    def shows(self, page: QWidget) -> bool:
        """Tell whether a page stands there now."""

    def enter(self, page: QWidget) -> None:
        """Show a page."""

    def leave(self) -> None:
        """Bring the letter and the panes back, exactly as they were."""

    def discard(self, page: QWidget) -> None:
        """Take a page away for good."""


class Pages(Protocol):
    """Shows pages in the place of the letter, one at a time."""

    def show(self, page: StagePage) -> None:
        """Show a page."""

    def leave(self) -> None:
        """Bring the letter back."""


class Projects(Protocol):
    """Opens and closes projects in the window, one at a time."""

    def open_path(self, path: Path) -> bool:
        """Open a project in place of the one that is open; a problem is shown."""

    def close_session(self, *, back_up: bool = True) -> None:
        """Close the project. Raises `UserError` where something cannot be saved."""


@dataclass(slots=True)
class Context:
    """What every feature is given. `analyst` alone changes while the window is open."""

    settings: Settings
    tasks: Background
    dialogs: Dialogs
    runner: Runner
    more_runners: Sequence[Runner]  # beside it, for what is done for many letters
    language: str
    text: TextPort
    navigator: Navigator
    say: Callable[[Message], None]
    keys_of: Callable[[str], str]
    analyst: str = ""

    def stop_work(self) -> None:
        """Stop the work that began last, of that which shows how far it is."""
        if not self.dialogs.stop():
            text = QT_TRANSLATE_NOOP("Window", "Nothing runs that can be stopped.")
            self.say(Message("Window", text))

    def attempt(self, do: Callable[[], object]) -> None:
        """Do something; a problem is shown as its one sentence."""
        try:
            do()
        except UserError as problem:
            self.say(problem.message)
