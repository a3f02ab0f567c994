"""The suspects of all letters, as the cache has them: counted by reading, found by place, kept in step."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from annotator.storage.letter_list import first_value
from annotator.storage.namesakes import APART
from annotator.storage.project import field_ids

_FRESH = "c.version = l.version AND substr(c.engine, 1, length(:engine)) = :engine"
_TEXT = "SELECT coalesce(t.text, o.text) FROM letter_ocr o LEFT JOIN letter_text t USING (letter_id)"


class CountedReading(NamedTuple):
    """A reading that suspects of one kind with one first suggestion have, and how many in which letter."""

    letter_id: int
    kind: str
    reading: str
    likely: str
    score: float
    places: int
    sure: int  # places of which the engine is sure


class CachedSuspects(NamedTuple):
    """The kept suspects of one letter with its text, its date ("" unknown), and where its pages start."""

    letter_id: int
    title: str
    text: str
    json: str
    date: str
    page_starts: tuple[int, ...]
    apart: str = ""  # what tells the letter from others of its title


def counted_readings(conn: sqlite3.Connection, engine: str, after: int, letters: int) -> list[CountedReading]:
    """Return what is doubted in the letters with an id in `(after, after + letters]`, per letter."""
    given = {"engine": engine, "after": after, "last": after + letters}
    try:
        rows = conn.execute(_counting("c.json"), given).fetchall()
    except sqlite3.OperationalError:  # JSON that is none: looked at letter by letter, which is slower
        rows = conn.execute(_counting("iif(json_valid(c.json), c.json, '[]')"), given).fetchall()
    return [
        CountedReading(a, kind, reading, likely or "", score, n, sure)
        for a, kind, reading, likely, score, n, sure in rows
        if isinstance(kind, str) and isinstance(reading, str) and isinstance(likely, str | None)
        if isinstance(score, int | float) and 0 <= score <= 1
    ]


def _counting(source: str) -> str:
    return (
        "SELECT l.id, s.value ->> 'kind', s.value ->> 'text', s.value ->> '$.suggestions[0].text',"
        " max(coalesce(s.value ->> '$.suggestions[0].score', 0.0)), count(*),"
        " sum(coalesce(s.value ->> 'sure', 0) AND s.value ->> '$.suggestions[0].text' IS NOT NULL)"
        f" FROM letter l JOIN suspect_cache c ON c.letter_id = l.id, json_each({source}) s"
        f" WHERE l.id > :after AND l.id <= :last AND s.type = 'object' AND {_FRESH} GROUP BY 1, 2, 3, 4"
    )


def cached_suspects(conn: sqlite3.Connection, engine: str, letter_ids: Sequence[int]) -> list[CachedSuspects]:
    """Return the kept suspects of these letters, where they fit the letter as it is now."""
    (date_field,) = field_ids(conn, "letter_date")
    rows = conn.execute(
        f"SELECT l.id, l.title, coalesce(t.text, o.text), c.json, {first_value(date_field)},"
        " (SELECT json_group_array(p.start) FROM page p WHERE p.letter_id = l.id),"
        f" {APART} FROM letter l JOIN suspect_cache c ON c.letter_id = l.id"
        " JOIN letter_ocr o ON o.letter_id = l.id"
        " LEFT JOIN letter_text t ON t.letter_id = l.id"
        f" WHERE l.id IN (SELECT value FROM json_each(:ids)) AND {_FRESH} ORDER BY l.id",
        {"engine": engine, "ids": json.dumps(list(letter_ids))},
    )
    return [
        CachedSuspects(
            letter_id,
            title,
            text,
            found,
            date,
            tuple(sorted(n for n in json.loads(starts) if type(n) is int)),
            apart,
        )
        for letter_id, title, text, found, date, starts, apart in rows
    ]


def unknown_count(conn: sqlite3.Connection, engine: str) -> int:
    """Return how many letters have no suspects kept for them as they are now."""
    found = conn.execute(
        "SELECT (SELECT count(*) FROM letter)"
        f" - (SELECT count(*) FROM letter l JOIN suspect_cache c ON c.letter_id = l.id WHERE {_FRESH})",
        {"engine": engine},
    ).fetchone()
    return int(found[0])


def next_to_look_at(conn: sqlite3.Connection, engine: str, after: int) -> int | None:
    """Return the next letter behind `after`, by id, whose suspects are not known as it is now."""
    found = conn.execute(
        "SELECT l.id FROM letter l LEFT JOIN suspect_cache c ON c.letter_id = l.id"
        f" WHERE l.id > :after AND NOT coalesce({_FRESH}, 0) ORDER BY l.id LIMIT 1",
        {"engine": engine, "after": after},
    ).fetchone()
    return int(found[0]) if found else None


def carry_over(conn: sqlite3.Connection, kept: Iterable[tuple[int, str, str, int]]) -> None:
    """Put suspects that a change moved in the place of those kept: (letter, text after it, JSON, how many).

    Letters that read otherwise by now, or have none kept, are left as they are.
    """
    for letter_id, text, suspects, left in kept:
        now = conn.execute(f"{_TEXT} WHERE o.letter_id = ?", (letter_id,)).fetchone()
        if now is not None and now[0] == text:
            conn.execute(
                "UPDATE suspect_cache SET json = ?, suspects_left = ?, version = (SELECT version FROM letter"
                " WHERE id = suspect_cache.letter_id) WHERE letter_id = ?",
                (suspects, left, letter_id),
            )
