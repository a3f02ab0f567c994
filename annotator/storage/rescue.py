"""A copy beside the project of all that was saved and all that waits, when the log was taken away."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from annotator.storage.backup import backup


def rescue(
    path: Path, source: sqlite3.Connection, works: Sequence[Callable[[sqlite3.Connection], object]]
) -> Path:
    """Copy what a connection sees, with the works done in it, beside the project; return the copy.

    Raises UserError where that cannot be.
    """
    dest = _free_name(path)
    backup(path, dest, is_open=True, source=source, waiting=works)
    return dest


def _free_name(path: Path) -> Path:
    stem = f"{path.stem} rescued {datetime.now():%Y-%m-%d %H.%M.%S}"
    dest, number = path.with_name(f"{stem}.kant"), 1
    while os.path.lexists(dest):
        number += 1
        dest = path.with_name(f"{stem} ({number}).kant")
    return dest
