"""The seal of a backup: the SHA-256 of the whole file, kept inside it, so that a flipped bit is found.

The digest stands among what the backup says of itself. It is the digest of the file with zeros in its own
place. To check it, that place is searched for: no other part of a file reads like it.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from annotator.storage.backups.opening import opened
from annotator.storage.connections import uri_of
from annotator.storage.names import BACKUP_ID

_KEY = "seal"
_LENGTH = 64
_CHUNK = 1 << 20


def seal(path: Path) -> None:
    """Give a backup that is written a seal; nothing in it may change after that."""
    place = os.urandom(_LENGTH // 2).hex()
    with closing(sqlite3.connect(uri_of(path, mode="rw"), uri=True, isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode = OFF")
        conn.execute("PRAGMA synchronous = OFF")
        conn.execute("INSERT OR REPLACE INTO backup_about VALUES (?, ?)", (_KEY, place))
    at = _place_of(path, place)
    with path.open("rb+") as file:
        digest = _digest(path, at)
        file.seek(at)
        file.write(digest.encode())


def is_as_sealed(path: Path) -> bool:
    """Tell whether a backup is what it was when it was sealed; one of an older version has no seal.

    Raises UserError where it cannot be read.
    """
    with opened(path, BACKUP_ID) as conn:
        found = conn.execute("SELECT value FROM backup_about WHERE key = ?", (_KEY,)).fetchone()
    if found is None:
        return True
    at = _place_of(path, str(found[0]))
    return at >= 0 and _digest(path, at) == found[0]


def _place_of(path: Path, digest: str) -> int:
    """Return where the digest stands; -1 where it is not there, or not once."""
    places, sought, begin, tail = list[int](), digest.encode(), 0, b""
    for chunk in _chunks(path):
        looked_at = tail + chunk
        at = looked_at.find(sought)
        while at >= 0:
            places.append(begin - len(tail) + at)
            at = looked_at.find(sought, at + 1)
        begin += len(chunk)
        tail = looked_at[-(len(sought) - 1) :]
    return places[0] if len(places) == 1 and len(sought) == _LENGTH else -1


def _digest(path: Path, at: int) -> str:
    found, begin = hashlib.sha256(), 0
    for chunk in _chunks(path):
        start, end = max(at - begin, 0), min(at + _LENGTH - begin, len(chunk))
        inside = start < end
        found.update(chunk[:start] + bytes(end - start) + chunk[end:] if inside else chunk)
        begin += len(chunk)
    return found.hexdigest()


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk
