"""Reading where no file can be made beside the project, or should not: all is read, and nothing is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.user_errors import UserError
from annotator.storage.backup import backup
from annotator.storage.check import check
from annotator.storage.lock import lock_path
from annotator.storage.read_connections import open_to_read
from annotator.storage.store import Store
from tests.other_user import NOBODY, need_other_user, run_python
from tests.storage.making import letter, project, save, tagged
from tests.storage.test_full_disk import filled

DIE = """
import os, signal, sys
from pathlib import Path
from annotator.storage.store import Store
from tests.storage.making import save, tagged
store = Store.open(Path(sys.argv[1]))
save(store, 1, {1: tagged(store.reader.letter(1), "brief", "p")})
os.kill(os.getpid(), signal.SIGKILL)
"""
READ = """
import sys
from pathlib import Path
from annotator.storage.check import check
from annotator.storage.store import Store
path = Path(sys.argv[1])
with Store.open(path, read_only=True) as store:
    print(len(store.reader.letter(1).passages))
print(len(check(path)))
"""
WRITE_AND_DIE = """
import os, signal, sys
from pathlib import Path
from annotator.storage.store import Store
from tests.storage.making import save, tagged
store = Store.open(Path(sys.argv[1]), must_write=True)
save(store, 1, {1: tagged(store.reader.letter(1), "brief", "p")})
print("saved", flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own; only root can make one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if os.name != "posix" or os.geteuid() or subprocess.run(command, check=False).returncode:
        pytest.skip("no disk can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def shared() -> Iterator[Path]:
    """A project in a folder that everybody may write to; the file is its owner's alone."""
    need_other_user()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project(folder / "P.kant", letter()).close()
        folder.chmod(0o777)
        (folder / "P.kant").chmod(0o644)
        yield folder / "P.kant"


def run(code: str, path: Path, user: int = 0) -> subprocess.CompletedProcess[str]:
    if user:
        return run_python("-c", code, str(path), user=user)
    command = [sys.executable, "-c", code, str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def killed(path: Path) -> None:
    """Make a project whose last change is in its log alone."""
    project(path, letter()).close()
    assert run(DIE, path).returncode == -signal.SIGKILL
    assert path.with_name("P.kant-wal").stat().st_size


@pytest.mark.parametrize("index", ["with its index", "without its index"])
def test_a_log_on_a_read_only_disk_is_read(disk: Path, index: str) -> None:
    path = disk / "P.kant"
    killed(path)
    if index == "without its index":
        path.with_name("P.kant-shm").unlink()
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    with Store.open(path) as store:
        assert store.read_only
        assert set(store.reader.letter(1).passages) == {"p"}
        assert "may not be written" in str(store.warnings[0])
    assert check(path) == []
    copy = disk.parent / "copy.kant"
    backup(path, copy)
    with Store.open(copy) as store:
        assert set(store.reader.letter(1).passages) == {"p"}


@pytest.mark.parametrize("log", ["with a log", "without a log"])
def test_a_project_on_a_full_disk_is_read(disk: Path, log: str) -> None:
    path = disk / "P.kant"
    if log == "with a log":
        killed(path)
        path.with_name("P.kant-shm").unlink()
        lock_path(path).unlink()
    else:
        project(path, letter()).close()
    filled(disk)
    with Store.open(path) as store:
        assert store.reader.letter(1).text == letter().text
        assert len(store.reader.letter(1).passages) == (log == "with a log")
        assert store.read_only
        assert "is full" in str(store.warnings[0])
        with pytest.raises(UserError):
            store.submit(lambda conn: None)
    assert check(path) == []
    with pytest.raises(UserError, match="is full"):
        Store.open(path, must_write=True)
    (disk / "ballast").unlink()
    with Store.open(path) as store:
        assert not store.read_only


def test_another_user_who_reads_leaves_nothing(shared: Path) -> None:
    done = run(READ, shared, NOBODY)
    assert (done.stdout, done.stderr) == ("0\n0\n", "")
    assert [file.name for file in shared.parent.iterdir()] == ["P.kant"]


def test_another_user_reads_the_log_and_leaves_nothing(shared: Path) -> None:
    assert run(DIE, shared).returncode == -signal.SIGKILL
    shared.with_name("P.kant-shm").unlink()
    before = sorted(shared.parent.iterdir())
    done = run(READ, shared, NOBODY)
    assert (done.stdout, done.stderr) == ("1\n0\n", "")
    assert sorted(shared.parent.iterdir()) == before


def test_another_user_reads_what_is_saved_meanwhile(shared: Path) -> None:
    with Store.open(shared) as store:
        save(store, 1, {1: tagged(store.reader.letter(1), "brief", "p")})
        assert run(READ, shared, NOBODY).stdout == "1\n0\n"
        owners = {file.stat().st_uid for file in shared.parent.iterdir()}
        save(store, 2, {1: tagged(store.reader.letter(1), "Belgié", "q")})
    assert owners == {0}
    assert [file.name for file in shared.parent.iterdir()] == ["P.kant"]


@pytest.mark.parametrize("close", [True, False], ids=["closed", "open"])
def test_a_quiet_reader_sees_what_is_written_later(closed: Path, *, close: bool) -> None:
    other = closed.with_name("other name")
    os.link(closed, other)
    with Store.open(closed, read_only=True) as reading:
        assert reading.reader.letter(1).passages == {}
        other.unlink()
        writing = Store.open(closed)
        save(writing, 1, {1: tagged(writing.reader.letter(1), "brief", "p")})
        if close:
            writing.close()
        assert set(reading.reader.letter(1).passages) == {"p"}
        writing.close()


def test_the_owner_takes_back_what_another_user_left(shared: Path) -> None:
    shared.chmod(0o666)
    done = run(WRITE_AND_DIE, shared, NOBODY)
    assert done.stdout == "saved\n"
    for file in shared.parent.iterdir():
        if file != shared:
            assert file.stat().st_uid == NOBODY
            file.chmod(0o444)
    owner = 65533
    os.chown(shared, owner, owner)
    os.chown(shared.parent, owner, owner)
    shared.chmod(0o644)
    done = run(
        WRITE_AND_DIE.replace('"brief", "p"', '"Belgié", "q"').replace("save(store, 1", "save(store, 2"),
        shared,
        owner,
    )
    assert done.stdout == "saved\n", done.stderr
    with Store.open(shared) as store:
        assert set(store.reader.letter(1).passages) == {"p", "q"}
    assert check(shared) == []


def test_a_file_with_two_names_can_only_be_read(closed: Path) -> None:
    other = closed.with_name("Q.kant")
    os.link(closed, other)
    for path in (closed, other):
        with Store.open(path) as store:
            assert store.read_only
            assert "has another name too" in str(store.warnings[0])
            assert store.reader.letters_count() == 1
        with pytest.raises(UserError, match="has another name too"):
            Store.open(path, must_write=True)
        assert check(path) == []
    assert sorted(file.name for file in closed.parent.iterdir()) == ["P.kant", "Q.kant"]
    other.unlink()
    with Store.open(closed) as store:
        assert not store.read_only


def test_a_second_name_while_it_is_open_gives_no_second_writer(closed: Path) -> None:
    other = closed.with_name("Q.kant")
    with Store.open(closed) as store:
        os.link(closed, other)
        with Store.open(other) as second:
            assert second.read_only
        save(store, 1, {1: tagged(store.reader.letter(1), "brief", "p")})
    other.unlink()
    with Store.open(closed) as store:
        assert set(store.reader.letter(1).passages) == {"p"}
    assert check(closed) == []


def test_a_restore_that_was_killed_between_its_steps_locks_nobody_out(closed: Path) -> None:
    os.link(closed, closed.with_name("P before restore 2026-11-25 14.05.12.kant"))
    with Store.open(closed) as store:
        assert not store.read_only
    assert [file.name for file in closed.parent.iterdir()] == ["P.kant"]


def test_the_owner_reads_with_locks(closed: Path) -> None:
    conn, is_quiet = open_to_read(closed)
    conn.close()
    assert not is_quiet
