"""What is to be said of damage in the packs: which letters, and what became of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.printable import printable
from annotator.storage.backups.packing import mendable
from annotator.storage.backups.packs import KINDS, Kind, kind_of
from annotator.storage.backups.verifying import Turn

_MENDED = {
    "letters": QT_TRANSLATE_NOOP(
        "Backups", "The text of {names} was damaged in the backups. It was written anew from the project."
    ),
    "sources": QT_TRANSLATE_NOOP(
        "Backups",
        "The source file of {names} was damaged in the backups. It was written anew from the project.",
    ),
}
_LOST = {
    "letters": QT_TRANSLATE_NOOP(
        "Backups",
        "The text of {names} is damaged in the backups, and not in the project: "
        "look at the disk that the backups are on.",
    ),
    "sources": QT_TRANSLATE_NOOP(
        "Backups",
        "The source file of {names} is damaged in the backups, and not whole in the project: "
        "look at the disk that the backups are on.",
    ),
}
_TITLES = {
    "letters": "SELECT title FROM letter WHERE uid = ?",
    "sources": "SELECT title FROM letter JOIN source ON source.id = source_id WHERE sha256 = ? LIMIT 1",
}
_NOT_AS_SEALED = QT_TRANSLATE_NOOP(
    "Check", "The backup {name} was damaged on its disk after it was made. Do not restore it."
)
_NAMED = 5


def notes_on(conn: sqlite3.Connection, turn: Turn) -> Iterator[Message]:
    """Yield what is to be said of damage in the packs; `conn` has the project."""
    for kind in KINDS:
        bad = {key for path, keys in turn.bad.items() if kind_of(path) == kind for key in keys}
        mended = mendable(conn, kind, bad)
        for keys, texts in ((mended, _MENDED), (bad - mended, _LOST)):
            if keys:
                yield Message("Backups", texts[kind], {"names": named(conn, kind, keys)})


def not_as_sealed(path: Path) -> Message:
    """Return the sentence on a backup that is not what it was."""
    return Message("Check", _NOT_AS_SEALED, {"name": printable(path.name)})


def named(conn: sqlite3.Connection, kind: Kind, keys: Iterable[str]) -> str:
    """Return the titles of letters, by the keys of their texts or sources, in quotes; of many the first."""
    titles = []
    for key in sorted(keys):
        found = conn.execute(_TITLES[kind], (key,)).fetchone()
        titles.append(f"“{printable(str(found[0]))}”" if found else f"“{key[:8]}…”")
    return ", ".join(titles[:_NAMED]) + (f" (+ {len(titles) - _NAMED})" if len(titles) > _NAMED else "")
