"""The command that lists sections, form values and passages."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from annotator.cli.saying import PATH, complain, say, say_json
from annotator.cli.sources import letters_in
from annotator.core.user_errors import UserError


@click.command()
@click.argument("sources", nargs=-1, required=True, type=PATH)
@click.option("--json", "as_json", is_flag=True, help="One object a line.")
def outline(sources: tuple[Path, ...], as_json: bool) -> None:
    """List sections, form values and passages: what is proposed for files.

    For the letters of a project, what was decided where somebody decided, and what is proposed elsewhere;
    each with its state.
    """
    failed = False
    for source in sources:
        try:
            for name, text, rows in _outlines(source):
                _print_outline(name, text, rows, as_json)
        except UserError as problem:
            complain(problem)
            failed = True
    if failed:
        raise click.exceptions.Exit(1)


def _outlines(source: Path) -> Iterable[tuple[str, str, dict[str, list[dict[str, Any]]]]]:
    """Yield a name, the text and the rows of each letter."""
    from annotator.session.proposals.outlining import outline_of, shown_letters
    from annotator.storage.store import Store
    from annotator.structure.engine import propose
    from annotator.structure.interface import LetterText
    from annotator.structure.record import outline_rows

    if source.suffix != ".kant":
        for path, read in letters_in(source):
            furniture = [(f.start, f.end) for f in read.furniture]
            found = propose(LetterText(read.text, read.page_starts, furniture, styles=read.lines))
            yield str(path), read.text, outline_rows(read.text, found)
        return
    with Store.open(source, read_only=True) as store:
        codebook = store.reader.codebook()
        for letter_id, letter in shown_letters(store.reader):
            yield f"{source}#{letter_id}", letter.text, outline_of(letter, codebook)


def _print_outline(name: str, text: str, rows: dict[str, list[dict[str, Any]]], as_json: bool) -> None:
    if as_json:
        say_json({"file": name, "text": text, **rows})
        return
    say(name)
    for section in rows["sections"]:
        line, about = text.count("\n", 0, section["start"]) + 1, _about(section["tag"] or "no tag", section)
        say(f"  {line:5} {'  ' * section['level']}{section['heading'] or '–'} ({about})")
    for value in rows["fields"]:
        say(f"  {_about(value['field'], value)}: {value['value'] or value['shown']}")
    for passage in rows["passages"]:
        line = text.count("\n", 0, passage["start"]) + 1
        say(f"  {line:5} {_about(passage['tag'], passage)}: {' '.join(passage['text'].split())}")


def _about(what: str, row: dict[str, Any]) -> str:
    """Return what a row is, with its state where it has one: what is found in a file is all proposed."""
    return f"{what}, {row['state']}" if "state" in row else what
