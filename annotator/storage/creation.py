"""Making a new project file: whole under its name, or not at all."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from annotator.core.codebook import Codebook
from annotator.core.document import new_uid, now
from annotator.core.drafts import draft_beside
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.storage import names, shrinking
from annotator.storage.connections import on_network_drive
from annotator.storage.naming import alone_at, give_name
from annotator.storage.project import save_codebook, save_setting
from annotator.storage.troubles import problem

_EXISTS = QT_TRANSLATE_NOOP("Storage", "{name} is already in {folder}. Choose another name, or open it.")
_NO_FOLDER = QT_TRANSLATE_NOOP(
    "Storage", "{name} cannot be made: there is no folder {folder}. Make the folder first."
)
_NO_RIGHTS = QT_TRANSLATE_NOOP(
    "Storage", "{name} cannot be made: the folder {folder} may not be written. Choose another folder."
)


def create_file(path: Path, codebook: Codebook, analyst: str) -> tuple[Path, ...]:
    """Make a project file with a codebook; return the logs of a lost one that were kept.

    Raises UserError where it cannot be made.
    """
    _require_free(path)
    with alone_at(path), draft_beside(path) as draft:
        _require_free(path)
        _write(draft, codebook, analyst, wal=not on_network_drive(path.parent))
        return give_name(draft, path)


def _require_free(path: Path) -> None:
    if os.path.lexists(path):
        raise problem(_EXISTS, path)
    if not path.parent.is_dir():
        raise problem(_NO_FOLDER, path)
    if not os.access(path.parent, os.W_OK):
        raise problem(_NO_RIGHTS, path)


def _write(path: Path, codebook: Codebook, analyst: str, *, wal: bool) -> None:
    from annotator.storage.migrations import migrate  # brings sqlite_utils in

    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        # Not synced step by step: the file goes to the disk as a whole when it is ready.
        conn.execute("PRAGMA synchronous = OFF")
        shrinking.prepare(conn)
        migrate(conn)
        conn.execute("BEGIN")
        save_codebook(conn, codebook)
        save_setting(conn, names.SETTING_PROJECT_UID, new_uid())
        save_setting(conn, names.SETTING_CREATED_AT, now())
        save_setting(conn, names.SETTING_CREATED_BY, analyst)
        conn.execute("COMMIT")
        conn.execute(f"PRAGMA journal_mode = {'WAL' if wal else 'DELETE'}")
