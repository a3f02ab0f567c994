"""The same capabilities without a window."""

from __future__ import annotations

import io
import json
import logging
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from annotator import __version__
from annotator.core.drafts import forget_mine, sweep_noted
from annotator.core.printable import is_unfit, printable
from annotator.core.problems import Problem
from annotator.core.stopping import end_by_signals

# Whether a file may be read is found out, and said, where it is read.
_PATH = click.Path(readable=False, path_type=Path)
_ANALYST = click.option("--analyst", default="", help="Who works (kept with what is made).")
_PROJECT = click.argument("project", type=_PATH)
_MOST_NAMED = 20  # files that a line names


class Failed(click.ClickException):
    """A job that failed: one line on stderr, exit code 1."""

    exit_code = 1

    def show(self, file: Any = None) -> None:
        _complain(self.format_message())


def _say(line: object) -> None:
    """Print a line; names and texts in it cannot steer the terminal."""
    click.echo(printable(str(line)))


def _complain(line: object) -> None:
    click.echo(f"kanttekening: {printable(str(line))}", err=True)


def _say_json(data: object) -> None:
    """Print an object on a line; what would steer the terminal, or it cannot write, is escaped."""
    is_unicode = (getattr(sys.stdout, "encoding", None) or "").lower().startswith("utf")
    line = json.dumps(data, ensure_ascii=not is_unicode)
    click.echo("".join(f"\\u{ord(sign):04x}" if is_unfit(sign) else sign for sign in line))


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, invoke_without_command=False)
@click.version_option(__version__, prog_name="kanttekening")
def cli() -> None:
    """Correct, tag and fill in forms for OCR'd letters. Without a command the window opens.

    \b
    kanttekening                                    the last project
    kanttekening P.kant                             that project
    kanttekening letter.txt folder/ --project P.kant   letters, in a project
    kanttekening --sample                           the sample letters
    """


Render = Callable[..., None]


