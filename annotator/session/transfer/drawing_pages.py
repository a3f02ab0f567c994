"""Pages that an export shows, drawn in a worker process: a hostile picture ends that one alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from types import TracebackType
from typing import Any

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.exporters import CANCELLED, ExportCancelled
from annotator.jobs.pool import Pool, Request
from annotator.jobs.worker import JobFailed

_TIMEOUT = 60.0  # seconds without a page
_MEMORY_LIMIT = 2 * 2**30  # bytes

NOT_DRAWN = QT_TRANSLATE_NOOP("Export", "its pages cannot be drawn")


class PageDrawer:
    """Runs functions in a worker process, which starts with the first of them."""

    def __init__(self, cancelled: Callable[[], bool] | None = None) -> None:
        self._cancelled = cancelled or (lambda: False)

    def __enter__(self) -> PageDrawer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if "_pool" in self.__dict__:
            self._pool.close()

    @cached_property
    def _pool(self) -> Pool:
        return Pool(1, _MEMORY_LIMIT)

    def run(self, function: Callable[..., Any], *args: Any) -> Any:
        """Return `function(*args)`. Raises `UserError`, and `ExportCancelled` after a cancel."""
        for _, answer in self._pool.answers([Request("", function, args, _TIMEOUT)], self._cancelled):
            if isinstance(answer, JobFailed):
                raise UserError(Message("Export", NOT_DRAWN)) from answer
            if isinstance(answer, Exception):
                raise answer
            return answer
        raise ExportCancelled(Message("Export", CANCELLED))
