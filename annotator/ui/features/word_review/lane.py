"""Reads the places of words and makes decisions on them, one at a time and away from the window's thread."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from annotator.core.problems import Problem
from annotator.session import Session, UndoQuestion
from annotator.session.events import Event
from annotator.session.review_words import Kept, SuspectWord, carry_over_job
from annotator.session.sure_words import SureWords
from annotator.session.word_decisions import (
    Decision,
    Loaded,
    WorkedOut,
    Write,
    load,
    work_back,
    work_out,
)
from annotator.ui.tasks import Background

_WORDS_KEPT = 12
_TOLD_EACH = 25  # letters


@dataclass(frozen=True, slots=True)
class Made:
    """A decision that was made: the change's id in the history, and what it did."""

    decision: Decision | SureWords
    change: int
    work: WorkedOut


class WordLane:
    """One lane for all that reads or changes letters here, so that nothing is worked out for a text that is
    changed meanwhile. The places of the word at the cursor go first, then decisions, then words to come.
    """

    def __init__(self, session: Session, background: Background) -> None:
        self._session, self._background = session, background
        self._loaded: OrderedDict[Hashable, Loaded] = OrderedDict()
        self._wanted: Sequence[SuspectWord] = ()
        self._jobs: deque[Callable[[], None]] = deque()
        self._queued: deque[Decision | SureWords] = deque()
        self._running = False
        self._working = False  # at a decision or an undo
        self.writes: list[Write] = []
        self.made: list[Made] = []
        self.unmade: list[Made] = []
        self.arrived: Event[Loaded] = Event()
        self.progressed: Event[int] = Event()  # letters that a decision was worked out for
        self.settled: Event[Made] = Event()
        self.refused: Event[tuple[Decision | SureWords, Problem]] = Event()
        self.undone: Event[Made] = Event()
        self.redone: Event[Made] = Event()
        self.troubled: Event[Problem] = Event()
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
        store, known, writes = self._session.store, self._loaded.get(word.key), tuple(self.writes)

        def done(found: Loaded) -> None:
            if self._session.closed:
                return
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

        self._background.run(lambda progress, cancelled: load(store, word, known, writes), done, failed)

    def _make(self, decision: Decision | SureWords) -> None:
        session = self._session
        store, stamp, writes, last = session.store, session.stamp(), tuple(self.writes), session.last_change()
        post = self._background.post

        def count(done: int, _: str) -> None:
            if done % _TOLD_EACH == 0:
                post(lambda: self.progressed.emit(done))

        def done(work: WorkedOut) -> None:
            if session.closed:
                return
            if session.last_change() != last:  # the letters are not what this was worked out for
                self._make(decision)
                return
            self._queued.popleft()
            try:
                changed = session.do_all(decision.label(work.count), work.deltas)
            except Problem as problem:
                self.refused.emit((decision, problem))
            else:
                if changed:
                    session.store.submit(carry_over_job(work.kept))
                    self.writes.append(work.deltas)
                made = Made(decision, session.last_change() if changed else 0, work)
                if changed:
                    self.made.append(made)
                self.settled.emit(made)
            self._end()

        def failed(error: Exception) -> None:
            self._queued.popleft()
            if isinstance(error, Problem):
                self.refused.emit((decision, error))
            self._trouble(error)

        def work(progress: object, cancelled: object) -> WorkedOut:
            if isinstance(decision, SureWords):
                return decision.work_out(store, stamp, count)
            return work_out(store, decision, writes, stamp, count)

        self._background.run(work, done, failed)

    def _unmake(self) -> None:
        session = self._session
        if not self.made or session.last_change() != self.made[-1].change:
            self._end()
            return
        made, store = self.made[-1], session.store

        def done(found: tuple[Write, list[Kept]]) -> None:
            if session.closed:
                return
            write, kept = found
            if session.last_change() == made.change and self._step(session.undo, write, kept):
                self.unmade.append(self.made.pop())
                self._forget(made.decision.words)
                self.undone.emit(made)
            self._end()

        self._background.run(lambda progress, cancelled: work_back(store, made.work), done, self._trouble)

    def _remake(self) -> None:
        if self.unmade and self._step(self._session.redo, self.unmade[-1].work.deltas, []):
            made = self.unmade.pop()
            self._session.store.submit(carry_over_job(made.work.kept))
            self.made.append(made)
            self._forget(made.decision.words)
            self.redone.emit(made)
        self._end()

    def _step(self, step: Callable[[], object], write: Write, kept: list[Kept]) -> bool:
        """Undo or redo. That other letters are touched need not be asked: it was decided here, on them."""
        try:
            answer = step()
            if isinstance(answer, UndoQuestion):
                answer = step()
        except Problem as problem:
            self.troubled.emit(problem)
            return False
        self._session.store.submit(carry_over_job(kept))
        self.writes.append(write)
        return answer is not None

    def _trouble(self, error: Exception) -> None:
        if not self._session.closed and isinstance(error, Problem):
            self.troubled.emit(error)
        self._end()
        if not isinstance(error, Problem):
            raise error
