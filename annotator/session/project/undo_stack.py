"""The changes that undo and redo go through: the last ones in memory, those before them in the file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from annotator.core.history import Change

if TYPE_CHECKING:
    from annotator.storage.changes import Mode

_CHANGES_KEPT = 500


class UndoQuestion(NamedTuple):
    """An undo (or redo) that reaches beyond the open letter: it is done when asked for once more."""

    change: Change
    letters: int
    places: int


class UndoStack:
    """Changes that were done, and undone, since they were read from the file last.

    `read` reads the one that comes next from the file.
    """

    def __init__(self, last_id: int, read: Callable[[Mode], Change | None]) -> None:
        self.last_id = last_id
        self._read = read
        self.done: list[Change] = []
        self.undone: list[Change] = []
        self._asked: UndoQuestion | None = None

    def new_id(self) -> int:
        """Return the id of the next change."""
        self.last_id += 1
        return self.last_id

    def last_done(self) -> Change | None:
        """Return the change that undo would undo."""
        if not self.done and (found := self._read("undo")) is not None:
            self.done = [found]
        return self.done[-1] if self.done else None

    def next_undone(self) -> Change | None:
        """Return the change that redo would do again."""
        if not self.undone and (found := self._read("redo")) is not None:
            self.undone = [found]
        return self.undone[-1] if self.undone else None

    def push(self, change: Change) -> None:
        """Put a new change on top; what was undone cannot be done again any more."""
        self.done = [*self.done[-_CHANGES_KEPT:], change]
        self.undone.clear()
        self._asked = None

    def amend(self, change: Change, *, dropped: bool) -> None:
        """Put a change in the place of that on top, or (`dropped`) take that away."""
        if dropped:
            self.done.pop()
        else:
            self.done[-1] = change

    def back(self) -> None:
        """Move the last change that was done to those that were undone."""
        self.undone.append(self.done.pop())

    def on(self) -> None:
        """Move the last change that was undone to those that were done."""
        self.done.append(self.undone.pop())

    def forget(self) -> None:
        """Forget all that is in the file as well."""
        self.done, self.undone = [], []
        self._asked = None

    def ask_nothing(self) -> None:
        """Let the next undo that reaches further be asked about again."""
        self._asked = None

    def question(self, change: Change, letter_id: int | None) -> UndoQuestion | None:
        """Return what must be asked first, or None when it was asked already or lies in this letter alone."""
        if set(change.deltas) <= {letter_id}:
            return None
        places = sum(len(delta.meant) or len(delta.rows) or 1 for delta in change.deltas.values())
        question = UndoQuestion(change, len(change.deltas), places)
        if self._asked is not None and self._asked.change.id == change.id:
            self._asked = None
            return None
        self._asked = question
        return question
