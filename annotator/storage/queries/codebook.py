"""The codebook, settings, and what refers to the codebook."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.core.codebook import Codebook
from annotator.core.document import Passage, Section, Value
from annotator.core.messages import Message
from annotator.core.text import Span
from annotator.storage import (
    project,
)
from annotator.storage.queries.moments import Moments, read

if TYPE_CHECKING:
    # Brought in where it is asked for: the first picture does without.
    from annotator.storage.codebook_use import Usage


class CodebookQueries(Moments):
    """The codebook, settings, and what refers to the codebook."""

    @read
    def codebook(self) -> Codebook:
        """Return the project's codebook."""
        return project.load_codebook(self._conn)

    @read
    def codebook_faults(self) -> list[Message]:
        """Return a sentence for each fault of the codebook that `codebook` left out."""
        return project.codebook_faults(self._conn, self._path.name)

    @read
    def setting(self, key: str, default: str = "") -> str:
        """Return a setting of the project."""
        return project.load_setting(self._conn, key, default)

    @read
    def usage(self, choice_fields: Sequence[str] = ()) -> Usage:
        """Return how often tags and fields are used, and the choices of these fields (leaves' ids)."""
        from annotator.storage import codebook_use

        return codebook_use.usage(self._conn, choice_fields)

    @read
    def passages_with(self, tags: Sequence[str]) -> list[tuple[int, Passage, Span]]:
        """Return the passages that carry one of the tags, with their letters and places, by letter."""
        from annotator.storage import codebook_use

        return list(codebook_use.passages_with(self._conn, tags))

    @read
    def sections_with(self, tag: str) -> list[tuple[int, Section]]:
        """Return the sections that carry the tag, with their letters."""
        from annotator.storage import codebook_use

        return list(codebook_use.sections_with(self._conn, tag))

    @read
    def values_of(self, field_id: str) -> list[tuple[int, Value]]:
        """Return the values of a field (a leaf's id), with their letters, by letter."""
        from annotator.storage import codebook_use

        return list(codebook_use.values_of(self._conn, field_id))
