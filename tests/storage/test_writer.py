"""The writer: in order, whole or not at all, and patient with the world."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from annotator.core.user_errors import UserError
from annotator.storage.project import save_setting
from annotator.storage.store import Store
from annotator.storage.writer import WriteConnection, Writer

SOON = 100.0


@pytest.fixture
def writer(closed: Path) -> Iterator[Writer]:
    made = Writer(closed, pauses=(0.01,))
    yield made
    made.stop()


def setting(path: Path, key: str) -> str | None:
    with closing(sqlite3.connect(path)) as conn:
        found = conn.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    return found[0] if found else None


def held(path: Path) -> sqlite3.Connection:
    """Return a connection of another program that holds the right to write."""
    conn = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    conn.execute("BEGIN IMMEDIATE")
    return conn


def test_the_thread_starts_with_the_first_job(writer: Writer) -> None:
    before = threading.active_count()
    writer.submit(lambda conn: None)
    assert threading.active_count() == before + 1


def test_done_gets_the_result(writer: Writer) -> None:
    results: list[int] = []
    writer.submit(lambda conn: 7, results.append)
    assert writer.flush(SOON)
    assert results == [7]


def test_done_is_called_when_it_is_on_the_disk(writer: Writer, closed: Path) -> None:
    seen: list[str | None] = []
    writer.submit(lambda conn: save_setting(conn, "a", "1"), lambda _: seen.append(setting(closed, "a")))
    assert writer.flush(SOON)
    assert seen == ["1"]


def test_jobs_are_done_in_order(writer: Writer) -> None:
    order: list[int] = []
    for n in range(20):
        writer.submit(lambda conn, n=n: n, order.append)
    assert writer.flush(SOON)
    assert order == list(range(20))


def test_nothing_is_pending_when_the_last_is_acknowledged(writer: Writer) -> None:
    pending: list[int] = []
    writer.submit(lambda conn: None, lambda _: pending.append(writer.pending))
    assert writer.flush(SOON)
    assert pending == [0]


def test_a_bug_is_rolled_back_and_reported(writer: Writer, closed: Path) -> None:
    def job(conn: WriteConnection) -> None:
        save_setting(conn, "a", "1")
        raise KeyError("a bug")

    errors: list[Exception] = []
    writer.submit(job, failed=errors.append)
    assert writer.flush(SOON)
    assert (setting(closed, "a"), [type(error) for error in errors]) == (None, [KeyError])


def test_the_writer_goes_on_after_a_bug(writer: Writer, closed: Path) -> None:
    def job(conn: WriteConnection) -> None:
        raise KeyError("a bug")

    writer.submit(job)
    writer.submit(lambda conn: save_setting(conn, "a", "1"))
    assert writer.flush(SOON)
    assert setting(closed, "a") == "1"


def test_a_mistake_in_sql_is_a_bug(writer: Writer) -> None:
    errors: list[Exception] = []
    writer.submit(lambda conn: conn.execute("INSERT INTO nothing VALUES (1)"), failed=errors.append)
    assert writer.flush(SOON)
    assert isinstance(errors[0], sqlite3.OperationalError)


def test_a_failing_callback_stops_nothing(writer: Writer) -> None:
    def done(_: object) -> None:
        raise KeyError("a bug in a view")

    results: list[int] = []
    writer.submit(lambda conn: 1, done)
    writer.submit(lambda conn: 2, results.append)
    assert writer.flush(SOON)
    assert results == [2]


def test_a_locked_file_keeps_the_job_and_says_so(
    writer: Writer, closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.storage.connections.BUSY_TIMEOUT", 0.01)
    told = threading.Event()
    problems: list[UserError] = []
    writer.on_trouble = lambda problem: (problems.append(problem), told.set())[0]
    with closing(held(closed)):
        writer.submit(lambda conn: save_setting(conn, "a", "1"))
        assert told.wait(SOON)
        assert writer.pending == 1
        assert "in use by another program" in str(problems[0])


def test_a_job_that_waited_is_done_and_its_recovery_told(
    writer: Writer, closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.storage.connections.BUSY_TIMEOUT", 0.01)
    events: list[str] = []
    told = threading.Event()
    writer.on_trouble = lambda problem: (events.append("trouble"), told.set())[0]
    writer.on_recovered = lambda: events.append("recovered")
    with closing(held(closed)):
        writer.submit(lambda conn: save_setting(conn, "a", "1"), lambda _: events.append("first"))
        writer.submit(lambda conn: save_setting(conn, "a", "2"), lambda _: events.append("second"))
        assert told.wait(SOON)
    assert writer.flush(SOON)
    assert events == ["trouble", "recovered", "first", "second"]
    assert setting(closed, "a") == "2"


def test_retry_does_not_wait_for_the_pause(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.storage.connections.BUSY_TIMEOUT", 0.01)
    writer = Writer(closed, pauses=(3600.0,))
    told = threading.Event()
    writer.on_trouble = lambda problem: told.set()
    with closing(held(closed)):
        writer.submit(lambda conn: save_setting(conn, "a", "1"))
        assert told.wait(SOON)
    writer.retry()
    assert writer.flush(SOON)
    writer.stop()


def test_a_file_that_was_moved_away_is_noticed(writer: Writer, closed: Path) -> None:
    told = threading.Event()
    problems: list[UserError] = []
    writer.on_trouble = lambda problem: (problems.append(problem), told.set())[0]
    writer.submit(lambda conn: None)
    assert writer.flush(SOON)
    moved = closed.rename(closed.with_name("elsewhere.kant"))
    writer.submit(lambda conn: save_setting(conn, "a", "1"))
    assert told.wait(SOON)
    assert "no longer in" in str(problems[0])
    moved.rename(closed)
    assert writer.flush(SOON)
    assert setting(closed, "a") == "1"


def test_close_refuses_to_lose_what_is_not_saved(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.storage.connections.BUSY_TIMEOUT", 0.01)
    store = Store.open(closed)
    with closing(held(closed)):
        store.submit(lambda conn: save_setting(conn, "a", "1"))
        with pytest.raises(UserError, match="1 change is not saved"):
            store.close(timeout=0.05)
    store.retry()
    store.close()
    assert setting(closed, "a") == "1"


def test_flush_does_not_wait_for_the_world(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.storage.connections.BUSY_TIMEOUT", 0.01)
    writer = Writer(closed, pauses=(3600.0,))
    with closing(held(closed)):
        writer.submit(lambda conn: save_setting(conn, "a", "1"))
        assert not writer.flush()
    writer.stop()


def test_a_command_is_told_what_stands_in_the_way(closed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.storage.connections.BUSY_TIMEOUT", 0.01)
    with (
        closing(held(closed)),
        pytest.raises(UserError, match="in use by another"),
        Store.open(closed) as store,
    ):
        store.do(lambda conn: save_setting(conn, "a", "1"))


def test_a_closed_writer_takes_no_jobs(writer: Writer) -> None:
    writer.stop()
    with pytest.raises(RuntimeError):
        writer.submit(lambda conn: None)
