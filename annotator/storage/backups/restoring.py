"""Restoring a backup: the whole project again, in the place of the present one, which is kept beside it."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.core.problems import Problem
from annotator.storage.backups import folder as folders
from annotator.storage.backups import packs
from annotator.storage.connections import connect_to_write, empty_log, has_wal, on_network_drive, uri_of
from annotator.storage.examine import pending_migrations, require_ours
from annotator.storage.names import APPLICATION_ID
from annotator.storage.naming import alone_at, give_name, remove_database, sync_file, sync_folder
from annotator.storage.troubles import as_problems, problem, resolved

_NO_BACKUP = QT_TRANSLATE_NOOP(
    "Storage", "{name} in {folder} is damaged or no backup. Choose another one of the backups."
)
_NO_TEXTS = QT_TRANSLATE_NOOP(
    "Storage",
    "The backup {name} cannot be restored: the texts of {count} letters are not in the packs beside it. "
    "Put the .kantpack files back into {folder}.",
)


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored, and where what was there before is kept. Sources that are missing were in no pack;
    damaged ones are not what they were when they were imported. `logs_kept` are those of a lost file."""

    path: Path
    kept: Path | None
    letters: int
    sources_missing: int
    sources_damaged: int
    logs_kept: tuple[Path, ...] = ()


def restore(backup: Path, dest: Path, *, moment: datetime | None = None) -> Restored:
    """Put the project back as it was when the backup was made; what is there now is kept beside it.

    Raises Problem where the project is open for writing anywhere, or the backup cannot be read; all is then
    as it was.
    """
    backup, dest = resolved(backup), resolved(dest)
    if folders.read_about(backup) is None:
        raise problem(_NO_BACKUP, backup)
    with as_problems(dest), alone_at(dest):
        return _restore(backup, dest, moment or datetime.now())


def _restore(backup: Path, dest: Path, moment: datetime) -> Restored:
    draft = folders.draft_of(dest)
    try:
        with as_problems(backup):
            shutil.copyfile(backup, draft)
            letters, missing, damaged = _completed(draft, backup, dest)
        with closing(sqlite3.connect(uri_of(draft, mode="ro"), uri=True)) as conn:
            if conn.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
                raise problem(_NO_BACKUP, backup)
        kept = _keep_present(dest, moment) if dest.exists() else None
        logs = give_name(draft, dest)
    finally:
        remove_database(draft)
    return Restored(dest, kept, letters, missing, damaged, logs)


def _completed(draft: Path, backup: Path, dest: Path) -> tuple[int, int, int]:
    """Make a whole project of a backup; return its letters, and its sources that are missing, and damaged."""
    from annotator.storage.migrations import migrate  # brings sqlite_utils in

    with closing(sqlite3.connect(uri_of(draft, mode="rw"), uri=True, isolation_level=None)) as conn:
        conn.execute("PRAGMA trusted_schema = OFF")
        # Nobody waits for this file yet: it goes to the disk as a whole when it is ready.
        conn.execute("PRAGMA synchronous = OFF")
        pending_migrations(conn, backup)
        for kind in packs.OWNERS:
            for path in packs.fitting_packs(conn, backup.parent, kind):
                _take(conn, kind, path, from_pack=True)
            if _lacking(conn, kind) and _is_project(dest):
                _take(conn, kind, dest, from_pack=False)
        if count := _lacking(conn, "letters"):
            raise problem(_NO_TEXTS, backup, count=count)
        conn.execute("DROP TABLE backup_about")
        conn.execute("DROP TABLE backup_rows")
        try:
            migrate(conn)
        except sqlite3.OperationalError as error:
            raise problem(_NO_BACKUP, backup) from error
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        (letters,) = conn.execute("SELECT count(*) FROM letter").fetchone()
        missing, damaged = _lacking(conn, "sources"), _damaged_sources(conn)
        conn.execute(f"PRAGMA journal_mode = {'DELETE' if on_network_drive(dest.parent) else 'WAL'}")
    return int(letters), missing, damaged


def _take(conn: sqlite3.Connection, kind: packs.Kind, path: Path, *, from_pack: bool) -> None:
    """Take what is missing from a pack or the present project; one that is damaged gives what it can."""
    params = {"mode": "ro", "immutable": "1"} if from_pack else {"mode": "ro"}
    try:
        with packs.attached(conn, path, "held_by", **params):
            conn.execute("BEGIN")
            packs.unpack(conn, kind, "held_by", from_pack=from_pack)
            conn.execute("COMMIT")
    except sqlite3.DatabaseError:
        if conn.in_transaction:
            conn.execute("ROLLBACK")


def _lacking(conn: sqlite3.Connection, kind: packs.Kind) -> int:
    """Return how many letters have no text, or sources no bytes."""
    packed = packs.TABLES[kind][0]
    there = f"SELECT {packed.owner} FROM {packed.table}"
    statement = f"SELECT count(*) FROM {packs.OWNERS[kind]} WHERE id NOT IN ({there})"
    return int(conn.execute(statement).fetchone()[0])


def _damaged_sources(conn: sqlite3.Connection) -> int:
    rows = conn.execute("SELECT sha256, bytes FROM source JOIN source_bytes ON source_id = id")
    return sum(hashlib.sha256(content).hexdigest() != sha256 for sha256, content in rows)


def _is_project(dest: Path) -> bool:
    try:
        require_ours(dest)
    except Problem:
        return False
    return True


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
