"""What an exporter is, and what it gets and makes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from annotator.core.codebook import Codebook
from annotator.core.document import Letter
from annotator.core.messages import Message


@dataclass(frozen=True, slots=True)
class ExportLetter:
    """A letter with what the project file knows of it; times are ISO 8601, UTC.

    The proposals that wait in it are among its rows, in the state `proposed`.
    """

    id: int
    uid: str
    letter: Letter
    source_name: str
    source_sha256: str
    created_at: str
    updated_at: str


class Piece(NamedTuple):
    """The next piece of one of the files: its bytes.

    `name` is the file's, relative to the folder of the export, with `/` where it lies in a folder in that;
    "" where the export is one file.
    """

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: its id, its name on screen, and the function that turns letters into pieces of files.

    `pieces` takes each letter once and keeps none, so that a project of any size fits in memory. The pieces
    of one file come in order, those of several files may alternate. It need not know of progress, cancelling
    and what is on the disk: that is seen to between the letters and the pieces that it takes and gives.
    `suffix` (in lower case, with its dot) is of a format that puts all letters in one file; without it the
    files go to a folder.
    """

    id: str
    name: Message
    pieces: Callable[[Iterable[ExportLetter], Codebook], Iterator[Piece]]
    suffix: str = ""
