"""Telling errors of the disk and the file from bugs, and saying them in one sentence."""

from __future__ import annotations

import errno
import os
import sqlite3
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.printable import printable
from annotator.core.user_errors import UserError

_BUSY = QT_TRANSLATE_NOOP("Storage", "The project {name} is in use by another program. Close it there.")
_FULL = QT_TRANSLATE_NOOP("Storage", "The disk with {name} is full. Make room on it.")
_READ_ONLY = QT_TRANSLATE_NOOP(
    "Storage",
    "The project {name} may not be written. Change the rights of the file and of its folder {folder}.",
)
_DISK = QT_TRANSLATE_NOOP(
    "Storage",
    "The disk with {name} cannot be read or written. Check the disk or the network drive that it is on.",
)
_DAMAGED = QT_TRANSLATE_NOOP(
    "Storage", "The project {name} is damaged: part of it cannot be read. Open a backup of it instead."
)
_DAMAGED_LETTER = QT_TRANSLATE_NOOP(
    "Storage", "The project {name} is damaged. {fault} The others can be read; a backup may have it whole."
)
_PART = QT_TRANSLATE_NOOP("Check", "Letter {id} cannot be read.")
_NOT_ONE = QT_TRANSLATE_NOOP("Storage", "{name} is not a Kanttekening project. Choose a .kant file.")
_GONE = QT_TRANSLATE_NOOP(
    "Storage", "The project {name} is no longer in {folder}. Put the file back: saving goes on by itself."
)
_GONE_COPIED = QT_TRANSLATE_NOOP(
    "Storage",
    "The project {name} is no longer in {folder}. All that you did until now is in the copy {copy}: "
    "go on there, or put the file back.",
)
_TAKEN = QT_TRANSLATE_NOOP(
    "Storage",
    "The lock file of {name} was removed, and another program took over the project. Close it there: "
    "saving goes on by itself.",
)
_LOG_LOST = QT_TRANSLATE_NOOP(
    "Storage",
    "Another program removed or cut the log of {name}. All that you did until now is in the copy {copy}: "
    "go on there.",
)
_NO_COPY = QT_TRANSLATE_NOOP(
    "Storage",
    "Another program removed or cut the log of {name}, and no copy could be made beside it: {why} "
    "Save a copy elsewhere.",
)
_FILE_CUT = QT_TRANSLATE_NOOP(
    "Storage",
    "Another program emptied or cut the project {name}. All that you did until now is in the copy {copy}: "
    "go on there.",
)
_FILE_NOT_COPIED = QT_TRANSLATE_NOOP(
    "Storage",
    "Another program emptied or cut the project {name}, and no whole copy could be made of what is in "
    "memory: restore its last backup. Letters that are open can still be read and exported.",
)
_REPLACED = QT_TRANSLATE_NOOP(
    "Storage", "Another file was put in the place of the project {name}, by a restore perhaps. Open it again."
)
_MEMORY = QT_TRANSLATE_NOOP(
    "Storage", "There is not enough memory for the project {name}. Close other programs."
)

_TOO_LONG = QT_TRANSLATE_NOOP(
    "Storage",
    "The name of {name} or of its folder is too long: files with longer names must lie beside it. Give it a "
    "shorter name, or put it into another folder.",
)
_NO_PATH = QT_TRANSLATE_NOOP(
    "Storage", "{name} in {folder} leads nowhere: its name or a link in it is wrong. Choose a .kant file."
)

_UNDECODED = "decode to UTF-8"  # of Python itself, where the bytes are no text: without a code of SQLite

# By SQLite's primary result codes (https://www.sqlite.org/rescode.html).
_SENTENCES = {
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_NOMEM: _MEMORY,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_IOERR: _DISK,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_CANTOPEN: _DISK,
    sqlite3.SQLITE_PROTOCOL: _BUSY,
    sqlite3.SQLITE_NOTADB: _NOT_ONE,
}

_BY_ERRNO = {
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.EROFS: _READ_ONLY,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.ENAMETOOLONG: _TOO_LONG,
}
# Bytes: SQLite takes 504, and a draft or a backup has a longer name than its project.
_LONG_PATH = 400


class FileGone(UserError):
    """The project file was moved, removed or taken over while it was open: saving waits."""


def problem(text: str, path: Path, **params: object) -> UserError:
    """Return a problem with a file; the sentence may use its {name} and its {folder}."""
    return UserError(
        Message(
            "Storage", text, {"name": printable(path.name), "folder": printable(str(path.parent)), **params}
        )
    )


def gone(path: Path) -> FileGone:
    """Return the problem of a project file that was moved or removed while it was open."""
    return FileGone(problem(_GONE, path).message)


def gone_but_copied(path: Path, copy: Path) -> FileGone:
    """Return the problem of a project file that is gone, and of which all is in a copy."""
    return FileGone(problem(_GONE_COPIED, path, copy=printable(copy.name)).message)


