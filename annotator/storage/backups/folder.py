"""The folder of a project's backups: where it is, what is in it, and which backups are kept."""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import sqlite3
import stat
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from annotator.core.drafts import sweep, take_mode
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.core.printable import printable
from annotator.core.user_errors import UserError
from annotator.storage.backups.opening import opened, problem_with
from annotator.storage.lock import Lock, acquire
from annotator.storage.names import BACKUP_ID
from annotator.storage.naming import sync_folder
from annotator.storage.troubles import damaged, has_long_path, problem, problem_of

BACKUP_SUFFIX = ".kantbackup"
KEPT = 10
_NEWEST, _DAYS = 3, 4  # what remains of KEPT is kept by weeks
_NAME = 150  # bytes of the project's name in that of a backup
_SHORTEST = 10
# Bytes of a path that SQLite takes, less what a name has beside the project's: a moment, a number.
_PATH = 504 - 100

_NO_FOLDER = QT_TRANSLATE_NOOP(
    "Storage", "The folder {where} for backups cannot be made. Choose another one in the settings."
)
_NO_RIGHTS = QT_TRANSLATE_NOOP(
    "Storage",
    "No backup can be made: the folder {where} may not be written. Choose another one in the settings.",
)
_BUSY = QT_TRANSLATE_NOOP(
    "Storage", "Another window works on the backups in {where}. Try again when it is done."
)
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_RIGHTS = (sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup in the folder, by what it says of itself. `made_at` is ISO 8601 in UTC; sizes are bytes."""

    path: Path
    made_at: str
    analyst: str
    project: str
    project_uid: str
    letters: int
    changes: int
    sources: int
    size: int
    signature: str
    fingerprint: str
    number: int = 0  # counts up in a folder: which follows which, whatever the clock says
    checked: str = ""  # where the next turn of verifying the packs begins

    @property
    def moment(self) -> datetime:
        """When it was made, in the time of this place."""
        return datetime.fromisoformat(self.made_at).astimezone()


def _problem(text: str, folder: Path) -> UserError:
    return problem(text, folder, where=printable(str(folder)))


@contextmanager
def folder_problems(project: Path, folder: Path) -> Iterator[None]:
    """Turn errors of the disk into problems: damage is said of the project, the rest of the folder."""
    try:
        yield
    except (sqlite3.Error, OSError, MemoryError, UnicodeDecodeError) as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _DAMAGE or isinstance(error, UnicodeDecodeError):
            raise damaged(project) from error
        if code == sqlite3.SQLITE_CANTOPEN and has_long_path(folder):
            raise problem_of(error, folder) or error from error
        if code in _RIGHTS or isinstance(error, PermissionError) or getattr(error, "errno", 0) == errno.EROFS:
            raise _problem(_NO_RIGHTS, folder) from error
        found = problem_of(error, folder)
        if found is None:
            raise
        raise found from error


def make_folder(folder: Path, project: Path) -> None:
    """Make the folder where there is none, for those who may read the project. Raises UserError where that
    cannot be.

    Only its last two parts are made: a drive that is not there must not be taken for an empty one.
    """
    try:
        if not folder.is_dir():
            with contextlib.suppress(FileNotFoundError):
                folder.parent.mkdir(exist_ok=True)
            folder.mkdir(exist_ok=True)
            take_mode(folder, project)
            sync_folder(folder.parent)
    except (FileNotFoundError, FileExistsError, NotADirectoryError) as error:
        raise _problem(_NO_FOLDER, folder) from error


def take_modes(paths: Iterable[Path], project: Path) -> None:
    """Let files be read and written by those who may the project: it may be for fewer now, or always was."""
    for path in paths:
        with contextlib.suppress(OSError):
            if stat.S_ISREG(path.lstat().st_mode):
                take_mode(path, project)


def backup_paths(folder: Path) -> list[Path]:
    """Return the files of backups, also damaged ones, by name: the oldest first."""
    return sorted(path for path in folder.glob(f"*{BACKUP_SUFFIX}") if not path.name.startswith("."))


def list_backups(folder: Path) -> list[Backup]:
    """Return the backups in a folder, the newest first. What cannot be read is left out."""
    return look_through(folder)[0]


def look_through(folder: Path) -> tuple[list[Backup], list[UserError]]:
    """Return the backups in a folder, the newest first, and the problems of those that cannot be read.

    They are in the order in which they were made: a clock may be set back.
    """
    found, problems = list[Backup](), list[UserError]()
    with contextlib.suppress(OSError):
        for path in backup_paths(folder):
            try:
                found.append(about_of(path))
            except UserError as error:
                problems.append(error)
    found.sort(key=lambda backup: (backup.number, backup.made_at, backup.path.name), reverse=True)
    return found, problems


def read_about(path: Path) -> Backup | None:
    """Return what a backup says of itself; None where it is none, or damaged."""
    try:
        return about_of(path)
    except UserError:
        _log.warning("a file among the backups is damaged or no backup")
        return None


def about_of(path: Path) -> Backup:
    """Return what a backup says of itself. Raises UserError where it is none, damaged or cannot be read."""
    with opened(path, BACKUP_ID) as conn:
        rows = conn.execute("SELECT key, substr(value, 1, 10000) FROM backup_about LIMIT 100")
        text = {str(key): str(value) for key, value in rows}
        try:
            datetime.fromisoformat(text["made_at"]).astimezone()
            return Backup(
                path,
                text["made_at"],
                text["analyst"],
                text["project"],
                text["project_uid"],
                int(text["letters"]),
                int(text["changes"]),
                int(text["sources"]),
                path.stat().st_size,
                text["signature"],
                text["fingerprint"],
                int(text.get("number", 0)),
                text.get("checked", ""),
            )
        except (KeyError, ValueError, OverflowError) as error:
            raise problem_with(path, error) from error


def new_path(folder: Path, project: str, moment: datetime) -> Path:
    """Return a free name for a backup made at a moment (in the time of this place)."""
    # Cut short: its draft has a longer name; there are 255 bytes at most, and not many more in a whole path.
    name = Path(project).stem
    room = max(_SHORTEST, min(_NAME, _PATH - len(os.fsencode(folder.absolute()))))
    while len(os.fsencode(name)) > room:
        name = name[:-1]
    stem = f"{name} {moment:%Y-%m-%d %H.%M.%S}"
    path, number = folder / f"{stem}{BACKUP_SUFFIX}", 1
    while os.path.lexists(path):
        number += 1
        path = folder / f"{stem} ({number}){BACKUP_SUFFIX}"
    return path


def kept(moments: Sequence[datetime]) -> set[int]:
    """Return which backups are kept, as indices of their moments, the newest first.

    The newest three; of each of the four days before these that have any, the last; of each of the three
    weeks before those that have any, the last: ten at most.
    """
    keep = set(range(min(_NEWEST, len(moments))))
    rest = [number for number in range(len(moments)) if number not in keep]
    days = {moments[number].date() for number in keep}
    keep |= _first_of_each(((n, moments[n].date()) for n in rest), days, _DAYS)
    weeks = {moments[number].isocalendar()[:2] for number in keep}
    rest = [number for number in rest if number not in keep]
    return keep | _first_of_each(((n, moments[n].isocalendar()[:2]) for n in rest), weeks, KEPT - len(keep))


def _first_of_each(numbered: Iterable[tuple[int, object]], have: Iterable[object], most: int) -> set[int]:
    """Return the first number of each span of time that is not among those we have, `most` of them."""
    seen, found = set(have), set[int]()
    for number, span in numbered:
        if span not in seen and len(found) < most:
            seen.add(span)
            found.add(number)
    return found


def thin(folder: Path, project_uid: str) -> int:
    """Remove the backups of a project that are not kept; return how many went.

    Those of another project stay: it may have had this name, and be lost.
    """
    backups = [backup for backup in list_backups(folder) if backup.project_uid == project_uid]
    keep = kept([backup.moment for backup in backups])
    gone = 0
    for backup in (each for number, each in enumerate(backups) if number not in keep):
        with contextlib.suppress(OSError):  # it goes another time
            backup.path.unlink(missing_ok=True)
            gone += 1
    return gone


@contextmanager
def alone_in(folder: Path, *, wait: float = 0.0) -> Iterator[None]:
    """Work on the backups of a folder as the only one. Raises UserError where another does, for so long."""
    until = time.monotonic() + wait
    while not isinstance(held := acquire(folder / "backups", like=folder), Lock):
        if time.monotonic() >= until:
            raise _problem(_BUSY, folder)
        time.sleep(0.05)
    try:
        sweep(folder)
        yield
    finally:
        held.release()
