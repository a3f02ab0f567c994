"""Several files are read as one source, all of them or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.core.messages import Message
from annotator.core.user_errors import UserError
from annotator.importers import parcels, plain_text
from annotator.importers.files import read_source
from annotator.importers.interface import FileGroup, Importer
from annotator.importers.parcels import pack, parts_of, read_group


def sniffs(mark: bytes) -> Importer:
    name = Message("Import", "Toys")
    return Importer(
        name, (".toy",), 1000, lambda data: data.startswith(mark), plain_text.read, are_pages=True
    )


TOYS, OTHERS = sniffs(b"TOY"), sniffs(b"ANY")
IMPORTERS = (plain_text.PLAIN_TEXT, OTHERS, TOYS)


def group(folder: Path, files: dict[str, bytes | None]) -> FileGroup:
    """A group of files; one of None is not there."""
    for name, data in files.items():
        if data is not None:
            (folder / name).write_bytes(data)
    return FileGroup(folder / "brief", "brief.zip", tuple((name, folder / name) for name in files))


def refusal(made: FileGroup) -> str:
    with pytest.raises(UserError) as caught:
        read_group(made, IMPORTERS)
    return str(caught.value)


def test_all_files_are_in_the_source_byte_for_byte(tmp_path: Path) -> None:
    files = {"1.toy": b"TOY een", "2.toy": b"TOY\0twee"}
    source = read_group(group(tmp_path, files), IMPORTERS)
    assert parts_of(source.data) == files
    assert (source.importer, source.name) == (TOYS, "brief.zip")


def test_one_that_cannot_be_read_costs_all(tmp_path: Path) -> None:
    said = refusal(group(tmp_path, {"1.toy": b"TOY", "2.toy": None}))
    assert said.startswith(f"{tmp_path / 'brief'} was left out with all its files (2), because one of them")
    assert said.endswith("2.toy does not exist: check the name and the folder.")


def test_an_empty_one_costs_all(tmp_path: Path) -> None:
    assert "2.toy is empty" in refusal(group(tmp_path, {"1.toy": b"TOY", "2.toy": b""}))


def test_files_that_are_too_large_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcels, "read_bytes", lambda path, limit: b"TOY" + bytes(limit // 2))
    assert "a letter may be at most 20 MB" in refusal(group(tmp_path, {"1.toy": None, "2.toy": None}))
    monkeypatch.setattr(parcels, "read_bytes", lambda path, limit: b"TOY" + bytes(600))
    assert "is 1 MB, and a letter may be at most 0 MB" in refusal(
        group(tmp_path, {"1.toy": None, "2.toy": None})
    )


def test_more_files_than_a_letter_has(tmp_path: Path) -> None:
    many = FileGroup(tmp_path, "a.zip", tuple((f"{n}.toy", tmp_path / f"{n}.toy") for n in range(5_001)))
    assert "5,001 files are too many for one letter" in refusal(many)


def test_two_files_of_one_name(tmp_path: Path) -> None:
    made = group(tmp_path, {"1.toy": b"TOY"})
    assert "two files that would both be called 1.toy" in refusal(
        FileGroup(made.path, made.name, made.files * 2)
    )


def test_files_that_nobody_knows(tmp_path: Path) -> None:
    assert "do not make a letter together" in refusal(group(tmp_path, {"1.toy": b"?", "2.toy": b"?"}))


def test_a_parcel_belongs_to_who_knows_all_of_it_else_any(tmp_path: Path) -> None:
    assert read_group(group(tmp_path, {"1": b"TOY", "2": b"TOY"}), IMPORTERS).importer is TOYS
    assert read_group(group(tmp_path, {"1": b"TOY", "2": b"ANY"}), IMPORTERS).importer is OTHERS


def test_a_parcel_that_was_taken_out_of_a_project_can_be_imported(tmp_path: Path) -> None:
    (tmp_path / "brief.zip").write_bytes(pack({"1.toy": b"TOY een", "2.toy": b"TOY twee"}))
    source = read_source(tmp_path / "brief.zip", IMPORTERS)
    assert (source.importer, source.name) == (TOYS, "brief.zip")


def test_a_zip_that_only_looks_like_a_parcel_is_an_archive(tmp_path: Path) -> None:
    (tmp_path / "brief.zip").write_bytes(b"PK\x03\x04" + pack({"1.toy": b"TOY"})[9:])
    with pytest.raises(UserError, match="is a compressed archive"):
        read_source(tmp_path / "brief.zip", IMPORTERS)
