"""The command that has scans read a second time, and what other commands learn of such readings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import click

from annotator.cli.saying import ANALYST, MODELS, PASSWORDS, PROJECT, complain, letter_id, say

_NONE_LEFT = (
    "every scan that another program read was read a second time; --letter or --all does it once more"
)


@click.command("read-twice")
@PROJECT
@click.option(
    "--letter", "letters", multiple=True, type=letter_id, metavar="ID", help="This letter (its id)."
)
@click.option("--all", "all_letters", is_flag=True, help="All letters, also those that were read twice.")
@MODELS
@PASSWORDS
@ANALYST
def read_twice(
    project: Path,
    letters: tuple[int, ...],
    all_letters: bool,
    models: Path | None,
    passwords: tuple[str, ...],
    analyst: str,
) -> None:
    """Read the pages of scans a second time, where another program read them.

    The text stays as it is: what was read differently is kept beside its words, and makes suspects and
    suggestions. Without --letter and --all: letters that nobody read twice.
    """
    from annotator.core.user_errors import UserError
    from annotator.session.project.text_language import language_of
    from annotator.session.transfer.second_looks import SecondLooks, choice_of, keep_looks, unlooked_letters
    from annotator.storage.store import Store

    failed = False
    with Store.open(project, must_write=True, analyst=analyst) as store:
        wanted = letters or (store.reader.letter_ids() if all_letters else unlooked_letters(store.reader))
        if not wanted:
            say(_NONE_LEFT)
        with SecondLooks(choice_of(language_of(store.reader), str(models or "")), passwords) as looks:
            for number in wanted:
                try:
                    looked = looks.at_letter(store.reader, number)
                except UserError as problem:
                    complain(problem)
                    failed = True
                    continue
                keep_looks(store, looked)
                pages = f"{len(looked.readings)} pages read twice"
                say(f"letter {number}: {pages}, {looked.differing} places read differently")
    if failed:
        raise click.exceptions.Exit(1)


class Looking:
    """Second readings of pages, made where there are none yet; of locked sources there are none."""

    def __init__(self, looks: Any) -> None:
        """`looks` makes them; None makes none."""
        self._looks = looks

    def of_file(self, read: Any) -> Mapping[int, Any]:
        """Return what is known of the words of a letter that was read from a file, by page."""
        from annotator.core.user_errors import UserError
        from annotator.session.transfer.second_looks import with_looks

        known = {layout.number: layout.readings for layout in read.layouts}
        if self._looks is not None:
            with suppress(UserError):
                found = self._looks.at(read.source_name, read.data, read.text, read.layouts)
                return known | {number: with_looks(known[number], looks) for number, looks in found.items()}
        return known

    def of_letter(self, reader: Any, letter_id: int) -> Mapping[int, Any]:
        """Return what is known of the words of a letter of a project, by page."""
        from annotator.core.user_errors import UserError
        from annotator.session.transfer.second_looks import was_looked_at

        known: Mapping[int, Any] = reader.readings(letter_id)
        if self._looks is not None and not was_looked_at(known):
            with suppress(UserError):
                return {**known, **self._looks.at_letter(reader, letter_id).readings}
        return known


@contextmanager
def looking(language: str, *, no_images: bool) -> Iterator[Looking]:
    """Give second readings of letters in a language; none are made without an engine or with `no_images`."""
    from annotator.session.transfer.second_looks import SecondLooks, can_look, choice_of

    if no_images or not can_look():
        yield Looking(None)
        return
    with SecondLooks(choice_of(language)) as looks:
        yield Looking(looks)
