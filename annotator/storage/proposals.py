"""Proposals in the file: what was found for a content version, and the rows nobody has decided on yet.

What was found is kept whole in `proposal`. The rows that are still open lie in `section`, `passage` and
`form_value` in the state `proposed`, under uids that begin with `proposed:`: the documented views show them
as they show the others. They are rewritten with every change of what an analyst decided, in its transaction.
A change of the text moves them along: they stand until something is proposed for the letter as it reads then.
"""

from __future__ import annotations

import json
import logging
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from annotator.core.codebook import Codebook
from annotator.core.codebook_room import places_for, room_of, several_fields, suited
from annotator.core.document import Letter, is_answer, is_unreadable
from annotator.core.proposals import (
    Proposed,
    from_json,
    require_fit,
    to_json,
    visible,
)
from annotator.core.read_json import read_json
from annotator.storage.letter_rows import load_letter, load_open
from annotator.storage.project import load_codebook
from annotator.storage.rows import PROPOSED, drop_proposed, insert_proposed
from annotator.storage.section_places import place_sections
from annotator.storage.soundness import WRONG, require_sound
from annotator.storage.tag_decisions import tags_off
from annotator.storage.texts import text_of

_log = logging.getLogger(__name__)
_LARGEST_LIST = 100_000  # characters


class OpenCounts(NamedTuple):
    """How many proposals of a letter wait for a decision, and which required fields hold nothing at all."""

    sections: int
    passages: int
    values: int
    missing: tuple[str, ...]


def save_proposals(
    conn: sqlite3.Connection, letter_id: int, text: str, engine: str, proposed: Proposed
) -> bool:
    """Keep what was found for this text, where the letter still reads so; tell whether it does."""
    found = conn.execute("SELECT version FROM letter WHERE id = ?", (letter_id,)).fetchone()
    if found is None or text_of(conn, letter_id) != text:
        return False
    conn.execute(
        "INSERT INTO proposal (letter_id, version, engine, json) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (letter_id) DO UPDATE SET version = excluded.version, engine = excluded.engine,"
        " json = excluded.json",
        (letter_id, found[0], engine, to_json(proposed)),
    )
    _show(conn, letter_id, load_letter(conn, letter_id), proposed, load_codebook(conn))
    return True


def refresh(conn: sqlite3.Connection, letter_ids: Iterable[int]) -> None:
    """Bring the open rows of letters up to date with what was decided."""
    codebook: Codebook | None = None
    for letter_id in letter_ids:
        kept = load_kept(conn, letter_id)
        if kept is None:
            drop_proposed(conn, letter_id)
            place_sections(conn, letter_id, len(text_of(conn, letter_id)))
            conn.execute("DELETE FROM proposal WHERE letter_id = ?", (letter_id,))
            continue
        codebook = codebook or load_codebook(conn)
        _show(conn, letter_id, load_letter(conn, letter_id), kept, codebook)


def load_kept(conn: sqlite3.Connection, letter_id: int) -> Proposed | None:
    """Return what was proposed last for a letter, at its place in the text as it is; None for nothing yet.

    Of what was found for another text only what is still open is known.
    """
    found = conn.execute(
        "SELECT p.json, p.version = l.version FROM proposal p JOIN letter l ON l.id = p.letter_id"
        " WHERE p.letter_id = ?",
        (letter_id,),
    ).fetchone()
    if found is None:
        return None
    if found[1]:
        return _sound(conn, letter_id, lambda: from_json(str(found[0])))

    def still_open() -> Proposed:
        waiting, reasons = load_open(conn, letter_id), from_json(str(found[0])).reasons
        uids = waiting.sections.keys() | waiting.passages.keys() | waiting.values.keys()
        return replace(waiting, reasons={uid: reason for uid, reason in reasons.items() if uid in uids})

    return _sound(conn, letter_id, still_open)


def _sound(conn: sqlite3.Connection, letter_id: int, read: Callable[[], Proposed]) -> Proposed | None:
    """Return what was proposed for a letter; None where the file is damaged there: it is found anew then."""
    try:
        proposed = read()
        require_sound(proposed)
        require_fit(proposed, len(text_of(conn, letter_id)))
    except WRONG as error:
        _log.warning("the proposals of letter %s are damaged: they are made anew: %s", letter_id, type(error))
        return None
    return proposed


def follow_codebook(conn: sqlite3.Connection, before: Codebook, after: Codebook) -> None:
    """Take away the open rows that have no place in the codebook any more.

    Where it has room for others than before, all letters count as not looked at: what was found for them may
    be shown again when they are.
    """
    was, now = places_for(before), places_for(after)
    for kind, name, *_ in was - now:
        if kind in _ROWS:
            table, column = _ROWS[kind]
            which = f"FROM {table} WHERE {column} = ? AND {PROPOSED}"
            ids = [row[0] for row in conn.execute(f"SELECT DISTINCT letter_id {which}", (name,))]
            conn.execute(f"DELETE {which}", (name,))
            for letter_id in ids if kind == "section" else ():
                place_sections(conn, letter_id, len(text_of(conn, letter_id)))
    if was - now:
        conn.execute(f"UPDATE proposal SET {', '.join(_COUNTED)}")
    if now - was or any(kind in ("required", "triggers") for kind, *_ in was - now):
        conn.execute("UPDATE proposal SET engine = ''")
    else:  # what was found stays right when the codebook has room for less
        keys = room_of(before).key, room_of(after).key
        conn.execute("UPDATE proposal SET engine = replace(engine, ?, ?)", keys)


