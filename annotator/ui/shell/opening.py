"""Opening and closing projects: what is asked for, the welcome page, the sample."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.resources import resource_path
from annotator.session import Session
from annotator.session.project import opening as project_files
from annotator.session.project.letters import Letters
from annotator.ui.context import Context
from annotator.ui.shell.frame import Frame
from annotator.ui.shell.last_place import LastPlace
from annotator.ui.shell.workspace import Workspace
from annotator.ui.translate import translated

if TYPE_CHECKING:
    from annotator.ui.features.projects.recent import Recent
    from annotator.ui.features.projects.welcome import Welcome

# The one to begin with: several pages, every kind of tag; then the one that was scanned.
_FIRST_SAMPLES = ("voortgang-kustwacht-2021.txt", "leeszalen-rijksarchieven-2022.pdf")


class LeftPlace(NamedTuple):
    """Where a window was when it closed its project: the file, the letter and the caret."""

    project: Path | None
    read_only: bool
    letter_id: int | None
    caret: int


class Host(Protocol):
    """What shows a project in the window."""

    @property
    def workspace(self) -> Workspace | None:
        """What belongs to the open project; None while there is none."""

    @property
    def has_rest(self) -> bool:
        """Tell whether what the first picture did without has been made."""

    def show_project(self, session: Session) -> None:
        """Show a project that was just opened. Raises `UserError` where its letters cannot be listed."""

    def put_away(self) -> None:
        """Take the project, which is closed, out of the views."""

    def show_no_project(self) -> None:
        """Show that no project is open, what can be done and which keys matter."""

    def make_rest(self) -> None:
        """Make what the first picture did without."""

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import files and folders into the open project, or into one that is asked for."""


