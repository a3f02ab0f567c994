"""Opening and closing projects: what the command line asks for, the welcome page, the sample."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QMessageBox, QWidget

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.printable import printable
from annotator.core.problems import Problem
from annotator.resources import resource_path
from annotator.session import Session
from annotator.storage.store import Store
from annotator.storage.troubles import resolved
from annotator.ui.shell.first_picture import FirstPicture
from annotator.ui.shell.start_mark import StartMark
from annotator.ui.translate import translated
from annotator.ui.widgets.parting import part_with

if TYPE_CHECKING:
    from annotator.ui.features.projects.recent import Recent
    from annotator.ui.features.projects.welcome import Welcome
    from annotator.ui.shell.main_window import MainWindow

# The one to begin with: several pages, every kind of tag; then the one that was scanned.
_FIRST_SAMPLES = ("voortgang-kustwacht-2021.txt", "leeszalen-rijksarchieven-2022.pdf")


@dataclass(frozen=True, slots=True)
class LeftPlace:
    """Where a window was when it closed its project: the file, the letter and the caret."""

    project: Path | None
    read_only: bool
    letter_id: int | None
    caret: int


class Opening(QObject):
    """Opens projects in the window, one at a time."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._welcome: Welcome | None = None
        self._recent: Recent
        self._to_import: list[Path] = []
        self._open_first: Callable[[], object] = lambda: None
        self._mark = StartMark(window.settings.folder)
        self._unshown: Session | None = None  # opened, and not known to be painted
        self._held_back: Path | None = None  # the last project, where it was not opened by itself

    def start(self, paths: Sequence[Path], project: Path | None, *, sample: bool) -> None:
        """Show what the command line asks for: a project, letters in a project, or the last project."""
        self._to_import = [path for path in paths if path.suffix != ".kant"]
        projects = [path for path in paths if path.suffix == ".kant"]
        last = self._window.settings.text("last_project")
        if sample:
            self._open_first = self.open_sample
        elif project is not None:
            self._open_first = lambda: self.open_or_make(project)
        elif projects:
            self._open_first = lambda: self.open_path(projects[0])
        elif last and not self._to_import and os.path.isfile(last):
            self._open_first = lambda: self._open_last(Path(last))
        if self._window.analyst:
            self._open_first()

    def _open_last(self, path: Path) -> None:
        """Open the project of the last time, unless that ended the program before it was on the screen."""
        if self._mark.has_failed():
            self._held_back = path
            return
        self._mark.begin()
        self.open_path(path)

    def after_first_paint(self) -> None:
        """Do what need not be there for the first picture: ask for a name, import what was given."""
        window = self._window
        window.complete()
        # Behind the picture of all that was just made.
        QTimer.singleShot(0, self, self._keep_in_mind)
        if not window.analyst:
            self._ask_name()
            return
        if window.session is None:
            self.show_welcome()
            self._say_held_back()
        if self._to_import:
            window.files.import_paths(self._to_import)
        if window.session is not None and window.session.store.was_unclean:
            self._check_after_unclean_close(window.session)

    def _say_held_back(self) -> None:
        if self._held_back is None:
            return
        text = QT_TRANSLATE_NOOP(
            "Window",
            "The program ended twice before {name} was on the screen, so it was not opened by itself this "
            "time. Open it here to try again, or open a backup of it.",
        )
        self._window.say(Message("Window", text, {"name": printable(self._held_back.name)}))

    def _keep_in_mind(self) -> None:
        """Open the project at the next start too: it is on the screen, and the program still runs."""
        session, self._unshown = self._unshown, None
        if session is not None and session is self._window.session and not session.read_only:
            self._window.settings.remember_project(str(session.store.path))
        if session is not None and session is self._window.session and not session.closed:
            self._window.attempt(lambda: self._say_what_is_left_out(session))
        if session is not None or self._held_back is None:
            self._mark.done()

    def _say_what_is_left_out(self, session: Session) -> None:
        """Say what of the codebook cannot be read: the letters are worked on with what can be."""
        faults = session.store.reader.codebook_faults()
        if faults:
            text = QT_TRANSLATE_NOOP(
                "Window",
                "The codebook of {name} is damaged, and part of it is left out: {fault} "
                "Look through it in the codebook editor, or open a backup.",
            )
            name = printable(session.store.path.name)
            self._window.say(Message("Window", text, {"name": name, "fault": faults[0]}))

    def _ask_name(self) -> None:
        """Ask in the window who works here; what was asked for on the command line follows."""
        from annotator.ui.features.projects.name_dialog import NameDialog

        window = self._window
        page = QWidget(window)
        card = NameDialog("", page)
        card.setWindowFlags(Qt.WindowType.Widget)
        centred = QGridLayout(page)
        centred.addWidget(card, 0, 0, Qt.AlignmentFlag.AlignCenter)

        def answered() -> None:
            import getpass

            window.analyst = card.name() or getpass.getuser()
            if card.name():
                window.settings.set("analyst", card.name())
            window.pages.setCurrentWidget(window.desk_page)
            window.pages.removeWidget(page)
            part_with(page)
            window.show_docks(True)
            self._open_first()
            self.after_first_paint()

        card.finished.connect(answered)
        window.show_docks(False)
        window.pages.addWidget(page)
        window.pages.setCurrentWidget(page)
        card.show()
        card.setFocus()

    def show_welcome(self) -> None:
        """Show the page for when no project is open."""
        window = self._window
        window.complete()
        if self._welcome is None:
            from annotator.ui.features.projects.recent import Recent
            from annotator.ui.features.projects.welcome import Welcome

            keys_of = window.actions_.keys_of
            new, old = keys_of("new_project"), keys_of("open_project")
            self._welcome = Welcome(window, new_keys=new, open_keys=old)
            self._recent = Recent(window, self._welcome)
            window.pages.addWidget(self._welcome)
        self._recent.show()
        window.show_docks(False)
        window.pages.setCurrentWidget(self._welcome)
        self._welcome.setFocus()
        window.actions_.enable(letter=False, writable=False)
        window.strip.clear()
        window.help.show_hints()

    def open_path(self, path: Path, *, read_only: bool = False, loud: bool = False) -> bool:
        """Open a project in place of the one that is open; a problem is shown, and what was open stays.

        With `loud` the problem is raised.
        """
        try:
            if not self._is_open(path):
                self._replace(Store.open(path, read_only=read_only, analyst=self._window.analyst))
        except Problem as problem:
            if loud:
                raise
            return self._tell(problem)
        return True

    def _is_open(self, path: Path) -> bool:
        """Tell whether this window has the project: opened twice, it would lock itself out."""
        session = self._window.session
        return session is not None and not session.read_only and session.store.path == resolved(path)

    def _replace(self, store: Store) -> None:
        """Show a project in place of the one that is open; what cannot be closed stays."""
        try:
            session = Session(store, self._window.analyst, self._window.background.post)
            self.close_session()
        except Problem:
            store.close()
            raise
        self._show(session)

    def _tell(self, problem: Problem) -> bool:
        self._window.complete()
        self._window.files.tell(problem.message)
        if self._window.session is None:
            self.show_welcome()
        return False

    def open_or_make(self, path: Path) -> bool:
        """Open a project, made first where there is none."""
        if os.path.exists(path):
            return self.open_path(path)
        return self.make_project(path)

    def make_project(self, path: Path) -> bool:
        """Make a project with the codebook for Kamerbrieven and open it; a problem is shown."""
        from annotator.core.codebook_toml import read_codebook

        try:
            book = read_codebook(resource_path("codebooks/kamerbrieven.toml"))
            self._replace(Store.create(path, book, self._window.analyst))
        except Problem as problem:
            return self._tell(problem)
        return True

    def open_sample(self) -> None:
        """Open the project with the sample letters, made first where there is none."""
        import platformdirs

        path = Path(platformdirs.user_data_dir("kanttekening")) / "sample.kant"
        path.parent.mkdir(parents=True, exist_ok=True)
        is_new = not os.path.exists(path)
        if self.open_or_make(path) and is_new:
            self._window.complete()
            folder = resource_path("sample")
            others = sorted(p for p in folder.glob("*.txt") if p.name not in _FIRST_SAMPLES)
            self._window.files.import_paths([*(folder / name for name in _FIRST_SAMPLES), *others])

    def _show(self, session: Session) -> None:
        window = self._window
        self._unshown = session
        window.show_docks(True)
        try:
            window.show_session(session)
        except Problem:  # a list that cannot be read: half a window would be worse than none
            window.complete()
            session.abandon()
            self._put_away()
            raise
        if window.is_complete:
            FirstPicture(window.view.viewport(), self._keep_in_mind)

    def leave(self, *, whole: bool = True) -> LeftPlace | None:
        """Close the project for a window that takes over; None where something is not saved: it stays.

        Not `whole`: for this window, which opens it again.
        """
        window = self._window
        session, caret = window.session, window.view.caret()
        letter_id = session.letter_id if session is not None else None
        window.keep_layout()
        try:
            self.close_session(back_up=False)
        except Problem as problem:
            window.say(problem.message)
            return None
        if whole:
            window.paging.close()
        path = session.store.path if session is not None else None
        return LeftPlace(path, session is not None and session.read_only, letter_id, caret)

    def come_back(self, place: LeftPlace) -> None:
        """Open what another window left, at the same place."""
        window = self._window
        if place.project is None or not self.open_path(place.project, read_only=place.read_only):
            self.show_welcome()
        elif window.session is not None and place.letter_id is not None:
            window.session.open_letter(place.letter_id)
            window.view.move_caret(place.caret)

    def read_anew(self) -> None:
        """Open the project again at the same place, as the file has it: after a change that was lost."""
        place = self.leave(whole=False)
        if place is not None:
            self.come_back(place)

    def close_session(self, *, back_up: bool = True) -> None:
        """Write what is left, close the project, and have it backed up while the analyst goes on.

        Raises `Problem` where something cannot be saved.
        """
        window = self._window
        if (session := window.session) is not None:
            window.complete()
            window.word_review.leave()  # what was decided there is done first
            if window.tasks is not None:
                window.tasks.operations.end()
            window.flush_panels()
            window.review.close()
            window.searching.stop()
            window.index_keeper.leave()
            window.proposal_desk.leave()
            self._keep_in_mind()
            self._remember(session)
            session.close()
            self._put_away()
            if back_up:
                window.safekeeping.closed(session)

    def close_project(self) -> None:
        """Close the project and show the welcome page, at the next start too."""
        if self._window.session is not None and self.close_or_ask():
            self._window.settings.set("last_project", "")
            self._window.setWindowTitle("Kanttekening")
            self._window.head.set_title("")
            self.show_welcome()

    def _remember(self, session: Session) -> None:
        """Keep for the welcome page when the project was open, and what was in it."""
        if session.read_only or session.closed:
            return
        from annotator.ui.features.projects.recent import remember

        try:
            counts = session.store.reader.status_counts()
        except Problem:  # a file that is gone can still be closed
            counts = None
        remember(self._window.settings, session.store.path, counts)

    def _put_away(self) -> None:
        """Take the closed project out of the views: nothing may ask it for anything any more."""
        window = self._window
        if hasattr(window, "review"):  # not there where the first project could not be shown at all
            window.review.retire()
        window.word_review.forget()
        window.paging.retire()
        window.searching.forget()
        window.index_keeper.leave()
        window.proposal_desk.leave()
        window.desk.retire()
        window.letters.set_source(None)
        window.finding.forget()
        if window.tasks is not None:
            window.tasks.deleteLater()
        window.session = window.suspecting = window.tasks = None

    def close_or_ask(self) -> bool:
        """Close the project; where something cannot be saved, ask. False: stay open."""
        session = self._window.session
        try:
            self.close_session()
        except Problem as problem:
            box = QMessageBox(self._window)
            box.setIcon(QMessageBox.Icon.Warning)
            box.setWindowTitle(self.tr("Not saved"))
            box.setTextFormat(Qt.TextFormat.PlainText)
            box.setText(translated(problem.message))
            stay = box.addButton(self.tr("Stay and try again"), QMessageBox.ButtonRole.RejectRole)
            box.addButton(self.tr("Close and lose it"), QMessageBox.ButtonRole.DestructiveRole)
            box.setDefaultButton(stay)
            box.exec()
            if box.clickedButton() is stay or session is None:
                return False
            session.abandon()
            self._put_away()
        return True

    def _check_after_unclean_close(self, session: Session) -> None:
        """Look through a file that was not closed the last time, in the background."""
        from annotator.storage.check import quick_check

        path = session.store.path

        def done(faults: Sequence[Message]) -> None:
            if faults:
                self._window.files.tell(faults[0])
            else:
                text = QT_TRANSLATE_NOOP(
                    "Window",
                    "The program was not closed the last time. The project was checked: all is there.",
                )
                self._window.say(Message("Window", text))

        self._window.background.run(lambda progress, cancelled: quick_check(path), done, lambda error: None)
