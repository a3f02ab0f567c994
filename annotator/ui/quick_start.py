"""Bringing Qt in with nothing but the program's own work before the first picture."""

from __future__ import annotations

import builtins
import gc


def hurry() -> None:
    """Put off what the first picture can do without; call it before anything else of Qt is imported.

    Collecting garbage costs 15 ms in which there is none: `IdleCollector` takes it over later. And PySide6
    puts a function of its own before every import, which reads the source of each module to see whether it
    asks for PySide6's features (`from __feature__ import snake_case`): nobody here does, and it costs 30 ms.
    """
    gc.disable()
    plain_import = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain_import
