"""Writing one file, whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

from annotator.core.drafts import draft_beside
from annotator.core.project_files import require_no_project


def write_whole(path: Path, content: bytes) -> None:
    """Write a file in the place of what is there: the new content whole, or the old one as it was.

    It is written beside its place, brought to the disk and renamed. What is replaced keeps its mode; a new
    file gets the mode that new files have here. A link is followed: what it leads to is replaced. Raises
    OSError, also where something other than a file is in the way or the file there may not be written, and
    Problem where a project is there.
    """
    target = path.resolve()
    require_no_project(target)
    mode = _mode_of(target)
    with draft_beside(target) as beside:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            os.chmod(beside, mode)
        os.replace(beside, target)
    sync_folder(target.parent)


def _mode_of(target: Path) -> int | None:
    """Return the mode of the file that is to be replaced, None where there is none."""
    try:
        found = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(found):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    if not stat.S_ISREG(found):  # a device or a pipe: a rename would take it away
        raise OSError(errno.EINVAL, "it is no ordinary file", str(target))
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    return stat.S_IMODE(found)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system can."""
    if os.name == "nt":  # folders cannot be opened there
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def place_of(descriptor: int) -> Path | None:
    """Return where an open file or folder is now, whatever it was called when it was opened; None where the
    system does not tell."""
    try:
        if sys.platform == "darwin":
            import fcntl

            return Path(os.fsdecode(fcntl.fcntl(descriptor, fcntl.F_GETPATH, bytes(1024)).rstrip(b"\0")))
        return Path(os.readlink(f"/proc/self/fd/{descriptor}"))
    except (OSError, ImportError):
        return None
