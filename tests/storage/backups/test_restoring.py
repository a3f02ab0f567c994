"""Restoring: the whole project of then, in one step; what was there is kept; nothing is mixed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from annotator.core import operations
from annotator.core.codebook_delta import NOTHING
from annotator.core.history import Change, Correction
from annotator.core.user_errors import UserError
from annotator.storage.backup_names import copies_beside, folder_of
from annotator.storage.backups.comparing import Made, compare
from annotator.storage.backups.making import back_up
from annotator.storage.backups.restoring import restore
from annotator.storage.changes import save_change
from annotator.storage.check import check
from annotator.storage.letters import add_letters
from annotator.storage.store import Store
from tests.storage.making import LABEL, STAMP, added, corrected, letter, project, save, tagged

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def backup(path: Path) -> Path:
    """A backup of a project with a change, in which a letter and a change came since; it is closed."""
    with project(path, letter(), letter("Tweede brief\n", "Second")) as store:
        save(store, 1, {1: corrected(store.reader.letter(1), "Belgié", "België")})
        made = back_up(path, folder_of(path), "jan", moment=NOON).newest
        assert made is not None
        store.do(lambda conn: add_letters(conn, [added(letter("Derde brief\n", "Third"), "3.txt")]))
        save(store, 2, {1: tagged(store.reader.letter(1), "motie Jansen", "p")})
        store.do(lambda conn: conn.execute("UPDATE letter SET updated_at = '2027'"))
        store.remove_letters([2])
        store.flush()
    return made.path


def titles(path: Path) -> list[str]:
    with Store.open(path, read_only=True) as store:
        return [line.title for line in store.reader.letters_page()]


def test_the_project_is_as_it_was(backup: Path, path: Path) -> None:
    restore(backup, path)
    assert titles(path) == ["Letter", "Second"]
    with Store.open(path) as store:
        assert not store.was_unclean
        assert store.reader.letter(1).text.splitlines()[2].startswith("België")
        assert "p" not in store.reader.letter(1).passages
        assert store.reader.source_bytes(2) == b"Tweede brief\n"
    assert check(path) == []


def test_what_was_there_is_kept(backup: Path, path: Path) -> None:
    done = restore(backup, path)
    assert done.kept is not None
    assert titles(done.kept) == ["Letter", "Third"]
    assert check(done.kept) == []
    assert copies_beside(path) == [done.kept]


def test_it_can_be_restored_to_a_place_without_a_project(backup: Path, tmp_path: Path) -> None:
    done = restore(backup, tmp_path / "new.kant")
    assert done.kept is None
    assert titles(tmp_path / "new.kant") == ["Letter", "Second"]


def test_it_is_refused_where_a_window_has_the_project(backup: Path, path: Path) -> None:
    with Store.open(path, analyst="piet"), pytest.raises(UserError, match="is open with piet"):
        restore(backup, path)
    assert titles(path) == ["Letter", "Third"]


def test_a_reader_of_the_old_file_reads_nothing_of_the_new(backup: Path, path: Path) -> None:
    with Store.open(path, read_only=True) as second:
        assert second.reader.letters_count() == 2
        restore(backup, path)
        with Store.open(path) as store:
            save(store, 9, {1: tagged(store.reader.letter(1), "brief", "q")})
            with pytest.raises(UserError, match="Another file was put in the place"):
                second.reader.letter(1)
            assert store.reader.letter(1).quote("q") == "brief"
    assert check(path) == []


def test_what_was_in_the_log_is_kept_too(backup: Path, path: Path) -> None:
    # A window that was killed leaves its changes in the log.
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("UPDATE letter SET title = 'In the log' WHERE id = 1")
        content, log = path.read_bytes(), Path(f"{path}-wal").read_bytes()
    path.write_bytes(content)
    Path(f"{path}-wal").write_bytes(log)
    done = restore(backup, path)
    assert done.kept is not None
    assert titles(done.kept) == ["In the log", "Third"]
    assert titles(path) == ["Letter", "Second"]


def test_a_damaged_project_is_kept_as_it_lies(backup: Path, path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[100:8192] = b"\xff" * 8092
    path.write_bytes(content)
    done = restore(backup, path)
    assert done.kept is not None
    assert done.kept.read_bytes()[100:8192] == b"\xff" * 8092
    assert titles(path) == ["Letter", "Second"]


def test_a_damaged_backup_is_refused(backup: Path, path: Path) -> None:
    content = bytearray(backup.read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 : page * 4096 + 4096] = b"\xa5" * 4096
    backup.write_bytes(content)
    with pytest.raises(UserError, match="is damaged"):
        restore(backup, path)
    assert titles(path) == ["Letter", "Third"]
    assert not list(path.parent.glob(".*"))


def test_no_backup_is_refused(path: Path, backup: Path) -> None:
    with pytest.raises(UserError, match="is damaged or no backup"):
        restore(path, path.with_name("new.kant"))


def test_a_backup_that_could_do_harm_is_refused(backup: Path, path: Path) -> None:
    with closing(sqlite3.connect(backup, isolation_level=None)) as conn:
        conn.execute("CREATE TRIGGER t AFTER INSERT ON letter_ocr BEGIN DELETE FROM letter; END")
    with pytest.raises(UserError, match="damaged or no backup"):
        restore(backup, path)
    assert titles(path) == ["Letter", "Third"]


def test_what_it_would_bring_back_is_told(backup: Path, path: Path) -> None:
    found = compare(backup, path)
    assert (found.back, found.back_titles) == (1, ("Second",))
    assert (found.gone, found.gone_titles) == (1, ("Third",))
    assert (found.differ, found.changes_gone, found.changes_back) == (1, 1, 0)


def test_how_much_one_step_made_is_told(backup: Path, path: Path) -> None:
    assert compare(backup, path).made_gone == Made(0, 1, 0)
    with Store.open(path) as store:
        made = store.reader.letter(1)
        at = [made.text.index(word) for word in ("motie", "brief", "Zie")]
        one_step = operations.correct(made, [Correction(n, n + 1, made.text[n], "X") for n in at], STAMP)
        change = Change(3, LABEL, "jan", "2026-03-02T10:00:00.000Z", {1: one_step}, NOTHING)
        store.do(lambda conn: save_change(conn, change, "new"))
    found = compare(backup, path)
    assert (found.changes_gone, found.made_gone) == (2, Made(2, 1, 0))
    assert found.made_back == Made(0, 0, 0)


def test_a_restored_project_is_searched_without_its_old_index(backup: Path, path: Path) -> None:
    from annotator.storage.indexing import put_letters, stale_letters
    from annotator.storage.search_index import has_index

    with Store.open(path) as store:
        store.do(lambda conn: put_letters(conn, stale_letters(conn, 100, 10**6)))
        assert store.do(has_index)
        save(store, 7, {1: tagged(store.reader.letter(1), "brief", "z")})
        made = back_up(path, backup.parent, "jan", moment=NOON + timedelta(hours=4))
    assert made.newest is not None
    restore(made.newest.path, path)
    with Store.open(path) as store:
        assert not store.do(has_index)
    assert check(path) == []


def test_an_older_backup_is_updated(backup: Path, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sqlite_utils import Database, Migrations

    from annotator.storage import names
    from annotator.storage.migrations import migrations

    newer = Migrations(names.MIGRATION_SET)
    for migration in migrations._migrations:
        newer(name=migration.name)(migration.fn)

    @newer(name="m9999_later")
    def add_colour(db: Database) -> None:
        db.execute("ALTER TABLE letter ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'")

    monkeypatch.setattr("annotator.storage.migrations.migrations", newer)
    for module in ("names", "examine", "upgrade"):
        monkeypatch.setattr(
            f"annotator.storage.{module}.MIGRATION_NAMES", (*names.MIGRATION_NAMES, "m9999_later")
        )
    restore(backup, path)
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("SELECT DISTINCT colour FROM letter").fetchall() == [("red",)]
