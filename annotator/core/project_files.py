"""The files of projects, as files: which ones this program has open, and which may not be written over.

On POSIX, closing any handle of a file drops all locks that the process has on it, SQLite's too. Another
program could then remove the log of an open project. So whatever reads or writes a file that a person named
asks here first.
"""

from __future__ import annotations

import os
import threading
from collections import Counter
from pathlib import Path

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.printable import printable
from annotator.core.user_errors import UserError

# "KANT", "KANB" and "KANP" in ASCII: a project, a backup, and a pack of what backups share. They tell our
# files from other SQLite databases.
APPLICATION_ID = 0x4B414E54
BACKUP_ID = 0x4B414E42
PACK_ID = 0x4B414E50

_OPEN = QT_TRANSLATE_NOOP(
    "ProjectFiles", "{name} belongs to a project that is open in this program. Choose another file."
)
_NOT_OVER = QT_TRANSLATE_NOOP(
    "ProjectFiles", "{name} is a project or belongs to one: it is not written over. Choose another name."
)
_BESIDE = ("-wal", "-shm", "-journal")
_MAGIC = b"SQLite format 3\x00"

_open = Counter[Path]()
_guard = threading.Lock()


def opened(path: Path) -> None:
    """Note that this process opens a project with SQLite."""
    with _guard:
        _open[path] += 1


def closed(path: Path) -> None:
    """Note that this process let a project go that it had `opened`."""
    with _guard:
        _open[path] -= 1
        if _open[path] <= 0:
            del _open[path]


def is_open_here(path: Path) -> bool:
    """Tell whether a path leads, by whatever name, to a file of a project that this process has open."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return False
    with _guard:
        projects = tuple(_open)
    sides = (each.with_name(each.name + suffix) for each in projects for suffix in ("", *_BESIDE))
    return any(_is(side, found) for side in sides)


def _is(path: Path, found: os.stat_result) -> bool:
    try:
        return os.path.samestat(os.stat(path), found)
    except OSError:
        return False


def require_closed(path: Path) -> None:
    """Raise UserError where reading the file would take the locks of an open project away."""
    if is_open_here(path):
        raise _problem(_OPEN, path)


def require_no_project(path: Path) -> None:
    """Raise UserError where writing to a path would write over a project, or over what lies beside one."""
    owner = _owner_of(path)
    if is_open_here(path) or (owner is not None and os.path.lexists(owner)) or _is_ours(path):
        raise _problem(_NOT_OVER, path)


def is_beside_name(name: str) -> bool:
    """Tell whether a name is one that a file beside a project has: a log or a lock."""
    return _owner_of(Path(name)) is not None


def _owner_of(path: Path) -> Path | None:
    name = path.name
    for suffix in _BESIDE:
        if name.endswith(suffix) and name != suffix:
            return path.with_name(name.removesuffix(suffix))
    if name.startswith(".") and name.endswith(".lock") and len(name) > len("..lock"):
        return path.with_name(name[1:].removesuffix(".lock"))
    return None


def _is_ours(path: Path) -> bool:
    """Tell whether a file is a project, a backup or a pack, by its first bytes."""
    try:
        if not path.is_file():  # reading from a pipe would never end
            return False
        with path.open("rb") as file:
            head = file.read(72)
    except (OSError, ValueError):
        return False
    mark = int.from_bytes(head[68:72], "big")
    return head.startswith(_MAGIC) and mark in (APPLICATION_ID, BACKUP_ID, PACK_ID)


def _problem(text: str, path: Path) -> UserError:
    return UserError(Message("ProjectFiles", text, {"name": printable(str(path))}))
