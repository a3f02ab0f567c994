"""Writing packs: what no pack has yet, what is damaged in one, and many small ones as one."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import uuid
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from pathlib import Path
from types import MappingProxyType

from annotator.core.drafts import draft_beside
from annotator.core.user_errors import UserError
from annotator.storage.backups.digests import digests_of, is_source, raw_texts, readable_rows
from annotator.storage.backups.first_readings import rows_of
from annotator.storage.backups.opening import opened
from annotator.storage.backups.packs import (
    DAMAGED_SUFFIX,
    DIGESTS,
    KEYS,
    OWNERS,
    PACK_SUFFIX,
    TABLES,
    Kind,
    attached,
    columns_of,
    fingerprint,
    fitting_packs,
)
from annotator.storage.backups.verifying import bad_keys, is_proven
from annotator.storage.connections import connect_to_read
from annotator.storage.names import PACK_ID
from annotator.storage.naming import sync_file, sync_folder
from annotator.storage.troubles import damaged

_PART = 256 * 1024 * 1024  # bytes of sources a pack, so that a stop loses little
_SMALL, _MANY = 16 * 1024 * 1024, 12  # so many packs below that many bytes become one

Bad = Mapping[Path, set[str]]  # packs, with those of their keys whose rows are damaged


def note_missing(
    conn: sqlite3.Connection, packs: Iterable[Path], kind: Kind, bad: Bad = MappingProxyType({})
) -> int:
    """Make the table temp.missing of the keys that are in the project and in no pack; return how many."""
    conn.execute("CREATE TEMP TABLE IF NOT EXISTS held (key TEXT PRIMARY KEY) WITHOUT ROWID")
    conn.execute("CREATE TEMP TABLE IF NOT EXISTS missing (id INTEGER PRIMARY KEY, key TEXT)")
    conn.execute("CREATE TEMP TABLE IF NOT EXISTS bad (key TEXT PRIMARY KEY) WITHOUT ROWID")
    conn.execute("DELETE FROM temp.held")
    conn.execute("DELETE FROM temp.missing")
    for path in packs:
        conn.execute("DELETE FROM temp.bad")
        conn.executemany("INSERT INTO temp.bad VALUES (?)", ((key,) for key in bad.get(path, ())))
        with (
            contextlib.suppress(sqlite3.DatabaseError),  # damaged: what it has is packed anew
            attached(conn, path, "pack", mode="ro", immutable="1"),
        ):
            conn.execute(
                "INSERT OR IGNORE INTO temp.held SELECT key FROM pack.held"
                " WHERE key NOT IN (SELECT key FROM temp.bad)"
            )
    owner, key = OWNERS[kind], KEYS[kind]
    conn.execute(
        f"INSERT INTO temp.missing SELECT id, {key} FROM main.{owner}"
        f" WHERE {key} NOT IN (SELECT key FROM temp.held)"
    )
    return int(conn.execute("SELECT count(*) FROM temp.missing").fetchone()[0])


def pack_missing(
    conn: sqlite3.Connection,
    folder: Path,
    kind: Kind,
    cancelled: Callable[[], bool] = lambda: False,
    bad: Bad = MappingProxyType({}),
) -> int:
    """Put what no pack has into new ones; return how many keys are still missing (it may be cancelled).

    What is `bad` in a pack, and is in the project, is written anew, with what else that pack has; so is a
    pack without digests. `conn` reads the project. Raises UserError if a pack does not hold what it should.
    """
    packs = fitting_packs(conn, folder, kind)
    bad = {path: keys for path in packs if (keys := mendable(conn, kind, bad.get(path, ())))}
    unproven = [path for path in packs if kind == "letters" and not is_proven(path)]
    proven = [path for path in packs if path not in unproven]
    small = [path for path in proven if path.stat().st_size < _SMALL]
    left = note_missing(conn, proven, kind, bad)
    absorbed = small if left and len(small) >= _MANY else []
    absorbed += [*unproven, *(path for path in bad if path in proven and path not in absorbed)]
    while (left or absorbed) and not cancelled():
        through = _last_of_part(conn, kind) if left else 0
        path = folder / f"{kind}-{uuid.uuid4().hex[:12]}{PACK_SUFFIX}"
        whole = _write_pack(conn, path, kind, through, absorbed, bad)
        for old in absorbed:
            if old in whole:
                old.unlink(missing_ok=True)
            else:  # what only this pack had is kept: an expert may still read it
                os.replace(old, old.with_name(f"{old.name}{DAMAGED_SUFFIX}"))
        absorbed = []
        conn.execute("DELETE FROM temp.missing WHERE id <= ?", (through,))
        left = int(conn.execute("SELECT count(*) FROM temp.missing").fetchone()[0])
    return left


def mendable(conn: sqlite3.Connection, kind: Kind, keys: Iterable[str]) -> set[str]:
    """Return those of the keys whose rows the project has, and has undamaged."""
    if kind == "letters":
        statement = "SELECT 1, uid FROM main.letter JOIN main.letter_ocr ON letter_id = id WHERE uid = ?"
    else:
        statement = (
            "SELECT bytes, sha256 FROM main.source JOIN main.source_bytes ON source_id = id WHERE sha256 = ?"
        )
    found = ((key, conn.execute(statement, (key,)).fetchone()) for key in keys)
    return {key for key, row in found if row is not None and (kind == "letters" or is_source(*row))}


def _last_of_part(conn: sqlite3.Connection, kind: Kind) -> int:
    """Return the id of the last missing row that goes into the next pack: by the size that is known."""
    if kind == "letters":
        return int(conn.execute("SELECT max(id) FROM temp.missing").fetchone()[0])
    statement = """SELECT min(id) FROM (SELECT id, sum(size) OVER (ORDER BY id) AS so_far
        FROM temp.missing JOIN main.source USING (id)) WHERE so_far >= ?"""
    (found,) = conn.execute(statement, (_PART,)).fetchone()
    return int(found or conn.execute("SELECT max(id) FROM temp.missing").fetchone()[0])


def _write_pack(
    conn: sqlite3.Connection, path: Path, kind: Kind, through: int, absorbed: Iterable[Path], bad: Bad
) -> set[Path]:
    """Write a pack; return the older ones that it has all of."""
    whole = set[Path]()
    with draft_beside(path, like=project_of(conn)) as draft:
        with attached(conn, draft, "draft", mode="rwc"):
            conn.execute("PRAGMA draft.journal_mode = OFF")
            conn.execute("PRAGMA draft.synchronous = OFF")
            conn.execute("BEGIN")
            _fill(conn, kind, through)
            conn.execute(f"PRAGMA draft.application_id = {PACK_ID}")
            conn.execute("COMMIT")
            _require_same(conn, path, kind)
            for old in absorbed:
                if _absorb(conn, kind, old):
                    whole.add(old)
        finish(draft, path)
    return whole


def _fill(conn: sqlite3.Connection, kind: Kind, through: int) -> None:
    conn.execute("CREATE TABLE draft.pack_about (kind TEXT, fingerprint TEXT)")
    conn.execute("INSERT INTO draft.pack_about VALUES (?, ?)", (kind, fingerprint(conn)))
    conn.execute("CREATE TABLE draft.held (key TEXT PRIMARY KEY) WITHOUT ROWID")
    conn.execute("INSERT INTO draft.held SELECT key FROM temp.missing WHERE id <= ?", (through,))
    conn.execute(
        f"CREATE TABLE draft.{DIGESTS}"
        " (key TEXT, name TEXT, sha256 TEXT, PRIMARY KEY (key, name)) WITHOUT ROWID"
    )
    for packed in TABLES[kind]:
        columns = [column for column in columns_of(conn, "main", packed.table) if column != packed.owner]
        if not columns:
            continue
        listed = ", ".join(f't."{column}"' for column in columns)
        held = rows_of(conn, packed, "main", "SELECT id FROM temp.missing")
        rows = (
            f"SELECT m.key AS key, {listed} FROM temp.missing m"
            f" JOIN {held} t ON t.{packed.owner} = m.id"
            f" WHERE m.id <= {int(through)} ORDER BY m.id"
        )
        conn.execute(f"CREATE TABLE draft.{packed.table} AS {rows}")
        if kind == "letters":  # a source's key is its digest
            with raw_texts(conn):
                _note_digests(conn, packed.table, digests_of(conn.execute(rows)))


def _note_digests(conn: sqlite3.Connection, table: str, digests: Iterable[tuple[str, str]]) -> None:
    conn.executemany(
        f"INSERT OR IGNORE INTO draft.{DIGESTS} VALUES (?, ?, ?)",
        ((key, table, digest) for key, digest in digests),
    )


def _require_same(conn: sqlite3.Connection, path: Path, kind: Kind) -> None:
    """Raise UserError where the pack, read back, is not what stands in the project.

    A source that is damaged in the project itself is packed as it is there.
    """
    differ = bad_keys(conn, "draft", kind)
    if kind == "sources":
        differ = mendable(conn, kind, differ)
    if differ:
        raise damaged(path)


def _absorb(conn: sqlite3.Connection, kind: Kind, old: Path) -> bool:
    """Take over the rows of an older pack that the draft has not; tell whether all of it could be read.

    They come with their digests: what is damaged stays known for it. Those that had none get one.
    """
    # On its own connection: an error within a transaction would spoil the draft, too.
    try:
        with opened(old, PACK_ID) as reader:
            reader.set_progress_handler(None, 0)
            readable = reader.execute("PRAGMA integrity_check(1)").fetchall() == [("ok",)]
            if not readable:
                return _salvage(conn, kind, reader)
    except UserError:
        return False
    new = "WHERE key NOT IN (SELECT key FROM draft.held)"
    with attached(conn, old, "old", mode="ro", immutable="1"):
        conn.execute("BEGIN")
        has_digests = bool(columns_of(conn, "old", DIGESTS))
        for packed in TABLES[kind]:
            columns = columns_of(conn, "old", packed.table)
            if not columns or columns != columns_of(conn, "draft", packed.table):
                continue
            conn.execute(f"INSERT INTO draft.{packed.table} SELECT * FROM old.{packed.table} {new}")
            if kind == "letters" and not has_digests:
                rows = f"SELECT * FROM old.{packed.table} {new}"
                with raw_texts(conn):
                    _note_digests(conn, packed.table, digests_of(conn.execute(rows)))
        if has_digests:
            conn.execute(f"INSERT OR IGNORE INTO draft.{DIGESTS} SELECT * FROM old.{DIGESTS} {new}")
        conn.execute("INSERT OR IGNORE INTO draft.held SELECT key FROM old.held")
        conn.execute("COMMIT")
    return True


def _salvage(conn: sqlite3.Connection, kind: Kind, reader: sqlite3.Connection) -> bool:
    """Take over what can be read of a damaged pack, key by key; tell whether that is all it had."""
    reader.text_factory = lambda content: content.decode("utf-8", "replace")
    conn.execute("BEGIN")
    there = {str(key) for (key,) in conn.execute("SELECT key FROM draft.held")}
    digests, held, found = list[tuple[str, str, str]](), set[str](), set[str]()
    with contextlib.suppress(sqlite3.DatabaseError):
        held = {str(key) for (key,) in reader.execute("SELECT key FROM held")} - there
        digests = reader.execute(f"SELECT key, name, sha256 FROM {DIGESTS}").fetchall()
    for packed in TABLES[kind]:
        columns = columns_of(conn, "draft", packed.table)
        marks = ", ".join("?" * len(columns))
        for row in readable_rows(reader, packed.table, columns) if columns else ():
            if row[0] in held:
                conn.execute(f"INSERT INTO draft.{packed.table} VALUES ({marks})", tuple(row))
                found.add(str(row[0]))
    conn.executemany("INSERT OR IGNORE INTO draft.held VALUES (?)", ((key,) for key in found))
    conn.executemany(
        f"INSERT OR IGNORE INTO draft.{DIGESTS} VALUES (?, ?, ?)", (row for row in digests if row[0] in found)
    )
    conn.execute("COMMIT")
    return bool(held) and held <= found


def project_of(conn: sqlite3.Connection) -> Path:
    """Return the file that a connection has as its own."""
    with raw_texts(conn):
        found = conn.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()
    return Path(os.fsdecode(found[0]))


def finish(draft: Path, path: Path) -> None:
    """Check a file that was written, bring it to the disk, and give it its name."""
    with closing(connect_to_read(draft, immutable=True)) as conn:
        if conn.execute("PRAGMA integrity_check(1)").fetchall() != [("ok",)]:
            raise damaged(path)
    sync_file(draft)
    os.replace(draft, path)
    sync_folder(path.parent)
