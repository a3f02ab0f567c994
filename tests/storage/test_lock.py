"""The lock: one writer, also across processes; gone when its holder is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from annotator.core.user_errors import UserError
from annotator.storage.lock import Holder, Lock, acquire, lock_path
from annotator.storage.store import Store
from tests.storage.making import letter, project, save, tagged

HOLD = (
    "import sys; from pathlib import Path; from annotator.storage.store import Store\n"
    "store = Store.open(Path(sys.argv[1]), analyst='piet'); print('open', flush=True); sys.stdin.read()\n"
    "store.close()"
)


@contextmanager
def another_program(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a program that has the project open until its input ends."""
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "open\n"
        yield program


def test_a_second_window_can_only_read(closed: Path) -> None:
    with another_program(closed), Store.open(closed) as store:
        assert store.read_only
        assert store.reader.letters_count() == 1


def test_it_is_told_who_holds_it(closed: Path) -> None:
    with another_program(closed) as program, Store.open(closed) as store:
        assert store.locked_by is not None
        assert (store.locked_by.who, store.locked_by.pid) == ("piet", program.pid)


def test_a_command_that_must_write_is_refused(closed: Path) -> None:
    with another_program(closed), pytest.raises(UserError, match="is open with piet on"):
        Store.open(closed, must_write=True)


def test_a_reader_is_refused_to_write(closed: Path) -> None:
    with (
        another_program(closed),
        Store.open(closed) as store,
        pytest.raises(UserError, match="is open with piet"),
    ):
        store.submit(lambda conn: None)


def test_the_lock_goes_with_a_killed_holder(closed: Path) -> None:
    with another_program(closed) as program:
        program.send_signal(signal.SIGKILL)
    with Store.open(closed) as store:
        assert not store.read_only
        assert store.was_unclean


def test_the_lock_goes_with_a_clean_close(closed: Path) -> None:
    with another_program(closed):
        pass
    assert not lock_path(closed).exists()
    with Store.open(closed, must_write=True) as store:
        assert not store.was_unclean


def test_the_same_file_by_another_name_has_the_same_lock(closed: Path) -> None:
    link = closed.with_name("link.kant")
    link.symlink_to(closed)
    with Store.open(closed), Store.open(link) as second:
        assert second.read_only


def test_a_reader_sees_what_the_writer_saves(path: Path) -> None:
    with project(path, letter()) as store, Store.open(path) as second:
        save(store, 1, {1: tagged(store.reader.letter(1), "Belgié", "p")})
        assert second.reader.letter(1).quote("p") == "Belgié"


def test_opening_for_reading_takes_no_lock(closed: Path) -> None:
    with Store.open(closed, read_only=True) as first, Store.open(closed) as second:
        assert first.read_only
        assert not second.read_only


def test_a_refused_file_keeps_the_mark_of_its_unclean_end(closed: Path) -> None:
    lock_path(closed).write_text('{"who": "piet"}')
    content = bytearray(closed.read_bytes())
    content[100:4096] = b"\xff" * 3996
    closed.write_bytes(content)
    with pytest.raises(UserError):
        Store.open(closed)
    assert lock_path(closed).read_text() == '{"who": "piet"}'


def test_nonsense_in_the_lock_file_is_no_obstacle(closed: Path) -> None:
    held = acquire(closed)
    assert isinstance(held, Lock)
    lock_path(closed).write_text("[1, 2")
    with Store.open(closed) as store:
        assert store.locked_by is not None
        assert store.locked_by.who == "?"
    held.release()


def test_a_lock_file_that_was_replaced_while_waiting_is_not_taken(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Its holder removed it between our opening it and our locking it.
    first = os.open(lock_path(closed), os.O_RDWR | os.O_CREAT)
    real, opened = os.open, []

    def stale(*args: object, **kwargs: object) -> int:
        if not opened:
            opened.append(real(*args, **kwargs))  # type: ignore[arg-type]
            lock_path(closed).unlink()
            return opened[0]
        return real(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr("annotator.storage.lock.os.open", stale)
    held = acquire(closed)
    monkeypatch.undo()
    assert isinstance(held, Lock)
    assert isinstance(acquire(closed), Holder)
    held.release()
    os.close(first)


def test_a_lock_file_that_was_removed_is_made_again(closed: Path) -> None:
    with Store.open(closed, analyst="jan") as store:
        lock_path(closed).unlink()
        save(store, 1, {1: tagged(store.reader.letter(1), "Belgié", "p")})
        with Store.open(closed) as second:
            assert second.read_only
            assert second.locked_by is not None
            assert second.locked_by.who == "jan"
    assert not lock_path(closed).exists()


def test_a_program_that_took_over_is_not_written_against(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.storage.store.PAUSES", (0.01,))
    with Store.open(closed) as store:
        made = store.reader.letter(1)
        lock_path(closed).unlink()
        with another_program(closed):
            with pytest.raises(UserError, match="another program took over"):
                save(store, 1, {1: tagged(made, "Belgié", "p")})
            assert store.pending == 1
        assert store.flush(10)
        assert store.reader.letter(1).quote("p") == "Belgié"
