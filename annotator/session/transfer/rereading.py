"""Reading a letter anew: from a file, or going back to a reading that it has. Previewed; one change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from annotator.core.document import Letter, now
from annotator.core.history import Delta
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.operations import joined, set_about
from annotator.core.page_layout import Furniture
from annotator.core.read_anew import read_anew
from annotator.core.readings import NewReading
from annotator.core.rereading import Rereading
from annotator.core.text_alignment import shared
from annotator.core.user_errors import UserError
from annotator.importers import find
from annotator.importers.grouping import BY_NAME
from annotator.importers.interface import ImportedLetter, Item, Locked
from annotator.importers.titles import suggest_title
from annotator.recognition.keeping import forget, forget_old
from annotator.recognition.models import Recognition
from annotator.session import Session
from annotator.session.project.operations import At, Edit, Outcome, Query
from annotator.session.transfer.import_notes import to_keep
from annotator.session.transfer.reading_files import FileReader
from annotator.session.transfer.recognising import kept_folder
from annotator.storage.kept_readings import KeptReading, ReadSource, keep_reading
from annotator.storage.reader import Reader
from annotator.storage.writer import WriteConnection

_CHOICE = Recognition()
_LEAST_SHARED = 0.15  # of the longer words, in order: less is another letter
_LABEL = QT_TRANSLATE_NOOP("Reading", "Read anew from {name}")
_BACK = QT_TRANSLATE_NOOP("Reading", "Back to reading {number}")
HAS_NO_TEXT = QT_TRANSLATE_NOOP(
    "Reading", "{name} has no text: nothing was read anew. Have an OCR program read it first."
)
SAME_READING = QT_TRANSLATE_NOOP(
    "Reading", "{name} says what letter {id} already says: there is nothing to read anew."
)
_NOT_ONE = QT_TRANSLATE_NOOP(
    "Reading", "The folder {name} has {count:letter|letters}, and one is to be read: name its file."
)
_CURRENT = QT_TRANSLATE_NOOP("Reading", "Letter {id} already follows reading {number}.")
_NO_READING = QT_TRANSLATE_NOOP("Reading", "Letter {id} has no reading {number}.")


class Place(NamedTuple):
    """A correction that the new reading disputes: what the old reading said, the analyst, the new one."""

    start: int
    before: str
    yours: str
    new: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What reading a letter anew does: places of the text that change, and what becomes of corrections.

    `emptied` are tags, headings, evidence and verdicts whose words the new reading has not. `shared` is the
    part of the longer words that both have, in order. Pages are counted `before` and after.
    """

    number: int
    changed: int
    agreed: int
    kept: int
    disputed: tuple[Place, ...]
    emptied: int
    shared: float
    pages: tuple[int, int]

    @property
    def is_other(self) -> bool:
        """Tell whether that seems to be a reading of another letter."""
        return self.shared < _LEAST_SHARED


@dataclass(frozen=True, slots=True)
class Reread:
    """What is to be read anew: a source, or (`source` None) a reading that the letter has, by its number."""

    letter_id: int
    source: ReadSource | None = None
    number: int = 0


def read_again(
    path: Path,
    passwords: tuple[str, ...] = (),
    cancelled: Callable[[], bool] = bool,
    *,
    choice: Recognition = _CHOICE,
    paged: Callable[[int, int], None] = lambda done, total: None,
) -> ReadSource:
    """Read a file, or a folder with the pages of one letter, as another reading of a letter; in a worker
    process where its kind asks for one. Pages without text are recognised as `choice` says; `paged` is told
    how many of them are done, on another thread.

    Raises UserError where it cannot be read, `Locked` where it needs a password.
    """
    forget_old(choice.kept)
    with FileReader(passwords, recognition=choice, paged=lambda _, done, total: paged(done, total)) as reader:
        return read_with(reader, path, cancelled)


def read_with(reader: FileReader, path: Path, cancelled: Callable[[], bool] = bool) -> ReadSource:
    """Read a file as another reading of a letter, as `read_again` does."""
    for read in reader.read([_item_of(path)], cancelled=cancelled):
        if read.letter is not None:
            return as_source(read.letter)
        if read.problem is not None:
            raise (Locked if read.locked else UserError)(read.problem)
    raise UserError(Message("Reading", HAS_NO_TEXT, {"name": path.name}))


def _item_of(path: Path) -> Item:
    """Return what is to be read: with a file what belongs to it, of a folder the one letter in it."""
    items = find([path], BY_NAME).items
    if len(items) == 1:
        return items[0]
    if not path.is_dir():
        return path
    raise UserError(Message("Reading", _NOT_ONE, {"name": path.name, "count": len(items)}))


def as_source(letter: ImportedLetter) -> ReadSource:
    """Return what was imported as a reading. Raises UserError where it has no text."""
    if not letter.text.strip():
        raise UserError(Message("Reading", HAS_NO_TEXT, {"name": letter.source_name}))
    return ReadSource(
        letter.source_name,
        letter.sha256,
        letter.data,
        letter.text,
        letter.page_starts,
        letter.layouts,
        letter.furniture,
        letter.lines,
        to_keep(letter.warnings, letter.source_name),
    )


