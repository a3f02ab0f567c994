"""What a bulk run reads: files and folders here, and what lies at an address."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.importers import FileGroup, Item, Source, find, read_source, suffixes

NEEDS = QT_TRANSLATE_NOOP(
    "Bulk",
    "This needs the package {package}, which is not installed here: install kanttekening[cluster].",
)
NOT_REACHED = QT_TRANSLATE_NOOP(
    "Bulk", "{name} could not be reached ({reason}): check the address and your rights, then try again."
)


@dataclass(frozen=True, slots=True)
class Remote:
    """A file at an address that fsspec knows how to reach (`s3://…`, `https://…`)."""

    address: str

    @property
    def name(self) -> str:
        """The file's name."""
        return PurePosixPath(unquote(urlsplit(self.address).path)).name or "letter"


Letters = Item | Remote


def is_address(place: str) -> bool:
    """Tell whether a place is an address and not a file or folder here."""
    return "://" in place


def find_letters(places: Iterable[str]) -> list[Letters]:
    """Return what makes a letter each in files, folders and listings at addresses, in sorted order.

    Raises `UserError` where an address cannot be reached; what is wrong with a file is found when it is read.
    """
    here, found = list[Path](), list[Letters]()
    for place in places:
        if is_address(place):
            found += _listed(place)
        else:
            here.append(Path(place).absolute())
    found += find(here).items
    return sorted(dict.fromkeys(found), key=where)


def where(item: Letters) -> str:
    """Return where a letter comes from: a path or an address."""
    return item.address if isinstance(item, Remote) else str(_path(item))


def _path(item: Item) -> Path:
    return item.path if isinstance(item, FileGroup) else item


def _listed(address: str) -> list[Letters]:
    fsspec, known = _fsspec(), suffixes()
    system, path = _reached(address, lambda: fsspec.core.url_to_fs(address))
    if path.lower().endswith(known):
        return [Remote(address)]
    names = _reached(address, lambda: system.find(path))
    return [Remote(system.unstrip_protocol(name)) for name in names if name.lower().endswith(known)]


def _fsspec() -> Any:
    try:
        import fsspec  # an extra
    except ImportError as error:
        raise UserError(Message("Bulk", NEEDS, {"package": "fsspec"})) from error
    return fsspec


def _reached(address: str, job: Callable[[], Any]) -> Any:
    try:
        return job()
    except ImportError as error:  # of the package for this kind of address
        raise UserError(Message("Bulk", NEEDS, {"package": str(error.name or error)})) from error
    except Exception as error:  # each kind of address raises what its package likes
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise UserError(Message("Bulk", NOT_REACHED, {"name": address, "reason": reason})) from error


@contextmanager
def at_hand(item: Letters) -> Iterator[Item]:
    """Give a letter's files on this machine, for as long as they are read. Raises `UserError`."""
    if not isinstance(item, Remote):
        yield item
        return
    with tempfile.TemporaryDirectory(prefix="kanttekening-") as folder:
        path = Path(folder, item.name)
        fsspec = _fsspec()

        def fetched() -> None:
            with fsspec.open(item.address, "rb") as file, path.open("xb") as here:
                shutil.copyfileobj(file, here)

        _reached(item.address, fetched)
        yield path


def source_of(item: Letters) -> Source:
    """Return the bytes of a letter, and who can read them. Raises `UserError`."""
    with at_hand(item) as files:
        return read_source(files)
