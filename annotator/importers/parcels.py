"""Reading several files as one source: all of them, or none."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.parcels import MOST_PARTS, TOO_MANY, pack, parts_of
from annotator.core.printable import printable
from annotator.core.user_errors import UserError
from annotator.importers.files import importer_of_parts, read_bytes, too_large
from annotator.importers.interface import FileGroup, Importer, Source

__all__ = ["pack", "parts_of", "read_group"]

ONE_CANNOT = QT_TRANSLATE_NOOP(
    "Import",
    "{name} was left out with all its files ({count:,}), because one of them cannot be read. {problem}",
)
SAME_NAME = QT_TRANSLATE_NOOP(
    "Import", "{name} has two files that would both be called {part}: give one of them another name."
)
UNKNOWN_FILES = QT_TRANSLATE_NOOP(
    "Import", "The files of {name} do not make a letter together: choose others."
)


def read_group(group: FileGroup, importers: tuple[Importer, ...]) -> Source:
    """Read the files of a group into a parcel, and find the importer that knows it. Raises `UserError`."""
    shown = printable(str(group.path))
    limit = max(importer.limit for importer in importers)
    parts: dict[str, bytes] = {}
    size = 0
    if len(group.files) > MOST_PARTS:
        raise UserError(Message("Import", TOO_MANY, {"count": len(group.files), "limit": MOST_PARTS}))
    for name, path in group.files:
        if name in parts:
            raise UserError(Message("Import", SAME_NAME, {"name": shown, "part": name}))
        try:
            parts[name] = read_bytes(path, limit)
        except UserError as problem:
            params = {"name": shown, "count": len(group.files), "problem": problem.message}
            raise UserError(Message("Import", ONE_CANNOT, params)) from problem
        size += len(parts[name])
        if size > limit:
            raise too_large(shown, size, limit)
    importer = importer_of_parts(parts, importers)
    if importer is None:
        raise UserError(Message("Import", UNKNOWN_FILES, {"name": shown}))
    if size > importer.limit:
        raise too_large(shown, size, importer.limit)
    return Source(shown, group.name, pack(parts), importer)
