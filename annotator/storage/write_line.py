"""The writing connection and its log: what was saved is in the file, or in a log that is there.

Jobs are remembered until they are in the project's file itself, which is soon: from then on the log is not
needed. If the log is taken away before that, it is mended, or all is saved in a copy.
"""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from annotator.core.user_errors import UserError
from annotator.storage.connections import BUSY_TIMEOUT, connect_to_read, connect_to_write
from annotator.storage.log_watch import LogWatch, watch_log
from annotator.storage.naming import keep_aside
from annotator.storage.troubles import (
    damaged,
    file_is_cut,
    file_not_copied,
    log_in_use,
    log_lost,
    log_not_copied,
    problem_of,
)

Work = Callable[[sqlite3.Connection], Any]
Everything = tuple[sqlite3.Connection | None, tuple[Work, ...]]

# Seconds without a job before what is in the log is brought into the file; twice as many after each failure.
_REST, _LONGEST_REST = 1.0, 60.0
_SHORT_REST = 0.05  # between two steps of giving free pages back
_REMEMBERED = 8  # jobs that may be in the log alone
_SMALL = 12 << 20  # bytes that the memory of a connection has room for (`connections`)
_GROWN = 4 << 20  # bytes that the log may have grown by meanwhile

_log = logging.getLogger(__name__)


def _nothing(_: sqlite3.Connection) -> None:
    """Do what giving pages back does to what is in the file."""


