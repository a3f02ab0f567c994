"""Work in a thread that must not hold up others."""

from __future__ import annotations

import contextlib
import os
import sys
import threading

_NICE = 15


def give_way() -> None:
    """Let the thread that calls run behind all others from now on, where the system knows that (Linux)."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)
