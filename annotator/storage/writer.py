"""The one thread that writes: jobs in order, each in a transaction of its own, none ever dropped.

A job that the disk or a lock blocks stays first in the queue and is tried again; the others wait behind it. A
job that fails by a bug is rolled back and reported, and the writer goes on.

Before a job is said to be done the log that it went to must still be the one in the folder (`write_line`).
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from annotator.core.user_errors import UserError
from annotator.storage.troubles import FileGone, gone, gone_but_copied, identity_of, problem_of, taken_over
from annotator.storage.write_line import Everything, Work, WriteLine

T = TypeVar("T")
WriteConnection = sqlite3.Connection
# Seconds between two tries of a job that is blocked; the last is repeated.
PAUSES = (1.0, 2.0, 4.0, 8.0, 15.0)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[WriteConnection], Any]
    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None
    in_transaction: bool


class Writer:
    """Owns the writing connection, which it opens in its own thread when the first job comes.

    `is_alone` tells before each try whether the lock still keeps others out. `on_trouble` and
    `on_recovered` are called in that thread, as are the callbacks of the jobs.
    """

    def __init__(
        self,
        path: Path,
        pauses: tuple[float, ...] = PAUSES,
        is_alone: Callable[[], bool] = lambda: True,
    ) -> None:
        self.on_trouble: Callable[[UserError], None] | None = None
        self.on_recovered: Callable[[], None] | None = None
        self.trouble: UserError | None = None
        self._path = path
        self._identity = identity_of(path)
        self._pauses = pauses
        self._is_alone = is_alone
        self._jobs: deque[_Job] = deque()
        self._changed = threading.Condition()
        self._at_work = threading.Lock()  # from the start of a try until it is known whether it was done
        self._first_is_done = False
        self._stopping = False
        self._try_now = False
        self._pausing = False
        self._thread: threading.Thread | None = None
        self._line = WriteLine(path, self._waiting)
        self._was_gone = False
        self._copy: Path | None = None
        self._committed: tuple[_Job, Any] | None = None  # a job whose log may be gone

    @property
    def pending(self) -> int:
        """How many jobs are not yet on the disk."""
        with self._changed:
            return len(self._jobs) - self._first_is_done

    def submit(
        self,
        work: Callable[[WriteConnection], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        *,
        in_transaction: bool = True,
    ) -> None:
        """Have a job done: `done` gets its result once it is on the disk, `failed` the error if it is ours.

        A job may be tried more than once: it must not use up what it gets. Without `in_transaction` it sees
        to its own transactions (to empty the log).
        """
        with self._changed:
            if self._stopping:
                raise RuntimeError("the project is closed")
            self._jobs.append(_Job(work, done, failed, in_transaction))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
                self._thread.start()
            self._changed.notify_all()

    def retry(self) -> None:
        """Try a job that failed again at once."""
        with self._changed:
            self._try_now = self.trouble is not None
            self._pausing = False
            self._changed.notify_all()

    @contextmanager
    def held(self) -> Iterator[Everything]:
        """Keep the writer from the file; gives where to read it, and what is not in there yet, in order.

        None is the file with its log; where that was lost, it is what has all that was saved.
        """
        with self._at_work, self._line.everything() as everything:
            yield everything

    def _waiting(self) -> tuple[Work, ...]:
        with self._changed:
            is_in = self._first_is_done or self._committed is not None
            jobs = tuple(self._jobs)[is_in:]
        return tuple(job.work for job in jobs if job.in_transaction)

    def flush(self, timeout: float | None = None) -> bool:
        """Wait until all is on the disk and reported; tell whether it is.

        At most `timeout` seconds; without a timeout, until something blocks it. Not
        for callbacks, which run in the writer's thread: it would wait for itself.
        """
        with self._changed:
            if timeout is None:
                self._changed.wait_for(lambda: not self._jobs or self._pausing or self._stopping)
            else:
                self._changed.wait_for(lambda: not self._jobs or self._stopping, timeout)
            return not self._jobs

    def stop(self) -> None:
        """End the thread. What is still waiting is given up: flush first."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join()

    # ---------------------------------------------------------------- in the thread
    def _run(self) -> None:
        while (job := self._next_job()) is not None:
            self._finish(job)
        if self._was_gone and self._copy is None and identity_of(self._path) != self._identity:
            self._line.copied()
        self._line.close()

    def _next_job(self) -> _Job | None:
        while True:
            with self._changed:
                if self._changed.wait_for(lambda: self._jobs or self._stopping, self._line.rest()):
                    return None if self._stopping else self._jobs[0]
            with self._at_work:
                self._line.tidy()

    def _finish(self, job: _Job) -> None:
        """Do the job, however often that takes, and then report it."""
        tries = 0
        while True:
            try:
                with self._at_work:
                    result = self._attempt(job)
                    self._first_is_done = True
            except Exception as error:
                trouble = problem_of(error, self._path)
                if trouble is None or (isinstance(error, UserError) and not isinstance(error, FileGone)):
                    self._report_failure(job, error)
                    return
                self._report_trouble(trouble, error)
                if not self._pause(self._pauses[min(tries, len(self._pauses) - 1)]):
                    return
                tries += 1
            else:
                self._report_success(job, result)
                return

    def _attempt(self, job: _Job) -> Any:
        self._require_in_place()
        conn = self._line.connected()
        if self._committed is None:
            self._committed = (job, self._done(job, conn))
        self._line.require_log()
        _, result = self._committed
        self._committed = None
        return result

    def _done(self, job: _Job, conn: WriteConnection) -> Any:
        if not job.in_transaction:
            result = job.work(conn)
            self._line.note()
            return result
        conn.execute("BEGIN IMMEDIATE")
        try:
            result = job.work(conn)
            self._require_in_place()
            conn.execute("COMMIT")
        except BaseException:
            # A full disk ends the transaction by itself: then there is nothing to roll back.
            if conn.in_transaction:
                conn.execute("ROLLBACK")
            raise
        self._line.done(job.work)
        return result

    def _require_in_place(self) -> None:
        """Raise UserError if the name is no longer this file's: SQLite would go on writing to a lost one."""
        if identity_of(self._path) != self._identity:
            raise self._gone()
        self._was_gone, self._copy = False, None
        if not self._is_alone():
            raise taken_over(self._path)

    def _gone(self) -> FileGone:
        """Return the problem of the lost file; at the second look with a copy of everything."""
        if self._was_gone and self._copy is None:
            self._copy = self._line.copied()
        self._was_gone = True
        return gone(self._path) if self._copy is None else gone_but_copied(self._path, self._copy)

    def _report_trouble(self, trouble: UserError, error: Exception) -> None:
        if isinstance(error, FileGone):
            self._line.save()  # and the connection stays: it has a file whose name is gone
        else:
            self._line.disconnect()  # the drive may have been away
        if self.trouble is None or str(self.trouble) != str(trouble):
            _log.warning("a write waits: %s", type(error).__name__)
            self.trouble = trouble
            self._call(self.on_trouble, trouble)

    def _pause(self, seconds: float) -> bool:
        """Wait for the next try; False where the writer is stopped instead."""
        with self._changed:
            self._pausing = not self._try_now
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._try_now or self._stopping, seconds)
            self._try_now = self._pausing = False
            return not self._stopping

    def _report_success(self, job: _Job, result: Any) -> None:
        if self.trouble is not None:
            self.trouble = None
            self._call(self.on_recovered)
        self._call(job.done, result)
        self._remove_first()
        with self._at_work:
            self._line.settle_some()

    def _report_failure(self, job: _Job, error: Exception) -> None:
        _log.error("a job of the writer failed", exc_info=error)
        self._call(job.failed, error)
        self._remove_first()

    def _remove_first(self) -> None:
        with self._changed:
            self._jobs.popleft()
            self._first_is_done = False
            self._changed.notify_all()

    @staticmethod
    def _call(callback: Callable[..., None] | None, *args: object) -> None:
        if callback is None:
            return
        try:
            callback(*args)
        except Exception:
            _log.exception("a callback of the writer failed")
