"""A backup is completed from the packs, or from the project, before it is restored."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from annotator.core.user_errors import UserError
from annotator.storage.backup_names import folder_of
from annotator.storage.backups.making import back_up
from annotator.storage.backups.restoring import restore
from annotator.storage.letters import add_letters
from annotator.storage.store import Store
from tests.storage.making import added, corrected, letter, project, save, tagged

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


def test_texts_come_from_the_present_project_where_the_packs_are_lost(backup: Path, path: Path) -> None:
    for pack in backup.parent.glob("letters-*.kantpack"):
        pack.unlink()
    with pytest.raises(UserError, match="the texts of 1 letter are not in the packs"):
        restore(backup, path)  # the second letter was removed from the project
    assert titles(path) == ["Letter", "Third"]
    with Store.open(path) as store:
        made = back_up(path, backup.parent, "jan", moment=NOON + timedelta(hours=2)).newest
        assert made is not None
        for pack in backup.parent.glob("*.kantpack"):
            pack.unlink()
        save(store, 3, {1: tagged(store.reader.letter(1), "brief", "q")})
    done = restore(made.path, path)
    assert (done.sources_missing, done.letters) == (0, 2)


def test_a_source_that_is_nowhere_is_told(backup: Path, tmp_path: Path) -> None:
    for pack in backup.parent.glob("sources-*.kantpack"):
        pack.unlink()
    assert restore(backup, tmp_path / "new.kant").sources_missing == 2


def test_a_source_that_is_no_longer_itself_is_told(backup: Path, tmp_path: Path) -> None:
    [pack] = backup.parent.glob("sources-*.kantpack")
    with closing(sqlite3.connect(pack, isolation_level=None)) as conn:
        conn.execute("UPDATE source_bytes SET bytes = x'00' WHERE rowid = 1")
    assert restore(backup, tmp_path / "new.kant").sources_damaged == 1
