"""How changes get to the file, and what is said of it."""

from __future__ import annotations

import threading
from collections.abc import Callable

from annotator.core.user_errors import UserError
from annotator.session.project.events import Event, SaveState
from annotator.session.project.refusals import NOT_WRITTEN
from annotator.storage.store import Store
from annotator.storage.writer import WriteConnection

Job = Callable[[WriteConnection], object]


class NotTakenError(Exception):
    """A change behind one that the file does not have: it was made for a state that the file never had."""


class Saving:
    """Sends changes to the file in order, and tells whether all are there.

    After a change that could not be written by a fault of ours `is_broken`: what waits behind it is given up
    unwritten, since it was made for a letter that the file does not have, and nothing is ever called saved.
    """

    def __init__(
        self,
        store: Store,
        post: Callable[[Callable[[], None]], None],
        clock: Callable[[], str],
        is_typing: Callable[[], bool],
    ) -> None:
        self.state = SaveState("saved")
        self.changed: Event[SaveState] = Event()
        self.is_closed = False
        self._store, self._post, self._clock, self._is_typing = store, post, clock, is_typing
        self._unsaved = 0  # changes that the file has not acknowledged yet
        self._broken = threading.Event()
        store.watch(lambda problem: post(lambda: self._trouble(problem)), lambda: post(self.show_if_saved))

    @property
    def is_broken(self) -> bool:
        """Tell whether the file lacks a change: known in the writer's thread before the views are."""
        return self._broken.is_set()

    def send(self, job: Job) -> None:
        """Have a change written behind those before it."""

        def in_order(connection: WriteConnection) -> None:
            if self._broken.is_set():
                raise NotTakenError
            job(connection)

        self._unsaved += 1
        if self.state.state != "failed":  # what blocks one write blocks the next one
            self.set(SaveState("saving"))
        self._store.submit(in_order, lambda _: self._post(self._acknowledged), self._failed)

    def show_if_saved(self) -> None:
        """Report that all is saved, if it is."""
        # Only changes count: suspects that are not in the file yet can be found again.
        if self._unsaved or self.is_broken or self.is_closed or self._is_typing():
            return
        self.set(SaveState("saved", self._clock()))

    def show_saving(self) -> None:
        """Say that something is not saved: nothing shows as saved that the file does not have."""
        if self.state.state == "saved":
            self.set(SaveState("saving"))

    def set(self, state: SaveState) -> None:
        """Say how saving stands."""
        self.state = state
        self.changed.emit(state)

    def _acknowledged(self) -> None:
        self._unsaved -= 1
        self.show_if_saved()

    def _trouble(self, problem: UserError) -> None:
        if not self.is_broken:
            self.set(SaveState("failed", problem=problem.message))

    def _failed(self, error: Exception) -> None:
        """Break off, in the writer's thread: before it takes the next job."""
        first = not self._broken.is_set()
        self._broken.set()

        def report() -> None:
            self.set(SaveState("failed", problem=NOT_WRITTEN, lost=True))
            raise error  # a bug: the application's handler logs it and says so

        if first:
            self._post(report)
