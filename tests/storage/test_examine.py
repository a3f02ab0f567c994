"""Looking at a file before it is opened: what is no project, newer, cut off or could do harm is refused."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.user_errors import UserError
from annotator.storage.names import APPLICATION_ID
from annotator.storage.store import Store


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def refused(path: Path, because: str) -> None:
    """Expect a refusal of one or two sentences, and that nothing in the folder was touched."""
    before = contents(path.parent)
    with pytest.raises(UserError, match=because) as caught:
        Store.open(path)
    assert "\n" not in str(caught.value)
    assert contents(path.parent) == before


def sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        for statement in statements:
            conn.execute(statement)


def test_an_absent_file(path: Path) -> None:
    refused(path, "There is no project P.kant")


def test_a_folder(path: Path) -> None:
    path.mkdir()
    refused(path, "is a folder")


def test_an_empty_file(path: Path) -> None:
    path.touch()
    refused(path, "P.kant is empty")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders here")
def test_a_pipe_is_not_waited_for(path: Path) -> None:
    os.mkfifo(path)
    refused(path, "is not a Kanttekening project")


def test_a_text(path: Path) -> None:
    path.write_text("Geachte voorzitter,\n" * 100)
    refused(path, "is not a Kanttekening project")


def test_a_short_text(path: Path) -> None:
    path.write_text("x")
    refused(path, "is not a Kanttekening project")


def test_a_database_of_another_program(path: Path) -> None:
    sql(path, "CREATE TABLE letter (id)", "PRAGMA journal_mode = WAL")
    refused(path, "a database of another program")


def test_a_database_with_our_mark_and_nothing_of_ours(path: Path) -> None:
    sql(path, "CREATE TABLE other (id)", f"PRAGMA application_id = {APPLICATION_ID}")
    refused(path, "is damaged")


def test_a_newer_project_by_its_migrations(closed: Path) -> None:
    sql(closed, "INSERT INTO _sqlite_migrations VALUES (99, 'annotator', 'm0099_later', '2030-01-01')")
    refused(closed, "made by a newer version")


def test_a_newer_project_by_its_header(closed: Path) -> None:
    sql(closed, "PRAGMA user_version = 99")
    refused(closed, "made by a newer version")


def test_a_newer_project_opened_for_reading(closed: Path) -> None:
    sql(closed, "INSERT INTO _sqlite_migrations VALUES (99, 'annotator', 'm0099_later', '2030-01-01')")
    before = closed.read_bytes()
    with pytest.raises(UserError, match="made by a newer version"):
        Store.open(closed, read_only=True)
    assert closed.read_bytes() == before


def test_migrations_of_another_program_in_the_file_do_not_matter(closed: Path) -> None:
    sql(closed, "INSERT INTO _sqlite_migrations VALUES (99, 'plugin', 'm0001', '2030-01-01')")
    Store.open(closed).close()


def test_a_file_that_was_cut_off(closed: Path) -> None:
    closed.write_bytes(closed.read_bytes()[:-5000])
    refused(closed, "is damaged")


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER UPDATE ON letter BEGIN DELETE FROM letter; END",
        "CREATE TABLE passages_ (id)",
        "CREATE VIRTUAL TABLE passages USING fts5(quote)",
    ],
)
def test_what_could_run_by_itself(closed: Path, statement: str) -> None:
    if "TRIGGER" not in statement:
        sql(closed, "DROP VIEW passages")
    sql(closed, statement)
    if "passages_" in statement:
        Store.open(closed).close()
    else:
        refused(closed, "which no project does")


def test_a_view_in_the_place_of_a_table(closed: Path) -> None:
    sql(closed, "DROP TABLE suspect_cache", "CREATE VIEW suspect_cache AS SELECT 1 AS letter_id")
    refused(closed, "view suspect_cache")
