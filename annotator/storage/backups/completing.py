"""Making a whole project of a backup: what lies in the packs is put back in, and each part is verified."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.storage.backups import packs
from annotator.storage.backups.digests import as_text, digests_of, is_source, raw_texts, readable_rows
from annotator.storage.backups.first_readings import unpack
from annotator.storage.backups.packs import DIGESTS, OF_PAGES, OWNERS, TABLES, Kind, Packed, columns_of
from annotator.storage.backups.saying import named
from annotator.storage.connections import on_network_drive, uri_of
from annotator.storage.examine import pending_migrations, require_ours
from annotator.storage.kept_readings import lay_readings_over
from annotator.storage.letters import remove_letter
from annotator.storage.names import APPLICATION_ID
from annotator.storage.soundness import legible
from annotator.storage.text_pieces import keep_all_pieces
from annotator.storage.troubles import problem

_NO_BACKUP = QT_TRANSLATE_NOOP(
    "Storage", "{name} in {folder} is damaged or no backup. Choose another one of the backups."
)
_NO_TEXTS = QT_TRANSLATE_NOOP(
    "Storage",
    "The backup {name} cannot be restored: the texts of {count:letter|letters} are not in "
    "the packs beside it. Put the .kantpack files back into {folder}.",
)
_TAKEN = QT_TRANSLATE_NOOP(
    "Backups", "The text of {names} is damaged in the backups. It was taken from where it is whole."
)
_SOURCE_TAKEN = QT_TRANSLATE_NOOP(
    "Backups",
    "The source file of {names} is damaged in the backups. It was taken from where it is whole.",
)
_UNPROVEN = QT_TRANSLATE_NOOP(
    "Backups", "A part of the backups is damaged, so that not all texts could be verified: look through them."
)
_DOUBTFUL = QT_TRANSLATE_NOOP(
    "Backups",
    "The text of {names} is damaged in the backups, and nowhere else: compare it with its source file.",
)
_LEFT_OUT = QT_TRANSLATE_NOOP(
    "Backups",
    "The text of {names} cannot be read in the backups and is nowhere else: these letters were left out.",
)
_NO_LAYOUT = QT_TRANSLATE_NOOP(
    "Backups",
    "Where the words of {names} stand on the pages is damaged in the backups: import its source file again.",
)


@dataclass(frozen=True, slots=True)
class Completed:
    """What came back, what did not, and what is to be said of it (`doubtful`: something is damaged)."""

    letters: int
    sources_missing: int
    sources_damaged: int
    notes: tuple[Message, ...]
    doubtful: bool


def complete(draft: Path, backup: Path, dest: Path) -> Completed:
    """Make a whole project of the copy of a backup: with what its packs have, else the present project."""
    from annotator.storage.migrations import migrate  # brings sqlite_utils in

    with closing(sqlite3.connect(uri_of(draft, mode="rw"), uri=True, isolation_level=None)) as conn:
        conn.execute("PRAGMA trusted_schema = OFF")
        # Not synced step by step: the file goes to the disk as a whole when it is ready.
        conn.execute("PRAGMA synchronous = OFF")
        pending_migrations(conn, backup)
        filled = {kind: _Filling(conn, kind) for kind in OWNERS}
        for kind, filling in filled.items():
            filling.fill(packs.fitting_packs(conn, backup.parent, kind), dest)
        if (count := filled["letters"].lacking()) and not _any_damaged(backup.parent, filled["letters"]):
            raise problem(_NO_TEXTS, backup, count=count)
        conn.execute("DROP TABLE backup_about")
        conn.execute("DROP TABLE backup_rows")
        try:
            migrate(conn)
        except sqlite3.OperationalError as error:
            raise problem(_NO_BACKUP, backup) from error
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        lay_readings_over(conn)
        left_out = _leave_out(conn)
        keep_all_pieces(conn)
        (letters,) = conn.execute("SELECT count(*) FROM letter").fetchone()
        texts = filled["letters"]
        done = Completed(
            int(letters),
            filled["sources"].lacking(),
            _damaged_sources(conn),
            (*left_out, *texts.notes(), *filled["sources"].notes()),
            bool(
                left_out or texts.doubtful or texts.left_out or any(each.unproven for each in filled.values())
            ),
        )
        conn.execute(f"PRAGMA journal_mode = {'DELETE' if on_network_drive(dest.parent) else 'WAL'}")
    return done


def _any_damaged(folder: Path, texts: _Filling) -> bool:
    """Tell whether texts are missing for damage: packs that are not there at all can be put back."""
    unread = any(not packs.fingerprint_of(path) for path in packs.pack_paths(folder, "letters"))
    return unread or texts.is_damaged


def _leave_out(conn: sqlite3.Connection) -> list[Message]:
    """Take letters out that have no text any more, and say which."""
    lost = "SELECT id, uid FROM letter WHERE id NOT IN (SELECT letter_id FROM letter_ocr)"
    rows = conn.execute(lost).fetchall()
    if not rows:
        return []
    names = named(conn, "letters", (str(uid) for _, uid in rows))
    conn.execute("PRAGMA foreign_keys = ON")
    conn.execute("BEGIN")
    for letter_id, _ in rows:
        remove_letter(conn, int(letter_id))
    conn.execute("COMMIT")
    return [Message("Backups", _LEFT_OUT, {"names": names})]


class _Filling:
    """Puts the texts or the sources back, from one place after the other, until each is proven."""

    def __init__(self, conn: sqlite3.Connection, kind: Kind) -> None:
        self._conn, self._kind = conn, kind
        self._tables = [packed for packed in TABLES[kind] if columns_of(conn, "main", packed.table)]
        self._bad: dict[str, set[str]] = {packed.table: set() for packed in self._tables}
        conn.execute("CREATE TEMP TABLE IF NOT EXISTS proven (name TEXT, key TEXT, PRIMARY KEY (name, key))")
        self.doubtful: set[str] = set()
        self.left_out: set[str] = set()
        self.unproven = False
        self._untrusted = list[Path]()

    def fill(self, held_in: Iterable[Path], dest: Path) -> None:
        """Take what packs have, and from the present project what is damaged or missing there."""
        paths = list(held_in)
        for path in paths:
            self._take(path, from_pack=True)
        if (self._still_bad() or self.lacking() or self._untrusted) and _is_project(dest):
            self._take(dest, from_pack=False)
        if self.lacking() and self._untrusted:  # better than none
            self.unproven = True
            for path in self._untrusted:
                self._take(path, from_pack=True, proving=False)
        self.doubtful = {key for table, key in self._still_bad() if table not in OF_PAGES}
        self.left_out = {key for table, key in self._still_bad() if table in OF_PAGES}
        if self.doubtful:  # better than nothing, and it is said
            for path in paths:
                self._take(path, from_pack=True, proving=False)
            for table in OF_PAGES:
                self._drop(table, self.left_out)
            self._make_legible()

    def _make_legible(self) -> None:
        """Put a sign that stands for any other in the place of damaged bytes that are no text any more."""
        for key in self.doubtful if self._kind == "letters" else ():
            whose = "letter_id = (SELECT id FROM letter WHERE uid = ?)"
            with raw_texts(self._conn):
                found = self._conn.execute(f"SELECT text FROM letter_ocr WHERE {whose}", (key,)).fetchone()
            if found is not None:
                text = legible(as_text(found[0]))
                self._conn.execute(f"UPDATE letter_ocr SET text = ? WHERE {whose}", (text, key))

    @property
    def is_damaged(self) -> bool:
        """Tell whether something that was to be taken was damaged."""
        return bool(self._untrusted) or any(self._bad.values())

    def lacking(self) -> int:
        """Return how many letters have no text, or sources no bytes."""
        packed = self._tables[0]
        there = f"SELECT {packed.owner} FROM {packed.table}"
        statement = f"SELECT count(*) FROM {OWNERS[self._kind]} WHERE id NOT IN ({there})"
        return int(self._conn.execute(statement).fetchone()[0])

    def notes(self) -> Iterator[Message]:
        """Yield what is to be said of damage; sources that stay damaged are counted elsewhere."""
        taken = set().union(*self._bad.values()) - self.doubtful - self.left_out
        told = [(taken, _TAKEN), (self.doubtful, _DOUBTFUL), (self.left_out, _NO_LAYOUT)]
        for keys, text in told if self._kind == "letters" else [(taken, _SOURCE_TAKEN)]:
            if keys:
                yield Message("Backups", text, {"names": named(self._conn, self._kind, keys)})
        if self.unproven:
            yield Message("Backups", _UNPROVEN)

    def _still_bad(self) -> set[tuple[str, str]]:
        """Return the tables and keys that were damaged somewhere and have no rows yet."""
        found = set()
        for packed in self._tables:
            for key in self._bad[packed.table]:
                statement = (
                    f"SELECT 1 FROM {packed.table} t JOIN {OWNERS[self._kind]} o ON o.id = t.{packed.owner}"
                    f" WHERE o.{packed.key} = ?"
                )
                if self._conn.execute(statement, (key,)).fetchone() is None:
                    found.add((packed.table, key))
        return found

    def _take(self, path: Path, *, from_pack: bool, proving: bool = True) -> None:
        """Take what is missing from a pack or the present project; one that is damaged gives what it can."""
        conn = self._conn
        params = {"mode": "ro", "immutable": "1"} if from_pack else {"mode": "ro"}
        try:
            with packs.attached(conn, path, "held_by", **params):
                conn.execute("BEGIN")
                try:
                    unpack(conn, self._kind, "held_by", from_pack=from_pack)
                except sqlite3.DatabaseError:
                    conn.execute("ROLLBACK")
                    conn.execute("BEGIN")
                    if from_pack:
                        self._take_readable()
                if from_pack and proving:
                    for packed in self._tables:
                        self._prove(packed)
                conn.execute("COMMIT")
        except sqlite3.DatabaseError:  # damaged, and so are the digests
            if conn.in_transaction:
                conn.execute("ROLLBACK")
            if from_pack and proving:
                self._untrusted.append(path)

    def _take_readable(self) -> None:
        """Take the rows that can be read of a damaged pack."""
        for packed in self._tables:
            names = [c for c in columns_of(self._conn, "main", packed.table) if c != packed.owner]
            listed = ", ".join(f'"{name}"' for name in (packed.owner, *names))
            marks = ", ".join("?" * len(names))
            statement = (
                f"INSERT OR IGNORE INTO main.{packed.table} ({listed})"
                f" SELECT id, {marks} FROM main.{OWNERS[self._kind]} WHERE {packed.key} = ?"
            )
            for key, *row in readable_rows(self._conn, f"held_by.{packed.table}", ("key", *names)):
                self._conn.execute(statement, (*row, key))

    def _prove(self, packed: Packed) -> None:
        """Take rows away again that are not what was packed, of all that were not proven before."""
        conn, owner = self._conn, OWNERS[self._kind]
        columns = [c for c in columns_of(conn, "main", packed.table) if c != packed.owner]
        listed = ", ".join(f't."{name}"' for name in columns)
        known = f"SELECT key FROM temp.proven WHERE name = '{packed.table}'"
        rows = (
            f"SELECT o.{packed.key}, {listed} FROM main.{owner} o"
            f" JOIN main.{packed.table} t ON t.{packed.owner} = o.id"
            f" WHERE o.{packed.key} NOT IN ({known}) ORDER BY o.id"
        )
        with raw_texts(conn):
            if self._kind == "sources":
                found = {
                    as_text(key): is_source(content, as_text(key)) for key, content in conn.execute(rows)
                }
                wanted = set(found)
            elif columns_of(conn, "held_by", DIGESTS):
                digests = self._digests(packed)
                found = {key: digests.get(key) == digest for key, digest in digests_of(conn.execute(rows))}
                wanted = set(digests) | set(found)
            else:  # packed by an older version
                found = {as_text(key): True for key, *_ in conn.execute(rows)}
                wanted = set(found)
            before = {as_text(key) for (key,) in conn.execute(known)}
        right = {key for key, is_right in found.items() if is_right}
        bad = wanted - right - before
        conn.executemany(f"INSERT INTO temp.proven VALUES ('{packed.table}', ?)", ((key,) for key in right))
        self._bad[packed.table] |= bad
        self._drop(packed.table, bad)

    def _drop(self, table: str, keys: Iterable[str]) -> None:
        for packed in (each for each in self._tables if each.table == table):
            whose = f"(SELECT id FROM main.{OWNERS[self._kind]} WHERE {packed.key} = ?)"
            self._conn.executemany(
                f"DELETE FROM main.{table} WHERE {packed.owner} = {whose}", ((key,) for key in keys)
            )

    def _digests(self, packed: Packed) -> dict[str, str]:
        """Return the digests of what the attached pack has for the letters of this project."""
        statement = (
            f"SELECT key, d.sha256 FROM held_by.{DIGESTS} d JOIN main.letter ON uid = key"
            f" WHERE d.name = '{packed.table}'"
        )
        return {as_text(key): as_text(sha256) for key, sha256 in self._conn.execute(statement)}


def _damaged_sources(conn: sqlite3.Connection) -> int:
    rows = conn.execute("SELECT sha256, bytes FROM source JOIN source_bytes ON source_id = id")
    return sum(not is_source(content, sha256) for sha256, content in rows)


def _is_project(dest: Path) -> bool:
    try:
        require_ours(dest)
    except UserError:
        return False
    return True
