"""Suspects of all letters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.storage.queries.moments import Moments, read

if TYPE_CHECKING:
    # Brought in where it is asked for: the first picture does without.
    from annotator.storage.suspect_words import CachedSuspects, CountedReading


class SuspectQueries(Moments):
    """Suspects of all letters."""

    @read
    def counted_readings(self, engine: str, after: int, letters: int) -> list[CountedReading]:
        """Return what is doubted in the letters with an id in `(after, after + letters]`, counted."""
        from annotator.storage import suspect_words

        return suspect_words.counted_readings(self._conn, engine, after, letters)

    @read
    def cached_suspects(self, engine: str, letter_ids: Sequence[int]) -> list[CachedSuspects]:
        """Return the kept suspects of these letters, where they fit the letter as it is now."""
        from annotator.storage import suspect_words

        return suspect_words.cached_suspects(self._conn, engine, letter_ids)

    @read
    def unknown_letters(self, engine: str) -> int:
        """Return how many letters were not searched for suspects as they read now."""
        from annotator.storage import suspect_words

        return suspect_words.unknown_count(self._conn, engine)

    @read
    def next_to_look_at(self, engine: str, after: int) -> int | None:
        """Return the next letter behind `after` that was not searched for suspects as it reads now."""
        from annotator.storage import suspect_words

        return suspect_words.next_to_look_at(self._conn, engine, after)
