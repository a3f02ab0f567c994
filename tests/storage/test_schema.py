"""The tables: what belongs to a letter goes with it, and what the program never writes is refused."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pytest

from annotator.storage import schema
from annotator.storage.names import TABLES

PARTS = (
    schema.FIRST_SCHEMA,
    schema.PAGE_LAYOUTS,
    schema.CODEBOOK_CHANGES,
    schema.SEARCH,
    schema.PROPOSALS,
    schema.PLACES_OF_CORRECTIONS,
    schema.QUICK_QUOTES,
    schema.READINGS,
    schema.READINGS_KEPT,
    schema.NAMESAKES,
)


@pytest.fixture
def conn() -> Iterator[sqlite3.Connection]:
    """Return a connection to a project's tables, with one letter in them."""
    made = sqlite3.connect(":memory:", isolation_level=None)
    made.execute("PRAGMA foreign_keys = ON")
    for part in PARTS:
        for statement in part:
            made.execute(statement)
    made.execute("INSERT INTO source (id, sha256, name, size) VALUES (1, 'a', 'b.txt', 1)")
    made.execute(
        "INSERT INTO letter (id, uid, title, status, source_id, source_name, pages, created_at, updated_at)"
        " VALUES (1, 'u', 't', 'todo', 1, 'b.txt', 1, '', '')"
    )
    yield made
    made.close()


def tables(conn: sqlite3.Connection) -> set[str]:
    return {name for (name,) in conn.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")} - {
        "sqlite_sequence"
    }


def columns(conn: sqlite3.Connection, table: str) -> list[tuple[str, str, bool]]:
    found = conn.execute(f"SELECT name, type, \"notnull\" FROM pragma_table_info('{table}')")
    return [(name, kind, bool(never_null)) for name, kind, never_null in found]


def test_they_are_those_that_the_program_looks_for(conn: sqlite3.Connection) -> None:
    assert tables(conn) == set(TABLES)


def test_all_that_is_of_a_letter_goes_with_it(conn: sqlite3.Connection) -> None:
    filled = []
    for table in sorted(tables(conn) - {"letter"}):
        found = columns(conn, table)
        if "letter_id" not in [name for name, _, _ in found] or table in ("passage_place", "change_letter"):
            continue
        values = {name: 1 if name == "letter_id" else "1" for name, _, _ in found}
        names = ", ".join(f'"{name}"' for name in values)
        conn.execute(
            f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(values))})", tuple(values.values())
        )
        filled.append(table)
    conn.execute("INSERT INTO passage_place VALUES (1, 1, 0, 1)")
    conn.execute("INSERT INTO change VALUES (1, 'x', '{}', 'jan', '', 'done')")
    conn.execute("INSERT INTO change_letter VALUES (1, 1, '{}')")
    assert len(filled) >= 12
    conn.execute("DELETE FROM letter")
    left = {table: conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in filled}
    assert {table for table, rows in left.items() if rows} == set()
    for table in ("passage_place", "change_letter"):
        assert conn.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
    assert conn.execute("SELECT count(*) FROM change").fetchone() == (1,), (
        "a change may be of other letters too"
    )


def test_the_id_of_a_letter_is_never_given_again(conn: sqlite3.Connection) -> None:
    conn.execute("DELETE FROM letter")
    conn.execute(
        "INSERT INTO letter (uid, title, status, source_name, pages, created_at, updated_at)"
        " VALUES ('v', 't', 'todo', 'b.txt', 1, '', '')"
    )
    assert conn.execute("SELECT id, version FROM letter").fetchall() == [(2, 1)]


@pytest.mark.parametrize("state", ["done", "undone", "discarded"])
def test_states_of_a_change(conn: sqlite3.Connection, state: str) -> None:
    conn.execute("INSERT INTO change VALUES (1, 'x', '{}', 'jan', '', ?)", (state,))


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO change VALUES (1, 'x', '{}', 'jan', '', 'lost')",
        "INSERT INTO source (sha256, name, size) VALUES ('a', 'c.txt', 1)",
        "INSERT INTO letter_ocr VALUES (9, 'x')",
        "INSERT INTO letter_ocr VALUES (1, NULL)",
        "INSERT INTO page VALUES (1, 1, 0, 0), (1, 1, 5, 5)",
        "DELETE FROM source",
    ],
)
def test_what_the_tables_refuse(conn: sqlite3.Connection, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        conn.execute(statement)


@pytest.mark.parametrize("table", ["passage", "section", "form_value", "verdict", "dismissal"])
def test_a_uid_is_of_one_row_of_a_letter(conn: sqlite3.Connection, table: str) -> None:
    names = [name for name, _, _ in columns(conn, table) if name != "id"]
    listed = ", ".join(f'"{name}"' for name in names)
    statement = f"INSERT INTO {table} ({listed}) VALUES ({', '.join('1' * len(names))})"
    conn.execute(statement)
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        conn.execute(statement)


def test_letters_of_before_the_search_are_to_be_put_into_its_index() -> None:
    made = sqlite3.connect(":memory:")
    for statement in schema.FIRST_SCHEMA:
        made.execute(statement)
    made.execute(
        "INSERT INTO letter (id, uid, title, status, source_name, pages, created_at, updated_at)"
        " VALUES (7, 'v', 't', 'todo', 'b.txt', 1, '', '')"
    )
    for statement in schema.SEARCH:
        made.execute(statement)
    assert made.execute("SELECT letter_id FROM search_stale").fetchall() == [(7,)]
    made.close()


def test_a_list_of_letters_need_not_read_their_texts(conn: sqlite3.Connection) -> None:
    assert {"text", "bytes", "json"}.isdisjoint(name for name, _, _ in columns(conn, "letter"))
