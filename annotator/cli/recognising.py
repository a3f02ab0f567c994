"""The command that recognises pages of letters anew."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.saying import ANALYST, MODELS, PASSWORDS, PROJECT, complain, letter_id, say

_NONE_LEFT = "the program read all pages itself already; --letter ID has a letter read once more"
_NONE_POOR = "no letter has pages without text or with a poor text layer; --letter or --all names others"


@click.command()
@PROJECT
@click.option(
    "--letter", "letters", multiple=True, type=letter_id, metavar="ID", help="This letter (its id)."
)
@click.option("--page", "pages", multiple=True, type=int, metavar="N", help="Only this page of one letter.")
@click.option(
    "--all", "all_letters", is_flag=True, help="All letters, but those read by the program already."
)
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@MODELS
@PASSWORDS
@ANALYST
def recognise(
    project: Path,
    letters: tuple[int, ...],
    pages: tuple[int, ...],
    all_letters: bool,
    dry_run: bool,
    models: Path | None,
    passwords: tuple[str, ...],
    analyst: str,
) -> None:
    """Recognise the pages of letters anew, under what was done to them.

    Without --letter and --all: of letters with a page that has no text, or a poor text layer. What was
    corrected, tagged and filled in stays, as with reread. One change a letter, which can be undone. With
    --page other pages of the letter stay as they are.
    """
    from annotator.core.user_errors import UserError
    from annotator.session import Session
    from annotator.session.project.at_once import answered, made
    from annotator.session.transfer import recognising_again
    from annotator.session.transfer.recognising import recognition
    from annotator.session.transfer.rereading import Reread, previewing, rereading
    from annotator.storage.store import Store

    if pages and len(letters) != 1:
        raise click.UsageError("--page names a page of one letter: give that one with --letter.")
    choice, failed = recognition("all", str(models or "")), False
    with (
        Store.open(project, read_only=dry_run, must_write=not dry_run, analyst=analyst) as store,
        recognising_again.RecognisesAgain(choice, passwords) as again,
    ):
        session = Session(store, analyst)
        found = recognising_again.unrecognised_letters if all_letters else recognising_again.poor_letters
        wanted = letters or found(store.reader)
        if not wanted:
            say(_NONE_LEFT if all_letters else _NONE_POOR)
        for number in wanted:
            try:
                asked = Reread(number, again.read(store.reader, number, pages=pages))
                preview = answered(session, previewing(asked))
                if not dry_run:
                    made(session, rereading(asked))
            except UserError as problem:
                complain(problem)
                failed = True
                continue
            places = f"{preview.changed} places {'would change' if dry_run else 'changed'}"
            say(f"letter {number}: {places}, {len(preview.disputed)} corrections disputed")
    if failed:
        raise click.exceptions.Exit(1)
