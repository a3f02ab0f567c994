"""One moment of a project, for all that is read in it: no writing, short transactions, errors as problems."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import update_wrapper
from pathlib import Path
from traceback import clear_frames
from typing import Concatenate, ParamSpec, Self, TypeVar

from annotator.core import project_files
from annotator.core.document import Letter
from annotator.storage.log_watch import log_of
from annotator.storage.read_connections import open_to_read, stamp_of
from annotator.storage.soundness import WRONG, place_faults, require_sound
from annotator.storage.troubles import (
    as_problems,
    damaged,
    damaged_letter,
    identity_of,
    is_wrong_data,
    problem_of,
    reading_problems,
    replaced,
    way_to,
)

_PIECE = 4096  # pages that are copied at a time
_log = logging.getLogger(__name__)
P = ParamSpec("P")
T = TypeVar("T")
M = TypeVar("M", bound="Moments")


def _is_misuse(error: BaseException) -> bool:
    """Tell whether the caller is wrong, not the file: arguments that do not fit, a closed connection.

    SQLite is not reached then, or refuses the call before it looks into the file.
    """
    at = error.__traceback__
    never_ran = isinstance(error, TypeError) and at is not None and at.tb_next is None
    return never_ran or isinstance(error, sqlite3.ProgrammingError | sqlite3.InterfaceError)


def read(
    method: Callable[Concatenate[M, P], T],
) -> Callable[Concatenate[M, P], T]:
    """Have a method read one moment, and turn errors of the file into problems.

    What this program would never write is damage. It is logged, since it may be a bug.
    """

    def reading(self: M, /, *args: P.args, **kwargs: P.kwargs) -> T:
        with self.moment():
            try:
                result = method(self, *args, **kwargs)
                require_sound(result)
            except (sqlite3.Error, *WRONG) as error:
                if problem_of(error, self._path) is not None or _is_misuse(error):
                    raise
                _log.warning("what was read is not what the program writes: %s", way_to(error))
                raise damaged(self._path) from error
            return result

    return update_wrapper(reading, method)


def _let_go(error: BaseException) -> None:
    """Let go of what was being read as an error came.

    Where the error is kept, a list that was not read to its end would keep this moment: all that is read
    later would be of it.
    """
    kept: BaseException | None = error
    while kept is not None:
        clear_frames(kept.__traceback__)
        kept = kept.__cause__ or kept.__context__


class Moments:
    """Holds a connection that cannot write, and reads in short moments. Use it in the thread that made it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with reading_problems(path):
            self._identity = identity_of(path)
            self._open()
        project_files.opened(path)

    def close(self) -> None:
        """Let the file go."""
        self._conn.close()
        project_files.closed(self._path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _open(self) -> None:
        self._stamp = stamp_of(self._path)
        self._conn, self._is_quiet = open_to_read(self._path)
        self._log = log_of(self._path)

    def _is_behind(self) -> bool:
        """Tell whether it would not see what is written now: it is quiet, or has a log that was replaced."""
        if self._is_quiet:
            return stamp_of(self._path) != self._stamp
        return log_of(self._path) not in (self._log, None)

    @contextmanager
    def moment(self) -> Iterator[None]:
        """Keep the project as it is at this moment for all that is read inside; keep it short."""
        with as_problems(self._path):
            if self._conn.in_transaction:
                yield
                return
            if identity_of(self._path) not in (self._identity, None):
                raise replaced(self._path)  # its log belongs to another file
            if self._is_behind():
                self._conn.close()
                self._open()
            self._conn.execute("BEGIN")
            try:
                yield
            except BaseException as error:
                _let_go(error)
                raise
            finally:
                # A damaged file may have ended the transaction already.
                if self._conn.in_transaction:
                    self._conn.execute("ROLLBACK")

    def copy_moment(self, draft: Path, stop: Callable[[], None]) -> None:
        """Copy the project, as it is at the moment that is being read, into a file that is empty.

        `stop` is called between its pieces, and may raise what ends the copying. The copy is for this process
        alone, and for as long as it runs: it is not synced, and its pages are not looked at.
        """
        with as_problems(draft), closing(sqlite3.connect(draft, isolation_level=None)) as target:
            target.execute("PRAGMA synchronous = OFF")
            self._conn.backup(target, pages=_PIECE, progress=lambda *_: stop())
            target.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it

    def _shown(self, read: Callable[[], T]) -> T:
        """Read what a list shows; where a text in it is none, with a sign in the place of what is wrong."""
        try:
            return read()
        except sqlite3.Error as error:
            if not is_wrong_data(error):
                raise
        self._conn.text_factory = lambda raw: raw.decode("utf-8", "replace")
        try:
            return read()
        finally:
            self._conn.text_factory = str

    def _whole(self, letter_id: int, load: Callable[[sqlite3.Connection, int], Letter]) -> Letter:
        """Load a letter; where it is not what the program writes, say which one it is."""
        try:
            letter = load(self._conn, letter_id)
            require_sound(letter)
            fault = next(place_faults(letter), None)
        except (sqlite3.Error, *WRONG) as error:
            if _is_misuse(error) or not is_wrong_data(error):
                raise
            _log.warning("letter %s is not what the program writes: %s", letter_id, way_to(error))
            raise damaged_letter(self._path, letter_id) from error
        if fault is not None:
            raise damaged_letter(self._path, letter_id, fault[0], **fault[1])
        return letter
