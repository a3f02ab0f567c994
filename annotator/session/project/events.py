"""How the session tells the views what happened: one event after a change, saying what it touched."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

from annotator.core.history import Delta
from annotator.core.messages import Message

T = TypeVar("T")


class Event(Generic[T]):
    """A list of listeners, called in the order in which they were added, in the thread that emits."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[T], None]] = []

    def connect(self, listener: Callable[[T], None]) -> None:
        """Call the listener at each emit from now on."""
        self._listeners.append(listener)

    def emit(self, payload: T) -> None:
        """Tell every listener, also where one fails: the first failure is raised when all were told.

        An editor that is not told shows another letter than the session has: tags would go on wrong words.
        """
        failures: list[Exception] = []
        for listener in self._listeners:
            try:
                listener(payload)
            except Exception as error:
                failures.append(error)
        if failures:
            raise failures[0]


@dataclass(frozen=True, slots=True)
class LetterChange:
    """What a change did to the open letter.

    `delta` is what was applied just now. For a typing run that goes on (`typed` is True: the editor shows
    that text already) it leads from before the run, with all in it that was touched since. `kinds` are the
    kinds of rows that changed. `aside` tells that it was made in the background: the analyst is elsewhere.
    """

    letter_id: int
    delta: Delta
    kinds: frozenset[str] = field(default_factory=frozenset)
    typed: bool = False
    aside: bool = False


@dataclass(frozen=True, slots=True)
class SaveState:
    """Whether all that was done is in the file: "saved", "saving" or "failed" (then `problem` says why).

    `lost` tells that a change will not get there any more: the project must be read anew.
    """

    state: str
    at: str = ""
    problem: Message | None = None
    lost: bool = False

    @property
    def when(self) -> datetime | None:
        """When the last thing that was done got into the file, in local time; None where nothing did here."""
        return datetime.fromisoformat(self.at).astimezone() if self.at else None
