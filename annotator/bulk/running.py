"""A bulk run: letters to a data set on the workers of dask.distributed, here or on other machines.

Workers get some letters at a time and leave their rows as pieces beside the data set; of the pieces of some
thousand letters one of them makes a partition. A piece that its worker did not survive is given to others; in
the end each of its letters is read alone, and the one that nobody survives is said to have failed.
"""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from annotator.bulk.partitions import (
    DataSet,
    batches,
    drop_pieces,
    keep_piece,
    not_written,
    read_piece,
    write_partition,
)
from annotator.bulk.reading import How, digest_of
from annotator.bulk.sources import NEEDS, Letters, find_letters, where
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.exporters.data_set.rows import failed_row

LETTERS_OF_A_PARTITION = 2000
_LETTERS_OF_A_PIECE = 8
_DIGESTS = 200  # letters whose bytes are told apart by one task
_AHEAD = 6  # pieces that wait for each worker
_DEATHS = 3  # of workers, until it is said to be the letter's doing
_MEMORY = "2GB"  # of a worker here

NO_LETTERS = QT_TRANSLATE_NOOP("Bulk", "There is no letter to read in what was given: {names}.")
NO_SCHEDULER = QT_TRANSLATE_NOOP(
    "Bulk", "No scheduler answers at {name}: start one (dask scheduler), or say --workers instead."
)
SCHEDULER_GONE = QT_TRANSLATE_NOOP(
    "Bulk", "The scheduler is gone: start it and run the command again. What is whole in {name} is kept."
)
KILLED = QT_TRANSLATE_NOOP(
    "Bulk",
    "Reading {name} ended each worker that tried: it may be damaged, too large, or take too long. Get another"
    " copy.",
)

Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Outcome:
    """What became of a run: letters that were read, that failed, that the data set had, given twice."""

    read: int = 0
    failed: int = 0
    known: int = 0
    twice: int = 0


def run(
    places: Sequence[str],
    out: Path,
    how: How,
    *,
    scheduler: str = "",
    workers: int = 0,
    progress: Progress = lambda done, total: None,
) -> Outcome:
    """Read letters into a data set; what it has of the same bytes and engine is not read again.

    `scheduler` is the address of a running one; without, `workers` processes are started here, by default as
    many as there are cores. `progress` is told of letters done, of all. What was whole when a run was stopped
    stays. Raises `UserError`.
    """
    items = find_letters(places)
    if not items:
        raise UserError(Message("Bulk", NO_LETTERS, {"names": ", ".join(places)}))
    data_set = DataSet(out.absolute())
    with data_set.held():
        return _run(data_set, items, how, scheduler, workers, progress)


def _run(
    data_set: DataSet, items: Sequence[Letters], how: How, scheduler: str, workers: int, progress: Progress
) -> Outcome:
    data_set.prepare(how)
    folder = data_set.folder
    try:
        with _client(scheduler, workers) as client:
            outcome, wanted = _wanted(client, items, data_set.known(how.engine))
            _Run(client, folder, how, outcome, len(items), progress).work(wanted)
        data_set.drop_older(how.engine)
    except OSError as error:
        if _is_of_scheduler(error):
            raise UserError(Message("Bulk", SCHEDULER_GONE, {"name": str(folder)})) from error
        raise not_written(folder, error) from error
    finally:
        data_set.sweep()
    return outcome


def _is_of_scheduler(error: OSError) -> bool:
    from distributed.comm.core import CommClosedError

    return isinstance(error, CommClosedError | ConnectionError | TimeoutError)


@contextmanager
def _client(scheduler: str, workers: int) -> Iterator[Any]:
    """Give a client of a scheduler; where none is named, of one that is started here with its workers."""
    try:
        import dask
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise UserError(Message("Bulk", NEEDS, {"package": "distributed"})) from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    if scheduler:
        try:
            client = Client(scheduler, timeout="10s", set_as_default=False)
        except (OSError, ValueError) as error:
            raise UserError(Message("Bulk", NO_SCHEDULER, {"name": scheduler})) from error
        with client:
            yield client
        return
    settings = {
        "distributed.scheduler.allowed-failures": _DEATHS,
        # A task that waits on a worker would count as ended by it, when it was another's doing.
        "distributed.scheduler.worker-saturation": 1.0,
        # What dask watches its workers with takes some of the time that they are there for.
        "distributed.worker.profile.enabled": False,
        "distributed.admin.system-monitor.interval": "10s",
        "distributed.nanny.pre-spawn-environ.MALLOC_TRIM_THRESHOLD_": 1_000_000_000,
    }
    with (
        dask.config.set(settings),
        LocalCluster(
            n_workers=workers or os.cpu_count() or 1,
            threads_per_worker=1,
            memory_limit=_MEMORY,
            dashboard_address=None,
            host="127.0.0.1",
            silence_logs=logging.CRITICAL,
        ) as cluster,
        Client(cluster, set_as_default=False) as client,
    ):
        yield client


