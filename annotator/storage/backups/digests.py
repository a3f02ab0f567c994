"""A SHA-256 of each text, layout and source in the packs, so that a flipped bit is found.

A source has its own in the project: its key. What letters have is hashed when it is packed, from the rows of
the project: all rows that a letter has in a table make one digest, whatever their order.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import Any

Row = Sequence[Any]


def row_digest(values: Row) -> bytes:
    """Return the digest of a row: of the kinds, lengths and contents of its values.

    Texts may be given as their bytes: bytes that are no text any more have a digest, too.
    """
    parts = list[bytes]()
    for value in values:
        kind = b"n" if value is None else b"i" if isinstance(value, int) else b"f"
        content = b"" if value is None else repr(value).encode()
        if isinstance(value, (bytes, str)):
            kind, content = (
                b"b",
                value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass"),
            )
        parts += b"%b%d " % (kind, len(content)), content
    return hashlib.sha256(b"".join(parts)).digest()


def digest_of(rows: Iterable[Row]) -> str:
    """Return the digest of all rows of one key, in hexadecimal."""
    return hashlib.sha256(b"".join(sorted(row_digest(row) for row in rows))).hexdigest()


def digests_of(rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """Return each key with its digest, of rows that begin with their key and lie together by it."""
    for key, group in groupby(rows, key=lambda row: as_text(row[0])):
        yield key, digest_of(row[1:] for row in group)


def as_text(value: object) -> str:
    """Return a key as text, also one whose bytes are none any more."""
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


@contextmanager
def raw_texts(conn: sqlite3.Connection) -> Iterator[None]:
    """Read texts as their bytes: quicker, and what is damaged may be none."""
    before, conn.text_factory = conn.text_factory, bytes
    try:
        yield
    finally:
        conn.text_factory = before


def is_source(content: object, sha256: str) -> bool:
    """Tell whether a source's bytes are those that it is known by."""
    return isinstance(content, bytes) and hashlib.sha256(content).hexdigest() == sha256


def size_of(row: Row) -> int:
    """Return about how many bytes a row has."""
    return sum(len(value) if isinstance(value, (bytes, str)) else 8 for value in row)


def readable_rows(conn: sqlite3.Connection, table: str, columns: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of a table; of a damaged one those that can be read, from both ends to the damage."""
    listed, highest = ", ".join(f'"{column}"' for column in columns), -(1 << 62)
    for order in ("ASC", "DESC"):
        rows = f"SELECT rowid, {listed} FROM {table} WHERE rowid > {highest} ORDER BY rowid {order}"
        with contextlib.suppress(sqlite3.DatabaseError):
            for rowid, *row in conn.execute(rows):
                highest = int(rowid) if order == "ASC" else highest
                yield row
            return
