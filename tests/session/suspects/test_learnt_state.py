"""What a project has learnt: from its record, from another project, and begun anew."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from annotator.core import operations
from annotator.core.history import Correction
from annotator.core.messages import Message
from annotator.language.interface import LearntState
from annotator.session import Session
from annotator.session.suspects.learnt_state import begin_anew, fingerprint, read_state, take_over
from annotator.session.suspects.suspect_scan import LookingOver
from annotator.session.suspects.suspecting import Suspecting
from tests.session.words.test_review_words import AtOnce

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


SAME_COUNTS = (
    LearntState(("Kaag",), OTHER.corrections, ()),
    LearntState(OTHER.words, (("Italig", "Italiaan", "word", 2),), ()),
    LearntState(OTHER.words, (("Italig", "Italië", "hyphen", 2),), ()),
    LearntState(OTHER.words, (("Italig", "Italië", "word", 1), ("Italiö", "Italië", "word", 1)), ()),
    LearntState(OTHER.words, OTHER.corrections, (("Irak", "", 1),)),
    LearntState((*OTHER.words, "Kaag"), OTHER.corrections, ()),
)


@pytest.mark.parametrize("other", SAME_COUNTS)
def test_the_fingerprint_is_that_of_what_is_learnt_not_of_how_much(other: LearntState) -> None:
    assert fingerprint(OTHER) != fingerprint(other) == fingerprint(replace(other))


def keys_kept(session: Session) -> set[str]:
    session.store.flush()
    return {session.store.reader.suspects_engine(letter_id) for letter_id in (1, 2)}


def test_kept_suspects_are_found_anew_when_others_were_learnt_of_as_many(session: Session) -> None:
    take_over(session.store, OTHER)
    LookingOver(session, Suspecting(session, AtOnce(), lambda call: call()), AtOnce()).start()
    known = keys_kept(session)
    assert len(known) == 1
    begin_anew(session.store, session.stamp().made_at)
    take_over(session.store, SAME_COUNTS[1])
    # As after a new start: nobody has read what the project has learnt, and letters have kept suspects.
    Suspecting(session, AtOnce(), lambda call: call())
    session.open_letter(1)
    assert len(keys_kept(session)) == 2
    session.open_letter(2)
    assert len(keys_kept(session)) == 1 and not keys_kept(session) & known


def test_a_letter_whose_suspects_are_up_to_date_is_not_looked_at_again(session: Session) -> None:
    take_over(session.store, OTHER)
    LookingOver(session, Suspecting(session, AtOnce(), lambda call: call()), AtOnce()).start()
    session.store.flush()
    asked: list[str] = []

    class Counting(AtOnce):
        def submit(self, key: str, *args: Any, **options: Any) -> None:
            asked.append(key)
            super().submit(key, *args, **options)

    suspecting = Suspecting(session, Counting(), lambda call: call(), held=True)
    session.open_letter(1)
    assert asked == []
    suspecting.release()
    session.open_letter(2)
    assert asked == ["learnt state"]
