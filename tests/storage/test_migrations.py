"""Older projects: every released schema opens, migrated, after a verified copy."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from annotator.storage import names
from annotator.storage.check import check
from annotator.storage.migrations import migrations
from annotator.storage.store import Store
from tests.storage.making import save, tagged

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("schema_*.kant"))
LATER = "m9999_a_later_one"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return Path(shutil.copy(FIXTURES[0], tmp_path / "P.kant"))


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make this program one migration newer."""
    newer = Migrations(names.MIGRATION_SET)
    for migration in migrations._migrations:
        newer(name=migration.name)(migration.fn)

    @newer(name=LATER)
    def add_colour(db: Database) -> None:
        db.execute("ALTER TABLE letter ADD COLUMN colour TEXT NOT NULL DEFAULT ''")
        if db.execute("SELECT 1 FROM setting WHERE key = 'break'").fetchone():
            raise RuntimeError("a bug in a migration")

    monkeypatch.setattr("annotator.storage.migrations.migrations", newer)
    known = (*names.MIGRATION_NAMES, LATER)
    for module in ("names", "examine", "upgrade"):
        monkeypatch.setattr(f"annotator.storage.{module}.MIGRATION_NAMES", known)


def columns(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as conn:
        return [row[1] for row in conn.execute("PRAGMA table_info(letter)")]


def test_the_names_are_those_of_the_migrations() -> None:
    assert [migration.name for migration in migrations._migrations] == list(names.MIGRATION_NAMES)


def test_there_is_a_fixture_of_every_schema() -> None:
    assert [fixture.stem for fixture in FIXTURES] == [
        f"schema_{n + 1:04}" for n in range(len(names.MIGRATION_NAMES))
    ]


def test_the_tables_are_those_named(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as conn:
        found = [name for (name,) in conn.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    assert {name for name in found if not re.match("sqlite_|_sqlite", name)} == set(names.TABLES)


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.stem)
def test_a_released_schema_opens_and_works(fixture: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(fixture, tmp_path / "P.kant"))
    with Store.open(path) as store:
        assert store.reader.letter(1).quote("p") == "motie Jansen"
        save(store, store.reader.last_change_id() + 1, {1: tagged(store.reader.letter(1), "brief", "q")})
        while (change := store.reader.next_undo()) is not None:
            save(store, change.id, {}, "undo")
        assert store.reader.letter(1).text == store.reader.letter(1).ocr_text
    assert check(path) == []


def test_corrections_of_an_older_schema_get_their_places(old: Path) -> None:
    query = 'SELECT "start", "end", before, after FROM corrections ORDER BY id'
    with closing(sqlite3.connect(old)) as conn:
        before = conn.execute(query).fetchall()  # as the view of the older schema works them out
    assert before
    Store.open(old).close()
    with closing(sqlite3.connect(old)) as conn:
        assert conn.execute(query).fetchall() == before


def test_what_cannot_be_read_is_missing_from_now_on(old: Path) -> None:
    with Store.open(old):
        pass  # brought up to date, then made older by three
    with closing(sqlite3.connect(old)) as conn, conn:
        conn.execute(f"DELETE FROM {names.MIGRATIONS_TABLE} WHERE name >= 'm0011'")
        conn.execute("DROP INDEX suspect_cache_left")
        conn.execute("DROP VIEW passages")
        conn.execute("ALTER TABLE passage DROP COLUMN origin")
        conn.execute("DELETE FROM form_value")
        required = "UPDATE codebook_field SET json = json_set(json, '$.required', json('true')) WHERE id = ?"
        conn.execute(required, ("subject",))
        row = "(uid, letter_id, field, position, value, shown, state, analyst, made_at)"
        for field in ("subject", "optional"):
            conn.execute(
                f"INSERT INTO form_value {row} VALUES (?, 1, ?, 0, '', 'x', 'confirmed', 'anna', '')",
                (field, field),
            )
        row = "(letter_id, version, engine, missing, json)"
        conn.execute(f"INSERT INTO proposal {row} VALUES (1, 0, '', '[]', '{{}}')")
    Store.open(old).close()
    with closing(sqlite3.connect(old)) as conn:
        [(missing,)] = conn.execute("SELECT missing FROM proposal").fetchall()
    assert json.loads(missing) == ["subject"]


@pytest.mark.usefixtures("later")
def test_an_older_project_is_migrated(old: Path) -> None:
    with Store.open(old) as store:
        assert store.reader.letter(1).quote("p") == "motie Jansen"
    assert "colour" in columns(old)


@pytest.mark.usefixtures("later")
def test_an_older_project_is_copied_first(old: Path) -> None:
    before = columns(old)
    Store.open(old).close()
    [copy] = old.parent.glob("*.bak")
    assert copy.name == "P.kant.before-2.bak"
    assert columns(copy) == before


@pytest.mark.usefixtures("later")
def test_an_earlier_copy_is_kept(old: Path) -> None:
    old.with_name("P.kant.before-2.bak").write_text("precious")
    Store.open(old).close()
    assert old.with_name("P.kant.before-2.bak").read_text() == "precious"
    assert old.with_name("P.kant.before-2.2.bak").exists()


@pytest.mark.usefixtures("later")
def test_a_migrated_project_keeps_its_views_and_header(old: Path) -> None:
    Store.open(old).close()
    assert check(old) == []
    with closing(sqlite3.connect(old)) as conn:
        assert conn.execute("PRAGMA user_version").fetchone() == (len(names.MIGRATION_NAMES),)


@pytest.mark.usefixtures("later")
def test_a_migration_that_fails_changes_nothing(old: Path) -> None:
    with closing(sqlite3.connect(old, isolation_level=None)) as conn:
        conn.execute("INSERT INTO setting VALUES ('break', '1')")
    with pytest.raises(RuntimeError):
        Store.open(old)
    assert "colour" not in columns(old)


@pytest.mark.usefixtures("later")
def test_an_older_project_is_not_migrated_by_a_reader(old: Path) -> None:
    from annotator.core.user_errors import UserError

    before = old.read_bytes()
    with pytest.raises(UserError, match="must be updated"):
        Store.open(old, read_only=True)
    assert old.read_bytes() == before
