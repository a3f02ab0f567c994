"""A worker process that costs nothing before it is asked for something."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from annotator.jobs.worker import Worker


class LazyWorker:
    """A `Worker` that is made, and what it needs imported, at the first request."""

    def __init__(
        self, name: str = "kanttekening-worker", memory_limit: int | None = None, *, patient: bool = True
    ) -> None:
        self._worker: Worker | None = None
        self._name, self._memory_limit, self._patient = name, memory_limit, patient

    def submit(self, key: str, function: Callable[..., Any], *args: Any, **options: Any) -> None:
        """Ask for `function(*args)`; see `Worker.submit`."""
        if self._worker is None:
            from annotator.jobs.worker import Worker

            self._worker = Worker(self._name, self._memory_limit, patient=self._patient)
        self._worker.submit(key, function, *args, **options)

    def cancel(self, key: str) -> None:
        """Forget the request of this key; see `Worker.cancel`."""
        if self._worker is not None:
            self._worker.cancel(key)

    def close(self) -> None:
        """End the process, if there is one."""
        if self._worker is not None:
            self._worker.close()
