"""The tables of all letters and of all passages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from annotator.storage.queries.moments import Moments, read

if TYPE_CHECKING:
    # Brought in where it is asked for: the first picture does without.
    from annotator.storage.letter_table import Context, TableQuery, TableRow
    from annotator.storage.passage_table import PassageQuery, PassageRow


class TableQueries(Moments):
    """The tables of all letters and of all passages."""

    @read
    def table_ids(self, query: TableQuery) -> list[int]:
        """Return the letters of the table of all letters, in its order."""
        from annotator.storage import letter_table

        return letter_table.letter_ids(self._conn, query)

    @read
    def table_rows(self, ids: Sequence[int]) -> list[TableRow]:
        """Return the rows of these letters in the table of all letters."""
        from annotator.storage import letter_table

        return letter_table.table_rows(self._conn, ids)

    @read
    def context(self, letter_id: int, start: int, end: int) -> Context | None:
        """Return a place of a letter with the text around it, None where there is no such place."""
        from annotator.storage import letter_table

        return letter_table.context(self._conn, letter_id, start, end)

    @read
    def passage_ids(self, query: PassageQuery) -> list[int]:
        """Return the passages of the table of all passages, in its order."""
        from annotator.storage import passage_table

        return passage_table.passage_ids(self._conn, query)

    @read
    def dates_of(self, field: str, letter_ids: Sequence[int]) -> dict[int, str]:
        """Return what a field says in these letters, confirmed or proposed."""
        from annotator.storage import passage_table

        return passage_table.dates_of(self._conn, field, letter_ids)

    @read
    def passage_rows(self, ids: Sequence[int]) -> list[PassageRow]:
        """Return the rows of these passages in the table of all passages."""
        from annotator.storage import passage_table

        return passage_table.passage_rows(self._conn, ids)
