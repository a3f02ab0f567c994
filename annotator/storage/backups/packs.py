"""Packs: what is written once at import and never again, kept once for all backups of a folder.

A pack of letters has their OCR texts and page layouts, by the letter's uid; a pack of sources has their
bytes, by SHA-256. A pack is written whole, checked, and then never changed; it is only replaced, when letters
are to be forgotten or many small packs become one.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from annotator.storage.backups.folder import draft_of
from annotator.storage.connections import connect_to_read, uri_of
from annotator.storage.names import PACK_ID
from annotator.storage.naming import remove_database, sync_file, sync_folder
from annotator.storage.troubles import damaged

Kind = Literal["letters", "sources"]
PACK_SUFFIX = ".kantpack"
# Raise it with a migration that rewrites rows of a packed table: all is then packed anew.
PACKED_VERSION = 1
_PART = 256 * 1024 * 1024  # bytes of sources a pack, so that a stop loses little
_SMALL, _MANY = 16 * 1024 * 1024, 12  # so many packs below that many bytes become one


@dataclass(frozen=True, slots=True)
class Packed:
    """A table that is packed: how its rows are found in a project by their key, and the column left out."""

    table: str
    owner: str  # the column that says whose row it is: another number in each file
    key: str
    joined: str


TABLES: dict[Kind, tuple[Packed, ...]] = {
    "letters": (
        Packed("letter_ocr", "letter_id", "uid", "JOIN {db}letter k ON k.id = t.letter_id"),
        Packed("page_layout", "letter_id", "uid", "JOIN {db}letter k ON k.id = t.letter_id"),
    ),
    "sources": (Packed("source_bytes", "source_id", "sha256", "JOIN {db}source k ON k.id = t.source_id"),),
}
PACKED_TABLES = tuple(packed.table for kind in TABLES.values() for packed in kind)
# Whose keys a project has.
OWNERS: dict[Kind, str] = {"letters": "letter", "sources": "source"}
_KEYS: dict[Kind, str] = {"letters": "uid", "sources": "sha256"}


def fingerprint(conn: sqlite3.Connection) -> str:
    """Return a mark of how the packed tables look: rows go from file to file only where it is the same."""
    found = sorted(
        f"{table}({','.join(columns_of(conn, 'main', table))})"
        for table in PACKED_TABLES
        if columns_of(conn, "main", table)
    )
    return hashlib.sha256(f"{PACKED_VERSION} {' '.join(found)}".encode()).hexdigest()[:16]


def columns_of(conn: sqlite3.Connection, database: str, table: str) -> list[str]:
    """Return the names of a table's columns."""
    rows = conn.execute("SELECT name FROM pragma_table_info(?, ?)", (table, database))
    return [str(name) for (name,) in rows]


def pack_paths(folder: Path, kind: Kind) -> list[Path]:
    """Return the packs of a kind."""
    return sorted(path for path in folder.glob(f"{kind}-*{PACK_SUFFIX}") if not path.name.startswith("."))


@contextmanager
def attached(conn: sqlite3.Connection, path: Path, name: str, **params: str) -> Iterator[None]:
    """Have another file at hand in a connection, under a name."""
    conn.execute(f"ATTACH ? AS {name}", (uri_of(path, **params),))
    try:
        yield
    finally:
        if conn.in_transaction:
            conn.execute("ROLLBACK")
        conn.execute(f"DETACH {name}")


def fitting_packs(conn: sqlite3.Connection, folder: Path, kind: Kind) -> list[Path]:
    """Return the packs whose rows fit the project that the connection has; damaged ones are left out."""
    wanted = fingerprint(conn)
    return [path for path in pack_paths(folder, kind) if _fingerprint_of(path) == wanted]


def _fingerprint_of(path: Path) -> str:
    try:
        with closing(connect_to_read(path, immutable=True)) as conn:
            if conn.execute("PRAGMA application_id").fetchone() != (PACK_ID,):
                return ""
            return str(conn.execute("SELECT fingerprint FROM pack_about").fetchone()[0])
    except (sqlite3.Error, OSError, TypeError):
        return ""


def note_missing(conn: sqlite3.Connection, packs: Iterable[Path], kind: Kind) -> int:
    """Make the table temp.missing of the keys that are in the project and in no pack; return how many."""
    conn.execute("CREATE TEMP TABLE IF NOT EXISTS held (key TEXT PRIMARY KEY) WITHOUT ROWID")
    conn.execute("CREATE TEMP TABLE IF NOT EXISTS missing (id INTEGER PRIMARY KEY, key TEXT)")
    conn.execute("DELETE FROM temp.held")
    conn.execute("DELETE FROM temp.missing")
    for path in packs:
        with attached(conn, path, "pack", mode="ro", immutable="1"):
            conn.execute("INSERT OR IGNORE INTO temp.held SELECT key FROM pack.held")
    owner, key = OWNERS[kind], _KEYS[kind]
    conn.execute(
        f"INSERT INTO temp.missing SELECT id, {key} FROM main.{owner}"
        f" WHERE {key} NOT IN (SELECT key FROM temp.held)"
    )
    return int(conn.execute("SELECT count(*) FROM temp.missing").fetchone()[0])


def pack_missing(
    conn: sqlite3.Connection, folder: Path, kind: Kind, cancelled: Callable[[], bool] = lambda: False
) -> int:
    """Put what no pack has into new ones; return how many keys are still missing (it may be cancelled).

    `conn` reads the project. Raises Problem where a pack does not hold what it should.
    """
    packs = fitting_packs(conn, folder, kind)
    small = [path for path in packs if path.stat().st_size < _SMALL]
    left = note_missing(conn, packs, kind)
    absorbed = small if left and len(small) >= _MANY else []
    while left and not cancelled():
        through = _last_of_part(conn, kind)
        path = folder / f"{kind}-{uuid.uuid4().hex[:12]}{PACK_SUFFIX}"
        _write_pack(conn, path, kind, through, absorbed)
        for old in absorbed:
            old.unlink(missing_ok=True)
        absorbed = []
        conn.execute("DELETE FROM temp.missing WHERE id <= ?", (through,))
        left = int(conn.execute("SELECT count(*) FROM temp.missing").fetchone()[0])
    return left


