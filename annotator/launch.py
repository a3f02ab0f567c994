"""Tell a command without a window from a start of the window, without importing more than that takes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from annotator.cli.names import COMMANDS


def launch(arguments: Sequence[str]) -> int:
    """Run a command, or open the window; return the exit code."""
    if arguments and (arguments[0] in COMMANDS or arguments[0] in ("--help", "-h", "--version")):
        from annotator.cli.main import main

        return main(list(arguments), _render)
    from annotator.ui.quick_start import hurry

    hurry()
    from annotator.app import run

    return run(list(arguments))


def _render(*arguments: Any, **options: Any) -> None:
    from annotator.app import screenshot

    screenshot(*arguments, **options)


def main() -> int:
    """Start from the installed command `kanttekening`."""
    import sys

    return launch(sys.argv[1:])
