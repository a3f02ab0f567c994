"""Drafts: what is written beside its place before it gets its name, and finding those of dead programs.

A draft is called `.kanttekening-PID-START-PLACE-NUMBER.part`: a file (a database with what SQLite keeps
beside it) or a folder. Its name tells which process made it, so that the drafts of a dead process can be
removed. Each is also noted in a folder of the user's own, since an export or a copy may be anywhere.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import re
import shutil
import stat
import sys
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from annotator.core.stopping import held

SUFFIXES = ("", "-wal", "-shm", "-journal")
_NAME = re.compile(r"\.kanttekening-(\d+)-(\d+)-([0-9a-f]{8})-\d+\.part")
_OLD_NAME = re.compile(r"\..*\.(?:kant|bak|kantbackup|kantpack)\.(\d+)\.(?:part|new)", re.DOTALL)
_DAY = 24 * 3600.0

_numbers = itertools.count(1)
_mine: set[Path] = set()


@contextmanager
def draft_beside(path: Path, like: Path | None = None) -> Iterator[Path]:
    """Give the name of a draft for a file; whatever has that name in the end is removed.

    With `like` the draft is made, empty, and may be read and written by whom that file may be.
    """
    mark = f"{os.getpid()}-{_start_of(os.getpid())}-{_place()}-{next(_numbers)}"
    draft = path.with_name(f".kanttekening-{mark}.part")
    try:
        _mine.add(draft)
        _note(draft)
        if like is not None:
            make_like(draft, like)
        yield draft
    finally:
        with held():
            _forget(draft)


def make_like(path: Path, like: Path) -> None:
    """Make an empty file that may be read and written by whom another may be."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    os.close(handle)
    take_mode(path, like)


def take_mode(path: Path, like: Path) -> None:
    """Let a file be read and written by whom another may be, a folder be entered by them."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        mode = stat.S_IMODE(like.stat().st_mode) & 0o666
        if path.is_dir():
            mode |= (mode & 0o444) >> 2  # who may read may enter
        if stat.S_IMODE(path.stat().st_mode) != mode:
            path.chmod(mode)


def forget_mine() -> None:
    """Remove the drafts of this process: for its end."""
    for draft in list(_mine):
        _forget(draft)


def sweep(folder: Path) -> list[Path]:
    """Remove the drafts in a folder whose process is no more; return those that could not be removed."""
    left = list[Path]()
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            path = Path(entry.path)
            match = _NAME.match(entry.name)
            if _is_old_draft(path) if match is None else not _is_alive(match, path):
                _remove(path)
                if os.path.lexists(path):
                    left.append(path)
    return left


def sweep_noted() -> list[Path]:
    """Remove the drafts of programs that died, wherever they are; return those that could not be removed."""
    left = list[Path]()
    with contextlib.suppress(OSError, RuntimeError):  # without a home folder nothing was noted
        for note in list(_notes().iterdir()):
            with contextlib.suppress(OSError):
                match = _NAME.fullmatch(note.name)
                said = os.fsdecode(note.read_bytes())
                # A note without a word: its program died before it began with the draft.
                draft = Path(said) if said else note
                if match is None or draft.name != note.name or _is_alive(match, draft):
                    continue
                if said:
                    _remove(draft)
                    if os.path.lexists(draft):
                        left.append(draft)
                        continue
                note.unlink()
    return left


def _forget(draft: Path) -> None:
    _remove(draft)
    with contextlib.suppress(OSError, RuntimeError):
        (_notes() / draft.name).unlink()
    _mine.discard(draft)


def _remove(draft: Path) -> None:
    """Remove a draft; a file that an export had moved out of the way at its end is put back."""
    if draft.is_dir() and not draft.is_symlink():
        _put_back(draft)
        shutil.rmtree(draft, ignore_errors=True)
        return
    for suffix in SUFFIXES:
        with contextlib.suppress(OSError):
            draft.with_name(draft.name + suffix).unlink(missing_ok=True)


def _put_back(workshop: Path) -> None:
    with contextlib.suppress(OSError):
        for kept in list((workshop / "old").iterdir()):
            if not os.path.lexists(target := workshop.parent / kept.name):
                os.replace(kept, target)


def _is_old_draft(path: Path) -> bool:
    """Tell whether a file is a draft of an older version whose process is no more."""
    if path.name.startswith(".kanttekening-export-"):
        return path.is_dir() and time.time() - path.lstat().st_mtime > _DAY
    match = _OLD_NAME.fullmatch(path.name)
    return match is not None and not is_running(int(match[1]))


def _is_alive(match: re.Match[str], path: Path) -> bool:
    pid, start, place = int(match[1]), match[2], match[3]
    if place != _place():  # of another computer: whether it still runs cannot be told here
        try:
            return time.time() - path.lstat().st_mtime < _DAY
        except OSError:
            return False
    if pid == os.getpid() and start == _start_of(pid):
        return True
    return is_running(pid) and _start_of(pid) == start


def is_running(pid: int) -> bool:
    """Tell whether a process of this computer runs."""
    if os.name != "posix":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _start_of(pid: int) -> str:
    """Return when a process began, in the system's own count; "0" where it does not say."""
    try:
        with open(f"/proc/{pid}/stat", "rb") as file:
            said = file.read()
    except OSError:
        return "0"
    return said.rpartition(b")")[2].split()[19].decode()


@cache
def _place() -> str:
    """Return a mark of this computer, or of the container that the process runs in."""
    host = os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")
    with contextlib.suppress(OSError):
        host += os.readlink("/proc/self/ns/pid")
    return f"{zlib.crc32(host.encode('utf-8', 'replace')):08x}"


def _notes() -> Path:
    """Return the folder of this user that says where drafts are."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home())
    else:
        given = os.environ.get("XDG_STATE_HOME", "")
        base = Path(given) if os.path.isabs(given) else Path.home() / ".local" / "state"
    return base / "kanttekening" / "drafts"


def _note(draft: Path) -> None:
    with contextlib.suppress(OSError, RuntimeError):  # without a home folder a draft is found by its name
        _notes().mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(_notes() / draft.name, "wb") as file:
            file.write(os.fsencode(draft.absolute()))
