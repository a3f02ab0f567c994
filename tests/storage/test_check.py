"""The check: silent on a good project, and it finds each kind of fault."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.user_errors import UserError
from annotator.storage.check import check, quick_check
from annotator.storage.store import Store
from tests.storage.making import corrected, letter, project, save, tagged


@pytest.fixture
def worked(path: Path) -> Path:
    with project(path, letter(pages=(0, 21))) as store:
        save(store, 1, {1: corrected(store.reader.letter(1), "Belgié", "België")})
        save(store, 2, {1: tagged(store.reader.letter(1), "motie", "p")})
    return path


def faults(path: Path, *statements: str) -> list[str]:
    with closing(sqlite3.connect(path, isolation_level=None)) as conn:
        for statement in statements:
            conn.execute(statement)
    return [str(fault) for fault in check(path)]


def test_a_codebook_that_cannot_be_read(worked: Path) -> None:
    assert faults(worked, "UPDATE codebook_tag SET json = '{'") == ["The codebook cannot be read."]


def test_a_codebook_with_a_fault(worked: Path) -> None:
    found = faults(worked, "UPDATE codebook_tag SET json = json_set(json, '$.parent', 'gone')")
    assert len(found) == 1 and "has the parent “gone”, which is not there" in found[0]


def test_a_good_project_has_no_faults(worked: Path) -> None:
    assert faults(worked) == []


def test_an_open_project_can_be_checked(worked: Path) -> None:
    with Store.open(worked) as store:
        save(store, 3, {1: tagged(store.reader.letter(1), "brief", "q")})
        assert check(worked) == []


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE letter_text SET text = text || 'x'", "the OCR text with its corrections is not the text"),
        (
            "UPDATE correction SET after = 'x', grows = -5",
            "the OCR text with its corrections is not the text",
        ),
        ("UPDATE correction SET ocr_end = 9999", "two corrections overlap"),
        ("UPDATE correction_start SET start = start + 1", "a row of corrections does not quote the text"),
        ("DELETE FROM correction_start", "a row of corrections does not quote the text"),
        ("DELETE FROM section_place", "the view sections does not say where its sections end"),
        ("UPDATE section_place SET subtree_end = subtree_end - 1", "the view sections does not say"),
        ("UPDATE correction SET before = 'x'", "a row of corrections does not quote the text"),
        ('UPDATE passage_place SET "end" = 9999', "a passage lies outside the text"),
        ('UPDATE passage_place SET "start" = "end" + 1', "a passage lies outside the text"),
        ("DELETE FROM passage_place", "a passage has no place"),
        ("UPDATE section SET start = 5", "the sections leave part of the text out"),
        ("UPDATE page SET start = 3 WHERE number = 1", "the pages leave part of the text out"),
        ("UPDATE page SET start = 9999 WHERE number = 2", "the pages leave part of the text out"),
        ("DELETE FROM page", "the pages leave part of the text out"),
        ("UPDATE correction SET grows = 3", "a row of corrections does not quote the text"),
        ("DROP VIEW passages", "The view passages is missing"),
        ("DELETE FROM letter_ocr", "Letter 1 cannot be read"),
        ("DELETE FROM letter", "refers to a row of letter"),
        ("INSERT INTO passage_place VALUES (99, 1, 0, 0)", "refers to a row of passage"),
    ],
)
def test_a_fault_is_found(worked: Path, statement: str, said: str) -> None:
    assert any(said in fault for fault in faults(worked, statement))


def test_damaged_pages_are_found(path: Path) -> None:
    project(path, *(letter(f"Brief {n}\n" * 500) for n in range(20))).close()
    content = bytearray(path.read_bytes())
    half = len(content) * 2 // 3 // 4096 * 4096  # among the letters, not the codebook
    content[half : half + 10 * 4096] = b"\xa5" * 10 * 4096
    path.write_bytes(content)
    found = [str(fault) for fault in check(path)]
    assert any("The file is damaged" in fault for fault in found)
    assert not any("\n" in fault for fault in found)
    assert quick_check(path) != []


def test_what_is_no_project_is_a_problem(path: Path) -> None:
    path.write_text("x" * 200)
    with pytest.raises(UserError):
        check(path)


def test_a_check_changes_nothing(worked: Path) -> None:
    before = worked.read_bytes()
    check(worked)
    assert worked.read_bytes() == before


def test_a_schema_that_is_no_text_is_damage(closed: Path) -> None:
    with closed.open("r+b") as file:
        whole = file.read()
        # The row of the view: its kind, its name, its table, its statement.
        file.seek(whole.index(b"viewpassagespassagesCREATE VIEW") + len(b"view"))
        file.write(b"\x88" * 8 + b"passagesDROP  ")
    with pytest.raises(UserError, match="is damaged"):
        check(closed)
