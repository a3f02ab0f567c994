"""Opening connections to a project file, each with the safe settings for what it is for."""

from __future__ import annotations

import logging
import os
import shutil
import sqlite3
import sys
import urllib.parse
from pathlib import Path

from annotator.core.drafts import draft_beside

BUSY_TIMEOUT = 5.0  # seconds
_NETWORK = (
    "nfs",
    "cifs",
    "smb",
    "fuse.sshfs",
    "fuse.davfs",
    "fuse.rclone",
    "fuse.gvfsd",
    "afs",
    "9p",
    "ncpfs",
)
_log = logging.getLogger(__name__)
_CACHE = "PRAGMA cache_size = -16000"


def uri_of(path: Path, **params: str) -> str:
    """Return the URI that SQLite opens a file by; `?` and `#` in its name are escaped."""
    # By its bytes: on Linux a name need not be UTF-8.
    name = urllib.parse.quote(os.fsencode(path.absolute().as_posix()))
    return f"file:{'' if name.startswith('/') else '/'}{name}?{urllib.parse.urlencode(params)}"


def connect_to_read(
    path: Path, *, immutable: bool = False, any_thread: bool = False, in_memory: bool = False
) -> sqlite3.Connection:
    """Open a connection that cannot write.

    `immutable` reads the file without locks and makes no file beside it: only for files that nobody writes.
    `in_memory` is the same for a file with a log: SQLite looks the log through in memory.
    """
    params = {"mode": "ro"} | ({"immutable": "1"} if immutable else {})
    if in_memory:
        # For that SQLite needs an exclusive lock, and this way to the disk has no locks.
        return _connect(
            uri_of(path, **params, vfs="unix-none"), any_thread, "PRAGMA locking_mode = EXCLUSIVE"
        )
    return _connect(uri_of(path, **params), any_thread)


def connect_to_write(path: Path, *, any_thread: bool = False) -> sqlite3.Connection:
    """Open a connection that writes: every commit is on the disk before it is acknowledged."""
    conn = _connect(uri_of(path, mode="rw"), any_thread)
    try:
        conn.execute(f"PRAGMA journal_mode = {'DELETE' if on_network_drive(path) else 'WAL'}")
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute("PRAGMA foreign_keys = ON")
        # What is deleted is overwritten, always: a later removal of a letter finds no old copies (costs
        # nothing that could be measured).
        conn.execute("PRAGMA secure_delete = ON")
    except BaseException:
        conn.close()
        raise
    return conn


def _connect(uri: str, any_thread: bool, first: str = "") -> sqlite3.Connection:
    conn = sqlite3.connect(
        uri, uri=True, isolation_level=None, timeout=BUSY_TIMEOUT, check_same_thread=not any_thread
    )
    try:
        conn.execute(first).fetchall()
        conn.execute("PRAGMA trusted_schema = OFF")
        conn.execute("PRAGMA cell_size_check = ON")
        conn.execute(_CACHE)
    except BaseException:
        conn.close()
        raise
    return conn


def empty_log(conn: sqlite3.Connection) -> None:
    """Bring what is in the log into the file, and make the log empty."""
    conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def tidy(path: Path) -> None:
    """Leave one file: a reader that was last leaves an empty log, which a writer takes away."""
    if not any(os.path.exists(f"{path}{suffix}") for suffix in ("-wal", "-shm")):
        return
    try:
        conn = connect_to_write(path)
        try:
            empty_log(conn)
        finally:
            conn.close()
    except (sqlite3.Error, UnicodeDecodeError):
        _log.warning("the log beside the project could not be emptied")


def reclaim(path: Path) -> None:
    """Make a log of one's own of what another user left beside the project; the caller has its lock.

    It holds the same changes, and may be written.
    """
    wal, index = (path.with_name(path.name + suffix) for suffix in ("-wal", "-shm"))
    if index.exists() and not os.access(index, os.W_OK):
        index.unlink()  # SQLite makes it anew of the log
    if wal.exists() and not os.access(wal, os.W_OK):
        with draft_beside(wal, like=path) as draft:
            shutil.copyfile(wal, draft)
            with draft.open("rb+") as file:
                os.fsync(file.fileno())
            os.replace(draft, wal)


def has_wal(path: Path) -> bool:
    """Tell whether changes wait in a write-ahead log beside the file."""
    wal = path.with_name(path.name + "-wal")
    return wal.exists() and wal.stat().st_size > 0


def on_network_drive(path: Path) -> bool:
    """Tell whether the file lies on a network drive, where a write-ahead log corrupts it."""
    if sys.platform == "win32":
        return _on_windows_network_drive(path)
    return mount_type(path).startswith(_NETWORK)


def mount_type(path: Path, mounts: Path = Path("/proc/mounts")) -> str:
    """Return the type of the file system that the path lies on; "" where the system does not say."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    found, kind = "", ""
    real = path.resolve()
    for line in lines:
        _, point, mounted, *_ = [*line.split(" "), "", "", ""]
        point = point.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
        # The deepest mount point above the file; of two on one point, the later hides the earlier.
        if point and len(point) >= len(found) and real.is_relative_to(point):
            found, kind = point, mounted
    return kind


def _on_windows_network_drive(path: Path) -> bool:
    import ctypes

    anchor = path.resolve().anchor
    remote = 4
    windll = getattr(ctypes, "windll", None)
    return anchor.startswith("\\\\") or (
        windll is not None and windll.kernel32.GetDriveTypeW(anchor) == remote
    )
