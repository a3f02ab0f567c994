"""The command line of the window, read before anything of the window is imported."""

from __future__ import annotations

import argparse
import os
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from annotator.cli.names import COMMANDS
from annotator.core.printable import printable

LANGUAGES = ("nl", "en")
_USAGE = "Usage: kanttekening [PATHS]... [--project P.kant] [--analyst NAME] [--sample]"


class WrongUsage(Exception):
    """What was asked for cannot be meant."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise WrongUsage(message)


def read(arguments: Sequence[str]) -> argparse.Namespace | int:
    """Return what the window is to show, or the exit code where that cannot be; a sentence is then said."""
    try:
        if arguments and arguments[0][:1].isalpha():  # a mistyped command, before its options are looked at
            _require_there(Path(arguments[0]))
        options = arguments_of(arguments)
        for path in options.paths:
            _require_there(path)
        if options.project is not None:
            _require_place(options.project)
        return options
    except WrongUsage as wrong:
        try:
            print(f"{_USAGE}\nkanttekening: {printable(str(wrong))}", file=sys.stderr)
        except OSError:
            return 2  # nobody hears
        return 2


def arguments_of(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line of the window. Raises `WrongUsage`."""
    options = _parser().parse_args(list(arguments))
    if "" in (*options.paths, options.project):
        raise WrongUsage("a path is empty.")
    options.paths = [Path(path) for path in options.paths]
    options.project = None if options.project is None else Path(options.project)
    options.analyst = printable(options.analyst).strip()
    return options


def option_names() -> list[str]:
    """Return the options of the window."""
    return [name for action in _parser()._actions for name in action.option_strings]


def _parser() -> _Parser:
    parser = _Parser(prog="kanttekening", add_help=False, allow_abbrev=False)
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--project")
    parser.add_argument("--analyst", default="")
    parser.add_argument("--sample", action="store_true")
    parser.add_argument("--language", choices=LANGUAGES, default="")
    parser.add_argument("--theme", choices=("system", "light", "dark"), default="")
    return parser


def _require_there(path: Path) -> None:
    mode = _mode_of(path)
    if mode is None:
        raise WrongUsage(_not_there(path))
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise WrongUsage(f"{path} is neither a file nor a folder.")


def _require_place(project: Path) -> None:
    """Require a project, or a folder in which one can be made."""
    mode = _mode_of(project)
    if mode is None and not project.absolute().parent.is_dir():
        raise WrongUsage(f"{project}: there is no folder for this project.")
    if mode is not None and not stat.S_ISREG(mode):
        raise WrongUsage(f"{project} is no project.")


def _mode_of(path: Path) -> int | None:
    try:
        return path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise WrongUsage(f"{path} cannot be read: {os.strerror(error.errno or 0)}.") from error


def _not_there(path: Path) -> str:
    """Say that a file is not there; a word may be a command that was mistyped."""
    word = str(path)
    if os.sep in word or "." in word:
        return f'there is no file "{word}".'
    if word in COMMANDS:
        return f"the command comes first: kanttekening {word}"
    import difflib

    near = difflib.get_close_matches(word.lower(), COMMANDS, 1)
    meant = f" Did you mean {near[0]}?" if near else ""
    return f'there is no file or command "{word}".{meant}'
