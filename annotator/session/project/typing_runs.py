"""The run of typing that goes on: what it comes to, and what was cut to be pasted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core import history
from annotator.core.document import Letter, Stamp
from annotator.core.history import Change, Delta
from annotator.core.messages import Message

if TYPE_CHECKING:
    # Imported when the first change is made: the first picture needs none of it.
    from annotator.core.operations import Fragment
    from annotator.core.proposals import Proposed
    from annotator.core.typing_run import TypingRun

_LONG_EDIT = 20_000  # code points


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed in a run so far: its label, what it does to the letter, and the letter after it."""

    label: Message
    delta: Delta
    letter: Letter


class Typing:
    """Collects what is typed in one letter into one change after the other.

    `change` is the run's change as the file has it, `proposed` what was proposed when the run began;
    `is_open` tells that keys came that no change has yet.
    """

    def __init__(self) -> None:
        self.run: TypingRun | None = None
        self.change: Change | None = None
        self.proposed: Proposed | None = None
        self.is_open = False
        self._pasted = False
        self._typed: Typed | None = None
        self._cut: Fragment | None = None
        self._cut_letter: int | None = None

    def stands_alone(self, letter_id: int | None, start: int, end: int, after: str) -> bool:
        """Tell whether an edit is a change by itself.

        What was cut comes back with its tags, whatever is typed behind it at once; and no key waits until
        pages that were pasted are compared again.
        """
        return self._cut_of(letter_id, after) is not None or max(end - start, len(after)) > _LONG_EDIT

    def begin(self, base: Letter, proposed: Proposed | None) -> None:
        """Begin a run in a letter."""
        from annotator.core.typing_run import TypingRun

        self.run, self.proposed = TypingRun(base), proposed

    def edit(self, letter_id: int | None, start: int, end: int, after: str) -> None:
        """Add an edit to the run."""
        assert self.run is not None
        self.run.edit(start, end, after)
        self.is_open, self._pasted = True, self._cut_of(letter_id, after) is not None
        self._typed = None

    def so_far(self, letter_id: int, stamp: Stamp) -> Typed | None:
        """Return what the run comes to where no change has it yet, the same as long as no key comes."""
        if self.run is None or not self.is_open:
            return None
        if self._typed is None:
            from annotator.session.project import labels

            delta = self._delta(letter_id, self.run, stamp)
            letter = history.apply(self.run.base, delta)
            self._typed = Typed(labels.typed(self.run.correction), delta, letter)
        return self._typed

    def _delta(self, letter_id: int, run: TypingRun, stamp: Stamp) -> Delta:
        from annotator.core import operations

        cut = self._cut_of(letter_id, run.correction.after) if self._pasted else None
        if cut is not None:
            return operations.paste(run.base, run.correction, cut, stamp)
        return operations.correct(run.base, (run.correction,), stamp)

    def end(self) -> None:
        """End the run; keys that no change has are forgotten."""
        self.run = self.change = self.proposed = self._typed = None
        self.is_open = False

    def remember_cut(self, letter_id: int | None, letter: Letter, start: int, end: int) -> None:
        """Remember the spans of a stretch that is being cut, for when it is pasted."""
        from annotator.core import operations

        self._cut, self._cut_letter = operations.fragment(letter, start, end), letter_id

    def _cut_of(self, letter_id: int | None, after: str) -> Fragment | None:
        """Return what was cut from this letter with tags on it, if it is that which is put in.

        A single letter is taken for a key.
        """
        cut = self._cut if self._cut_letter == letter_id else None
        return cut if cut is not None and cut.spans and len(after) > 1 and after == cut.text else None
