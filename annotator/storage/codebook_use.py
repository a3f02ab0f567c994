"""What in the letters refers to the codebook: how often, and which rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from annotator.core.document import Passage, Section, Value
from annotator.core.text import Span
from annotator.storage.rows import KEPT, OWN, listed


@dataclass(frozen=True, slots=True)
class Usage:
    """How often each tag is carried, each field (a leaf's id) has a value, and each choice is one.

    Proposals that wait in the letters do not count: they follow the codebook by themselves.
    `choices` has the values as they are kept, by field.
    """

    tags: Mapping[str, int] = field(default_factory=dict)
    fields: Mapping[str, int] = field(default_factory=dict)
    choices: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def of_field(self, field_id: str) -> int:
        """Return how many values a field has, a group with all its parts."""
        inside = f"{field_id}."
        return sum(n for leaf, n in self.fields.items() if leaf == field_id or leaf.startswith(inside))


def usage(conn: sqlite3.Connection, choice_fields: Sequence[str]) -> Usage:
    """Count what refers to the codebook; single choices are counted for the fields that are named."""
    tags: dict[str, int] = {}
    for table in ("passage", "section"):
        # A section without a tag refers to nothing.
        found = conn.execute(f"SELECT tag, count(*) FROM {table} WHERE tag <> '' AND {OWN} GROUP BY tag")
        for tag, count in found:
            tags[tag] = tags.get(tag, 0) + count
    fields = dict(
        conn.execute(f"SELECT field, count(*) FROM form_value WHERE {OWN} GROUP BY field").fetchall()
    )
    return Usage(tags, fields, {field_id: _choices(conn, field_id) for field_id in choice_fields})


def _choices(conn: sqlite3.Connection, field_id: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    statement = f"SELECT value, count(*) FROM form_value WHERE field = ? AND {OWN} GROUP BY value"
    for value, count in conn.execute(statement, (field_id,)):
        for choice in filter(None, value.split(";")):
            counts[choice] = counts.get(choice, 0) + count
    return counts


def passages_with(conn: sqlite3.Connection, tags: Sequence[str]) -> Iterator[tuple[int, Passage, Span]]:
    """Yield the passages that carry one of the tags, with their letters and places, by letter."""
    columns = ", ".join(f"passage.{column}" for column in KEPT["passage"].columns)
    statement = (
        f'SELECT passage.letter_id, a."start", a."end", {columns} FROM passage'
        f" JOIN passage_place a ON a.passage_id = passage.id WHERE tag IN ({_marks(tags)}) AND {OWN}"
        " ORDER BY passage.letter_id, passage.id"
    )
    for letter_id, start, end, *row in conn.execute(statement, tuple(tags)):
        yield letter_id, Passage(*row), Span(start, end)


def sections_with(conn: sqlite3.Connection, tag: str) -> Iterator[tuple[int, Section]]:
    """Yield the sections that carry the tag, with their letters."""
    columns = listed(*KEPT["section"].columns)
    statement = f"SELECT letter_id, {columns} FROM section WHERE tag = ? AND {OWN}"
    for letter_id, *row in conn.execute(statement, (tag,)):
        yield letter_id, Section(*row)


def values_of(conn: sqlite3.Connection, field_id: str) -> Iterator[tuple[int, Value]]:
    """Yield the values of a field (a leaf's id), with their letters, by letter."""
    columns = listed(*KEPT["value"].columns)
    statement = (
        f"SELECT letter_id, {columns} FROM form_value WHERE field = ? AND {OWN} ORDER BY letter_id, position"
    )
    for letter_id, *row in conn.execute(statement, (field_id,)):
        yield letter_id, Value(*row)


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
