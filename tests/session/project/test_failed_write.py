"""After a write that failed by a fault of ours nothing more is taken, and nothing lands on a state it was not
made for."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.core import operations
from annotator.core.history import Change, Correction
from annotator.core.messages import Message
from annotator.core.text import Span
from annotator.core.user_errors import UserError
from annotator.session import Session
from annotator.session.project.refusals import NOT_WRITTEN
from annotator.storage.changes import save_change
from annotator.storage.check import check
from annotator.storage.store import Store

LABEL = Message("Test", "test")


def quiet(call: Callable[[], None]) -> None:
    """Do what was posted; the fault itself is reported to the application's handler."""
    try:
        call()
    except ZeroDivisionError:
        return


@pytest.fixture
def session(project: Path) -> Session:
    session = Session(Store.open(project, analyst="jan"), "jan", quiet)
    session.open_letter(1)
    return session


@pytest.fixture
def fail_once(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Have the write after so many others fail."""

    def arm(count: int) -> None:
        left = [count]

        def save(*arguments: Any) -> dict[int, int]:
            left[0] -= 1
            if left[0] == -1:
                raise ZeroDivisionError
            return save_change(*arguments)

        monkeypatch.setattr("annotator.storage.changes.save_change", save)

    return arm


def type_words(session: Session, at: int, words: str) -> None:
    for number, key in enumerate(words):
        session.typed(at + number, at + number, key)
        session.flush_typing()


def tag(session: Session, words: str, uid: str) -> None:
    assert session.letter is not None
    start = session.letter.text.index(words)
    session.do(
        LABEL, operations.add_passage(Span(start, start + len(words)), "country", session.stamp(), uid)
    )


def read_anew(session: Session) -> Session:
    path = session.store.path
    session.close()
    assert check(path) == []
    return Session(Store.open(path, analyst="jan"), "jan")


def test_nothing_is_taken_after_a_failed_write(session: Session, fail_once: Callable[[int], None]) -> None:
    tag(session, "Belgié", "kept")
    session.store.flush()
    fail_once(0)
    session.typed(0, 0, "Zeer ")
    session.flush_typing()
    session.store.flush()
    assert session.save_state.lost
    for refused in (
        lambda: session.typed(5, 5, "x"),
        lambda: tag(session, "deel", "late"),
        session.undo,
        session.redo,
        session.settle,
        lambda: session.remove_letters([2]),
    ):
        with pytest.raises(UserError) as caught:
            refused()
        assert caught.value.message is NOT_WRITTEN
    again = read_anew(session)
    again.open_letter(1)
    assert again.letter is not None
    assert again.letter.text.startswith("Geachte")
    assert again.letter.quote("kept") == "Belgié"
    again.undo()
    assert again.letter.passages == {}
    again.close()


def test_what_waits_behind_a_failed_write_is_never_written(
    session: Session, fail_once: Callable[[int], None]
) -> None:
    go_on = threading.Event()
    fail_once(1)
    session.store.submit(lambda conn: go_on.wait(20))
    type_words(session, 0, "Zie")  # the second write of the run fails: keys that insert fit anywhere
    session.end_typing()
    tag(session, "Belgié", "late")
    session.do(LABEL, operations.remove_passage(session.letter, "late"))  # type: ignore[arg-type]
    type_words(session, 9, "woorden")
    go_on.set()
    assert session.store.flush(20)
    again = read_anew(session)
    assert again.letter_of(1).text.startswith("ZGeachte")
    assert again.letter_of(1).passages == {}
    again.close()


def test_keys_that_no_change_has_yet_are_not_written_after_it(
    session: Session, fail_once: Callable[[int], None]
) -> None:
    fail_once(0)
    session.typed(0, 0, "Z")
    session.flush_typing()
    session.typed(1, 1, "x") if not session.save_state.lost else None
    session.store.flush()
    session.end_typing()
    again = read_anew(session)
    assert again.letter_of(1).text.startswith("Geachte")
    again.close()


def test_a_change_is_not_written_onto_another_version_of_its_letter(session: Session) -> None:
    letter = session.letter_of(1)
    insertion = operations.correct(letter, (Correction(0, 0, "", "Zeer "),), session.stamp())
    change = Change(session.last_change() + 1, LABEL, "jan", "2026", {1: insertion, 2: insertion})

    def late(conn: Any) -> None:
        save_change(conn, change, "new", {1: 1, 2: 7})

    with pytest.raises(ValueError, match="version"):
        session.store.do(late)
    with session.store.open_reader() as reader:
        assert reader.letter(1) == letter
        assert reader.last_change_id() == 0
    session.close()


def test_the_session_knows_the_version_that_each_change_meets(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    met: list[tuple[str, dict[int, int]]] = []

    def save(conn: Any, change: Change, mode: Any, versions: dict[int, int]) -> dict[int, int]:
        met.append((mode, versions))
        return save_change(conn, change, mode, versions)

    monkeypatch.setattr("annotator.storage.changes.save_change", save)
    type_words(session, 0, "Zie")
    session.typed(2, 3, "")
    session.end_typing()
    tag(session, "Belgié", "p")
    session.undo()
    session.undo()
    session.redo()
    type_words(session, 0, "a")
    session.typed(0, 1, "")  # typed back: the change goes
    session.end_typing()
    session.store.flush()
    assert [versions[1] for _, versions in met] == [1, 2, 3, 4, 5, 5, 5, 6, 7, 8]
    assert session.save_state.state == "saved"
    session.close()
    assert check(session.store.path) == []
