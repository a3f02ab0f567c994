"""Ending by a signal: Ctrl+C, or a system that shuts down, closes the window as the user would."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier

_SIGNALS = tuple(
    number
    for name in ("SIGINT", "SIGTERM", "SIGHUP")
    if isinstance(number := getattr(signal, name, None), signal.Signals)
)


class EndBySignal(QObject):
    """Calls `close` in the window's thread at the first signal to end; the next one ends the program at once.

    Python runs no handler of its own while Qt waits for events: its wake-up socket wakes Qt.
    """

    def __init__(self, close: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._close = close
        self._woken, self._waker = socket.socketpair()
        self._woken.setblocking(False)
        self._waker.setblocking(False)
        self._notifier = QSocketNotifier(self._woken.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        signal.set_wakeup_fd(self._waker.fileno(), warn_on_full_buffer=False)
        self._listen()

    def _listen(self) -> None:
        for number in _SIGNALS:
            signal.signal(number, self._heard)

    def _heard(self, number: int, frame: FrameType | None) -> None:
        """Have the next signal end the program: saving may be waiting for an answer."""
        for each in _SIGNALS:
            signal.signal(each, signal.SIG_DFL)

    def _wake(self) -> None:
        if self._woken.recv(64):
            self._close()
            self._listen()  # the analyst chose to stay

    def stop(self) -> None:
        """Hear no more signals; the system's own answer to them is back."""
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        for number in _SIGNALS:
            signal.signal(number, signal.SIG_DFL)
        self._woken.close()
        self._waker.close()
