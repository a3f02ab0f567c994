"""Projects with long names, and names that are no text: they work, or it is said what is wrong."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from annotator.core.user_errors import UserError
from annotator.storage.backup_names import folder_of
from annotator.storage.backups.folder import list_backups
from annotator.storage.backups.making import back_up
from annotator.storage.backups.restoring import restore
from annotator.storage.check import check
from annotator.storage.store import Store
from tests.storage.making import CODEBOOK, letter, project

NOT_UTF8 = os.fsdecode(b"Br\xefef") if sys.platform == "linux" else "Brief"


def named(folder: Path, length: int) -> Path:
    """Return a path of so many bytes, in a folder that is there."""
    while length - len(os.fsencode(folder)) > 160:
        folder /= "m" * 100
    folder /= "n" * (length - len(os.fsencode(folder)) - len("//P.kant"))
    folder.mkdir(parents=True)
    return folder / "P.kant"


@pytest.mark.parametrize("stem", ["a" * 205, "a" * 225, "a" * 242, "é" * 100, "a" + "é" * 110, NOT_UTF8])
def test_it_is_backed_up_and_restored_whatever_its_name(tmp_path: Path, stem: str) -> None:
    path = tmp_path / f"{stem}.kant"
    project(path, letter()).close()
    made = back_up(path, folder_of(path), "jan").newest
    assert made is not None
    assert [backup.path for backup in list_backups(folder_of(path))] == [made.path]
    os.fsencode(made.path.name).replace(b"\xef", b"").decode()  # never cut within a sign
    path.unlink()
    restore(made.path, path)
    assert check(path) == []


@pytest.mark.parametrize("length", range(60, 120, 5))
def test_a_long_name_is_backed_up_in_a_deep_folder(tmp_path: Path, length: int) -> None:
    """A backup lies in a folder that has the project's name, and would have it once more."""
    folder = tmp_path / ("m" * max(1, length - len(os.fsencode(tmp_path))))
    folder.mkdir()
    path = folder / f"{'a' * 242}.kant"
    project(path, letter()).close()
    made = back_up(path, folder_of(path), "jan").newest
    assert made is not None
    assert [backup.path for backup in list_backups(folder_of(path))] == [made.path]


@pytest.mark.parametrize("length", [248, 255, 300])
def test_a_name_that_is_too_long_is_said(tmp_path: Path, length: int) -> None:
    with pytest.raises(UserError, match="is too long"):
        Store.create(tmp_path / f"{'a' * (length - 5)}.kant", CODEBOOK)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("length", [496, 505, 900])
def test_a_path_that_is_too_long_is_said(tmp_path: Path, length: int) -> None:
    path = named(tmp_path, length)
    with pytest.raises(UserError, match="is too long"):
        Store.create(path, CODEBOOK)
    assert list(path.parent.iterdir()) == []


def test_that_no_backup_can_be_made_for_a_long_path_is_said(tmp_path: Path) -> None:
    path = named(tmp_path, 460)
    project(path, letter()).close()
    with pytest.raises(UserError, match="is too long"):
        back_up(path, folder_of(path), "jan")


def test_a_project_with_a_long_path_works(tmp_path: Path) -> None:
    path = named(tmp_path, 420)
    project(path, letter()).close()
    assert back_up(path, folder_of(path), "jan").made
    assert check(path) == []