class Opening(QObject):
    """Opens projects in the window, one at a time."""

    shown = Signal(object)  # Session: a project was opened and is shown
    closing = Signal()  # the project that is shown is about to be closed

    def __init__(self, frame: Frame, context: Context, host: Host) -> None:
        super().__init__(frame)
        self._frame, self._context, self._host = frame, context, host
        self._welcome: Welcome | None = None
        self._recent: Recent

    @property
    def _session(self) -> Session | None:
        workspace = self._host.workspace
        return workspace.session if workspace is not None else None

    def show_welcome(self) -> None:
        """Show the page for when no project is open."""
        self._host.make_rest()
        pages = self._frame.views.pages
        if self._welcome is None:
            from annotator.ui.features.projects.recent import Recent
            from annotator.ui.features.projects.welcome import Welcome

            keys_of = self._context.keys_of
            page = Welcome(self._frame, new_keys=keys_of("new_project"), open_keys=keys_of("open_project"))
            page.new_wanted.connect(self.new_project)
            page.open_wanted.connect(self.open_project)
            page.sample_wanted.connect(self.open_sample)
            page.project_wanted.connect(lambda path: self.open_path(Path(path)))
            self._welcome, self._recent = page, Recent(page, self._context)
            pages.addWidget(page)
        self._recent.show()
        self._frame.show_docks(False)
        pages.setCurrentWidget(self._welcome)
        self._welcome.setFocus()
        self._host.show_no_project()

    # --- asking -------------------------------------------------------------------------------------

    def new_project(self) -> bool:
        """Ask where a new project goes and with which codebook, make it and open it."""
        from annotator.ui.features.projects.codebooks import CodebookChoice

        codebooks = CodebookChoice(self._context.language)
        settings = self._context.settings
        start = str(Path(settings.text("last_folder") or Path.home()) / self.tr("letters.kant"))
        title = self.tr("New project")
        name, said = QFileDialog.getSaveFileName(self._frame, title, start, codebooks.filters)
        if not name:
            return False
        path = Path(name) if name.endswith(".kant") else Path(name + ".kant")
        settings.set("last_folder", str(path.parent))
        if path.exists():
            text = QT_TRANSLATE_NOOP("Files", "{name} is there already. Choose another name, or open it.")
            self._context.dialogs.tell(Message("Files", text, {"name": path.name}))
            return False
        codebook = codebooks.chosen(said, str(path.parent), self._frame)
        return codebook is not None and self.make_project(path, codebook)

    def open_project(self) -> None:
        """Ask which project to open."""
        settings = self._context.settings
        folder = settings.text("last_folder") or str(Path.home())
        name, _ = QFileDialog.getOpenFileName(self._frame, self.tr("Open project"), folder, self._filter())
        if name:
            settings.set("last_folder", str(Path(name).parent))
            self.open_path(Path(name))

    def _filter(self) -> str:
        return self.tr("Kanttekening projects (*.kant)")

    # --- opening ------------------------------------------------------------------------------------

    def open_path(self, path: Path, *, read_only: bool = False, loud: bool = False) -> bool:
        """Open a project in place of the one that is open; a problem is shown, and what was open stays.

        With `loud` the problem is raised.
        """
        try:
            if not self._is_open(path):
                context = self._context
                self._replace(
                    project_files.open_project(path, context.analyst, context.tasks.post, read_only=read_only)
                )
        except UserError as problem:
            if loud:
                raise
            return self._tell(problem)
        return True

    def _is_open(self, path: Path) -> bool:
        """Tell whether this window has the project: opened twice, it would lock itself out."""
        session = self._session
        return session is not None and not session.read_only and project_files.is_of(session, path)

    def _replace(self, session: Session) -> None:
        """Show a project in place of the one that is open; what cannot be closed stays."""
        try:
            self.close_session()
        except UserError:
            project_files.discard(session)
            raise
        self._show(session)

    def _tell(self, problem: UserError) -> bool:
        self._host.make_rest()
        self._context.dialogs.tell(problem.message)
        if self._session is None:
            self.show_welcome()
        return False

    def open_or_make(self, path: Path) -> bool:
        """Open a project, made first where there is none."""
        if os.path.exists(path):
            return self.open_path(path)
        return self.make_project(path)

    def make_project(self, path: Path, codebook: Path | None = None) -> bool:
        """Make a project, with the codebook for Kamerbrieven if none is named, and open it."""
        from annotator.language.languages import DUTCH
        from annotator.session.codebook.files import read_codebook_file

        try:
            book = read_codebook_file(codebook or resource_path("codebooks/kamerbrieven.toml"), DUTCH)
            context = self._context
            self._replace(project_files.make_project(path, book, context.analyst, context.tasks.post))
        except UserError as problem:
            return self._tell(problem)
        return True

    def open_sample(self) -> None:
        """Open the project with the sample letters, made first where there is none."""
        import platformdirs

        path = Path(platformdirs.user_data_dir("kanttekening")) / "sample.kant"
        path.parent.mkdir(parents=True, exist_ok=True)
        is_new = not os.path.exists(path)
        if self.open_or_make(path) and is_new:
            self._host.make_rest()
            folder = resource_path("sample")
            others = sorted(p for p in folder.glob("*.txt") if p.name not in _FIRST_SAMPLES)
            self._host.import_paths([*(folder / name for name in _FIRST_SAMPLES), *others])

    def _show(self, session: Session) -> None:
        self._frame.show_docks(True)
        try:
            self._host.show_project(session)
        except UserError:  # a list that cannot be read: half a project would be worse than none
            session.abandon()
            self._host.put_away()
            raise
        self.shown.emit(session)

    def leave(self) -> LeftPlace | None:
        """Close the project to have it opened again, here or in another window; None where something is not
        saved: it stays."""
        session, caret = self._session, self._context.text.caret()
        letter_id = session.letter_id if session is not None else None
        try:
            self.close_session(back_up=False)
        except UserError as problem:
            self._context.say(problem.message)
            return None
        path = session.store.path if session is not None else None
        return LeftPlace(path, session is not None and session.read_only, letter_id, caret)

    def come_back(self, place: LeftPlace) -> None:
        """Open what was left, at the same place."""
        if place.project is None or not self.open_path(place.project, read_only=place.read_only):
            self.show_welcome()
        elif (session := self._session) is not None and place.letter_id is not None:
            session.open_letter(place.letter_id)
            self._context.text.move_caret(place.caret)

    def read_anew(self) -> None:
        """Open the project again at the same place, as the file has it: after a change that was lost."""
        place = self.leave()
        if place is not None:
            self.come_back(place)

    def try_to_write(self) -> None:
        """Open the project, which is open for reading only, for writing, at the same place."""
        place = self.leave()
        if place is None:
            return
        self.come_back(place._replace(read_only=False))
        session = self._session
        if session is not None and not session.read_only:
            text = QT_TRANSLATE_NOOP("Window", "The project can be worked on now.")
            self._context.say(Message("Window", text))

    # --- closing ------------------------------------------------------------------------------------

    def close_session(self, *, back_up: bool = True) -> None:
        """Write what is left, close the project, and have it backed up while the analyst goes on.

        Raises `UserError` where something cannot be saved.
        """
        workspace = self._host.workspace
        if workspace is None:
            return
        self._host.make_rest()
        workspace.finish()
        self._keep_place(workspace.session)
        self._frame.keep_layout()
        self.closing.emit()
        self._remember(workspace.session)
        workspace.session.close()
        self._host.put_away()
        if back_up:
            workspace.backups.closed()

    def close_project(self) -> None:
        """Close the project and show the welcome page, at the next start too."""
        if self._session is None:
            self._context.say(Message("Window", QT_TRANSLATE_NOOP("Window", "No project is open.")))
        elif self.close_or_ask():
            self._context.settings.set("last_project", "")
            self._frame.setWindowTitle("Kanttekening")
            self._frame.views.head.set_title("")
            self.show_welcome()

    def _keep_place(self, session: Session) -> None:
        """Keep where the analyst is, for the next time that the project is opened."""
        listed, caret = self._frame.views.letters.wanted(), self._context.text.caret()
        place = LastPlace(session.letter_id or 0, caret, listed)
        self._context.settings.set_place(str(session.store.path), place.written())

    def _remember(self, session: Session) -> None:
        """Keep for the welcome page when the project was open, and what was in it."""
        if session.read_only or session.closed:
            return
        from annotator.ui.features.projects.recent import remember

        try:
            counts = Letters(session).status_counts()
        except UserError:  # a file that is gone can still be closed
            counts = None
        remember(self._context.settings, session.store.path, counts)

    def close_or_ask(self) -> bool:
        """Close the project; where something cannot be saved, ask. False: stay open."""
        session = self._session
        try:
            self.close_session()
        except UserError as problem:
            box = QMessageBox(self._frame)
            box.setIcon(QMessageBox.Icon.Warning)
            box.setWindowTitle(self.tr("Not saved"))
            box.setTextFormat(Qt.TextFormat.PlainText)
            box.setText(translated(problem.message))
            stay = box.addButton(self.tr("Stay and try again"), QMessageBox.ButtonRole.RejectRole)
            box.addButton(self.tr("Close without saving it"), QMessageBox.ButtonRole.DestructiveRole)
            box.setDefaultButton(stay)
            box.exec()
            if box.clickedButton() is stay or session is None:
                return False
            session.abandon()
            self._host.put_away()
        return True
