"""Going through words on behalf of the window: the page in place of the text, and what is decided there."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal

from annotator.core.user_errors import UserError
from annotator.session import Session
from annotator.session.project.letters import Letters
from annotator.session.project.operations import Answer, Query, Running
from annotator.session.suspects.suspecting import Suspecting
from annotator.session.words.review_words import WordPlace
from annotator.session.words.word_decisions import Loaded, Overview, moved_places, overview
from annotator.ui.context import Context, Stage, WordImageSource
from annotator.ui.features.word_review.lane import WordLane
from annotator.ui.features.word_review.place_images import PlaceImages
from annotator.ui.tasks import Tasks
from annotator.ui.translate import translated

if TYPE_CHECKING:
    # Brought in when the page is opened.
    from annotator.language.interface import LearntState
    from annotator.session.suspects.suspect_scan import LookingOver
    from annotator.ui.features.word_review.deciding import WordDeciding
    from annotator.ui.features.word_review.page import ReviewWordsPage

# What can be asked for without leaving the page; all else leads to the letter first.
STAYING = frozenset(
    {
        "review_words",
        "save",
        "undo",
        "redo",
        "palette",
        "key_sheet",
        "manual",
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


class WordReviewController(QObject):
    """Shows the page in the place of the letter; leaving puts all back as it was.

    `opening` tells that it is about to be shown, `opened` and `left` that it was shown or left, `changed`
    that other keys matter on it.
    """

    opening = Signal()
    opened = Signal()
    left = Signal()
    changed = Signal()

    def __init__(
        self,
        session: Session,
        context: Context,
        edits: Tasks,
        suspecting: Suspecting,
        stage: Stage,
        words: WordImageSource,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._context, self._edits = session, context, edits
        self._suspecting, self._stage, self._words = suspecting, stage, words
        self.page: ReviewWordsPage | None = None
        self._lane: WordLane | None = None
        self._deciding: WordDeciding | None = None
        self._looking: LookingOver | None = None
        self._images: PlaceImages | None = None
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
        return self.page is not None and self._stage.shows(self.page)

    # --- opening and leaving ------------------------------------------------------------------------

    def open(self) -> None:
        """Show the page with the project's words, and begin to look at letters that nobody looked at."""
        if self.is_open:
            return
        self._context.navigator.finish_typing()
        self.opening.emit()
        page = self._shown_page()
        self._stage.enter(page)
        self._letters = Letters(self._session).are_there()
        page.take_keys()
        self.opened.emit()
        self._gather()
        self._look_over()

    def leave(self) -> None:
        """Do what was decided, then show the letter again, exactly as it was."""
        if not self.is_open:
            return
        self._finish()
        if self._looking is not None:
            self._looking.stop()
        if self._asked is not None:
            self._asked.cancel()
        self._again.stop()
        self._stage.leave()
        if not self._session.closed:
            self._learn()
        self._context.navigator.focus_text()
        self.left.emit()

    def retire(self) -> None:
        """Put the page away with the project it is of."""
        self.leave()
        if self.page is not None:
            page, self.page = self.page, None
            self._stage.discard(page)

    def _finish(self) -> None:
        """Wait until what was decided is done: the letters are not to be changed meanwhile."""
        lane = self._lane
        if lane is None or self._session.closed or not lane.is_deciding:
            return
        loop = self._loop = QEventLoop()
        dialog = self._context.dialogs.holding(self.tr("Correcting…"))
        dialog.setCancelButton(None)
        lane.want(())
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self._loop = None
        dialog.close()

    def _idle(self) -> None:
        if self._loop is not None:
            self._loop.quit()

    def _shown_page(self) -> ReviewWordsPage:
        if self.page is not None and self._lane is not None:
            self._lane.forget_places()  # the letters may have been changed since
            return self.page
        from annotator.ui.features.word_review.deciding import WordDeciding
        from annotator.ui.features.word_review.page import ReviewWordsPage

        session, context = self._session, self._context
        page = self.page = ReviewWordsPage(context.dialogs.parent)
        lane = self._lane = WordLane(session, self._edits.operations, context.tasks.post)
        self._images = PlaceImages(session, context, page, self._words, lambda: self.page is page)
        page.set_read_only(session.read_only)
        page.words_wanted.connect(lane.want)
        self._deciding = WordDeciding(context, page, lane, self)
        page.place_wanted.connect(self._show_place)
        page.images_wanted.connect(self._have_drawn)
        page.looking_turned.connect(self._turn_looking)
        page.left.connect(self.leave)
        page.changed.connect(self.changed.emit)
        lane.arrived.connect(self._show_places)
        lane.idle.connect(lambda _: self._idle())
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
        ways_out = [("Esc", self.tr("to the letter")), ("F1", self.tr("manual"))]
        if not self._letters:
            return [(self._context.keys_of("import"), self.tr("import letters")), *ways_out]
        return [
            ("", self.tr("%Ln word(s) left", "", left)),
            *([("↑ ↓", self.tr("word")), ("→", self.tr("places"))] if left else []),
            *ways_out,
        ]

    # --- the words ----------------------------------------------------------------------------------

    def _gather(self) -> None:
        """Take all words anew from the file, away from the window's thread."""
        session, lane = self._session, self._lane
        if lane is None or session.closed or not self.is_open:
            return
        if self._gathering:
            self._stale = True
            return
        self._gathering, self._stale = True, False
        began, clean = time.monotonic(), not lane.is_deciding

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
            if not isinstance(error, UserError):
                raise error
            self._context.say(error.message)

        query = Query(lambda at: overview(at.store, at.progress, at.cancelled), again=False)
        self._asked = self._edits.operations.query(query, done, failed, stopped)

    def gather_anew(self) -> None:
        """Take all words anew from the file in a moment: more was decided than a word."""
        if self.is_open:
            self._gather_later()

    def _gather_later(self) -> None:
        if not self._again.isActive():
            self._again.start(round(1000 * max(_LEAST_BETWEEN, _SHARE * self._gathered_in)))

    def _show(self, found: Overview, clean: bool) -> None:
        page = self.page
        if page is None:
            return
        self._unknown = found.words.unknown
        self._show_looking()
        page.show_overview(found, clean=clean)
        self._suspecting.take_state(found.state)
        self.changed.emit()

    def _learn(self) -> None:
        """Take over for the editor what the project has learnt from what was decided."""
        if self._lane is None or not self._lane.made:
            return
        from annotator.session.suspects.learnt_state import learnt_by

        def done(answer: Answer[LearntState]) -> None:
            self._suspecting.take_state(answer.value)

        self._edits.operations.query(Query(learnt_by), done, lambda error: None)

    # --- looking at letters that nobody looked at ---------------------------------------------------

    def _look_over(self) -> None:
        session = self._session
        if session.read_only:
            return
        from annotator.session.suspects.suspect_scan import LookingOver

        if self._looking is None:
            runner, more = self._context.runner, self._context.more_runners
            looking = self._looking = LookingOver(session, self._suspecting, runner, more)
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
        if self._looking is not None:
            if self._looking.running:
                self._looking.stop()
                self._show_looking()
            else:
                self._look_over()

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
            self._images.have_drawn(word, rows, self._session.states.since(loaded.seen))

    def _show_place(self, place: WordPlace) -> None:
        """Leave the page for the letter, at the place as it is now."""
        lane, page = self._lane, self.page
        word = page.shown_word() if page is not None else None
        if lane is None or word is None:
            return
        loaded = lane.loaded(word)
        self.leave()
        states = self._session.states
        there = moved_places([place], states.since(loaded.seen if loaded is not None else states.now))
        self._context.attempt(lambda: self._context.navigator.open_letter(place.letter_id))
        if there:
            self._context.navigator.select(there[0].span, focus=True)
