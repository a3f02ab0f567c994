"""Changes, typing, undo across letters and restarts, and what the file says of them."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.core import operations
from annotator.core.history import Correction
from annotator.core.messages import Message
from annotator.core.text import Span
from annotator.session import LetterChange, Session, UndoQuestion
from annotator.storage.check import check
from annotator.storage.letters import NewLetter, add_letters
from annotator.storage.store import Store

LABEL = Message("Test", "test")


def open_first(session: Session, number: int = 1) -> str:
    session.open_letter(number)
    assert session.letter is not None
    return session.letter.text


def place(session: Session, words: str) -> Span:
    assert session.letter is not None
    start = session.letter.text.index(words)
    return Span(start, start + len(words))


def tag(session: Session, words: str) -> None:
    session.do(LABEL, operations.add_passage(place(session, words), "country", session.stamp(), words))


def correct(session: Session, before: str, after: str) -> None:
    assert session.letter is not None
    span = place(session, before)
    correction = Correction(span.start, span.end, before, after, "word", "suggestion")
    session.do(LABEL, operations.correct(session.letter, (correction,), session.stamp()))


def in_file(session: Session, letter_id: int = 1) -> object:
    session.store.flush()
    return session.store.reader.letter(letter_id)


def type_over(session: Session, before: str, after: str) -> None:
    span = place(session, before)
    session.typed(span.start, span.end, after[0])
    for index, key in enumerate(after[1:], 1):
        session.typed(span.start + index, span.start + index, key)


def test_a_change_arrives_in_the_file(session: Session) -> None:
    open_first(session)
    tag(session, "Belgié")
    correct(session, "Belgié", "België")
    assert in_file(session) == session.letter


def test_a_run_of_typing_is_one_change(session: Session) -> None:
    text = open_first(session)
    type_over(session, "Belgié", "België")
    session.end_typing()
    session.undo()
    assert session.letter is not None
    assert session.letter.text == text


def test_a_run_that_is_saved_half_way_is_still_one_change(session: Session) -> None:
    text = open_first(session)
    tag(session, "Belgié")
    span = place(session, "Belgié")
    session.typed(span.start, span.end, "B")
    session.flush_typing()
    assert in_file(session) == session.letter
    for index, key in enumerate("elgië", 1):
        session.typed(span.start + index, span.start + index, key)
        session.flush_typing()
    assert session.letter is not None
    assert session.letter.quote("Belgié") == "België"
    assert in_file(session) == session.letter
    session.undo()
    assert session.letter.text == text
    assert in_file(session) == session.letter


def test_typed_and_typed_back_leaves_nothing_to_undo(session: Session) -> None:
    open_first(session)
    session.typed(0, 0, "x")
    session.flush_typing()
    session.typed(0, 1, "")
    session.end_typing()
    assert session.undo() is None
    assert in_file(session) == session.letter


def test_cut_and_paste_takes_a_passage_along(session: Session) -> None:
    open_first(session)
    tag(session, "Belgié")
    span = place(session, " Belgié")
    session.remember_cut(*span)
    session.typed(span.start, span.end, "")
    session.end_typing()
    session.typed(7, 7, " Belgié")
    session.end_typing()
    assert session.letter is not None
    assert session.letter.quote("Belgié") == "Belgié"
    assert session.letter.text.startswith("Geachte Belgié")
    assert in_file(session) == session.letter


def test_undo_and_redo_survive_a_restart(project: Path) -> None:
    session = Session(Store.open(project), "jan")
    text = open_first(session)
    tag(session, "Belgié")
    correct(session, "Belgié", "België")
    last = session.letter
    session.close()
    again = Session(Store.open(project), "jan")
    open_first(again)
    assert again.letter == last
    again.undo()
    again.undo()
    assert again.letter is not None
    assert (again.letter.text, again.letter.passages) == (text, {})
    again.close()
    third = Session(Store.open(project), "jan")
    open_first(third)
    third.redo()
    third.redo()
    assert third.letter == last
    third.close()
    assert check(project) == []


def test_undo_in_another_letter_asks_first(session: Session) -> None:
    open_first(session, 2)
    correct(session, "Italig", "Italië")
    open_first(session, 1)
    question = session.undo()
    assert isinstance(question, UndoQuestion)
    assert in_file(session, 2) == session.letter_of(2)
    assert "Italië" in session.letter_of(2).text
    session.undo()
    assert "Italig" in session.letter_of(2).text
    assert in_file(session, 2) == session.letter_of(2)


def test_a_new_change_ends_redo(session: Session) -> None:
    open_first(session)
    correct(session, "Belgié", "België")
    session.undo()
    tag(session, "Belgié")
    assert session.redo() is None


def test_one_change_to_two_letters_is_undone_as_one(session: Session) -> None:
    open_first(session, 1)
    deltas = {}
    for number in (1, 2):
        letter = session.letter_of(number)
        start = letter.text.index("Belgié")
        correction = Correction(start, start + 6, "Belgié", "België", "word", "everywhere")
        deltas[number] = operations.correct(letter, (correction,), session.stamp())
    session.do_all(LABEL, deltas)
    assert "België" in session.letter_of(2).text
    question = session.undo()
    assert isinstance(question, UndoQuestion)
    assert (question.letters, question.places) == (2, 2)
    session.undo()
    assert "Belgié" in session.letter_of(1).text
    assert in_file(session, 2) == session.letter_of(2)


def test_an_event_says_what_a_change_touched(session: Session) -> None:
    open_first(session)
    heard: list[LetterChange] = []
    session.touched.connect(heard.append)
    tag(session, "Belgié")
    correct(session, "Belgié", "België")
    assert heard[0].kinds == {"passage"}
    assert {"text", "correction", "passage"} <= heard[1].kinds


def saved_states(session: Session) -> list[str]:
    states: list[str] = []
    session.saving.connect(lambda state: states.append(state.state))
    return states


def test_saved_follows_a_change_though_other_work_waits(session: Session) -> None:
    open_first(session)
    states, go_on = saved_states(session), threading.Event()
    tag(session, "Belgié")
    session.store.submit(lambda conn: go_on.wait(100))
    deadline = time.monotonic() + 100  # only so that nothing waits for ever
    while states[-1] != "saved" and time.monotonic() < deadline:
        pass
    assert states == ["saving", "saved"]
    go_on.set()


def test_a_change_that_the_program_cannot_write_is_never_called_saved(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object) -> None:
        raise ZeroDivisionError

    open_first(session)
    posted: list[Callable[[], None]] = []
    session._saving._post = posted.append
    monkeypatch.setattr("annotator.storage.changes.save_change", broken)
    tag(session, "Belgié")
    session.store.flush()
    monkeypatch.undo()
    with pytest.raises(ZeroDivisionError):
        posted.pop()()
    session._saving.show_if_saved()
    assert session.save_state.state == "failed"
    assert session.save_state.lost
    assert not posted


def test_a_change_made_right_after_a_key_fits(session: Session) -> None:
    open_first(session)
    tag(session, "Belgié")
    first = session.letter
    session.typed(0, 0, "Zeer g")
    assert session.letter is not None
    session.do(LABEL, operations.remove_passage(session.letter, "Belgié"))
    assert in_file(session) == session.letter
    session.undo()
    assert session.letter.quote("Belgié") == "Belgié"
    session.undo()
    assert session.letter == first


def test_keys_right_behind_a_paste_leave_its_tags_where_they_came(session: Session) -> None:
    open_first(session)
    tag(session, "Belgié")
    span = place(session, " Belgié")
    session.remember_cut(*span)
    session.typed(span.start, span.end, "")
    session.end_typing()
    session.typed(7, 7, " Belgié")
    session.flush_typing()
    session.typed(14, 14, "!")
    session.end_typing()
    assert session.letter is not None
    assert session.letter.text.startswith("Geachte Belgié! ")
    assert session.letter.quote("Belgié") == "Belgié"


def test_keys_that_spell_what_was_cut_are_no_paste(session: Session) -> None:
    open_first(session)
    tag(session, "Belgié")
    span = place(session, "Belgié")
    session.remember_cut(*span)
    session.typed(span.start, span.end, "")
    session.end_typing()
    for index, key in enumerate("Belgié"):
        session.typed(index, index, key)
    session.end_typing()
    assert session.letter is not None
    assert session.letter.quote("Belgié") == ""


def test_the_letter_on_the_desk_goes_along_with_a_change_to_very_many(project: Path) -> None:
    with Store.open(project) as store:
        first = store.reader.letter(1)
        store.do(lambda conn: add_letters(conn, [NewLetter(first, "x", "0" * 64, b"x")] * 60))
    session = Session(Store.open(project), "jan")
    open_first(session)
    deltas = {}
    for number in (1, *range(3, 63)):
        correction = Correction(0, 7, "Geachte", "Lieve", "word", "everywhere")
        deltas[number] = operations.correct(session.letter_of(number), (correction,), session.stamp())
    session.do_all(LABEL, deltas)
    assert session.letter is not None
    assert session.letter.text.startswith("Lieve")
    assert in_file(session) == session.letter
    session.close()


def test_typing_that_is_taken_back_tells_what_it_had_touched(session: Session) -> None:
    open_first(session)
    tag(session, "Belgié")
    span = place(session, "Belgié")
    session.typed(span.start, span.end, "")
    session.flush_typing()
    heard: list[LetterChange] = []
    session.touched.connect(heard.append)
    session.typed(span.start, span.start, "Belgié")
    session.flush_typing()
    assert {"text", "correction", "passage"} <= heard[-1].kinds
    assert [(s.uid, s.after) for s in heard[-1].delta.spans] == [("Belgié", span)]
    assert [h.before == h.after for h in heard[-1].delta.hunks] == [True]


def test_a_change_is_written_though_a_view_fails(session: Session) -> None:
    open_first(session)

    def fail(_: LetterChange) -> None:
        raise RuntimeError("a view")

    session.touched.connect(fail)
    with pytest.raises(RuntimeError, match="a view"):
        tag(session, "Belgié")
    assert in_file(session) == session.letter


def test_a_change_that_does_not_fit_leaves_all_as_it_was(session: Session) -> None:
    open_first(session)
    delta = operations.correct(session.letter_of(2), (Correction(0, 3, "Een", "Geen"),), session.stamp())
    before = session.letter
    with pytest.raises(ValueError, match="not what the change was made for"):
        session.do(LABEL, delta)
    assert session.undo() is None
    assert session.letter == before


def test_pages_that_are_pasted_are_a_step_of_their_own(session: Session) -> None:
    text = open_first(session)
    session.typed(0, 0, "woord " * 10_000)
    session.typed(60_000, 60_000, "x")
    session.end_typing()
    session.undo()
    assert session.letter is not None
    assert session.letter.text == "woord " * 10_000 + text


def test_nothing_shows_as_saved_while_keys_wait(session: Session) -> None:
    open_first(session)
    tag(session, "Belgié")
    session.store.flush()
    assert session.save_state.state == "saved"
    session.typed(0, 0, "x")
    assert session.save_state.state == "saving"
    session.flush_typing()
    session.store.flush()
    assert session.save_state.state == "saved"


def test_a_key_taken_back_is_saved_at_once(session: Session) -> None:
    open_first(session)
    session.typed(0, 0, "x")
    session.typed(0, 1, "")
    session.flush_typing()
    assert session.save_state.state == "saved"
