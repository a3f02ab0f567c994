"""What a shell offers when Tab is pressed: click's own completion, with what the window takes.

A shell asks by starting the program with `_KANTTEKENING_COMPLETE`; `bash_source`, `zsh_source` or
`fish_source` in it prints the script that makes the shell ask.
"""

from __future__ import annotations

import os

from click import Command
from click.shell_completion import CompletionItem, shell_complete

VARIABLE = "_KANTTEKENING_COMPLETE"


def complete(cli: Command) -> int:
    """Answer a shell what may follow in a command line; return the exit code."""
    return shell_complete(cli, {}, "kanttekening", VARIABLE, os.environ[VARIABLE])


def for_the_window(incomplete: str) -> list[CompletionItem]:
    """Return what may follow where no command is named: options of the window, or else files."""
    from annotator.cli.window_arguments import option_names

    if incomplete.startswith("-"):
        return [CompletionItem(name) for name in option_names() if name.startswith(incomplete)]
    return [CompletionItem(incomplete, type="file")]
