"""Restoring a backup: the whole project again, in the place of the present one, which is kept beside it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from annotator.core.drafts import draft_beside
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.printable import printable
from annotator.core.stopping import held
from annotator.storage.backups import folder as folders
from annotator.storage.backups.completing import complete
from annotator.storage.backups.sealing import is_as_sealed
from annotator.storage.connections import connect_to_write, empty_log, has_wal, uri_of
from annotator.storage.naming import alone_at, give_name, sync_file, sync_folder
from annotator.storage.troubles import as_problems, problem, resolved

_NO_BACKUP = QT_TRANSLATE_NOOP(
    "Storage", "{name} in {folder} is damaged or no backup. Choose another one of the backups."
)
_NOT_AS_SEALED = QT_TRANSLATE_NOOP(
    "Storage",
    "The backup {name} was damaged on its disk after it was made. Choose another one: {other} is whole.",
)
_NO_OTHER = QT_TRANSLATE_NOOP(
    "Storage",
    "The backup {name} was damaged on its disk after it was made, and there is no other: something in it may "
    "read otherwise now.",
)


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, and where what was there before is kept. Sources that are missing were in no pack;
    damaged ones are not what they were when they were imported. `notes` say what else was damaged, and
    whether (`doubtful`) something of it is. `logs_kept` are those of a lost file."""

    path: Path
    kept: Path | None
    letters: int
    sources_missing: int
    sources_damaged: int
    logs_kept: tuple[Path, ...] = ()
    notes: tuple[Message, ...] = ()
    doubtful: bool = False


def restore(backup: Path, dest: Path, *, moment: datetime | None = None) -> Restored:
    """Put the project back as it was when the backup was made; what is there now is kept beside it.

    Raises UserError where the project is open for writing anywhere, or the backup cannot be read; all is then
    as it was.
    """
    backup, dest = resolved(backup), resolved(dest)
    about = folders.read_about(backup)
    if about is None:
        raise problem(_NO_BACKUP, backup)
    notes = _doubts(about)
    with as_problems(dest), alone_at(dest):
        return _restore(backup, dest, moment or datetime.now(), notes)


def _doubts(about: folders.Backup) -> list[Message]:
    """Return what is to be said of a backup that is not what it was; a UserError where another one is."""
    if is_as_sealed(about.path):
        return []
    for other in folders.list_backups(about.path.parent):
        if other.project_uid == about.project_uid and is_as_sealed(other.path):
            raise problem(_NOT_AS_SEALED, about.path, other=printable(other.path.name))
    return [problem(_NO_OTHER, about.path).message]


def _restore(backup: Path, dest: Path, moment: datetime, notes: list[Message]) -> Restored:
    with draft_beside(dest, like=dest if dest.exists() else backup) as draft:
        with as_problems(backup):
            shutil.copyfile(backup, draft)
            done = complete(draft, backup, dest)
        with closing(sqlite3.connect(uri_of(draft, mode="ro"), uri=True)) as conn:
            if conn.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
                raise problem(_NO_BACKUP, backup)
        with held():
            kept = _keep_present(dest, moment) if dest.exists() else None
            try:
                logs = give_name(draft, dest)
            except BaseException:
                if kept is not None:
                    _keep_no_longer(dest, kept)
                raise
    return Restored(
        dest,
        kept,
        done.letters,
        done.sources_missing,
        done.sources_damaged,
        logs,
        (*notes, *done.notes),
        bool(notes) or done.doubtful,
    )


def _keep_present(dest: Path, moment: datetime) -> Path:
    """Give the present project another name beside its own, with all that is in its log, and clear the log.

    The log must be away before another file has the name: SQLite would play it into that one.
    """
    _empty_its_log(dest)
    kept = kept_name(dest, moment)
    for suffix in ("", "-wal") if has_wal(dest) else ("",):
        _link(dest.with_name(dest.name + suffix), kept.with_name(kept.name + suffix))
    sync_folder(dest.parent)
    for suffix in ("-wal", "-shm"):
        dest.with_name(dest.name + suffix).unlink(missing_ok=True)
    return kept


def _keep_no_longer(dest: Path, kept: Path) -> None:
    """Have the present project under its own name alone again, where no other file took it."""
    if not dest.exists() or not dest.samefile(kept):
        return
    kept_log, log = (path.with_name(path.name + "-wal") for path in (kept, dest))
    if kept_log.exists():
        os.replace(kept_log, log)
    kept.unlink()


def kept_name(dest: Path, moment: datetime) -> Path:
    """Return a free name for the project as it was before a restore."""
    stem = f"{dest.stem} before restore {moment:%Y-%m-%d %H.%M.%S}"
    path, number = dest.with_name(f"{stem}.kant"), 1
    while os.path.lexists(path):
        number += 1
        path = dest.with_name(f"{stem} ({number}).kant")
    return path


def _empty_its_log(dest: Path) -> None:
    try:
        with closing(connect_to_write(dest)) as conn:
            empty_log(conn)
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return  # damaged: it is kept as it lies, with its log


def _link(path: Path, other: Path) -> None:
    try:
        os.link(path, other)
    except OSError:  # a drive without hard links
        shutil.copyfile(path, other)
        sync_file(other)
