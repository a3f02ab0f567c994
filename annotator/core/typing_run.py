"""A run of typing: contiguous keys that make one correction, always mapped from where the run began."""

from __future__ import annotations

from annotator.core.document import Letter
from annotator.core.history import Correction


class TypingRun:
    """Collects edits that touch each other into one replacement of the text that the run began with."""

    def __init__(self, base: Letter) -> None:
        self.base = base
        self._start = 0
        self._end = 0
        self._after = ""
        self._begun = False

    @property
    def correction(self) -> Correction:
        """The replacement so far, in the text that the run began with."""
        before = self.base.text[self._start : self._end]
        return Correction(self._start, self._end, before, self._after, "other", "typed")

    def takes(self, start: int, end: int) -> bool:
        """Tell whether an edit of `[start, end)`, in the text as it stands now, goes on with this run."""
        return not self._begun or (start <= self._start + len(self._after) and end >= self._start)

    def edit(self, start: int, end: int, after: str) -> None:
        """Add an edit, in the text as it stands now. It must touch the run."""
        if not self._begun:
            self._start, self._end, self._after, self._begun = start, end, after, True
            return
        high = self._start + len(self._after)
        text = self.base.text
        if start < self._start:  # the edit reaches back in front of the run
            self._after = text[start : self._start] + self._after
            self._start = start
        if end > high:
            grow = end - high
            self._after += text[self._end : self._end + grow]
            self._end += grow
        at = start - self._start
        self._after = self._after[:at] + after + self._after[at + (end - start) :]
