"""Letters that are being removed from the project, or were: no change is taken for them any more."""

from __future__ import annotations

from collections.abc import Callable, Collection

from annotator.core.user_errors import UserError
from annotator.session.project.refusals import REMOVING
from annotator.storage.store import Store

_WAITS = 0.5  # seconds


class Removals:
    """Has letters removed, in the writer's thread, and knows which ones went."""

    def __init__(
        self, store: Store, post: Callable[[Callable[[], None]], None], is_closed: Callable[[], bool]
    ) -> None:
        self.removed: frozenset[int] = frozenset()
        self._running = 0
        self._store, self._post, self._is_closed = store, post, is_closed

    def start(
        self,
        gone: Collection[int],
        *,
        from_backups: bool,
        done: Callable[[], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Have letters removed; `done` or `failed` follow in the thread of the views."""
        self.removed |= frozenset(gone)
        self._running += 1

        def ended(error: Exception | None) -> None:
            self._running -= 1
            if error is None:
                done()
                return
            try:
                # Even where it failed in the backups, perhaps after closing, the letters are gone.
                if not self._is_closed():
                    self.removed -= self._store.reader.abouts(sorted(gone)).keys()
            finally:
                failed(error)

        self._store.remove_letters(
            sorted(gone),
            from_backups=from_backups,
            done=lambda _: self._post(lambda: ended(None)),
            failed=lambda error: self._post(lambda: ended(error)),
        )

    def wait(self) -> None:
        """Wait a moment for what runs: it takes changes out of the history. Raises UserError if it lasts."""
        if self._running and not self._store.flush(_WAITS):
            raise UserError(REMOVING)
