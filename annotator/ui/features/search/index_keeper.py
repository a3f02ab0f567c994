"""Keeps the full-text index up with the letters while nobody waits for anything."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, QTimer

from annotator.session import SaveState, Session
from annotator.ui.context import Context

_PATIENCE = 2.0  # seconds
_AFTER = 4_000  # ms after the last save, or after the project was opened


class IndexKeeper(QObject):
    """Has letters put into the index some seconds after the last change, and ends with the project."""

    def __init__(self, session: Session, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._context = session, context
        self._stop = threading.Event()
        self._running = False
        self._ended = threading.Event()
        self._ended.set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER)
        self._timer.timeout.connect(self._run)
        session.saving.connect(self._saved)
        self._timer.start()

    def leave(self) -> None:
        """Stop, and wait for the step at hand: the project is to be closed."""
        self._stop.set()
        self._timer.stop()
        self._ended.wait(_PATIENCE)

    def wake(self) -> None:
        """Look again in a moment: letters came in."""
        if not self._session.closed:
            self._timer.start()

    def _saved(self, state: SaveState) -> None:
        if state.state == "saved":
            self.wake()

    def _run(self) -> None:
        session = self._session
        if session.closed or session.read_only:
            return
        if self._running:
            self._timer.start()
            return
        from annotator.session.search.indexing import bring_up_to_date

        self._running = True
        ended = self._ended = threading.Event()
        stop = self._stop = threading.Event()

        def done(complete: bool) -> None:
            self._running = False

        def failed(error: Exception) -> None:
            self._running = False
            raise error

        store = session.store

        def work(progress: object, cancelled: object) -> bool:
            try:
                return bring_up_to_date(store, lambda done, total: None, stop.is_set)
            finally:
                ended.set()

        self._context.tasks.run(work, done, failed)
