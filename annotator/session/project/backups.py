"""The backups of a project on behalf of the window: which there are, making one, comparing, restoring.

All of it takes long and is done in a thread. The parts that do it are imported when they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from heapq import merge
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.session.project.session import Session
from annotator.storage.backup_names import folder_of
from annotator.storage.naming import kept_message

if TYPE_CHECKING:
    from annotator.storage.backups.comparing import Comparison
    from annotator.storage.backups.folder import Backup
    from annotator.storage.backups.making import Outcome
    from annotator.storage.backups.restoring import Restored

__all__ = ["about", "all_of", "compare", "folder_of", "kept_message", "make", "newest", "restore"]


def newest(folder: Path) -> Backup | None:
    """Return the last backup in a folder; None where there is none."""
    from annotator.storage.backups.folder import list_backups

    return next(iter(list_backups(folder)), None)


def all_of(session: Session) -> list[Backup]:
    """Return the backups of a project, the last first; what was done is written before."""
    from annotator.storage.backups.folder import list_backups

    store = session.store
    store.flush()
    folders = dict.fromkeys((store.backup_folder, folder_of(store.path)))
    # Each folder's in the order in which they were made, even where a clock was set back.
    each = (list_backups(folder) for folder in folders)
    return list(merge(*each, key=lambda backup: backup.made_at, reverse=True))


def about(path: Path) -> Backup | None:
    """Return what a backup tells of itself; None where it is damaged or none."""
    from annotator.storage.backups.folder import read_about

    return read_about(path)


def make(
    project: Path,
    folder: Path,
    analyst: str,
    *,
    at_least: timedelta = timedelta(0),
    cancelled: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Make a backup, unless the last one is younger than `at_least`. Raises `UserError`."""
    from annotator.storage.backups.making import back_up

    return back_up(project, folder, analyst, at_least=at_least, cancelled=cancelled)


def compare(backup: Path, present: Path) -> Comparison:
    """Return what restoring a backup would do to a project. Raises `UserError`."""
    from annotator.storage.backups import comparing

    return comparing.compare(backup, present)


def restore(backup: Path, project: Path) -> Restored:
    """Put a project together again out of a backup. Raises `UserError`."""
    from annotator.storage.backups import restoring

    return restoring.restore(backup, project)
