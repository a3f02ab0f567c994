"""Spoiling what lies in the columns of a project: JSON, packed words, links; and the settings."""

from __future__ import annotations

import json
import random
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from typing import Any

_DEEP = 3_000
_BIG = 400_000_000  # bytes that a small blob unpacks to


class _Raw(str):
    """A piece of JSON that `json.dumps` would never write."""


def tables(conn: sqlite3.Connection) -> list[str]:
    """Return the names of the tables."""
    rows = conn.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    return [str(name) for (name,) in rows]


def columns(conn: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return every table with each of its columns, those of the full-text index left out."""
    names = [name for name in tables(conn) if not name.startswith(("search_index", "_"))]
    return [(name, row[1]) for name in names for row in conn.execute(f"PRAGMA table_info({name})")]


def loosen(conn: sqlite3.Connection) -> None:
    """Take the conditions off the tables, so that anything can be written into them."""
    conn.execute("PRAGMA ignore_check_constraints = ON")
    conn.execute("PRAGMA writable_schema = ON")
    conn.execute("UPDATE sqlite_schema SET sql = replace(sql, ' NOT NULL', '') WHERE type = 'table'")
    conn.execute("PRAGMA writable_schema = RESET")


# --- JSON --------------------------------------------------------------------------------------------------

_RAW = (
    "NaN",
    "Infinity",
    "-Infinity",
    "1e999",
    "-1e999",
    "9" * 5000,
    str(2**63),
    str(-(2**31) - 1),
    '"\\ud800"',
    '"\\udfff x"',
    '"\\u0000"',
    "[" * _DEEP + "]" * _DEEP,
    '{"a":' * _DEEP + "1" + "}" * _DEEP,
    '"' + "x" * 2_000_000 + '"',
    "[" + "0," * 200_000 + "0]",
    '"{x:>2000000000}"',
    '"{x.__class__.__init__.__globals__}"',
)
_PLAIN: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    1.5,
    10**9,
    "",
    "x",
    [],
    {},
    [None],
    {"id": 7},
    "\n" * 500,
)


def json_spoilt(path: Path, chance: random.Random) -> None:
    """Change something inside the JSON that some column holds."""
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        held = list[tuple[str, str]]()
        for table, column in columns(conn):
            found = f"SELECT 1 FROM {table} WHERE substr(\"{column}\", 1, 1) IN ('[', '{{') LIMIT 1"
            with suppress(sqlite3.Error):
                held += [(table, column)] * len(conn.execute(found).fetchall())
        if not held:
            return
        table, column = chance.choice(held)
        key = "rowid" if table not in ("setting", "codebook_tag", "codebook_field") else None
        key = key or conn.execute(f"PRAGMA table_info({table})").fetchone()[1]
        rows = conn.execute(f'SELECT {key}, "{column}" FROM {table}').fetchall()
        for row_id, source in chance.sample(rows, min(len(rows), chance.choice((1, 3, 50)))):
            with suppress(ValueError, TypeError, sqlite3.Error):
                spoilt = _written(_changed(json.loads(source), chance))
                conn.execute(f'UPDATE {table} SET "{column}" = ? WHERE {key} = ?', (spoilt, row_id))


def _changed(value: Any, chance: random.Random) -> Any:
    """Return a value with one of its parts, however deep, made another."""
    if isinstance(value, list | dict) and value and chance.random() < 0.8:
        key = chance.choice([*value] if isinstance(value, dict) else range(len(value)))
        kept: Any = value.copy()
        what = chance.random()
        if what < 0.1:
            del kept[key]
        elif what < 0.15 and isinstance(kept, list):
            kept.append(kept[key])
        else:
            kept[key] = _changed(value[key], chance)
        return kept
    return _Raw(chance.choice(_RAW)) if chance.random() < 0.5 else chance.choice(_PLAIN)


def _written(value: Any) -> str:
    if isinstance(value, _Raw):
        return str(value)
    if isinstance(value, list):
        return f"[{','.join(map(_written, value))}]"
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(k)}:{_written(v)}" for k, v in value.items()) + "}"
    return json.dumps(value)


# --- what is packed ----------------------------------------------------------------------------------------


@cache
def _bomb(size: int) -> bytes:
    packing = zlib.compressobj(9)
    piece, written = bytes(1 << 20), list[bytes]()
    for _ in range(size >> 20):
        written.append(packing.compress(piece))
    return b"".join((*written, packing.flush()))


def packed_spoilt(path: Path, chance: random.Random) -> None:
    """Put other bytes where the words of pages are packed: cut, of another kind, unpacking to gigabytes."""
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        loosen(conn)
        whole = bytes(chance.randrange(256) for _ in range(24 * chance.randrange(1, 40)))
        data = chance.choice(
            (
                lambda: _bomb(_BIG),
                lambda: zlib.compress(whole),
                lambda: zlib.compress(whole)[:-3],
                lambda: zlib.compress(b"\xff" * 24 * 9),
                lambda: zlib.compress(b"\x7f" * 24 * 9),
                lambda: zlib.compress(bytes(24 * 400_000)),
                lambda: zlib.compress(b"abc"),
                lambda: b"",
                lambda: whole,
            )
        )()
        conn.execute("UPDATE page_layout SET words = ? WHERE rowid % ? = 0", (data, chance.choice((1, 2))))
        if chance.random() < 0.5:
            column = chance.choice(("number", "source_page", "width", "height", "flags"))
            value = chance.choice((-1, 0, 1e308, float("inf"), 2**40, "x", None, 10**6, "[7]", '["\\ud800"]'))
            with suppress(sqlite3.Error):
                conn.execute(f"UPDATE page_layout SET {column} = ?", (value,))
        if chance.random() < 0.5:
            conn.execute(
                "INSERT OR REPLACE INTO furniture SELECT id, ?, ?, ? FROM letter",
                (
                    chance.choice((-5, 0, 3, 10**9)),
                    chance.choice((-7, 0, 10**12)),
                    chance.choice(("head", "x", 7)),
                ),
            )


# --- links -------------------------------------------------------------------------------------------------


def links_spoilt(path: Path, chance: random.Random) -> None:
    """Have rows lead to rows that are not there, to the wrong ones, or round in a circle."""
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        loosen(conn)
        conn.execute("PRAGMA foreign_keys = OFF")
        circle = "SELECT id FROM codebook_tag ORDER BY random() LIMIT 1"
        for statement in chance.sample(
            (
                f"UPDATE codebook_tag SET json = json_set(json, '$.parent', ({circle}))",
                "UPDATE codebook_tag SET json = json_set(json, '$.parent', id)",
                "UPDATE codebook_tag SET json = json_set(json, '$.id', 'country')",
                "UPDATE codebook_tag SET json = json_set(json, '$.key', 'A')",
                "UPDATE codebook_field SET json = json_set(json, '$.parts', json_array(json(json)))",
                "DELETE FROM codebook_tag WHERE random() % 2",
                "DELETE FROM codebook_field WHERE random() % 2",
                "UPDATE passage SET tag = 'nowhere'",
                "UPDATE passage SET tag = 'topic'",
                "UPDATE section SET tag = 'nowhere'",
                "UPDATE section SET tag = 'country', level = 60",
                "UPDATE form_value SET field = 'nowhere.at.all'",
                "UPDATE form_value SET field = 'signatory', position = position + 5000",
                "UPDATE passage_place SET passage_id = passage_id + 100",
                "UPDATE letter SET source_id = 999",
                "UPDATE letter SET id = id + 1000000000000 WHERE id = 2",
                "UPDATE letter SET id = -id",
                "UPDATE change_letter SET letter_id = 999",
                "UPDATE change_letter SET change_id = 1",
                "UPDATE change SET id = id + 5000000000",
                "UPDATE change SET state = 'undone'",
                "UPDATE letter SET version = version + 1",
                "UPDATE suspect_cache SET letter_id = letter_id + 1",
                "UPDATE proposal SET letter_id = letter_id + 1",
                "UPDATE correction SET ocr_start = ocr_end, ocr_end = ocr_start",
                "UPDATE search_letter SET corrections = '[[1]]'",
                "UPDATE letter_text SET text = text || 'x'",
                "UPDATE letter_ocr SET text = replace(text, ' ', char(8233))",
                "UPDATE letter_ocr SET text = ''",
                "UPDATE letter SET title = replace(hex(zeroblob(500000)), '00', 'A')",
                "UPDATE passage SET uid = 'proposed:x' || id",
                "UPDATE verdict SET reading = '', chosen = replace(hex(zeroblob(99999)), '0', 'z')",
            ),
            chance.choice((1, 1, 2, 4)),
        ):
            with suppress(sqlite3.Error):
                conn.execute(statement)


# --- the settings ------------------------------------------------------------------------------------------

_VALUES = (
    "1e30",
    "-1",
    "[]",
    "{}",
    "true",
    "nan",
    "@Invalid()",
    "@ByteArray(\\xff\\0\\0\\0\\xff\\0\\0\\0\\xfd)",
    "@ByteArray(\\0\\0\\0\\xff\\0\\0\\0\\x3\\xfd\\0\\0\\0\\x2\\x7f\\xff\\xff\\xff\\0\\0\\0\\x1)",
    "@ByteArray(\\x1\\xd9\\xd0\\xcb\\0\\x3\\0\\0\\x7f\\xff\\xff\\xff\\x80\\0\\0\\0\\x7f\\xff\\xff\\xff\\0\\0)",
    "@Variant(\\0\\0\\0\\x9\\x7f\\xff\\xff\\xff)",
    "@Variant(\\0\\0\\0\\x7f\\0\\0\\0\\x5xxxx\\0)",
    "@Size(99999999 -4)",
    "a, b, c",
    "\\x0\\xd800\\xffff",
    "../../..",
    "/dev/zero",
    "/proc/self/mem",
    "Ctrl+Foo",
    "E",
    "Esc Left A",
    "x" * 50_000,
    "²",
)


def settings_spoilt(folder: Path, names: list[str], keys: list[str], chance: random.Random) -> None:
    """Write a file of settings with wrong values, or with rubbish in its place."""
    folder.mkdir(exist_ok=True)
    file = folder / "kanttekening.ini"
    if chance.random() < 0.15:
        file.write_bytes(chance.randbytes(chance.randrange(1, 5000)))
        return
    lines = ["[General]"]
    lines += [f"{name}={chance.choice(_VALUES)}" for name in names if chance.random() < 0.6]
    lines += ["[keys-linux]", *(f"{key}={chance.choice(_VALUES)}" for key in keys if chance.random() < 0.3)]
    lines += ["[layout]"]
    lines += [
        f"{name}={chance.choice(_VALUES)}" for name in ("geometry", "docks", "pages_beside", "pages_above")
    ]
    content = "\n".join(lines).encode()
    if chance.random() < 0.2:
        content = bytes(b if chance.random() < 0.98 else chance.randrange(256) for b in content)
    file.write_bytes(content)


MUTATIONS: tuple[Callable[[Path, random.Random], None], ...] = (json_spoilt, packed_spoilt, links_spoilt)
