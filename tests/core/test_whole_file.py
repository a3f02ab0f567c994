"""A file is written whole or not at all, and what is replaced keeps its mode."""

from __future__ import annotations

import ast
import errno
import os
from pathlib import Path

import pytest

import annotator
from annotator.core.whole_file import write_whole

OLD, NEW = b"the old one\n", b"the new one, which is longer\n"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def there(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(OLD)
    return path


def test_a_new_file_is_written(tmp_path: Path) -> None:
    write_whole(tmp_path / "b.txt", NEW)
    assert ((tmp_path / "b.txt").read_bytes(), names(tmp_path)) == (NEW, ["b.txt"])


@pytest.mark.parametrize("where", ["write", "fsync", "replace"])
def test_what_stops_half_way_leaves_the_old_one(
    there: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if where == "write":  # as a full disk does: some of it is written, then no more
        real = os.fdopen

        def some(handle: int, mode: str) -> object:
            file = real(handle, mode)
            file.write(NEW[:3])
            file.close()
            return full()

        monkeypatch.setattr(os, "fdopen", some)
    else:
        monkeypatch.setattr(os, where, full)
    with pytest.raises(OSError, match="No space"):
        write_whole(there, NEW)
    assert (there.read_bytes(), names(there.parent)) == (OLD, ["a.txt"])


def test_it_is_on_the_disk_before_it_gets_its_name(there: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    sync, replace = os.fsync, os.replace
    monkeypatch.setattr(os, "fsync", lambda handle: (done.append("fsync"), sync(handle)))
    monkeypatch.setattr(os, "replace", lambda a, b: (done.append("replace"), replace(a, b)))
    write_whole(there, NEW)
    assert done == ["fsync", "replace", "fsync"]


@pytest.mark.skipif(os.name == "nt", reason="modes of another kind")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_what_is_replaced_keeps_its_mode(there: Path, mode: int) -> None:
    there.chmod(mode)
    write_whole(there, NEW)
    assert (there.read_bytes(), there.stat().st_mode & 0o777) == (NEW, mode)


@pytest.mark.skipif(os.name == "nt", reason="modes of another kind")
@pytest.mark.parametrize(("mask", "mode"), [(0o077, 0o600), (0o022, 0o644), (0o002, 0o664)])
def test_a_new_file_gets_the_mode_of_new_files(tmp_path: Path, mask: int, mode: int) -> None:
    before = os.umask(mask)
    try:
        write_whole(tmp_path / "b.txt", NEW)
    finally:
        os.umask(before)
    assert (tmp_path / "b.txt").stat().st_mode & 0o777 == mode


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_stays_and_what_it_leads_to_is_replaced(there: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(there)
    write_whole(link, NEW)
    assert link.is_symlink() and there.read_bytes() == NEW


def test_the_longest_name_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 251 + ".txt")
    write_whole(path, NEW)
    assert path.read_bytes() == NEW


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_pipe_is_left_alone(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="no ordinary file"):
        write_whole(pipe, NEW)
    assert pipe.is_fifo() and names(tmp_path) == ["pipe"]


def test_a_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(IsADirectoryError):
        write_whole(tmp_path / "folder", NEW)
    assert names(tmp_path) == ["folder"]


def test_nothing_in_the_program_writes_a_file_in_place() -> None:
    """`write_text` and `write_bytes` empty the old file first: what stops then leaves neither."""
    found = []
    for path in Path(annotator.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in ("write_text", "write_bytes"):
                found.append(f"{path}:{node.lineno}")
    assert found == []