def readings_of(session: Session, letter_id: int) -> list[KeptReading]:
    """Return the readings that a letter has, the first one first, when the file has what was done."""
    session.settle()
    return session.store.reader.kept_readings(letter_id)


def preview_of(at: At, wanted: Reread) -> Preview:
    """Return what reading a letter anew does. Raises UserError where that cannot be."""
    return _worked_out(at.reader, wanted)[1]


def previewing(wanted: Reread) -> Query[Preview]:
    """Return the query that tells what reading a letter anew does."""
    return Query(lambda at: preview_of(at, wanted))


def rereading(wanted: Reread) -> Edit[Preview]:
    """Return the edit that has a letter read anew. Raises UserError where nothing would change."""

    def work(at: At) -> Outcome[Preview]:
        delta, preview = _worked_out(at.reader, wanted)
        return Outcome(preview, {wanted.letter_id: delta})

    def label(outcome: Outcome[Preview]) -> Message:
        if wanted.source is None:
            return Message("Reading", _BACK, {"number": outcome.told.number})
        return Message("Reading", _LABEL, {"name": wanted.source.source_name})

    return Edit(label, work, also=lambda outcome, analyst: _keeping(wanted, outcome.told.number, analyst))


def _keeping(wanted: Reread, number: int, analyst: str) -> Callable[[WriteConnection], None]:
    """Return what puts a new reading into the file, in the transaction of the change that goes by it."""
    made_at = now()

    def keep(connection: WriteConnection) -> None:
        if wanted.source is not None:
            keep_reading(connection, wanted.letter_id, number, wanted.source, analyst, made_at)
            forget(kept_folder(), wanted.source.sha256)

    return keep


def _worked_out(reader: Reader, wanted: Reread) -> tuple[Delta, Preview]:
    letter = reader.letter(wanted.letter_id)
    reading = _reading(reader, letter, wanted)
    delta, found = read_anew(letter, reading)
    preview = _preview(letter, reading, delta, found)
    return joined(delta, _titled(letter, reading, reader.details(wanted.letter_id).source_name)), preview


def _titled(letter: Letter, reading: NewReading, name: str) -> Delta:
    """Return what gives a letter the title that the new reading suggests; nothing where an analyst named it.

    `name` is that of the letter's file, which a scan without text is called by.
    """
    if letter.about.title not in (
        suggest_title(letter.ocr_text, name),
        suggest_title(_without(letter.ocr_text, letter.furniture), name),
    ):
        return Delta()
    title = suggest_title(_without(reading.text, reading.furniture), name)
    return set_about(letter, lambda about: replace(about, title=title))


def _without(text: str, furniture: Sequence[Furniture]) -> str:
    """Return the OCR text without running heads, margins and the like."""
    kept, at = list[str](), 0
    for each in sorted(furniture, key=lambda each: each.start):
        kept.append(text[at : each.start])
        at = max(at, each.end)
    return "".join([*kept, text[at:]])


def _reading(reader: Reader, letter: Letter, wanted: Reread) -> NewReading:
    source = wanted.source
    if source is None:
        if wanted.number == letter.reading:
            raise _problem(_CURRENT, wanted)
        if all(kept.number != wanted.number for kept in reader.kept_readings(wanted.letter_id)):
            raise _problem(_NO_READING, wanted)
        return reader.kept_reading(wanted.letter_id, wanted.number)
    number = reader.number_of_reading(wanted.letter_id, source)
    if number == letter.reading:
        raise UserError(
            Message("Reading", SAME_READING, {"name": source.source_name, "id": wanted.letter_id})
        )
    flags = {page.number: page.flags for page in source.layouts if page.flags}
    return NewReading(number, source.text, source.page_starts, tuple(source.furniture), flags)


def _problem(text: str, wanted: Reread) -> UserError:
    return UserError(Message("Reading", text, {"id": wanted.letter_id, "number": wanted.number}))


def _preview(letter: Letter, reading: NewReading, delta: Delta, found: Rereading) -> Preview:
    rows = {(row.analyst, row.made_at, row.after): row for row in letter.corrections}
    places = []
    for row in found.doubtful:
        was = rows.get((row.analyst, row.made_at, row.after))
        before = letter.ocr_text[was.ocr_start : was.ocr_end] if was is not None else ""
        places.append(Place(row.ocr_start, before, row.after, reading.text[row.ocr_start : row.ocr_end]))
    emptied = [
        c for c in delta.spans if c.before and c.after and c.before != c.after and c.after[0] == c.after[1]
    ]
    return Preview(
        reading.number,
        len(found.taken),
        len(found.agreed),
        len(found.kept),
        tuple(places),
        len(emptied),
        shared(letter.text, reading.text),
        (len(letter.pages), len(reading.page_starts)),
    )
