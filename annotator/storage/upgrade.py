"""Bringing an older project up to date: a verified copy first, then the migrations."""

from __future__ import annotations

import itertools
import sqlite3
from contextlib import closing
from pathlib import Path

from annotator.storage.backup import backup
from annotator.storage.connections import uri_of
from annotator.storage.migrations import migrate
from annotator.storage.names import MIGRATION_NAMES
from annotator.storage.troubles import damaged, problem_of


def upgrade(path: Path, pending: tuple[str, ...]) -> Path:
    """Migrate a project that no other program has open; return the copy of it as it was."""
    copy = _free_name(path, MIGRATION_NAMES.index(pending[0]) + 1)
    backup(path, copy)
    with closing(sqlite3.connect(uri_of(path, mode="rw"), uri=True, isolation_level=None)) as conn:
        conn.execute("PRAGMA trusted_schema = OFF")
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute("PRAGMA foreign_keys = OFF")
        try:
            migrate(conn)
        except sqlite3.OperationalError as error:
            if problem_of(error, path) is None:  # a table is there already, or not there
                raise damaged(path) from error
            raise
        # So that the header of the file tells its age, also without its log.
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return copy


def _free_name(path: Path, number: int) -> Path:
    for attempt in itertools.count(1):
        suffix = f".before-{number}.bak" if attempt == 1 else f".before-{number}.{attempt}.bak"
        copy = path.with_name(path.name + suffix)
        if not copy.exists():
            return copy
    raise AssertionError("unreachable")
