"""Which stretches of a text are taken: stretches that do not overlap, looked up without going through all."""

from __future__ import annotations

import bisect
from collections.abc import Iterable


class Taken:
    """Stretches that do not overlap."""

    def __init__(self, stretches: Iterable[tuple[int, int]] = ()) -> None:
        self._stretches = sorted(stretches)

    def overlaps(self, start: int, end: int) -> bool:
        """Tell whether a stretch shares a character with one that is taken."""
        before = bisect.bisect_left(self._stretches, (end, end))
        return before > 0 and self._stretches[before - 1][1] > start

    def add(self, start: int, end: int) -> None:
        """Take a stretch, which must overlap none."""
        bisect.insort(self._stretches, (start, end))
