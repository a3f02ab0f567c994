"""Errors of the world become one sentence each; ours stay what they are."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest

from annotator.core.user_errors import UserError
from annotator.storage import troubles
from annotator.storage.troubles import FileGone, as_problems, problem_of, reading_problems

PATH = Path("/folder/P.kant")


def error_of(code: int) -> sqlite3.Error:
    error = sqlite3.OperationalError("said by SQLite")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (sqlite3.SQLITE_BUSY, "in use by another program"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "in use by another program"),
        (sqlite3.SQLITE_LOCKED, "in use by another program"),
        (sqlite3.SQLITE_FULL, "is full"),
        (sqlite3.SQLITE_READONLY, "may not be written"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "may not be written"),
        (sqlite3.SQLITE_IOERR_FSYNC, "cannot be read or written"),
        (sqlite3.SQLITE_CORRUPT, "is damaged"),
        (sqlite3.SQLITE_CORRUPT_VTAB, "is damaged"),
        (sqlite3.SQLITE_NOTADB, "is not a Kanttekening project"),
        (sqlite3.SQLITE_NOMEM, "not enough memory"),
        (sqlite3.SQLITE_CANTOPEN, "cannot be read or written"),
    ],
)
def test_what_sqlite_says(code: int, said: str) -> None:
    found = problem_of(error_of(code), PATH)
    assert found is not None
    assert said in str(found)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.EACCES, "may not be written"),
        (errno.EROFS, "may not be written"),
        (errno.ENOSPC, "is full"),
        (errno.EDQUOT, "is full"),
        (errno.ENAMETOOLONG, "is too long"),
        (errno.EIO, "cannot be read or written"),
    ],
)
def test_what_the_system_says(number: int, said: str) -> None:
    assert said in str(problem_of(OSError(number, "x"), PATH))


def test_an_error_without_a_number_is_of_the_disk() -> None:
    assert "cannot be read or written" in str(problem_of(OSError("x"), PATH))


def test_other_errors_of_the_world() -> None:
    assert "memory" in str(problem_of(MemoryError(), PATH))
    assert "damaged" in str(problem_of(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "x"), PATH))
    assert "damaged" in str(problem_of(sqlite3.OperationalError("Could not decode to UTF-8 column"), PATH))


@pytest.mark.parametrize(
    "error", [ValueError("x"), sqlite3.ProgrammingError("x"), error_of(sqlite3.SQLITE_CONSTRAINT), KeyError()]
)
def test_our_own_errors_are_no_problems(error: Exception) -> None:
    assert problem_of(error, PATH) is None
    with pytest.raises(type(error)), as_problems(PATH):
        raise error


def test_a_problem_stays_the_one_that_it_is() -> None:
    said = troubles.damaged(PATH)
    assert problem_of(said, PATH) is said


@pytest.mark.parametrize(("length", "long"), [(400, False), (401, True)])
def test_a_file_that_cannot_be_opened_may_have_too_long_a_path(length: int, long: bool) -> None:
    path = Path("/" + "x" * (length - 1))
    assert troubles.has_long_path(path) == long
    assert ("too long" in str(problem_of(error_of(sqlite3.SQLITE_CANTOPEN), path))) == long


def test_bytes_count_in_a_path_not_signs() -> None:
    assert troubles.has_long_path(Path("/" + "é" * 201))
    assert not troubles.has_long_path(Path("/" + "é" * 199))


def test_errors_in_a_block_become_problems_with_their_cause() -> None:
    with pytest.raises(UserError, match=r"P\.kant is full") as told, as_problems(PATH):
        raise error_of(sqlite3.SQLITE_FULL)
    assert isinstance(told.value.__cause__, sqlite3.Error)


def test_any_error_of_sqlite_while_reading_is_damage() -> None:
    with pytest.raises(UserError, match="is damaged"), reading_problems(PATH):
        raise error_of(sqlite3.SQLITE_MISMATCH)
    with pytest.raises(UserError, match="in use"), reading_problems(PATH):
        raise error_of(sqlite3.SQLITE_BUSY)
    with pytest.raises(ValueError, match="ours"), reading_problems(PATH):
        raise ValueError("ours")


@pytest.mark.parametrize(
    ("error", "full"),
    [
        (error_of(sqlite3.SQLITE_FULL), True),
        (error_of(sqlite3.SQLITE_IOERR), False),
        (OSError(errno.ENOSPC, "x"), True),
        (OSError(errno.EDQUOT, "x"), True),
        (OSError(errno.EIO, "x"), False),
        (ValueError("x"), False),
    ],
)
def test_a_full_disk(error: Exception, full: bool) -> None:
    assert troubles.is_full(error) == full


@pytest.mark.parametrize(
    ("error", "wrong"),
    [
        (ValueError("x"), True),
        (sqlite3.OperationalError("Could not decode to UTF-8 column"), True),
        (sqlite3.OperationalError("x"), False),
        (error_of(sqlite3.SQLITE_CORRUPT), False),
    ],
)
def test_what_lies_in_a_row_is_not_the_file(error: Exception, wrong: bool) -> None:
    assert troubles.is_wrong_data(error) == wrong


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (troubles.gone(PATH), "no longer in /folder"),
        (troubles.gone_but_copied(PATH, Path("/folder/copy.kant")), "in the copy copy.kant"),
        (troubles.taken_over(PATH), "another program took over"),
        (troubles.log_in_use(PATH), "in use by another program"),
        (troubles.log_lost(PATH, Path("/folder/copy.kant")), "in the copy copy.kant"),
        (troubles.log_not_copied(PATH, troubles.no_rights(PATH)), "may not be written"),
    ],
)
def test_saving_waits_for_a_file_that_is_gone(made: FileGone, said: str) -> None:
    assert isinstance(made, FileGone)
    assert said in str(made)


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (troubles.replaced(PATH), "Another file was put in the place"),
        (troubles.not_a_project(PATH), "is not a Kanttekening project"),
        (troubles.damaged_letter(PATH, 7), "damaged. Letter 7 cannot be read. The others"),
    ],
)
def test_a_sentence_names_the_file(made: UserError, said: str) -> None:
    assert not isinstance(made, FileGone)
    assert said in str(made)
    assert "P.kant" in str(made)


def test_signs_that_cannot_be_shown_are_not_in_a_sentence() -> None:
    assert "\n" not in str(troubles.damaged(Path("/folder/a\nb.kant")))


def test_the_log_is_told_the_way_and_not_what_was_said() -> None:
    try:
        raise ValueError("a letter's words")
    except ValueError as error:
        told = troubles.way_to(error)
    assert told.startswith("ValueError\n")
    assert "test_troubles.py" in told
    assert "UserError" not in told.splitlines()[0]


def test_a_file_is_told_from_the_one_that_takes_its_name(tmp_path: Path) -> None:
    path, other = tmp_path / "a", tmp_path / "b"
    assert troubles.identity_of(path) is None
    path.write_text("x")
    other.write_text("x")
    first = troubles.identity_of(path)
    assert first == troubles.identity_of(path)
    other.replace(path)
    assert troubles.identity_of(path) not in (first, None)


def test_links_are_followed_to_their_end(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    assert troubles.resolved(tmp_path / "a") == (tmp_path / "b").resolve()
    with pytest.raises(UserError, match="leads nowhere"):
        troubles.resolved(Path("a\0b"))
