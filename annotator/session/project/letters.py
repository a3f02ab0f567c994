"""The letters of the open project as the file has them, for lists, the palette and commands.

What was done and is not written yet is not in these answers. Ask in the thread of the views; only `find` may
be asked in another one. All of it raises `UserError` where the file cannot be read.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.core.document import About
from annotator.session.project.session import Session
from annotator.storage.letter_list import ALL_LETTERS, LetterFilter, LetterLine

if TYPE_CHECKING:
    from annotator.storage.letter_care import MadeOf

PAGE = 100  # letters read at once


class Letters:
    """Tells of the letters of a project."""

    def __init__(self, session: Session) -> None:
        self._store = session.store

    # --- the list, in the order of the ids ----------------------------------------------------------

    def letters_count(self, wanted: LetterFilter = ALL_LETTERS) -> int:
        """Return how many letters pass the filter."""
        return self._store.reader.letters_count(wanted)

    def letters_page(
        self, wanted: LetterFilter = ALL_LETTERS, *, after: int = 0, offset: int = 0, limit: int = PAGE
    ) -> list[LetterLine]:
        """Return lines: those behind the letter `after`, without the first `offset` of them."""
        return self._store.reader.letters_page(wanted, after=after, offset=offset, limit=limit)

    def letter_ids(self, wanted: LetterFilter = ALL_LETTERS, *, most: int = -1) -> list[int]:
        """Return the ids of all letters that pass the filter; with `most`, of so many of them."""
        return self._store.reader.letter_ids(wanted, most=most)

    def letter_place(self, letter_id: int, wanted: LetterFilter = ALL_LETTERS) -> int | None:
        """Return how many letters of the list come before a letter; None where it is not in the list."""
        return self._store.reader.letter_place(letter_id, wanted)

    def letter_line(self, letter_id: int) -> LetterLine | None:
        """Return the line of one letter."""
        return self._store.reader.letter_line(letter_id)

    def status_counts(self) -> dict[str, int]:
        """Return how many letters of the project have each status."""
        return self._store.reader.status_counts()

    def neighbours(self, letter_id: int, wanted: LetterFilter) -> tuple[int | None, int | None]:
        """Return the letters before and behind a letter in the list."""
        return self._store.reader.neighbours(letter_id, wanted)

    # --- some of them -------------------------------------------------------------------------------

    def lines(self, ids: Sequence[int]) -> list[LetterLine]:
        """Return the lines of these letters, without those that are gone."""
        return self._store.reader.letter_lines(ids)

    def abouts(self, ids: Sequence[int]) -> dict[int, About]:
        """Return title, status and note of these letters, without those that are gone."""
        return self._store.reader.abouts(ids)

    def uids(self, ids: Sequence[int]) -> dict[int, str]:
        """Return the uids of these letters."""
        return self._store.reader.uids(ids)

    def made_of(self, ids: Sequence[int]) -> MadeOf:
        """Return how much was made of these letters, which goes with them."""
        return self._store.reader.made_of(ids)

    def are_there(self) -> bool:
        """Tell whether the project has ever had a letter."""
        return self._store.reader.last_letter_id() > 0

    def find(self, words: Sequence[str], fields: Sequence[str], limit: int) -> list[LetterLine]:
        """Return letters that have these words in their title or in these fields; in any thread."""
        with self._store.open_reader() as reader:
            return reader.find_letters(words, fields, limit)