def _wanted(
    client: Any, items: Sequence[Letters], known: set[str]
) -> tuple[Outcome, list[tuple[Letters, str]]]:
    """Return the letters to read with the SHA-256 of their sources, each content once."""
    outcome, wanted, seen = Outcome(), list[tuple[Letters, str]](), set[str]()
    futures = client.map(_digests, list(batches(items, _DIGESTS)), pure=False)
    for batch, digests in zip(batches(items, _DIGESTS), client.gather(futures), strict=True):
        for item, digest in zip(batch, digests, strict=True):
            if digest and digest in known:
                outcome.known += 1
            elif digest and digest in seen:
                outcome.twice += 1
            else:
                seen.add(digest)
                wanted.append((item, digest))
    return outcome, wanted


def _digests(items: Sequence[Letters]) -> list[str]:
    return [digest_of(item) for item in items]


@dataclass(eq=False, slots=True)
class _Partition:
    """A partition under way: the names of its pieces in their order, and those that are not there yet."""

    pieces: list[str] = field(default_factory=list)
    missing: set[str] = field(default_factory=set)


@dataclass(eq=False, slots=True)
class _Task:
    """What a future is for: a piece of a partition, or without one the partition itself.

    `after` is "crash" where a letter is read once more in its importer's other way.
    """

    partition: _Partition
    piece: str = ""
    items: Sequence[tuple[Letters, str]] = ()
    after: str = ""


class _Run:
    def __init__(
        self, client: Any, folder: Path, how: How, outcome: Outcome, total: int, progress: Progress
    ) -> None:
        self._client, self._folder, self._how = client, folder, how
        self._outcome, self._total, self._progress = outcome, total, progress
        self._tasks: dict[Any, _Task] = {}

    def work(self, wanted: Sequence[tuple[Letters, str]]) -> None:
        """Read the letters, and make partitions of them."""
        from distributed import as_completed

        waiting = deque(self._planned(wanted))
        futures = as_completed(loop=self._client.loop)
        self._tell()
        while waiting or self._tasks:
            room = _AHEAD * max(1, len(self._client.nthreads()))
            while waiting and len(self._tasks) < room:
                futures.add(self._given(waiting.popleft()))
            future = next(futures)
            for more in self._taken(future, self._tasks.pop(future)):
                futures.add(more)

    @staticmethod
    def _planned(wanted: Sequence[tuple[Letters, str]]) -> Iterator[_Task]:
        for number, of_it in enumerate(batches(wanted, LETTERS_OF_A_PARTITION)):
            partition, tasks = _Partition(), list[_Task]()
            for at, items in enumerate(batches(of_it, _LETTERS_OF_A_PIECE)):
                tasks.append(_Task(partition, f"{number:06}-{at:04}", items))
                partition.pieces.append(tasks[-1].piece)
            partition.missing = set(partition.pieces)
            yield from tasks

    def _given(self, task: _Task) -> Any:
        if task.piece:
            future = self._client.submit(
                read_piece, self._folder, task.piece, task.items, task.after, pure=False
            )
        else:
            pieces, engine = task.partition.pieces, self._how.engine
            future = self._client.submit(
                write_partition, self._folder, pieces, engine, pure=False, priority=10
            )
        self._tasks[future] = task
        return future

    def _taken(self, future: Any, task: _Task) -> Iterator[Any]:
        """Take what became of a task; yield the futures of what is to be done because of it."""
        from distributed import KilledWorker

        if future.status == "error" and isinstance(future.exception(), KilledWorker):
            yield from self._outlived(task)
            return
        made = future.result()  # raises what the worker raised
        if not task.piece:
            drop_pieces(self._folder, task.partition.pieces)
            return
        count, failed = made
        yield from self._came(task, count, failed)

    def _came(self, task: _Task, count: int, failed: int) -> Iterator[Any]:
        self._outcome.read += count - failed
        self._outcome.failed += failed
        self._tell()
        partition = task.partition
        partition.missing.discard(task.piece)
        if not partition.missing:
            yield self._given(_Task(partition))

    def _outlived(self, task: _Task) -> Iterator[Any]:
        """Do what is to be done for a task that too many workers did not survive."""
        if not task.piece:
            yield self._given(task)
        elif len(task.items) > 1:
            partition, at = task.partition, task.partition.pieces.index(task.piece)
            alone = [_Task(partition, f"{task.piece}-{n}", [one]) for n, one in enumerate(task.items)]
            partition.pieces[at : at + 1] = [one.piece for one in alone]
            partition.missing.discard(task.piece)
            partition.missing |= {one.piece for one in alone}
            for one in alone:
                yield self._given(one)
        elif not task.after:
            yield self._given(replace(task, after="crash"))
        else:
            ((item, sha256),) = task.items
            name = where(item)
            reason = str(Message("Bulk", KILLED, {"name": name}))
            row = failed_row(sha256 or name, sha256, name, reason, self._how.engine)
            keep_piece(self._folder, task.piece, row)
            yield from self._came(task, 1, 1)

    def _tell(self) -> None:
        done = self._outcome
        self._progress(done.read + done.failed + done.known + done.twice, self._total)
