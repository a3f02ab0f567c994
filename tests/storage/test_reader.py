"""Reading a project: damage is said, and a call of ours that does not fit is none."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.user_errors import UserError
from annotator.storage.reader import Reader
from annotator.storage.store import Store
from tests.storage.making import corrected, letter, project, save


def sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        for statement in statements:
            conn.execute(statement)


def test_damaged_pages_are_a_problem_when_they_are_read(path: Path) -> None:
    project(path, *(letter(f"Brief {n}\n" * 500) for n in range(20))).close()
    content = bytearray(path.read_bytes())
    half = len(content) * 2 // 3 // 4096 * 4096  # among the letters, not the codebook
    content[half : half + 10 * 4096] = b"\xa5" * 10 * 4096
    path.write_bytes(content)
    with Store.open(path) as store, pytest.raises(UserError, match="is damaged"):
        for n in range(1, 21):
            store.reader.letter(n)


def test_of_a_damaged_codebook_the_rest_is_read(closed: Path) -> None:
    sql(closed, "UPDATE codebook_field SET json = substr(json, 1, 20)")
    with Store.open(closed) as store:
        codebook = store.reader.codebook()
        assert [str(fault) for fault in store.reader.codebook_faults()] == ["The codebook cannot be read."]
    assert codebook.tags and {field.type for field in codebook.fields} == {"text"}


def test_a_call_that_does_not_fit_is_no_damage(closed: Path) -> None:
    with Store.open(closed) as store, pytest.raises(TypeError):
        store.reader.letter()  # type: ignore[call-arg]


def test_a_reader_that_was_closed_is_no_damage(closed: Path) -> None:
    reader = Reader(closed)
    reader.close()
    with pytest.raises(sqlite3.ProgrammingError):
        reader.letter(1)
    with Reader(closed) as other, pytest.raises(sqlite3.ProgrammingError):
        other.letter(object())  # type: ignore[arg-type]


def test_in_one_moment_nothing_changes(closed: Path) -> None:
    with Store.open(closed) as store:
        reader = store.reader
        with reader.moment():
            before = reader.letter(1)
            with reader.moment():
                save(store, 1, {1: corrected(before, "Belgié", "België")})
                assert reader.letter(1) == before
            assert (reader.letter(1), reader.version(1)) == (before, 1)
        assert ("België" in reader.letter(1).text, reader.version(1)) == (True, 2)


def test_a_reader_reads_no_file_that_took_the_place_of_its_own(closed: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.kant"
    project(other, letter("Anders.\n")).close()
    with Reader(closed) as reader:
        other.replace(closed)
        with pytest.raises(UserError, match="in the place of the project"), reader.moment():
            reader.letter(1)
