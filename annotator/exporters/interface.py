"""What an exporter is, and what it gets and makes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from annotator.core.codebook import Codebook
from annotator.core.commitments import CommitmentParts
from annotator.core.document import Letter
from annotator.core.messages import Message
from annotator.core.page_layout import LineStyle, PageLayout, WordReading


def _no_bytes() -> bytes:
    return b""


def _no_layouts() -> Sequence[PageLayout]:
    return ()


def _no_styles() -> Sequence[LineStyle]:
    return ()


def _no_readings() -> Mapping[int, Sequence[WordReading]]:
    return {}


class Burning(NamedTuple):
    """What may be shown of the pages of a letter in which words are hidden.

    `source` has the pages, of which `black` says by their numbers what must be burnt black: boxes in points
    from the top left, left, top, right, bottom. `layouts` are the pages with the words that remain, in code
    points of the OCR text as it is without the hidden ones.
    """

    source: Callable[[], bytes]
    layouts: Sequence[PageLayout]
    black: Mapping[int, Sequence[tuple[float, float, float, float]]]


def _no_burning() -> Burning | None:
    return None


class Suspicion(NamedTuple):
    """A place of the text that the program doubts, in code points: of which kind, why (a code), and what it
    may say instead, the likeliest first, each with how sure that is (from 0 to 1)."""

    start: int
    end: int
    text: str
    kind: str
    reason: str
    suggestions: tuple[tuple[str, float], ...] = ()


def _no_suspects() -> Sequence[Suspicion] | None:
    return None


@dataclass(frozen=True, slots=True)
class ExportLetter:
    """A letter with what the project file knows of it; times are ISO 8601, UTC.

    The proposals that wait in it are among its rows, in the state `proposed`, where they are wanted. What is
    heavy is read when a format asks for it: the bytes of the source, the layouts of its pages (offsets are
    code points of the OCR text), how its lines are set, and how its words were read, by page.
    `is_redacted` tells that words were put in the place of others: what shows or says the old ones, the
    source and the pictures of its pages above all, must not be given out then. `burning` says how its pages
    may be shown all the same; None where a hidden word may stand on them nobody knows where. `suspects` are
    those that are left in the text; None where nobody looked for them.
    `commitments` has the parts of the passages that promise something, by uid.
    """

    id: int
    uid: str
    letter: Letter
    source_name: str
    source_sha256: str
    created_at: str
    updated_at: str
    source: Callable[[], bytes] = _no_bytes
    layouts: Callable[[], Sequence[PageLayout]] = _no_layouts
    line_styles: Callable[[], Sequence[LineStyle]] = _no_styles
    readings: Callable[[], Mapping[int, Sequence[WordReading]]] = _no_readings
    is_redacted: bool = False
    burning: Callable[[], Burning | None] = _no_burning
    suspects: Callable[[], Sequence[Suspicion] | None] = _no_suspects
    commitments: Mapping[str, CommitmentParts] = field(default_factory=dict)


class Choice(NamedTuple):
    """Something that a format lets be chosen: its id, its name, and the options with their names.

    The first option is taken where nothing is chosen.
    """

    id: str
    name: Message
    options: tuple[tuple[str, Message], ...]


def _here(function: Callable[..., Any], *args: Any) -> Any:
    return function(*args)


@dataclass(frozen=True, slots=True)
class ExportContext:
    """What an export is made for: the codebook, the language of what a format says by itself, and choices.

    `language` is "nl" or "en". `chosen` holds options by the ids of a format's `Choice`s. `made_at` is ISO
    8601, UTC; `program` the name and version of this program, for formats that say who made them.
    `run(function, *args)` calls a function of a module on plain data where a hostile picture does no harm.
    """

    codebook: Codebook
    language: str = "nl"
    chosen: Mapping[str, str] = field(default_factory=dict)
    made_at: str = ""
    program: str = "Kanttekening"
    run: Callable[..., Any] = _here

    def choice(self, choice: Choice) -> str:
        """Return the option that was chosen."""
        chosen = self.chosen.get(choice.id)
        known = [option for option, _ in choice.options]
        return chosen if chosen in known else known[0]


class Piece(NamedTuple):
    """The next piece of one of the files: its bytes.

    `name` is the file's, relative to the folder of the export, with `/` where it lies in a folder in that;
    "" where the export is one file.
    """

    name: str
    data: bytes


class Omission(NamedTuple):
    """Something of a letter that a format cannot hold: a sentence without names, and how often."""

    what: Message
    times: int


Pieces = Callable[[Iterable[ExportLetter], ExportContext], Iterator[Piece]]


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: its id, its name on screen, and the function that turns letters into pieces of files.

    `pieces` takes each letter once and keeps none, so that a project of any size fits in memory. The pieces
    of one file come in order, those of several files may alternate. It need not know of progress, cancelling
    and what is on the disk: that is seen to between the letters and the pieces that it takes and gives.
    `suffix` (in lower case, with its dot) is of a format that puts all letters in one file; without it the
    files go to a folder.

    `purpose` is a line on who needs the format. `leaves_out` tells of a letter what the format cannot hold,
    before anything is written. `choices` are what may be chosen; `needs` names the package (as it is
    imported) of an optional extra that must be installed.
    """

    id: str
    name: Message
    pieces: Pieces
    suffix: str = ""
    purpose: Message | None = None
    leaves_out: Callable[[ExportLetter, ExportContext], Iterable[Omission]] | None = None
    choices: tuple[Choice, ...] = ()
    needs: str = ""
    extra: str = ""
