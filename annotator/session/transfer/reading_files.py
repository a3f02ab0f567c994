"""Reading files as letters: plain text here, what may crash or hang in worker processes that can be ended."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.importers import find, read_source
from annotator.importers.interface import FileGroup, ImportedLetter, Item, Locked, Source
from annotator.jobs.pool import Pool, Request
from annotator.jobs.worker import JobFailed
from annotator.recognition.models import Recognition
from annotator.recognition.reading import ManyPages, PageReader, page_reader
from annotator.session.transfer.recognising import saying_what_to_install

STEP_TIMEOUT = 7.0  # seconds that a worker may take for a page; two attempts stay under 20
MEMORY_LIMIT = 2_000_000_000  # bytes of a worker process, where the system can hold it to that

TIMEOUT = QT_TRANSLATE_NOOP(
    "Import", "{name} takes too long to read: it was skipped. It may be damaged; get another copy."
)
CRASH = QT_TRANSLATE_NOOP(
    "Import", "Reading {name} failed: it was skipped. It may be damaged; get another copy."
)
ERROR = QT_TRANSLATE_NOOP(
    "Import", "{name} cannot be read: it was skipped, and what went wrong is in the log. Get another copy."
)
PAGES_GUESSED = QT_TRANSLATE_NOOP(
    "Import", "{name} was made of {count:file|files} by the numbers in their names: {first} to {last}."
)
_SENTENCES = {"timeout": TIMEOUT, "crash": CRASH}

Known = Callable[[str], int | None]
Cancelled = Callable[[], bool]
Paged = Callable[[Item, int, int], None]


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file or group: read as a letter, known already (as that letter), or not to be read, with the problem.

    `locked` is a file that needs a password.
    """

    item: Item
    letter: ImportedLetter | None = None
    known: int | None = None
    problem: Message | None = None
    locked: bool = False


@dataclass(frozen=True, slots=True)
class _Task:
    item: Item
    source: Source
    attempt: str
    is_first: bool = True
    recognising: PageReader | None = None


