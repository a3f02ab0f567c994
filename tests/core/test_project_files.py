"""Which files are a project's, and may neither be read under it nor be written over."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.core import project_files
from annotator.core.codebook_toml import read_codebook
from annotator.core.user_errors import UserError
from annotator.core.whole_file import write_whole
from annotator.importers import read_source


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Path]:
    """A file that counts as a project which this process has open."""
    path = tmp_path / "P.kant"
    for name in ("P.kant", "P.kant-wal", "P.kant-shm"):
        path.with_name(name).write_bytes(b"content")
    project_files.opened(path)
    yield path
    project_files.closed(path)


def itself(path: Path) -> Path:
    return path


def link(path: Path) -> Path:
    made = path.with_name("link.txt")
    made.symlink_to(path)
    return made


def hard_link(path: Path) -> Path:
    made = path.with_name("hard.txt")
    os.link(path, made)
    return made


@pytest.mark.parametrize("named", [itself, link, hard_link])
@pytest.mark.parametrize("side", ["", "-wal", "-shm"])
@pytest.mark.parametrize("read", [read_source, read_codebook])
def test_a_file_of_an_open_project_is_not_opened_by_its_name(
    opened: Path,
    named: Callable[[Path], Path],
    side: str,
    read: Callable[[Path], object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = named(opened.with_name(opened.name + side))

    def never(*_: object, **__: object) -> None:
        raise AssertionError("a file of an open project was opened")

    monkeypatch.setattr(Path, "open", never)
    with pytest.raises(UserError, match="is open in this program"):
        read(path)


def test_one_that_is_open_twice_stays_open_when_one_is_closed(opened: Path) -> None:
    project_files.opened(opened)
    project_files.closed(opened)
    assert project_files.is_open_here(opened)
    project_files.closed(opened)
    assert not project_files.is_open_here(opened)
    project_files.opened(opened)


@pytest.mark.parametrize("name", ["P.kant", "P.kant-wal", "P.kant-journal", ".P.kant.lock"])
def test_a_project_and_what_lies_beside_it_are_not_written_over(tmp_path: Path, name: str) -> None:
    mark = project_files.APPLICATION_ID.to_bytes(4, "big")
    project = tmp_path / "P.kant"
    project.write_bytes(b"SQLite format 3\x00".ljust(68, b"\0") + mark)
    before = {file: file.read_bytes() for file in tmp_path.iterdir()}
    with pytest.raises(UserError, match="is not written over"):
        write_whole(tmp_path / name, b"picture")
    assert {file: file.read_bytes() for file in tmp_path.iterdir()} == before


@pytest.mark.parametrize("mark", [project_files.BACKUP_ID, project_files.PACK_ID])
def test_backups_and_packs_are_not_written_over(tmp_path: Path, mark: int) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(b"SQLite format 3\x00".ljust(68, b"\0") + mark.to_bytes(4, "big"))
    with pytest.raises(UserError, match="is not written over"):
        write_whole(path, b"{}")


def test_a_database_of_another_program_is_a_file_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(b"SQLite format 3\x00".ljust(100, b"\0"))
    write_whole(path, b"{}")
    assert path.read_bytes() == b"{}"


def test_a_log_by_name_that_belongs_to_nothing_may_be_written(tmp_path: Path) -> None:
    write_whole(tmp_path / "notes-wal", b"text")
    assert (tmp_path / "notes-wal").read_bytes() == b"text"
