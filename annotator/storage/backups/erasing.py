"""Forgetting: letters out of the backups, and out of the packs what no backup needs any more."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from pathlib import Path

from annotator.storage.backup_names import copies_beside, folder_of
from annotator.storage.backups import folder as folders
from annotator.storage.backups import packs
from annotator.storage.connections import connect_to_read, tidy, uri_of
from annotator.storage.indexing import clean
from annotator.storage.letters import remove_letter
from annotator.storage.naming import remove_database
from annotator.storage.troubles import as_problems


def erase_everywhere(project: Path, chosen: Path, uids: Sequence[str]) -> None:
    """Remove letters from all backups of a project and the copies beside it, wherever backups were put."""
    erase_letters(chosen, uids, copies_beside(project))
    if chosen != (beside := folder_of(project)):
        erase_letters(beside, uids)


def erase_letters(folder: Path, uids: Iterable[str], files: Iterable[Path] = ()) -> int:
    """Remove letters from all backups in a folder, from whole copies (`files`), and from the packs.

    Each file is written anew beside the old one, checked, and takes its name; the old one goes. Returns how
    many files had one of the letters. Raises Problem where one cannot be read or written: it is named, and
    those before it are done.
    """
    wanted, touched = list(uids), 0
    for path in files:
        touched += _erased(path, wanted)
    if folder.is_dir():
        with folders.alone_in(folder, wait=60):
            for path in folders.backup_paths(folder):
                touched += _erased(path, wanted)
            drop_unused(folder)
    return touched


def _erased(path: Path, uids: list[str]) -> bool:
    """Remove letters from a backup or a copy of the project; tell whether it had one."""
    with as_problems(path):
        tidy(path)  # a damaged project that was kept may have a log beside it
        with closing(connect_to_read(path, immutable=True)) as conn:
            wanted = "SELECT id FROM letter WHERE uid = ?"
            ids = [row[0] for uid in uids for row in conn.execute(wanted, (uid,))]
            mark = "SELECT 1 FROM sqlite_schema WHERE name = 'backup_rows'"
            is_backup = conn.execute(mark).fetchone() is not None
        if not ids:
            return False

        def erase(conn: sqlite3.Connection) -> None:
            conn.execute("PRAGMA foreign_keys = ON")
            conn.execute("BEGIN")
            left = [remove_letter(conn, letter_id) for letter_id in ids]
            if any(left):
                clean(conn)
            if is_backup:
                _count_anew(conn)
            conn.execute("COMMIT")

        rewrite(path, erase)
    return True


def _count_anew(conn: sqlite3.Connection) -> None:
    for (name,) in conn.execute("SELECT name FROM backup_rows").fetchall():
        (number,) = conn.execute(f'SELECT count(*) FROM "{name}"').fetchone()
        conn.execute("UPDATE backup_rows SET number = ? WHERE name = ?", (number, name))
    for key, table in (("letters", "letter"), ("sources", "source")):
        conn.execute(f"UPDATE backup_about SET value = (SELECT count(*) FROM {table}) WHERE key = ?", (key,))


def rewrite(path: Path, change: Callable[[sqlite3.Connection], object]) -> None:
    """Put a changed copy of a file in its place, without a trace of what was deleted."""
    draft = folders.draft_of(path)
    try:
        shutil.copyfile(path, draft)
        with closing(sqlite3.connect(uri_of(draft, mode="rw"), uri=True, isolation_level=None)) as conn:
            conn.execute("PRAGMA trusted_schema = OFF")
            conn.execute("PRAGMA secure_delete = ON")
            conn.execute("PRAGMA journal_mode = OFF")
            conn.execute("PRAGMA synchronous = OFF")
            change(conn)
            conn.execute("VACUUM")
        packs.finish(draft, path)
    finally:
        remove_database(draft)


def drop_unused(folder: Path) -> None:
    """Drop from the packs what no backup needs."""
    for kind in packs.OWNERS:
        used = _used(folder, kind)
        for path in packs.pack_paths(folder, kind):
            _drop_from(path, kind, used)


def _used(folder: Path, kind: packs.Kind) -> set[str]:
    """Return the keys that some backup has. Raises Problem where one cannot be read: it may need more."""
    used: set[str] = set()
    column = packs.TABLES[kind][0].key
    for path in folders.backup_paths(folder):
        with as_problems(path), closing(connect_to_read(path, immutable=True)) as conn:
            used.update(str(key) for (key,) in conn.execute(f"SELECT {column} FROM {packs.OWNERS[kind]}"))
    return used


def _drop_from(path: Path, kind: packs.Kind, used: set[str]) -> None:
    with as_problems(path):
        with closing(connect_to_read(path, immutable=True)) as conn:
            held = {str(key) for (key,) in conn.execute("SELECT key FROM held")}
        unused = held - used
        if not unused:
            return
        if unused == held:
            path.unlink()
            return

        def drop(conn: sqlite3.Connection) -> None:
            conn.execute("BEGIN")
            conn.execute("CREATE TEMP TABLE unused (key TEXT PRIMARY KEY) WITHOUT ROWID")
            conn.executemany("INSERT INTO temp.unused VALUES (?)", ((key,) for key in unused))
            tables = [table.table for table in packs.TABLES[kind]]
            for table in (*tables, "held"):
                if packs.columns_of(conn, "main", table):
                    conn.execute(f"DELETE FROM {table} WHERE key IN (SELECT key FROM temp.unused)")
            conn.execute("COMMIT")

        rewrite(path, drop)
