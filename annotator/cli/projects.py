"""Commands for a project as a file: making it, checking it."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.saying import ANALYST, PATH, PROJECT, Failed, complain, say
from annotator.core.printable import printable


@click.command()
@PROJECT
@click.option(
    "--codebook",
    type=PATH,
    help="A codebook in TOML, or of another program (.qdc, .qdpx); the one for Kamerbrieven without.",
)
@click.option("--language", default="", help="The language of its letters, as nl or en; nl without.")
@ANALYST
def new(project: Path, codebook: Path | None, language: str, analyst: str) -> None:
    """Make an empty project."""
    from annotator.language.languages import DUTCH, folder_of
    from annotator.resources import resource_path
    from annotator.session.codebook.files import read_codebook_file
    from annotator.session.project.text_language import set_language
    from annotator.storage.store import Store

    shipped = resource_path("codebooks/kamerbrieven.toml")
    book = read_codebook_file(codebook or shipped, (language or DUTCH)[:2])
    folder_of(language or DUTCH)  # before anything is made
    with Store.create(project, book, analyst) as store:
        if language:
            set_language(store, language)
        warnings = store.warnings
    say(f"{project}: made")
    for warning in warnings:
        complain(warning)


@click.command()
@PROJECT
@click.option(
    "--backups", "with_backups", is_flag=True, help="Its backups, too: all that lies in them is read."
)
@click.option(
    "--folder", type=PATH, help="The folder for backups that is chosen in the settings, where one is."
)
def check(project: Path, with_backups: bool, folder: Path | None) -> None:
    """Check a project: the file, the texts, the quotes, the sections and pages."""
    from annotator.storage.check import check as run_check

    faults = run_check(project)
    if with_backups:
        from annotator.storage.backup_names import folder_of
        from annotator.storage.backups.checking import check_backups

        place = folder_of(project.absolute(), str(folder) if folder else "")
        if not place.is_dir():
            raise Failed(f"{place}: there are no backups there.")
        faults += check_backups(project, place)
    for fault in faults:
        click.echo(printable(f"{project}: {fault}"), err=True)
    if faults:
        raise click.exceptions.Exit(1)
    say(f"{project}: no faults")
