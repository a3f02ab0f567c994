"""Folders give their letters in order; other kinds and links that lead out are found, and left alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from annotator.core.user_errors import UserError
from annotator.importers import find, read_file


def written(path: Path) -> Path:
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_bytes(b"x")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "brieven"
    made.mkdir()
    return made


def test_a_folder_gives_its_texts_in_order_without_hidden_files(folder: Path) -> None:
    for name in ("b.txt", "A.TXT", ".hidden.txt", "~$b.txt", "beeld.gif", "map/c.txt", ".git/d.txt"):
        written(folder / name)
    found = [path.relative_to(folder).as_posix() for path in find([folder]).files]
    assert found == ["A.TXT", "b.txt", "map/c.txt"]


def test_files_of_other_kinds_are_found_apart(folder: Path) -> None:
    written(folder / "brief.txt")
    others = [written(folder / name) for name in ("brief.md", "brief.pages", "map/brief.rtf")]
    assert find([folder]).others == others


def test_what_is_called_as_letters_are_and_is_none_is_left_alone(folder: Path) -> None:
    others = {"bestand.xml": "<mdto xmlns='x'/>", "site.html": "<html><body>Welkom</body></html>"}
    letters = {"brief.xml": "<alto xmlns='x'/>", "leeg.xml": ""}
    for name, data in (others | letters).items():
        (folder / name).write_text(data)
    found = find([folder])
    assert found.others == [folder / name for name in others]
    assert found.files == [folder / name for name in letters]


def test_a_named_file_is_given_whatever_its_suffix(folder: Path) -> None:
    named = [folder / ".brief.ocr", folder / "weg.txt"]
    assert find(named).files == named


def test_links_in_a_circle_are_walked_once(folder: Path) -> None:
    written(folder / "map" / "a.txt")
    (folder / "map" / "terug").symlink_to(folder)
    found = find([folder])
    assert (found.files, found.outside) == ([folder / "map" / "a.txt"], [])


def test_a_folder_named_twice_is_walked_once(folder: Path) -> None:
    written(folder / "a.txt")
    assert find([folder, folder]).files == [folder / "a.txt"]


@pytest.mark.parametrize("target", ["elders", "elders/b.txt", "brieven-2", "."])
def test_a_link_that_leads_out_of_the_folder_is_not_followed(target: str, folder: Path) -> None:
    for name in ("elders/b.txt", "brieven-2/c.txt"):
        written(folder.parent / name)
    link = folder / "map" / "link.txt"
    written(folder / "map" / "a.txt")
    link.symlink_to(folder.parent / target)
    found = find([folder])
    assert (found.files, found.outside) == ([folder / "map" / "a.txt"], [link])


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no /proc here")
def test_a_link_to_a_folder_of_the_machine_ends_there(folder: Path) -> None:
    (folder / "proc").symlink_to("/proc/self")
    found = find([folder])
    assert (found.files, found.others, found.outside) == ([], [], [folder / "proc"])


def test_a_link_inside_the_folder_is_followed(folder: Path) -> None:
    written(folder / "map" / "a.txt")
    (folder / "b.txt").symlink_to(folder / "map" / "a.txt")
    assert find([folder]).files == [folder / "b.txt", folder / "map" / "a.txt"]


def test_a_link_that_is_named_is_followed(folder: Path) -> None:
    written(folder / "a.txt")
    link = folder.parent / "link"
    link.symlink_to(folder)
    assert find([link]).files == [link / "a.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system here")
def test_a_pipe_in_a_folder_is_said_not_to_be_a_file(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (path,) = find([folder]).files
    with pytest.raises(UserError, match="a device or a pipe"):
        read_file(path)
