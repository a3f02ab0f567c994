"""Making an automatic backup: a copy of one moment, checked, and only then under its name."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from annotator import __version__
from annotator.core.drafts import draft_beside, make_like
from annotator.core.messages import Message
from annotator.storage import shrinking
from annotator.storage.backups import folder as folders
from annotator.storage.backups import packing, packs
from annotator.storage.backups.folder import Backup
from annotator.storage.backups.saying import not_as_sealed, notes_on
from annotator.storage.backups.sealing import is_as_sealed, seal
from annotator.storage.backups.verifying import Turn, verify_turn
from annotator.storage.connections import connect_to_read, tidy, uri_of
from annotator.storage.examine import require_project
from annotator.storage.lock import Lock, acquire
from annotator.storage.names import BACKUP_ID, DERIVED_TABLES, SETTING_PROJECT_UID
from annotator.storage.naming import remove_database
from annotator.storage.read_connections import connected_reader
from annotator.storage.troubles import damaged, resolved

_TRIES = 3
_TABLE = re.compile(r"^CREATE TABLE\s+", re.IGNORECASE)
_INDEX = re.compile(r"^CREATE (UNIQUE )?INDEX\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a look at the backups came to: the newest there is, whether it was made now, how many sources are
    in no pack yet (where it was stopped), and what is to be said of the files in the folder."""

    newest: Backup | None
    made: bool
    sources_left: int = 0
    notes: tuple[Message, ...] = ()


