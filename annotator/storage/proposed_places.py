"""Where the open rows of proposals stand after a change of the text: they stand until there are others."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from annotator.core.history import Hunk, Shifter
from annotator.core.proposal_places import Mover
from annotator.core.text import Span
from annotator.storage.rows import PROPOSED

_PLACES = (
    # table, its key, columns of start and end (the same twice for a point), the rows
    ("section", "id", "start", "start", "section"),
    ("section", "id", "heading_start", "heading_end", "section"),
    ("passage_place", "passage_id", "start", "end", "passage JOIN passage_place ON passage_id = passage.id"),
    ("form_value", "id", "evidence_start", "evidence_end", "form_value"),
)


class ProposedPlace(NamedTuple):
    """A place of an open row; `place` says which of the row's, `key` which row."""

    place: int
    key: int
    start: int
    end: int


def proposed_places(conn: sqlite3.Connection, letter_id: int) -> list[ProposedPlace]:
    """Return where the open rows of a letter stand."""
    found = []
    for place, (table, key, start, end, rows) in enumerate(_PLACES):
        owner = rows.split()[0]
        found += [
            ProposedPlace(place, *row)
            for row in conn.execute(
                f'SELECT {table}.{key}, {table}."{start}", {table}."{end}" FROM {rows}'
                f' WHERE {owner}.letter_id = ? AND {PROPOSED} AND {table}."{start}" IS NOT NULL',
                (letter_id,),
            )
        ]
    return found


def keep_on_words(
    conn: sqlite3.Connection,
    letter_id: int,
    before: list[ProposedPlace],
    hunks: tuple[Hunk, ...],
    length: int,
) -> None:
    """Put the open rows whose words a change touched where `Mover` says; all others moved along already.

    A passage without a word left goes.
    """
    shift, mover, empty = Shifter(hunks).move, Mover(hunks, length), 0
    for place, key, start, end in before:
        table, key_column, start_column, end_column, _ = _PLACES[place]
        if start_column == end_column:
            now = Span(mover.start(start), mover.start(start))
        else:
            now = mover.span(Span(start, end))
        if table == "passage_place" and now.start == now.end:
            conn.execute("DELETE FROM passage WHERE id = ?", (key,))
            empty += 1
        elif now != (shift(start), shift(end)):
            conn.execute(
                f'UPDATE {table} SET "{end_column}" = ?, "{start_column}" = ? WHERE {key_column} = ?',
                (now.end, now.start, key),
            )
    if empty:
        conn.execute(
            "UPDATE proposal SET passages_open = max(0, passages_open - ?) WHERE letter_id = ?",
            (empty, letter_id),
        )
