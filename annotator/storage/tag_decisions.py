"""Which passages of a tag were confirmed and which turned down: what is learnt from."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from annotator.core.read_json import read_json
from annotator.storage.project import load_setting
from annotator.storage.rows import OWN, PROPOSED
from annotator.storage.texts import text_of

SETTING_OFF = "tags_off"  # tags for which nothing learnt is proposed, as JSON
_MOST_DECISIONS = 600  # of a tag: the last ones
_MOST_LETTERS = 300
_CONFIRMED = (
    'SELECT p.letter_id, a.start, a."end", 1, p.origin, p.made_at FROM passage p'
    f" JOIN passage_place a ON a.passage_id = p.id WHERE p.tag = ? AND {OWN.replace('uid', 'p.uid')}"
    " ORDER BY p.made_at DESC, p.uid DESC LIMIT ?"
)
_TURNED_DOWN = (
    'SELECT letter_id, start, "end", 0, value, made_at FROM dismissal'
    " WHERE kind = 'passage' AND what = ? ORDER BY made_at DESC, uid DESC LIMIT ?"
)


class TagDecision(NamedTuple):
    """A passage that was confirmed for a tag, or turned down, and what had proposed it ("": a person)."""

    start: int
    end: int
    right: bool
    origin: str
    made_at: str


class DecidedLetter(NamedTuple):
    """The text of a letter, and what was decided in it for a tag."""

    text: str
    decisions: tuple[TagDecision, ...]


def decided_letters(conn: sqlite3.Connection, tag: str) -> list[DecidedLetter]:
    """Return the letters in which passages of a tag were decided on last, in the order of the decisions."""
    by_letter: dict[int, list[TagDecision]] = {}
    for letter_id, start, end, right, origin, made_at in _decisions(conn, tag):
        if start < end:
            decision = TagDecision(start, end, bool(right), origin, made_at)
            by_letter.setdefault(letter_id, []).append(decision)
    last = list(by_letter.items())[-_MOST_LETTERS:]
    return [DecidedLetter(text_of(conn, letter_id), tuple(said)) for letter_id, said in last]


def _decisions(conn: sqlite3.Connection, tag: str) -> list[tuple[int, int, int, int, str, str]]:
    found = [
        row
        for statement in (_CONFIRMED, _TURNED_DOWN)
        for row in conn.execute(statement, (tag, _MOST_DECISIONS))
    ]
    return sorted(found, key=lambda row: (row[5], row[0], row[1], row[2]))


def fingerprint(conn: sqlite3.Connection, tags: Sequence[str]) -> str:
    """Return what changes when other passages of these tags are decided on, or read otherwise."""
    said = hashlib.sha256()
    for tag in tags:
        rows = _decisions(conn, tag)
        said.update(repr((tag, rows)).encode())
        for letter_id in sorted({row[0] for row in rows}):
            version = conn.execute("SELECT version FROM letter WHERE id = ?", (letter_id,)).fetchone()
            said.update(repr((letter_id, version)).encode())
    return said.hexdigest()[:16]


def tags_off(conn: sqlite3.Connection) -> frozenset[str]:
    """Return the tags for which nothing learnt is proposed; none where the file is damaged there."""
    try:
        read = read_json(load_setting(conn, SETTING_OFF, "[]"))
    except ValueError:
        return frozenset()
    return frozenset(tag for tag in read if isinstance(tag, str)) if isinstance(read, list) else frozenset()


def drop_learnt(conn: sqlite3.Connection, tag: str) -> None:
    """Take away the open passages of a tag that were proposed by what was learnt."""
    which = f"FROM passage WHERE tag = ? AND origin = 'learnt' AND {PROPOSED}"
    counts = conn.execute(f"SELECT letter_id, count(*) {which} GROUP BY letter_id", (tag,)).fetchall()
    conn.execute(f"DELETE {which}", (tag,))
    conn.executemany(
        "UPDATE proposal SET passages_open = max(0, passages_open - ?) WHERE letter_id = ?",
        ((count, letter_id) for letter_id, count in counts),
    )