def taken_over(path: Path) -> FileGone:
    """Return the problem of a project that another program writes, since the lock file was removed."""
    return FileGone(problem(_TAKEN, path).message)


def log_in_use(path: Path) -> FileGone:
    """Return the problem of a log that was removed, while another program reads what was in it."""
    return FileGone(problem(_BUSY, path).message)


def log_lost(path: Path, copy: Path) -> FileGone:
    """Return the problem of a project whose log was taken away; all of it is in a copy."""
    return FileGone(problem(_LOG_LOST, path, copy=printable(copy.name)).message)


def log_not_copied(path: Path, why: UserError) -> FileGone:
    """Return the problem of a project whose log was taken away, and of which no copy could be made."""
    return FileGone(problem(_NO_COPY, path, why=str(why)).message)


def file_is_cut(path: Path, copy: Path) -> FileGone:
    """Return the problem of a project whose file was cut; all of it is in a copy."""
    return FileGone(problem(_FILE_CUT, path, copy=printable(copy.name)).message)


def file_not_copied(path: Path, why: UserError) -> FileGone:
    """Return the problem of a project whose file was cut, and of which no whole copy could be made."""
    return FileGone(problem(_FILE_NOT_COPIED, path, why=str(why)).message)


def replaced(path: Path) -> UserError:
    """Return the problem of a project in whose place another file was put."""
    return problem(_REPLACED, path)


def damaged(path: Path) -> UserError:
    """Return the problem of a project that cannot be read in full."""
    return problem(_DAMAGED, path)


def damaged_letter(path: Path, letter_id: int, fault: str = _PART, **params: object) -> UserError:
    """Return the problem of a letter that cannot be read; `fault` is one of the check's sentences."""
    said = Message("Check", fault, {"id": letter_id, **params})
    return problem(_DAMAGED_LETTER, path, fault=said)


def not_a_project(path: Path) -> UserError:
    """Return the problem of a file that is something else."""
    return problem(_NOT_ONE, path)


def no_rights(path: Path) -> UserError:
    """Return the problem of a project that may not be written."""
    return problem(_READ_ONLY, path)


def is_wrong_data(error: BaseException) -> bool:
    """Tell whether an error is of what lies in a row, not of the file or the disk: other rows can be read."""
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorcode", None) is None and _UNDECODED in str(error)
    return True


def way_to(error: BaseException) -> str:
    """Return where an error was raised, for the log; what it says may quote a letter."""
    return f"{type(error).__name__}\n{''.join(traceback.format_tb(error.__traceback__))}"


def problem_of(error: BaseException, path: Path) -> UserError | None:
    """Return the problem that an error is, or None where it is a bug."""
    if isinstance(error, UserError):
        return error
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", None)
        if code is None:
            return damaged(path) if _UNDECODED in str(error) else None
        if code & 0xFF == sqlite3.SQLITE_CANTOPEN and has_long_path(path):
            return problem(_TOO_LONG, path)
        sentence = _SENTENCES.get(code & 0xFF)
        return problem(sentence, path) if sentence else None
    if isinstance(error, UnicodeDecodeError):
        return damaged(path)  # SQLite's own sentence quotes what it found in a damaged schema
    if isinstance(error, OSError):
        return problem(_BY_ERRNO.get(error.errno or 0, _DISK), path)
    return problem(_MEMORY, path) if isinstance(error, MemoryError) else None


def has_long_path(path: Path) -> bool:
    """Tell whether a path is so long that a file beside it may have too long a one for SQLite."""
    return len(os.fsencode(path.absolute())) > _LONG_PATH


def is_full(error: BaseException) -> bool:
    """Tell whether an error says that a disk is full."""
    full = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL
    return full or getattr(error, "errno", 0) in (errno.ENOSPC, errno.EDQUOT)


def identity_of(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from another one that takes its name; None where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def resolved(path: Path) -> Path:
    """Return the path that all links lead to. Raises UserError where they lead in a circle."""
    try:
        found = Path(path).resolve()
    except (OSError, RuntimeError, ValueError):
        raise problem(_NO_PATH, Path(path).absolute()) from None
    if os.path.islink(found):  # a circle: a RuntimeError before Python 3.13, a link that is left since
        raise problem(_NO_PATH, Path(path).absolute())
    return found


@contextmanager
def as_problems(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and the disk into problems; bugs pass."""
    try:
        yield
    except (sqlite3.Error, OSError, MemoryError, UnicodeDecodeError) as error:
        found = problem_of(error, path)
        if found is None:
            raise
        raise found from error


@contextmanager
def reading_problems(path: Path) -> Iterator[None]:
    """Turn errors of reading a file into problems; one that has no sentence of its own is damage."""
    with as_problems(path):
        try:
            yield
        except sqlite3.Error as error:
            if problem_of(error, path) is None:
                raise damaged(path) from error
            raise
