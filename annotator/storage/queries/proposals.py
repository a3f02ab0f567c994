"""What is proposed, doubted and on the pages of a letter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.core.page_layout import Furniture, PageLayout
from annotator.storage import (
    page_layouts,
    proposals,
    suspect_cache,
)
from annotator.storage.proposals import OpenCounts
from annotator.storage.queries.moments import Moments, read
from annotator.storage.troubles import (
    damaged,
)

if TYPE_CHECKING:
    # Brought in where it is asked for: the first picture does without.
    pass


class ProposalQueries(Moments):
    """What is proposed, doubted and on the pages of a letter."""

    @read
    def open_counts(self, letter_id: int) -> OpenCounts | None:
        """Return what is open in a letter, None where nothing was proposed for it yet."""
        return proposals.open_counts(self._conn, letter_id)

    @read
    def letters_to_propose(
        self, engine: str, after: int, limit: int, *, changed: bool = False
    ) -> Sequence[int]:
        """Return the next letters behind `after` for which nothing was proposed as they read now.

        With `changed` only those whose proposals were made for another text.
        """
        return proposals.letters_to_propose(self._conn, engine, after, limit, changed=changed)

    @read
    def count_to_propose(self, engine: str, *, changed: bool = False) -> int:
        """Return how many letters `letters_to_propose` gives in all."""
        return proposals.count_to_propose(self._conn, engine, changed=changed)

    @read
    def suspects(self, letter_id: int, version: int, engine: str) -> str | None:
        """Return what this engine found in this content version, as JSON; None if it did not look."""
        return suspect_cache.load_suspects(self._conn, letter_id, version, engine)

    @read
    def suspects_engine(self, letter_id: int) -> str:
        """Return which engine, with what it had learnt, found the letter's kept suspects."""
        return suspect_cache.load_engine(self._conn, letter_id)

    @read
    def page_layouts(self, letter_id: int) -> list[PageLayout]:
        """Return where the words stand on the letter's pages; none where its source has no pages."""
        try:
            return page_layouts.load_layouts(self._conn, letter_id)
        except ValueError as error:  # this program did not write it
            raise damaged(self._path) from error

    @read
    def has_pages(self) -> bool:
        """Tell whether the source of any letter has pages to show."""
        return page_layouts.has_layouts(self._conn)

    @read
    def pages_size(self, letter_id: int) -> tuple[int, int]:
        """Return how many pages the letter's source has to show, and how many bytes their words take here."""
        return page_layouts.layouts_size(self._conn, letter_id)

    @read
    def furniture(self, letter_id: int) -> list[Furniture]:
        """Return what is furniture in the letter's OCR text, in order."""
        return page_layouts.load_furniture(self._conn, letter_id)
