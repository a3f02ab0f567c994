"""Commands that copy a project, and bring a backup back."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.saying import PATH, PROJECT, Failed, complain, say


@click.command()
@PROJECT
@click.argument("dest", type=PATH)
@click.option("--force", is_flag=True, help="Replace the copy that is there already.")
def backup(project: Path, dest: Path, force: bool) -> None:
    """Make a verified copy of a project, also while it is open."""
    from annotator.storage.backup import backup as run_backup

    logs = run_backup(project, dest, replace=force)
    say(f"{dest}: copied and verified")
    _tell_kept(dest, logs)


def _tell_kept(path: Path, logs: tuple[Path, ...]) -> None:
    from annotator.storage.naming import kept_message

    if (said := kept_message(path, logs)) is not None:
        complain(said)


@click.command()
@PROJECT
@click.option("--folder", type=PATH, help="The folder that is chosen in the settings, where one is.")
def backups(project: Path, folder: Path | None) -> None:
    """List the automatic backups of a project, the newest first."""
    from annotator.storage.backup_names import folder_of
    from annotator.storage.backups.folder import look_through

    place = folder_of(project.absolute(), str(folder) if folder else "")
    found, unfit = look_through(place)
    if not found and not unfit and not project.is_file():  # one that was lost may have backups
        raise Failed(f"there is no project {project}, and there are no backups of it in {place}.")
    for problem in unfit:
        complain(problem)
    for backup in found:
        moment, size = f"{backup.moment:%Y-%m-%d %H:%M:%S}", f"{backup.size / 1e6:.1f} MB"
        counts = f"letters: {backup.letters}, changes: {backup.changes}"
        say(f"{backup.path}: {moment}, {counts}, {size}, {backup.analyst}")


@click.command()
@click.argument("source", metavar="BACKUP", type=PATH)
@PROJECT
def restore(source: Path, project: Path) -> None:
    """Put a project back as an automatic backup has it; what is there now is kept beside it."""
    from annotator.storage.backups.restoring import restore as run_restore

    done = run_restore(source, project)
    say(f"{done.path}: restored, letters: {done.letters}")
    _tell_kept(done.path, done.logs_kept)
    if done.kept is not None:
        say(f"{done.kept}: as it was before")
    for note in done.notes:
        complain(note)
    if done.sources_missing or done.sources_damaged:
        complain(f"source files missing: {done.sources_missing}, damaged: {done.sources_damaged}.")
    if done.doubtful or done.sources_missing or done.sources_damaged:
        raise click.exceptions.Exit(1)
