"""What an importer is, and what it makes of a file, or of several files that are one letter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from annotator.core.messages import Message
from annotator.core.page_layout import Furniture, LineStyle, PageLayout
from annotator.core.user_errors import UserError
from annotator.importers.layout.words import RawPage

Report = Callable[..., None]  # report(done, total), and how many seconds the next step may take
Recognised = tuple[RawPage, tuple[str, ...]]  # a page as recognised, and the codes of what was noticed


class PageImage(NamedTuple):
    """A page of a source of which there is a picture: its number (from 0), what draws it, its size in points.

    `draw` returns an image of Pillow.
    """

    number: int
    draw: Callable[[], Any]
    width: float
    height: float


class Recognises(Protocol):
    """What recognises the text of pages."""

    def wants(self, number: int, has_text: bool) -> bool:
        """Tell whether a page (from 0) is recognised, which has text already or none."""

    def read(self, pages: Sequence[PageImage], sha256: str, report: Report) -> list[Recognised]:
        """Return the pages of the source with this SHA-256 as recognised, those that nobody wants empty.

        Raises `UserError`.
        """


class Locked(UserError):
    """A password keeps the source shut: none was given, or none that opens it."""


@dataclass(frozen=True, slots=True)
class ImportedLetter:
    """A letter as read from its source: the bytes as they were, and the text after import's normalisation.

    `page_starts` are offsets into `text` in code points, the first 0. `warnings` say what an analyst should
    look at although the file could be read. `layouts` and `furniture` are of sources that have pages; `lines`
    say how lines are set, in order, where the source tells.
    """

    title: str
    source_name: str
    sha256: str
    data: bytes
    text: str
    page_starts: tuple[int, ...]
    warnings: tuple[Message, ...] = ()
    layouts: tuple[PageLayout, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    lines: tuple[LineStyle, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A source's bytes, the name to use in messages, the source's name, and the importer that knows it."""

    shown: str
    name: str
    data: bytes
    importer: Importer


class Folder(Protocol):
    """The folder in which files lie that may belong together. It leads nowhere else."""

    def names(self) -> Sequence[str]:
        """Return the names of the files in it, in order, without hidden ones."""

    def has(self, name: str) -> bool:
        """Tell whether there is such a file in it; `name` may have folders (`page/1.xml`). False for all that
        leads out of the folder: `..`, absolute names, links."""

    def read(self, name: str, most: int) -> bytes | None:
        """Return at most so many bytes from the start of such a file; None where it cannot be read."""


@dataclass(frozen=True, slots=True)
class Together:
    """Files of a folder that belong together, the one that they are called by first.

    `is_whole`: they are a letter, and no more files belong to it whatever those are called.
    """

    names: tuple[str, ...]
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class FileGroup:
    """Several files that are one letter: their source is a parcel of them (`core.parcels`).

    `path` is what it is called in messages; `name` what the source is called; `files` are the names in the
    parcel with the files. `is_numbered`: the numbers in their names alone tell that they belong together;
    `is_guess`: and nobody said so.
    """

    path: Path
    name: str
    files: tuple[tuple[str, Path], ...]
    is_numbered: bool = False
    is_guess: bool = False


Item = Path | FileGroup


@dataclass(frozen=True, slots=True)
class Importer:
    """A kind of source: how to tell it, how large it may be (bytes), and how to read it.

    `sniff` looks at a file's bytes; `read` gets the name to use in messages, the source's name and the bytes,
    and raises `UserError` where they make no letter. Suffixes are in lower case, with their dot.
    Where a file may do harm, hang, or take more than a moment or much memory, `job` reads it in a worker
    process, which a cancel ends: it is called with the name to use in messages, the source's name, the bytes,
    the passwords to try and the `attempt` it is, and `report(done, total)` for each page; its letter comes
    without the bytes. It raises `Locked` where it needs a password. An attempt that hangs
    ("timeout"), kills its process ("crash") or fails ("error") is followed by one other, which `again` tells.

    Several files may be one letter. `together` is asked, for the files that were found in a folder, which of
    them belong together, or belong to others there; what it does not name stands alone. With `are_pages`
    files (and those that belong to them) that differ by the number at the end of their names may be pages of
    one letter. In both cases `read` and `job` get the bytes of a parcel: `core.parcels.parts_of` gives the
    files.

    With `shares_suffixes` files of other kinds are called so too: those that `sniff` does not know by their
    beginning are left alone in folders.

    A `job` that `recognises` is called with one keyword more, `recognising`: what recognises pages that are
    pictures (`Recognises`), or None.
    """

    name: Message
    suffixes: tuple[str, ...]
    limit: int
    sniff: Callable[[bytes], bool]
    read: Callable[[str, str, bytes], ImportedLetter]
    job: Callable[..., ImportedLetter] | None = None
    attempt: str = ""
    again: Mapping[str, str] = field(default_factory=dict)
    together: Callable[[Folder, Sequence[str]], Iterable[Together]] | None = None
    are_pages: bool = False
    shares_suffixes: bool = False
    recognises: bool = False
