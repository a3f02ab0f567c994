"""Watching the write-ahead log: is it still the file in the folder that SQLite writes to?

When another program removes or cuts the log of an open project, the changes that only the log had are lost,
and SQLite goes on writing to a file without a name. So the writer looks before it says "saved".
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
from pathlib import Path

from annotator.core.drafts import draft_beside
from annotator.storage.naming import sync_folder
from annotator.storage.troubles import identity_of

_PIECE = 1 << 20  # bytes
_FRAME_HEAD = 24  # bytes of a frame's head

# Which log the writer of this process has, by the project: its readers must not have another one.
_written: dict[Path, tuple[int, int] | None] = {}


class LogWatch:
    """The log that a writing connection has just opened, and what its project's file looked like.

    It holds the log open, so that what is in it can be read when its name is gone. (SQLite has no locks on
    that file: unlike the project's it may be opened and closed.)
    """

    def __init__(self, path: Path, page_size: int) -> None:
        self._path = path
        self._frame = _FRAME_HEAD + page_size
        self.name = path.with_name(f"{path.name}-wal")
        try:
            self._handle = os.open(self.name, os.O_RDONLY)
        except OSError:  # it was removed this moment
            self._handle = -1
        self._put_back: tuple[int, int] | None = None
        self.note()
        _written[path] = self._identity()

    def close(self) -> None:
        """Let the log go."""
        _written.pop(self._path, None)
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def note(self) -> None:
        """Remember how large the log is, and how the file looks: all of this was written by us."""
        self._size = self._current_size()
        self._last = self._last_frame()
        self._file = _look_of(self._path)

    @property
    def size(self) -> int:
        """How large the log was when it was last looked at, in bytes."""
        return self._size

    def is_in_place(self) -> bool:
        """Tell whether the name leads to the log, and neither it nor the project's file was cut."""
        there = self._handle >= 0 and identity_of(self.name) == self._identity()
        return there and not self.is_cut() and not self.file_is_cut()

    def is_cut(self) -> bool:
        """Tell whether the log is shorter than it was, or has a hole since it was written to behind that."""
        if self._current_size() < self._size:
            return True
        # A hole reads as zeros. Another frame there is no fault: the log began anew, or what a program that
        # was killed had not finished is written over.
        last = self._last_frame()
        same = (now == was for now, was in zip(last, self._last, strict=False))
        kept = next((at for at, is_same in enumerate(same) if not is_same), len(last))
        return last != self._last and not any(last[kept:])

    def _last_frame(self) -> bytes:
        """Return what stands where the last frame stood (https://www.sqlite.org/walformat.html)."""
        if self._handle < 0 or self._size < self._frame:
            return b""
        return os.pread(self._handle, self._frame, self._size - self._frame)

    def is_anothers(self) -> bool:
        """Tell whether another log that is not empty has the name, and is not our copy."""
        with contextlib.suppress(FileNotFoundError):
            known = (self._identity(), self._put_back)
            return identity_of(self.name) not in known and self.name.stat().st_size > 0
        return False

    def file_was_changed(self) -> bool:
        """Tell whether another program wrote to the project's file."""
        return _look_of(self._path) != self._file

    def file_is_cut(self) -> bool:
        """Tell whether the project's file is shorter than we left it: others make it so by accident only."""
        now, left = _look_of(self._path), self._file
        return now is not None and left is not None and now[0] == left[0] and now[1] < left[1]

    def put_back(self) -> None:
        """Write the log under its name again, so that whatever happens now it is found there."""
        with draft_beside(self.name, like=self._path) as draft:
            with draft.open("wb") as file:
                at = 0
                while piece := os.pread(self._handle, _PIECE, at):
                    file.write(piece)
                    at += len(piece)
                file.flush()
                os.fsync(file.fileno())
            os.replace(draft, self.name)
            sync_folder(self.name.parent)
            self._put_back = identity_of(self.name)

    def _identity(self) -> tuple[int, int] | None:
        if self._handle < 0:
            return None
        found = os.fstat(self._handle)
        return found.st_dev, found.st_ino

    def _current_size(self) -> int:
        return os.fstat(self._handle).st_size if self._handle >= 0 else 0


def watch_log(conn: sqlite3.Connection, path: Path) -> LogWatch | None:
    """Watch the log that a writing connection has just opened; None where there is none to lose."""
    has_log = conn.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    # Where open files cannot be removed, our handle would keep SQLite from removing it, too.
    if not has_log or sys.platform == "win32":
        return None
    return LogWatch(path, int(conn.execute("PRAGMA page_size").fetchone()[0]))


def log_of(path: Path) -> tuple[int, int] | None:
    """Return which log a project has: the one of this process's writer, or else the one in the folder."""
    return _written[path] if path in _written else identity_of(path.with_name(f"{path.name}-wal"))


def _look_of(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns
