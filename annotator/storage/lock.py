"""The lock file beside a project: one program writes, and the others can say who it is.

The lock itself is the operating system's, so it goes when its holder dies, however it dies. The file's
contents say who holds it; they are emptied when the project is closed, so contents that outlived their lock
mean an unclean close.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from annotator.core.document import now
from annotator.core.drafts import take_mode
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.core.user_errors import UserError
from annotator.storage.troubles import problem

_LOCKED = QT_TRANSLATE_NOOP(
    "Storage",
    "The project {name} is open with {who} on {host}, since {since}. Close it there to change it here.",
)

if sys.platform == "win32":
    import msvcrt

    # A byte far behind the contents: a locked byte cannot be read by others.
    _LOCKED_BYTE = 1 << 20

    def _take(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a project open for writing, where, and since when (ISO 8601, UTC)."""

    who: str
    host: str
    pid: int
    since: str


class Lock:
    """A lock that this program holds, until `release`."""

    def __init__(self, path: Path, handle: int) -> None:
        self._path = path
        self._handle = handle
        self._who = ""
        self.was_unclean = os.fstat(handle).st_size > 0

    def sign(self, who: str) -> None:
        """Write into the lock file who holds it."""
        self._who = who
        holder = Holder(who or _user(), _host(), os.getpid(), now())
        os.ftruncate(self._handle, 0)
        os.lseek(self._handle, 0, os.SEEK_SET)
        os.write(self._handle, json.dumps(asdict(holder), ensure_ascii=False).encode())

    def is_in_place(self) -> bool:
        """Tell whether the lock still keeps others out; one whose file was removed is taken anew.

        Who removes the file lets another program take a lock of its own: then it is False.
        """
        if _is_at(self._path, self._handle):
            return True
        with contextlib.suppress(OSError):
            taken = _acquire(self._path)
            if taken is not None:
                os.close(self._handle)
                self._handle = taken._handle
                self.sign(self._who)
                return True
        return False

    def release(self, *, clean: bool = True) -> None:
        """Let the lock go. Where the close was not clean the contents stay, so that the next one notices."""
        clean = clean and _is_at(self._path, self._handle)  # never the file of another
        if clean:
            os.ftruncate(self._handle, 0)
            # Removed while it is held: who waits for it sees that the name is another file's, or nobody's.
            with contextlib.suppress(OSError):
                self._path.unlink()
        os.close(self._handle)
        if clean and sys.platform == "win32":
            with contextlib.suppress(OSError):
                self._path.unlink()


def lock_path(project: Path) -> Path:
    """Return where the lock file of a project lies."""
    return project.with_name(f".{project.name}.lock")


def acquire(project: Path, like: Path | None = None) -> Lock | Holder:
    """Take the lock of a project, or say who has it. Raises OSError where no lock file can be made.

    The lock file is for those who may read and write the project, or what it is to be `like`.
    """
    taken = _acquire(path := lock_path(project))
    if taken is not None:
        take_mode(path, like or project)
    return taken or holder_of(project)


def _acquire(path: Path) -> Lock | None:
    while True:
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT | _NO_FOLLOW, 0o666)
        except PermissionError:
            if _is_held(path):
                return None
            continue
        try:
            _take(handle)
        except (BlockingIOError, PermissionError):
            os.close(handle)
            return None
        except OSError:
            os.close(handle)
            raise
        if _is_at(path, handle):
            return Lock(path, handle)
        os.close(handle)


def _is_held(path: Path) -> bool:
    """Tell whether a lock file of another user is held; one of a dead program is removed.

    Raises OSError where that cannot be.
    """
    if sys.platform == "win32" or not path.exists():
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    handle = os.open(path, os.O_RDONLY | _NO_FOLLOW)
    try:
        _take(handle)
        if _is_at(path, handle):
            path.unlink()
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


def _is_at(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def holder_of(project: Path) -> Holder:
    """Return who holds the lock of a project, as its lock file says."""
    try:
        said = json.loads(lock_path(project).read_text(encoding="utf-8"))
        return Holder(str(said["who"]), str(said["host"]), int(said["pid"]), str(said["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        # It is being written at this moment, or somebody wrote something else into it.
        return Holder("?", "?", 0, "")


def locked_problem(path: Path, holder: Holder) -> UserError:
    """Return the problem of a project that another program writes."""
    return problem(_LOCKED, path, who=holder.who, host=holder.host, since=holder.since)


def _host() -> str:
    if hasattr(os, "uname"):
        return os.uname().nodename
    import socket  # where the system says it in no other way; it takes 3 ms to bring in

    return socket.gethostname()


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"
