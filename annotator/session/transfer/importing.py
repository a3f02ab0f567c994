"""Bringing files into a project, in batches, with a report of what became of each."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotator.core.document import Stamp, new_letter, now
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.importers import find
from annotator.importers.grouping import GUESS
from annotator.importers.interface import FileGroup, ImportedLetter, Item
from annotator.recognition.keeping import forget, forget_old
from annotator.recognition.models import Recognition
from annotator.session.project.text_language import language_of
from annotator.session.transfer.import_notes import LeftAlone, to_keep
from annotator.session.transfer.reading_files import FileRead, FileReader
from annotator.storage.letters import NewLetter, add_letters
from annotator.storage.reader import Reader
from annotator.storage.readings import add_import_notes
from annotator.storage.store import Store

_BATCH = 50  # letters that are written at once
_BATCH_BYTES = 32_000_000
_BATCH_SECONDS = 3.0
_PAGE_SECONDS = 0.3  # between two pages that are told of
_PATIENCE = 30.0  # seconds that the disk may block before the import gives up


@dataclass(frozen=True, slots=True)
class ImportStep:
    """How far an import is: files done of all, the last one, pages read, and the seconds it took so far.

    While a file is being read, `page` of its `pages_of_file` are behind.
    """

    done: int
    total: int
    name: str
    pages: int
    seconds: float
    page: int = 0
    pages_of_file: int = 0


Progress = Callable[[ImportStep], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """What became of a file: "imported" or "known" (as letter `letter_id`), or "failed" with the problem.

    A file that a password keeps shut is "locked". In folders, a file of a kind that is not imported is
    "other", and a link that leads out of the folder is "outside": both were left alone. A letter that was
    made of several files has them all in `parts`; `path` is then what they are called together.
    """

    path: Path
    outcome: str
    letter_id: int | None = None
    problem: Message | None = None
    warnings: tuple[Message, ...] = ()
    parts: tuple[Path, ...] = ()


def import_paths(
    store: Store,
    paths: Iterable[Path | str],
    analyst: str,
    progress: Progress = lambda step: None,
    cancelled: Cancelled = lambda: False,
    passwords: Sequence[str] = (),
    workers: int = 0,
    pages: str = GUESS,
    recognition: Recognition | None = None,
) -> list[ImportedFile]:
    """Import files and folders; a bad file is reported and skipped, a file that is there already is noticed.

    Letters arrive in the file in batches, each whole: an import that was stopped goes on where it was when it
    is begun again. Called away from the views' thread: it waits. Each of `passwords` is tried on a locked
    file. `workers` is the number of worker processes, by default as many as the machine has cores, at most
    four. `pages` says which files are one letter (`importers.grouping.PAGES`). With `recognition` the text of
    pages that are pictures is recognised, with the model for the language of the project's letters; what was
    recognised of a letter that an import left unfinished is taken up again. Raises `UserError` when the
    project cannot be written.
    """
    if store.read_only:
        raise UserError(
            Message(
                "Import",
                QT_TRANSLATE_NOOP(
                    "Import", "This project is open for reading only: nothing can be imported."
                ),
            )
        )
    found = find(paths, pages)
    told = _Told(progress, len(found.items))
    with store.open_reader() as reader, ExitStack() as stack:
        if recognition is not None:
            recognition = replace(recognition, language=language_of(reader))
            forget_old(recognition.kept)
        files = FileReader(passwords, workers, recognition=recognition, paged=told.page)
        kept = recognition.kept if recognition is not None else ""
        batch = _Batch(store, reader, analyst, LeftAlone(found.others), kept)
        for read in stack.enter_context(files).read(found.items, batch.known, cancelled):
            batch.take(read)
            told.tell(read)
        batch.write()
        batch.keep_notes()
    left = [ImportedFile(path, "other") for path in found.others]
    return [*batch.report(), *left, *(ImportedFile(path, "outside") for path in found.outside)]


class _Told:
    """Tells how far the import is."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = total
        self._done = self._pages = 0
        self._begun = self._last = time.monotonic()

    def page(self, item: Item, done: int, total: int) -> None:
        """Tell of a page of a file that is being read, not too often."""
        now = time.monotonic()
        if 0 < done < total and now - self._last > _PAGE_SECONDS:
            self._last = now
            self._progress(self._step(item, done, total))

    def _step(self, item: Item, page: int = 0, pages_of_file: int = 0) -> ImportStep:
        seconds = time.monotonic() - self._begun
        name = _path(item).name
        return ImportStep(self._done, self._total, name, self._pages, seconds, page, pages_of_file)

    def tell(self, read: FileRead) -> None:
        """Tell of one more file."""
        self._done += 1
        self._pages += len(read.letter.page_starts) if read.letter else 0
        self._progress(self._step(read.item))


