"""The log of an open project is removed, cut or replaced: nothing that was said to be saved is lost."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.history import Change
from annotator.core.user_errors import UserError
from annotator.storage import rescue, write_line
from annotator.storage.changes import save_change
from annotator.storage.check import check
from annotator.storage.connections import connect_to_read
from annotator.storage.letters import add_letters
from annotator.storage.store import Store
from tests.storage.making import LABEL, STAMP, added, letter, project, save, tagged
from tests.storage.test_other_programs import by_another_program

SOON = 10.0


def log(path: Path) -> Path:
    return path.with_name(f"{path.name}-wal")


def remove(path: Path) -> None:
    log(path).unlink()


def remove_both(path: Path) -> None:
    log(path).unlink()
    path.with_name(f"{path.name}-shm").unlink()


def cut(path: Path) -> None:
    os.truncate(log(path), 0)


def empty(path: Path) -> None:
    """Put an empty file in the log's place."""
    log(path).unlink()
    log(path).touch()


def take_locks_and_close(path: Path) -> None:
    """Drop SQLite's locks, as a library in this process may, and have another program close the file."""
    with path.open("rb"):
        pass
    by_another_program(path)
    assert not log(path).exists()


def replace(path: Path) -> None:
    """Put the log of another database in the log's place."""
    other = path.with_name("other")
    with closing(sqlite3.connect(other, isolation_level=None)) as conn:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("CREATE TABLE t (x)")
        os.replace(log(other), log(path))


def replace_and_cut(path: Path) -> None:
    """Cut the log, then put the log of another database in its place."""
    cut(path)
    replace(path)


WAYS = [remove, remove_both, cut, empty, replace, take_locks_and_close]


