"""The one way to work on letters in the background: `Edit` changes them, `Query` reads.

What is worked out is right for one state of the project only. If the project changes meanwhile, an edit is
worked out again, and the answer of a query is thrown away.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from annotator.core import codebook_delta
from annotator.core.codebook import Codebook
from annotator.core.codebook_delta import NOTHING
from annotator.core.document import Stamp
from annotator.core.history import Delta
from annotator.core.messages import Message
from annotator.core.user_errors import UserError
from annotator.session.project.events import Event
from annotator.session.project.refusals import NOT_SAVED_YET
from annotator.session.project.states import Past
from annotator.storage.store import Store
from annotator.storage.writer import WriteConnection

if TYPE_CHECKING:
    from annotator.session.project.session import Session
    from annotator.storage.reader import Reader

T = TypeVar("T")
Progress = Callable[[int, str], None]
Cancelled = Callable[[], bool]
_FREE_RUNS = 2  # while others may change the project; then it is held for one run
_ENDS_WITHIN = 2.0  # seconds that closing waits for work that was told to end


class Threads(Protocol):
    """Runs work in a thread; `done` or `failed` follow in the thread of the views."""

    def run(
        self,
        work: Callable[[Progress, Cancelled], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        /,
    ) -> None:
        """Run `work(progress, cancelled)`."""


@dataclass(frozen=True, slots=True)
class At:
    """The project at one moment, for work in the background: whatever it reads, it reads from here.

    `past` carries places over that were read at an earlier state.
    """

    reader: Reader
    store: Store
    codebook: Codebook
    stamp: Stamp
    past: Past
    progress: Progress
    cancelled: Cancelled


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What an edit came to: deltas, another codebook, and what its caller gets to know.

    `gone` counts the places that are not there any more.
    """

    told: T
    deltas: Mapping[int, Delta] = field(default_factory=dict)
    codebook: Codebook | None = None
    gone: int = 0


@dataclass(frozen=True, slots=True)
class Edit(Generic[T]):
    """A change of letters that takes its time to work out.

    `work` is called in the background, more than once where the project changes meanwhile. `apply` makes the
    change where it is none of those that `Session.do_all` makes. `also` gets the analyst's name, and returns
    what is written before the change, in its transaction.
    """

    label: Callable[[Outcome[T]], Message]
    work: Callable[[At], Outcome[T]]
    apply: Callable[[Outcome[T]], bool] | None = None
    also: Callable[[Outcome[T], str], Callable[[WriteConnection], None]] | None = None


