"""What the tables of all letters and of all passages ask of the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.session.project.operations import At
from annotator.session.project.session import Session
from annotator.session.proposals.promised import with_parts
from annotator.storage.letter_table import Context, TableQuery, TableRow
from annotator.storage.passage_table import PassageQuery, PassageRow

_AT_ONCE = 500  # rows written at a time


class TableRows:
    """The rows that are looked at, and the text around a place; ask in the thread of the views."""

    def __init__(self, session: Session) -> None:
        self._session, self._store = session, session.store

    def of_letters(self, ids: Sequence[int]) -> list[TableRow]:
        """Return the rows of these letters."""
        return self._store.reader.table_rows(ids)

    def of_passages(self, ids: Sequence[int]) -> list[PassageRow]:
        """Return the rows of these passages."""
        return with_parts(self._store.reader, self._session.codebook, ids)

    def context(self, letter_id: int, start: int, end: int) -> Context | None:
        """Return a place of a letter (code points) with the text around it; None where there is none."""
        return self._store.reader.context(letter_id, start, end)


def letter_ids(at: At, query: TableQuery) -> list[int]:
    """Return the letters of the table, in its order."""
    return at.reader.table_ids(query)


def passage_ids(at: At, query: PassageQuery) -> list[int]:
    """Return the passages of the table, in its order."""
    return at.reader.passage_ids(query)


def written_passages(at: At, ids: Sequence[int]) -> str:
    """Return these passages as the CSV that is saved of them."""
    from annotator.session.transfer.passage_export import passages_csv

    return passages_csv(_rows(at, ids))


def _rows(at: At, ids: Sequence[int]) -> Iterator[PassageRow]:
    for first in range(0, len(ids), _AT_ONCE):
        yield from with_parts(at.reader, at.codebook, ids[first : first + _AT_ONCE])
