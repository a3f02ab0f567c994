"""What the commands share: their arguments, and how they speak."""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from annotator.core.printable import is_unfit, printable

_LARGEST_ID = 2**63 - 1  # in a project file
_DIGITS = re.compile(r"[0-9]+")  # `str.isdigit` takes signs of all scripts, and powers

# Draws the window, for a picture: this part knows no window itself.
Render = Callable[..., None]


class _Path(click.Path):
    """A path; whether a file is there and may be read is found out, and said, where it is read."""

    def __init__(self) -> None:
        super().__init__(readable=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not str(value):  # else it would be the folder that one stands in
            self.fail("a path is empty.", param, ctx)
        return super().convert(value, param, ctx)


def letter_id(value: str) -> int:
    """Read the number of a letter. Raises `click.BadParameter`."""
    if not _DIGITS.fullmatch(value):
        raise click.BadParameter(f"{value!r} is no number of a letter.")
    if len(value) > len(str(_LARGEST_ID)) or int(value) > _LARGEST_ID:
        raise click.BadParameter(f"there is no letter {value}: the number is too large.")
    return int(value)


def _as_name(context: click.Context, parameter: click.Parameter, value: str) -> str:
    return printable(value).strip()


PATH = _Path()
ANALYST = click.option("--analyst", default="", callback=_as_name, help="Who works (kept with what is made).")
PROJECT = click.argument("project", type=PATH)
OCR = click.option(
    "--ocr",
    type=click.Choice(["auto", "all", "never"]),
    default="auto",
    show_default=True,
    help="Recognise the text of pages that have none, of all pages, or of none.",
)
MODELS = click.option(
    "--models",
    type=PATH,
    envvar="KANTTEKENING_MODELS",
    help="A folder with more models (.traineddata) to recognise text with.",
)
PASSWORDS = click.option(
    "--password",
    "passwords",
    multiple=True,
    envvar="KANTTEKENING_PASSWORD",
    help="Opens locked PDFs; may be given again. Better in the environment: others can see a command line.",
)


class Failed(click.ClickException):
    """A job that failed: one line on stderr, exit code 1."""

    exit_code = 1


def say(line: object) -> None:
    """Print a line; names and texts in it cannot steer the terminal."""
    click.echo(printable(str(line)))


def complain(line: object) -> None:
    """Print a line about what is wrong; where nobody can hear it, that is no further fault."""
    with contextlib.suppress(OSError, ValueError):
        click.echo(f"kanttekening: {printable(str(line))}", err=True)


def say_json(data: object) -> None:
    """Print an object on a line; what would steer the terminal, or it cannot write, is escaped."""
    import json

    is_unicode = (getattr(sys.stdout, "encoding", None) or "").lower().startswith("utf")
    line = json.dumps(data, ensure_ascii=not is_unicode)
    click.echo("".join(f"\\u{ord(sign):04x}" if is_unfit(sign) else sign for sign in line))