def back_up(
    project: Path,
    folder: Path,
    analyst: str,
    *,
    at_least: timedelta = timedelta(0),
    moment: datetime | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Make a backup if the project changed since the newest, and that is `at_least` so old; then thin.

    The project may be open, also in another program: it is read as it is at one moment, and nobody waits for
    it. Raises UserError where it cannot be read or the folder cannot be written; nothing half done has a
    name. With each backup a part of the packs is verified; what is damaged there is written anew.
    """
    project, moment = resolved(project), moment or datetime.now(UTC)
    with folders.folder_problems(project, folder):
        folders.make_folder(folder, project)
        with folders.alone_in(folder), closing(connected_reader(project)) as conn:
            require_project(conn, project)
            paths = (path for kind in packs.KINDS for path in packs.pack_paths(folder, kind))
            folders.take_modes((*folders.backup_paths(folder), *paths), project)
            backups, unfit = folders.look_through(folder)
            uid = _project_uid(conn)
            newest = next((backup for backup in backups if backup.project_uid == uid), None)
            making = _Making(conn, project, folder, analyst, moment, newest)
            if newest is None or abs(moment - newest.moment) >= at_least:
                making.make(1 + max((backup.number for backup in backups), default=0))
            left = packing.pack_missing(conn, folder, "sources", cancelled, making.turn.bad)
        _put_in_order(project)
        if making.made is not None and folders.thin(folder, uid):
            from annotator.storage.backups.erasing import drop_unused

            drop_unused(folder)
        unfit += making.turn.unfit.values()
        return Outcome(
            making.made or newest,
            making.made is not None,
            left,
            (*making.notes, *(each.message for each in unfit)),
        )


def _put_in_order(project: Path) -> None:
    """Remove the empty log that a reader leaves beside a project that is not open."""
    with contextlib.suppress(OSError):
        if isinstance(held := acquire(project), Lock):
            tidy(project)
            held.release(clean=not held.was_unclean)


@dataclass(slots=True)
class _Making:
    """One look at the backups of a project, and what came of it."""

    conn: sqlite3.Connection
    project: Path
    folder: Path
    analyst: str
    moment: datetime
    newest: Backup | None
    made: Backup | None = None
    turn: Turn = field(default_factory=lambda: Turn({}, {}))
    notes: tuple[Message, ...] = ()

    def make(self, number: int) -> None:
        """Make a backup, with a number that counts up, if the project changed since the newest."""
        path = folders.new_path(self.folder, self.project.name, self.moment.astimezone())
        with draft_beside(path) as draft:
            for attempt in range(_TRIES):
                remove_database(draft)
                make_like(draft, self.project)
                if not _copied(self.conn, draft, self.project, self.analyst, self.moment, self.newest):
                    return
                if attempt == 0:
                    self._verify_packs()
                # Behind the copy: what it has is then in the packs, unless a letter was removed meanwhile.
                packing.pack_missing(self.conn, self.folder, "letters", bad=self.turn.bad)
                if _is_whole(draft, self.folder):
                    break
            else:
                raise damaged(self.project)
            _verify(draft, self.project)
            _note(draft, number=number, checked=self.turn.next)
            seal(draft)
            packing.finish(draft, path)
        self.made = folders.about_of(path)

    def _verify_packs(self) -> None:
        self.turn = verify_turn(self.folder, self.newest.checked if self.newest else "")
        self.notes = tuple(notes_on(self.conn, self.turn))
        if self.newest is not None and not is_as_sealed(self.newest.path):
            self.notes += (not_as_sealed(self.newest.path),)


def _note(draft: Path, **about: object) -> None:
    """Add to what a backup says of itself."""
    with closing(sqlite3.connect(uri_of(draft, mode="rw"), uri=True, isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode = OFF")
        conn.execute("PRAGMA synchronous = OFF")
        conn.executemany("INSERT INTO backup_about VALUES (?, ?)", about.items())


def _project_uid(conn: sqlite3.Connection) -> str:
    found = conn.execute("SELECT value FROM setting WHERE key = ?", (SETTING_PROJECT_UID,)).fetchone()
    return str(found[0]) if found else ""


def _copied(
    conn: sqlite3.Connection,
    draft: Path,
    project: Path,
    analyst: str,
    moment: datetime,
    newest: Backup | None,
) -> bool:
    """Copy the project as it is at one moment; False where it is what the newest backup has."""
    with packs.attached(conn, draft, "draft", mode="rwc"):
        conn.execute("PRAGMA draft.journal_mode = OFF")
        shrinking.prepare(conn, "draft")  # for the project that is restored of it
        conn.execute("PRAGMA draft.synchronous = OFF")
        conn.execute("BEGIN")
        sign = signature(conn)
        if newest is not None and newest.signature == sign:
            return False
        counts = _copy_tables(conn)
        about = _about(conn, project, analyst, moment, sign)
        conn.execute("CREATE TABLE draft.backup_about (key TEXT PRIMARY KEY, value) WITHOUT ROWID")
        conn.executemany("INSERT INTO draft.backup_about VALUES (?, ?)", about.items())
        conn.execute("CREATE TABLE draft.backup_rows (name TEXT PRIMARY KEY, number INTEGER) WITHOUT ROWID")
        conn.executemany("INSERT INTO draft.backup_rows VALUES (?, ?)", counts.items())
        conn.execute(f"PRAGMA draft.application_id = {BACKUP_ID}")
        (version,) = conn.execute("PRAGMA main.user_version").fetchone()
        conn.execute(f"PRAGMA draft.user_version = {int(version)}")
        conn.execute("COMMIT")
    return True


def signature(conn: sqlite3.Connection) -> str:
    """Return a mark of all that analysts made: the same as long as nothing changed."""
    parts: list[object] = []
    for statement in (
        "SELECT count(*), max(id), sum(state = 'done'), sum(state = 'undone') FROM change",
        "SELECT id, made_at, label FROM change ORDER BY id DESC LIMIT 1",
        "SELECT count(*), max(id), max(updated_at), sum(version) FROM letter",
        "SELECT seq FROM sqlite_sequence WHERE name = 'letter'",
        "SELECT * FROM codebook_tag ORDER BY 1",
        "SELECT * FROM codebook_field ORDER BY 1",
        "SELECT * FROM setting ORDER BY 1",
    ):
        parts += conn.execute(statement).fetchall()
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _copy_tables(conn: sqlite3.Connection) -> dict[str, int]:
    """Copy tables and indexes; return how many rows each table has that was copied.

    Views and the search index are left out, and what can be made anew stays empty: without an index every
    letter is looked through, until it is made again.
    """
    schema = conn.execute("SELECT type, name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL").fetchall()
    virtual = [name for _, name, sql in schema if str(sql).upper().startswith("CREATE VIRTUAL")]
    counts = {}
    for kind, name, sql in schema:
        if kind != "table" or name.startswith("sqlite_") or _belongs_to(name, virtual):
            continue
        conn.execute(_TABLE.sub("CREATE TABLE draft.", sql))
        if name in DERIVED_TABLES or name in packs.PACKED_TABLES:
            continue
        columns = conn.execute("SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0", (name,)).fetchall()
        listed = ", ".join(f'"{column}"' for (column,) in columns)
        counts[name] = conn.execute(
            f'INSERT INTO draft."{name}" ({listed}) SELECT {listed} FROM main."{name}"'
        ).rowcount
    # Behind the rows: an index of all at once is made by sorting.
    for kind, name, sql in schema:
        if kind == "index" and not _belongs_to(name, virtual):
            conn.execute(_INDEX.sub(lambda found: f"CREATE {found[1] or ''}INDEX draft.", sql))
    # So that no id is given anew.
    conn.execute("DELETE FROM draft.sqlite_sequence")
    conn.execute("INSERT INTO draft.sqlite_sequence SELECT * FROM main.sqlite_sequence")
    return counts


def _belongs_to(name: str, virtual: list[str]) -> bool:
    """Tell whether a table is a virtual one or one of those behind it: an index that is made anew."""
    return any(name == each or name.startswith(f"{each}_") for each in virtual)


def _about(
    conn: sqlite3.Connection, project: Path, analyst: str, moment: datetime, sign: str
) -> dict[str, object]:
    def number(statement: str) -> int:
        return int(conn.execute(statement).fetchone()[0])

    return {
        "made_at": moment.astimezone(UTC).isoformat(timespec="milliseconds"),
        "analyst": analyst,
        "project": os.fsencode(project.name).decode("utf-8", "replace"),  # a name need not be UTF-8
        "project_uid": _project_uid(conn),
        "letters": number("SELECT count(*) FROM main.letter"),
        "changes": number("SELECT count(*) FROM main.change WHERE state = 'done'"),
        "sources": number("SELECT count(*) FROM main.source"),
        "signature": sign,
        "fingerprint": packs.fingerprint(conn),
        "program": __version__,
    }


def _is_whole(draft: Path, folder: Path) -> bool:
    """Tell whether the packs have the text of every letter of the backup."""
    with closing(connect_to_read(draft, immutable=True)) as conn:
        return not packing.note_missing(conn, packs.fitting_packs(conn, folder, "letters"), "letters")


def _verify(draft: Path, project: Path) -> None:
    """Raise UserError where the copy is damaged, or has not what the project had."""
    with closing(connect_to_read(draft, immutable=True)) as conn:
        for name, number in conn.execute("SELECT name, number FROM backup_rows").fetchall():
            if conn.execute(f'SELECT count(*) FROM "{name}"').fetchone() != (number,):
                raise damaged(project)
