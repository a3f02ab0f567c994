"""Write the man page: what `--help` of every command says, and the options of the window.

.venv/bin/python packaging/man_page.py > kanttekening.1
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from annotator import __version__
from annotator.cli.main import cli

# The window's options; a test holds them to what the window reads.
WINDOW = {
    "--project": ("P.kant", "The project that the letters go into; it is made where there is none."),
    "--analyst": ("NAME", "Who works: it is kept with every change."),
    "--sample": ("", "Open the sample letters."),
    "--language": ("nl|en", "The language of the screen; else the one of the settings, or the system's."),
    "--theme": ("system|light|dark", "The colours; else those of the settings."),
}
_FILES = (
    ("P.kant", "A project: letters, corrections, tags and values in one SQLite file."),
    ("P.kant-backups/", "Its backups, beside it unless the settings name another folder."),
    ("~/.config/kanttekening/kanttekening.ini", "The settings."),
)
_EXIT = (
    ("0", "All went well."),
    ("1", "The work could not be done; one sentence on the error output says why."),
    ("2", "The command line cannot be meant."),
)


def page() -> str:
    """Return the whole page in the language of man."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield f'.TH KANTTEKENING 1 "" "kanttekening {__version__}" "User commands"'
    yield ".SH NAME"
    yield r"kanttekening \- correct, tag and turn OCR'd letters into data"
    yield ".SH SYNOPSIS"
    yield r".B kanttekening"
    yield r"[\fIPATH\fR ...] [\fIOPTION\fR ...]"
    yield ".br"
    yield r".B kanttekening"
    yield r"\fICOMMAND\fR [\fIARGUMENT\fR ...]"
    yield ".SH DESCRIPTION"
    yield "Without a command the window opens: on the last project, on the project that is named, or on"
    yield "letters, which are imported. With a command the same is done without a window and a screen."
    yield "Nothing is ever sent over the network."
    yield ".SH OPTIONS OF THE WINDOW"
    for name, (value, help_text) in WINDOW.items():
        yield from _term(f"{_bold(name)} {_italic(value)}".rstrip(), help_text)
    yield from _term(_bold("--help"), "List the commands, and end.")
    yield from _term(_bold("--version"), "Say the version, and end.")
    yield ".SH COMMANDS"
    with click.Context(cli, info_name="kanttekening") as context:
        for name in cli.list_commands(context):
            command = cli.get_command(context, name)
            assert command is not None
            with click.Context(command, parent=context, info_name=name) as inner:
                yield from _command(command, inner)
    yield ".SH FILES"
    for name, said in _FILES:
        yield from _term(_italic(name), said)
    yield ".SH EXIT STATUS"
    for name, said in _EXIT:
        yield from _term(_bold(name), said)


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    usage = " ".join(command.collect_usage_pieces(context))
    yield f".SS kanttekening {_escaped(context.info_name or '')} {_escaped(usage)}"
    for paragraph in re.split(r"\n\s*\n", (command.help or "").replace("\f", "").strip()):
        block = paragraph.strip()
        if block.startswith("\b"):  # click's mark: these lines stay as they are
            yield ".nf"
            yield from (_escaped(line.strip()) for line in block.splitlines()[1:])
            yield ".fi"
        else:
            yield _escaped(" ".join(block.split()))
        yield ".PP"
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if isinstance(parameter, click.Option) and record is not None and "--help" not in record[0]:
            yield from _term(_bold(record[0]), record[1])


def _term(term: str, said: str) -> Iterator[str]:
    yield ".TP"
    yield term
    yield _escaped(" ".join(said.split()))


def _bold(text: str) -> str:
    return rf"\fB{_escaped(text)}\fR"


def _italic(text: str) -> str:
    return rf"\fI{_escaped(text)}\fR" if text else ""


def _escaped(text: str) -> str:
    """Return text as man takes it: its own signs escaped, no line that is taken for a request."""
    for sign, name in (
        ("\\", r"\e"),
        ("-", r"\-"),
        ("'", r"\(aq"),
        ("`", r"\(ga"),
        ("^", r"\(ha"),
        ("~", r"\(ti"),
    ):
        text = text.replace(sign, name)
    return rf"\&{text}" if text.startswith(".") else text


if __name__ == "__main__":
    sys.stdout.write(page())