def main(arguments: list[str] | None = None, render: Render | None = None) -> int:
    """Run a command and return its exit code: 0, 1 for a failed job, 2 for wrong usage.

    `render` draws the window, for `screenshot`: this part knows no window itself.
    """
    _never_fail_to_print()
    # What the log says of a write that waits is no line for people; a failure is said once, below.
    logging.getLogger("annotator").addHandler(logging.NullHandler())
    end_by_signals()
    try:
        sweep_noted()  # of programs that died
        # Without the standalone mode click hands the code of an early exit back instead of raising it.
        code = cli.main(args=arguments, prog_name="kanttekening", standalone_mode=False, obj=render)
        return code if isinstance(code, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        _complain("stopped")
        return 1
    except Problem as problem:
        _complain(problem)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    finally:
        forget_mine()


def _never_fail_to_print() -> None:
    """Print `?` for a sign that the terminal's encoding lacks, rather than fail amidst the work."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


@cli.command()
@_PROJECT
@click.option(
    "--codebook",
    type=_PATH,
    help="A codebook in TOML; the one for Kamerbrieven without.",
)
@click.option("--language", default="", help="The language of its letters, as nl or en; nl without.")
@_ANALYST
def new(project: Path, codebook: Path | None, language: str, analyst: str) -> None:
    """Make an empty project."""
    from annotator.core.codebook_toml import read_codebook
    from annotator.language.languages import DUTCH, folder_of
    from annotator.resources import resource_path
    from annotator.session.text_language import set_language
    from annotator.storage.store import Store

    book = read_codebook(codebook or resource_path("codebooks/kamerbrieven.toml"))
    folder_of(language or DUTCH)  # before anything is made
    with Store.create(project, book, analyst) as store:
        if language:
            set_language(store, language)
        warnings = store.warnings
    _say(f"{project}: made")
    for warning in warnings:
        _complain(warning)


@cli.command("import")
@_PROJECT
@click.argument("paths", nargs=-1, required=True, type=_PATH)
@click.option(
    "--password",
    "passwords",
    multiple=True,
    envvar="KANTTEKENING_PASSWORD",
    help="Opens locked PDFs; may be given again. Better in the environment: others can see a command line.",
)
@click.option(
    "--no-proposals", is_flag=True, help="Propose no sections, values and passages for the letters yet."
)
@_ANALYST
def import_(
    project: Path, paths: tuple[Path, ...], passwords: tuple[str, ...], no_proposals: bool, analyst: str
) -> None:
    """Import files and folders, and propose sections, values and passages for their letters.

    A bad file is reported and skipped. An import that was stopped goes on where it was when it is begun
    again.
    """
    from annotator.session.importing import import_paths

    with _writing(project, analyst) as store:
        report = import_paths(store, paths, analyst, _counted(), passwords=passwords)
        if not no_proposals:
            _propose(store, [file.letter_id for file in report if file.letter_id is not None])
    for file in report:
        for warning in file.warnings:
            _complain(warning)
        if file.problem is not None:
            _say(f"{file.path}: failed")
            _complain(file.problem)
        elif file.letter_id is not None:
            word = "imported as letter" if file.outcome == "imported" else "is there already, as letter"
            _say(f"{file.path}: {word} {file.letter_id}")
    _tell_of_left(
        report, "other", ("file of another kind was left alone", "files of other kinds were left alone")
    )
    _tell_of_left(
        report,
        "outside",
        ("link out of the folder was not followed", "links out of the folder were not followed"),
    )
    if all(file.outcome in ("other", "outside") for file in report):
        raise Failed("there was no letter to import: no text or PDF file in what was given.")
    if any(file.problem is not None for file in report):
        raise click.exceptions.Exit(1)


def _tell_of_left(report: list[Any], outcome: str, said: tuple[str, str]) -> None:
    """Name what was left alone in folders, the first of it, in a line."""
    names = [file.path.name for file in report if file.outcome == outcome]
    if names:
        more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
        _complain(f"{len(names)} {said[len(names) > 1]}: {', '.join(names[:_MOST_NAMED])}{more}.")


def _counted() -> Callable[[Any], None]:
    """Return what counts the files on a terminal; in a file or a pipe it says nothing."""
    if not sys.stderr.isatty():
        return lambda step: None

    def tell(step: Any) -> None:
        end = "\n" if step.done == step.total else ""
        click.echo(f"\r{step.done} of {step.total}, {step.pages} pages {end}", nl=False, err=True)

    return tell


def _propose(store: Any, letter_ids: list[int]) -> None:
    from annotator.session.proposing_now import propose_now

    def tell(done: int, total: int) -> None:
        if total and sys.stderr.isatty():
            end = "\n" if done == total else ""
            click.echo(f"\rproposals for {done} of {total} letters {end}", nl=False, err=True)

    propose_now(store, letter_ids, tell)


def _writing(project: Path, analyst: str) -> Any:
    """Open a project to write in; a write that the world stands in the way of ends the command."""
    from annotator.storage.store import Store

    return Store.open(project, must_write=True, analyst=analyst)


@cli.command()
@_PROJECT
@click.option("--format", "format_id", required=True, help="txt, reflow, ocr, json, csv or csv-semicolon.")
@click.option("--out", required=True, type=_PATH, help="The folder that the files go to.")
@click.option(
    "--letter", "letters", multiple=True, type=int, help="Only this letter (its id); may be given again."
)
@click.option("--force", is_flag=True, help="Replace files that are there already.")
def export(project: Path, format_id: str, out: Path, letters: tuple[int, ...], force: bool) -> None:
    """Write corrected text or data to files: all of them whole, or none."""
    from annotator.session.exporting import export_letters
    from annotator.storage.store import Store

    with Store.open(project, read_only=True) as store:
        for path in export_letters(store, letters or None, format_id, out, force=force):
            _say(path)


@cli.command()
@click.argument("sources", nargs=-1, required=True, type=_PATH)
@click.option("--json", "as_json", is_flag=True, help="One object a line.")
@click.option("--language", default="", help="Of the letters, as nl or en; without, the project's, or nl.")
def suspects(sources: tuple[Path, ...], as_json: bool, language: str) -> None:
    """List what the OCR probably misread, in files or in the letters of a project."""
    from annotator.language import engine_for
    from annotator.language.interface import LearntState

    engines, failed = dict[str, Any](), False
    for source in sources:
        try:
            spoken = language or _language_of(source)
            if spoken not in engines:
                engines[spoken] = engine_for(spoken)
            for name, text, state, here, apart in _texts(source):
                found = engines[spoken].suspects(text, state or LearntState(), here, apart)
                _print_suspects(name, text, found, as_json)
        except Problem as problem:
            _complain(problem)
            failed = True
    if failed:
        raise click.exceptions.Exit(1)


def _language_of(source: Path) -> str:
    from annotator.language.languages import DUTCH
    from annotator.session.text_language import language_of
    from annotator.storage.store import Store

    if source.suffix != ".kant":
        return DUTCH
    with Store.open(source, read_only=True) as store:
        return language_of(store.reader)


def _texts(source: Path) -> Iterable[tuple[str, str, Any, Any, Any]]:
    from annotator.session.learnt_state import read_state
    from annotator.session.suspecting import apart_places, here_places
    from annotator.storage.store import Store

    if source.suffix != ".kant":
        for path, read in _read(source):
            yield str(path), read.text, None, (), [(f.start, f.end) for f in read.furniture]
        return
    with Store.open(source, read_only=True) as store:
        state = read_state(store.reader)
        for letter_id in store.reader.letter_ids():
            letter = store.reader.letter(letter_id)
            yield f"{source}#{letter_id}", letter.text, state, here_places(letter), apart_places(letter)


def _read(source: Path) -> Iterable[tuple[Path, Any]]:
    """Yield the letters in a file or folder; raises `Problem` at the first that cannot be read."""
    from annotator.session.reading_files import read_letters

    for found in read_letters([source]):
        if found.problem is not None:
            raise Problem(found.problem)
        yield found.path, found.letter


def _print_suspects(name: str, text: str, found: Iterable[Any], as_json: bool) -> None:
    from annotator.language.reasons import sentence

    if as_json:
        rows = [
            {
                "start": s.start,
                "end": s.end,
                "text": s.text,
                "kind": s.kind,
                "reason": str(sentence(s.reason)),
                "suggestions": [g.text for g in s.suggestions],
            }
            for s in found
        ]
        _say_json({"file": name, "text": text, "suspects": rows})
        return
    for s in found:
        line = text.count("\n", 0, s.start) + 1
        shown = s.text.replace("\n", "⏎")
        best = s.suggestions[0].text.replace("\n", "⏎") if s.suggestions else "?"
        _say(f"{name}:{line}: {shown} → {best} ({s.kind})")


@cli.command()
@click.argument("sources", nargs=-1, required=True, type=_PATH)
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
        except Problem as problem:
            _complain(problem)
            failed = True
    if failed:
        raise click.exceptions.Exit(1)


def _outlines(source: Path) -> Iterable[tuple[str, str, dict[str, list[dict[str, Any]]]]]:
    """Yield a name, the text and the rows of each letter."""
    from annotator.session.outlining import outline_of, shown_letters
    from annotator.storage.store import Store
    from annotator.structure.engine import propose
    from annotator.structure.interface import LetterText
    from annotator.structure.record import outline_rows

    if source.suffix != ".kant":
        for path, read in _read(source):
            furniture = [(f.start, f.end) for f in read.furniture]
            found = propose(LetterText(read.text, read.page_starts, furniture))
            yield str(path), read.text, outline_rows(read.text, found)
        return
    with Store.open(source, read_only=True) as store:
        codebook = store.reader.codebook()
        for letter_id, letter in shown_letters(store.reader):
            yield f"{source}#{letter_id}", letter.text, outline_of(letter, codebook)


def _print_outline(name: str, text: str, rows: dict[str, list[dict[str, Any]]], as_json: bool) -> None:
    if as_json:
        _say_json({"file": name, "text": text, **rows})
        return
    _say(name)
    for section in rows["sections"]:
        line, about = text.count("\n", 0, section["start"]) + 1, _about(section["tag"] or "no tag", section)
        _say(f"  {line:5} {'  ' * section['level']}{section['heading'] or '–'} ({about})")
    for value in rows["fields"]:
        _say(f"  {_about(value['field'], value)}: {value['value'] or value['shown']}")
    for passage in rows["passages"]:
        line = text.count("\n", 0, passage["start"]) + 1
        _say(f"  {line:5} {_about(passage['tag'], passage)}: {' '.join(passage['text'].split())}")


def _about(what: str, row: dict[str, Any]) -> str:
    """Return what a row is, with its state where it has one: what is found in a file is all proposed."""
    return f"{what}, {row['state']}" if "state" in row else what


@cli.command()
@_PROJECT
@click.option(
    "--backups", "with_backups", is_flag=True, help="Its backups, too: all that lies in them is read."
)
@click.option(
    "--folder", type=_PATH, help="The folder for backups that is chosen in the settings, where one is."
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
    _say(f"{project}: no faults")


@cli.command()
@_PROJECT
@click.argument("dest", type=_PATH)
@click.option("--force", is_flag=True, help="Replace the copy that is there already.")
def backup(project: Path, dest: Path, force: bool) -> None:
    """Make a verified copy of a project, also while it is open."""
    from annotator.storage.backup import backup as run_backup

    logs = run_backup(project, dest, replace=force)
    _say(f"{dest}: copied and verified")
    _tell_kept(dest, logs)


def _tell_kept(path: Path, logs: tuple[Path, ...]) -> None:
    from annotator.storage.naming import kept_message

    if (said := kept_message(path, logs)) is not None:
        _complain(said)


@cli.command()
@_PROJECT
@click.option("--folder", type=_PATH, help="The folder that is chosen in the settings, where one is.")
def backups(project: Path, folder: Path | None) -> None:
    """List the automatic backups of a project, the newest first."""
    from annotator.storage.backup_names import folder_of
    from annotator.storage.backups.folder import look_through

    found, unfit = look_through(folder_of(project.absolute(), str(folder) if folder else ""))
    for problem in unfit:
        _complain(problem)
    for backup in found:
        moment, size = f"{backup.moment:%Y-%m-%d %H:%M:%S}", f"{backup.size / 1e6:.1f} MB"
        counts = f"letters: {backup.letters}, changes: {backup.changes}"
        _say(f"{backup.path}: {moment}, {counts}, {size}, {backup.analyst}")


@cli.command()
@click.argument("source", metavar="BACKUP", type=_PATH)
@_PROJECT
def restore(source: Path, project: Path) -> None:
    """Put a project back as an automatic backup has it; what is there now is kept beside it."""
    from annotator.storage.backups.restoring import restore as run_restore

    done = run_restore(source, project)
    _say(f"{done.path}: restored, letters: {done.letters}")
    _tell_kept(done.path, done.logs_kept)
    if done.kept is not None:
        _say(f"{done.kept}: as it was before")
    for note in done.notes:
        _complain(note)
    if done.sources_missing or done.sources_damaged:
        _complain(f"source files missing: {done.sources_missing}, damaged: {done.sources_damaged}.")
    if done.doubtful or done.sources_missing or done.sources_damaged:
        raise click.exceptions.Exit(1)


@cli.command("install-desktop")
@click.option("--remove", is_flag=True, help="Take it away again.")
def install_desktop(remove: bool) -> None:
    """Put the program into the menus of a Linux desktop; a double click on a .kant file then opens it."""
    from annotator import desktop_entry

    for path in desktop_entry.remove() if remove else desktop_entry.install(desktop_entry.command_line()):
        _say(path)


def _size(context: click.Context, parameter: click.Parameter, value: str) -> tuple[int, int]:
    width, _, height = value.lower().partition("x")
    if not (
        width.isdigit() and height.isdigit() and 200 <= int(width) <= 8000 and 200 <= int(height) <= 8000
    ):
        raise click.BadParameter("a size is WIDTHxHEIGHT in pixels, e.g. 1600x1000")
    return int(width), int(height)


@cli.command()
@_PROJECT
@click.option("--out", required=True, type=_PATH, help="The PNG to write.")
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
    _say(out)
