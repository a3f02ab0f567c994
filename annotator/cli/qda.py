"""The command that brings in a project of another program for qualitative research."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.saying import ANALYST, PATH, PROJECT, complain, say


@click.command("import-project")
@PROJECT
@click.argument("file", type=PATH)
@ANALYST
def import_project(project: Path, file: Path, analyst: str) -> None:
    """Bring in a project of ATLAS.ti, NVivo, MAXQDA, QualCoder… (REFI-QDA, .qdpx).

    Its texts become letters; its codes tags, its codings passages, its variables fields, its notes notes.
    What the project has already is known again and not added twice. What is not brought in is said.
    """
    from annotator.importers.refi_qda.reading import read_project
    from annotator.session import Session
    from annotator.session.project.at_once import made
    from annotator.session.project.text_language import language_of
    from annotator.session.transfer.qda import add_texts, carrying
    from annotator.storage.store import Store

    read = read_project(file)
    with Store.open(project, must_write=True, analyst=analyst) as store:
        language = language_of(store.reader)
        found = add_texts(store, read, analyst, language)
        brought = made(Session(store, analyst), carrying(read, found, language)).told
    for left in brought.left:
        complain(left)
    say(f"letters: {brought.letters} new, {brought.known} known")
    say(f"tags: {brought.tags} new; fields: {brought.fields} new")
    say(f"passages: {brought.passages}, sections: {brought.sections}, values: {brought.values}")
