"""What lies in folders that are to be imported: letters, files of other kinds, links that lead out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from annotator.core.natural_order import natural
from annotator.importers.grouping import GUESS, grouped
from annotator.importers.interface import FileGroup, Importer, Item

_HEAD = 131_072  # bytes
_HIDDEN = (".", "~$")  # the second is how Word names what it keeps beside an open file
_Identity = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: files to import, and groups of files that are one letter; in folders what was left
    alone.

    `others` are files of kinds that are not imported, `outside` links that lead out of the folder that was
    named: following them might walk the whole machine.
    """

    items: list[Item] = field(default_factory=list)
    others: list[Path] = field(default_factory=list)
    outside: list[Path] = field(default_factory=list)

    @property
    def files(self) -> list[Path]:
        """The files that are letters by themselves."""
        return [item for item in self.items if isinstance(item, Path)]

    @property
    def groups(self) -> list[FileGroup]:
        """The groups of files that are one letter."""
        return [item for item in self.items if isinstance(item, FileGroup)]


def find(paths: Iterable[Path], importers: Sequence[Importer], pages: str = GUESS) -> Found:
    """Find the named files, and those of a kind that is imported in the named folders, in sorted order.

    Each folder is looked through once. A named path may be a link. `pages` says what becomes of files whose
    names differ by a number (`grouping.PAGES`).
    """
    found = Found()
    seen: set[_Identity] = set()
    files: list[Path] = []
    for path in paths:
        if _is_folder(path):
            _look_through(path, importers, seen, found, files)
        else:
            files.append(path)
    found.items.extend(grouped(files, importers, pages))
    taken = {path for group in found.groups for _, path in group.files}
    found.others[:] = [path for path in found.others if path not in taken]
    return found


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _look_through(
    root: Path, importers: Sequence[Importer], seen: set[_Identity], found: Found, files: list[Path]
) -> None:
    suffixes = tuple(suffix for importer in importers for suffix in importer.suffixes)
    inside = os.path.join(os.path.realpath(root), "")
    # A stack rather than recursion: folders may be nested deeper than Python's stack allows.
    stack = [root]
    while stack:
        path = stack.pop()
        is_folder = _is_folder(path)
        if path is not root and _leads_out(path, inside):
            if is_folder or path.suffix.lower() in suffixes:
                found.outside.append(path)
        elif is_folder:
            children = _children(path, seen)
            if children is None:
                files.append(path)  # reading it says what is wrong with it
            else:
                stack.extend(children)
        elif path.suffix.lower() in suffixes and _may_be_known(path, importers):
            files.append(path)
        else:
            found.others.append(path)


def _may_be_known(path: Path, importers: Sequence[Importer]) -> bool:
    """Tell whether one of the importers reads a file, by its name, else by its beginning."""
    able = [importer for importer in importers if path.suffix.lower() in importer.suffixes]
    if not all(importer.shares_suffixes for importer in able) or not path.is_file():
        return True
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return True  # reading it says what is wrong with it
    return not head or any(importer.sniff(head) for importer in able)


def _leads_out(path: Path, inside: str) -> bool:
    """Tell whether a path is a link to something outside a folder."""
    return path.is_symlink() and not os.path.join(os.path.realpath(path), "").startswith(inside)


def _children(folder: Path, seen: set[_Identity]) -> Iterable[Path] | None:
    """Return what lies in a folder, the last first; none when seen before, None when not readable."""
    try:
        status = folder.stat()
        names = os.listdir(folder)
    except OSError:
        return None
    identity = (status.st_dev, status.st_ino)
    if identity in seen:
        return ()
    seen.add(identity)
    return _visible(folder, names)


def _visible(folder: Path, names: list[str]) -> Iterator[Path]:
    return (
        folder / name for name in sorted(names, key=natural, reverse=True) if not name.startswith(_HIDDEN)
    )
