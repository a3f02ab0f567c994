"""What is decided on the page of words, on its way to the letters and back: made, refused, undone, told."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QTimer

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.session.words.review_words import SuspectWord
from annotator.session.words.sure_words import SureWords, done_at
from annotator.session.words.word_decisions import CORRECT, Decision
from annotator.ui.context import Context
from annotator.ui.features.word_review.lane import Made, WordLane
from annotator.ui.features.word_review.page import Chosen, ReviewWordsPage
from annotator.ui.features.word_review.words_side import Done
from annotator.ui.translate import translated

_BUSY_AFTER = 400  # ms
NOTHING_TO_UNDO = Message(
    "Window", QT_TRANSLATE_NOOP("Window", "Nothing was decided here that could be undone.")
)


class Words(Protocol):
    """The feature that shows the page."""

    @property
    def is_open(self) -> bool:
        """Tell whether the page is shown."""

    def gather_anew(self) -> None:
        """Take all words anew from the file in a moment."""


class WordDeciding(QObject):
    """Takes what the page asks for to the lane, and what the lane made of it back to the page."""

    def __init__(self, context: Context, page: ReviewWordsPage, lane: WordLane, words: Words) -> None:
        super().__init__(page)
        self._context, self._page, self._lane, self._words = context, page, lane, words
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_BUSY_AFTER)
        self._slow.timeout.connect(self._tell_busy)
        page.decided.connect(self._decide)
        page.sure_wanted.connect(self._ask_sure)
        page.undo_wanted.connect(self.undo)
        page.redo_wanted.connect(self.redo)
        lane.progressed.connect(self._tell_busy)
        lane.settled.connect(self._settled)
        lane.refused.connect(lambda refused: self._refused(*refused))
        lane.undone.connect(self._undone)
        lane.redone.connect(lambda made: self._settled(made, again=True))
        lane.troubled.connect(lambda problem: self._context.say(problem.message))

    def undo(self) -> None:
        """Undo what was decided last on the page, and go back to that word."""
        if not self._lane.undo():
            self._context.say(NOTHING_TO_UNDO)

    def redo(self) -> None:
        """Decide again what was undone last."""
        self._lane.redo()

    def _decide(self, chosen: Chosen) -> None:
        loaded = self._lane.loaded(chosen.word)
        if loaded is None:
            return
        self._lane.decide(
            Decision(chosen.word, chosen.places, chosen.left, loaded.seen, chosen.verdict, chosen.chosen)
        )
        self._slow.start()

    def _ask_sure(self, words: tuple[SuspectWord, ...]) -> None:
        """Show which words would be corrected together, and do it where the analyst says so."""
        self._page.say(self.tr("Reading the places…"))
        self._lane.ask_sure(words, self._show_sure)

    def _show_sure(self, found: SureWords) -> None:
        if not self._words.is_open:
            return
        self._page.say("")
        sure = found.without({word.key for word in found.words if self._page.is_done(word)})
        if not sure.words:
            self._page.say_none_is_sure()
            return
        from annotator.ui.features.word_review.sure_dialog import SureDialog

        dialog = SureDialog(sure.words, self._context.dialogs.parent)
        dialog.accepted.connect(lambda: self._decide_sure(sure.without(dialog.left_out())))
        dialog.finished.connect(lambda _: self._page.take_keys())
        dialog.open()

    def _decide_sure(self, sure: SureWords) -> None:
        if not self._words.is_open:
            return
        self._page.mark_done([Done(word, word.count, 0, word.likely) for word in sure.words])
        self._lane.decide(sure)
        self._page.go_on_where_done()
        self._slow.start()

    def _settled(self, made: Made, *, again: bool = False) -> None:
        self._slow.stop()
        decision, work = made.decision, made.work
        if isinstance(decision, SureWords):
            at, count = done_at(work), work.count
            done = [Done(w, at[w.key], 0, w.likely) for w in decision.words]
            self._words.gather_anew()  # words of which places are left are open again
        else:
            count = work.count if decision.verdict == CORRECT else len(decision.places)
            becomes = decision.chosen or decision.word.reading
            done = [Done(decision.word, count, len(work.left), becomes)]
        self._page.mark_done(done)
        label = translated(decision.label(count))
        text = self.tr("Done: {what}").format(what=label)
        if self._page.all_done():
            text = self.tr("{done}. With this all words that are shown are decided.").format(done=text)
        self._page.say(text, announce=True)
        if isinstance(decision, SureWords):
            self._page.go_on_where_done()
        elif again:
            self._page.go_past(decision.word)

    def _refused(self, decision: Decision | SureWords, problem: UserError) -> None:
        self._context.say(problem.message)
        if isinstance(decision, SureWords):
            self._page.take_many_back(decision.words)
        else:
            self._page.take_back(decision.word, go_there=False)
        self._page.say(translated(problem.message), announce=True)

    def _tell_busy(self, letters: int = 0) -> None:
        if not self._lane.is_deciding:
            return
        text = self.tr("Correcting… go on with the next words meanwhile.")
        if letters:
            done = self.tr("%Ln letter(s) done", "", letters)
            text = f"{text} {done}"
        self._page.say(text)

    def _undone(self, made: Made) -> None:
        decision = made.decision
        if isinstance(decision, SureWords):
            self._page.take_many_back(decision.words)
        else:
            unticked = [(place.letter_id, place.span.start) for place in made.work.left]
            self._page.take_back(decision.word, unticked=unticked, becomes=decision.chosen)
        self._words.gather_anew()  # what was counted since is without them
        label = translated(decision.label(made.work.count))
        self._page.say(self.tr("Undone: {what}").format(what=label), announce=True)
