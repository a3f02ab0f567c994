"""Ending a command by a signal: it unwinds as from an error, so that nothing half done is left."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = tuple(
    number
    for name in ("SIGINT", "SIGTERM", "SIGHUP")
    if isinstance(number := getattr(signal, name, None), signal.Signals)
)


class Stopped(KeyboardInterrupt):
    """A signal asked to end."""


class _State:
    held = 0
    waits = False


def end_by_signals() -> None:
    """Have a signal to end raise `Stopped` in the main thread, once; the next ones are not heard.

    A signal that the system was told to ignore, as by `nohup`, stays ignored.
    """
    if threading.current_thread() is not threading.main_thread():
        return
    for number in _SIGNALS:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _heard)


def _heard(number: int, frame: FrameType | None) -> None:
    for each in _SIGNALS:
        signal.signal(each, signal.SIG_IGN)
    if _State.held:
        _State.waits = True
        return
    raise Stopped


@contextmanager
def held() -> Iterator[None]:
    """Do a few steps that belong together: a signal that comes meanwhile is heard behind them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    _State.held += 1
    try:
        yield
    finally:
        _State.held -= 1
        if not _State.held:
            let_through()


def let_through() -> None:
    """Hear a signal that came while it was held: here it may."""
    if _State.waits and threading.current_thread() is threading.main_thread():
        _State.waits = False
        raise Stopped
