"""The start of the window: what the command line asks for, who works here, what is said of the last time."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.printable import printable
from annotator.session import Session
from annotator.session.codebook.reading import faults as codebook_faults
from annotator.session.project import opening as project_files
from annotator.ui.context import Context
from annotator.ui.shell.first_picture import FirstPicture
from annotator.ui.shell.frame import Frame
from annotator.ui.shell.opening import Host, Opening
from annotator.ui.shell.start_mark import StartMark
from annotator.ui.widgets.parting import part_with

_AS_THE_CARD = 28  # pixels: what is said begins where the card's own words begin


class Startup(QObject):
    """Opens what the window starts with, and keeps in mind for the next start what was shown."""

    def __init__(self, frame: Frame, context: Context, host: Host, opening: Opening) -> None:
        super().__init__(frame)
        self._frame, self._context, self._host, self._opening = frame, context, host, opening
        self._to_import: list[Path] = []
        self._open_first: Callable[[], object] = lambda: None
        self._mark = StartMark(context.settings.folder)
        self._has_started = False
        self._unshown: Session | None = None  # opened, and not known to be painted
        self._held_back: Path | None = None  # the last project, where it was not opened by itself
        opening.shown.connect(self._project_shown)
        opening.closing.connect(self._keep_in_mind)

    @property
    def _session(self) -> Session | None:
        workspace = self._host.workspace
        return workspace.session if workspace is not None else None

    def _project_shown(self, session: Session) -> None:
        self._unshown = session
        if self._has_started or self._host.has_rest:
            FirstPicture(self._frame.views.text.viewport(), self._keep_in_mind)

    def start(self, paths: Sequence[Path], project: Path | None, *, sample: bool) -> None:
        """Show what the command line asks for: a project, letters in a project, or the last project."""
        self._to_import = [path for path in paths if path.suffix != ".kant"]
        projects = [path for path in paths if path.suffix == ".kant"]
        last = self._context.settings.text("last_project")
        if sample:
            self._open_first = self._opening.open_sample
        elif project is not None:
            self._open_first = lambda: self._opening.open_or_make(project)
        elif projects:
            self._open_first = lambda: self._opening.open_path(projects[0])
        elif last and not self._to_import and os.path.isfile(last):
            self._open_first = lambda: self._open_last(Path(last))
        if self._context.analyst:
            self._open_first()

    def _open_last(self, path: Path) -> None:
        """Open the project of the last time, unless that ended the program before it was on the screen."""
        if self._mark.has_failed():
            self._held_back = path
            return
        self._mark.begin()
        self._opening.open_path(path)

    def after_first_paint(self) -> None:
        """Do what need not be there for the first picture: ask for a name, import what was given."""
        self._host.make_rest()
        self._has_started = True
        # Behind the picture of all that was just made.
        QTimer.singleShot(0, self, self._keep_in_mind)
        if not self._context.analyst:
            self._ask_name()
            return
        if self._session is None:
            self._opening.show_welcome()
            self._say_held_back()
        if self._to_import:
            self._host.import_paths(self._to_import)
        session = self._session
        if session is not None and session.store.was_unclean:
            self._check_after_unclean_close(session)

    def _say_held_back(self) -> None:
        if self._held_back is None:
            return
        text = QT_TRANSLATE_NOOP(
            "Window",
            "The program ended twice before {name} was on the screen, so it was not opened by itself this "
            "time. Open it here to try again, or open a backup of it.",
        )
        self._context.say(Message("Window", text, {"name": printable(self._held_back.name)}))

    def _keep_in_mind(self) -> None:
        """Open the project at the next start too: it is on the screen, and the program still runs."""
        session, self._unshown = self._unshown, None
        if session is not None and session is self._session and not session.read_only:
            self._context.settings.remember_project(str(session.store.path))
        if session is not None and session is self._session and not session.closed:
            self._context.attempt(lambda: self._say_what_is_left_out(session))
        if session is not None or self._held_back is None:
            self._mark.done()

    def _say_what_is_left_out(self, session: Session) -> None:
        """Say what of the codebook cannot be read: the letters are worked on with what can be."""
        faults = codebook_faults(session)
        if faults:
            text = QT_TRANSLATE_NOOP(
                "Window",
                "The codebook of {name} is damaged, and part of it is left out: {fault} "
                "Look through it in the codebook editor, or open a backup.",
            )
            name = printable(session.store.path.name)
            self._context.say(Message("Window", text, {"name": name, "fault": faults[0]}))

    def _ask_name(self) -> None:
        """Say what the program is, and ask who works here; what the command line asks for follows."""
        from annotator.ui.features.projects.introduction import Introduction
        from annotator.ui.features.projects.name_dialog import WIDE, NameDialog

        frame, pages = self._frame, self._frame.views.pages
        page = QWidget(frame)
        card = NameDialog("", page)
        card.setWindowFlags(Qt.WindowType.Widget)
        said = Introduction(page, at_length=True, wide=WIDE, aside=_AS_THE_CARD)
        centred = QVBoxLayout(page)
        centred.addStretch(2)
        centred.addWidget(said, 0, Qt.AlignmentFlag.AlignHCenter)
        centred.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        centred.addStretch(3)

        def answered() -> None:
            import getpass

            self._context.analyst = card.name() or getpass.getuser()
            if card.name():
                self._context.settings.set("analyst", card.name())
            pages.setCurrentWidget(frame.views.letter_page)
            pages.removeWidget(page)
            part_with(page)
            frame.show_docks(True)
            self._open_first()
            self.after_first_paint()

        card.finished.connect(answered)
        frame.show_docks(False)
        pages.addWidget(page)
        pages.setCurrentWidget(page)
        card.show()
        card.setFocus()

    def _check_after_unclean_close(self, session: Session) -> None:
        """Look through a file that was not closed the last time, in the background."""
        path = session.store.path

        def done(faults: Sequence[Message]) -> None:
            if faults:
                self._context.dialogs.tell(faults[0])
            else:
                text = QT_TRANSLATE_NOOP(
                    "Window",
                    "The program was not closed the last time. The project was checked: all is there.",
                )
                self._context.say(Message("Window", text))

        self._context.tasks.run(lambda *_: project_files.check(path), done, lambda error: None)
