"""A project as it was at one moment, however long that is read: thousands of pages take an hour."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import Self

from annotator.core.drafts import draft_beside
from annotator.core.user_errors import UserError
from annotator.storage.reader import Reader
from annotator.storage.store import Store

LONG = 10.0  # seconds that the log may wait for a reader
_ROOM = 2  # of the project's size must be free, and as much stays for the project itself


class OneMoment:
    """Reads one moment of a project. Use it in one thread, as a context manager.

    While a moment is read, what is typed meanwhile stays in the log alone. So after a while the moment is
    copied beside the project, and read there. Where a copy has no room, the log waits.
    """

    def __init__(self, store: Store, stop: Callable[[], None] = lambda: None) -> None:
        """`stop` is called between the pieces of a copy, and raises what ends it."""
        self._store, self._stop = store, stop
        self._open, self._moment = ExitStack(), ExitStack()

    def __enter__(self) -> Self:
        self._reader = self._open.enter_context(self._store.open_reader())
        self._moment.enter_context(self._reader.moment())
        self._long_at = time.monotonic() + LONG
        return self

    def __exit__(self, *error: object) -> None:
        self._moment.close()
        self._open.close()

    def reader(self) -> Reader:
        """Return who reads the moment now: ask anew for each thing that is read."""
        if time.monotonic() >= self._long_at:
            self._long_at = float("inf")
            self._read_a_copy()
        return self._reader

    def _read_a_copy(self) -> None:
        path = self._store.path
        with ExitStack() as made:
            try:
                if shutil.disk_usage(path.parent).free < _ROOM * path.stat().st_size:
                    return
                draft = made.enter_context(draft_beside(path, like=path))
                self._reader.copy_moment(draft, self._stop)
                reader = made.enter_context(Reader(draft))
            except (OSError, UserError) as problem:
                if type(problem) not in (UserError, OSError):  # a cancel
                    raise
                return
            self._open.push(made.pop_all())
        self._reader = reader
        self._moment.close()
