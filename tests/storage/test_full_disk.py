"""A full disk: said in one sentence, nothing lost, and saved when there is room again."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.user_errors import UserError
from annotator.storage import write_line
from annotator.storage.backup import backup
from annotator.storage.check import check
from annotator.storage.letters import add_letters
from annotator.storage.store import Store
from tests.storage.making import CODEBOOK, added, corrected, letter, project, save

SOON = 100.0


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte; only root can make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if (
        os.name != "posix"
        or os.geteuid() != 0
        or subprocess.run(command, check=False, capture_output=True).returncode
    ):
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def filled(folder: Path) -> Path:
    """Fill the disk up to its last byte."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while file.write(b"\0" * 4096):
                pass
        except OSError:
            pass
    return ballast


def test_an_edit_waits_for_room_and_is_saved(small_disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.storage.store.PAUSES", (3600.0,))
    store = project(small_disk / "P.kant", letter())
    told, problems = threading.Event(), []
    store.watch(lambda problem: (problems.append(problem), told.set())[0], None)
    ballast = filled(small_disk)
    store.submit(lambda conn: add_letters(conn, [added(letter("x" * 100_000), "big.txt")]))
    assert told.wait(SOON)
    assert "The disk with P.kant is full" in str(problems[0])
    assert store.pending == 1
    assert store.reader.letter(1).text == letter().text
    ballast.unlink()
    store.retry()
    assert store.flush(SOON)
    assert store.reader.letter(2).text == "x" * 100_000
    store.close()
    assert check(small_disk / "P.kant") == []


def test_a_project_cannot_be_made_on_a_full_disk(small_disk: Path) -> None:
    filled(small_disk)
    with pytest.raises(UserError, match="is full"):
        Store.create(small_disk / "P.kant", CODEBOOK)
    assert [file.name for file in small_disk.iterdir()] == ["ballast"]


def test_a_backup_to_a_full_disk_leaves_nothing(small_disk: Path, closed: Path) -> None:
    filled(small_disk)
    with pytest.raises(UserError, match="is full"):
        backup(closed, small_disk / "Q.kant")
    assert [file.name for file in small_disk.iterdir()] == ["ballast"]


def test_a_file_that_may_not_grow_keeps_the_change(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same where no disk can be mounted: SQLite answers as on a full disk."""
    full = True
    real = write_line.connect_to_write  # type: ignore[attr-defined]

    def small(path: Path, *, any_thread: bool = False) -> sqlite3.Connection:
        conn = real(path, any_thread=any_thread)
        if full:
            conn.execute("PRAGMA max_page_count = 1")
        return conn

    store.close()
    monkeypatch.setattr(write_line, "connect_to_write", small)
    monkeypatch.setattr("annotator.storage.store.PAUSES", (0.01,))
    with Store.open(store.path) as again:
        told = threading.Event()
        again.watch(lambda problem: told.set(), None)
        delta = corrected(again.reader.letter(1), "Belgié", "België" * 3000)
        thread = threading.Thread(target=save, args=(again, 1, {1: delta}))
        thread.start()
        assert told.wait(SOON)
        full = False
        thread.join(SOON)
        assert again.reader.letter(1).text.count("België") == 3000


def test_a_copy_elsewhere_has_what_the_full_disk_refused(
    small_disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.storage.store.PAUSES", (3600.0,))
    store = project(small_disk / "P.kant", letter())
    filled(small_disk)
    store.submit(lambda conn: add_letters(conn, [added(letter("x" * 100_000), "big.txt")]))
    store.submit(lambda conn: add_letters(conn, [added(letter("y"), "small.txt")]))
    assert not store.flush()
    copy = tmp_path / "copy.kant"
    store.save_copy(copy)
    assert store.pending == 2
    store.close(abandon=True)
    with Store.open(copy) as other:
        assert [other.reader.details(i).source_name for i in (2, 3)] == ["big.txt", "small.txt"]
    assert check(copy) == []


def test_a_lock_that_finds_no_room_says_that_the_disk_is_full(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(project: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    project(path, letter()).close()
    monkeypatch.setattr("annotator.storage.store.acquire", no_room)
    with pytest.raises(UserError, match="is full"):
        Store.open(path, must_write=True)
