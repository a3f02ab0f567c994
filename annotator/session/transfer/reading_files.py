"""Reading files as letters: plain text here, what may crash or hang in worker processes that can be ended."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.importers import find, read_source
from annotator.importers.interface import FileGroup, ImportedLetter, Item, Locked, Source
from annotator.jobs.pool import Pool, Request
from annotator.jobs.worker import JobFailed

STEP_TIMEOUT = 7.0  # seconds that a worker may take for a page; two attempts stay under 20
MEMORY_LIMIT = 2_000_000_000  # bytes of a worker process, where the system can hold it to that

TIMEOUT = QT_TRANSLATE_NOOP(
    "Import", "{name} takes too long to read: it was skipped. It may be damaged; get another copy."
)
CRASH = QT_TRANSLATE_NOOP(
    "Import", "{name} ends the process that reads it: it was skipped. It may be damaged; get another copy."
)
ERROR = QT_TRANSLATE_NOOP(
    "Import", "{name} cannot be read: it was skipped, and what went wrong is in the log. Get another copy."
)
PAGES_GUESSED = QT_TRANSLATE_NOOP(
    "Import", "{name} was made of {count} files by the numbers in their names: {first} to {last}."
)
_SENTENCES = {"timeout": TIMEOUT, "crash": CRASH}

Known = Callable[[str], int | None]


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


class FileReader:
    """Reads files one after another; its worker processes start with the first file that needs them."""

    def __init__(
        self, passwords: Sequence[str] = (), workers: int = 0, step_timeout: float = STEP_TIMEOUT
    ) -> None:
        self._passwords = tuple(passwords)
        self._step_timeout = step_timeout
        self._pool = Pool(workers, MEMORY_LIMIT)
        self._second = Pool(1, MEMORY_LIMIT)  # for another attempt, while the others go on

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
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Iterator[FileRead]:
        """Yield what becomes of each file or group, in order.

        `known` is asked for the letter that came from bytes with this SHA-256: those are not read again.
        """
        answers = self._pool.answers(self._requests(items, known), cancelled)
        for task, answer in answers:
            if isinstance(task, FileRead):
                yield task
            else:
                yield self._result(task, answer, cancelled)

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
            return _Task(item, source, source.importer.attempt)
        except UserError as problem:
            return _refused(item, problem)

    def _request(self, task: _Task) -> Request[FileRead | _Task]:
        source = task.source
        args = (source.shown, source.name, source.data, self._passwords, task.attempt)
        return Request(task, source.importer.job, args, self._step_timeout, len(source.data))

    def _result(self, task: _Task, answer: object, cancelled: Callable[[], bool]) -> FileRead:
        if isinstance(answer, ImportedLetter):
            return FileRead(task.item, _with_guess(task.item, replace(answer, data=task.source.data)))
        if isinstance(answer, UserError):
            return _refused(task.item, answer)
        assert isinstance(answer, JobFailed)
        other_attempt = task.source.importer.again.get(answer.reason)
        if task.is_first and other_attempt and not cancelled():
            again = replace(task, attempt=other_attempt, is_first=False)
            for _, other in self._second.answers([self._request(again)], cancelled):
                return self._result(again, other, cancelled)
        text = _SENTENCES.get(answer.reason, ERROR)
        return FileRead(task.item, problem=Message("Import", text, {"name": task.source.shown}))


def _with_guess(item: Item, letter: ImportedLetter) -> ImportedLetter:
    """Have the letter say which files it was made of, where nobody said that they belong together."""
    if not isinstance(item, FileGroup) or not item.is_guess:
        return letter
    first, last = item.files[0][0], item.files[-1][0]
    params = {"name": item.path.name, "count": len(item.files), "first": first, "last": last}
    return replace(letter, warnings=(Message("Import", PAGES_GUESSED, params), *letter.warnings))


def _refused(item: Item, problem: UserError) -> FileRead:
    return FileRead(item, problem=problem.message, locked=isinstance(problem, Locked))


def read_letters(paths: Iterable[Path | str], passwords: Sequence[str] = ()) -> Iterator[FileRead]:
    """Yield the letters in files and folders; what cannot be read comes with its problem."""
    with FileReader(passwords) as reader:
        yield from reader.read(find(paths).items)
