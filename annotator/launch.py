"""Tell a command without a window from a start of the window, without importing more than that takes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

# The names of the commands of `annotator.cli`; a test keeps the two in step.
COMMAND_NAMES = ("new", "import", "export", "suspects", "check", "backup", "screenshot")


def launch(arguments: Sequence[str]) -> int:
    """Run a command, or open the window; return the exit code."""
    if arguments and (arguments[0] in COMMAND_NAMES or arguments[0] in ("--help", "-h", "--version")):
        from annotator.cli import main

        return main(list(arguments), _render)
    _hurry()
    from annotator.app import run

    return run(list(arguments))


def _hurry() -> None:
    """Have nothing but the program's own work done before its first picture.

    Collecting garbage costs 15 ms in which there is none; `IdleCollector` takes over later. And PySide6 puts
    a function of its own before every import, which reads the source of each module to see whether it asks
    for one of PySide6's features (snake_case names): nobody here does, and it costs another 30 ms.
    """
    import builtins
    import gc

    gc.disable()
    plain_import = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain_import


def _render(*arguments: Any, **options: Any) -> None:
    from annotator.app import screenshot

    screenshot(*arguments, **options)


def main() -> int:
    """Start from the installed command `kanttekening`."""
    import sys

    return launch(sys.argv[1:])