@dataclass(frozen=True, slots=True)
class Query(Generic[T]):
    """Something to read in the background. Where its answer is for an old state, it is asked `again`, or the
    answer is thrown away.

    `partial`: when it is cancelled, what was found until then is an answer, too.
    """

    work: Callable[[At], T]
    again: bool = True
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What a query found, and the state that it holds for."""

    value: T
    state: int


class Running:
    """An operation that was asked for and is not done yet."""

    def __init__(self) -> None:
        self.progressed: Callable[[int, str], None] = lambda count, name: None  # called in the background
        self._stop = threading.Event()
        self.is_idle = threading.Event()  # not at work in a thread
        self.is_idle.set()

    def cancel(self) -> None:
        """Have it end without having changed anything."""
        self._stop.set()

    def is_cancelled(self) -> bool:
        """Tell whether it was cancelled."""
        return self._stop.is_set()

    def tell(self, count: int, name: str) -> None:
        """Tell how far it is."""
        self.progressed(count, name)


class Operations:
    """Runs the edits of a session one after the other, and its queries as they come."""

    def __init__(self, session: Session, threads: Threads) -> None:
        self._session, self._threads = session, threads
        self._waiting: deque[_Task] = deque()
        self._edit: _Task | None = None
        self._running: set[Running] = set()
        self.changed: Event[None] = Event()  # whether an edit is at work
        self.held: Event[Running] = Event()  # an edit for which the project takes no other change now
        session.ended.connect(lambda _: self.end())

    def edit(
        self,
        edit: Edit[T],
        done: Callable[[Outcome[T], bool], None] = lambda outcome, changed: None,
        failed: Callable[[Exception], None] | None = None,
        stopped: Callable[[], None] = lambda: None,
    ) -> Running:
        """Have an edit made, behind those before it.

        `done` gets what it came to and whether that changed anything; `stopped` follows where it was
        cancelled or the project closed, `failed` where it cannot be: a UserError, or a fault of ours.
        """
        task = _Task(edit, done, failed or _raised, stopped, Running())
        self._running.add(task.running)
        self._waiting.append(task)
        self._go_on()
        return task.running

    def query(
        self,
        query: Query[T],
        done: Callable[[Answer[T]], None],
        failed: Callable[[Exception], None] | None = None,
        stopped: Callable[[], None] = lambda: None,
    ) -> Running:
        """Have something read. `stopped` follows where no answer comes."""
        running = Running()
        self._running.add(running)
        self._ask(query, running, done, failed or _raised, stopped)
        return running

    def end(self) -> None:
        """End all that runs, without having changed anything: the project is being closed."""
        self._session.is_held = False
        for running in tuple(self._running):
            running.cancel()
        latest = time.monotonic() + _ENDS_WITHIN
        for running in tuple(self._running):
            running.is_idle.wait(max(0.0, latest - time.monotonic()))

    def run(
        self,
        work: Callable[[Running], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        stopped: Callable[[], None] = lambda: None,
    ) -> Running:
        """Run work that brings letters in: no change can make it stale, but it ends with the project.

        `done` follows where it was cancelled, too: what came in until then stays.
        """
        running, session = Running(), self._session
        self._running.add(running)

        def end(tell: Callable[[], None]) -> None:
            self._running.discard(running)
            (stopped if session.closed else tell)()

        def body(_progress: Progress, _cancelled: Cancelled) -> T:
            try:
                return work(running)
            finally:
                running.is_idle.set()

        running.is_idle.clear()
        self._threads.run(
            body, lambda result: end(lambda: done(result)), lambda error: end(lambda: failed(error))
        )
        return running

    # --- edits --------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        if self._edit is None and self._waiting:
            self._edit = self._waiting.popleft()
            self.changed.emit(None)
            self._try(self._edit, runs=1)

    def _try(self, task: _Task, runs: int) -> None:
        session = self._session
        if session.closed or task.running.is_cancelled():
            self._finish(task, task.stopped)
            return
        try:
            session.end_typing()
            session.require_taking()
        except UserError as problem:
            refusal = problem
            self._finish(task, lambda: task.failed(refusal))
            return
        if runs > _FREE_RUNS:
            session.is_held = True
            self.held.emit(task.running)
        began = session.states.now

        def worked_out(found: tuple[Outcome[Any], Mapping[int, int]]) -> None:
            session.is_held = False
            if session.closed or task.running.is_cancelled():
                self._finish(task, task.stopped)
                return
            session.end_typing()
            if session.states.now != began:
                self._try(task, runs + 1)
            else:
                self._apply(task, *found)

        def failed(error: Exception) -> None:
            session.is_held = False
            if session.closed or task.running.is_cancelled():
                self._finish(task, task.stopped)
            elif session.states.now != began and runs <= _FREE_RUNS:
                self._try(task, runs + 1)  # what blocked it may be gone by now
            else:
                self._finish(task, lambda: task.failed(error))

        def work(at: At) -> tuple[Outcome[Any], Mapping[int, int]]:
            outcome = task.edit.work(at)
            return outcome, at.reader.versions(list(outcome.deltas))

        self._start(task.running, work, worked_out, failed)

    def _apply(self, task: _Task, outcome: Outcome[Any], versions: Mapping[int, int]) -> None:
        session = self._session
        try:
            if task.edit.apply is not None:
                changed = task.edit.apply(outcome)
            else:
                codebook = NOTHING
                if outcome.codebook is not None:
                    codebook = codebook_delta.between(session.codebook, outcome.codebook)
                also = task.edit.also(outcome, session.analyst) if task.edit.also is not None else None
                changed = session.do_all(
                    task.edit.label(outcome), outcome.deltas, codebook, versions, aside=True, also=also
                )
        except UserError as problem:
            refusal = problem
            self._finish(task, lambda: task.failed(refusal))
        else:
            self._finish(task, lambda: task.done(outcome, changed))

    def _finish(self, task: _Task, tell: Callable[[], None]) -> None:
        self._running.discard(task.running)
        self._edit = None
        self.changed.emit(None)
        try:
            tell()
        finally:
            self._go_on()

    # --- queries ------------------------------------------------------------------------------------

    def _ask(
        self,
        query: Query[T],
        running: Running,
        done: Callable[[Answer[T]], None],
        failed: Callable[[Exception], None],
        stopped: Callable[[], None],
    ) -> None:
        session = self._session

        def end(tell: Callable[[], None]) -> None:
            self._running.discard(running)
            tell()

        if session.closed or running.is_cancelled():
            end(stopped)
            return
        session.flush_typing()
        began = session.states.now

        def found(value: T) -> None:
            if session.closed or (running.is_cancelled() and not query.partial):
                end(stopped)
                return
            session.flush_typing()
            if session.states.now == began:
                end(lambda: done(Answer(value, began)))
            elif query.again:
                self._ask(query, running, done, failed, stopped)
            else:
                end(stopped)

        def went_wrong(error: Exception) -> None:
            gone = session.closed or running.is_cancelled()
            end(stopped if gone else lambda: failed(error))

        self._start(running, query.work, found, went_wrong)

    # --- both ---------------------------------------------------------------------------------------

    def _start(
        self,
        running: Running,
        work: Callable[[At], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Run work on the project as it is when all that was done is in the file."""
        session = self._session
        store, codebook, stamp = session.store, session.codebook, session.stamp()
        past = session.states.past()

        def body(_progress: Progress, _cancelled: Cancelled) -> T:
            try:
                settle_file(store)
                with store.open_reader() as reader, reader.moment():
                    return work(At(reader, store, codebook, stamp, past, running.tell, running.is_cancelled))
            finally:
                running.is_idle.set()

        running.is_idle.clear()
        self._threads.run(body, done, failed)


@dataclass(frozen=True, slots=True)
class _Task:
    edit: Edit[Any]
    done: Callable[[Outcome[Any], bool], None]
    failed: Callable[[Exception], None]
    stopped: Callable[[], None]
    running: Running


def settle_file(store: Store) -> None:
    """Wait until the file has what was done: what is worked out is worked out for what the file says.

    Raises `UserError` where it cannot be written now.
    """
    if not store.flush():
        raise store.trouble or UserError(NOT_SAVED_YET)


def _raised(error: Exception) -> None:
    raise error
