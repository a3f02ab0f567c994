"""Giving a project file its name: as the only one there, and without the log of a file that had it before.

SQLite plays a log that it finds beside a file into it, whichever file it was written for. So whatever puts a
project at a name does it here: `alone_at` the name, `give_name`.
"""

from __future__ import annotations

import logging
import os
import sqlite3
import stat
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.printable import printable
from annotator.core.project_files import is_beside_name
from annotator.core.stopping import held
from annotator.storage.connections import tidy, uri_of
from annotator.storage.lock import Lock, acquire, locked_problem
from annotator.storage.names import APPLICATION_ID
from annotator.storage.troubles import damaged, problem

_BESIDE = QT_TRANSLATE_NOOP(
    "Storage", "{name} is the name of a file that lies beside a project. Choose another name."
)
_KEPT = QT_TRANSLATE_NOOP(
    "Storage",
    "Beside {name} lay the log of a file that is lost; it may hold changes. It is kept as {kept}.",
)
_SUFFIXES = ("-wal", "-shm", "-journal")

_log = logging.getLogger(__name__)


@contextmanager
def alone_at(path: Path) -> Iterator[None]:
    """Hold the lock of a name. Raises UserError where a program has a project of that name open.

    That is so too where its file was moved or removed: it may come back.
    """
    if is_beside_name(path.name):
        raise problem(_BESIDE, path)
    held = acquire(path)
    if not isinstance(held, Lock):
        raise locked_problem(path, held)
    try:
        yield
    finally:
        held.release()


def give_name(draft: Path, path: Path) -> tuple[Path, ...]:
    """Give a finished file the name of a project, in the place of what has it; the caller is `alone_at` it.

    Returns the logs of a lost file that were kept under other names. Raises UserError where the file is not
    whole under its name, OSError where it cannot have it; then all is as it was.
    """
    sync_file(draft)
    if path.is_file() and not path.is_symlink():
        tidy(path)
    with held():
        moved = _set_aside(path)
        try:
            os.replace(draft, path)
        except BaseException:
            for side, kept in moved:
                os.replace(kept, side)
            raise
    sync_folder(path.parent)
    _require_whole(path)
    return tuple(kept for _, kept in moved)


def kept_message(path: Path, kept: Sequence[Path]) -> Message | None:
    """Return what is to be said of the logs that `give_name` kept; None where there are none."""
    if not kept:
        return None
    names = printable(", ".join(each.name for each in kept))
    return problem(_KEPT, path, kept=names).message


def _set_aside(path: Path) -> list[tuple[Path, Path]]:
    """Move what SQLite kept beside a lost file out of the way; what holds no changes is removed."""
    moved = []
    for suffix in _SUFFIXES:
        side = path.with_name(path.name + suffix)
        try:
            found = side.lstat()
        except FileNotFoundError:
            continue
        if stat.S_ISREG(found.st_mode) and (suffix == "-shm" or found.st_size == 0):
            side.unlink()
            continue
        moved.append((side, keep_aside(side)))
    return moved


def keep_aside(side: Path) -> Path:
    """Give a log another name, under which SQLite does not find it; return that."""
    kept, number = side.with_name(f"{side.name}.kept"), 1
    while os.path.lexists(kept):
        number += 1
        kept = side.with_name(f"{side.name}.kept-{number}")
    os.rename(side, kept)
    return kept


def _require_whole(path: Path) -> None:
    """Raise UserError where what SQLite finds under the name is not a whole project."""
    try:
        with closing(sqlite3.connect(uri_of(path, mode="rw"), uri=True, isolation_level=None)) as conn:
            conn.execute("PRAGMA trusted_schema = OFF")
            found = conn.execute("PRAGMA quick_check(1)").fetchall()
            mark = conn.execute("PRAGMA application_id").fetchone()
    except sqlite3.DatabaseError as error:
        raise damaged(path) from error
    if found != [("ok",)] or mark != (APPLICATION_ID,):
        _log.error("a project is not whole under its name")
        raise damaged(path)


def sync_file(path: Path) -> None:
    """Have the system put a file on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(path: Path) -> None:
    """Have the system put a folder's names on the disk, where it can."""
    if os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove_database(path: Path) -> None:
    """Remove a database and what SQLite keeps beside it; what is not there is no error."""
    for suffix in ("", *_SUFFIXES):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
