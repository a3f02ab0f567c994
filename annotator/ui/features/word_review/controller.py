"""Going through words on behalf of the window: the page in place of the desk, and what is decided there."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer

from annotator.core.problems import Problem
from annotator.session import Session
from annotator.session.operations import Answer, Query, Running
from annotator.session.review_words import WordPlace
from annotator.session.word_decisions import Loaded, Overview, moved_places, overview
from annotator.ui.features.word_review.desk_place import DeskPlace
from annotator.ui.features.word_review.lane import WordLane
from annotator.ui.features.word_review.place_images import PlaceImages
from annotator.ui.translate import translated

if TYPE_CHECKING:
    # Brought in when the page is opened.
    from annotator.language.interface import LearntState
    from annotator.session.looking_over import LookingOver
    from annotator.ui.features.word_review import ReviewWordsPage
    from annotator.ui.features.word_review.deciding import WordDeciding
    from annotator.ui.shell.main_window import MainWindow

# What can be asked for without leaving the page; all else leads to the letter first.
STAYING = frozenset(
    {
        "review_words",
        "learnt",
        "undo",
        "redo",
        "palette",
        "key_sheet",
        "about",
        "settings",
        "bigger",
        "smaller",
        "normal_size",
        "next_pane",
        "previous_pane",
        "statistics",
        "backup",
        "export",
        "quit",
        "close_project",
    }
)
_LEAST_BETWEEN = 1.0  # seconds between two gatherings
_SHARE = 4  # times as long as a gathering takes is waited before the next


class WordReview(QObject):
    """Shows the page and hides the panes around the desk; leaving puts all back as it was."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.page: ReviewWordsPage | None = None
        self._session: Session | None = None
        self._lane: WordLane | None = None
        self._deciding: WordDeciding | None = None
        self._looking: LookingOver | None = None
        self._images: PlaceImages | None = None
        self._desk_place: DeskPlace | None = None
        self._loop: QEventLoop | None = None
        self._unknown, self._looked, self._letters = 0, (0, 0), True
        self._asked: Running | None = None
        self._gathering, self._stale = False, False
        self._gathered_in = 0.0
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._gather)

    @property
    def is_open(self) -> bool:
        """Tell whether the page is shown."""
        return self.page is not None and self._window.pages.currentWidget() is self.page

    # --- opening and leaving ------------------------------------------------------------------------

    def open(self) -> None:
        """Show the page with the project's words, and begin to look at letters that nobody looked at."""
        window, session = self._window, self._window.session
        if session is None or self.is_open:
            return
        window.flush_panels()
        session.end_typing()
        window.review.close()
        window.letter_finding.close()
        page = self._page_for(session)
        self._desk_place = DeskPlace(window)
        self._desk_place.hide_panes()
        window.pages.setCurrentWidget(page)
        window.strip.set_mode("going")
        window.strip.set_place(None)
        window.strip.set_suspects_left(None)
        window.show_what_can_be_done()
        self._letters = session.store.reader.last_letter_id() > 0
        page.take_keys()
        window.help.show_hints()
        self._gather()
        self._look_over(session)

    def leave(self) -> None:
        """Do what was decided, then show the letter again, exactly as it was."""
        if not self.is_open:
            return
        window, session = self._window, self._window.session
        self._finish()
        if self._looking is not None:
            self._looking.stop()
        if self._asked is not None:
            self._asked.cancel()
        self._again.stop()
        if self._desk_place is not None:
            place, self._desk_place = self._desk_place, None
            place.come_back()
        window.strip.set_mode("editing" if window.view.editing else "reading")
        if session is not None and not session.closed:
            window.show_what_can_be_done()
            window.help.show_place()
            window.help.show_suspects_left()
            self._learn(session)
        window.moves.focus_desk()
        window.help.show_hints()

    def forget(self) -> None:
        """Put the page away with the project it is of."""
        self.leave()
        self._session = self._lane = self._deciding = self._looking = self._images = None
        if self.page is not None:
            page, self.page = self.page, None
            self._window.pages.removeWidget(page)
            page.deleteLater()

    def _finish(self) -> None:
        """Wait until what was decided is done: the letters are not to be changed meanwhile."""
        lane, session = self._lane, self._window.session
        if lane is None or session is None or session.closed or not lane.is_deciding:
            return
        loop = self._loop = QEventLoop()
        dialog = self._window.files.progress(self.tr("Correcting…"))
        dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
        dialog.setCancelButton(None)
        lane.want(())
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self._loop = None
        dialog.close()

    def _idle(self) -> None:
        if self._loop is not None:
            self._loop.quit()

    def _page_for(self, session: Session) -> ReviewWordsPage:
        if self.page is not None and self._session is session and self._lane is not None:
            self._lane.forget_places()  # the letters may have been changed since
            return self.page
        from annotator.ui.features.word_review import ReviewWordsPage
        from annotator.ui.features.word_review.deciding import WordDeciding

        page = self.page = ReviewWordsPage(self._window)
        self._session = session
        background, tasks = self._window.background, self._window.tasks
        assert tasks is not None
        lane = self._lane = WordLane(session, tasks.operations, background.post)
        self._images = PlaceImages(self._window, page, session)
        page.set_read_only(session.read_only)
        page.words_wanted.connect(lane.want)
        self._deciding = WordDeciding(self._window, page, lane)
        page.place_wanted.connect(self._show_place)
        page.images_wanted.connect(self._have_drawn)
        page.looking_turned.connect(self._turn_looking)
        page.left.connect(self.leave)
        page.changed.connect(self._window.help.show_hints)
        lane.arrived.connect(self._show_places)
        lane.idle.connect(lambda _: self._idle())
        self._window.pages.addWidget(page)
        return page

    def takes(self, command_id: str) -> bool:
        """Tell whether a command is done here, where the page is shown; others lead to the letter first."""
        if not self.is_open:
            return False
        if command_id in ("undo", "redo") and self._deciding is not None:
            (self._deciding.undo if command_id == "undo" else self._deciding.redo)()
            return True
        if command_id not in STAYING:
            self.leave()
        return False

    def hints(self) -> list[tuple[str, str]]:
        """Return the keys that matter on the page, for the status strip."""
        left = self.page.words_left() if self.page is not None else 0
        ways_out = [("Esc", self.tr("to the letter")), ("F1", self.tr("keys"))]
        if not self._letters:
            return [(self._window.actions_.keys_of("import"), self.tr("import letters")), *ways_out]
        return [
            ("", self.tr("%Ln word(s) left", "", left)),
            *([("↑ ↓", self.tr("word")), ("→", self.tr("places"))] if left else []),
            *ways_out,
        ]

    # --- the words ----------------------------------------------------------------------------------

    def _gather(self) -> None:
        """Take all words anew from the file, away from the window's thread."""
        session, lane = self._session, self._lane
        if session is None or lane is None or session.closed or not self.is_open:
            return
        if self._gathering:
            self._stale = True
            return
        self._gathering, self._stale = True, False
        began, clean, tasks = time.monotonic(), not lane.is_deciding, self._window.tasks
        assert tasks is not None

        def done(answer: Answer[Overview]) -> None:
            self._gathering = False
            self._gathered_in = time.monotonic() - began
            if not self.is_open:
                return
            # Counted while something was decided, a word may be among the open ones that is done by now.
            self._show(answer.value, clean and not lane.is_deciding)
            if self._stale:
                self._gather_later()

        def stopped() -> None:
            """Gather again: the letters were changed meanwhile."""
            self._gathering = False
            if not session.closed and self.is_open:
                self._gather_later()

        def failed(error: Exception) -> None:
            self._gathering = False
            if not isinstance(error, Problem):
                raise error
            self._window.say(error.message)

        query = Query(lambda at: overview(at.store, at.progress, at.cancelled), again=False)
        self._asked = tasks.operations.query(query, done, failed, stopped)

    def gather_anew(self) -> None:
        """Take all words anew from the file in a moment: more was decided than a word."""
        if self.is_open:
            self._gather_later()

    def _gather_later(self) -> None:
        if not self._again.isActive():
            self._again.start(round(1000 * max(_LEAST_BETWEEN, _SHARE * self._gathered_in)))

    def _show(self, found: Overview, clean: bool) -> None:
        page, suspecting = self.page, self._window.suspecting
        if page is None:
            return
        self._unknown = found.words.unknown
        self._show_looking()
        page.show_overview(found, clean=clean)
        if suspecting is not None:
            suspecting.take_state(found.state)
        self._window.help.show_hints()

    def _learn(self, session: Session) -> None:
        """Take over for the desk what the project has learnt from what was decided."""
        suspecting, tasks = self._window.suspecting, self._window.tasks
        if suspecting is None or tasks is None or self._lane is None or not self._lane.made:
            return
        from annotator.session.learnt_state import read_state

        def done(answer: Answer[LearntState]) -> None:
            if self._window.suspecting is suspecting:
                suspecting.take_state(answer.value)

        tasks.operations.query(Query(lambda at: read_state(at.reader)), done, lambda error: None)

    # --- looking at letters that nobody looked at ---------------------------------------------------

    def _look_over(self, session: Session) -> None:
        if session.read_only or self._window.suspecting is None:
            return
        from annotator.session.looking_over import LookingOver

        if self._looking is None:
            looking = self._looking = LookingOver(session, self._window.suspecting, self._window.runner)
            looking.progressed.connect(self._looked_at)
            looking.finished.connect(lambda _: self._gather())
        self._looking.start()
        self._show_looking()

    def _looked_at(self, progress: tuple[int, int]) -> None:
        self._looked = progress
        self._unknown = max(0, progress[1] - progress[0])
        if self.is_open:
            self._show_looking()
            self._gather_later()

    def _show_looking(self) -> None:
        running = self._looking is not None and self._looking.running
        if self.page is not None:
            self.page.show_looking(*self._looked, self._unknown, running=running, letters=self._letters)

    def _turn_looking(self) -> None:
        if self._looking is not None and self._session is not None:
            if self._looking.running:
                self._looking.stop()
                self._show_looking()
            else:
                self._look_over(self._session)

    # --- the places ---------------------------------------------------------------------------------

    def _show_places(self, found: Loaded) -> None:
        page = self.page
        if page is None:
            return
        reason = ""
        if found.places:
            from annotator.language.reasons import sentence

            reason = translated(sentence(found.places[0].suspect.reason))
        page.show_places(found.word, found.places, reason)

    def _have_drawn(self, rows: Sequence[int]) -> None:
        page, lane = self.page, self._lane
        word = page.shown_word() if page is not None else None
        loaded = lane.loaded(word) if lane is not None and word is not None else None
        if self._images is not None and word is not None and loaded is not None:
            self._images.have_drawn(word, rows, self._window.project.states.since(loaded.seen))

    def _show_place(self, place: WordPlace) -> None:
        """Leave the page for the letter, at the place as it is now."""
        lane, page = self._lane, self.page
        word = page.shown_word() if page is not None else None
        if lane is None or word is None:
            return
        loaded = lane.loaded(word)
        self.leave()
        states = self._window.project.states
        there = moved_places([place], states.since(loaded.seen if loaded is not None else states.now))
        self._window.attempt(lambda: self._window.open_letter(place.letter_id))
        if there and self._window.session is not None:
            self._window.select(there[0].span, focus=True)
