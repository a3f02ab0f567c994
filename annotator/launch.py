"""Tell a command without a window from a start of the window, without importing more than that takes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

# The names of the commands of `annotator.cli`; a test keeps the two in step.
COMMAND_NAMES = (
    "new",
    "import",
    "export",
    "suspects",
    "outline",
    "check",
    "backup",
    "backups",
    "restore",
    "screenshot",
    "install-desktop",
)


def launch(arguments: Sequence[str]) -> int:
    """Run a command, or open the window; return the exit code."""
    if arguments and (arguments[0] in COMMAND_NAMES or arguments[0] in ("--help", "-h", "--version")):
        from annotator.cli import main

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
