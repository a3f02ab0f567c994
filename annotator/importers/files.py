"""Reading files, whatever lies there: folders, pipes, links in a circle, files without rights."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.parcels import parts_of
from annotator.core.printable import printable
from annotator.core.project_files import require_closed
from annotator.core.user_errors import UserError
from annotator.importers.disguises import disguise
from annotator.importers.interface import ImportedLetter, Importer, Source

_MEGABYTE = 1_000_000


def read_file(path: Path, importers: tuple[Importer, ...]) -> ImportedLetter:
    """Read one file as a letter with the importer that knows it. Raises `UserError`."""
    source = read_source(path, importers)
    return source.importer.read(source.shown, source.name, source.data)


def read_source(path: Path, importers: tuple[Importer, ...]) -> Source:
    """Read a file's bytes, and find the importer that knows it. Raises `UserError`."""
    shown = printable(str(path))
    data = read_bytes(path, max(importer.limit for importer in importers))
    parts = parts_of(data)
    found = importer_of_parts(parts, importers) if parts else None
    importer = found or _importer_for(path, shown, data, importers)
    if len(data) > importer.limit:
        raise too_large(shown, len(data), importer.limit)
    return Source(shown, printable(path.name), data, importer)


def read_bytes(path: Path, limit: int) -> bytes:
    """Read a file of at most so many bytes. Raises `UserError`."""
    shown = printable(str(path))
    return _read_at_most(path, shown, _size_of_regular_file(path, shown), limit)


def importer_of_parts(parts: Mapping[str, bytes], importers: Iterable[Importer]) -> Importer | None:
    """Return the importer of a parcel: the one that knows all of its files, else one that knows any."""
    able = [importer for importer in importers if importer.together is not None or importer.are_pages]
    for enough in (all, any):
        for importer in able:
            if enough(importer.sniff(data) for data in parts.values()):
                return importer
    return None


def _size_of_regular_file(path: Path, shown: str) -> int:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            os.listdir(path)
    except (OSError, ValueError) as error:
        raise _unreadable(shown, error) from error
    if stat.S_ISDIR(status.st_mode):
        raise UserError(_message(IS_A_FOLDER, shown))
    _require_regular(status, shown)
    if status.st_size == 0:
        raise UserError(_message(IS_EMPTY, shown))
    return status.st_size


def _require_regular(status: os.stat_result, shown: str) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise UserError(_message(NOT_A_FILE, shown))


def _open_without_waiting(path: Path) -> int:
    # A pipe may have come in the file's place since it was looked at: opening one waits for its writer.
    return os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))


def _read_at_most(path: Path, shown: str, size: int, limit: int) -> bytes:
    require_closed(path)
    if size > limit:
        raise too_large(shown, size, limit)
    try:
        with os.fdopen(_open_without_waiting(path), "rb") as file:
            _require_regular(os.fstat(file.fileno()), shown)
            data = file.read(limit + 1)  # it may grow while it is read
    except OSError as error:
        raise _unreadable(shown, error) from error
    if not data:
        raise UserError(_message(IS_EMPTY, shown))
    return data


def _importer_for(path: Path, shown: str, data: bytes, importers: tuple[Importer, ...]) -> Importer:
    suffix = path.suffix.lower()
    by_suffix = sorted(importers, key=lambda importer: suffix not in importer.suffixes)
    found = next((importer for importer in by_suffix if importer.sniff(data)), None)
    if found is not None:
        return found
    raise UserError(disguise(data, shown) or _message(NOT_TEXT, shown))


def _message(text: str, shown: str) -> Message:
    return Message("Import", text, {"name": shown})


def too_large(shown: str, size: int, limit: int) -> UserError:
    """Return what says that a file is too large for a letter; bytes."""
    # Rounded up, so that a file one byte over the limit is not said to be as large as the limit.
    params = {"name": shown, "size": -(-size // _MEGABYTE), "limit": limit // _MEGABYTE}
    return UserError(Message("Import", TOO_LARGE, params))


def _unreadable(shown: str, error: OSError | ValueError) -> UserError:
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return UserError(_message(NOT_THERE, shown))
    if isinstance(error, PermissionError):
        return UserError(_message(NO_RIGHTS, shown))
    if error.errno == errno.ELOOP:
        return UserError(_message(LINKS_IN_A_CIRCLE, shown))
    return UserError(
        Message("Import", CANNOT_BE_READ, {"name": shown, "reason": error.strerror or str(error)})
    )


NOT_THERE = QT_TRANSLATE_NOOP("Import", "{name} does not exist: check the name and the folder.")
IS_A_FOLDER = QT_TRANSLATE_NOOP("Import", "{name} is a folder, not a file: choose the files in it.")
NOT_A_FILE = QT_TRANSLATE_NOOP("Import", "{name} is a device or a pipe, not a file: choose a file.")
NO_RIGHTS = QT_TRANSLATE_NOOP(
    "Import", "You have no right to read {name}: ask its owner, or choose a copy that you may read."
)
LINKS_IN_A_CIRCLE = QT_TRANSLATE_NOOP(
    "Import", "{name} is a link that leads back to itself: choose the file that it should point to."
)
CANNOT_BE_READ = QT_TRANSLATE_NOOP(
    "Import", "{name} could not be read ({reason}): try again, or choose a copy."
)
IS_EMPTY = QT_TRANSLATE_NOOP("Import", "{name} is empty: there is nothing to import.")
TOO_LARGE = QT_TRANSLATE_NOOP(
    "Import",
    "{name} is {size:,} MB, and a letter may be at most {limit:,} MB: split it, or choose another file.",
)
NOT_TEXT = QT_TRANSLATE_NOOP("Import", "{name} does not hold readable text: choose a plain text file.")
