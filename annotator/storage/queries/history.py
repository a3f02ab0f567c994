"""The record of changes, and what is learnt from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotator.core.history import Change
from annotator.language.interface import Event
from annotator.storage import (
    record,
)
from annotator.storage.queries.moments import Moments, read
from annotator.storage.record import ChangeLine

if TYPE_CHECKING:
    # Brought in where it is asked for: the first picture does without.
    pass


class HistoryQueries(Moments):
    """The record of changes, and what is learnt from it."""

    @read
    def last_change_id(self) -> int:
        """Return the highest id that a change ever had, 0 before the first."""
        return record.last_change_id(self._conn)

    @read
    def next_undo(self) -> Change | None:
        """Return the change that undo would undo."""
        return record.next_undo(self._conn)

    @read
    def next_redo(self) -> Change | None:
        """Return the change that redo would do again."""
        return record.next_redo(self._conn)

    @read
    def changes(self, *, before: int | None = None, limit: int = 100) -> list[ChangeLine]:
        """Return the changes for a history, the last first: those with an id below `before`."""
        return record.changes(self._conn, before, limit)

    @read
    def letters_that_trust(self, reading: str) -> list[int]:
        """Return the letters in which an analyst called the reading always right."""
        return record.letters_that_trust(self._conn, reading)

    @read
    def learning_events(self, since: str = "") -> list[Event]:
        """Return what the analysts accepted and judged after a time: corrections in force, then verdicts."""
        return record.learning_events(self._conn, since)
