"""The packs beside the backups: each source and text is kept once, and made again where it is lost."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from annotator.storage.backup_names import folder_of
from annotator.storage.backups import folder as folders
from annotator.storage.backups import packing
from annotator.storage.backups.making import back_up
from annotator.storage.backups.restoring import restore
from annotator.storage.check import check
from annotator.storage.letters import add_letters
from annotator.storage.store import Store
from tests.storage.making import added, corrected, letter, save

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def folder(path: Path) -> Path:
    return folder_of(path)


def restored(folder: Path, dest: Path) -> Store:
    """Restore the newest backup to another place, where no present project can help."""
    done = restore(folders.list_backups(folder)[0].path, dest)
    assert (done.sources_missing, done.sources_damaged) == (0, 0)
    assert check(dest) == []
    return Store.open(dest)


def test_sources_and_texts_are_kept_once(store: Store, folder: Path) -> None:
    back_up(store.path, folder, "jan", moment=NOON)
    before = {path: path.stat().st_mtime_ns for path in folder.glob("*.kantpack")}
    assert len(before) == 2
    save(store, 1, {1: corrected(store.reader.letter(1), "Belgié", "België")})
    back_up(store.path, folder, "jan", moment=NOON + HOUR)
    assert {path: path.stat().st_mtime_ns for path in folder.glob("*.kantpack")} == before


def test_many_small_packs_become_one(store: Store, folder: Path, tmp_path: Path) -> None:
    for number in range(packing._MANY + 1):
        new = added(letter(f"Brief {number}\n"), f"{number}.txt")
        store.do(lambda conn, new=new: add_letters(conn, [new]))
        back_up(store.path, folder, "jan", moment=NOON + number * HOUR)
    assert len(list(folder.glob("*.kantpack"))) < packing._MANY
    with restored(folder, tmp_path / "Q.kant") as copy:
        assert copy.reader.letter(9).text == "Brief 7\n"


def test_a_pack_that_is_lost_is_made_again(store: Store, folder: Path, tmp_path: Path) -> None:
    back_up(store.path, folder, "jan", moment=NOON)
    for pack in folder.glob("*.kantpack"):
        pack.unlink()
    save(store, 1, {1: corrected(store.reader.letter(1), "Belgié", "België")})
    back_up(store.path, folder, "jan", moment=NOON + HOUR)
    restored(folder, tmp_path / "Q.kant").close()


def test_a_pack_that_is_damaged_is_made_again(store: Store, folder: Path, tmp_path: Path) -> None:
    back_up(store.path, folder, "jan", moment=NOON)
    for pack in folder.glob("*.kantpack"):
        pack.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    save(store, 1, {1: corrected(store.reader.letter(1), "Belgié", "België")})
    back_up(store.path, folder, "jan", moment=NOON + HOUR)
    restored(folder, tmp_path / "Q.kant").close()


def test_a_stop_leaves_the_backup_without_its_sources(store: Store, folder: Path, tmp_path: Path) -> None:
    stopped = back_up(store.path, folder, "jan", moment=NOON, cancelled=lambda: True)
    assert (stopped.made, stopped.sources_left) == (True, 1)
    later = back_up(store.path, folder, "jan", moment=NOON + HOUR)
    assert (later.made, later.sources_left) == (False, 0)
    restored(folder, tmp_path / "Q.kant").close()


def test_a_removed_letter_gets_no_new_text(store: Store, folder: Path) -> None:
    # Numbers of letters go on in a restored project: a text in a pack is found by its uid, never by number.
    back_up(store.path, folder, "jan", moment=NOON)
    with closing(sqlite3.connect(folders.list_backups(folder)[0].path)) as conn:
        assert conn.execute("SELECT seq FROM sqlite_sequence WHERE name = 'letter'").fetchone() == (1,)
