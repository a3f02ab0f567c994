"""Looking at a file before it is opened: is it a project, not too new, and whole? Nothing is touched."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.core.project_files import is_open_here
from annotator.storage.connections import has_wal
from annotator.storage.names import (
    APPLICATION_ID,
    BACKUP_ID,
    MIGRATION_NAMES,
    MIGRATION_SET,
    MIGRATIONS_TABLE,
    TABLES,
)
from annotator.storage.troubles import damaged, no_rights, not_a_project, problem
from annotator.storage.views import VIEWS

_NOT_THERE = QT_TRANSLATE_NOOP(
    "Storage", "There is no project {name} in {folder}. Check the name, or make a new project."
)
_FOLDER = QT_TRANSLATE_NOOP("Storage", "{name} in {folder} is a folder, not a project. Choose a .kant file.")
_UNREADABLE = QT_TRANSLATE_NOOP(
    "Storage", "The project {name} may not be read. Change the rights of the file in {folder}."
)
_EMPTY = QT_TRANSLATE_NOOP(
    "Storage", "{name} is empty: there is no project in it. Open a backup, or make a new project."
)
_FOREIGN = QT_TRANSLATE_NOOP(
    "Storage", "{name} is a database of another program, not a Kanttekening project. Choose a .kant file."
)
_BACKUP = QT_TRANSLATE_NOOP(
    "Storage", "{name} is a backup. Restore it with “Restore a backup…” in the menu File."
)
_NEWER = QT_TRANSLATE_NOOP(
    "Storage",
    "The project {name} was made by a newer version of Kanttekening. Open it with that one.",
)
_UNSAFE = QT_TRANSLATE_NOOP(
    "Storage",
    "The project {name} holds {what}, which no project does. Ask who sent it: it could do harm.",
)

_CHOICE = re.compile(r"""CHECK\s*\(\s*"?\w+"?\s+IN\s*\(\s*'\w*'(\s*,\s*'\w*')*\s*\)\s*\)""", re.IGNORECASE)
_COMPUTES = re.compile(r"\bCHECK\b|\bGENERATED\b|\bAS\s*\(|\bDEFAULT\s*\(", re.IGNORECASE)
_PLAIN_INDEX = re.compile(
    r"""CREATE\s+(UNIQUE\s+)?INDEX\s+["\[]?\w+["\]]?\s+ON\s+["\[]?\w+["\]]?\s*\([\w\s,"\[\]]*\)""",
    re.IGNORECASE,
)
_MAGIC = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class Header:
    """What the first 100 bytes of the file say (https://www.sqlite.org/fileformat2.html)."""

    page_size: int
    page_count: int
    page_count_is_valid: bool
    schema_version: int
    application_id: int


def header_of(path: Path) -> Header:
    """Read the header of a project without opening it as a database. Raises UserError where it is not ours.

    Not for a project that this process has open (see `core.project_files`): use `require_ours`.
    """
    header = _parsed(path, _first_bytes(path))
    if header.application_id == BACKUP_ID:
        raise problem(_BACKUP, path)
    if header.application_id != APPLICATION_ID:
        raise problem(_FOREIGN, path)
    if header.schema_version > len(MIGRATION_NAMES):
        raise problem(_NEWER, path)
    # In the middle of a checkpoint the file may still be shorter; then there is a log that has the rest.
    is_cut_off = path.stat().st_size < header.page_count * header.page_size
    if header.page_count_is_valid and is_cut_off and not has_wal(path):
        raise damaged(path)
    return header


def require_ours(path: Path) -> None:
    """Raise UserError if a file is not ours, by its header; one that this process has open was looked at."""
    if not is_open_here(path):
        header_of(path)


def require_project(conn: sqlite3.Connection, path: Path, name: str = "main") -> None:
    """Raise UserError where what a connection has is not a project."""
    if conn.execute(f"PRAGMA {name}.application_id").fetchone() != (APPLICATION_ID,):
        raise problem(_FOREIGN, path)


def _first_bytes(path: Path) -> bytes:
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise not_a_project(path)  # reading from a pipe would never end
        with path.open("rb") as file:
            found = file.read(100)
    except FileNotFoundError:
        raise problem(_NOT_THERE, path) from None
    except IsADirectoryError:
        raise problem(_FOLDER, path) from None
    except PermissionError:
        raise (problem(_FOLDER, path) if path.is_dir() else problem(_UNREADABLE, path)) from None
    if not found:
        raise problem(_EMPTY, path)
    return found


def _parsed(path: Path, found: bytes) -> Header:
    if len(found) < 100 or not found.startswith(_MAGIC):
        raise not_a_project(path)

    def number(offset: int, size: int = 4) -> int:
        return int.from_bytes(found[offset : offset + size], "big")

    page_size = 65536 if number(16, 2) == 1 else number(16, 2)
    return Header(page_size, number(28), number(24) == number(92), number(60), number(68))


def pending_migrations(conn: sqlite3.Connection, path: Path) -> tuple[str, ...]:
    """Return the names of the migrations that the file still needs.

    Raises UserError where the file is newer than this program, incomplete, or holds what could run by itself.
    """
    kinds = _kinds(conn)
    if kinds.get(MIGRATIONS_TABLE, "") != "table":
        raise damaged(path)
    applied = [
        str(name)
        for (name,) in conn.execute(
            f"SELECT name FROM {MIGRATIONS_TABLE} WHERE migration_set = ? ORDER BY id", (MIGRATION_SET,)
        )
    ]
    if set(applied) - set(MIGRATION_NAMES):
        raise problem(_NEWER, path)
    pending = tuple(name for name in MIGRATION_NAMES if name not in applied)
    _refuse_unsafe(kinds, path)
    _refuse_what_computes(conn, path)
    if not pending and any(kinds.get(name) != "table" for name in TABLES):
        raise damaged(path)
    if not pending and 0 < conn.execute("PRAGMA user_version").fetchone()[0] < len(MIGRATION_NAMES):
        # Killed behind the last migration, before the views were made anew: the update is to be ended.
        return MIGRATION_NAMES[-1:]
    return pending


def _kinds(conn: sqlite3.Connection) -> dict[str, str]:
    """Return what each name of the schema is: a table, index, view, trigger or virtual table."""
    rows = conn.execute("SELECT type, name, sql LIKE 'CREATE VIRTUAL%' FROM sqlite_schema")
    return {str(name): "virtual table" if virtual else str(kind) for kind, name, virtual in rows}


def _refuse_unsafe(kinds: dict[str, str], path: Path) -> None:
    """Refuse what would run when the program uses its tables: triggers, and views in a table's place."""
    for name, kind in kinds.items():
        if kind == "trigger" or (name in TABLES and kind != "table") or (name in VIEWS and kind != "view"):
            raise problem(_UNSAFE, path, what=f"{kind} {name}")


def _refuse_what_computes(conn: sqlite3.Connection, path: Path) -> None:
    """Refuse our tables where they hold what is computed when a row is read or written: it may never end."""
    schema = conn.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    for kind, name, table, sql in schema.fetchall():
        if table not in TABLES:
            continue
        what = _computing(str(sql)) if kind == "table" else ""
        if kind == "index" and not _PLAIN_INDEX.fullmatch(str(sql)):
            what = "a computed index"
        if what:
            raise problem(_UNSAFE, path, what=f"{what} ({name})")
    hidden = conn.execute(
        "SELECT s.name FROM sqlite_schema s, pragma_table_xinfo(s.name)"
        " WHERE s.type = 'table' AND hidden <> 0"
    )
    for (name,) in hidden.fetchall():
        if name in TABLES:
            raise problem(_UNSAFE, path, what=f"a computed column ({name})")


def _computing(sql: str) -> str:
    """Return what a table computes, "" where nothing; a list of words that may stand there is harmless."""
    plain = _CHOICE.sub("", sql)
    return "a computed check" if _COMPUTES.search(plain) else ""


def writable(path: Path) -> bool:
    """Tell whether the file and its folder may be written (the log and the lock lie in the folder)."""
    import os

    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def require_writable(path: Path) -> None:
    """Raise UserError where the file or its folder may not be written."""
    if not writable(path):
        raise no_rights(path)
