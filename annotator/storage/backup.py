"""A verified copy of a project, also while it is open."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path

from annotator.core.drafts import draft_beside
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.storage.connections import connect_to_read
from annotator.storage.examine import require_ours
from annotator.storage.names import APPLICATION_ID, SETTING_PROJECT_UID
from annotator.storage.naming import alone_at, give_name
from annotator.storage.project import load_setting
from annotator.storage.read_connections import connected_reader
from annotator.storage.shrinking import give_all_back
from annotator.storage.troubles import as_problems, damaged, problem, resolved

_EXISTS = QT_TRANSLATE_NOOP("Storage", "The backup {name} is already in {folder}. Choose another name.")
_ITSELF = QT_TRANSLATE_NOOP(
    "Storage", "A backup cannot take the place of the project {name}. Choose another name."
)
_ANOTHER = QT_TRANSLATE_NOOP(
    "Storage", "{name} is another project, no copy of this one: it is not written over. Choose another name."
)
_NO_FOLDER = QT_TRANSLATE_NOOP("Storage", "The backup {name} cannot be made: there is no folder {folder}.")
_NO_RIGHTS = QT_TRANSLATE_NOOP(
    "Storage",
    "The backup {name} cannot be made: the folder {folder} may not be written. Choose another folder.",
)


def backup(
    path: Path,
    dest: Path,
    *,
    replace: bool = False,
    is_open: bool = False,
    waiting: Sequence[Callable[[sqlite3.Connection], object]] = (),
    source: sqlite3.Connection | None = None,
) -> tuple[Path, ...]:
    """Copy a project to `dest`: whole and verified under that name, or not at all.

    `is_open` says that this process has the project open. Writes that are `waiting`, because the project
    itself cannot be written now, are made in the copy. `source` is read in the place of a connection of its
    own. Returns the logs of a lost file that were kept. Raises UserError if the project cannot be read or is
    damaged, or `dest` cannot be written or is open in a program; one that is there is only replaced if
    `replace` says so.
    """
    path, dest = resolved(path), Path(dest).absolute()
    if not is_open:
        with as_problems(path):
            require_ours(path)
    _require_free(path, dest, replace)
    with as_problems(dest), alone_at(dest), draft_beside(dest, like=path) as draft:
        if source is not None:
            _copy(source, draft, dest)
        else:
            with as_problems(path), closing(connected_reader(path)) as opened:
                _copy(opened, draft, dest)
        if waiting:
            _write(draft, dest, waiting)
        _verify(draft, path)
        return give_name(draft, dest)


def _require_free(path: Path, dest: Path, replace: bool) -> None:
    if dest.exists() and dest.samefile(path):
        raise problem(_ITSELF, path)
    if os.path.lexists(dest) and not replace:
        raise problem(_EXISTS, dest)
    if _uid_of(dest) not in (None, _uid_of(path)):
        raise problem(_ANOTHER, dest)
    if not dest.parent.is_dir():
        raise problem(_NO_FOLDER, dest)
    if not os.access(dest.parent, os.W_OK):
        raise problem(_NO_RIGHTS, dest)


def _uid_of(path: Path) -> str | None:
    """Return which project a file is, or is a copy of; None where that is unknown."""
    if not path.is_file():  # opening a pipe would never end
        return None
    try:
        with closing(connect_to_read(path, immutable=True)) as conn:
            return load_setting(conn, SETTING_PROJECT_UID) or None
    except (sqlite3.Error, UnicodeDecodeError):
        return None


def _copy(source: sqlite3.Connection, draft: Path, dest: Path) -> None:
    """Copy all pages as they are at one moment. A damaged source comes out in `_verify`."""
    with as_problems(dest), closing(sqlite3.connect(draft, isolation_level=None)) as target:
        source.backup(target)
        # One file, without a log beside it, that can be read from a read-only medium.
        target.execute("PRAGMA journal_mode = DELETE")
        give_all_back(target)


def _write(draft: Path, dest: Path, waiting: Iterable[Callable[[sqlite3.Connection], object]]) -> None:
    with as_problems(dest), closing(sqlite3.connect(draft, isolation_level=None)) as conn:
        conn.execute("PRAGMA trusted_schema = OFF")
        conn.execute("PRAGMA foreign_keys = ON")
        conn.execute("BEGIN")
        for job in waiting:
            job(conn)
        conn.execute("COMMIT")


def _verify(draft: Path, path: Path) -> None:
    with as_problems(path), closing(sqlite3.connect(draft, isolation_level=None)) as copy:
        (application_id,) = copy.execute("PRAGMA application_id").fetchone()
        if application_id != APPLICATION_ID or copy.execute("PRAGMA integrity_check(1)").fetchall() != [
            ("ok",)
        ]:
            raise damaged(path)
