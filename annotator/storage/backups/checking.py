"""Checking the backups of a project: each of them, and all that lies in the packs."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.user_errors import UserError
from annotator.storage.backups import folder as folders
from annotator.storage.backups import packing, packs
from annotator.storage.backups.opening import opened
from annotator.storage.backups.saying import named, not_as_sealed
from annotator.storage.backups.sealing import is_as_sealed
from annotator.storage.backups.verifying import Turn, verify_all
from annotator.storage.examine import require_ours
from annotator.storage.names import BACKUP_ID
from annotator.storage.read_connections import connected_reader
from annotator.storage.troubles import as_problems, problem, resolved

_NO_TEXTS = QT_TRANSLATE_NOOP(
    "Check",
    "The backup {name} lacks the texts of {count:letter|letters}: they are not in the packs beside it.",
)
_NO_SOURCES = QT_TRANSLATE_NOOP(
    "Check",
    "The backup {name} lacks the source files of {count:letter|letters}: they are not in the "
    "packs beside it.",
)
_MENDS = {
    "letters": QT_TRANSLATE_NOOP(
        "Check", "The text of {names} is damaged in {pack}. The next backup writes it anew from the project."
    ),
    "sources": QT_TRANSLATE_NOOP(
        "Check",
        "The source file of {names} is damaged in {pack}. The next backup writes it anew from the project.",
    ),
}
_LOST = {
    "letters": QT_TRANSLATE_NOOP(
        "Check", "The text of {names} is damaged in {pack}, and the project does not have it."
    ),
    "sources": QT_TRANSLATE_NOOP(
        "Check", "The source file of {names} is damaged in {pack}, and the project does not have it whole."
    ),
}
_LACKING = {"letters": _NO_TEXTS, "sources": _NO_SOURCES}


def check_backups(project: Path, folder: Path) -> list[Message]:
    """Return what is wrong with the backups of a project in a folder, none where all is well.

    Everything is read. Raises UserError where the project is none that this program can read, or another
    window works on the backups.
    """
    project = resolved(project)
    with as_problems(project), contextlib.ExitStack() as stack:
        require_ours(project)
        with contextlib.suppress(PermissionError):  # who may only read can still look
            stack.enter_context(folders.alone_in(folder, wait=60))
        return [*_pack_faults(project, verify_all(folder)), *_backup_faults(folder)]


def _pack_faults(project: Path, turn: Turn) -> Iterator[Message]:
    yield from (each.message for each in turn.unfit.values())
    with closing(connected_reader(project)) as conn:
        for path, keys in turn.bad.items():
            kind = packs.kind_of(path)
            mended = packing.mendable(conn, kind, keys)
            for some, texts in ((mended, _MENDS), (keys - mended, _LOST)):
                if some:
                    yield Message("Check", texts[kind], {"names": named(conn, kind, some), "pack": path.name})


def _backup_faults(folder: Path) -> Iterator[Message]:
    backups, unfit = folders.look_through(folder)
    yield from (each.message for each in unfit)
    for backup in backups:
        try:
            if not is_as_sealed(backup.path):
                yield not_as_sealed(backup.path)
            with opened(backup.path, BACKUP_ID) as conn:
                conn.set_progress_handler(None, 0)
                for kind in packs.KINDS:
                    if count := packing.note_missing(conn, packs.fitting_packs(conn, folder, kind), kind):
                        yield problem(_LACKING[kind], backup.path, count=count).message
        except UserError as error:
            yield error.message
