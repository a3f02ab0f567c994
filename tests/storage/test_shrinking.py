"""Free pages are given back when nothing else is to be done."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.storage import shrinking, write_line
from annotator.storage.backup import backup
from annotator.storage.backup_names import folder_of
from annotator.storage.backups.making import back_up
from annotator.storage.backups.restoring import restore
from annotator.storage.check import check
from annotator.storage.letters import add_letters
from annotator.storage.store import Store
from tests.storage.making import added, letter, project

BIG = 4_000_000  # bytes


@pytest.fixture(autouse=True)
def _no_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the tests say when there is nothing to do."""
    monkeypatch.setattr(write_line, "_REST", 3600.0)


def emptied(path: Path) -> Store:
    """Return a project that had a big letter, which was removed."""
    store = project(path, letter())
    store.do(lambda conn: add_letters(conn, [added(letter("woord " * (BIG // 6)), "big.txt")]))
    store.remove_letters([2])
    assert store.flush(30)
    return store


def tidied(store: Store, times: int = 40) -> None:
    """Do what the writer does when there is nothing to do, as often as it wants to."""
    line = store._writer._line
    with store._writer._at_work:
        while line.rest() is not None and times:
            line.tidy()
            times -= 1
    assert times


def old(path: Path) -> None:
    """Make a file one of those that older versions made: it gives nothing back by itself."""
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        conn.execute("PRAGMA auto_vacuum = NONE")
        conn.execute("VACUUM")
        assert conn.execute("PRAGMA auto_vacuum").fetchone() == (0,)


def test_a_file_becomes_smaller_again(path: Path) -> None:
    store = emptied(path)
    size = path.stat().st_size
    assert size > BIG
    tidied(store)
    assert path.stat().st_size < size / 4
    store.close()
    assert check(path) == []


def test_each_step_is_small(path: Path) -> None:
    store = emptied(path)
    before = store.reader._conn.execute("PRAGMA page_count").fetchone()[0]
    with store._writer._at_work:
        store._writer._line.tidy()
    after = store.reader._conn.execute("PRAGMA page_count").fetchone()[0]
    assert 0 < before - after <= shrinking._STEP
    store.close()


def test_a_small_file_of_an_older_version_is_written_anew(path: Path) -> None:
    project(path, letter()).close()
    old(path)
    store = emptied_again(path)
    size = path.stat().st_size
    tidied(store)
    assert path.stat().st_size < size / 4
    assert store.reader.letter(1).text == letter().text
    store.close()
    assert check(path) == []


def emptied_again(path: Path) -> Store:
    store = Store.open(path)
    store.do(lambda conn: add_letters(conn, [added(letter("woord " * (BIG // 6)), "big.txt")]))
    store.remove_letters([2])
    assert store.flush(30)
    return store


def test_a_large_file_of_an_older_version_holds_nobody_up(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project(path, letter()).close()
    old(path)
    monkeypatch.setattr(shrinking, "_SMALL", 1)
    store = emptied_again(path)
    size = path.stat().st_size
    tidied(store)
    assert path.stat().st_size == size
    store.close()


def test_a_copy_has_no_free_pages(path: Path) -> None:
    store = emptied(path)
    copy = path.with_name("copy.kant")
    backup(path, copy, is_open=True)
    assert copy.stat().st_size < path.stat().st_size / 4
    store.close()
    assert check(copy) == []


def test_a_restored_project_gives_back_too(path: Path) -> None:
    project(path, letter()).close()
    old(path)
    made = back_up(path, folder_of(path), "jan").newest
    assert made is not None
    restore(made.path, path)
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("PRAGMA auto_vacuum").fetchone() == (2,)


def test_few_free_pages_stay(path: Path) -> None:
    store = project(path, letter())
    with store._writer._at_work:
        store._writer._line.tidy()
        assert store._writer._line.rest() is None
    store.close()