@dataclass(slots=True)
class _Batch:
    """Letters that wait to be written, and what became of all files so far, in their order."""

    store: Store
    reader: Reader
    analyst: str
    left: LeftAlone
    kept: str = ""  # the folder in which recognised pages are kept until their letter is written
    _results: list[ImportedFile | tuple[Item, str]] = field(default_factory=list)
    _waiting: dict[str, ImportedLetter] = field(default_factory=dict)
    _ids: dict[str, int] = field(default_factory=dict)
    _settled: int = 0  # so many results are done with
    _bytes: int = 0
    _since: float = field(default_factory=time.monotonic)

    def known(self, sha256: str) -> int | None:
        """Return the letter that came from these bytes."""
        if sha256 in self._ids:
            return self._ids[sha256]
        found = self.reader.find_source(sha256)
        return found[0] if found else None

    def take(self, read: FileRead) -> None:
        """Take what became of a file; write what waits when it is enough."""
        if read.letter is not None:
            self._take_letter(read.item, read.letter)
        elif read.problem is not None:
            outcome = "locked" if read.locked else "failed"
            self._results.append(_became(read.item, outcome, problem=read.problem))
        else:
            self._results.append(_became(read.item, "known", read.known))
        late = time.monotonic() - self._since > _BATCH_SECONDS
        if self._waiting and (late or len(self._waiting) >= _BATCH or self._bytes >= _BATCH_BYTES):
            self.write()

    def _take_letter(self, item: Item, letter: ImportedLetter) -> None:
        # The same bytes may be under way twice; the first of them is the letter.
        if letter.sha256 in self._ids:
            self._results.append(_became(item, "known", self._ids[letter.sha256]))
            return
        self._results.append((item, letter.sha256))
        if letter.sha256 not in self._waiting:
            self._waiting[letter.sha256] = letter
            self._bytes += len(letter.data)

    def write(self) -> None:
        """Write the letters that wait, all at once."""
        letters = list(self._waiting.values())
        if letters:
            stamp = Stamp(self.analyst, now())
            prepared = [_prepared(letter, stamp) for letter in letters]
            ids = self.store.do(lambda connection: add_letters(connection, prepared), _PATIENCE)
            for sha256 in self._waiting:
                forget(self.kept, sha256)
            self._settle(dict(zip(self._waiting, ids, strict=True)))
        self._waiting, self._bytes, self._since = {}, 0, time.monotonic()

    def _settle(self, ids: dict[str, int]) -> None:
        seen: set[str] = set()
        for index in range(self._settled, len(self._results)):
            result = self._results[index]
            if isinstance(result, ImportedFile):
                continue
            item, sha256 = result
            outcome = "known" if sha256 in seen else "imported"
            warnings = self._waiting[sha256].warnings if outcome == "imported" else ()
            self._results[index] = _became(item, outcome, ids[sha256], warnings=warnings)
            seen.add(sha256)
        self._ids |= ids
        self._settled = len(self._results)

    def keep_notes(self) -> None:
        """Keep with the letters what was left alone of the files around them."""
        notes = self.left.notes(self.report(), lambda letter_id: self.reader.details(letter_id).source_name)
        if notes:
            self.store.do(lambda connection: add_import_notes(connection, notes), _PATIENCE)

    def report(self) -> list[ImportedFile]:
        """Return what became of each file."""
        return [result for result in self._results if isinstance(result, ImportedFile)]


def _path(item: Item) -> Path:
    return item.path if isinstance(item, FileGroup) else item


def _became(
    item: Item,
    outcome: str,
    letter_id: int | None = None,
    problem: Message | None = None,
    warnings: tuple[Message, ...] = (),
) -> ImportedFile:
    parts = tuple(path for _, path in item.files) if isinstance(item, FileGroup) else ()
    return ImportedFile(_path(item), outcome, letter_id, problem, warnings, parts)


def _prepared(letter: ImportedLetter, stamp: Stamp) -> NewLetter:
    made = new_letter(letter.text, letter.page_starts, letter.title, stamp)
    return NewLetter(
        made,
        letter.source_name,
        letter.sha256,
        letter.data,
        letter.layouts,
        letter.furniture,
        letter.lines,
        to_keep(letter.warnings, letter.source_name),
    )