def _last_of_part(conn: sqlite3.Connection, kind: Kind) -> int:
    """Return the id of the last missing row that goes into the next pack: by the size that is known."""
    if kind == "letters":
        return int(conn.execute("SELECT max(id) FROM temp.missing").fetchone()[0])
    statement = """SELECT min(id) FROM (SELECT id, sum(size) OVER (ORDER BY id) AS so_far
        FROM temp.missing JOIN main.source USING (id)) WHERE so_far >= ?"""
    (found,) = conn.execute(statement, (_PART,)).fetchone()
    return int(found or conn.execute("SELECT max(id) FROM temp.missing").fetchone()[0])


def _write_pack(
    conn: sqlite3.Connection, path: Path, kind: Kind, through: int, absorbed: Sequence[Path]
) -> None:
    draft = draft_of(path)
    try:
        with attached(conn, draft, "draft", mode="rwc"):
            conn.execute("PRAGMA draft.journal_mode = OFF")
            conn.execute("PRAGMA draft.synchronous = OFF")
            conn.execute("BEGIN")
            _fill(conn, kind, through)
            _require_same(conn, path, kind, through)
            conn.execute(f"PRAGMA draft.application_id = {PACK_ID}")
            conn.execute("COMMIT")
            for old in absorbed:
                with attached(conn, old, "old", mode="ro", immutable="1"):
                    _absorb(conn, kind)
        finish(draft, path)
    finally:
        remove_database(draft)


def _fill(conn: sqlite3.Connection, kind: Kind, through: int) -> None:
    conn.execute("CREATE TABLE draft.pack_about (kind TEXT, fingerprint TEXT)")
    conn.execute("INSERT INTO draft.pack_about VALUES (?, ?)", (kind, fingerprint(conn)))
    conn.execute("CREATE TABLE draft.held (key TEXT PRIMARY KEY) WITHOUT ROWID")
    conn.execute("INSERT INTO draft.held SELECT key FROM temp.missing WHERE id <= ?", (through,))
    for packed in TABLES[kind]:
        columns = columns_of(conn, "main", packed.table)
        if not columns:
            continue
        listed = ", ".join(f't."{column}"' for column in columns if column != packed.owner)
        conn.execute(
            f"CREATE TABLE draft.{packed.table} AS SELECT m.key AS key, {listed}"
            f" FROM temp.missing m JOIN main.{packed.table} t ON t.{packed.owner} = m.id"
            f" WHERE m.id <= {int(through)} ORDER BY m.id"
        )


def _require_same(conn: sqlite3.Connection, path: Path, kind: Kind, through: int) -> None:
    """Raise Problem where the pack, read back, is not what stands in the project."""
    for packed in TABLES[kind]:
        columns = [c for c in columns_of(conn, "main", packed.table) if c != packed.owner]
        if not columns:
            continue
        whose = f"m.id <= {int(through)}"
        rows = f"FROM temp.missing m JOIN main.{packed.table} t ON t.{packed.owner} = m.id WHERE {whose}"
        (wanted,) = conn.execute(f"SELECT count(*) {rows}").fetchone()
        if conn.execute(f"SELECT count(*) FROM draft.{packed.table}").fetchone() != (wanted,):
            raise damaged(path)


def _absorb(conn: sqlite3.Connection, kind: Kind) -> None:
    """Take over the rows of an older pack (`old`) that the draft has not."""
    conn.execute("BEGIN")
    for packed in TABLES[kind]:
        columns = columns_of(conn, "old", packed.table)
        if columns and columns == columns_of(conn, "draft", packed.table):
            conn.execute(
                f"INSERT INTO draft.{packed.table} SELECT * FROM old.{packed.table}"
                " WHERE key NOT IN (SELECT key FROM draft.held)"
            )
    conn.execute("INSERT OR IGNORE INTO draft.held SELECT key FROM old.held")
    conn.execute("COMMIT")


def finish(draft: Path, path: Path) -> None:
    """Check a file that was written, bring it to the disk, and give it its name."""
    with closing(connect_to_read(draft, immutable=True)) as conn:
        if conn.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
            raise damaged(path)
    sync_file(draft)
    os.replace(draft, path)
    sync_folder(path.parent)


def unpack(conn: sqlite3.Connection, kind: Kind, database: str, *, from_pack: bool) -> None:
    """Put rows into the project of the connection (`main`) that it lacks, from a pack or another project.

    `database` is the attached file that has them.
    """
    for packed in TABLES[kind]:
        columns = columns_of(conn, "main", packed.table)
        there = columns_of(conn, database, packed.table)
        if not columns or not there:
            continue
        names = [column for column in columns if column != packed.owner and column in there]
        into = ", ".join(f'"{column}"' for column in (packed.owner, *names))
        listed = ", ".join(f't."{column}"' for column in names)
        joined = "" if from_pack else packed.joined.format(db=f"{database}.")
        key = "t.key" if from_pack else f"k.{packed.key}"
        conn.execute(
            f"INSERT OR IGNORE INTO main.{packed.table} ({into}) SELECT o.id, {listed}"
            f" FROM {database}.{packed.table} t {joined} JOIN main.{OWNERS[kind]} o ON o.{packed.key} = {key}"
        )
