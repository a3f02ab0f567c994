"""Writing the file or the files of an export: all whole, or none at all."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path, PurePosixPath
from typing import BinaryIO, NamedTuple

from annotator.core.drafts import draft_beside, sweep
from annotator.core.messages import QT_TRANSLATE_NOOP, Message
from annotator.core.project_files import is_beside_name, require_no_project
from annotator.core.stopping import held
from annotator.core.user_errors import UserError
from annotator.core.whole_file import place_of, sync_folder, write_whole
from annotator.exporters.interface import ExportContext, Exporter, ExportLetter, Piece

_MOST_OPEN_FILES = 8

Progress = Callable[[int], None]
Cancelled = Callable[[], bool]


class ExportCancelled(UserError):
    """The analyst stopped the export; nothing of it is left."""


class FileInTheWay(UserError):
    """A file is there already that the export may not replace; nothing was written."""


class Part(NamedTuple):
    """What is written in one format: of a format that makes one file, `name` is the file's in the folder of
    the export, else the folder's in that ("" for the folder itself)."""

    exporter: Exporter
    letters: Iterable[ExportLetter]
    context: ExportContext
    name: str = ""


def export(
    exporter: Exporter,
    letters: Iterable[ExportLetter],
    context: ExportContext,
    out: Path | str,
    *,
    force: bool = False,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> list[Path]:
    """Write the letters to the folder `out`, or to the file `out` if the format makes one; return the paths.

    Folders that are missing are made.
    Everything is written beside its place first, and moved there when all of it is on the disk; where that
    fails, what was there before is put back. `progress` gets the number of letters done; `cancelled` is asked
    before each letter and each piece of a file. Raises `UserError` if a file is in the way (unless `force`),
    nothing is to be written, the disk is full, there are no rights, or the export was cancelled
    (`ExportCancelled`): then nothing has changed.
    """
    place = Path(out)
    folder, name = (place.parent, place.name) if exporter.suffix else (place, "")
    part = Part(exporter, letters, context, name)
    return export_together([part], folder, force=force, progress=progress, cancelled=cancelled)


def export_together(
    parts: Sequence[Part],
    folder: Path,
    *,
    force: bool = False,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> list[Path]:
    """Write several formats into a folder, all of them whole or none, as `export` does one.

    `progress` gets the number of letters done, each counted once in each format.
    """
    with _told_as_problems(folder), _folder_made(folder), _workshop(folder) as workshop:
        names = _write_all(_pieces(parts, progress, cancelled), workshop / "new", folder, force)
        _sync_all(workshop / "new", names, cancelled)
        with held():
            _move_all(workshop, names, folder, force)
    return [folder / name for name in names]


def write_file(path: Path, content: bytes) -> None:
    """Write one file, whole or not at all, in the place of what is there. Raises `UserError` where it cannot
    be."""
    with _told_as_problems(path.parent):
        write_whole(path, content)


def _pieces(parts: Sequence[Part], progress: Progress | None, cancelled: Cancelled | None) -> Iterator[Piece]:
    """Give the pieces of all formats with their places in the folder of the export."""
    counted = count(1)
    for exporter, letters, context, place in parts:
        watched = _watched(letters, counted, progress, cancelled)
        is_empty = True
        for name, data in exporter.pieces(watched, context):
            stop_if(cancelled)
            named = PurePosixPath(place if exporter.suffix else name)
            if named.is_absolute() or ".." in named.parts or not named.parts:
                raise ValueError(f"no name of a file in the folder of the export: {name!r}")
            is_empty = False
            yield Piece(str(named if exporter.suffix else PurePosixPath(place, named)), data)
        if is_empty and len(parts) > 1:
            raise UserError(Message("Export", NOTHING_OF_IT, {"format": exporter.name}))
        if is_empty:
            raise UserError(Message("Export", NOTHING))


def _watched(
    letters: Iterable[ExportLetter],
    counted: Iterator[int],
    progress: Progress | None,
    cancelled: Cancelled | None,
) -> Iterator[ExportLetter]:
    for one in letters:
        stop_if(cancelled)
        yield one
        done = next(counted)
        if progress is not None:
            progress(done)
    stop_if(cancelled)


def stop_if(cancelled: Cancelled | None) -> None:
    """Raise `ExportCancelled` where the export is to stop."""
    if cancelled is not None and cancelled():
        raise ExportCancelled(Message("Export", CANCELLED))


# ------------------------------------------------------------------ beside its place
@contextlib.contextmanager
def _folder_made(folder: Path) -> Iterator[None]:
    """Make the folder, and unmake what was made of it when the export fails."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        with contextlib.suppress(OSError):
            for path in missing:
                path.rmdir()
        raise


@contextlib.contextmanager
def _workshop(folder: Path) -> Iterator[Path]:
    """Make a hidden folder inside the folder, so that moving out of it never crosses a file system."""
    sweep(folder)  # of an export that was killed
    with draft_beside(folder / "export") as workshop:
        workshop.mkdir(0o700)
        (workshop / "new").mkdir()
        (workshop / "old").mkdir()
        with _removed_wherever_it_is(workshop):
            yield workshop


@contextlib.contextmanager
def _removed_wherever_it_is(workshop: Path) -> Iterator[None]:
    """Remove the workshop in the end, also where somebody moved the folder that it lies in."""
    if os.name != "posix":  # elsewhere nobody can
        yield
        return
    handle = os.open(workshop, os.O_RDONLY)
    try:
        yield
    finally:
        place = place_of(handle)
        os.close(handle)
        if place is not None and place.name == workshop.name:
            shutil.rmtree(place, ignore_errors=True)


def _write_all(pieces: Iterable[Piece], workshop: Path, folder: Path, force: bool) -> list[str]:
    names: dict[str, None] = {}
    open_files: dict[str, BinaryIO] = {}
    with contextlib.ExitStack() as cleanup:
        cleanup.callback(_close_all, open_files)
        for name, data in pieces:
            if name not in names:
                _refuse_if_in_the_way(folder / name, force)
                _make_folders(workshop, PurePosixPath(name).parents, [])
                names[name] = None
            if name not in open_files:
                if len(open_files) == _MOST_OPEN_FILES:
                    open_files.pop(next(iter(open_files))).close()
                open_files[name] = (workshop / name).open("ab")
            open_files[name].write(data)
        # Closing writes what is still in a buffer: its failure must not be swallowed by the clean-up.
        for file in open_files.values():
            file.close()
    return list(names)


def _close_all(files: dict[str, BinaryIO]) -> None:
    for file in files.values():
        with contextlib.suppress(OSError):
            file.close()


def _refuse_if_in_the_way(target: Path, force: bool) -> None:
    if not os.path.lexists(target) and not is_beside_name(target.name):
        return
    if target.is_dir() and not target.is_symlink():
        raise UserError(Message("Export", FOLDER_IN_THE_WAY, {"path": str(target)}))
    if not force and os.path.lexists(target):
        raise FileInTheWay(Message("Export", FILE_IN_THE_WAY, {"path": str(target)}))
    require_no_project(target)


def _sync_all(workshop: Path, names: list[str], cancelled: Cancelled | None) -> None:
    # After all are written, not one by one: by then most have reached the disk by themselves.
    for name in names:
        stop_if(cancelled)
        with (workshop / name).open("rb+") as file:
            os.fsync(file.fileno())


# ------------------------------------------------------------------ into its place
def _move_all(workshop: Path, names: list[str], folder: Path, force: bool) -> None:
    touched: list[str] = []
    made: list[Path] = []
    try:
        for name in names:
            _make_folders(folder, PurePosixPath(name).parents, made)
            _refuse_if_in_the_way(folder / name, force)
            _keep(folder, workshop / "old", name)
            touched.append(name)
            os.replace(workshop / "new" / name, folder / name)
        for changed in {folder, *((folder / name).parent for name in names), *(one.parent for one in made)}:
            sync_folder(changed)
    except BaseException:
        for name in reversed(touched):
            _put_back(workshop / "old" / name, folder / name)
        for path in reversed(made):
            with contextlib.suppress(OSError):
                path.rmdir()
        raise


def _make_folders(folder: Path, parents: Sequence[PurePosixPath], made: list[Path]) -> None:
    """Make the folders in the folder that a file lies in, the outermost first, and note those made."""
    # Most lie in the folder of the file before: only where it is missing the others are looked at.
    if not parents or (folder / parents[0]).exists():
        return
    for parent in reversed(parents):
        path = folder / parent
        if not path.exists():
            path.mkdir()
            made.append(path)


def _keep(folder: Path, old: Path, name: str) -> None:
    """Keep what stands in the place, where something does, without a moment in which it is gone."""
    if not os.path.lexists(folder / name):
        return
    _make_folders(old, PurePosixPath(name).parents, [])
    target, kept = folder / name, old / name
    try:
        os.link(target, kept, follow_symlinks=False)
    except (OSError, NotImplementedError):  # a file system without hard links
        os.rename(target, kept)


def _put_back(kept: Path, target: Path) -> None:
    if os.path.lexists(kept):
        os.replace(kept, target)
        # Renaming one name of a file to another name of the same file leaves both.
        kept.unlink(missing_ok=True)
    else:
        target.unlink(missing_ok=True)


# ------------------------------------------------------------------ what went wrong
@contextlib.contextmanager
def _told_as_problems(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        text = _BY_ERROR.get(error.errno or 0, NOT_WRITTEN)
        reason = error.strerror or str(error)
        raise UserError(Message("Export", text, {"folder": str(folder), "reason": reason})) from error


NOTHING = QT_TRANSLATE_NOOP(
    "Export",
    "Of these letters there is nothing to write in this format: choose other letters, or another one.",
)
NOTHING_OF_IT = QT_TRANSLATE_NOOP(
    "Export",
    "Of these letters there is nothing to write as “{format}”, so nothing was written: leave that out, "
    "or choose other letters.",
)
CANCELLED = QT_TRANSLATE_NOOP("Export", "The export was cancelled: nothing was written.")
FILE_IN_THE_WAY = QT_TRANSLATE_NOOP(
    "Export", "{path} is already there: have it replaced, or choose another name."
)
FOLDER_IN_THE_WAY = QT_TRANSLATE_NOOP(
    "Export", "{path} is a folder, and a file of that name is to be written: choose another folder."
)
DISK_FULL = QT_TRANSLATE_NOOP(
    "Export", "The disk of {folder} is full: nothing was exported. Make room, or choose another folder."
)
NO_RIGHTS = QT_TRANSLATE_NOOP(
    "Export",
    "Files in {folder} cannot be written, for want of rights or because one is open elsewhere: "
    "nothing was exported. Choose another folder, or close them.",
)
NO_FOLDER = QT_TRANSLATE_NOOP("Export", "{folder} is not a folder: choose a folder to export to.")
NOT_WRITTEN = QT_TRANSLATE_NOOP(
    "Export",
    "The files could not be written to {folder} ({reason}): nothing was exported. Choose another folder.",
)
_BY_ERROR = {
    errno.ENOSPC: DISK_FULL,
    errno.EDQUOT: DISK_FULL,
    errno.EFBIG: DISK_FULL,
    errno.EACCES: NO_RIGHTS,
    errno.EPERM: NO_RIGHTS,
    errno.EROFS: NO_RIGHTS,
    errno.ENOTDIR: NO_FOLDER,
    errno.EEXIST: NO_FOLDER,
}
