"""A worker process that costs nothing before it is asked for something."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from annotator.jobs.worker_count import worker_count

if TYPE_CHECKING:
    from annotator.jobs.worker import Worker


_IDLE_END = 20.0  # seconds


class LazyWorker:
    """A `Worker` that is made, and what it needs imported, at the first request."""

    def __init__(
        self,
        name: str = "kanttekening-worker",
        memory_limit: int | None = None,
        *,
        patient: bool = True,
        idle_end: float | None = None,
    ) -> None:
        self._worker: Worker | None = None
        self._name, self._memory_limit, self._patient = name, memory_limit, patient
        self._idle_end = idle_end

    def submit(self, key: str, function: Callable[..., Any], *args: Any, **options: Any) -> None:
        """Ask for `function(*args)`; see `Worker.submit`."""
        if self._worker is None:
            from annotator.jobs.worker import Worker

            self._worker = Worker(
                self._name, self._memory_limit, patient=self._patient, idle_end=self._idle_end
            )
        self._worker.submit(key, function, *args, **options)

    def cancel(self, key: str) -> None:
        """Forget the request of this key; see `Worker.cancel`."""
        if self._worker is not None:
            self._worker.cancel(key)

    def close(self) -> None:
        """End the process, if there is one."""
        if self._worker is not None:
            self._worker.close()


def more_workers() -> list[LazyWorker]:
    """Return what a window has beside its own worker for many letters: with it, as many as there are without.

    Each needs the memory of a process, so its process ends when there was nothing to do for a while.
    """
    names = [f"kanttekening-worker-{number}" for number in range(2, worker_count() + 1)]
    return [LazyWorker(name, idle_end=_IDLE_END) for name in names]
