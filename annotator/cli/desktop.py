"""Commands that have to do with the window and the desktop."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.saying import PATH, PROJECT, Failed, Render, say


@click.command("install-desktop")
@click.option("--remove", is_flag=True, help="Take it away again.")
def install_desktop(remove: bool) -> None:
    """Put the program into the menus of a Linux desktop; a double click on a .kant file then opens it."""
    from annotator import desktop_entry

    for path in desktop_entry.remove() if remove else desktop_entry.install(desktop_entry.command_line()):
        say(path)


def _size(context: click.Context, parameter: click.Parameter, value: str) -> tuple[int, int]:
    width, _, height = value.lower().partition("x")
    if not (
        width.isdigit() and height.isdigit() and 200 <= int(width) <= 8000 and 200 <= int(height) <= 8000
    ):
        raise click.BadParameter("a size is WIDTHxHEIGHT in pixels, e.g. 1600x1000")
    return int(width), int(height)


@click.command()
@PROJECT
@click.option("--out", required=True, type=PATH, help="The PNG to write.")
@click.option("--letter", type=int, help="Which letter (its id); the first without.")
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
