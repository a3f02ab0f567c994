"""A backup: a verified copy, whole or not at all."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from annotator.core.user_errors import UserError
from annotator.storage.backup import backup
from annotator.storage.check import check
from annotator.storage.store import Store
from tests.storage.making import corrected, letter, project, save


@pytest.fixture
def dest(tmp_path: Path) -> Path:
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder / "Q.kant"


def test_a_backup_of_an_open_project_has_what_was_saved(store: Store, dest: Path) -> None:
    save(store, 1, {1: corrected(store.reader.letter(1), "Belgié", "België")})
    backup(store.path, dest)
    with Store.open(dest) as copy:
        assert copy.reader.letter(1) == store.reader.letter(1)
    assert check(dest) == []


def test_a_backup_is_one_file(store: Store, dest: Path) -> None:
    backup(store.path, dest)
    assert [file.name for file in dest.parent.iterdir()] == ["Q.kant"]


def test_a_backup_that_is_there_is_kept(closed: Path, dest: Path) -> None:
    dest.write_text("precious")
    with pytest.raises(UserError, match="is already in"):
        backup(closed, dest)
    assert dest.read_text() == "precious"


def test_a_backup_is_replaced_when_asked(closed: Path, dest: Path) -> None:
    dest.write_text("old")
    backup(closed, dest, replace=True)
    assert check(dest) == []


def test_a_backup_never_takes_the_place_of_its_project(closed: Path) -> None:
    with pytest.raises(UserError, match="cannot take the place"):
        backup(closed, closed, replace=True)


def test_a_backup_into_no_folder_is_refused(closed: Path, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="there is no folder"):
        backup(closed, tmp_path / "absent" / "Q.kant")


def test_a_damaged_project_gives_no_backup(path: Path, dest: Path) -> None:
    project(path, *(letter(f"Brief {n}\n" * 500) for n in range(20))).close()
    content = bytearray(path.read_bytes())
    half = len(content) // 2 // 4096 * 4096
    content[half : half + 4 * 4096] = b"\xa5" * 4 * 4096
    path.write_bytes(content)
    with pytest.raises(UserError, match=r"P\.kant is damaged"):
        backup(path, dest)
    assert list(dest.parent.iterdir()) == []


def test_a_full_disk_leaves_nothing_behind(closed: Path, dest: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = sqlite3.connect

    def small(*args: object, **kwargs: object) -> sqlite3.Connection:
        conn = real(*args, **kwargs)  # type: ignore[call-overload]
        conn.execute("PRAGMA max_page_count = 4")
        return conn

    monkeypatch.setattr("annotator.storage.backup.sqlite3.connect", small)
    with pytest.raises(UserError, match=r"The disk with Q\.kant is full"):
        backup(closed, dest)
    assert list(dest.parent.iterdir()) == []
