"""Opening a project to read it, also where SQLite can make no file beside it, or should not.

SQLite reads a project with a log through two files beside it, and makes them where they are missing. In a
folder that may not be written and on a full disk it cannot. For a user who is not the file's owner it would
make files that the owner may not write, and the owner could save nothing any more. In these cases the file is
read as it is, and its log, if it has one, is read into memory.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path

from annotator.storage.connections import connect_to_read, has_wal, on_network_drive

_BESIDE = ("", "-wal", "-shm")
# What SQLite says where it can make no file, or none that is large enough.
_NO_FILES = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL)
_NO_ROOM = (sqlite3.SQLITE_IOERR_SHMSIZE, sqlite3.SQLITE_IOERR_SHMOPEN, sqlite3.SQLITE_IOERR_SHMMAP)

_INDEX = 32768  # bytes of the smallest index of a log (https://www.sqlite.org/walformat.html)

Stamp = tuple[tuple[int, int] | None, ...]


def connected_reader(path: Path, *, immutable: bool = False) -> sqlite3.Connection:
    """Open a connection that cannot write, also where no file may be made beside the project."""
    return _looked_at(connect_to_read(path, immutable=True)) if immutable else open_to_read(path)[0]


def open_to_read(path: Path) -> tuple[sqlite3.Connection, bool]:
    """Open a connection that cannot write; tell whether it is quiet.

    A quiet one takes no locks and sees nothing of what is written later: see `stamp_of`.
    """
    if _would_leave_files(path):
        return _quiet(path), True
    try:
        return _looked_at(connect_to_read(path)), False
    except sqlite3.OperationalError as error:
        code = error.sqlite_errorcode
        if (code & 0xFF not in _NO_FILES and code not in _NO_ROOM) or _is_in_use(path):
            raise
        if sys.platform == "win32" and has_wal(path):
            raise
        return _quiet(path), True


def stamp_of(path: Path) -> Stamp:
    """Return a stamp that changes when a project or its log is written, or opened to write."""
    return tuple(_stamp(path.with_name(path.name + suffix)) for suffix in _BESIDE)


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _would_leave_files(path: Path) -> bool:
    """Tell whether SQLite would make files that the owner may not write, or of one name of two."""
    if os.name != "posix" or _is_in_use(path):
        return False
    try:
        found = path.stat()
    except OSError:
        return False
    # What root makes SQLite gives to the owner. On a network drive there is no log, and owners mean little.
    is_owner = os.geteuid() in (0, found.st_uid)
    return (found.st_nlink > 1 or not is_owner) and not on_network_drive(path)


def _is_in_use(path: Path) -> bool:
    """Tell whether some program has the project open, or died so: then SQLite's files are there already."""
    index = _stamp(path.with_name(f"{path.name}-shm"))
    return index is not None and index[1] >= _INDEX  # smaller where there was no room for it


def _quiet(path: Path) -> sqlite3.Connection:
    if not has_wal(path):
        return _looked_at(connect_to_read(path, immutable=True))
    return _looked_at(connect_to_read(path, in_memory=True))


def _looked_at(conn: sqlite3.Connection) -> sqlite3.Connection:
    """Have SQLite open the file at once: what is wrong is said here."""
    try:
        conn.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchall()
    except BaseException:
        conn.close()
        raise
    return conn
