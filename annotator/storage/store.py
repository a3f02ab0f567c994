"""The open project: who may write it, the thread that does, and the readers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from annotator.core import project_files
from annotator.core.codebook import Codebook
from annotator.core.drafts import sweep, sweep_noted
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.storage.backup_names import copies_beside, folder_of
from annotator.storage.connections import has_wal, on_network_drive, reclaim, tidy
from annotator.storage.examine import pending_migrations, require_ours, require_writable
from annotator.storage.lock import Holder, Lock, acquire, locked_problem
from annotator.storage.read_connections import connected_reader
from annotator.storage.reader import Reader
from annotator.storage.troubles import as_problems, is_full, no_rights, problem, reading_problems, resolved
from annotator.storage.writer import PAUSES, WriteConnection, Writer

_READ_ONLY = QT_TRANSLATE_NOOP(
    "Storage",
    "The project {name} is open for reading only: the file or its folder {folder} may not be written.",
)
_FULL = QT_TRANSLATE_NOOP(
    "Storage",
    "The project {name} is open for reading only: the disk with {folder} is full. Make room, and open it "
    "again.",
)
_TWO_NAMES = QT_TRANSLATE_NOOP(
    "Storage",
    "The file of the project {name} has another name too (a hard link), and two programs could write to it. "
    "It is open for reading only: remove the other name, or work in a copy.",
)
_OLDER = QT_TRANSLATE_NOOP(
    "Storage",
    "The project {name} was made by an older version and must be updated. Open it for writing first.",
)
_UNSAVED = QT_TRANSLATE_NOOP(
    "Storage", "The project {name} cannot be closed yet: {count:change is|changes are} not saved. {trouble}"
)
_NETWORK = QT_TRANSLATE_NOOP(
    "Storage",
    "The project {name} is on a network drive: saving is slower there. Open it on one computer at a time.",
)


T = TypeVar("T")


class Store:
    """A project that is open, for writing or (`read_only`) for reading.

    `locked_by` says who holds it where another program writes it; `was_unclean` tells that it was not closed
    the last time (have `check.quick_check` look at it); `warnings` are for the analyst.
    """

    def __init__(
        self, path: Path, lock: Lock | None, warnings: tuple[Message, ...], locked_by: Holder | None
    ) -> None:
        """Not for others: `Store.open` and `Store.create` make sure that the file is a project."""
        self.path = path
        self.read_only = lock is None
        self.locked_by = locked_by
        self.warnings = warnings
        self.was_unclean = lock is not None and (lock.was_unclean or has_wal(path))
        self._lock = lock
        self.backup_folder = folder_of(path)
        self._pauses = PAUSES
        self._closed = False

    @classmethod
    def create(cls, path: Path, codebook: Codebook, analyst: str = "") -> Store:
        """Make a project with a codebook and open it. Raises UserError if it cannot, and leaves nothing."""
        path = resolved(path)  # one project has one lock, whatever links lead to it
        with as_problems(path):
            from annotator.storage.creation import create_file
            from annotator.storage.naming import kept_message

            said = kept_message(path, create_file(path, codebook, analyst))
        store = cls.open(path, must_write=True, analyst=analyst)
        store.warnings += (said,) if said is not None else ()
        return store

    @classmethod
    def open(
        cls, path: Path, *, read_only: bool = False, must_write: bool = False, analyst: str = ""
    ) -> Store:
        """Open a project, for reading only where another program writes it or the rights are lacking.

        With `must_write` those are a UserError instead. Raises UserError where the file is no project, is
        damaged, or is newer than this program; it is then left as it was.
        """
        path = resolved(path)  # one project has one lock, whatever links lead to it
        with as_problems(path):
            require_ours(path)
            lock, holder, warnings = (None, None, ()) if read_only else _locked(path, must_write)
            try:
                _bring_up_to_date(path, alone=lock is not None)
                if on_network_drive(path):
                    warnings = (*warnings, _message(_NETWORK, path))
                store = cls(path, lock, warnings, holder)
                if lock is not None:
                    lock.sign(analyst)
                    sweep(path.parent)
                    sweep_noted()
            except BaseException as error:
                if lock is not None:
                    lock.release(clean=not lock.was_unclean)
                if lock is None or must_write or not is_full(error):
                    raise
                store = cls(path, None, (*warnings, _message(_FULL, path)), None)
        project_files.opened(path)
        return store

    # ---------------------------------------------------------------- reading
    @cached_property
    def reader(self) -> Reader:
        """The reader of the thread that asks for it first; other threads take one of their own."""
        return Reader(self.path)

    def open_reader(self) -> Reader:
        """Return a new reader for the thread that asks; close it there (it is a context manager)."""
        return Reader(self.path)

    # ---------------------------------------------------------------- writing
    @cached_property
    def _writer(self) -> Writer:
        lock = self._lock
        return Writer(self.path, self._pauses, lock.is_in_place if lock is not None else lambda: False)

    def watch(
        self, on_trouble: Callable[[UserError], None] | None, on_recovered: Callable[[], None] | None
    ) -> None:
        """Say who hears of writes that wait, and of their end; both are called in the writer's thread."""
        if not self.read_only:
            self._writer.on_trouble, self._writer.on_recovered = on_trouble, on_recovered

    def submit(
        self,
        job: Callable[[WriteConnection], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Have a job done in one transaction, after all that were submitted before; returns at once.

        `done` gets its result once it is on the disk, `failed` the error where it is a bug;
        both are called in the writer's thread. A job may be tried more than once: it must not use up what it
        gets. Raises UserError where the project is open for reading only.
        """
        self.require_write()
        self._writer.submit(job, done, failed)

    def do(self, job: Callable[[WriteConnection], T], timeout: float | None = None) -> T:
        """Have a job done and wait for its result: for commands without a window. Raises what the job raises.

        Raises UserError where the disk or a lock blocks it (with a `timeout`: for longer than that many
        seconds); it then stays in the queue.
        """
        results: list[T] = []
        errors: list[Exception] = []
        self.submit(job, results.append, errors.append)
        self.flush(timeout)
        if errors:
            raise errors[0]
        if not results:
            raise self.trouble or self._unsaved()
        return results[0]

    def remove_letters(
        self,
        ids: Sequence[int],
        *,
        from_backups: bool = False,
        done: Callable[[None], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Remove letters and all that was made of them, also from the search index and from the log.

        `done` follows when all of that is done. `from_backups` also takes them out of the backups and the
        copies beside the project, in a thread of its own. What fails (`failed` gets the error, `done` is then
        not called) may fail when the project has them no more: ask it. Raises UserError where the project is
        open for reading only.
        """
        from annotator.storage import removing

        self.require_write()
        removing.remove(
            self._writer, self.path, ids, self.backup_folder if from_backups else None, done, failed
        )

    def clean_index(
        self,
        done: Callable[[None], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Write the search index anew in small steps, between which changes are saved, then empty the log."""
        from annotator.storage import removing

        removing.clean_index(self._writer, self.path, done, failed)

    def require_write(self) -> None:
        """Raise UserError where the project is open for reading only."""
        if self.locked_by is not None:
            raise locked_problem(self.path, self.locked_by)
        if self.read_only:
            raise no_rights(self.path)

    def save_copy(self, dest: Path, *, replace: bool = False) -> tuple[Path, ...]:
        """Make a verified copy with every change, also those that the project itself cannot take now.

        Returns the logs of a lost file of that name that were kept. Raises UserError where it cannot be made.
        """
        from annotator.storage.backup import backup

        if self.read_only:
            return backup(self.path, dest, replace=replace, is_open=True)
        with self._writer.held() as (source, works):
            return backup(self.path, dest, replace=replace, is_open=True, source=source, waiting=works)

    @property
    def pending(self) -> int:
        """How many jobs are not yet on the disk."""
        return 0 if self.read_only else self._writer.pending

    @property
    def trouble(self) -> UserError | None:
        """What blocks the next write, None while nothing does."""
        return None if self.read_only else self._writer.trouble

    def retry(self) -> None:
        """Try a write that waits again at once."""
        if not self.read_only:
            self._writer.retry()

    def flush(self, timeout: float | None = None) -> bool:
        """Wait until all is on the disk and reported; tell whether it is.

        At most `timeout` seconds; without a timeout, until something blocks it: then
        `trouble` says what. Not for callbacks of jobs.
        """
        return self.read_only or self._writer.flush(timeout)

    # ---------------------------------------------------------------- closing
    def close(self, timeout: float = 10.0, *, abandon: bool = False) -> None:
        """Save what waits, and let the file go. Call it in the thread of `reader`.

        Raises UserError where something could not be saved within `timeout` seconds; the project then stays
        open, unless `abandon` gives it up.
        """
        if self._closed:
            return
        saved = self.flush(None if abandon else timeout)
        if not saved and not abandon:
            raise self._unsaved()
        self._closed = True
        if "reader" in self.__dict__:
            self.reader.close()
        if self._lock is not None:
            self._writer.stop()
            if saved:
                tidy(self.path)
            self._lock.release(clean=saved)
        project_files.closed(self.path)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self.close(abandon=kind is not None)

    def _unsaved(self) -> UserError:
        return problem(_UNSAVED, self.path, count=self.pending, trouble=str(self.trouble or ""))


def _message(text: str, path: Path, **params: object) -> Message:
    return problem(text, path, **params).message


def _locked(path: Path, must_write: bool) -> tuple[Lock | None, Holder | None, tuple[Message, ...]]:
    """Take the project's lock; without it, say who has it, or that the rights are lacking."""
    try:
        require_writable(path)
        taken = acquire(path)
    except (UserError, OSError) as error:
        if must_write:
            raise
        return None, None, (_message(_FULL if is_full(error) else _READ_ONLY, path),)
    if isinstance(taken, Lock) and _has_two_names(path):
        taken.release(clean=not taken.was_unclean)
        if must_write:
            raise problem(_TWO_NAMES, path)
        return None, None, (_message(_TWO_NAMES, path),)
    if isinstance(taken, Lock):
        reclaim(path)
        return taken, None, ()
    if must_write:
        raise locked_problem(path, taken)
    return None, taken, (locked_problem(path, taken).message,)


def _has_two_names(path: Path) -> bool:
    """Tell whether a file has two names: each name would have its own lock and log."""
    if path.stat().st_nlink < 2:
        return False
    for copy in copies_beside(path):
        if copy.samefile(path):  # a restore was killed between its two steps
            copy.unlink()
    return path.stat().st_nlink > 1


def _bring_up_to_date(path: Path, *, alone: bool) -> None:
    """Migrate the file where it is older, after a backup. Raises UserError if it cannot, or it is newer."""
    # Alone with a file without a log, it can be looked at without making any file beside it.
    with (
        reading_problems(path),
        closing(connected_reader(path, immutable=alone and not has_wal(path))) as conn,
    ):
        pending = pending_migrations(conn, path)
    if not pending:
        return
    if not alone:
        raise problem(_OLDER, path)
    from annotator.storage.upgrade import upgrade  # brings sqlite_utils in: for older files only

    upgrade(path, pending)
