"""What is no letter is refused in one clear sentence; folders give their files in order."""

from __future__ import annotations

import hashlib
import os
import zipfile
from pathlib import Path

import pytest

from annotator.core.natural_order import natural
from annotator.core.user_errors import UserError
from annotator.importers import IMPORTERS, plain_text, read_file
from tests.other_user import run_python

PROSE = "Hierbij ontvangt u het verslag.\n"


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as caught:
        read_file(path)
    return str(caught.value)


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_the_letter_carries_its_source_byte_for_byte(tmp_path: Path) -> None:
    data = PROSE.encode("utf-16")
    letter = read_file(written(tmp_path / "brief.txt", data))
    assert (letter.source_name, letter.data) == ("brief.txt", data)
    assert letter.sha256 == hashlib.sha256(data).hexdigest()


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert "does not exist" in refusal(tmp_path / "weg.txt")


def test_a_path_through_a_file(tmp_path: Path) -> None:
    assert "does not exist" in refusal(written(tmp_path / "a.txt", b"x") / "b.txt")


def test_a_name_with_a_zero(tmp_path: Path) -> None:
    assert "does not exist" in refusal(tmp_path / "a\0.txt")


def test_a_folder(tmp_path: Path) -> None:
    assert "is a folder" in refusal(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system here")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "a device or a pipe" in refusal(tmp_path / "pipe.txt")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices in the file system here")
def test_a_device() -> None:
    assert "a device or a pipe" in refusal(Path("/dev/zero"))


def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    assert "leads back to itself" in refusal(tmp_path / "a.txt")


def test_an_empty_file(tmp_path: Path) -> None:
    assert "is empty" in refusal(written(tmp_path / "a.txt", b""))


@pytest.mark.parametrize("data", [b" \n\t\r\n", b"\xef\xbb\xbf", "\u00a0\u2028\f".encode(), b"\xff\xfe"])
def test_a_file_of_white_space(data: bytes, tmp_path: Path) -> None:
    assert "only white space" in refusal(written(tmp_path / "a.txt", data))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system here")
def test_a_pipe_that_comes_in_a_files_place_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "a.txt", PROSE.encode())
    before = path.stat()
    path.unlink()
    os.mkfifo(path)
    monkeypatch.setattr(Path, "stat", lambda *_, **__: before)
    assert "a device or a pipe" in refusal(path)


def test_one_zero_byte_goes_with_a_warning(tmp_path: Path) -> None:
    letter = read_file(written(tmp_path / "a.txt", b"Geachte voorzitter,\nHet ver\0slag.\n"))
    assert letter.text == "Geachte voorzitter,\nHet verslag.\n"
    (warning,) = map(str, letter.warnings)
    assert "1 sign that is no text, the first in line 2" in warning


def test_a_text_with_many_zero_bytes(tmp_path: Path) -> None:
    assert "does not hold readable text" in refusal(
        written(tmp_path / "a.txt", b"Geachte\0 voorzitter, " * 9)
    )


def test_many_control_characters(tmp_path: Path) -> None:
    assert "does not hold readable text" in refusal(written(tmp_path / "a.txt", b"brief\x01\x02" * 50))


def test_a_file_one_byte_over_the_limit_is_refused_with_size_and_limit(tmp_path: Path) -> None:
    with (tmp_path / "groot.txt").open("wb") as file:
        file.truncate(plain_text.LIMIT + 1)  # a hole: it takes no room on the disk
    assert "is 21 MB, and a letter may be at most 20 MB" in refusal(tmp_path / "groot.txt")


def test_an_enormous_file_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "groot.txt").open("wb") as file:
        file.truncate(10**12)
    monkeypatch.setattr(os, "open", lambda *_: pytest.fail("opened"))
    assert "1,000,000 MB" in refusal(tmp_path / "groot.txt")


def test_a_text_of_form_feeds(tmp_path: Path) -> None:
    assert "page breaks" in refusal(written(tmp_path / "a.txt", b"a\f" * 10_001))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "damaged and cannot be read as a picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "damaged and cannot be read as a picture"),
        (b"II*\0\x08\0\0\0", "damaged and cannot be read as a picture"),
        (b"GIF89a\0\0", "an image of a kind that is not read"),
        (b"{\\rtf1\\ansi Geachte voorzitter}", "in rich text format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "an older Office document"),
        (b"\x1f\x8b\x08\0\0", "a compressed archive"),
        (b"SQLite format 3\0", "a database"),
    ],
)
def test_another_kind_of_file_is_named(data: bytes, kind: str, tmp_path: Path) -> None:
    assert f"a.txt is {kind}" in refusal(written(tmp_path / "a.txt", data))


def test_a_zip_is_an_archive_to_unpack(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.txt", "w") as archive:
        archive.writestr("[Content_Types].xml", "x" * 9000)
        archive.writestr("brief.txt", "y")
    assert "is a compressed archive" in refusal(tmp_path / "a.txt")


def test_an_unknown_suffix_is_tried(tmp_path: Path) -> None:
    assert read_file(written(tmp_path / "brief.ocr", PROSE.encode())).text == PROSE


def test_a_file_without_rights(tmp_path: Path) -> None:
    # The folders that pytest makes are closed to others.
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    written(tmp_path / "a.txt", PROSE.encode()).chmod(0o600)
    script = "import sys; from annotator.importers import read_file; read_file(sys.argv[1])"
    done = run_python("-c", script, str(tmp_path / "a.txt"))
    assert "You have no right to read" in done.stderr


def test_undecodable_bytes_of_a_name_are_shown_as_such(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/brief\xff\n.txt"))
    try:
        written(path, PROSE.encode())
    except OSError:
        pytest.skip("this file system takes no such names")
    assert read_file(path).source_name == "brief\ufffd\ufffd.txt"


def test_suffixes_are_in_lower_case_with_their_dot() -> None:
    assert all(s.startswith(".") and s == s.lower() for importer in IMPORTERS for s in importer.suffixes)


def test_a_line_that_takes_minutes_to_lay_out(tmp_path: Path) -> None:
    said = refusal(written(tmp_path / "a.txt", b"Geachte voorzitter,\n" + b"x" * 100_001))
    assert "100,001 characters in line 2, and a line may have at most 100,000" in said


def test_more_lines_than_can_be_shown(tmp_path: Path) -> None:
    said = refusal(written(tmp_path / "a.txt", b"x\n" * 200_001))
    assert "has 200,001 lines, and a letter may have at most 200,000" in said


def test_as_many_lines_as_can_be_shown(tmp_path: Path) -> None:
    written(tmp_path / "a.txt", b"x\n" * 200_000)
    assert read_file(tmp_path / "a.txt").text.count("\n") == 200_000


def test_names_in_the_order_of_people() -> None:
    names = [
        "brief 10.txt",
        "Brief 2.txt",
        "brief 2b.txt",
        "10.txt",
        "9.txt",
        "a.txt",
        "brief 02.txt",
    ]
    assert sorted(names, key=natural) == [
        "9.txt",
        "10.txt",
        "a.txt",
        "Brief 2.txt",
        "brief 02.txt",
        "brief 2b.txt",
        "brief 10.txt",
    ]
