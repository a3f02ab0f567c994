"""The one thread that writes: jobs in order, each in a transaction of its own, none ever dropped.

A job that fails by the world's fault (a full disk, a locked file) stays first and is tried again; the others
wait behind it. A job that fails by ours is rolled back and reported, and the writer goes on.

Before a job is said to be done the log that it went to must still be the one in the folder. What was done is
remembered until it is in the project's file itself, which is seen to when there is nothing else to do.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from annotator.core.problems import Problem
from annotator.storage.connections import connect_to_read, connect_to_write
from annotator.storage.log_watch import LogWatch, watch_log
from annotator.storage.rescue import rescue
from annotator.storage.troubles import (
    FileGone,
    gone,
    identity_of,
    log_in_use,
    log_lost,
    log_not_copied,
    problem_of,
    taken_over,
)

T = TypeVar("T")
WriteConnection = sqlite3.Connection
Work = Callable[[WriteConnection], Any]
# Seconds between two tries of a job that the world stands in the way of; the last is repeated.
PAUSES = (1.0, 2.0, 4.0, 8.0, 15.0)
# Seconds without a job before what is in the log is brought into the file; twice as many after each failure.
_REST, _LONGEST_REST = 1.0, 60.0
_REMEMBERED = 8  # jobs that may be in the log alone

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
        self.on_trouble: Callable[[Problem], None] | None = None
        self.on_recovered: Callable[[], None] | None = None
        self.trouble: Problem | None = None
        self._path = path
        self._identity = identity_of(path)
        self._pauses = pauses
        self._is_alone = is_alone
        self._jobs: deque[_Job] = deque()
        self._changed = threading.Condition()
        self._at_work = threading.Lock()  # from the begin of a try until it is known whether it was done
        self._first_is_done = False
        self._stopping = False
        self._try_now = False
        self._pausing = False
        self._thread: threading.Thread | None = None
        self._conn: WriteConnection | None = None
        self._log: LogWatch | None = None  # none on a network drive
        self._in_log: list[Work] = []  # what was done since all was in the file itself
        self._committed: tuple[_Job, Any] | None = None  # a job of which it is not sure that its log is there
        self._lost: Problem | None = None
        self._pause_before_settling = _REST

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
    def held(self) -> Iterator[tuple[WriteConnection | None, tuple[Work, ...]]]:
        """Keep the writer from the file; gives where to read it, and what is not in there yet, in order.

        None is the file with its log; where that was lost, it is what has all that was saved.
        """
        with self._at_work:
            if self._log is None or self._log.is_in_place():
                yield None, self._waiting()
            else:
                with self._everything() as everything:
                    yield everything

    def _waiting(self) -> tuple[Work, ...]:
        with self._changed:
            is_in = self._first_is_done or self._committed is not None
            jobs = tuple(self._jobs)[is_in:]
        return tuple(job.work for job in jobs if job.in_transaction)

    @contextmanager
    def _everything(self) -> Iterator[tuple[WriteConnection, tuple[Work, ...]]]:
        """Give a connection and works that make together all that was saved and all that waits.

        For a log that was lost.
        """
        if self._conn is not None and self._log is not None and not self._log.is_cut():
            yield self._conn, self._waiting()
            return
        # The file as it lies is what it was before all that is remembered was done.
        with closing(connect_to_read(self._path, immutable=True)) as file:
            yield file, (*self._in_log, *self._waiting())

    def flush(self, timeout: float | None = None) -> bool:
        """Wait until all is on the disk and reported; tell whether it is.

        At most `timeout` seconds, whatever stands in the way; without a timeout, until something does. Not
        for callbacks: in the writer's thread it would wait for itself.
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
        self._leave_log()
        self._disconnect()
        self._forget_log()

    def _next_job(self) -> _Job | None:
        while True:
            with self._changed:
                if self._changed.wait_for(lambda: self._jobs or self._stopping, self._rest()):
                    return None if self._stopping else self._jobs[0]
            with self._at_work:
                self._settle()

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
                if trouble is None or (isinstance(error, Problem) and not isinstance(error, FileGone)):
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
        conn = self._connected()
        if self._committed is None:
            result = self._done(job, conn)
            self._committed = (job, result)
        self._require_log()
        _, result = self._committed
        self._committed = None
        return result

    def _done(self, job: _Job, conn: WriteConnection) -> Any:
        if not job.in_transaction:
            result = job.work(conn)
            self._note_log()
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
        self._in_log.append(job.work)
        self._pause_before_settling = _REST
        return result

    def _connected(self) -> WriteConnection:
        self._require_in_place()
        self._require_log()
        return self._conn or self._connect()

    def _connect(self) -> WriteConnection:
        # Of any thread: a copy of what it sees may be made in another, which keeps this one from it.
        self._conn = connect_to_write(self._path, any_thread=True)
        self._forget_log()
        self._log = watch_log(self._path)
        return self._conn

    def _require_in_place(self) -> None:
        """Raise Problem where the name is no longer this file's: SQLite would go on writing to a lost one."""
        if identity_of(self._path) != self._identity:
            raise gone(self._path)
        if not self._is_alone():
            raise taken_over(self._path)

    # ---------------------------------------------------------------- the log
    def _require_log(self) -> None:
        """See that the log is the one in the folder, or make it so. Raises Problem where that cannot be."""
        if self._log is not None and not self._log.is_in_place():
            self._mend_log(self._log)
        self._lost = None
        self._note_log()

    def _note_log(self) -> None:
        if self._log is not None:
            self._log.note()

    def _mend_log(self, log: LogWatch) -> None:
        """Bring what is in the lost log into the file and begin another one, or save all in a copy."""
        conn = self._conn
        is_lost = conn is None or log.is_cut() or log.file_was_changed()
        if log.is_anothers() or (self._in_log and is_lost):
            raise self._rescued()
        if conn is None:
            conn = self._conn = connect_to_write(self._path, any_thread=True)
        if self._in_log:
            log.put_back()
        if conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            raise log_in_use(self._path)
        if self._in_log:
            os.truncate(log.name, 0)
        _log.warning("the log of the project was removed; all of it is in the file")
        self._in_log.clear()
        self._disconnect()
        self._forget_log()
        self._connect()

    def _rescued(self) -> Problem:
        """Return the problem of the lost log, with a copy that was made of everything."""
        if self._lost is None:
            try:
                with self._everything() as (source, works):
                    self._lost = log_lost(self._path, rescue(self._path, source, works))
            except Exception as error:
                why = problem_of(error, self._path)
                if why is None:
                    raise
                self._lost = log_not_copied(self._path, why)
        return self._lost

    def _rest(self) -> float | None:
        """Return after how many idle seconds to see to the file; None where nothing is to be done."""
        return self._pause_before_settling if self._in_log and self._log is not None else None

    def _settle(self) -> None:
        """Bring what is in the log into the file itself: then nobody needs the log any more."""
        conn, log = self._conn, self._log
        if conn is None or log is None or not log.is_in_place():
            return
        try:
            busy, written, moved = conn.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        except sqlite3.Error:
            busy, written, moved = 1, 0, 0  # a full disk: the log has it
        log.note()
        if not busy and written == moved:
            self._in_log.clear()
        else:
            self._pause_before_settling = min(2 * self._pause_before_settling, _LONGEST_REST)

    def _leave_log(self) -> None:
        """Save what is in a lost log before the connection that has it is closed."""
        if self._log is not None and self._in_log and not self._log.is_in_place():
            try:
                self._mend_log(self._log)
            except (sqlite3.Error, OSError, Problem) as error:
                _log.warning("the log was lost before the project was closed: %s", type(error).__name__)

    def _forget_log(self) -> None:
        if self._log is not None:
            self._log.close()
            self._log = None

    def _disconnect(self) -> None:
        conn, self._conn = self._conn, None
        if conn is None:
            return
        try:
            conn.close()
        except sqlite3.Error:
            _log.warning("the writing connection did not close cleanly")
        if self._log is not None and not self._log.name.exists():
            # The last one that closes the file brings all into it, and takes the log away.
            self._in_log.clear()
            self._forget_log()

    def _report_trouble(self, trouble: Problem, error: Exception) -> None:
        # A fresh connection for the next try: the drive may have been away. A lost log is in this one alone.
        if self._log is None or self._log.is_in_place():
            self._disconnect()
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
        if len(self._in_log) >= _REMEMBERED:
            with self._at_work:
                self._settle()

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
