"""Commands that have a letter read anew, and tell which readings it has."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from annotator.cli.saying import ANALYST, PASSWORDS, PATH, PROJECT, Failed, letter_id, say, say_json

_MOST_NAMED = 20  # disputed places that are shown
_LETTER = click.option("--letter", required=True, help="The number of the letter.")


@click.command()
@PROJECT
@click.argument("file", required=False, type=PATH)
@_LETTER
@click.option("--reading", default="", help="Go back to this reading instead of reading a file.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@click.option("--anyway", is_flag=True, help="Also where the file seems to be of another letter.")
@PASSWORDS
@ANALYST
def reread(
    project: Path,
    file: Path | None,
    letter: str,
    reading: str,
    dry_run: bool,
    anyway: bool,
    passwords: tuple[str, ...],
    analyst: str,
) -> None:
    """Read a letter anew from a better file, under what was done to it.

    What was corrected, tagged and filled in stays; a correction that the new reading agrees with is not
    needed any more, one of which it says a third thing becomes a suspect. One change, which can be undone;
    the letter keeps each reading.
    """
    from annotator.session import Session
    from annotator.session.project.at_once import answered, made
    from annotator.session.transfer.reading_again import file_read_again
    from annotator.session.transfer.rereading import Reread, previewing, rereading
    from annotator.storage.store import Store

    if (file is None) == (not reading):
        raise click.UsageError(
            "Give a file to read, or with --reading the number of a reading to go back to."
        )
    number = letter_id(letter)
    with Store.open(project, read_only=dry_run, must_write=not dry_run, analyst=analyst) as store:
        session = Session(store, analyst)
        source = None if file is None else file_read_again(store, file, passwords)
        asked = Reread(number, source, letter_id(reading) if reading else 0)
        preview = answered(session, previewing(asked))
        _show(preview)
        if preview.is_other and not anyway and not dry_run:
            raise Failed(
                "this seems to be another letter, and nothing was changed. With --anyway it is taken."
            )
        if not dry_run:
            made(session, rereading(asked))
            say(f"letter {number} goes by reading {preview.number}")


def _show(preview: Any) -> None:
    say(f"longer words in both, in order: {preview.shared:.0%}")
    say(f"pages: {preview.pages[0]} before, {preview.pages[1]} after")
    say(f"places that change: {preview.changed}")
    say(f"corrections not needed any more: {preview.agreed}")
    say(f"corrections kept: {preview.kept}")
    say(f"corrections disputed: {len(preview.disputed)}")
    say(f"tags and values whose words are gone: {preview.emptied}")
    for place in preview.disputed[:_MOST_NAMED]:
        say(f"  {_quoted(place.before)}: yours {_quoted(place.yours)}, read anew {_quoted(place.new)}")
    if (more := len(preview.disputed) - _MOST_NAMED) > 0:
        say(f"  and {more} more")


def _quoted(text: str) -> str:
    return "“{}”".format(text.replace("\n", "⏎"))


@click.command()
@PROJECT
@_LETTER
@click.option("--json", "as_json", is_flag=True, help="One object a line.")
def readings(project: Path, letter: str, as_json: bool) -> None:
    """List the readings that a letter has, and which one it goes by."""
    from annotator.storage.store import Store

    with Store.open(project, read_only=True) as store:
        number = letter_id(letter)
        store.reader.details(number)
        kept = store.reader.kept_readings(number)
    for each in kept:
        if as_json:
            say_json(each._asdict())
        else:
            mark = "*" if each.is_current else " "
            size = f"{each.pages} pages, {each.characters} characters"
            by = f" by {each.analyst}" if each.analyst else ""
            say(f"{mark} {each.number}  {each.made_at}{by}  {each.source_name}  ({size})")


@click.command()
@PROJECT
@click.option("--letter", "letters", multiple=True, type=letter_id, metavar="ID", help="Of this letter.")
@click.option("--json", "as_json", is_flag=True, help="One object a line.")
def notes(project: Path, letters: tuple[int, ...], as_json: bool) -> None:
    """List what import had to say of letters: what it guessed, left out, or left alone."""
    from annotator.storage.store import Store

    with Store.open(project, read_only=True) as store:
        for number in letters or store.reader.letter_ids():
            title = store.reader.details(number).source_name
            for note in store.reader.import_notes(number):
                if as_json:
                    say_json({"letter": number, "source": title, "note": str(note)})
                else:
                    say(f"letter {number}: {note}")