class FileReader:
    """Reads files one after another; its worker processes start with the first file that needs them."""

    def __init__(
        self,
        passwords: Sequence[str] = (),
        workers: int = 0,
        step_timeout: float = STEP_TIMEOUT,
        recognition: Recognition | None = None,
        paged: Paged = lambda item, done, total: None,
    ) -> None:
        """With `recognition` the text of pages that are pictures is recognised. `paged` is told of each page,
        on another thread."""
        self._passwords = tuple(passwords)
        self._step_timeout = step_timeout
        self._recognition = recognition
        self._page_reader = page_reader(recognition) if recognition is not None else None
        self._paged = paged
        self._pool = Pool(workers, MEMORY_LIMIT)
        self._second = Pool(workers, MEMORY_LIMIT)  # for another attempt, while the others go on

    def __enter__(self) -> FileReader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the worker processes."""
        self._pool.close()
        self._second.close()

    def read(
        self,
        items: Iterable[Item],
        known: Known = lambda sha256: None,
        cancelled: Cancelled = lambda: False,
    ) -> Iterator[FileRead]:
        """Yield what becomes of each file or group, in order.

        `known` is asked for the letter that came from bytes with this SHA-256: those are not read again.
        """
        for task, answer in self._pool.answers(self._requests(items, known), cancelled, self._heard):
            read = task if isinstance(task, FileRead) else self._result(task, answer, cancelled)
            if read is not None:
                yield read

    def _heard(self, task: FileRead | _Task, done: int, total: int) -> None:
        self._paged(task.item, done, total)

    def _requests(self, items: Iterable[Item], known: Known) -> Iterator[Request[FileRead | _Task]]:
        for item in items:
            found = self._begun(item, known)
            if isinstance(found, FileRead):
                yield Request(found, None, (), 0.0)
            else:
                yield self._request(found)

    def _begun(self, item: Item, known: Known) -> FileRead | _Task:
        """Return what becomes of a file that needs no worker, or the task for one."""
        try:
            source = read_source(item)
            sha256 = hashlib.sha256(source.data).hexdigest()
            letter_id = known(sha256)
            if letter_id is not None:
                return FileRead(item, known=letter_id)
            if source.importer.job is None:
                letter = source.importer.read(source.shown, source.name, source.data)
                return FileRead(item, _with_guess(item, letter))
            reader = self._page_reader if source.importer.recognises else None
            divides = reader and replace(reader, divides=self._second.size > 1)
            return _Task(item, source, source.importer.attempt, recognising=divides)
        except UserError as problem:
            return _refused(item, problem)

    def _request(self, task: _Task) -> Request[FileRead | _Task]:
        source = task.source
        args = (source.shown, source.name, source.data, self._passwords, task.attempt)
        job = source.importer.job
        if job is not None and source.importer.recognises:
            job = partial(job, recognising=task.recognising)
        return Request(task, job, args, self._step_timeout, len(source.data))

    def _result(self, task: _Task, answer: object, cancelled: Cancelled) -> FileRead | None:
        """Return what became of a file; None where it was left because of a cancel."""
        if isinstance(answer, ImportedLetter):
            return FileRead(task.item, self._finished(task, answer))
        if isinstance(answer, ManyPages):
            return self._shared(task, cancelled)
        if isinstance(answer, UserError):
            return _refused(task.item, answer)
        assert isinstance(answer, JobFailed)
        other_attempt = task.source.importer.again.get(answer.reason)
        if task.is_first and other_attempt and not cancelled():
            return self._again(replace(task, attempt=other_attempt, is_first=False), cancelled)
        text = _SENTENCES.get(answer.reason, ERROR)
        return FileRead(task.item, problem=Message("Import", text, {"name": task.source.shown}))

    def _again(self, task: _Task, cancelled: Cancelled) -> FileRead | None:
        for _, other in self._second.answers([self._request(task)], cancelled, self._heard):
            return self._result(task, other, cancelled)
        return None

    def _shared(self, task: _Task, cancelled: Cancelled) -> FileRead | None:
        """Have all workers recognise the pages of one long scan, and keep them; then make the letter of them.

        A share that fails is no matter: what is missing is recognised with the letter.
        """
        assert task.recognising is not None
        whole, of_all = replace(task.recognising, divides=False), self._second.size
        shares = [replace(task, recognising=replace(whole, share=(which, of_all))) for which in range(of_all)]
        for _ in self._second.answers(map(self._request, shares), cancelled, self._heard):
            pass
        return None if cancelled() else self._again(replace(task, recognising=whole), cancelled)

    def _finished(self, task: _Task, letter: ImportedLetter) -> ImportedLetter:
        letter = _with_guess(task.item, replace(letter, data=task.source.data))
        wanted = self._recognition is not None and self._recognition.mode != "never"
        return saying_what_to_install(letter) if wanted and self._page_reader is None else letter


def _with_guess(item: Item, letter: ImportedLetter) -> ImportedLetter:
    """Have the letter say which files it was made of, where nobody said that they belong together."""
    if not isinstance(item, FileGroup) or not item.is_guess:
        return letter
    first, last = item.files[0][0], item.files[-1][0]
    params = {"name": item.path.name, "count": len(item.files), "first": first, "last": last}
    return replace(letter, warnings=(Message("Import", PAGES_GUESSED, params), *letter.warnings))


def _refused(item: Item, problem: UserError) -> FileRead:
    return FileRead(item, problem=problem.message, locked=isinstance(problem, Locked))


def read_letters(
    paths: Iterable[Path | str], passwords: Sequence[str] = (), recognition: Recognition | None = None
) -> Iterator[FileRead]:
    """Yield the letters in files and folders; what cannot be read comes with its problem."""
    with FileReader(passwords, recognition=recognition) as reader:
        yield from reader.read(find(paths).items)