@pytest.fixture
def store(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """An open project, with short pauses, and one tag in its log alone: a rest that is never over."""
    monkeypatch.setattr("annotator.storage.store.PAUSES", (0.01,))
    monkeypatch.setattr(write_line, "_REST", 3600.0)
    made = project(path, letter(pages=(0, 21)))
    made.close()
    made = Store.open(path)
    assert made.reader.letters_count() == 1
    save(made, 1, {1: tagged(made.reader.letter(1), "brief", "p")})
    yield made
    made.close(abandon=True)


def tags_in(path: Path) -> set[str]:
    """Return what a program finds that opens the project when all is lost that only this one knows."""
    folder = path.with_name("after the kill")
    folder.mkdir()
    for file in path.parent.glob(f"{path.name}*"):
        if file.is_file() and not file.name.endswith("-shm"):
            (folder / file.name).write_bytes(file.read_bytes())
    copy = folder / path.name
    assert check(copy) == []
    with Store.open(copy) as other:
        return set(other.reader.letter(1).passages)


def test_a_foreign_log_is_set_aside_and_kept(store: Store) -> None:
    replace(store.path)
    foreign = log(store.path).read_bytes()
    save(store, 2, {1: tagged(store.reader.letter(1), "Belgié", "q")})
    assert store.path.with_name("P.kant-wal.kept").read_bytes() == foreign


def rescued(path: Path) -> list[Path]:
    return sorted(path.parent.glob("P rescued *.kant"))


def settled(store: Store) -> None:
    """Have the writer do what it does when there is nothing else to do."""
    with store._writer._at_work:
        store._writer._line.tidy()
    assert store._writer._line._in_log == []


@pytest.mark.parametrize("way", WAYS)
def test_what_rests_in_the_file_needs_no_log(store: Store, way: Callable[[Path], None]) -> None:
    settled(store)
    way(store.path)
    save(store, 2, {1: tagged(store.reader.letter(1), "Belgié", "q")})
    assert set(store.reader.letter(1).passages) == {"p", "q"}
    assert rescued(store.path) == []
    assert tags_in(store.path) == {"p", "q"}


@pytest.mark.parametrize("way", [remove, remove_both, empty, replace])
def test_a_log_that_was_removed_is_brought_into_the_file(store: Store, way: Callable[[Path], None]) -> None:
    way(store.path)
    save(store, 2, {1: tagged(store.reader.letter(1), "Belgié", "q")})
    save(store, 3, {1: tagged(store.reader.letter(1), "steunen", "r")})
    assert set(store.reader.letter(1).passages) == {"p", "q", "r"}
    assert rescued(store.path) == []
    assert tags_in(store.path) == {"p", "q", "r"}


def test_a_log_that_is_removed_during_a_change_is_brought_into_the_file(store: Store) -> None:
    made = store.reader.letter(1)

    def work(conn: sqlite3.Connection) -> None:
        conn.execute("UPDATE setting SET value = 'x' WHERE key = 'created_by'")
        remove(store.path)

    store.do(work)
    save(store, 2, {1: tagged(made, "Belgié", "q")})
    assert tags_in(store.path) == {"p", "q"}
    with store.open_reader() as reader:
        assert reader.setting("created_by") == "x"


def lost(store: Store, way: Callable[[Path], None]) -> str:
    """Lose the log, try to save one more tag, and return what is said of it."""
    told, problems = threading.Event(), list[UserError]()
    store.watch(lambda problem: (problems.append(problem), told.set())[0], None)
    made = store.reader.letter(1)
    way(store.path)
    change = Change(2, LABEL, STAMP.analyst, STAMP.made_at, {1: tagged(made, "Belgié", "q")})
    store.submit(lambda conn: save_change(conn, change, "new"))
    assert told.wait(SOON)
    assert store.pending
    return str(problems[0])


@pytest.mark.parametrize("way", [cut, replace_and_cut, take_locks_and_close])
def test_what_cannot_be_mended_is_said_and_saved_in_a_copy(store: Store, way: Callable[[Path], None]) -> None:
    said = lost(store, way)
    [copy] = rescued(store.path)
    assert "removed or cut the log of P.kant" in said
    assert copy.name in said
    assert check(copy) == []
    with Store.open(copy) as other:
        assert set(other.reader.letter(1).passages) == {"p", "q"}


@pytest.mark.parametrize("left", [0, 4096, -4096], ids=["nothing", "a page", "most"])
def test_a_small_project_that_is_cut_is_saved_in_a_copy(store: Store, left: int) -> None:
    size = store.path.stat().st_size
    said = lost(store, lambda path: os.truncate(path, left if left >= 0 else size + left))
    [copy] = rescued(store.path)
    assert "emptied or cut the project P.kant" in said
    assert copy.name in said
    assert check(copy) == []
    with Store.open(copy) as other:
        assert set(other.reader.letter(1).passages) == {"p", "q"}


def test_a_project_that_is_cut_is_saved_in_a_copy_when_it_is_closed(store: Store) -> None:
    with store._writer._at_work:
        store._writer._line.tidy()
    assert not store._writer._line._in_log
    os.truncate(store.path, 0)
    store.close()
    [copy] = rescued(store.path)
    assert tags_in(copy) == {"p"}


def test_a_project_that_is_cut_and_not_in_memory_is_not_called_saved(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store._writer._at_work:
        store._writer._line.tidy()
    store._writer._line._conn.execute("PRAGMA shrink_memory")  # type: ignore[union-attr]
    assert "restore its last backup" in lost(store, lambda path: os.truncate(path, 0))
    assert rescued(store.path) == []


@pytest.mark.parametrize("way", [cut, replace_and_cut])
def test_a_copy_elsewhere_has_all_when_the_log_was_lost(
    store: Store, tmp_path: Path, way: Callable[[Path], None]
) -> None:
    lost(store, way)
    store.submit(lambda conn: conn.execute("UPDATE setting SET value = 'x' WHERE key = 'created_by'"))
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    store.save_copy(folder / "copy.kant")
    with Store.open(folder / "copy.kant") as other:
        assert set(other.reader.letter(1).passages) == {"p", "q"}
        assert other.reader.setting("created_by") == "x"


def test_a_copy_has_all_before_it_is_noticed_that_the_log_is_lost(store: Store) -> None:
    remove(store.path)
    copy = store.path.with_name("copy.kant")
    store.save_copy(copy)
    with Store.open(copy) as other:
        assert set(other.reader.letter(1).passages) == {"p"}


def test_where_no_copy_can_be_made_it_is_said(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(rescue, "rescue", refused)
    assert "no copy could be made beside it" in lost(store, cut)


def test_a_log_that_was_cut_before_the_close_is_saved_in_a_copy(store: Store) -> None:
    cut(store.path)
    store.close()
    [copy] = rescued(store.path)
    with Store.open(copy) as other:
        assert set(other.reader.letter(1).passages) == {"p"}


def test_a_log_that_was_removed_before_the_close_is_in_the_file(store: Store) -> None:
    remove(store.path)
    store.close()
    assert [file.name for file in store.path.parent.iterdir()] == ["P.kant"]
    with Store.open(store.path) as again:
        assert set(again.reader.letter(1).passages) == {"p"}


def test_when_nothing_is_to_be_done_all_is_brought_into_the_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(write_line, "_REST", 0.01)
    with project(path, letter()) as store:
        came = threading.Event()
        real = store._writer._line.tidy

        def tidy() -> None:
            real()
            came.set()

        monkeypatch.setattr(store._writer._line, "tidy", tidy)
        save(store, 1, {1: tagged(store.reader.letter(1), "brief", "p")})
        assert came.wait(SOON)
        with closing(connect_to_read(path, immutable=True)) as file:
            assert file.execute("SELECT count(*) FROM passage").fetchone() == (1,)


def test_no_more_than_some_jobs_are_in_the_log_alone(store: Store) -> None:
    for number in range(3 * write_line._REMEMBERED):
        store.do(lambda conn, number=number: conn.execute("UPDATE setting SET value = ?", (str(number),)))
    assert len(store._writer._line._in_log) < write_line._REMEMBERED


def held_up(store: Store) -> None:
    """Have a part of what is saved in the file, since a reader holds the rest up."""
    with store.open_reader() as reader, reader.moment():
        made = reader.letter(1)
        save(store, 7, {1: tagged(made, "motie", "r")})
        with store._writer._at_work:
            store._writer._line.tidy()
        assert store._writer._line._in_log


def test_what_a_reader_held_up_is_brought_into_the_file(store: Store) -> None:
    held_up(store)
    remove(store.path)
    save(store, 8, {1: tagged(store.reader.letter(1), "Belgié", "q")})
    assert tags_in(store.path) == {"p", "q", "r"}


def test_what_a_reader_held_up_and_was_cut_is_said(store: Store) -> None:
    held_up(store)
    assert "removed or cut the log" in lost(store, cut)
    assert store.pending == 1


def test_a_big_job_does_not_stay_in_the_log(store: Store) -> None:
    store.do(lambda conn: add_letters(conn, [added(letter("woord " * 1_000_000), "big.txt")]))
    store.do(lambda conn: None)
    assert len(store._writer._line._in_log) <= 1


@pytest.mark.parametrize("left", [0, 32, -100], ids=["nothing", "a head", "most"])
def test_a_log_that_is_cut_during_a_change_is_noticed(store: Store, left: int) -> None:
    def way(path: Path) -> None:
        def work(conn: sqlite3.Connection) -> None:
            conn.execute("UPDATE setting SET value = 'x' WHERE key = 'created_by'")
            size = log(path).stat().st_size
            os.truncate(log(path), left if left >= 0 else size + left)

        store.submit(work)

    assert "removed or cut the log" in lost(store, way)
    [copy] = rescued(store.path)
    assert check(copy) == []
    with Store.open(copy) as other:
        assert "p" in other.reader.letter(1).passages
        assert other.reader.setting("created_by") == "x"


def test_a_log_that_begins_anew_is_not_cut(store: Store) -> None:
    for number in range(5 * write_line._REMEMBERED):
        store.do(lambda conn, number=number: conn.execute("UPDATE setting SET value = ?", (str(number),)))
    assert rescued(store.path) == []
    assert log(store.path).stat().st_size < 200 * 4096


def replace_file(path: Path) -> None:
    path.unlink()
    path.write_bytes(b"something else")


@pytest.mark.parametrize("way", [lambda path: path.unlink(), replace_file], ids=["removed", "replaced"])
def test_a_file_that_is_gone_is_saved_in_a_copy(store: Store, way: Callable[[Path], None]) -> None:
    copied = threading.Event()
    store.submit(lambda conn: None)
    assert store.flush(SOON)
    store.watch(lambda problem: copied.set() if "is in the copy" in str(problem) else None, None)
    change = Change(
        2, LABEL, STAMP.analyst, STAMP.made_at, {1: tagged(store.reader.letter(1), "Belgié", "q")}
    )
    way(store.path)
    store.submit(lambda conn: save_change(conn, change, "new"))
    assert copied.wait(SOON)
    [copy] = rescued(store.path)
    assert check(copy) == []
    with Store.open(copy) as other:
        assert set(other.reader.letter(1).passages) == {"p", "q"}


def test_a_file_that_comes_back_is_saved_to_again(store: Store) -> None:
    away = store.path.rename(store.path.with_name("away"))
    store.submit(lambda conn: conn.execute("UPDATE setting SET value = 'x' WHERE key = 'created_by'"))
    assert not store.flush()
    away.rename(store.path)
    assert store.flush(SOON)
    assert tags_in(store.path) == {"p"}
