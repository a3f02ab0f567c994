"""What the commands share: their arguments, and how they speak."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from annotator.core.printable import is_unfit, printable

# Whether a file may be read is found out, and said, where it is read.
PATH = click.Path(readable=False, path_type=Path)
ANALYST = click.option("--analyst", default="", help="Who works (kept with what is made).")
PROJECT = click.argument("project", type=PATH)

# Draws the window, for a picture: this part knows no window itself.
Render = Callable[..., None]


class Failed(click.ClickException):
    """A job that failed: one line on stderr, exit code 1."""

    exit_code = 1

    def show(self, file: Any = None) -> None:
        complain(self.format_message())


def say(line: object) -> None:
    """Print a line; names and texts in it cannot steer the terminal."""
    click.echo(printable(str(line)))


def complain(line: object) -> None:
    click.echo(f"kanttekening: {printable(str(line))}", err=True)


def say_json(data: object) -> None:
    """Print an object on a line; what would steer the terminal, or it cannot write, is escaped."""
    import json

    is_unicode = (getattr(sys.stdout, "encoding", None) or "").lower().startswith("utf")
    line = json.dumps(data, ensure_ascii=not is_unicode)
    click.echo("".join(f"\\u{ord(sign):04x}" if is_unfit(sign) else sign for sign in line))
