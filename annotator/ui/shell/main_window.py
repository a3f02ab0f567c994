"""The main window: the one place where the views are wired to the session."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QMainWindow,
    QMenu,
    QProgressDialog,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.core.history import Delta
from annotator.core.messages import Message
from annotator.core.problems import Problem
from annotator.core.text import Span, clean
from annotator.session import SaveState, Session, Touched
from annotator.session.suspecting import Runner, Suspecting
from annotator.ui.features.editor.controller import DeskController
from annotator.ui.features.editor.text_view import TextView
from annotator.ui.features.letters import LettersList
from annotator.ui.features.page_images.page_pane import PagePane
from annotator.ui.features.panels.side_panels import SidePanels
from annotator.ui.settings import Settings
from annotator.ui.shell.docks import LAYOUT_VERSION, FocusRing, add_pane
from annotator.ui.shell.opening import Opening
from annotator.ui.shell.status_strip import StatusStrip
from annotator.ui.tasks import Background, Tasks
from annotator.ui.theme.theme import ThemeKeeper
from annotator.ui.translate import translated
from annotator.ui.widgets.drops import dropped_paths, holds_files, take_as_copy
from annotator.ui.widgets.key_events import alt_digit
from annotator.ui.widgets.panel_header import PanelHeader

if TYPE_CHECKING:
    # Brought in by `complete`, behind the first picture.
    from annotator.commands import Command
    from annotator.jobs.late import LateWorker
    from annotator.ui.features.backups.controller import Safekeeping
    from annotator.ui.features.codebook.controller import CodebookDesk
    from annotator.ui.features.duplicates.controller import Duplicates
    from annotator.ui.features.help.controller import WindowHelp
    from annotator.ui.features.learnt.controller import Learning
    from annotator.ui.features.letters.letter_actions import LetterCare
    from annotator.ui.features.page_images.page_commands import PageMoves
    from annotator.ui.features.page_images.paging import Paging
    from annotator.ui.features.palette import PaletteButton
    from annotator.ui.features.palette.palette_controller import Finding
    from annotator.ui.features.panels.form import FormPanel
    from annotator.ui.features.panels.panel_edits import Requests
    from annotator.ui.features.projects.save_problem_bar import SaveProblemBar
    from annotator.ui.features.proposals.controller import ProposalDesk
    from annotator.ui.features.proposals.readiness import Readiness
    from annotator.ui.features.review.controller import ReviewController
    from annotator.ui.features.review.correction_box import CorrectionBox
    from annotator.ui.features.search import SearchPage
    from annotator.ui.features.search.controller import Searching
    from annotator.ui.features.search.find_bar import FindBar
    from annotator.ui.features.search.find_controller import LetterFinding
    from annotator.ui.features.search.index_keeper import IndexKeeper
    from annotator.ui.features.search.replace_everywhere import Everywhere
    from annotator.ui.features.settings.controller import Preferences
    from annotator.ui.features.statistics.controller import Counting
    from annotator.ui.features.tables.controller import Tables
    from annotator.ui.features.transfer.files import Files
    from annotator.ui.features.word_review.controller import WordReview
    from annotator.ui.shell.actions import Actions
    from annotator.ui.shell.navigation import Moves

_MESSAGE_MS = 6_000


class MainWindow(QMainWindow):
    """Shows the open project, and hands what is asked of the views to the session.

    With `front_first` it makes what the first picture shows, and the rest when `complete` is called: the
    letter and the list are there sooner by half.
    """

    language_wanted = Signal(str)  # "" follows the system

    trouble: SaveProblemBar
    box: CorrectionBox
    form: FormPanel
    moves: Moves
    paging: Paging
    page_moves: PageMoves
    requests: Requests
    everywhere: Everywhere
    codebook_desk: CodebookDesk
    finder: LateWorker
    find_bar: FindBar
    letter_finding: LetterFinding
    search_page: SearchPage
    search_dock: QDockWidget
    searching: Searching
    index_keeper: IndexKeeper
    proposal_desk: ProposalDesk
    tables: Tables
    help: WindowHelp
    files: Files
    finding: Finding
    care: LetterCare
    counting: Counting
    learning: Learning
    readiness: Readiness
    duplicates: Duplicates
    palette_button: PaletteButton
    safekeeping: Safekeeping
    preferences: Preferences
    actions_: Actions
    ring: FocusRing
    review: ReviewController
    word_review: WordReview

    def __init__(
        self,
        settings: Settings,
        themes: ThemeKeeper,
        runner: Runner,
        language: str,
        *,
        front_first: bool = False,
    ) -> None:
        super().__init__()
        self.settings, self.themes, self.runner, self.language = settings, themes, runner, language
        self.analyst = ""
        self.session: Session | None = None
        self.tasks: Tasks | None = None
        self._stale: set[int] = set()
        self.grown: list[Span] = []  # what E went through to the selection as it is
        self.suspecting: Suspecting | None = None
        self.background = Background(self)
        self.is_complete = False
        self.setWindowTitle("Kanttekening")
        self.setAcceptDrops(True)
        self._build_front()
        self._restore_layout()
        if not front_first:
            self.complete()

    # --- building -----------------------------------------------------------------------------------

    def _build_front(self) -> None:
        self._docks_shown = True
        self.view = TextView(clean, self)
        self.view.setAccessibleName(self.tr("Text of the letter"))
        self.head = PanelHeader("", "", self)
        self.desk_page = QWidget(self)
        self.desk_column = QVBoxLayout()
        self.desk_column.setContentsMargins(0, 0, 0, 0)
        self.desk_column.setSpacing(0)
        for widget in (self.head, self.view):
            self.desk_column.addWidget(widget)
        desk_text = QWidget(self)
        desk_text.setLayout(self.desk_column)
        self.page_pane = PagePane(self.settings, desk_text, self)
        whole = QVBoxLayout(self.desk_page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.page_pane)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.desk_page)
        self.setCentralWidget(self.pages)
        self.letters = LettersList(parent=self)
        self.letters_dock = add_pane(
            self, "letters", self.tr("Letters"), self.letters, Qt.DockWidgetArea.LeftDockWidgetArea
        )
        self.side = SidePanels(self)
        self.strip = StatusStrip(self)
        self.statusBar().addWidget(self.strip, 1)
        self.statusBar().setSizeGripEnabled(False)
        self.menuBar().addMenu(" ")  # keeps its height until `complete` fills it
        self.opening = Opening(self)
        self.place_timer = self._timer(30)
        self.message_timer = self._timer(_MESSAGE_MS)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    def complete(self) -> None:
        """Make what the first picture did without, if that was not done yet."""
        if self.is_complete:
            return
        from annotator.ui.shell.composition import build_rest

        self.menuBar().clear()
        build_rest(self)
        self.is_complete = True
        self._restore_docks()
        if self.session is not None:
            self._show_rest(self.session)
            self._show_letter_in_rest(self.session)
        if self.settings.keys():
            self.help.show_changed_keys()  # last: it tells what all of the above makes possible

    def _restore_layout(self) -> None:
        room = self.screen().availableSize()
        self.resize(min(1440, room.width()), min(900, room.height()))
        geometry = self.settings.state("geometry")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        self.side.default_layout(self.letters_dock)
        self._restore_docks()
        self.view.set_text_size(self.settings.number("text_size"))

    def _restore_docks(self) -> None:
        state = self.settings.state("docks")
        if not state.isEmpty():
            self.restoreState(state, LAYOUT_VERSION)

    def show_docks(self, shown: bool) -> None:
        """Show the panes around the desk, or hide them while no project is open."""
        if shown == self._docks_shown:
            return
        self._docks_shown = shown
        for dock in (self.letters_dock, *self.side.docks.values()):
            dock.setVisible(shown)

    # --- session ------------------------------------------------------------------------------------

    def show_session(self, session: Session) -> None:
        """Show a project that was just opened."""
        self.session = session
        session.language = self.language
        self.tasks = Tasks(self, session, self.background, self._progress)
        self.suspecting = Suspecting(session, self.runner, self.background.post, held=not self.is_complete)
        self.suspecting.troubled.connect(lambda problem: self.say(problem.message))
        self.desk = DeskController(self.view, session, self.suspecting, self.language)
        self.desk.refused.connect(self.say)
        if self.is_complete:
            self._show_rest(session)
        session.opened.connect(lambda _: self.letter_opened())
        session.touched.connect(self.touched)
        session.saving.connect(self.show_saving)
        session.letter_changed.connect(self._letter_changed)
        session.codebook_changed.connect(lambda _: self.show_codebook(session))
        self.letters.set_source(session.store.reader)
        self.strip.set_analyst(session.analyst)
        self.pages.setCurrentWidget(self.desk_page)
        self.setWindowTitle(f"{session.store.path.stem} — Kanttekening")
        self.show_saving(session.save_state)
        first = self.letters.first_letter()
        try:
            session.open_letter(first)
        except Problem as problem:  # a damaged letter: the others can be worked on
            self.say(problem.message)
        if first is None:
            self.letters.setFocus()
        else:
            self.view.setFocus()
        holder = session.store.locked_by
        text = (
            self.tr("read only: {who} works in it").format(who=holder.who) if holder else self.tr("read only")
        )
        self.head.set_detail(text if session.read_only else "")
        for warning in session.store.warnings:
            self.say(warning)

    def _progress(self, text: str) -> QProgressDialog:
        return self.files.progress(text)  # by the time that one is asked for, the window is complete

    def _show_rest(self, session: Session) -> None:
        """Give what is not in the front what it needs of a project."""
        from annotator.ui.features.review.controller import ReviewController

        suspecting = self.suspecting
        if suspecting is None:
            raise RuntimeError("no project is open")
        self.paging.show_session(session)
        self.review = ReviewController(
            self.view,
            self.box,
            self.desk,
            session,
            suspecting,
            self.say,
            self.help.preview_places,
            self.everywhere.start,
            self.paging.box_images.image,
        )
        self.paging.attend(self.review)
        self.index_keeper.keep(session)
        self.proposal_desk.show_session(session)
        self.review.place_changed.connect(lambda _: self.help.show_hints())
        self.desk.numbered.connect(self.help.set_line_numbers)
        suspecting.changed.connect(lambda _: self.help.show_suspects_left())
        self.safekeeping.watch(session)
        self.show_codebook(session)

    def show_codebook(self, session: Session) -> None:
        """Show the codebook's names, colours and keys wherever they are used; the desk sees to its own."""
        if self.is_complete:
            # Behind the editor nobody sees the form: it is made anew when the editor is closed.
            show = self.side.set_tags if self.codebook_desk.editor else self.side.set_codebook
            self.side.form.set_text_language(session.text_language)
            show(session.codebook, self.language)
            self.letters.set_codebook(session.codebook, self.language)
            self.actions_.set_tags(session.codebook, self.language, self.apply_tag)
            self.codebook_desk.codebook_changed(session.codebook)
            self.show_what_can_be_done()

    def show_what_can_be_done(self) -> None:
        """Grey out what cannot be done now."""
        session = self.project
        has_letter = session.letter_id is not None and not self.word_review.is_open
        self.actions_.enable(letter=has_letter, writable=not session.read_only)

    def _show_letter_in_rest(self, session: Session) -> None:
        """Catch up with the letter that the front shows."""
        if session.letter is not None:
            self.help.set_line_numbers(session.letter.line_numbers())
        self.paging.controller.show_letter()
        self.letter_opened()
        if self.suspecting is not None:
            self.suspecting.release()

    def letter_opened(self) -> None:
        """Show the letter that the session put on the desk."""
        session = self.session
        if session is None:
            return
        if self.is_complete:
            self.word_review.leave()
        self.letters.set_current(session.letter_id)
        self.head.set_title(session.letter.about.title if session.letter else "")
        if not self.is_complete:
            letter_id = session.letter_id
            self.page_pane.set_has_pages(
                letter_id is not None and session.store.reader.pages_size(letter_id)[0] > 0
            )
            return
        self.moves.set_editing(False)
        self.finding.visited(session.letter_id)
        self.letter_finding.letter_changed()
        self.side.show_letter(session.letter)
        self.show_what_can_be_done()
        self.help.show_place()
        self.help.show_suspects_left()
        self.help.show_hints()
        self.readiness.show()

    def touched(self, touched: Touched) -> None:
        """Refresh what a change touched."""
        if self.is_complete and self.session is not None and self.session.letter is not None:
            if "text" in touched.kinds:
                self.letter_finding.letter_changed()
            self.side.refresh(self.session.letter, touched.kinds)
            if "about" in touched.kinds:
                self.head.set_title(self.session.letter.about.title)

    def _letter_changed(self, letter_id: int) -> None:
        self._stale.add(letter_id)

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
        self.side.passages.flush()

    def letters_arrived(self, ids: Sequence[int]) -> None:
        """Show letters that came in; the first of them goes on the desk if it was empty."""
        if self.session is None:
            return
        self.letters.reload()
        self.index_keeper.wake()
        self.proposal_desk.letters_came()
        self.paging.controller.warm()
        if self.session.letter_id is None and ids:
            self.session.open_letter(ids[0])
            self.moves.focus_desk()

    def review_is_open(self) -> bool:
        """Tell whether the correction box is open."""
        return self.session is not None and self.review.is_open

    def review_next(self) -> None:
        """Open the correction box on the next suspect; with hits found, go to the next hit."""
        if self.letter_finding.is_open:
            self.letter_finding.next()
        elif self.searching.walks and not self.review_is_open():
            self.searching.go(1)
        elif self.session is not None:
            self.review.next()

    def review_previous(self) -> None:
        """Open the correction box on the suspect before; with hits found, go to the hit before."""
        if self.letter_finding.is_open:
            self.letter_finding.previous()
        elif self.searching.walks and not self.review_is_open():
            self.searching.go(-1)
        elif self.session is not None:
            self.review.previous()

    # --- the workbench that commands work on -----------------------------------------------------------

    def run(self, command: Command) -> None:
        """Run a command; a problem is shown as its one sentence."""
        from annotator.commands import SESSION_COMMANDS

        if self.session is None and (command.needs_letter or command in SESSION_COMMANDS):
            return
        if self.word_review.takes(command.id):
            return
        self.attempt(lambda: command.run(self))
        if command.changes:
            self.everywhere.wait_for_saving()

    def attempt(self, do: Callable[[], object]) -> None:
        """Do something; a problem is shown as its one sentence."""
        try:
            do()
        except Problem as problem:
            self.say(problem.message)

    @property
    def project(self) -> Session:
        """The session of the open project; asked for only while one is open."""
        if self.session is None:
            raise RuntimeError("no project is open")
        return self.session

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
        self.message_timer.start()

    def apply_tag(self, tag_id: str) -> None:
        """Put a tag on the selection, or on the word or section at the caret."""
        from annotator.commands import apply_tag

        if self.session is None:
            return  # the menu still has the tags of the project that was closed
        try:
            apply_tag(self, tag_id)
        except Problem as problem:
            self.say(problem.message)

    def do(self, label: Message, delta: Delta) -> None:
        """Make a change through the session; a problem is shown as its one sentence."""
        try:
            if self.session is not None:
                self.session.do(label, delta)
        except Problem as problem:
            self.say(problem.message)

    # --- showing ----------------------------------------------------------------------------------------

    def show_saving(self, state: SaveState) -> None:
        """Show whether all is in the file."""
        names = {"saved": "saved", "saving": "saving", "failed": "not saved"}
        when = datetime.now() if state.state == "saved" else None
        detail = translated(state.problem) if state.problem else ""
        self.strip.set_saved(names[state.state], when, detail)  # type: ignore[arg-type]
        if not self.is_complete:
            return
        if state.problem is not None:
            self.trouble.show_problem(detail, lost=state.lost)
            if state.lost:
                self.moves.set_editing(False)
                self.desk.show_letter()
        elif state.state == "saved":
            self.trouble.clear()
            for letter_id in self._stale:
                self.letters.refresh_later(letter_id)
            self._stale.clear()

    def theme_changed(self) -> None:
        """Show the letter in the colours of another theme."""
        if self.session is not None:
            self.desk.show_letter()
            if self.is_complete:
                self.side.show_letter(self.session.letter)

    # --- events -----------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.help.show_hints()
        if watched is self.view and self.view.editing and _is_escape(event):
            self.moves.set_editing(False)
            return True
        if watched is self.view and self.is_complete and self.letter_finding.is_open and _is_escape(event):
            self.letter_finding.close()
            return True
        if watched is self.view and self.is_complete and _is_escape(event) and self.searching.back():
            return True
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowUnblocked and self.isVisible():
            # Where there is no window manager nobody else gives the keys back when a dialog closes.
            QTimer.singleShot(0, self.activateWindow)
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()  # not the list of docks that a main window shows by itself

    def show_desk_menu(self, place: QPoint) -> None:
        """Show what can be done at a place of the letter."""
        menu = QMenu(self)
        for command_id in (
            "correct_word",
            "copy",
            "copy_with_source",
            "start_section",
            "set_heading",
            "fill_field",
        ):
            menu.addAction(self.actions_[command_id])
        tags = menu.addMenu(self.tr("Tag"))
        tags.setToolTipsVisible(True)
        tags.addActions(list(self.actions_.tag_actions))
        menu.exec(self.view.viewport().mapToGlobal(place))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if holds_files(event.mimeData()):
            take_as_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        take_as_copy(event)
        self.files.take_dropped(dropped_paths(event.mimeData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = alt_digit(event)
        if digit is not None and self.is_complete:
            # A shortcut knows the sign on the key; where that is no digit, the digit's place counts.
            self.actions_.press(f"Alt+{digit}")
        else:
            super().keyPressEvent(event)

    def keep_layout(self) -> None:
        """Remember where the window and its panes stand; without a project there are none."""
        if self.session is not None:
            if self.is_complete:
                self.word_review.leave()
            self.settings.set_state("geometry", self.saveGeometry())
            self.settings.set_state("docks", self.saveState(LAYOUT_VERSION))
            self.page_pane.remember_sizes()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.complete()
        self.keep_layout()
        event.setAccepted(self.opening.close_or_ask())
        if event.isAccepted():
            self.paging.close()
            self.finder.close()


def _is_escape(event: QEvent) -> bool:
    return (
        event.type() == QEvent.Type.KeyPress
        and isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_Escape
    )
