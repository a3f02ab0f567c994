"""Opening a file that lies in the folder of the backups: whatever else may lie there, with limits.

Anything can be put into that folder: a pipe, a link to a device, the database of another program, one whose
views never end. Each file is looked at on its own, and only our own files are read.
"""

from __future__ import annotations

import sqlite3
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.core.printable import printable
from annotator.core.user_errors import UserError
from annotator.storage.connections import connect_to_read
from annotator.storage.examine import pending_migrations
from annotator.storage.names import APPLICATION_ID
from annotator.storage.troubles import problem

SECONDS = 60.0  # for one look: what takes longer was made to do harm
_STEPS = 100_000  # of SQLite's machine between two looks at the clock
_NAMED = 5

_UNFIT = QT_TRANSLATE_NOOP("Storage", "{name} in {folder} is damaged, or none of the program's own files.")
_NOT_NOW = QT_TRANSLATE_NOOP("Storage", "{name} in {folder} cannot be read. Look at its rights and its disk.")
_MAY_KEEP = QT_TRANSLATE_NOOP(
    "Storage",
    "Text of what was removed may still be in files that could not be read: {names}. All others are done. "
    "Remove these yourself.",
)


class Unfit(UserError):
    """A file that is damaged, or (`foreign`) something else than its name says."""

    foreign = False


class Unread(UserError):
    """A file that could not be read this time: it may be whole."""


@contextmanager
def opened(path: Path, mark: int, seconds: float = SECONDS) -> Iterator[sqlite3.Connection]:
    """Open a backup, pack or copy, by the mark of its kind, to read it; these are never written to.

    Raises Unfit or Unread, also for what happens while it is read. Nothing that the file holds runs, nothing
    is waited for, and it must be done in so many seconds.
    """
    try:
        # By its name alone first: a pipe is not waited for, a device not read, a link not followed. SQLite
        # alone opens it then: closing a file takes away all locks that this process has on it.
        if not stat.S_ISREG(path.lstat().st_mode):
            raise _foreign(path)
        with closing(connect_to_read(path, immutable=True)) as conn:
            end = time.monotonic() + seconds
            conn.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
            if conn.execute("PRAGMA application_id").fetchone() != (mark,):
                raise _foreign(path)
            if mark == APPLICATION_ID:
                pending_migrations(conn, path)  # raises UserError where it is damaged or does harm
            else:
                _require_plain(conn, path)
            yield conn
    except (sqlite3.Error, OSError, UnicodeDecodeError) as error:
        raise problem_with(path, error) from error


def _foreign(path: Path) -> Unfit:
    found = Unfit(problem(_UNFIT, path).message)
    found.foreign = True
    return found


def problem_with(path: Path, error: BaseException) -> UserError:
    """Return the problem that an error of reading a file is: Unread where another time may do."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    later = isinstance(error, OSError) or code in (
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_NOMEM,
    )
    kind, text = (Unread, _NOT_NOW) if later else (Unfit, _UNFIT)
    return kind(problem(text, path).message)


def _require_plain(conn: sqlite3.Connection, path: Path) -> None:
    """Raise Unfit where there is more than tables of rows: views and computed columns may never end."""
    (other,) = conn.execute(
        "SELECT count(*) FROM sqlite_schema"
        " WHERE type NOT IN ('table', 'index') OR sql LIKE 'CREATE VIRTUAL%'"
    ).fetchone()
    if not other:
        (other,) = conn.execute(
            "SELECT count(*) FROM sqlite_schema s, pragma_table_xinfo(s.name)"
            " WHERE s.type = 'table' AND hidden <> 0"
        ).fetchone()
    if other:
        raise _foreign(path)


def may_keep(paths: Iterable[Path]) -> UserError:
    """Return the problem of files that may still have text of a letter that was removed."""
    listed = list(paths)
    names = [printable(path.name) for path in listed]
    more = f" (+ {len(names) - _NAMED})" if len(names) > _NAMED else ""
    return problem(_MAY_KEEP, listed[0], names=", ".join(names[:_NAMED]) + more)
