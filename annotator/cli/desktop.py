"""Commands that have to do with the window and the desktop."""

from __future__ import annotations

import re
from pathlib import Path

import click

from annotator.cli.saying import PATH, PROJECT, Failed, Render, letter_id, say

_SIZE = re.compile(r"([0-9]{3,4})[xX]([0-9]{3,4})")


@click.command("install-desktop")
@click.option("--remove", is_flag=True, help="Take it away again.")
def install_desktop(remove: bool) -> None:
    """Put the program into the menus of a Linux desktop; a double click on a .kant file then opens it."""
    from annotator import desktop_entry

    for path in desktop_entry.remove() if remove else desktop_entry.install(desktop_entry.command_line()):
        say(path)


def _size(context: click.Context, parameter: click.Parameter, value: str) -> tuple[int, int]:
    found = _SIZE.fullmatch(value)
    if found is None or not all(200 <= int(side) <= 8000 for side in found.groups()):
        raise click.BadParameter("a size is WIDTHxHEIGHT in pixels, from 200 to 8000, e.g. 1600x1000")
    return int(found[1]), int(found[2])


@click.command()
@PROJECT
@click.option("--out", required=True, type=PATH, help="The PNG to write.")
@click.option("--letter", type=letter_id, metavar="ID", help="Which letter (its id); the first without.")
@click.option("--size", default="1600x1000", callback=_size, help="WIDTHxHEIGHT in pixels.")
@click.option("--dark", is_flag=True, help="The dark window.")
@click.option("--language", type=click.Choice(["nl", "en"]), default=None, help="The language of the screen.")
@click.option("--force", is_flag=True, help="Replace a file that is there already.")
@click.pass_obj
def screenshot(
    render: Render,
    project: Path,
    out: Path,
    letter: int | None,
    size: tuple[int, int],
    dark: bool,
    language: str | None,
    force: bool,
) -> None:
    """Render the main window with a project to a PNG, without a screen."""
    from annotator.core.project_files import require_no_project

    require_no_project(out)
    if out.exists() and not force:
        raise Failed(f"{out} is there already: choose another name, or allow --force to replace it.")
    render(project, out, letter, size, dark=dark, language=language or "")
    say(out)
