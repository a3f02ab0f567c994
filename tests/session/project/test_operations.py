"""Edits and queries: worked out in the background, applied to the state that they were worked out for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core import operations
from annotator.core.document import Letter
from annotator.core.history import Correction, Delta
from annotator.core.messages import Message
from annotator.core.text import Span
from annotator.core.user_errors import UserError
from annotator.session.project.operations import At, Edit, Outcome, Query
from annotator.session.project.refusals import HELD, REMOVED
from tests.session.lanes import Asked, Lane, ask

LABEL = Message("Test", "test")


@pytest.fixture
def lane(project: Path) -> Iterator[Lane]:
    lane = Lane(project)
    yield lane
    lane.let_go(10)
    if not lane.session.closed:
        assert lane.close() == []


def corrected(letter: Letter, before: str, after: str, at: At) -> Delta:
    start = letter.text.index(before)
    correction = Correction(start, start + len(before), before, after)
    return operations.correct(letter, (correction,), at.stamp)


def to_belgie() -> Edit[str]:
    """Return the edit that corrects "Belgié" in both letters."""

    def work(at: At) -> Outcome[str]:
        deltas = {}
        for letter_id in (1, 2):
            letter = at.reader.letter(letter_id)
            if "Belgié" in letter.text:
                deltas[letter_id] = corrected(letter, "Belgié", "België", at)
        return Outcome("done", deltas)

    return Edit(lambda outcome: LABEL, work)


def test_an_edit_is_one_change_that_is_undone_as_one(lane: Lane) -> None:
    asked = ask(lane, to_belgie())
    assert not asked.is_told
    lane.let_go()
    lane.until(lambda: asked.is_told)
    assert asked.changed
    assert "België" in lane.session.letter_of(1).text and "België" in lane.session.letter_of(2).text
    lane.session.undo()
    lane.session.undo()
    assert "Belgié" in lane.session.letter_of(1).text and "Belgié" in lane.session.letter_of(2).text


def test_keys_that_were_typed_before_an_edit_are_in_it(lane: Lane) -> None:
    lane.session.open_letter(1)
    lane.session.typed(0, 0, "Zeer ")
    asked = ask(lane, to_belgie())
    lane.let_go()
    lane.until(lambda: asked.is_told)
    assert lane.session.letter_of(1).text.startswith("Zeer Geachte")
    assert "België" in lane.session.letter_of(1).text
    assert lane.runs == 1


def test_an_edit_is_worked_out_again_where_somebody_types_meanwhile(lane: Lane) -> None:
    lane.session.open_letter(1)
    asked = ask(lane, to_belgie())
    lane.wait_until_computed()
    lane.session.typed(0, 0, "Zeer ")
    lane.let_go(2)
    lane.until(lambda: asked.is_told)
    assert lane.runs == 2
    text = lane.session.letter_of(1).text
    assert text.startswith("Zeer Geachte") and "België" in text


def test_an_edit_is_worked_out_again_after_an_undo(lane: Lane) -> None:
    lane.session.open_letter(2)
    letter = lane.session.letter_of(2)
    lane.session.do(
        LABEL, operations.correct(letter, (Correction(0, 3, "Een", "Eén"),), lane.session.stamp())
    )
    asked = ask(lane, to_belgie())
    lane.wait_until_computed()
    lane.session.undo()
    lane.let_go(2)
    lane.until(lambda: asked.is_told)
    assert lane.session.letter_of(2).text.startswith("Een andere brief over België")


def test_a_third_run_has_the_project_for_itself(lane: Lane) -> None:
    lane.session.open_letter(1)
    held: list[object] = []
    lane.operations.held.connect(held.append)
    asked = ask(lane, to_belgie())
    for key in "ab":
        lane.wait_until_computed()
        lane.session.typed(0, 0, key)
        lane.let_go()
    lane.wait_until_computed()
    assert held
    for refused in (lambda: lane.session.typed(0, 0, "c"), lane.session.undo):
        with pytest.raises(UserError) as caught:
            refused()
        assert caught.value.message is HELD
    lane.let_go()
    lane.until(lambda: asked.is_told)
    assert asked.changed and lane.runs == 3
    assert lane.session.letter_of(1).text.startswith("baGeachte")
    lane.session.typed(0, 0, "c")
    assert lane.session.letter_of(1).text.startswith("cbaGeachte")


def test_a_cancelled_edit_changes_nothing(lane: Lane) -> None:
    asked = ask(lane, to_belgie())
    lane.wait_until_computed()
    asked.running.cancel()  # type: ignore[attr-defined]
    lane.let_go()
    lane.until(lambda: asked.is_told)
    assert asked.stopped
    assert "Belgié" in lane.session.letter_of(1).text
    assert lane.session.last_change() == 0


def test_edits_wait_for_each_other(lane: Lane) -> None:
    first, second = ask(lane, to_belgie()), ask(lane, to_belgie())
    lane.let_go(2)
    lane.until(lambda: first.is_told and second.is_told)
    assert (first.changed, second.changed, lane.runs) == (True, False, 2)


def test_an_edit_that_runs_ends_with_the_project(lane: Lane) -> None:
    asked = ask(lane, to_belgie())
    lane.wait_until_computed()
    lane.let_go()
    assert lane.close() == []
    assert asked.stopped
    assert asked.outcome is None


def test_a_letter_that_is_removed_meanwhile_is_left_out(lane: Lane) -> None:
    lane.session.open_letter(1)

    def work(at: At) -> Outcome[str]:
        there = at.reader.versions([1, 2])
        letters = {letter_id: at.reader.letter(letter_id) for letter_id in there}
        deltas = {
            letter_id: corrected(letter, "Belgié", "België", at) for letter_id, letter in letters.items()
        }
        return Outcome("done", deltas, gone=2 - len(there))

    asked = ask(lane, Edit(lambda outcome: LABEL, work))
    lane.wait_until_computed()
    lane.session.remove_letters([2])
    lane.let_go(2)
    lane.until(lambda: asked.is_told)
    assert asked.outcome is not None and asked.outcome.gone == 1
    assert asked.changed
    lane.settle()
    assert lane.session.save_state.state == "saved"


def test_a_removed_letter_takes_no_change_and_undo_at_once_finds_what_is_left(lane: Lane) -> None:
    lane.session.open_letter(1)
    for letter_id in (1, 2):
        letter = lane.session.letter_of(letter_id)
        done = operations.set_about(letter, lambda about: replace(about, note="n"))
        lane.session.do_all(Message("Test", str(letter_id)), {letter_id: done})
    late = operations.set_about(letter, lambda about: replace(about, note="x"))
    lane.session.remove_letters([2])
    with pytest.raises(UserError) as caught:
        lane.session.do_all(LABEL, {2: late})
    assert caught.value.message is REMOVED
    change = lane.session.undo()
    assert str(change.label) == "1"  # type: ignore[union-attr]
    lane.settle()
    assert lane.session.save_state.state == "saved"


def test_an_answer_for_an_old_state_is_asked_for_again(lane: Lane) -> None:
    lane.session.open_letter(1)
    asked = Asked()
    query = Query(lane.held(lambda at: at.reader.letter(1).text))
    lane.operations.query(query, asked.answered, asked.failed, asked.stop)
    lane.wait_until_computed()
    lane.session.typed(0, 0, "Zeer ")
    lane.let_go(2)
    lane.until(lambda: asked.is_told)
    assert asked.answer.value.startswith("Zeer Geachte")
    assert asked.answer.state == lane.session.states.now


def test_an_answer_for_an_old_state_is_thrown_away_where_nobody_wants_it_again(lane: Lane) -> None:
    lane.session.open_letter(1)
    asked = Asked()
    query = Query(lane.held(lambda at: at.reader.letter(1).text), again=False)
    lane.operations.query(query, asked.answered, asked.failed, asked.stop)
    lane.wait_until_computed()
    lane.session.typed(0, 0, "Zeer ")
    lane.let_go()
    lane.until(lambda: asked.is_told)
    assert asked.stopped and asked.answer is None


def test_places_are_carried_over_what_happened_since_they_were_read(lane: Lane) -> None:
    session = lane.session
    session.open_letter(2)
    start = session.letter_of(2).text.index("Belgié")
    asked_at = session.states.now
    session.typed(0, 0, "Zie: ")
    session.flush_typing()
    session.typed(5, 5, "o")  # the run's change is amended
    session.end_typing()
    session.undo()
    session.redo()
    since = session.states.since(asked_at)
    span = since.carry(2, Span(start, start + 6))
    assert span is not None
    assert session.letter_of(2).text[slice(*span)] == "Belgié"
    assert since.carry(1, Span(0, 3)) == Span(0, 3)
    session.typed(span.start + 2, span.start + 3, "")
    session.flush_typing()
    assert session.states.since(asked_at).carry(2, Span(start, start + 6)) is None


def test_asking_for_the_letter_changes_nothing(lane: Lane) -> None:
    session = lane.session
    session.open_letter(1)
    before = session.states.now
    heard: list[object] = []
    session.touched.connect(heard.append)
    session.typed(0, 0, "Zeer ")
    assert session.letter is not None and session.letter.text.startswith("Zeer Geachte")
    assert session.letter_of(1).text.startswith("Zeer Geachte")
    assert (session.states.now, session.last_change(), session.store.pending, heard) == (before, 0, 0, [])
    shown = session.letter
    session.flush_typing()
    assert session.letter == shown
    assert len(heard) == 1
