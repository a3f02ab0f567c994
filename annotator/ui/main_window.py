"""The main window: the one place where the views are wired to the session."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from annotator.commands import Command, apply_tag, remove_passage_of
from annotator.core import operations
from annotator.core.codebook_toml import read_codebook
from annotator.core.messages import Message
from annotator.core.problems import Problem
from annotator.core.text import Span, clean
from annotator.resources import resource_path
from annotator.session import SaveState, Session, Touched, labels
from annotator.session.suspecting import Runner, Suspecting
from annotator.storage.store import Store
from annotator.ui.actions import Actions
from annotator.ui.background import Background
from annotator.ui.correction_box import CorrectionBox
from annotator.ui.desk.text_view import TextView
from annotator.ui.desk_controller import DeskController
from annotator.ui.files import Files
from annotator.ui.kit.panel_header import PanelHeader
from annotator.ui.letters_list import LettersList
from annotator.ui.moves import Moves
from annotator.ui.name_dialog import NameDialog
from annotator.ui.panes import LAYOUT_VERSION, FocusRing, add_pane
from annotator.ui.review_controller import ReviewController
from annotator.ui.save_problem_bar import SaveProblemBar
from annotator.ui.settings import Settings
from annotator.ui.side_panels import SidePanels
from annotator.ui.status_strip import StatusStrip
from annotator.ui.theme import ThemeKeeper
from annotator.ui.translate import translated
from annotator.ui.welcome import Welcome
from annotator.ui.window_commands import COMMANDS
from annotator.ui.window_help import WindowHelp

_MESSAGE_MS = 6_000


class MainWindow(QMainWindow):
    """Shows the open project, and hands what is asked of the views to the session."""

    def __init__(self, settings: Settings, themes: ThemeKeeper, runner: Runner, language: str) -> None:
        super().__init__()
        self.settings, self.themes, self.runner, self.language = settings, themes, runner, language
        self.session: Session | None = None
        self.suspecting: Suspecting | None = None
        self.analyst = ""
        self._welcome: Welcome | None = None
        self._to_import: list[Path] = []
        self._open_first: Callable[[], None] = lambda: None
        self.background = Background(self)
        self.setWindowTitle("Kanttekening")
        self.setAcceptDrops(True)
        self._build()
        self._wire()
        self._restore_layout()

    # --- building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        self.view = TextView(clean, self)
        self.view.setAccessibleName(self.tr("Text of the letter"))
        self.head = PanelHeader("", "", self)
        self.trouble = SaveProblemBar(self)
        self.desk_page = QWidget(self)
        column = QVBoxLayout(self.desk_page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.head, self.trouble, self.view):
            column.addWidget(widget)
        self.trouble.hide()
        self.box = CorrectionBox(self.desk_page)
        self.box.hide()
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.desk_page)
        self.setCentralWidget(self.pages)
        self.letters = LettersList(parent=self)
        self.letters_dock = add_pane(
            self, "letters", self.tr("Letters"), self.letters, Qt.DockWidgetArea.LeftDockWidgetArea
        )
        self.side = SidePanels(self)
        self.form = self.side.form
        self.strip = StatusStrip(self)
        self.statusBar().addWidget(self.strip, 1)
        self.statusBar().setSizeGripEnabled(False)
        self.moves = Moves(self)
        self.help = WindowHelp(self)
        self.files = Files(self, self.settings, self.background, self.open_path, self.letters_arrived)
        self.actions_ = Actions(COMMANDS, self, self.view, self.run)
        self.actions_.fill(self.menuBar(), {"Tag": self._fill_tag_menu, "View": self._fill_view_menu})
        self.ring = FocusRing((self.letters, self.view, *self.side.panels))
        self._message_timer = QTimer(self)
        self._message_timer.setSingleShot(True)
        self._message_timer.setInterval(_MESSAGE_MS)
        self._message_timer.timeout.connect(self.help.show_hints)

    def _wire(self) -> None:
        """Connect every request of a view to what answers it. Nothing else wires views."""
        view, form, side = self.view, self.form, self.side
        view.word_activated.connect(
            lambda start, end: self.review.open_on(start, end) if self.session else None
        )
        view.caret_moved.connect(lambda _: self._place_timer.start())
        self._place_timer = QTimer(self)
        self._place_timer.setSingleShot(True)
        self._place_timer.setInterval(30)
        self._place_timer.timeout.connect(self.help.show_place)
        view.installEventFilter(self)
        self.letters.letter_wanted.connect(self.open_letter)
        self.letters.left.connect(self.moves.focus_desk)
        form.value_edited.connect(self.value_edited)
        form.value_removed.connect(self.value_removed)
        form.evidence_wanted.connect(self.moves.show_evidence)
        form.undo_wanted.connect(lambda: self.actions_["undo"].trigger())
        form.done.connect(self.moves.focus_desk)
        side.outline.section_wanted.connect(self.moves.go_to_section)
        side.passages.passage_wanted.connect(self.moves.go_to_passage)
        side.passages.passage_removal_wanted.connect(self.remove_passage)
        side.passages.note_edited.connect(self.passage_noted)
        side.corrections.place_wanted.connect(lambda start, end: self.select(Span(start, end), focus=True))
        side.corrections.restore_wanted.connect(self.restore_reading)
        side.notes.note_edited.connect(self.note_edited)
        side.notes.status_wanted.connect(self.moves.set_status)
        self.trouble.try_again.connect(lambda: self.session.store.retry() if self.session else None)
        self.trouble.save_copy.connect(self.files.backup_dialog)
        self.themes.changed.connect(lambda _: self._theme_changed())

    def _restore_layout(self) -> None:
        self.resize(1440, 900)
        self.side.default_layout(self.letters_dock)
        geometry, state = self.settings.state("geometry"), self.settings.state("docks")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        if not state.isEmpty():
            self.restoreState(state, LAYOUT_VERSION)
        self.view.set_text_size(self.settings.number("text_size"))

    # --- session ------------------------------------------------------------------------------------

    def show_session(self, session: Session) -> None:
        """Show a project that was just opened."""
        self.session = session
        self.suspecting = Suspecting(session, self.runner, self.background.post)
        self.desk = DeskController(self.view, session, self.suspecting, self.language)
        self.review = ReviewController(
            self.view, self.box, self.desk, session, self.suspecting, self.say, self.help.preview_places
        )
        session.opened.connect(lambda _: self.letter_opened())
        session.touched.connect(self.touched)
        session.saving.connect(self.show_saving)
        session.letter_changed.connect(self._letter_changed)
        self.suspecting.changed.connect(lambda _: self.help.show_suspects_left())
        self.form.set_codebook(session.codebook, self.language)
        self.side.set_codebook(session.codebook, self.language)
        self.actions_.set_tags(session.codebook, self.language, self.apply_tag)
        self._refill_tag_menu()
        self.letters.set_source(session.store.reader)
        self.strip.set_analyst(session.analyst)
        self.pages.setCurrentWidget(self.desk_page)
        self.setWindowTitle(f"{session.store.path.stem} — Kanttekening")
        self.show_saving(session.save_state)
        first = self.letters.first_letter()
        session.open_letter(first)
        if first is None:
            self.letters.setFocus()
        else:
            self.view.setFocus()
        for warning in session.store.warnings:
            self.say(warning)

    def letter_opened(self) -> None:
        """Show the letter that the session put on the desk."""
        session = self.session
        if session is None:
            return
        self.moves.set_editing(False)
        self.letters.set_current(session.letter_id)
        self.side.show_letter(session.letter)
        self.head.set_title(session.letter.about.title if session.letter else "")
        self.actions_.enable(letter=session.letter is not None, writable=not session.read_only)
        self.help.show_place()
        self.help.show_suspects_left()
        self.help.show_hints()

    def touched(self, touched: Touched) -> None:
        """Refresh what a change touched."""
        if self.session is not None and self.session.letter is not None:
            self.side.refresh(self.session.letter, touched.kinds)
            if "about" in touched.kinds:
                self.head.set_title(self.session.letter.about.title)

    def _letter_changed(self, letter_id: int) -> None:
        self.letters.refresh_later(letter_id)

    def open_letter(self, letter_id: int) -> None:
        """Open a letter and give the desk the keys."""
        if self.session is not None:
            self.flush_panels()
            self.session.open_letter(letter_id)
            self.moves.focus_desk()

    def flush_panels(self) -> None:
        """Take what is being typed in a panel, before its letter is left."""
        self.form.flush()
        self.side.notes.flush()

    def letters_arrived(self, ids: Sequence[int]) -> None:
        """Show letters that came in; the first of them goes on the desk if it was empty."""
        if self.session is None:
            return
        self.letters.reload()
        if self.session.letter_id is None and ids:
            self.session.open_letter(ids[0])
            self.moves.focus_desk()

    def review_is_open(self) -> bool:
        """Tell whether the correction box is open."""
        return self.session is not None and self.review.is_open

    def review_next(self) -> None:
        """Open the correction box on the next suspect."""
        if self.session is not None:
            self.review.next()

    def review_previous(self) -> None:
        """Open the correction box on the suspect before."""
        if self.session is not None:
            self.review.previous()

    # --- opening and closing ----------------------------------------------------------------------------

    def start(self, paths: Sequence[Path], project: Path | None, *, sample: bool) -> None:
        """Show what the command line asks for: a project, letters in a project, or the last project."""
        self._to_import = [path for path in paths if path.suffix != ".kant"]
        projects = [path for path in paths if path.suffix == ".kant"]
        last = self.settings.text("last_project")
        if sample:
            self._open_first = self.open_sample
        elif project is not None:
            self._open_first = lambda: self.open_or_make(project)
        elif projects:
            self._open_first = lambda: self.open_path(projects[0])
        elif last and not self._to_import and Path(last).is_file():
            self._open_first = lambda: self.open_path(Path(last))
        if self.analyst:
            self._open_first()

    def after_first_paint(self) -> None:
        """Do what need not be there for the first picture: ask for a name, import what was given."""
        if not self.analyst:
            self.analyst = NameDialog.ask(self) or getpass.getuser()
            self.settings.set("analyst", self.analyst)
            self._open_first()
        if self.session is None:
            self.show_welcome()
        if self._to_import:
            self.files.import_paths(self._to_import)
        if self.session is not None and self.session.store.was_unclean:
            self.files.check_after_unclean_close()

    def show_welcome(self) -> None:
        """Show the page for when no project is open."""
        if self._welcome is None:
            self._welcome = Welcome(self)
            self._welcome.new_wanted.connect(self.files.new_project)
            self._welcome.open_wanted.connect(self.files.open_project)
            self._welcome.sample_wanted.connect(self.open_sample)
            self.pages.addWidget(self._welcome)
        self.pages.setCurrentWidget(self._welcome)
        self._welcome.setFocus()
        self.help.show_hints()

    def open_path(self, path: Path, *, read_only: bool = False, loud: bool = False) -> None:
        """Open a project in place of the one that is open; a problem is shown, and what was open stays."""
        try:
            store = Store.open(path, read_only=read_only, analyst=self.analyst)
        except Problem as problem:
            if loud:
                raise
            self.files.tell(problem.message)
            return
        self._show_store(store)

    def open_or_make(self, path: Path) -> None:
        """Open a project, made first where there is none."""
        if path.exists():
            self.open_path(path)
        else:
            self.make_project(path)

    def make_project(self, path: Path) -> None:
        """Make a project with the codebook for Kamerbrieven and open it. Raises `Problem`."""
        book = read_codebook(resource_path("codebooks/kamerbrieven.toml"))
        self._show_store(Store.create(path, book, self.analyst))

    def open_sample(self) -> None:
        """Open the project with the sample letters, made first where there is none."""
        import platformdirs

        path = Path(platformdirs.user_data_dir("kanttekening")) / "sample.kant"
        path.parent.mkdir(parents=True, exist_ok=True)
        is_new = not path.exists()
        self.open_or_make(path)
        if is_new:
            self.files.import_paths([resource_path("sample")])

    def _show_store(self, store: Store) -> None:
        self.close_session()
        if not store.read_only:
            self.settings.remember_project(str(store.path))
        self.show_session(Session(store, self.analyst, self.background.post))

    def close_session(self) -> None:
        """Write what is left and close the project."""
        if self.session is not None:
            self.review.close()
            self.session.close()
            self.session = None

    # --- the workbench that commands work on -----------------------------------------------------------

    def run(self, command: Command) -> None:
        """Run a command; a problem is shown as its one sentence."""
        if self.session is None and command.needs_letter:
            return
        try:
            command.run(self)
        except Problem as problem:
            self.say(problem.message)

    def caret(self) -> int:
        """Return the caret's offset in the text."""
        return self.view.caret()

    def selection(self) -> Span:
        """Return the selection; empty at the caret where nothing is selected."""
        return Span(*self.view.selection())

    def select(self, span: Span, *, focus: bool = False) -> None:
        """Select a span and bring it into view."""
        self.view.select(span.start, span.end)
        if focus:
            self.moves.focus_desk()

    def chosen_field(self) -> str:
        """Return the id of the field that a selection goes into."""
        return self.form.chosen

    def choose_next_field(self) -> None:
        """Choose the next field that is still empty."""
        self.form.choose_next_empty()

    def say(self, message: Message) -> None:
        """Show a passing message in the status strip."""
        self.strip.set_hints([("", translated(message))])
        self._message_timer.start()

    def apply_tag(self, tag_id: str) -> None:
        """Put a tag on the selection, or on the word or section at the caret."""
        try:
            apply_tag(self, tag_id)
        except Problem as problem:
            self.say(problem.message)

    # --- what the panels ask ----------------------------------------------------------------------------

    def value_edited(self, field_id: str, position: int, shown: str, value: str) -> None:
        """Take a value that was typed into the form."""
        session = self.session
        if session is None or session.letter is None:
            return
        field = session.codebook.field(field_id)
        name = field.name("en") if field else field_id
        held = next((v for v in session.letter.values_of(field_id) if v.position == position), None)
        if not shown and held is not None:
            delta = operations.remove_value(session.letter, held.uid)
        elif not shown:
            return
        else:
            delta = operations.set_value(
                session.letter, field_id, position, value, shown, None, session.stamp()
            )
        self.do(labels.filled(name, shown), delta)

    def value_removed(self, uid: str) -> None:
        """Take a value out of the form."""
        session = self.session
        if session is not None and session.letter is not None and uid in session.letter.values:
            field = session.codebook.field(session.letter.values[uid].field)
            self.do(
                labels.filled(field.name("en") if field else "", ""),
                operations.remove_value(session.letter, uid),
            )

    def do(self, label: Message, delta: operations.Delta) -> None:
        """Make a change through the session; a problem is shown as its one sentence."""
        try:
            if self.session is not None:
                self.session.do(label, delta)
        except Problem as problem:
            self.say(problem.message)

    def remove_passage(self, uid: str) -> None:
        """Remove a passage that was chosen in the list."""
        if self.session is not None:
            remove_passage_of(self.session, uid)

    def passage_noted(self, uid: str, note: str) -> None:
        """Take a passage's note."""
        session = self.session
        if session is not None and session.letter is not None and uid in session.letter.passages:
            tag = session.codebook.tag(session.letter.passages[uid].tag)
            delta = operations.change_passage(session.letter, uid, note=note)
            self.do(labels.noted(tag.name("en") if tag else ""), delta)

    def note_edited(self, note: str) -> None:
        """Take the letter's note."""
        if self.session is not None and self.session.letter is not None:
            delta = operations.set_about(self.session.letter, lambda about: replace(about, note=note))
            self.do(labels.about("note"), delta)

    def restore_reading(self, index: int) -> None:
        """Bring the OCR's reading back where a correction stands."""
        session = self.session
        if session is not None and session.letter is not None:
            session.end_typing()
            correction = operations.restore_reading(session.letter, index)
            delta = operations.correct(session.letter, (correction,), session.stamp())
            self.do(labels.restored(correction.after), delta)

    # --- showing ----------------------------------------------------------------------------------------

    def show_saving(self, state: SaveState) -> None:
        """Show whether all is in the file."""
        names = {"saved": "saved", "saving": "saving", "failed": "not saved"}
        when = datetime.now() if state.state == "saved" else None
        detail = translated(state.problem) if state.problem else ""
        self.strip.set_saved(names[state.state], when, detail)  # type: ignore[arg-type]
        if state.problem is not None:
            self.trouble.show_problem(detail)
        elif state.state == "saved":
            self.trouble.hide()

    def _theme_changed(self) -> None:
        if self.session is not None:
            self.desk.show_letter()
            self.side.show_letter(self.session.letter)

    # --- events -----------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.help.show_hints()
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        projects = [path for path in paths if path.suffix == ".kant"]
        if projects:
            self.open_path(projects[0])
        elif paths:
            self.files.import_paths(paths)
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.set_state("geometry", self.saveGeometry())
        self.settings.set_state("docks", self.saveState(LAYOUT_VERSION))
        if self.session is not None:
            self.flush_panels()
            self.close_session()
        event.accept()
