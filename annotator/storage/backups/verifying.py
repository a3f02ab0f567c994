"""Verifying the packs by their digests: all of them, or a part in turn, so that a backup takes no longer."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from annotator.core.user_errors import UserError
from annotator.storage.backups.digests import (
    Row,
    as_text,
    digest_of,
    is_source,
    raw_texts,
    readable_rows,
    size_of,
)
from annotator.storage.backups.opening import opened
from annotator.storage.backups.packs import DIGESTS, TABLES, Kind, columns_of, pack_paths
from annotator.storage.names import PACK_ID

PER_BACKUP = 64 * 1024 * 1024  # bytes that are verified when a backup is made
_ALL = 1 << 62


@dataclass(frozen=True, slots=True)
class Stretch:
    """A table of a pack, and behind which row to begin."""

    pack: Path
    kind: Kind
    table: str
    after: int = 0


@dataclass(frozen=True, slots=True)
class Turn:
    """What a turn found: keys of each pack whose rows are not what was packed, packs that cannot be read, and
    where the next turn begins (as text, to be kept)."""

    bad: dict[Path, set[str]]
    unfit: dict[Path, UserError]
    next: str = ""


def verify_turn(folder: Path, begin: str = "", budget: int = PER_BACKUP) -> Turn:
    """Verify what was not verified for the longest time, so many bytes of it."""
    turn, left = Turn({}, {}), budget
    for stretch in _stretches(folder, begin):
        if left <= 0:
            return replace(turn, next=json.dumps([stretch.pack.name, stretch.table, stretch.after]))
        if stretch.pack in turn.unfit:
            continue
        try:
            found, after, read = _verified(stretch, left)
        except UserError as error:
            turn.unfit[stretch.pack] = error
            continue
        if found:
            turn.bad.setdefault(stretch.pack, set()).update(found)
        left -= read
        if after:
            return replace(turn, next=json.dumps([stretch.pack.name, stretch.table, after]))
    return turn


def verify_all(folder: Path) -> Turn:
    """Verify all packs of a folder."""
    return verify_turn(folder, budget=_ALL)


def bad_keys(conn: sqlite3.Connection, database: str, kind: Kind) -> set[str]:
    """Return the keys in a whole pack that is attached whose rows are not what was packed."""
    found: set[str] = set()
    for packed in TABLES[kind]:
        found |= _Table(conn, database, kind, packed.table).verify(0, _ALL)[0]
    return found


def is_proven(path: Path) -> bool:
    """Tell whether a pack says what its rows should be; one of letters of an older version does not."""
    try:
        with opened(path, PACK_ID) as conn:
            return bool(columns_of(conn, "main", DIGESTS))
    except UserError:
        return False


def _stretches(folder: Path, begin: str) -> list[Stretch]:
    """Return all tables of all packs, in a circle that begins where the last turn ended."""
    found = [
        Stretch(path, kind, packed.table)
        for kind, tables in TABLES.items()
        for path in pack_paths(folder, kind)
        for packed in tables
    ]
    found.sort(key=lambda each: (each.pack.name, each.table))
    try:
        name, table, after = json.loads(begin)
        at = next(n for n, each in enumerate(found) if (each.pack.name, each.table) >= (name, table))
    except (ValueError, TypeError, StopIteration):
        return found
    first = found[at]
    if (first.pack.name, first.table) == (name, table) and isinstance(after, int):
        return [replace(first, after=after), *found[at + 1 :], *found[:at], first]
    return found[at:] + found[:at]


def _verified(stretch: Stretch, budget: int) -> tuple[set[str], int, int]:
    """Return bad keys, behind which row to go on (0: the table is done), and how many bytes were read."""
    with opened(stretch.pack, PACK_ID) as conn:
        conn.set_progress_handler(None, 0)  # a big one may take long
        return _Table(conn, "main", stretch.kind, stretch.table).verify(stretch.after, budget)


class _Table:
    """A table of a pack, and what its rows should be."""

    def __init__(self, conn: sqlite3.Connection, database: str, kind: Kind, table: str) -> None:
        self._conn, self._database, self._kind, self._table = conn, database, kind, table
        self._columns = [name for name in columns_of(conn, database, table) if name != "key"]
        self._proven = bool(columns_of(conn, database, DIGESTS))

    def verify(self, after: int, budget: int) -> tuple[set[str], int, int]:
        if not self._columns or (self._kind == "letters" and not self._proven):
            return set(), 0, 0
        try:
            with raw_texts(self._conn):
                return self._stretch(after, budget)
        except sqlite3.DatabaseError:
            return self._keys_not_readable(), 0, 0

    def _stretch(self, after: int, budget: int) -> tuple[set[str], int, int]:
        listed = ", ".join(f'"{name}"' for name in ("key", *self._columns))
        rows = self._conn.execute(
            f"SELECT rowid, {listed} FROM {self._database}.{self._table} WHERE rowid > ? ORDER BY rowid",
            (after,),
        )
        bad, read, last = set[str](), 0, after
        for key, group in groupby(rows, key=lambda row: as_text(row[1])):
            if read >= budget:
                return bad, last, read
            held = list[Row]()
            for row in group:
                last = int(row[0])
                held.append(row[2:])
                read += size_of(row)
            if not self._is_right(key, held):
                bad.add(key)
        return bad | self._without_rows(), 0, read

    def _is_right(self, key: str, rows: Sequence[Row]) -> bool:
        if self._kind == "sources":
            return len(rows) == 1 and is_source(rows[0][0], key)
        wanted = self._conn.execute(
            f"SELECT sha256 FROM {self._database}.{DIGESTS} WHERE key = ? AND name = ?", (key, self._table)
        ).fetchone()
        return wanted is not None and as_text(wanted[0]) == digest_of(rows)

    def _without_rows(self) -> set[str]:
        """Return the keys that should have rows and have none: of them the key itself is damaged, perhaps."""
        there = f"SELECT key FROM {self._database}.{self._table}"
        wanted = f"SELECT key FROM {self._database}.held WHERE key NOT IN ({there})"
        if self._kind == "letters":
            wanted = (
                f"SELECT key FROM {self._database}.{DIGESTS} WHERE name = '{self._table}'"
                f" AND key NOT IN ({there})"
            )
        return {as_text(key) for (key,) in self._conn.execute(wanted)}

    def _keys_not_readable(self) -> set[str]:
        """Return the keys that are held of a table that is damaged, without those that can be read."""
        held: set[str] = set()
        with raw_texts(self._conn):
            rows = readable_rows(self._conn, f"{self._database}.{self._table}", ("key", *self._columns))
            good = {
                key
                for key, group in groupby(rows, key=lambda row: as_text(row[0]))
                if self._is_right_or_bad(key, [row[1:] for row in group])
            }
            with contextlib.suppress(sqlite3.DatabaseError):
                held = {
                    as_text(key) for (key,) in self._conn.execute(f"SELECT key FROM {self._database}.held")
                }
        return held - good

    def _is_right_or_bad(self, key: str, rows: Sequence[Row]) -> bool:
        try:
            return self._is_right(key, rows)
        except sqlite3.DatabaseError:  # the digests are damaged, too
            return False
