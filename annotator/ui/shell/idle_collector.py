"""Collecting garbage while nobody types."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_PAUSE = 2_000  # ms without a key
_BETWEEN = 10_000  # ms between two collections
_WHOLE = 12  # after so many collections a full one


class IdleCollector(QObject):
    """Takes collecting over from Python, which does it at any key.

    Python goes through all objects whenever many were made: 70 to 150 ms with a long letter open, in the
    middle of a word.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what is here now stays: modules, classes, the window
        self._rounds = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._collect)
        self._timer.start(_BETWEEN)

    def wait(self) -> None:
        """Wait for a pause: the analyst is at work."""
        if self._timer.remainingTime() < _PAUSE:
            self._timer.start(_PAUSE)

    def _collect(self) -> None:
        self._rounds += 1
        gc.collect(1 if self._rounds % _WHOLE else 2)
        self._timer.start(_BETWEEN)
