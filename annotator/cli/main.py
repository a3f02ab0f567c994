"""The command line: its group of commands, and what a run of one ends with."""

from __future__ import annotations

import contextlib
import errno
import importlib
import io
import logging
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from annotator import __version__
from annotator.cli.names import COMMANDS
from annotator.cli.saying import Render, complain
from annotator.core.drafts import forget_mine, sweep_noted
from annotator.core.stopping import end_by_signals
from annotator.core.user_errors import UserError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class LazyGroup(click.Group):
    """Commands that are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name]
        command = getattr(importlib.import_module(f"annotator.cli.{module}"), name)
        assert isinstance(command, click.Command)
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        from annotator.cli.completion import for_the_window

        found = super().shell_complete(ctx, incomplete)
        return found + for_the_window(incomplete) if incomplete[:1] == "-" or not found else found


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    invoke_without_command=False,
)
@click.version_option(__version__, prog_name="kanttekening")
def cli() -> None:
    """Correct, tag and fill in forms for OCR'd letters. Without a command the window opens.

    \b
    kanttekening                                    the last project
    kanttekening P.kant                             that project
    kanttekening letter.txt folder/ --project P.kant   letters, in a project
    kanttekening --sample                           the sample letters
    """


def main(arguments: Sequence[str], render: Render | None = None) -> int:
    """Run a command and return its exit code: 0, 1 for a failed job, 2 for wrong usage.

    `render` draws the window, for `screenshot`: this part knows no window itself.
    """
    _never_fail_to_print()
    # What the log says of a write that waits is no line for people; a failure is said once, below.
    logging.getLogger("annotator").addHandler(logging.NullHandler())
    try:
        end_by_signals()
        return _run(arguments, render)
    except KeyboardInterrupt:
        complain("stopped")
        return 1
    finally:
        forget_mine()


def _run(arguments: Sequence[str], render: Render | None) -> int:
    try:
        sweep_noted()  # of programs that died
        # Not by `cli.main`, which has an answer of its own to Ctrl+C and to outputs that are closed.
        with cli.make_context("kanttekening", list(arguments), obj=render) as context:
            cli.invoke(context)
        return 0
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.UsageError as error:
        with contextlib.suppress(OSError):
            click.echo(error.ctx.get_usage() if error.ctx else "", err=True)
        complain(error.format_message())
        return error.exit_code
    except click.ClickException as error:
        complain(error.format_message())
        return error.exit_code
    except UserError as problem:
        complain(problem)
    except BrokenPipeError:
        pass  # who reads has read enough
    except OSError as error:
        if error.errno == errno.ENOMEM:
            raise MemoryError from error
        complain(_sentence(error))
    return 1


def _sentence(error: OSError) -> str:
    """Return what the system says; where it names no file, it is what is printed that cannot be written."""
    reason = error.strerror or str(error) or "the system does not say why"
    if error.filename is None:
        return f"what there is to say cannot be written: {reason}."
    return f"{os.fsdecode(error.filename)}: {reason}."


def _never_fail_to_print() -> None:
    """Print `?` for a sign that the terminal's encoding lacks, rather than fail half way."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
