"""Which files are one letter: those an importer knows to belong together, or whose names are numbered."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from annotator.core.natural_order import natural
from annotator.core.printable import printable
from annotator.importers.interface import FileGroup, Importer, Item

# What becomes of pages whose names differ by the number at their end: they are one letter where the numbers
# run without a gap from 0 or 1; or each is a letter; or all of one name are a letter.
GUESS, EACH, BY_NAME = "", "each", "name"
PAGES = (GUESS, EACH, BY_NAME)

_NUMBERED = re.compile(
    r"(?P<name>.*?)(?:[\s._-]+(?:p|pag|page|pagina|blz|bladzijde))?[\s._-]*\(?(?P<number>[0-9]{1,6})\)?",
    re.IGNORECASE | re.DOTALL,
)
_NOT_IN_A_PARCEL = re.compile(r"[\\:*?\"<>|]")


class _Unit(NamedTuple):
    """Files that belong together, the one that they are called by first."""

    files: tuple[Path, ...]
    importer: Importer | None
    is_whole: bool = False


def grouped(files: Sequence[Path], importers: Sequence[Importer], pages: str = GUESS) -> list[Item]:
    """Return the files as letters, in their order: a group stands where its first file stood."""
    rows: dict[Path, list[Path]] = defaultdict(list)
    for path in files:
        rows[path.parent].append(path)
    units: list[_Unit] = []
    taken: set[Path] = set()
    # A file that lists those of the folders in it is asked before these are.
    for parent in sorted(rows, key=lambda parent: len(parent.parts)):
        units += _units(parent, dict.fromkeys(rows[parent]), importers, taken)
    groups = {path: group for group in _groups(units, pages) for _, path in group.files}
    items: list[Item] = []
    told: set[int] = set()
    for path in files:
        group = groups.get(path)
        if group is None:
            items.append(path)
        elif id(group) not in told:
            told.add(id(group))
            items.append(group)
    return items


def _units(
    parent: Path, files: dict[Path, None], importers: Sequence[Importer], taken: set[Path]
) -> Iterator[_Unit]:
    """Yield the files of a folder with those that belong to them."""
    folder = FilesBeside(parent)
    for importer in importers:
        if importer.together is None:
            continue
        names = [path.name for path in files if path not in taken and _is_for(importer, path)]
        for together in importer.together(folder, names) if names else ():
            # A link that was named is followed; one that is only found beside it must not lead out.
            inside = [name for name in together.names if name in names or folder.has(name)]
            found = tuple(dict.fromkeys(parent / name for name in inside))
            if found and taken.isdisjoint(found):
                taken.update(found)
                yield _Unit(found, importer, together.is_whole)
    for path in files:
        if path not in taken:
            yield _Unit((path,), next((one for one in importers if _is_for(one, path)), None))


def _is_for(importer: Importer, path: Path) -> bool:
    return path.suffix.lower() in importer.suffixes


def _groups(units: Sequence[_Unit], pages: str) -> Iterator[FileGroup]:
    """Yield the units of several files, those that are pages of one letter put together."""
    rows: dict[tuple[object, ...], list[tuple[int, _Unit]]] = defaultdict(list)
    for unit in units:
        numbered = _NUMBERED.fullmatch(unit.files[0].stem)
        can_be_page = unit.importer is not None and unit.importer.are_pages and not unit.is_whole
        if pages != EACH and can_be_page and numbered:
            main = unit.files[0]
            key = (main.parent, numbered["name"].casefold(), main.suffix.lower(), id(unit.importer))
            rows[key].append((int(numbered["number"]), unit))
        elif len(unit.files) > 1:
            yield _group(unit.files[0], unit.files[0].stem, unit.files)
    for row in rows.values():
        numbers = sorted(number for number, _ in row)
        is_run = numbers[0] in (0, 1) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        if len(row) > 1 and (is_run or pages == BY_NAME):
            yield _pages_of_one(row, is_guess=pages == GUESS)
        else:
            for _, unit in row:
                if len(unit.files) > 1:
                    yield _group(unit.files[0], unit.files[0].stem, unit.files)


def _pages_of_one(row: Sequence[tuple[int, _Unit]], *, is_guess: bool) -> FileGroup:
    files = [path for _, unit in row for path in unit.files]
    main = files[0]
    numbered = _NUMBERED.fullmatch(main.stem)
    name = numbered["name"] if numbered else ""
    name = name or main.parent.name
    return replace(_group(main.parent / name, name, files), is_numbered=True, is_guess=is_guess)


def _group(path: Path, name: str, files: Sequence[Path]) -> FileGroup:
    # Folders that lie in each other: files of a group are at or below that of the first of them.
    parent = files[0].parent
    named = ((_name_in_parcel(file.relative_to(parent)), file) for file in files)
    return FileGroup(path, f"{printable(name)}.zip", tuple(named))


def _name_in_parcel(path: Path) -> str:
    return _NOT_IN_A_PARCEL.sub("_", printable(path.as_posix()))


class FilesBeside:
    """The files in a folder and in those below it, for importers. Links that lead out are no files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._inside = os.path.join(os.path.realpath(folder), "")
        self._names: list[str] | None = None

    def names(self) -> Sequence[str]:
        """Return the names of the files in the folder itself, in order, without hidden ones."""
        if self._names is None:
            self._names = sorted(_listed(self._folder), key=natural)
        return self._names

    def has(self, name: str) -> bool:
        """Tell whether there is such a file; False for all that leads out of the folder."""
        steps = name.split("/")
        if not name or "\0" in name or any(step in ("", ".", "..") for step in steps) or os.path.isabs(name):
            return False
        path = self._folder / name
        try:
            return path.is_file() and os.path.realpath(path).startswith(self._inside)
        except (OSError, ValueError):
            return False

    def read(self, name: str, most: int) -> bytes | None:
        """Return at most so many bytes from the start of a file; None where it cannot be read."""
        if not self.has(name):
            return None
        try:
            with (self._folder / name).open("rb") as file:
                return file.read(most)
        except OSError:
            return None


def _listed(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as found:
            return [entry.name for entry in found if not entry.name.startswith(".") and entry.is_file()]
    except OSError:
        return []
