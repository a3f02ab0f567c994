"""One thing done for every letter that waits for it: in the background, and in small steps."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from functools import partial

from annotator.core.document import Letter
from annotator.jobs.runner import Runner
from annotator.jobs.worker_count import FEW
from annotator.session.project.events import Event
from annotator.session.project.session import Session

Post = Callable[[Callable[[], None]], None]


class LetterBatch(ABC):
    """Goes through the letters that wait; at any moment one letter is with each runner.

    `progressed` tells (done, in all), `finished` whether all was done; False after a stop. Everything happens
    in the views' thread but the work itself.
    """

    def __init__(
        self, session: Session, post: Post, runner: Runner, more_runners: Sequence[Runner] = ()
    ) -> None:
        """`post` runs a callable in the views' thread, later.

        `more_runners` share the work with the first where more letters wait than are done at once.
        """
        self._session, self._post, self._runners = session, post, (runner, *more_runners)
        self._done = self._total = self._under_way = 0
        self._round = 0  # an answer to a question from before a stop does not go on with what began since
        self.running = False
        self.progressed: Event[tuple[int, int]] = Event()
        self.finished: Event[bool] = Event()

    def start(self) -> None:
        """Begin with the first letter; nothing happens where it runs already."""
        if self.running or self._session.closed:
            return
        self._session.store.flush()
        self._done = self._under_way = 0
        self._total = self._rewind()
        self._round += 1
        self.running = True
        first, *others = self._runners
        self._next(first, self._round)
        for runner in (
            others if self._total > FEW else ()
        ):  # one at a time: reading a letter holds up the window
            self._post(partial(self._next, runner, self._round))

    def stop(self) -> None:
        """Stop after the letters that are being worked on; what was found is kept."""
        if self.running:
            self.running = False
            self.finished.emit(False)

    @abstractmethod
    def _rewind(self) -> int:
        """Go back to the first letter that waits; return how many do."""

    @abstractmethod
    def _next_letter(self) -> tuple[int, Letter] | None:
        """Return the next letter that waits; those that were removed or cannot be read are passed over."""

    @abstractmethod
    def _ask(self, runner: Runner, letter_id: int, letter: Letter, answered: Callable[[], None]) -> None:
        """Have the work done and keep what comes of it.

        `answered` must be called once in the views' thread, also where nothing came of it.
        """

    def _next(self, runner: Runner, asked_in: int) -> None:
        if not self.running or self._session.closed or asked_in != self._round:
            return
        found = self._next_letter()
        if found is not None:
            self._under_way += 1
            self._ask(runner, *found, lambda: self._answered(runner, asked_in))
        elif not self._under_way:
            self.running = False
            self.finished.emit(True)

    def _answered(self, runner: Runner, asked_in: int) -> None:
        if not self.running or asked_in != self._round:
            return
        self._done += 1
        # Another answer can come while this is told: a dialog that shows it lets events through. Until then
        # this letter counts as under way, so that nothing is called finished before all was told.
        self.progressed.emit((self._done, max(self._total, self._done)))
        if asked_in == self._round:
            self._under_way -= 1
            self._next(runner, asked_in)
