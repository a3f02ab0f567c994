"""What a project has learnt: from its record, from another project, and begun anew."""

from __future__ import annotations

from annotator.core import operations
from annotator.core.history import Correction
from annotator.core.messages import Message
from annotator.language.interface import LearntState
from annotator.session import Session
from annotator.session.learnt_state import begin_anew, fingerprint, read_state, take_over

LABEL = Message("Test", "test")
OTHER = LearntState(("Bruis",), (("Italig", "Italië", "word", 2),), ())


def correct_one(session: Session) -> None:
    session.open_letter(1)
    assert session.letter is not None
    at = session.letter.text.index("Belgié")
    correction = Correction(at, at + 6, "Belgié", "België", "word", "suggestion")
    session.do(LABEL, operations.correct(session.letter, (correction,), session.stamp()))
    session.store.flush()


def test_the_record_teaches(session: Session) -> None:
    correct_one(session)
    assert read_state(session.store.reader).corrections == (("Belgié", "België", "word", 1),)


def test_another_project_is_taken_over(session: Session) -> None:
    correct_one(session)
    take_over(session.store, OTHER)
    state = read_state(session.store.reader)
    assert (state.words, len(state.corrections)) == (("Bruis",), 2)


def test_begun_anew_nothing_is_known(session: Session) -> None:
    correct_one(session)
    take_over(session.store, OTHER)
    begin_anew(session.store, session.stamp().made_at)
    assert read_state(session.store.reader) == LearntState()


def test_the_fingerprint_changes_with_what_is_learnt() -> None:
    assert fingerprint(OTHER) != fingerprint(LearntState())
