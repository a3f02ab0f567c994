"""Forgetting: letters out of the backups, and out of the packs what no backup needs any more."""

from __future__ import annotations

import shutil
import sqlite3
import stat
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from annotator.core.drafts import draft_beside
from annotator.core.user_errors import UserError
from annotator.storage.backup_names import copies_beside, folder_of
from annotator.storage.backups import folder as folders
from annotator.storage.backups import packing, packs
from annotator.storage.backups.opening import Unfit, may_keep, opened
from annotator.storage.backups.sealing import is_as_sealed, seal
from annotator.storage.connections import tidy, uri_of
from annotator.storage.indexing import clean
from annotator.storage.letters import remove_letter
from annotator.storage.names import APPLICATION_ID, BACKUP_ID, PACK_ID
from annotator.storage.sources import hashes_of
from annotator.storage.troubles import as_problems


def erase_everywhere(project: Path, chosen: Path, uids: Sequence[str]) -> None:
    """Remove letters from the copies beside a project and from its backups, in each folder that has some.

    Raises UserError where that is not done everywhere: it names the files, and all others are done.
    """
    missed = erase_letters(chosen, uids, copies_beside(project))[1]
    if chosen != (beside := folder_of(project)):
        missed += erase_letters(beside, uids)[1]
        if not chosen.is_dir() and not chosen.parent.is_dir():
            missed.append(chosen)  # a drive that is not plugged in may have some
    if missed:
        raise may_keep(missed)


def erase_letters(folder: Path, uids: Iterable[str], files: Iterable[Path] = ()) -> tuple[int, list[Path]]:
    """Remove letters from all backups in a folder, from whole copies (`files`), and from the packs.

    Each file is written anew beside the old one, checked, and takes its name; the old one goes. Returns how
    many files had one of the letters, and which could not be looked at or written: those never stop others.
    """
    erasing = _Erasing(list(uids))
    for path in files:
        erasing.erase(path, APPLICATION_ID)
    if folder.is_dir():
        with folders.alone_in(folder, wait=60):
            for path in folders.backup_paths(folder):
                erasing.erase(path, BACKUP_ID)
            erasing.missed += drop_unused(folder, erasing)
            erasing.missed += folder.glob(f"*{packs.PACK_SUFFIX}{packs.DAMAGED_SUFFIX}")
    return erasing.touched, erasing.missed


@dataclass(slots=True)
class _Erasing:
    """The letters that are to go, and what came of it: how many files had one, which were missed, and the
    sources that the letters had."""

    uids: list[str]
    touched: int = 0
    missed: list[Path] = field(default_factory=list)
    sources: set[str] = field(default_factory=set)

    def erase(self, path: Path, mark: int) -> None:
        """Remove the letters from a backup or a copy of the project."""
        try:
            with as_problems(path):
                self._erase(path, mark)
        except UserError:
            self.missed.append(path)

    def _erase(self, path: Path, mark: int) -> None:
        if mark == APPLICATION_ID and stat.S_ISREG(path.lstat().st_mode):
            tidy(path)  # a damaged project that was kept may have a log beside it
        with opened(path, mark) as conn:
            wanted = "SELECT id FROM letter WHERE uid = ?"
            found = [int(letter_id) for uid in self.uids for (letter_id,) in conn.execute(wanted, (uid,))]
            sources = {sha for letter_id in found for sha in hashes_of(conn, letter_id)}
        if not found:
            return

        def erase(conn: sqlite3.Connection) -> None:
            conn.execute("PRAGMA foreign_keys = ON")
            conn.execute("BEGIN")
            left = [remove_letter(conn, letter_id) for letter_id in found]
            if any(left):
                clean(conn)
            if mark == BACKUP_ID:
                _count_anew(conn)
            conn.execute("COMMIT")

        rewrite(path, erase, sealed=mark == BACKUP_ID)
        self.touched += 1
        self.sources |= sources


def _count_anew(conn: sqlite3.Connection) -> None:
    for (name,) in conn.execute("SELECT name FROM backup_rows").fetchall():
        (number,) = conn.execute(f'SELECT count(*) FROM "{name}"').fetchone()
        conn.execute("UPDATE backup_rows SET number = ? WHERE name = ?", (number, name))
    for key, table in (("letters", "letter"), ("sources", "source")):
        conn.execute(f"UPDATE backup_about SET value = (SELECT count(*) FROM {table}) WHERE key = ?", (key,))


def rewrite(path: Path, change: Callable[[sqlite3.Connection], object], *, sealed: bool = False) -> None:
    """Put a changed copy of a file in its place, without a trace of what was deleted.

    A backup that was `sealed` is sealed anew, unless it is not what it was: that is to be found later, too.
    """
    sealed = sealed and is_as_sealed(path)
    with draft_beside(path, like=path) as draft:
        shutil.copyfile(path, draft)
        with closing(sqlite3.connect(uri_of(draft, mode="rw"), uri=True, isolation_level=None)) as conn:
            conn.execute("PRAGMA trusted_schema = OFF")
            conn.execute("PRAGMA secure_delete = ON")
            conn.execute("PRAGMA journal_mode = OFF")
            conn.execute("PRAGMA synchronous = OFF")
            change(conn)
            conn.execute("VACUUM")
        if sealed:
            seal(draft)
        packing.finish(draft, path)


def drop_unused(folder: Path, erasing: _Erasing | None = None) -> list[Path]:
    """Drop from the packs what no backup needs; return those that could not be looked at or written.

    A backup that cannot be read may need more: then only what is `erasing` goes.
    """
    missed = list[Path]()
    for kind in packs.OWNERS:
        used, all_known = _used(folder, kind)
        erased: Iterable[str] | None = None
        if not all_known:
            erased = (erasing.uids if kind == "letters" else erasing.sources) if erasing is not None else ()
        for path in packs.pack_paths(folder, kind):
            try:
                with as_problems(path):
                    _drop_from(path, kind, used, erased)
            except UserError:
                missed.append(path)
    return missed


def _used(folder: Path, kind: packs.Kind) -> tuple[set[str], bool]:
    """Return the keys that some backup has, and whether all backups could be read."""
    used, all_known = set[str](), True
    column = packs.TABLES[kind][0].key
    for path in folders.backup_paths(folder):
        try:
            with opened(path, BACKUP_ID) as conn:
                used.update(str(key) for (key,) in conn.execute(f"SELECT {column} FROM {packs.OWNERS[kind]}"))
        except UserError as error:
            all_known = all_known and isinstance(error, Unfit) and error.foreign
    return used, all_known


def _drop_from(path: Path, kind: packs.Kind, used: set[str], erased: Iterable[str] | None) -> None:
    with opened(path, PACK_ID) as conn:
        held = {str(key) for (key,) in conn.execute("SELECT key FROM held")}
    unused = (held if erased is None else held & set(erased)) - used
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
        for table in (*tables, packs.DIGESTS, "held"):
            if packs.columns_of(conn, "main", table):
                conn.execute(f"DELETE FROM {table} WHERE key IN (SELECT key FROM temp.unused)")
        conn.execute("COMMIT")

    rewrite(path, drop)
