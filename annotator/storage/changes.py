"""Changes in the file: saved, amended while a typing run goes on, undone, done again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping
from string import Formatter
from typing import Literal

from annotator.core import codebook_delta
from annotator.core.codebook_delta import CodebookDelta
from annotator.core.document import now
from annotator.core.history import Change, Delta, from_json, to_json
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, is_form
from annotator.core.read_json import is_text, read_json
from annotator.core.reworded import as_said_now
from annotator.storage.deltas import apply_deltas
from annotator.storage.project import load_codebook, save_codebook
from annotator.storage.proposals import follow_codebook, refresh

_DAMAGED_LABEL = QT_TRANSLATE_NOOP("Storage", "a change whose name is damaged")
_LONGEST_LABEL = 100_000  # characters
Mode = Literal["new", "amend", "undo", "redo"]
Touched = Mapping[int, tuple[Delta, ...]]  # what was done to each letter
_DECISIONS = frozenset({"section", "passage", "value", "dismissal"})


def save_change(
    conn: sqlite3.Connection, change: Change, mode: Mode, versions: Mapping[int, int] | None = None
) -> dict[int, int]:
    """Save a change and what it does to its letters; return the content versions of the letters it touched.

    `versions` are those that letters must have before it: a hunk that takes nothing away fits any text.

    `new` adds it and ends redo. `amend` puts it in the place of the change with the same id, the last one
    done; without any delta that one goes. `undo` and `redo` take the deltas from the file: only its id
    counts. Raises ValueError where the file is not what the change was made for; the transaction must then be
    rolled back.
    """
    for letter_id, version in (versions or {}).items():
        _require_version(conn, letter_id, version)
    touched = _MODES[mode](conn, change)
    refresh(conn, (letter_id for letter_id, deltas in touched.items() if any(map(_decides, deltas))))
    return {letter_id: _version(conn, letter_id) for letter_id in touched}


def _decides(delta: Delta) -> bool:
    """Tell whether a change may settle what is proposed; other words alone do not."""
    return not delta.hunks or any(row.kind in _DECISIONS for row in delta.rows)


def _version(conn: sqlite3.Connection, letter_id: int) -> int:
    return int(conn.execute("SELECT version FROM letter WHERE id = ?", (letter_id,)).fetchone()[0])


def _require_version(conn: sqlite3.Connection, letter_id: int, version: int) -> None:
    found = conn.execute("SELECT version FROM letter WHERE id = ?", (letter_id,)).fetchone()
    if found != (version,):
        there = f"of version {found[0]}" if found else "not there"
        raise ValueError(f"letter {letter_id} is {there}, and the change was made for version {version}")


def _save_new(conn: sqlite3.Connection, change: Change) -> Touched:
    conn.execute("UPDATE change SET state = 'discarded' WHERE state = 'undone'")
    deltas = _insert(conn, change)
    _apply_codebook(conn, change.codebook)
    for letter_id, delta in deltas.items():
        apply_deltas(conn, letter_id, (delta,), change.made_at)
    return {letter_id: (delta,) for letter_id, delta in deltas.items()}


def _apply_codebook(conn: sqlite3.Connection, delta: CodebookDelta) -> None:
    if delta:
        before = load_codebook(conn)
        after = codebook_delta.apply(before, delta)
        save_codebook(conn, after)
        follow_codebook(conn, before, after)


def _insert(conn: sqlite3.Connection, change: Change) -> dict[int, Delta]:
    """Insert the record of a change and return its deltas that do something; without any, no record."""
    deltas = {letter_id: delta for letter_id, delta in change.deltas.items() if delta}
    if deltas or change.codebook:
        conn.execute(
            "INSERT INTO change (id, label, label_json, analyst, made_at, state)"
            " VALUES (?, ?, ?, ?, ?, 'done')",
            (change.id, str(change.label), message_to_json(change.label), change.analyst, change.made_at),
        )
    conn.executemany(
        "INSERT INTO change_letter (change_id, letter_id, delta) VALUES (?, ?, ?)",
        ((change.id, letter_id, to_json(delta)) for letter_id, delta in deltas.items()),
    )
    if change.codebook:
        conn.execute(
            "INSERT INTO change_codebook (change_id, delta) VALUES (?, ?)",
            (change.id, codebook_delta.delta_to_json(change.codebook)),
        )
    return deltas


def _amend(conn: sqlite3.Connection, change: Change) -> Touched:
    _require_last_done(conn, change.id)
    conn.execute("UPDATE change SET state = 'discarded' WHERE state = 'undone'")
    stored = deltas_of(conn, change.id)
    conn.execute("DELETE FROM change WHERE id = ?", (change.id,))
    deltas = _insert(conn, change)
    touched = {
        letter_id: (stored.get(letter_id, Delta()).inverse(), deltas.get(letter_id, Delta()))
        for letter_id in stored.keys() | deltas.keys()
    }
    for letter_id, both in touched.items():
        apply_deltas(conn, letter_id, both, change.made_at)
    return touched


def _undo(conn: sqlite3.Connection, change: Change) -> Touched:
    _require_last_done(conn, change.id)
    _apply_codebook(conn, codebook_delta_of(conn, change.id).inverse())
    return _turn(conn, change.id, "undone", Delta.inverse)


def _redo(conn: sqlite3.Connection, change: Change) -> Touched:
    _require_state(conn, change.id, "undone")
    _apply_codebook(conn, codebook_delta_of(conn, change.id))
    return _turn(conn, change.id, "done", lambda delta: delta)


def _turn(
    conn: sqlite3.Connection, change_id: int, becomes: str, turned: Callable[[Delta], Delta]
) -> Touched:
    touched = {letter_id: (turned(delta),) for letter_id, delta in deltas_of(conn, change_id).items()}
    for letter_id, deltas in touched.items():
        apply_deltas(conn, letter_id, deltas, now())
    conn.execute("UPDATE change SET state = ? WHERE id = ?", (becomes, change_id))
    return touched


_MODES: Mapping[str, Callable[[sqlite3.Connection, Change], Touched]] = {
    "new": _save_new,
    "amend": _amend,
    "undo": _undo,
    "redo": _redo,
}


def _require_last_done(conn: sqlite3.Connection, change_id: int) -> None:
    _require_state(conn, change_id, "done")
    if conn.execute("SELECT 1 FROM change WHERE id > ? AND state = 'done'", (change_id,)).fetchone():
        raise ValueError(f"change {change_id} is not the last one done")


def _require_state(conn: sqlite3.Connection, change_id: int, state: str) -> None:
    found = conn.execute("SELECT state FROM change WHERE id = ?", (change_id,)).fetchone()
    if found != (state,):
        raise ValueError(f"change {change_id} is {found[0] if found else 'not there'} instead of {state}")


def deltas_of(conn: sqlite3.Connection, change_id: int) -> dict[int, Delta]:
    """Return what a change did, by letter."""
    rows = conn.execute("SELECT letter_id, delta FROM change_letter WHERE change_id = ?", (change_id,))
    return {int(letter_id): from_json(delta) for letter_id, delta in rows}


def codebook_delta_of(conn: sqlite3.Connection, change_id: int) -> CodebookDelta:
    """Return what a change did to the codebook."""
    found = conn.execute("SELECT delta FROM change_codebook WHERE change_id = ?", (change_id,)).fetchone()
    return codebook_delta.delta_from_json(found[0]) if found else codebook_delta.NOTHING


def message_to_json(message: Message) -> str:
    """Write a message for the file, so that it can be translated when it is read again."""
    return json.dumps([message.context, message.text, message.params], ensure_ascii=False, default=str)


def message_from_json(source: str) -> Message:
    """Read a message written by `message_to_json`; one that says that it is damaged, where the file is."""
    try:
        context, text, params = read_json(source, _LONGEST_LABEL)
        params = {name: said for name, said in params.items() if isinstance(said, str | int | float)}
        if is_text(context, 200) and _is_plain(text, params):
            return Message(context, as_said_now(text), params)
    except (ValueError, TypeError, AttributeError):
        pass
    return Message("Storage", _DAMAGED_LABEL)


def _is_plain(text: object, params: Mapping[str, object]) -> bool:
    """Tell whether a text asks for its parameters and no more: no widths of gigabytes, nothing inside."""
    if not isinstance(text, str):
        return False
    return all(
        name is None or (name in params and is_form(spec or "") and conversion is None)
        for _, name, spec, conversion in Formatter().parse(text)
    )