_ROWS: Mapping[object, tuple[str, str]] = {
    "section": ("section", "tag"),
    "passage": ("passage", "tag"),
    "value": ("form_value", "field"),
}
_COUNTED = [
    f"{column} = (SELECT count(*) FROM {table} r WHERE r.letter_id = proposal.letter_id AND {PROPOSED})"
    for column, table in (
        ("sections_open", "section"),
        ("passages_open", "passage"),
        ("values_open", "form_value"),
    )
]


def _show(
    conn: sqlite3.Connection, letter_id: int, letter: Letter, proposed: Proposed, codebook: Codebook
) -> None:
    fitting = suited(proposed, codebook, tags_off(conn))
    shown = visible(letter, fitting, several_fields(codebook))
    drop_proposed(conn, letter_id)
    insert_proposed(conn, letter_id, shown)
    place_sections(conn, letter_id, len(letter.text))
    conn.execute(
        "UPDATE proposal SET sections_open = ?, passages_open = ?, values_open = ?, missing = ?"
        " WHERE letter_id = ?",
        (
            len(shown.sections),
            len(shown.passages),
            len(shown.values),
            json.dumps(_missing(letter, shown, codebook)),
            letter_id,
        ),
    )


def _missing(letter: Letter, shown: Proposed, codebook: Codebook) -> list[str]:
    values = (*letter.values.values(), *shown.values.values())
    held = {value.field for value in values if is_answer(value) and not is_unreadable(value)}
    required = [
        leaf for field in codebook.fields if not field.retired for leaf in field.leaves() if leaf.required
    ]
    return [leaf.id for leaf in required if leaf.id not in held]


def load_proposals(conn: sqlite3.Connection, letter_id: int, engine: str) -> Proposed | None:
    """Return what this engine found for the letter as it reads now, None where it did not look."""
    found = conn.execute(
        "SELECT p.json FROM proposal p JOIN letter l ON l.id = p.letter_id AND l.version = p.version"
        " WHERE p.letter_id = ? AND p.engine = ?",
        (letter_id, engine),
    ).fetchone()
    return _sound(conn, letter_id, lambda: from_json(str(found[0]))) if found else None


_TO_PROPOSE = "(p.letter_id IS NULL OR p.version <> l.version OR p.engine <> :engine)"
_CHANGED = "p.version <> l.version"  # false for a letter for which nothing was proposed yet


def letters_to_propose(
    conn: sqlite3.Connection, engine: str, after: int, limit: int, *, changed: bool = False
) -> Sequence[int]:
    """Return the next letters behind `after` for which this engine has proposed nothing as they read now.

    With `changed` only those for which something was proposed, by whatever engine, as they read before.
    """
    return [
        int(row[0])
        for row in conn.execute(
            "SELECT l.id FROM letter l LEFT JOIN proposal p ON p.letter_id = l.id"
            f" WHERE l.id > :after AND {_CHANGED if changed else _TO_PROPOSE} ORDER BY l.id LIMIT :limit",
            {"after": after, "engine": engine, "limit": limit},
        )
    ]


def count_to_propose(conn: sqlite3.Connection, engine: str, *, changed: bool = False) -> int:
    """Return how many letters `letters_to_propose` gives in all."""
    return int(
        conn.execute(
            "SELECT count(*) FROM letter l LEFT JOIN proposal p ON p.letter_id = l.id"
            f" WHERE {_CHANGED if changed else _TO_PROPOSE}",
            {"engine": engine},
        ).fetchone()[0]
    )


def open_counts(conn: sqlite3.Connection, letter_id: int) -> OpenCounts | None:
    """Return what is open in a letter, None where no proposals were made for it yet."""
    found = conn.execute(
        "SELECT sections_open, passages_open, values_open, missing FROM proposal WHERE letter_id = ?",
        (letter_id,),
    ).fetchone()
    if found is None:
        return None
    sections, passages, values, missing = found
    if not all(type(count) is int and 0 <= count < 2**31 for count in (sections, passages, values)):
        return None
    return OpenCounts(sections, passages, values, missing_fields(missing))


def missing_fields(source: object) -> tuple[str, ...]:
    """Return the required fields that hold nothing (`proposal.missing`); none where that is damaged."""
    try:
        read = read_json(source, _LARGEST_LIST)
    except ValueError:
        return ()
    return tuple(name for name in read if isinstance(name, str)) if isinstance(read, list) else ()
