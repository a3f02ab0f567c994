"""The list of letters: filtered, counted, read page by page."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from annotator.core.fields import says_absent
from annotator.core.statuses import STATUSES
from annotator.storage.done_letters import DONE
from annotator.storage.namesakes import APART
from annotator.storage.project import field_ids


@dataclass(frozen=True, slots=True)
class LetterFilter:
    """Which letters a list shows: `text` in the title or the source's name (in any case), a status, and more.

    `tag`: with a passage or a section of that tag. `field`: with a value in that field (a part of a group as
    `group.part`), and where `value` says so one that holds this text, in any case. `left`: "suspects" for
    letters with suspects left, "unseen" for those nobody looked for suspects in yet, "empty" for those
    without text. `kind`: with a correction of that kind. `analyst`: in which this analyst changed something;
    `done_by`: that this one marked as done. `days`: changed from the one day to the other (ISO, local time),
    `done_days`: marked as done then.
    """

    text: str = ""
    status: str | None = None
    tag: str = ""
    field: str = ""
    value: str = ""
    left: str = ""
    kind: str = ""
    analyst: str | None = None
    done_by: str | None = None
    days: tuple[str, str] | None = None
    done_days: tuple[str, str] | None = None


ALL_LETTERS = LetterFilter()
DAMAGED = "\ufffd"  # in the place of a text that cannot be read
_LONGEST = 20_000  # characters
_LONG_WORD = 5  # characters from which accents do not count


@dataclass(frozen=True, slots=True)
class LetterLine:
    """A letter in the list. `suspects_left` is None before a first look; `date`, `sender` may be "".

    `proposals_left` is None where nothing was proposed for the letter yet; `undated` tells that
    neither an analyst nor the program found the date that the codebook asks for; `date_proposed` and
    `sender_proposed` that they are only proposed, `date_absent` that the letter has none. `apart` tells it
    from others of the same title, "" where there are none.
    """

    id: int
    title: str
    status: str
    date: str
    sender: str
    suspects_left: int | None
    pages: int
    source_name: str
    proposals_left: int | None = None
    undated: bool = False
    date_proposed: bool = False
    sender_proposed: bool = False
    date_absent: bool = False
    apart: str = ""


def first_value(field: str) -> str:
    """Return the expression for the first value of a field of letter `l`, as it is stored; "" for none.

    `field` is an id as `field_ids` gives it: "" where the codebook has no such field.
    """
    return (
        "coalesce((SELECT coalesce(nullif(v.value, ''), v.shown) FROM form_value v"
        f" WHERE v.letter_id = l.id AND v.field = '{field}' ORDER BY v.position LIMIT 1), '')"
    )


def _is_proposed(field: str) -> str:
    return (
        "coalesce((SELECT v.state = 'proposed' FROM form_value v"
        f" WHERE v.letter_id = l.id AND v.field = '{field}' ORDER BY v.position LIMIT 1), 0)"
    )


def _is_absent(field: str) -> str:
    return (
        "EXISTS (SELECT 1 FROM form_value v"
        f" WHERE v.letter_id = l.id AND v.field = '{field}' AND v.state = 'absent')"
    )


def _line_sql(conn: sqlite3.Connection) -> str:
    date, sender = field_ids(conn, "letter_date", "sender")
    return f"""SELECT l.id, l.title, l.status, {first_value(date)}, {first_value(sender)},
    (SELECT c.suspects_left FROM suspect_cache c WHERE c.letter_id = l.id), l.pages, l.source_name,
    (SELECT p.sections_open + p.passages_open + p.values_open FROM proposal p
        WHERE p.letter_id = l.id),
    coalesce((SELECT instr(p.missing, '"{date}"') > 0 FROM proposal p WHERE p.letter_id = l.id), 0),
    {_is_proposed(date)}, {_is_proposed(sender)}, {_is_absent(date)}, {APART}
    FROM letter l"""


def _line_of(row: tuple[Any, ...]) -> LetterLine:
    letter_id, title, status, date, sender, suspects, pages, source, proposed, *flags = row
    undated, date_proposed, sender_proposed, date_absent, apart = flags
    line = LetterLine(
        letter_id,
        _text(title),
        status if status in STATUSES else STATUSES[0],
        _text(date),
        _text(sender),
        _count(suspects),
        _count(pages) or 0,
        _text(source),
        _count(proposed),
    )
    return replace(
        line,
        undated=bool(undated),
        date_proposed=bool(date_proposed),
        sender_proposed=bool(sender_proposed),
        date_absent=bool(date_absent),
        apart=_text(apart),
    )


def _text(said: object) -> str:
    """Return a text as a line shows it: a damaged one must not cost the list."""
    return said[:_LONGEST] if isinstance(said, str) else DAMAGED


def _count(said: object) -> int | None:
    return said if type(said) is int and 0 <= said < 2**31 else None


def page(
    conn: sqlite3.Connection, wanted: LetterFilter, after: int, offset: int, limit: int
) -> list[LetterLine]:
    """Return lines by id: those behind the letter `after`, without the first `offset` of them."""
    where, values = _where(conn, wanted)
    values |= {"after": after, "offset": offset, "limit": limit}
    rows = conn.execute(
        f"{_line_sql(conn)} WHERE l.id > :after AND {where} ORDER BY l.id LIMIT :limit OFFSET :offset", values
    )
    return [_line_of(row) for row in rows]


def line(conn: sqlite3.Connection, letter_id: int) -> LetterLine | None:
    """Return the line of one letter."""
    found = lines(conn, [letter_id])
    return found[0] if found else None


def ids(conn: sqlite3.Connection, wanted: LetterFilter, most: int = -1) -> list[int]:
    """Return the ids of the letters in the list, in its order; with `most`, of so many of them."""
    where, values = _where(conn, wanted)
    # Sorted here: asked for an order, SQLite goes through the whole letters and not through an index alone.
    found = conn.execute(f"SELECT l.id FROM letter l WHERE {where} LIMIT :most", values | {"most": most})
    return sorted(int(row[0]) for row in found)


def place(conn: sqlite3.Connection, wanted: LetterFilter, letter_id: int) -> int | None:
    """Return how many letters of the list come before a letter; None where it is not in the list."""
    where, values = _where(conn, wanted)
    values["this"] = letter_id
    there = conn.execute(f"SELECT 1 FROM letter l WHERE l.id = :this AND {where}", values).fetchone()
    if there is None:
        return None
    found = conn.execute(f"SELECT count(*) FROM letter l WHERE l.id < :this AND {where}", values).fetchone()
    return int(found[0])


def count(conn: sqlite3.Connection, wanted: LetterFilter) -> int:
    """Return how many letters the list has."""
    where, values = _where(conn, wanted)
    return int(conn.execute(f"SELECT count(*) FROM letter l WHERE {where}", values).fetchone()[0])


def find(
    conn: sqlite3.Connection, words: Sequence[str], fields: Sequence[str], limit: int
) -> list[LetterLine]:
    """Return letters in which each word occurs: in the title, the source's name, or a value of the fields.

    Titles that begin with the first word come first. Values are looked at for words with a digit only (dates,
    dossiers): there may be millions of them.
    """
    conn.create_function("plain", 1, _plain, deterministic=True)
    conditions, values = [], list[object]()
    for word in words:
        like, parts = f"%{_escaped(word)}%", list[str]()
        for name in ("l.title", "l.source_name"):
            if word.isascii() and len(word) < _LONG_WORD:
                parts.append(f"{name} LIKE ? ESCAPE '\\'")
                values.append(like)
            else:
                # Accents do not count: a cheap LIKE leaves few for our function, which is five times as slow.
                parts.append(f"({name} LIKE ? ESCAPE '\\' AND plain({name}) LIKE ? ESCAPE '\\')")
                values += [f"%{_any_accent(word)}%", f"%{_escaped(_plain(word))}%"]
        if fields and any(character.isdigit() for character in word):
            parts.append(
                "l.id IN (SELECT v.letter_id FROM form_value v"
                f" WHERE v.field IN ({', '.join('?' * len(fields))}) AND (v.shown LIKE ? OR v.value LIKE ?))"
            )
            values += [*fields, like, like]
        conditions.append(f"({' OR '.join(parts)})")
    first = f"{_escaped(words[0])}%" if words else ""
    rows = conn.execute(
        f"{_line_sql(conn)} WHERE {' AND '.join(conditions) or '1'}"
        " ORDER BY l.title NOT LIKE ? ESCAPE '\\', l.title NOT LIKE ? ESCAPE '\\', l.id LIMIT ?",
        (*values, first, f"% {first}", limit),
    )
    return [_line_of(row) for row in rows]


def _any_accent(word: str) -> str:
    """Return a pattern for LIKE that leaves the letters open which may have an accent."""
    return "".join("_" if not c.isascii() or c.lower() in "aeiou" else _escaped(c) for c in word)


def lines(conn: sqlite3.Connection, ids: Sequence[int]) -> list[LetterLine]:
    """Return the lines of the letters that are there, in the order of the ids."""
    statement = f"{_line_sql(conn)} WHERE l.id = ?"
    rows = (conn.execute(statement, (letter_id,)).fetchone() for letter_id in ids)
    return [_line_of(row) for row in rows if row is not None]


def _plain(text: object) -> str:
    """Return a text without accents and case."""
    name = str(text)
    if name.isascii():
        return name.lower()
    return "".join(c for c in unicodedata.normalize("NFD", name).casefold() if not unicodedata.combining(c))


def status_counts(conn: sqlite3.Connection) -> dict[str, int]:
    """Return how many letters have each status."""
    rows = conn.execute("SELECT status, count(*) FROM letter GROUP BY status")
    return {str(status): int(letters) for status, letters in rows}


def neighbours(
    conn: sqlite3.Connection, letter_id: int, wanted: LetterFilter
) -> tuple[int | None, int | None]:
    """Return the letters before and after this one in the list."""
    where, values = _where(conn, wanted)
    values["this"] = letter_id
    before = f"SELECT l.id FROM letter l WHERE l.id < :this AND {where} ORDER BY l.id DESC LIMIT 1"
    behind = f"SELECT l.id FROM letter l WHERE l.id > :this AND {where} ORDER BY l.id LIMIT 1"
    found = [conn.execute(statement, values).fetchone() for statement in (before, behind)]
    previous, following = (int(row[0]) if row else None for row in found)
    return previous, following


def _where(conn: sqlite3.Connection, wanted: LetterFilter) -> tuple[str, dict[str, object]]:
    conditions, values = ["1"], dict[str, object]()
    if wanted.status is not None:
        conditions.append("l.status = :status")
        values["status"] = wanted.status
    if wanted.tag:
        conditions.append(_TAGGED)
        values["tag"] = wanted.tag
    if wanted.field:
        conditions.append(_filled(conn, wanted.value.strip(), values))
        values["field"] = wanted.field
    if wanted.left:
        conditions.append(_LEFT[wanted.left])
    _add_made(wanted, conditions, values)
    text = wanted.text.strip()
    if text and text.isascii():
        conditions.append("(l.title LIKE :like ESCAPE '\\' OR l.source_name LIKE :like ESCAPE '\\')")
        values["like"] = f"%{_escaped(text)}%"
    elif text:
        # LIKE knows the cases of ASCII only: `É` in the filter finds `é` through Python, at a fifth of the
        # speed. What has no sign beyond ASCII cannot hold one, and is not asked for.
        folded = text.casefold()
        conn.create_function("holds", 1, lambda name: folded in str(name).casefold(), deterministic=True)
        beyond = "length(CAST({name} AS BLOB)) <> length({name}) AND " if not folded.isascii() else ""
        named = [f"({beyond}holds({{name}}))".format(name=name) for name in ("l.title", "l.source_name")]
        conditions.append(f"({' OR '.join(named)})")
    return " AND ".join(conditions), values


def _add_made(wanted: LetterFilter, conditions: list[str], values: dict[str, object]) -> None:
    """Add the conditions of what was made in a letter, by whom and when."""
    if wanted.kind:
        conditions.append("l.id IN (SELECT letter_id FROM correction WHERE kind = :kind)")
        values["kind"] = wanted.kind
    if wanted.analyst is not None:
        conditions.append(f"l.id IN ({_CHANGED} AND c.analyst = :analyst)")
        values["analyst"] = wanted.analyst
    if wanted.done_by is not None:
        conditions.append(f"l.id IN (SELECT letter_id FROM ({DONE}) WHERE analyst = :done_by)")
        values["done_by"] = wanted.done_by
    if wanted.done_days is not None:
        conditions.append(
            f"l.id IN (SELECT letter_id FROM ({DONE}) WHERE day BETWEEN :done_first AND :done_last)"
        )
        values["done_first"], values["done_last"] = wanted.done_days
    if wanted.days is not None:
        day = "date(c.made_at, 'localtime')"
        conditions.append(f"l.id IN ({_CHANGED} AND {day} BETWEEN :first_day AND :last_day)")
        values["first_day"], values["last_day"] = wanted.days


_CHANGED = (
    "SELECT k.letter_id FROM change_letter k JOIN change c ON c.id = k.change_id WHERE c.state = 'done'"
)
# Lists of ids instead of a look into each letter: few letters have a tag, and its index names them.
_TAGGED = """l.id IN (SELECT letter_id FROM passage WHERE tag = :tag
    UNION SELECT letter_id FROM section WHERE tag = :tag)"""
_LEFT = {
    "suspects": "l.id IN (SELECT letter_id FROM suspect_cache WHERE suspects_left > 0)",
    "unseen": "l.id NOT IN (SELECT letter_id FROM suspect_cache)",
    "empty": "l.id IN (SELECT o.letter_id FROM letter_ocr o LEFT JOIN letter_text t USING (letter_id)"
    " WHERE length(trim(coalesce(t.text, o.text), char(10, 13, 32, 160))) = 0)",
}


def _filled(conn: sqlite3.Connection, value: str, values: dict[str, object]) -> str:
    """Return the condition that a field holds a value, or any; "-" that the letter does not have it."""
    holds = " AND state <> 'absent'"
    if says_absent(value):
        holds = " AND state = 'absent'"
    elif value.isascii() and value:
        holds = " AND (value LIKE :value ESCAPE '\\' OR shown LIKE :value ESCAPE '\\')"
        values["value"] = f"%{_escaped(value)}%"
    elif value:
        folded = value.casefold()
        conn.create_function("said", 1, lambda text: folded in str(text).casefold(), deterministic=True)
        holds = " AND (said(value) OR said(shown))"
    return f"l.id IN (SELECT letter_id FROM form_value WHERE field = :field{holds})"


def filtered_ids(conn: sqlite3.Connection, wanted: LetterFilter, values: dict[str, object]) -> str:
    """Return the statement that gives the ids of the letters, and add its values; "" for all letters."""
    if wanted == ALL_LETTERS:
        return ""
    where, more = _where(conn, wanted)
    values |= more
    return f"SELECT l.id FROM letter l WHERE {where}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
