"""Reads the places of words and makes decisions on them, one at a time and away from the window's thread."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.session import Session, UndoQuestion
from annotator.session.project.events import Event
from annotator.session.project.operations import Answer, At, Edit, Operations, Outcome, Query
from annotator.session.words.review_words import Kept, SuspectWord, carry_over_job
from annotator.session.words.sure_words import SureWords, sure_words
from annotator.session.words.word_decisions import (
    Decision,
    Loaded,
    WorkedOut,
    Write,
    load,
    work_back,
    work_out,
)

CANCELLED = Message("Window", QT_TRANSLATE_NOOP("Window", "Cancelled: nothing was changed."))
Call = Callable[[], None]
_WORDS_KEPT = 12
_TOLD_EACH = 25  # letters


@dataclass(frozen=True, slots=True)
class Made:
    """A decision that was made: the change's id in the history, and what it did."""

    decision: Decision | SureWords
    change: int
    work: WorkedOut


class WordLane:
    """One lane for all that is read and decided here: the places of the word at the cursor go first, then
    decisions, then words to come.
    """

    def __init__(self, session: Session, operations: Operations, post: Callable[[Call], None]) -> None:
        self._session, self._operations, self._post = session, operations, post
        self._loaded: OrderedDict[Hashable, Loaded] = OrderedDict()
        self._wanted: Sequence[SuspectWord] = ()
        self._jobs: deque[Callable[[], None]] = deque()
        self._queued: deque[Decision | SureWords] = deque()
        self._running = False
        self._working = False  # at a decision or an undo
        self.made: list[Made] = []
        self.unmade: list[Made] = []
        self.arrived: Event[Loaded] = Event()
        self.progressed: Event[int] = Event()  # letters that a decision was worked out for
        self.settled: Event[Made] = Event()
        self.refused: Event[tuple[Decision | SureWords, UserError]] = Event()
        self.undone: Event[Made] = Event()
        self.redone: Event[Made] = Event()
        self.troubled: Event[UserError] = Event()
        self.idle: Event[None] = Event()

    @property
    def is_deciding(self) -> bool:
        """Tell whether something that was decided, or an undo, is not done yet."""
        return bool(self._jobs or self._queued or self._working)

    def forget_places(self) -> None:
        """Read all places anew: letters may have been changed elsewhere."""
        self._loaded.clear()
        self.unmade.clear()

    def loaded(self, word: SuspectWord) -> Loaded | None:
        """Return the places of a word, where all of them are known."""
        found = self._loaded.get(word.key)
        return found if found is not None and set(word.letters) <= set(found.word.letters) else None

    def want(self, words: Sequence[SuspectWord]) -> None:
        """Have the places of these words read, those of the first before all else."""
        self._wanted = words
        if words and (found := self.loaded(words[0])) is not None:
            self.arrived.emit(found)
        self._go_on()

    def ask_sure(self, words: Sequence[SuspectWord], done: Callable[[SureWords], None]) -> None:
        """Have it read what would be corrected of these words, where the engine is sure."""

        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            self.troubled.emit(error)

        query = Query(lambda at: sure_words(at.store, words, at.past.now))
        self._operations.query(query, lambda answer: done(answer.value), failed)

    def decide(self, decision: Decision | SureWords) -> None:
        """Have a decision made behind those before it."""
        self._forget(decision.words)
        self.unmade.clear()
        self._queued.append(decision)
        self._jobs.append(lambda: self._make(decision))
        self._go_on()

    def undo(self) -> bool:
        """Have the last decision undone; False where none was made here."""
        if not (self.made or self._queued):
            return False
        self._jobs.append(self._unmake)
        self._go_on()
        return True

    def redo(self) -> bool:
        """Have the decision that was undone last made again; False where there is none."""
        if not self.unmade or self.is_deciding:
            return False
        self._jobs.append(self._remake)
        self._go_on()
        return True

    def _forget(self, words: Sequence[SuspectWord]) -> None:
        for word in words:
            self._loaded.pop(word.key, None)

    # --- one after the other ------------------------------------------------------------------------

    def _go_on(self) -> None:
        if self._running or self._session.closed:
            return
        missing = [word for word in self._wanted if self.loaded(word) is None]
        if missing and missing[0] is self._wanted[0]:
            self._load(missing[0])
        elif self._jobs:
            self._running = self._working = True
            self._jobs.popleft()()
        elif missing:
            self._load(missing[0])
        else:
            self.idle.emit(None)

    def _end(self) -> None:
        self._running = self._working = False
        self._go_on()

    def _load(self, word: SuspectWord) -> None:
        self._running = True
        known = self._loaded.get(word.key)

        def done(answer: Answer[Loaded]) -> None:
            found = answer.value
            self._loaded[word.key] = found
            self._loaded.move_to_end(word.key)
            while len(self._loaded) > _WORDS_KEPT:
                self._loaded.popitem(last=False)
            self._running = False
            if self._wanted and self._wanted[0].key == word.key:
                self.arrived.emit(found)
            self._go_on()

        def failed(error: Exception) -> None:
            self._wanted = ()
            self._trouble(error)

        query = Query(lambda at: load(at.store, word, known, at.past))
        self._operations.query(query, done, failed, self._end)

    def _make(self, decision: Decision | SureWords) -> None:
        session = self._session

        def count(done: int, _: str) -> None:
            if done % _TOLD_EACH == 0:
                self._post(lambda: self.progressed.emit(done))

        def work(at: At) -> Outcome[WorkedOut]:
            if isinstance(decision, SureWords):
                found = decision.work_out(at.store, at.past, at.stamp, count)
            else:
                found = work_out(at.store, decision, at.past, at.stamp, count)
            return Outcome(found, found.deltas)

        def done(outcome: Outcome[WorkedOut], changed: bool) -> None:
            self._queued.popleft()
            if changed:
                session.store.submit(carry_over_job(outcome.told.kept))
            made = Made(decision, session.last_change() if changed else 0, outcome.told)
            if changed:
                self.made.append(made)
            self.settled.emit(made)
            self._end()

        def failed(error: Exception) -> None:
            self._queued.popleft()
            if isinstance(error, UserError):
                self.refused.emit((decision, error))
            self._trouble(error)

        def stopped() -> None:
            if session.closed:
                return
            self._queued.popleft()
            self.refused.emit((decision, UserError(CANCELLED)))
            self._end()

        label = lambda outcome: decision.label(outcome.told.count)  # noqa: E731
        self._operations.edit(Edit(label, work), done, failed, stopped)

    def _unmake(self) -> None:
        session = self._session
        if not self.made or session.last_change() != self.made[-1].change:
            self._end()
            return
        made = self.made[-1]

        def apply(outcome: Outcome[tuple[Write, list[Kept]]]) -> bool:
            return session.last_change() == made.change and self._step(session.undo, outcome.told[1])

        def done(_: Outcome[tuple[Write, list[Kept]]], undone: bool) -> None:
            if undone:
                self.unmade.append(self.made.pop())
                self._forget(made.decision.words)
                self.undone.emit(made)
            self._end()

        def work(at: At) -> Outcome[tuple[Write, list[Kept]]]:
            return Outcome(work_back(at.store, made.work))

        edit = Edit(lambda _: made.decision.label(0), work, apply)
        self._operations.edit(edit, done, self._trouble, self._end)

    def _remake(self) -> None:
        if self.unmade and self._step(self._session.redo, []):
            made = self.unmade.pop()
            self._session.store.submit(carry_over_job(made.work.kept))
            self.made.append(made)
            self._forget(made.decision.words)
            self.redone.emit(made)
        self._end()

    def _step(self, step: Callable[[], object], kept: list[Kept]) -> bool:
        """Undo or redo. That other letters are touched need not be asked: it was decided here, on them."""
        try:
            answer = step()
            if isinstance(answer, UndoQuestion):
                answer = step()
        except UserError as problem:
            self.troubled.emit(problem)
            return False
        self._session.store.submit(carry_over_job(kept))
        return answer is not None

    def _trouble(self, error: Exception) -> None:
        if not self._session.closed and isinstance(error, UserError):
            self.troubled.emit(error)
        self._end()
        if not isinstance(error, UserError):
            raise error
