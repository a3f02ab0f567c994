"""Packs: what is written once at import and never again, kept once for all backups of a folder.

A pack of letters has their OCR texts and page layouts, by the letter's uid, and a SHA-256 of each; a pack of
sources has their bytes, by SHA-256. A pack is written whole, checked, and then never changed; it is only
replaced, when letters are to be forgotten, many small packs become one, or a part of it is damaged.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from annotator.core.user_errors import UserError
from annotator.storage.backups.opening import opened
from annotator.storage.connections import uri_of
from annotator.storage.names import PACK_ID

Kind = Literal["letters", "sources"]
PACK_SUFFIX = ".kantpack"
DAMAGED_SUFFIX = ".damaged"  # of a pack that only an expert can still read parts of
# Raise it with a migration that rewrites rows of a packed table: all is then packed anew.
PACKED_VERSION = 1


@dataclass(frozen=True, slots=True)
class Packed:
    """A table that is packed: how its rows are found in a project by their key, and the column left out."""

    table: str
    owner: str  # the column that says whose row it is: another number in each file
    key: str
    joined: str


# What pages hold beside the text: a letter without it is whole all the same.
OF_PAGES = ("page_layout", "page_words", "line_style")
TABLES: dict[Kind, tuple[Packed, ...]] = {
    "letters": (
        Packed("letter_ocr", "letter_id", "uid", "JOIN {db}letter k ON k.id = t.letter_id"),
        *(Packed(name, "letter_id", "uid", "JOIN {db}letter k ON k.id = t.letter_id") for name in OF_PAGES),
    ),
    "sources": (Packed("source_bytes", "source_id", "sha256", "JOIN {db}source k ON k.id = t.source_id"),),
}
KINDS: tuple[Kind, ...] = tuple(TABLES)
PACKED_TABLES = tuple(packed.table for kind in TABLES.values() for packed in kind)
DIGESTS = "digest"  # in a pack of letters: the SHA-256 of what a key has in a table
# Whose keys a project has.
OWNERS: dict[Kind, str] = {"letters": "letter", "sources": "source"}
KEYS: dict[Kind, str] = {"letters": "uid", "sources": "sha256"}


def kind_of(path: Path) -> Kind:
    """Return the kind of a pack, by its name."""
    return "sources" if path.name.startswith("sources-") else "letters"


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
    return [path for path in pack_paths(folder, kind) if fingerprint_of(path) == wanted]


def fingerprint_of(path: Path) -> str:
    """Return the mark of a pack; "" of one that cannot be read."""
    try:
        with opened(path, PACK_ID) as conn:
            return str(conn.execute("SELECT fingerprint FROM pack_about").fetchone()[0])
    except (UserError, TypeError):
        return ""
