"""Commands that bring letters in and write them out."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from annotator.cli.saying import (
    ANALYST,
    MODELS,
    OCR,
    PASSWORDS,
    PATH,
    PROJECT,
    Failed,
    complain,
    letter_id,
    say,
)

_MOST_NAMED = 20  # files that a line names


@click.command("import")
@PROJECT
@click.argument("paths", nargs=-1, required=True, type=PATH)
@PASSWORDS
@click.option(
    "--pages",
    type=click.Choice(("each", "name")),
    help="What files are that differ by the number at the end of their names: each a letter, or pages of one"
    " letter by name. By default they are pages of one where the numbers run without a gap from 0 or 1.",
)
@click.option(
    "--no-proposals", is_flag=True, help="Propose no sections, values and passages for the letters yet."
)
@click.option("--twice", is_flag=True, help="Read scans that have text a second time, as read-twice does.")
@click.option(
    "--where",
    default="",
    metavar="FILTER",
    help="Which letters of a data set of bulk, as: dossier = '28676' and letter_date >= '2020-01-01'.",
)
@OCR
@MODELS
@ANALYST
def import_(
    project: Path,
    paths: tuple[Path, ...],
    passwords: tuple[str, ...],
    pages: str | None,
    no_proposals: bool,
    twice: bool,
    where: str,
    ocr: str,
    models: Path | None,
    analyst: str,
) -> None:
    """Import files and folders, and propose sections, values and passages for their letters.

    A bad file is reported and skipped. An import that was stopped goes on where it was when it is begun
    again. From the folder of a data set that bulk made letters come in with all that was found in them.
    """
    if where or _is_data_set(paths):
        _bring_in(project, paths, where, analyst)
        return
    from annotator.importers.grouping import GUESS
    from annotator.session.transfer.importing import import_paths
    from annotator.session.transfer.recognising import recognition

    chosen = recognition(ocr, str(models or ""))
    with _writing(project, analyst) as store:
        report = import_paths(
            store,
            paths,
            analyst,
            _counted(),
            passwords=passwords,
            pages=pages or GUESS,
            recognition=chosen,
        )
        if twice:
            _read_twice(store, [file.letter_id for file in report if file.outcome == "imported"], chosen)
        if not no_proposals:
            _propose(store, [file.letter_id for file in report if file.letter_id is not None])
    _tell(report)


def _is_data_set(paths: tuple[Path, ...]) -> bool:
    """Tell whether the one folder that is given is a data set; asked without bringing in what reads it."""
    return len(paths) == 1 and (paths[0] / "data-set.json").is_file() and (paths[0] / "letters").is_dir()


def _bring_in(project: Path, paths: tuple[Path, ...], where: str, analyst: str) -> None:
    from annotator.bulk.bringing_in import bring_in

    if not _is_data_set(paths):
        raise click.UsageError("--where chooses letters of a data set: give the one folder that bulk wrote.")

    def tell(done: int, total: int) -> None:
        if sys.stderr.isatty():
            click.echo(f"\r{done} of {total} letters ", nl=done == total, err=True)

    with _writing(project, analyst) as store:
        report = bring_in(store, paths[0], where, analyst, tell)
    if not report:
        say(f"{project}: no letter of the data set was chosen")
        return
    _tell(report)


def _tell(report: list[Any]) -> None:
    """Say what became of each file; end the command with a code where some of it failed."""
    for file in report:
        for warning in file.warnings:
            complain(warning)
        if file.problem is not None:
            say(f"{_named(file)}: failed")
            complain(file.problem)
        elif file.letter_id is not None:
            word = "imported as letter" if file.outcome == "imported" else "is there already, as letter"
            say(f"{_named(file)}: {word} {file.letter_id}")
    _tell_of_left(
        report, "other", ("file of another kind was left alone", "files of other kinds were left alone")
    )
    _tell_of_left(
        report,
        "outside",
        ("link out of the folder was not followed", "links out of the folder were not followed"),
    )
    if all(file.outcome in ("other", "outside") for file in report):
        from annotator.importers import kinds

        names = ", ".join(map(str, kinds()))
        raise Failed(f"there was no letter to import in what was given: no file of the kinds {names}.")
    if any(file.problem is not None for file in report):
        raise click.exceptions.Exit(1)


def _named(file: Any) -> str:
    """Return what a letter was read from; the names of several files in their order."""
    if not file.parts:
        return str(file.path)
    names = ", ".join(part.name for part in file.parts[:_MOST_NAMED])
    more = f" and {len(file.parts) - _MOST_NAMED} more" if len(file.parts) > _MOST_NAMED else ""
    return f"{file.path} ({names}{more})"


def _tell_of_left(report: list[Any], outcome: str, said: tuple[str, str]) -> None:
    """Name what was left alone in folders, the first of it, in a line."""
    names = [file.path.name for file in report if file.outcome == outcome]
    if names:
        more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
        complain(f"{len(names)} {said[len(names) > 1]}: {', '.join(names[:_MOST_NAMED])}{more}.")


def _counted() -> Callable[[Any], None]:
    """Return what counts the files on a terminal; in a file or a pipe it says nothing."""
    if not sys.stderr.isatty():
        return lambda step: None

    def tell(step: Any) -> None:
        end = "\n" if step.done == step.total else ""
        here = f", page {step.page} of {step.pages_of_file}" if step.page else ""
        said = f"{step.done} of {step.total}, {step.pages} pages{here}"
        click.echo(f"\r{said:60}{end}", nl=False, err=True)

    return tell


def _read_twice(store: Any, letter_ids: list[Any], chosen: Any) -> None:
    from annotator.core.user_errors import UserError
    from annotator.session.project.text_language import language_of
    from annotator.session.transfer.second_looks import SecondLooks, choice_of, keep_looks

    with SecondLooks(choice_of(language_of(store.reader), chosen.own_models)) as looks:
        for number in letter_ids:
            try:
                keep_looks(store, looks.at_letter(store.reader, number))
            except UserError as problem:
                complain(problem)


def _propose(store: Any, letter_ids: list[int]) -> None:
    from annotator.session.proposals.proposing_now import propose_now

    def tell(done: int, total: int) -> None:
        if total and sys.stderr.isatty():
            end = "\n" if done == total else ""
            click.echo(f"\rproposals for {done} of {total} letters {end}", nl=False, err=True)

    propose_now(store, letter_ids, tell)


def _writing(project: Path, analyst: str) -> Any:
    """Open a project to write in; a write that is blocked ends the command."""
    from annotator.storage.store import Store

    return Store.open(project, must_write=True, analyst=analyst)


class _FormatOption(click.Option):
    """Asks for a format; its help names those there are."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        from annotator.exporters import EXPORTERS

        names = ", ".join(exporter.id for exporter in EXPORTERS)
        self.help = f"{names}. May be given again: several are written together."
        return super().get_help_record(ctx)