class WriteLine:
    """The way to the disk of one writer, which keeps other threads from it meanwhile.

    `waiting` gives the works that wait and are not done in what the connection sees.
    """

    def __init__(self, path: Path, waiting: Callable[[], tuple[Work, ...]]) -> None:
        self._path = path
        self._waiting = waiting
        self._conn: sqlite3.Connection | None = None
        self._log: LogWatch | None = None  # none on a network drive
        self._in_log: list[Work] = []  # what was done since all was in the file itself
        self._lost: UserError | None = None
        self._settled_size = 0
        self._may_shrink = False
        self._pause = _REST

    def connected(self) -> sqlite3.Connection:
        """Return the writing connection, with a log that is in place. Raises UserError where it cannot be."""
        self.require_log()
        return self._conn or self._connect()

    def _connect(self) -> sqlite3.Connection:
        # Usable from any thread: another one may copy what it sees, while this one waits.
        self._conn = connect_to_write(self._path, any_thread=True)
        self._forget_log()
        self._log = watch_log(self._conn, self._path)
        if self._log is not None:
            # Otherwise SQLite would bring the log into the file itself, and we would not know how much of it.
            self._conn.execute("PRAGMA wal_autocheckpoint = 0").fetchall()
            self._read_into_memory(self._conn)
        return self._conn

    def _read_into_memory(self, conn: sqlite3.Connection) -> None:
        """Read a small project into the connection's memory: all of it is there if its file is emptied."""
        if os.stat(self._path).st_size <= _SMALL:
            with suppress(sqlite3.Error):  # a damaged one is found by others
                conn.execute("PRAGMA quick_check(1)").fetchall()

    def done(self, work: Work) -> None:
        """Remember what was done: it is in the log, and perhaps there alone."""
        self._in_log.append(work)
        self._may_shrink = True
        self._pause = _REST

    def note(self) -> None:
        """Remember how the log and the file look now: all of it is ours."""
        if self._log is not None:
            self._log.note()

    # ---------------------------------------------------------------- a lost log
    def require_log(self) -> None:
        """See that the log is the one in the folder, or make it so. Raises UserError where that cannot be."""
        if not self._is_in_place():
            assert self._log is not None
            self._mend(self._log)
        self._lost = None
        self.note()

    def _is_in_place(self) -> bool:
        return self._log is None or self._log.is_in_place()

    def _mend(self, log: LogWatch) -> None:
        """Bring what is in the lost log into the file and begin another one, or save all in a copy."""
        conn = self._conn
        if log.file_is_cut():  # the connection may have read before what is not there any more
            raise self._rescued(file_is_cut, file_not_copied)
        if log.is_anothers():
            keep_aside(log.name)  # SQLite would play it into the file
        is_lost = conn is None or log.is_cut() or log.file_was_changed()
        if self._in_log and is_lost:
            raise self._rescued(log_lost, log_not_copied)
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
        self._close()
        self._forget_log()
        self._connect()

    def _rescued(
        self, copied: Callable[[Path, Path], UserError], not_copied: Callable[[Path, UserError], UserError]
    ) -> UserError:
        """Return the problem of what was lost, with a copy that was made of everything where that can be."""
        if self._lost is None:
            from annotator.storage.rescue import rescue

            try:
                with self._all_of_it() as (source, works):
                    self._lost = copied(self._path, rescue(self._path, source, works))
            except Exception as error:
                # A reader may have stopped the checkpoint halfway: the jobs may not fit a second time.
                _log.warning("no copy could be made of a project that is cut", exc_info=error)
                why = problem_of(error, self._path) or damaged(self._path)
                self._lost = not_copied(self._path, why)
        return self._lost

    def copied(self) -> Path | None:
        """Make a copy of everything beside the project, whose file is gone; None where that cannot be.

        The connection has the file still, whatever became of its name.
        """
        if self._conn is None or (self._log is not None and self._log.is_cut()):
            return None
        from annotator.storage.rescue import rescue

        try:
            return rescue(self._path, self._conn, self._waiting())
        except Exception as error:
            _log.warning("no copy could be made of a project whose file is gone", exc_info=error)
            return None

    @contextmanager
    def everything(self) -> Iterator[Everything]:
        """Give what is to be read, and works, that make together all that was saved and all that waits.

        None is the file with its log; where that was lost, it is a connection that sees all.
        """
        if self._is_in_place():
            yield None, self._waiting()
        else:
            with self._all_of_it() as all_of_it:
                yield all_of_it

    @contextmanager
    def _all_of_it(self) -> Iterator[tuple[sqlite3.Connection, tuple[Work, ...]]]:
        if self._conn is not None and self._log is not None and not self._log.is_cut():
            yield self._conn, self._waiting()
            return
        # The file as it lies is what it was before all that is remembered was done.
        with closing(connect_to_read(self._path, immutable=True)) as file:
            yield file, (*self._in_log, *self._waiting())

    # ---------------------------------------------------------------- when there is nothing else to do
    def rest(self) -> float | None:
        """Return after how many idle seconds to `tidy`; None where there is nothing to do."""
        has_to_do = self._conn is not None and self._log is not None and (self._in_log or self._may_shrink)
        return self._pause if has_to_do else None

    def tidy(self) -> None:
        """Bring what is in the log into the file, and give free pages back to the disk."""
        self._settle()
        conn, log = self._conn, self._log
        if conn is None or log is None or self._in_log or not self._may_shrink or not log.is_in_place():
            return
        from annotator.storage.shrinking import give_back

        try:
            self._may_shrink = give_back(conn)
        except sqlite3.Error:
            self._may_shrink = False  # it only saves room: tried again after the next change
        log.note()
        if self._may_shrink:
            self._in_log.append(_nothing)
            self._pause = _SHORT_REST

    def settle_some(self) -> None:
        """Bring what is in the log into the file where it is much, though there is more to do."""
        has_grown = self._log is not None and self._log.size > self._settled_size + _GROWN
        if len(self._in_log) >= _REMEMBERED or has_grown:
            self._settle()

    def _settle(self) -> None:
        """Bring what is in the log into the file itself: from then on the log is not needed."""
        conn, log = self._conn, self._log
        if conn is None or log is None or not log.is_in_place():
            return
        try:
            # Waiting for nobody. Emptied, too: what is left of a log that is cut later would be played again.
            conn.execute("PRAGMA busy_timeout = 0").fetchall()
            _, written, moved = conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except sqlite3.Error:
            written, moved = 1, 0  # a full disk: the log has it
        finally:
            conn.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT * 1000:.0f}").fetchall()
        log.note()
        self._settled_size = log.size
        if written == moved:
            self._in_log.clear()
        else:
            self._pause = min(2 * self._pause, _LONGEST_REST)

    # ---------------------------------------------------------------- closing
    def disconnect(self) -> None:
        """Close the connection for a fresh one, with what is in its log saved before.

        A lost log is in this one alone: then it stays.
        """
        self.save()
        if self._is_in_place():
            self._close()

    def save(self) -> None:
        """Save what is in the log, in the file or in a copy, before a write waits."""
        if not self._is_in_place():
            self._save_lost()
        elif self._in_log:
            self._settle()

    def close(self) -> None:
        """Let the file go; what is in a lost log is saved before."""
        if not self._is_in_place():
            self._save_lost()
        self._close()
        self._forget_log()

    def _save_lost(self) -> None:
        """Save what is in a lost log, where that can be, before there is something else to do."""
        if self._in_log or (self._log is not None and self._log.file_is_cut()):
            try:
                self.require_log()
            except (sqlite3.Error, OSError, UserError) as error:
                _log.warning("the log of the project was lost: %s", type(error).__name__)

    def _close(self) -> None:
        conn, self._conn = self._conn, None
        if conn is None:
            return
        try:
            conn.close()
        except sqlite3.Error:
            _log.warning("the writing connection did not close cleanly")
        if self._log is not None and not self._log.name.exists():
            # The last connection that closes the file brings all into it and removes the log.
            self._in_log.clear()
            self._forget_log()

    def _forget_log(self) -> None:
        if self._log is not None:
            self._log.close()
            self._log = None
