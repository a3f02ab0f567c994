"""The main window: a frame with views, and the features that they are connected by."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from annotator.jobs.runner import Runner
from annotator.session import Session
from annotator.ui.settings import Settings
from annotator.ui.shell.composition import Composition
from annotator.ui.shell.frame import Frame
from annotator.ui.theme.keeper import ThemeKeeper


class MainWindow(Frame):
    """Shows the open project.

    With `front_first` what the first picture shows is made, and the rest when `composition.make_rest` is
    called: the letter and the list are there sooner by half.
    """

    language_wanted = Signal(str)  # "" follows the system

    def __init__(
        self,
        settings: Settings,
        themes: ThemeKeeper,
        runner: Runner,
        language: str,
        *,
        more_runners: Sequence[Runner] = (),
        front_first: bool = False,
    ) -> None:
        super().__init__(settings)
        self.composition = Composition(self, settings, themes, runner, more_runners, language)
        self.composition.language_wanted.connect(self.language_wanted)
        if not front_first:
            self.composition.make_rest()

    @property
    def session(self) -> Session | None:
        """The session of the open project, None while there is none."""
        return self.composition.session
