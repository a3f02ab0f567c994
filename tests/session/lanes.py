"""A session whose views' thread is the test's: work runs in real threads, and is held where the test says."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from annotator.session import Session
from annotator.session.project.operations import At, Edit, Operations, Outcome
from annotator.storage.check import check
from annotator.storage.store import Store

T = TypeVar("T")
LONGEST = 100.0  # seconds that anything may take before the test fails


class Lane:
    """A session with its operations. Calls that were posted happen in `until` and nowhere else."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._posted: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self.session = Session(Store.open(path, analyst="jan"), "jan", self._posted.put)
        self.operations = Operations(self.session, self)
        self.computed = threading.Semaphore(0)  # how often held work was done, and waits to be told
        self._go_on = threading.Semaphore(0)
        self.runs = 0

    def run(
        self,
        work: Callable[[Any, Any], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Run work in a thread, as the window does."""

        def body() -> None:
            try:
                result = work(lambda count, name: None, lambda: False)
            except Exception as error:
                caught = error
                self._posted.put(lambda: failed(caught))
            else:
                self._posted.put(lambda: done(result))

        threading.Thread(target=body, daemon=True).start()

    def held(self, work: Callable[[At], T]) -> Callable[[At], T]:
        """Return the work, which does not end before `let_go`: what it worked out grows old meanwhile."""

        def gated(at: At) -> T:
            self.runs += 1
            try:
                return work(at)
            finally:
                self.computed.release()
                self.wait_for_leave()

        return gated

    def wait_for_leave(self) -> None:
        """Wait in a thread of the background until `let_go`."""
        assert self._go_on.acquire(timeout=LONGEST)

    def wait_until_computed(self) -> None:
        """Wait until held work has been done once more, and do what is posted meanwhile."""
        assert self.computed_or(lambda: False)

    def computed_or(self, holds: Callable[[], object]) -> bool:
        """Wait until held work has been done once more (True), or something else holds."""
        latest = time.monotonic() + LONGEST
        while not self.computed.acquire(blocking=False):
            if holds():
                return False
            assert time.monotonic() < latest
            with suppress(queue.Empty):
                self._posted.get(timeout=0.02)()
        return True

    def let_go(self, times: int = 1) -> None:
        """Let held work end."""
        self._go_on.release(times)

    def until(self, holds: Callable[[], object]) -> None:
        """Do what was posted until something holds."""
        while not holds():
            self._posted.get(timeout=LONGEST)()

    def settle(self) -> None:
        """Have everything written, and told."""
        self.session.end_typing()
        assert self.session.store.flush(LONGEST)
        while not self._posted.empty():
            self._posted.get()()

    def close(self) -> list[Any]:
        """Close the project; return what its check finds."""
        self.session.close()
        while not self._posted.empty():
            self._posted.get()()
        return list(check(self.path))


class Asked:
    """What an edit or a query was told."""

    def __init__(self) -> None:
        self.outcome: Outcome[Any] | None = None
        self.answer: Any = None
        self.changed: bool | None = None
        self.error: Exception | None = None
        self.stopped = False

    def done(self, outcome: Outcome[Any], changed: bool) -> None:
        self.outcome, self.changed = outcome, changed

    def answered(self, answer: Any) -> None:
        self.answer = answer

    def failed(self, error: Exception) -> None:
        self.error = error

    def stop(self) -> None:
        self.stopped = True

    @property
    def is_told(self) -> bool:
        """Tell whether it came to an end, whichever."""
        ended = (self.outcome, self.answer, self.error)
        return self.stopped or any(each is not None for each in ended)


def ask(lane: Lane, edit: Edit[Any]) -> Asked:
    """Have an edit made, its work held."""
    asked = Asked()
    held = Edit(edit.label, lane.held(edit.work), edit.apply)
    asked.running = lane.operations.edit(held, asked.done, asked.failed, asked.stop)  # type: ignore[attr-defined]
    return asked
