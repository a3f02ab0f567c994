"""What a command writes never takes the place of a project, and of other files only with --force."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from annotator.cli.main import main
from annotator.core.whole_file import write_whole
from annotator.storage.lock import lock_path
from tests.storage.making import letter, project


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A project that nobody has open."""
    path = tmp_path / "P.kant"
    project(path, letter()).close()
    return path


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments], draw)


def draw(_: Path, out: Path, *__: Any, **___: Any) -> None:
    """Write where the window would be drawn to."""
    write_whole(out, b"picture")


def test_a_picture_never_takes_the_place_of_a_project(
    closed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = closed.read_bytes()
    for target in (closed, lock_path(closed), closed.with_name("P.kant-wal")):
        assert run("screenshot", closed, "--out", target, "--force") == 1
        assert "is not written over" in capsys.readouterr().err
    assert [file.name for file in closed.parent.iterdir()] == ["P.kant"]
    assert closed.read_bytes() == before


def test_a_picture_replaces_a_file_when_asked(closed: Path) -> None:
    out = closed.with_name("x.png")
    out.write_bytes(b"precious")
    assert run("screenshot", closed, "--out", out) == 1
    assert out.read_bytes() == b"precious"
    assert run("screenshot", closed, "--out", out, "--force") == 0
    assert out.read_bytes() == b"picture"


def test_an_export_never_takes_the_place_of_a_project(
    closed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert run("export", closed, "--format", "json", "--out", out) == 0
    [file] = out.iterdir()
    file.write_bytes(closed.read_bytes())
    assert run("export", closed, "--format", "json", "--out", out, "--force") == 1
    assert "is not written over" in capsys.readouterr().err
    assert file.read_bytes() == closed.read_bytes()
    assert list(out.iterdir()) == [file]


def test_a_copy_never_takes_the_place_of_another_project(
    closed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "Other.kant"
    project(other, letter("Ander werk")).close()
    before = other.read_bytes()
    assert run("backup", closed, other, "--force") == 1
    assert "is another project" in capsys.readouterr().err
    assert other.read_bytes() == before


def test_a_copy_takes_the_place_of_an_older_one_when_asked(closed: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.kant"
    assert run("backup", closed, copy) == 0
    assert run("backup", closed, copy) == 1
    assert run("backup", closed, copy, "--force") == 0