@click.command()
@PROJECT
@click.option("--format", "formats", cls=_FormatOption, required=True, multiple=True)
@click.option(
    "--out",
    required=True,
    type=PATH,
    help="The folder that the files go to; the file where one format makes one.",
)
@click.option(
    "--letter",
    "letters",
    multiple=True,
    type=letter_id,
    metavar="ID",
    help="Only this letter (its id); may be given again.",
)
@click.option("--confirmed", is_flag=True, help="Leave out what is proposed and not decided on.")
@click.option(
    "--names",
    "naming",
    type=click.Choice(["kept", "pseudonyms", "left_out"]),
    default="kept",
    show_default=True,
    help="How analysts are named.",
)
@click.option(
    "--choose",
    "chosen",
    multiple=True,
    metavar="CHOICE=OPTION",
    help="What the format lets be chosen; may be given again. A wrong one names those there are.",
)
@click.option(
    "--language",
    type=click.Choice(["nl", "en"]),
    default="nl",
    show_default=True,
    help="Of headings and labels.",
)
@click.option("--hide", is_flag=True, help="Put [name 1] in the place of what hidden tags mark, everywhere.")
@click.option(
    "--hidden-list", type=PATH, help="With --hide: a file of its own for what was replaced (CSV). Keep it."
)
@click.option("--force", is_flag=True, help="Replace files that are there already.")
def export(
    project: Path,
    formats: tuple[str, ...],
    out: Path,
    letters: tuple[int, ...],
    confirmed: bool,
    naming: str,
    chosen: tuple[str, ...],
    language: str,
    hide: bool,
    hidden_list: Path | None,
    force: bool,
) -> None:
    """Write corrected text or data to files: all of them whole, or none.

    What the format cannot hold is said first.
    """
    from annotator.session.transfer.exporting import (
        Wish,
        export_formats,
        export_letters,
        hidden_words,
        omissions,
    )
    from annotator.storage.store import Store

    options = _options(formats, chosen)
    wishes = [
        Wish(format_id, letters or None, not confirmed, naming, options, language, hide)
        for format_id in dict.fromkeys(formats)
    ]
    with Store.open(project, read_only=True) as store:
        for wish in wishes:
            of_it = f"{wish.format_id}: " if len(wishes) > 1 else ""
            for omission in omissions(store, wish):
                complain(f"{of_it}{omission.times} × {omission.what}")
        if len(wishes) > 1:
            paths = export_formats(store, wishes, out, "letters", force=force)
        else:
            paths = export_letters(store, wishes[0], out, force=force)
        for path in paths:
            say(path)
        if hide and hidden_list is not None:
            _write_list(hidden_list, hidden_words(store, wishes[0]), force)


def _write_list(path: Path, words: list[tuple[str, str, int]], force: bool) -> None:
    """Write what was put in the place of what, as CSV."""
    import csv
    import io

    from annotator.exporters.csv_cells import defuse
    from annotator.exporters.writing import write_file

    if path.exists() and not force:
        raise Failed(f"{path} is there already: give another name, or --force.")
    lines = io.StringIO()
    rows = ((put, defuse(said), times) for put, said, times in words)
    csv.writer(lines).writerows([("replaced_by", "words", "times"), *rows])
    write_file(path, lines.getvalue().encode("utf-8-sig"))
    say(path)


def _options(formats: tuple[str, ...], chosen: tuple[str, ...]) -> dict[str, str]:
    """Return what was chosen by the ids of the formats' choices; complain of what they do not have."""
    from annotator.exporters import exporter_of

    known: dict[str, dict[str, None]] = {}
    for format_id in formats:
        for choice in exporter_of(format_id).choices:
            known.setdefault(choice.id, {}).update(dict.fromkeys(option for option, _ in choice.options))
    options: dict[str, str] = {}
    for said in chosen:
        name, _, option = said.partition("=")
        if option not in known.get(name, ()):
            there = "; ".join(f"{key}={'|'.join(values)}" for key, values in known.items()) or "none"
            raise Failed(f"{said} is no choice of the format {', '.join(formats)}. Its choices: {there}.")
        options[name] = option
    return options
