"""Where the backups and copies of a project lie: names only, for who opens a project."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path


def folder_of(project: Path, chosen: str = "") -> Path:
    """Return where the backups of a project go: beside it, or to a folder of its own in the chosen one."""
    if not chosen:
        return project.with_name(f"{project.name}-backups")
    # Projects of one name from two folders must not share their backups.
    mark = hashlib.sha256(os.fsencode(project)).hexdigest()[:8]
    return Path(chosen).expanduser() / f"{project.name}-backups-{mark}"


def copies_beside(project: Path) -> list[Path]:
    """Return the whole copies that the program itself made beside a project.

    They are from before updates and restores, or from when the log was lost.
    """
    found = (
        *project.parent.glob(f"{_escaped(project.name)}.before-*.bak"),
        *project.parent.glob(f"{_escaped(project.stem)} before restore *.kant"),
        *project.parent.glob(f"{_escaped(project.stem)} rescued *.kant"),
    )
    return sorted(found)


def _escaped(name: str) -> str:
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in name)
