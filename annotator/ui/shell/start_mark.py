"""Noticing that the program ended before the last project was on the screen, and more than once."""

from __future__ import annotations

import logging
from pathlib import Path

_log = logging.getLogger(__name__)
MOST_FAILED = 2


class StartMark:
    """A file beside the settings, with a byte for each start that has not come as far as the screen.

    The settings themselves would have to be written before the first picture, which waits for the disk.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / "starting"

    def has_failed(self) -> bool:
        """Tell whether the starts before this one failed too often to try the same again."""
        try:
            return self._path.stat().st_size >= MOST_FAILED
        except OSError:
            return False

    def begin(self) -> None:
        """Count a start as failed until `done` is called."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if self._path.is_file() or not self._path.exists():
                with self._path.open("ab") as file:
                    file.write(b".")
        except OSError as error:
            _log.warning("a start cannot be marked in %s: %s", self._path.parent, error.strerror)

    def done(self) -> None:
        """Forget the starts that failed: a project is on the screen."""
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            _log.warning(
                "the mark of a start cannot be removed from %s: %s", self._path.parent, error.strerror
            )
