"""Texts, and the index of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.core.text import Span
from annotator.storage import (
    texts,
)
from annotator.storage.letter_list import ALL_LETTERS, LetterFilter
from annotator.storage.queries.moments import Moments, read
from annotator.storage.texts import LetterText

if TYPE_CHECKING:
    # Brought in where it is asked for: the first picture does without.
    from annotator.storage.indexing import IndexedLetter
    from annotator.storage.search_index import Scope


class SearchQueries(Moments):
    """Texts, and the index of them."""

    @read
    def letter_texts(self, ids: Sequence[int]) -> list[LetterText]:
        """Return the texts of these letters, in this order; those that are gone are left out."""
        return texts.letter_texts(self._conn, ids)

    @read
    def plain_texts(self, ids: Sequence[int]) -> list[tuple[int, str, str]]:
        """Return the id, the OCR text and the text of these letters (ids in ascending order)."""
        return list(texts.plain_texts(self._conn, ids))

    @read
    def last_letter_id(self) -> int:
        """Return the highest id of a letter, 0 where there is none."""
        return texts.last_letter_id(self._conn)

    @read
    def tagged_spans(self, letter_id: int, tag: str) -> list[Span]:
        """Return where a letter's passages and sections with a tag stand in its text."""
        return texts.tagged_spans(self._conn, letter_id, tag)

    @read
    def has_index(self) -> bool:
        """Tell whether the project has a full-text index that can be read here."""
        from annotator.storage import search_index

        return search_index.has_index(self._conn)

    @read
    def ranked(
        self, expression: str, scope: Scope, wanted: LetterFilter = ALL_LETTERS, limit: int = -1
    ) -> list[int] | None:
        """Return the letters that the full-text index finds, the best first, stale ones left out.

        At most `limit`; some fewer where a letter's two texts are both among the best.

        None where the index is damaged.
        """
        from annotator.storage import search_index

        return search_index.ranked(self._conn, expression, scope, wanted, limit)

    @read
    def stale_ids(self, wanted: LetterFilter = ALL_LETTERS) -> Sequence[int]:
        """Return the letters that the full-text index does not know as they are now."""
        from annotator.storage import search_index

        return search_index.stale_ids(self._conn, wanted)

    @read
    def stale_letters(self, letters: int, characters: int) -> list[IndexedLetter]:
        """Return the next letters to put into the full-text index."""
        from annotator.storage.indexing import stale_letters

        return stale_letters(self._conn, letters, characters)

    @read
    def stale_count(self) -> int:
        """Return how many letters are still to be put into the full-text index."""
        from annotator.storage import search_index

        return search_index.stale_count(self._conn)

    @read
    def can_index(self) -> bool:
        """Tell whether this SQLite can make a full-text index."""
        from annotator.storage import search_index

        return search_index.can_index(self._conn)

    @read
    def index_is_behind(self) -> bool:
        """Tell whether the index has letters in another version without knowing that they are stale."""
        from annotator.storage import search_index

        return search_index.has_unknown(self._conn)
