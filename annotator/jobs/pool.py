"""Several warm worker processes that go through a long row of requests, answers in the order of the row.

    with Pool() as pool:
        for key, answer in pool.answers(rows, cancelled):
            ...

A request that hangs or kills its process costs that one request: its answer is the `JobFailed`, the process
is replaced, and the others go on.
"""

from __future__ import annotations

import queue
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from annotator.jobs.worker import Worker
from annotator.jobs.worker_count import worker_count

K = TypeVar("K")

_AHEAD = 2  # requests that a worker has at hand: one under way, one waiting
_ROW = 64  # requests whose answers wait for one before them
_LOOK = 0.2  # seconds, after which a cancel is noticed


@dataclass(frozen=True, slots=True)
class Request(Generic[K]):
    """Ask for `function(*args, report=…)`; `size` in bytes is what it takes of the memory in the meantime.

    One without a function has nothing to ask: it keeps its place in the row, and its answer is None.
    """

    key: K
    function: Callable[..., Any] | None
    args: tuple[Any, ...]
    timeout: float
    size: int = 0


class Pool:
    """Worker processes, as many as the machine has cores, at most four; they start with the first request."""

    def __init__(self, workers: int = 0, memory_limit: int | None = None, most_waiting: int = 2**28) -> None:
        count = workers or worker_count()
        self._workers = [Worker(f"kanttekening-pool-{n}", memory_limit) for n in range(count)]
        self._busy = [0] * count
        self._answers: queue.SimpleQueue[tuple[int, int, int, Any]] = queue.SimpleQueue()
        self._most_waiting = most_waiting
        self._row = 0

    @property
    def size(self) -> int:
        """Return how many processes it has."""
        return len(self._workers)

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the processes, whatever they do."""
        for worker in self._workers:
            worker.close()

    def answers(
        self,
        requests: Iterable[Request[K]],
        cancelled: Callable[[], bool] = lambda: False,
        heard: Callable[[K, int, int], None] = lambda key, done, total: None,
    ) -> Iterator[tuple[K, Any]]:
        """Yield each request's key with its result, or with the error where there is none, in their order.

        Requests are taken from the row as workers become free, and as long as those under way take no more
        memory than the pool may. After a cancel what is not under way is left; what is, is not waited for.
        `heard` is called whenever a job reports a step, with the request's key, on another thread.
        """
        self._begin_anew()
        row, number, held = iter(requests), 0, 0
        waiting: deque[tuple[int, K, int]] = deque()
        ready: dict[int, Any] = {}
        more = True
        while more or waiting:
            while more and held < self._most_waiting and len(waiting) < _ROW and (free := self._free()) >= 0:
                request = None if cancelled() else next(row, None)
                if request is None:
                    more = False
                    break
                if request.function is None:
                    ready[number] = None
                else:
                    self._submit(free, number, request, heard)
                waiting.append((number, request.key, request.size))
                number, held = number + 1, held + request.size
            while waiting and waiting[0][0] in ready:
                done, key, size = waiting.popleft()
                held -= size
                yield key, ready.pop(done)
            if waiting:
                if cancelled():
                    return
                self._take(ready)

    def _begin_anew(self) -> None:
        """Forget what was under way when an earlier row was left."""
        self._row += 1
        self._busy = [0] * len(self._workers)

    def _free(self) -> int:
        """Return the worker with the least to do; -1 where all have enough."""
        worker = min(range(len(self._busy)), key=self._busy.__getitem__)
        return worker if self._busy[worker] < _AHEAD else -1

    def _submit(
        self, worker: int, number: int, request: Request[K], heard: Callable[[K, int, int], None]
    ) -> None:
        row = self._row

        def answered(answer: Any) -> None:
            self._answers.put((row, worker, number, answer))

        self._busy[worker] += 1
        assert request.function is not None
        self._workers[worker].submit(
            f"{row}:{number}",
            request.function,
            *request.args,
            done=answered,
            failed=answered,
            progress=lambda done, total: heard(request.key, done, total),
            timeout=request.timeout,
            by_step=True,
        )

    def _take(self, ready: dict[int, Any]) -> None:
        try:
            row, worker, number, answer = self._answers.get(timeout=_LOOK)
        except queue.Empty:
            return
        if row != self._row:
            return
        self._busy[worker] -= 1
        ready[number] = answer
