"""What an importer is, and what it makes of a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from annotator.core.messages import Message
from annotator.core.page_layout import Furniture, LineStyle, PageLayout
from annotator.core.user_errors import UserError


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
    """A file's bytes, the name to use in messages, the source's name, and the importer that knows it."""

    shown: str
    name: str
    data: bytes
    importer: Importer


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
    """

    name: Message
    suffixes: tuple[str, ...]
    limit: int
    sniff: Callable[[bytes], bool]
    read: Callable[[str, str, bytes], ImportedLetter]
    job: Callable[..., ImportedLetter] | None = None
    attempt: str = ""
    again: Mapping[str, str] = field(default_factory=dict)
