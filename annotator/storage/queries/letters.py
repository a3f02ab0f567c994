"""Letters: one whole, the list of all, what is said of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.core.document import About, Letter
from annotator.core.proposals import Proposed
from annotator.core.user_errors import UserError
from annotator.storage import (
    letter_list,
    letter_rows,
    proposals,
)
from annotator.storage.letter_list import ALL_LETTERS, LetterFilter, LetterLine
from annotator.storage.letter_rows import LetterDetails
from annotator.storage.queries.moments import Moments, read

if TYPE_CHECKING:
    # Brought in where it is asked for: the first picture does without.
    from annotator.core.readings import NewReading
    from annotator.storage.kept_readings import KeptReading, ReadSource
    from annotator.storage.letter_care import MadeOf
    from annotator.storage.statistics import Statistics


class LetterQueries(Moments):
    """Letters: one whole, the list of all, what is said of them."""

    @read
    def letter(self, letter_id: int) -> Letter:
        """Return a letter with all that was made of it. Raises UserError where there is none with this id."""
        return self._whole(letter_id, letter_rows.load_letter)

    @read
    def details(self, letter_id: int) -> LetterDetails:
        """Return what the project knows of a letter beside its content."""
        return letter_rows.load_details(self._conn, letter_id)

    @read
    def version(self, letter_id: int) -> int:
        """Return the letter's content version: it grows with every change of its text."""
        return letter_rows.load_details(self._conn, letter_id).version

    @read
    def versions(self, ids: Sequence[int]) -> dict[int, int]:
        """Return the content versions of the letters that are there, by their ids."""
        return letter_rows.load_versions(self._conn, ids)

    @read
    def source_bytes(self, letter_id: int) -> bytes:
        """Return the letter's source, byte for byte."""
        return letter_rows.load_source_bytes(self._conn, letter_id)

    @read
    def find_source(self, sha256: str) -> list[int]:
        """Return the ids of the letters that came from the source with this SHA-256 (hexadecimal)."""
        return letter_rows.letters_of_source(self._conn, sha256)

    @read
    def kept_readings(self, letter_id: int) -> list[KeptReading]:
        """Return the readings of a letter, the first one first; one where it was never read anew."""
        from annotator.storage.kept_readings import readings_of

        return readings_of(self._conn, letter_id)

    @read
    def kept_reading(self, letter_id: int, number: int) -> NewReading:
        """Return a reading that a letter has. Raises UserError where it has none of that number."""
        from annotator.storage.kept_readings import kept_reading

        return kept_reading(self._conn, letter_id, number)

    @read
    def number_of_reading(self, letter_id: int, source: ReadSource) -> int:
        """Return the number of the reading that says what this source does, or the next free one."""
        from annotator.storage.kept_readings import number_of

        return number_of(self._conn, letter_id, source)

    @read
    def shown_letter(self, letter_id: int) -> Letter:
        """Return a letter with the proposals that wait in it, as the documented views show it."""
        letter = self._whole(letter_id, letter_rows.load_letter)
        try:
            return self._whole(letter_id, letter_rows.load_shown)
        except UserError:  # what is proposed can be made anew
            return letter

    @read
    def proposals(self, letter_id: int, engine: str) -> Proposed | None:
        """Return what this engine proposes for the letter as it reads now; None: nothing yet."""
        return proposals.load_proposals(self._conn, letter_id, engine)

    @read
    def kept_proposals(self, letter_id: int) -> Proposed | None:
        """Return the proposals that stand until there are newer ones, at their places now."""
        return proposals.load_kept(self._conn, letter_id)

    @read
    def letters_page(
        self, wanted: LetterFilter = ALL_LETTERS, *, after: int = 0, offset: int = 0, limit: int = 100
    ) -> list[LetterLine]:
        """Return lines of the list, by id: those behind letter `after`, without the first `offset`."""
        return self._shown(lambda: letter_list.page(self._conn, wanted, after, offset, limit))

    @read
    def letter_line(self, letter_id: int) -> LetterLine | None:
        """Return the line of one letter."""
        return self._shown(lambda: letter_list.line(self._conn, letter_id))

    @read
    def letter_ids(self, wanted: LetterFilter = ALL_LETTERS, *, most: int = -1) -> list[int]:
        """Return the ids of all letters of the list, in its order; with `most`, of so many of them."""
        return letter_list.ids(self._conn, wanted, most)

    @read
    def letter_place(self, letter_id: int, wanted: LetterFilter = ALL_LETTERS) -> int | None:
        """Return how many letters of the list come before a letter; None where it is not in the list."""
        return letter_list.place(self._conn, wanted, letter_id)

    @read
    def letters_count(self, wanted: LetterFilter = ALL_LETTERS) -> int:
        """Return how many letters the list has."""
        return letter_list.count(self._conn, wanted)

    @read
    def find_letters(
        self, words: Sequence[str], fields: Sequence[str] = (), limit: int = 50
    ) -> list[LetterLine]:
        """Return letters in which each word occurs: in the title, the source's name, or values of fields."""
        return self._shown(lambda: letter_list.find(self._conn, words, fields, limit))

    @read
    def statistics(self) -> Statistics:
        """Count what is in the project; it takes longer than a frame in a big one."""
        from annotator.storage.statistics import statistics

        return statistics(self._conn)

    @read
    def abouts(self, ids: Sequence[int]) -> dict[int, About]:
        """Return title, status and note of the letters that are there, by their ids."""
        from annotator.storage.letter_care import abouts

        return abouts(self._conn, ids)

    @read
    def uids(self, ids: Sequence[int]) -> dict[int, str]:
        """Return the uids of the letters that are there, by their ids."""
        from annotator.storage.letter_care import uids

        return uids(self._conn, ids)

    @read
    def perhaps_the_same(self, ids: Sequence[int]) -> list[tuple[int, int]]:
        """Return pairs of letters, one of these and another, that may have come in twice by title or file."""
        from annotator.storage.namesakes import perhaps_the_same

        return perhaps_the_same(self._conn, ids)

    @read
    def made_of(self, ids: Sequence[int]) -> MadeOf:
        """Return how much was made of letters: what goes with them when they are removed."""
        from annotator.storage.letter_care import made_of

        return made_of(self._conn, ids)

    @read
    def letter_lines(self, ids: Sequence[int]) -> list[LetterLine]:
        """Return the lines of letters, in the order of their ids; those that are gone are left out."""
        return self._shown(lambda: letter_list.lines(self._conn, ids))

    @read
    def status_counts(self) -> dict[str, int]:
        """Return how many letters have each status; a status without letters is left out."""
        return letter_list.status_counts(self._conn)

    @read
    def neighbours(self, letter_id: int, wanted: LetterFilter = ALL_LETTERS) -> tuple[int | None, int | None]:
        """Return the letters before and after this one in the list, which need not be in it itself."""
        return letter_list.neighbours(self._conn, letter_id, wanted)
