"""Telling a Linux desktop about the program: its entry, its icon, and that it opens `.kant` files.

All of it goes into the home of whoever runs it (`XDG_DATA_HOME`), so that nobody needs to be root.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from annotator.core.messages import Message
from annotator.core.user_errors import UserError
from annotator.core.whole_file import write_whole
from annotator.resources import resources_folder

SIZES = (16, 24, 32, 48, 64, 128, 256)
_TOOLS = ("update-mime-database", "update-desktop-database", "gtk-update-icon-cache")


def install(command: str) -> list[Path]:
    """Put the entry, the icons and the kind of file in place; return the files that were written.

    `command` is how the program is started. Raises UserError where the desktop is none of this kind, or the
    files cannot be written.
    """
    if not sys.platform.startswith("linux"):
        raise UserError(Message("Desktop", "Only desktops of Linux take this; see docs/installing.md."))
    written = []
    try:
        for source, dest in _files():
            dest.parent.mkdir(parents=True, exist_ok=True)
            if source.suffix == ".desktop":
                entry = source.read_text(encoding="utf-8")
                write_whole(dest, entry.replace("Exec=kanttekening", f"Exec={command}").encode())
            else:
                write_whole(dest, source.read_bytes())
            written.append(dest)
    except OSError as error:
        raise _problem("The desktop entry cannot be written to {folder}: {reason}.", error) from error
    _refresh()
    return written


def remove() -> list[Path]:
    """Take away what `install` put in place; return the files that were there."""
    there = [dest for _, dest in _files() if os.path.lexists(dest)]
    for dest in there:
        try:
            dest.unlink()
        except OSError as error:
            raise _problem(
                "The desktop entry cannot be taken away from {folder}: {reason}.", error
            ) from error
    _refresh()
    return there


def _problem(text: str, error: OSError) -> UserError:
    return UserError(Message("Desktop", text, {"folder": str(_data_home()), "reason": error.strerror or "?"}))


def command_line() -> str:
    """Return how this program is started, quoted for a desktop entry."""
    if getattr(sys, "frozen", False):
        # An AppImage runs from where it was unpacked: that place goes when a newer one comes.
        folder, image = os.environ.get("APPDIR", ""), os.environ.get("APPIMAGE", "")
        inside = bool(folder and image) and Path(sys.executable).is_relative_to(folder)
        return _quoted(image if inside else sys.executable)
    script = Path(sys.argv[0]).absolute()
    if script.suffix == ".py":
        return f"{_quoted(sys.executable)} {_quoted(str(script))}"
    return _quoted(str(script))


def _quoted(argument: str) -> str:
    """Quote an argument as the specification of desktop entries wants it."""
    for sign in ("\\", '"', "`", "$"):
        argument = argument.replace(sign, f"\\{sign}")
    return f'"{argument}"'.replace("\\", "\\\\").replace("%", "%%")


def _files() -> Iterator[tuple[Path, Path]]:
    """Yield each file with its place."""
    source, home = resources_folder() / "desktop", _data_home()
    yield source / "kanttekening.desktop", home / "applications" / "kanttekening.desktop"
    yield source / "kanttekening-mime.xml", home / "mime" / "packages" / "kanttekening.xml"
    icons = home / "icons" / "hicolor"
    yield source / "kanttekening.svg", icons / "scalable" / "apps" / "kanttekening.svg"
    for size in SIZES:
        picture = source / f"kanttekening-{size}.png"
        yield picture, icons / f"{size}x{size}" / "apps" / "kanttekening.png"


def _data_home() -> Path:
    given = os.environ.get("XDG_DATA_HOME", "")
    try:
        return Path(given) if os.path.isabs(given) else Path.home() / ".local" / "share"
    except RuntimeError as error:
        text = "There is no home folder to put the desktop entry into. Say where it is in HOME."
        raise UserError(Message("Desktop", text)) from error


def _refresh() -> None:
    """Have the desktop look again, where it has the tools for that."""
    home = _data_home()
    folders = (home / "mime", home / "applications", home / "icons" / "hicolor")
    for tool, folder in zip(_TOOLS, folders, strict=True):
        if folder.is_dir() and (found := shutil.which(tool)):
            subprocess.run([found, str(folder)], check=False, capture_output=True)
