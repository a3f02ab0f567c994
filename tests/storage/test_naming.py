"""A project gets its name as the only one there, and never with the log of another file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.core.user_errors import UserError
from annotator.storage.backup import backup
from annotator.storage.backup_names import folder_of
from annotator.storage.backups.making import back_up
from annotator.storage.backups.restoring import restore
from annotator.storage.check import check
from annotator.storage.letters import add_letters
from annotator.storage.naming import alone_at, give_name
from annotator.storage.store import Store
from tests.storage.making import CODEBOOK, added, letter, project
from tests.storage.test_lock import another_program

WORK_AND_DIE = """
import os, signal, sys
from pathlib import Path
from annotator.storage.letters import add_letters
from annotator.storage.store import Store
from tests.storage.making import added, letter
store = Store.open(Path(sys.argv[1]))
for number in range(12):
    store.do(lambda conn: add_letters(conn, [added(letter(f"{number} " * 900), "lost.txt")]))
os.kill(os.getpid(), signal.SIGKILL)
"""


def lose(path: Path) -> bytes:
    """Kill a program that works in the project, lose the file, and return the log that is left."""
    done = subprocess.run([sys.executable, "-c", WORK_AND_DIE, str(path)], cwd=Path.cwd(), check=False)
    assert done.returncode == -signal.SIGKILL
    path.unlink()
    left = path.with_name(f"{path.name}-wal").read_bytes()
    assert left
    return left


def make(path: Path, kept: Path) -> tuple[Path, ...]:
    with Store.create(path, CODEBOOK) as store:
        assert "P.kant-wal.kept" in str(store.warnings[0])
    return ()


WAYS: list[Callable[[Path, Path], tuple[Path, ...]]] = [
    make,
    lambda path, other: backup(other, path),
    lambda path, other: backup(other, path, replace=True),
    lambda path, other: restore(newest(other), path).logs_kept,
]


def newest(project_path: Path) -> Path:
    made = back_up(project_path, folder_of(project_path), "jan").newest
    assert made is not None
    return made.path


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """Another project that nobody has open."""
    path = tmp_path / "Other.kant"
    project(path, *(letter(f"Brief {number}\n" * 200) for number in range(30))).close()
    return path


@pytest.mark.parametrize("way", WAYS, ids=["new", "backup", "backup --force", "restore"])
def test_the_log_of_a_lost_file_is_not_played_into_a_new_one(
    closed: Path, other: Path, way: Callable[[Path, Path], tuple[Path, ...]]
) -> None:
    log = lose(closed)
    way(closed, other)
    assert check(closed) == []
    with Store.open(closed) as store:
        assert store.reader.letters_count() == (0 if way is make else 30)
    assert closed.with_name("P.kant-wal.kept").read_bytes() == log


def test_a_second_lost_log_takes_no_place_of_the_first(closed: Path, other: Path) -> None:
    log = closed.with_name("P.kant-wal")
    closed.unlink()
    for content in (b"first", b"second"):
        log.write_bytes(content)
        backup(other, closed, replace=True)
        closed.unlink()
    assert closed.with_name("P.kant-wal.kept").read_bytes() == b"first"
    assert closed.with_name("P.kant-wal.kept-2").read_bytes() == b"second"


def test_a_lost_rollback_journal_is_kept_too(closed: Path, other: Path) -> None:
    closed.unlink()
    closed.with_name("P.kant-journal").write_bytes(b"x" * 600)
    assert backup(other, closed) == (closed.with_name("P.kant-journal.kept"),)
    assert check(closed) == []


@pytest.mark.parametrize("way", WAYS, ids=["new", "backup", "backup --force", "restore"])
def test_nothing_takes_the_name_of_a_project_that_is_open(
    closed: Path, other: Path, way: Callable[[Path, Path], tuple[Path, ...]]
) -> None:
    with another_program(closed):
        moved = closed.rename(closed.with_name("moved.kant"))
        with pytest.raises(UserError, match="is open with piet"):
            way(closed, other)
        assert not closed.exists()
        moved.rename(closed)
    assert check(closed) == []


def test_a_copy_over_an_open_project_is_refused(closed: Path, tmp_path: Path) -> None:
    other = tmp_path / "Q.kant"
    backup(closed, other)
    with another_program(closed), pytest.raises(UserError, match="is open with piet"):
        backup(other, closed, replace=True)
    with Store.open(closed) as store:
        assert store.reader.letters_count() == 1


def test_what_a_replaced_copy_had_in_its_log_goes_with_it(closed: Path, tmp_path: Path) -> None:
    other = tmp_path / "Q.kant"
    backup(closed, other)
    done = subprocess.run([sys.executable, "-c", WORK_AND_DIE, str(closed)], cwd=Path.cwd(), check=False)
    assert done.returncode == -signal.SIGKILL
    assert backup(other, closed, replace=True) == ()
    assert check(closed) == []


@pytest.mark.parametrize("name", ["P.kant-wal", "P.kant-shm", "P.kant-journal", ".P.kant.lock"])
def test_no_project_takes_the_name_of_what_lies_beside_one(path: Path, other: Path, name: str) -> None:
    with pytest.raises(UserError, match="lies beside a project"):
        Store.create(path.with_name(name), CODEBOOK)
    with pytest.raises(UserError, match="lies beside a project"):
        backup(other, path.with_name(name))
    assert not os.path.lexists(path.with_name(name))


def test_a_name_that_cannot_be_given_leaves_all_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log, draft = path.with_name("P.kant-wal"), path.with_name("draft")
    log.write_bytes(b"of a lost file")
    draft.write_bytes(b"of a new one")
    real = os.replace

    def refused(source: Path, target: Path) -> None:
        if target == path:
            raise PermissionError
        real(source, target)

    monkeypatch.setattr(os, "replace", refused)
    with pytest.raises(PermissionError), alone_at(path):
        give_name(draft, path)
    assert log.read_bytes() == b"of a lost file"
    assert not path.exists()


def test_what_is_not_whole_under_its_name_is_said(path: Path) -> None:
    store = project(path, letter())
    store.do(lambda conn: add_letters(conn, [added(letter("x" * 50_000), "big.txt")]))
    store.close()
    content = bytearray(path.read_bytes())
    content[4096 : 5 * 4096] = b"\xa5" * 4 * 4096
    draft = path.with_name("draft")
    draft.write_bytes(content)
    with pytest.raises(UserError, match="is damaged"), alone_at(path):
        give_name(draft, path)
