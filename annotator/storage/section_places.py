"""Where each section of a letter ends, and the how-manieth it is, kept for the documented view.

A section's end is where the next one starts; that of its subtree where the next of its level or a higher one
does. A view that looked for both in each row took time that grew with the square of a letter's sections.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from annotator.storage.rows import PROPOSED

Place = tuple[int, int, int, int]  # the section's id, its position, its end, the end of its subtree

_SECTIONS = f"""SELECT id, start, level, tag = '' AND state = 'proposed' AND start <= 0,
        {PROPOSED} AND start = 0
    FROM section WHERE letter_id = ? AND typeof(start) = 'integer' AND typeof(level) = 'integer'
    ORDER BY start, made_at, uid"""
_KEPT = """SELECT p.section_id, p.position, p."end", p.subtree_end
    FROM section s JOIN section_place p ON p.section_id = s.id WHERE s.letter_id = ? ORDER BY p.position"""


def place_sections(conn: sqlite3.Connection, letter_id: int, length: int) -> None:
    """Write where the letter's sections end in a text of this length, where that has changed."""
    now, kept = section_places(conn, letter_id, length), kept_places(conn, letter_id)
    gone = {place[0] for place in kept} - {place[0] for place in now}
    conn.executemany("DELETE FROM section_place WHERE section_id = ?", [(section_id,) for section_id in gone])
    known = set(kept)
    conn.executemany(
        'INSERT OR REPLACE INTO section_place (section_id, position, "end", subtree_end) VALUES (?, ?, ?, ?)',
        [place for place in now if place not in known],
    )


def kept_places(conn: sqlite3.Connection, letter_id: int) -> list[Place]:
    """Return what is kept of a letter's sections, in their order."""
    return conn.execute(_KEPT, (letter_id,)).fetchall()


def section_places(conn: sqlite3.Connection, letter_id: int, length: int) -> list[Place]:
    """Return what is to be kept of a letter's sections, in their order.

    The section that an imported letter has is shown until one is proposed in its place.
    """
    rows = conn.execute(_SECTIONS, (letter_id,)).fetchall()
    replaced = any(takes_its_place for *_, takes_its_place in rows)
    return _placed([(row[0], row[1], row[2]) for row in rows if not (replaced and row[3])], length)


def _placed(shown: Iterable[tuple[int, int, int]], length: int) -> list[Place]:
    """Place sections, given by id, start and level in their order."""
    sections = list(shown)
    ends = [*(start for _, start, _ in sections[1:]), length]
    subtrees = [length] * len(sections)
    waiting: list[int] = []  # numbers of sections whose subtree goes on, levels rising
    for number, (_, start, level) in enumerate(sections):
        while waiting and sections[waiting[-1]][2] >= level:
            subtrees[waiting.pop()] = start
        waiting.append(number)
    return [
        (section_id, number, ends[number], subtrees[number])
        for number, (section_id, *_) in enumerate(sections)
    ]
