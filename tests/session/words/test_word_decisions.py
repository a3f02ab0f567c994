"""Decisions on words while places are shown that were read before them."""

from __future__ import annotations

from annotator.session import Session
from annotator.session.suspects.suspect_scan import LookingOver
from annotator.session.suspects.suspecting import Suspecting
from annotator.session.words.review_words import SuspectWord, carry_over_job, places_of
from annotator.session.words.word_decisions import (
    CORRECT,
    HERE,
    Decision,
    Write,
    load,
    moved_places,
    overview,
    work_back,
    work_out,
)
from annotator.storage.check import check
from tests.session.words.test_review_words import AtOnce, go_on, nothing


def look_over(session: Session) -> None:
    suspecting = Suspecting(session, AtOnce(), lambda call: call())
    LookingOver(session, suspecting, AtOnce()).start()
    session.store.flush()


def word(session: Session, reading: str) -> SuspectWord:
    found = overview(session.store, nothing, go_on)
    return next(w for w in found.words.words if w.reading == reading)


def decision(session: Session, reading: str, verdict: str = CORRECT, chosen: str = "") -> Decision:
    it = word(session, reading)
    places = tuple(places_of(session.store, it))
    return Decision(it, places, (), session.states.now, verdict, chosen or it.likely)


def make(session: Session, made: Decision) -> Write:
    work = work_out(session.store, made, session.states.past(), session.stamp(), nothing)
    session.do_all(made.label(work.count), work.deltas)
    session.store.submit(carry_over_job(work.kept))
    return work.deltas


def test_an_overview_orders_and_counts(session: Session) -> None:
    look_over(session)
    found = overview(session.store, nothing, go_on)
    assert {w.key for w in found.surest} == {w.key for w in found.words.words}
    assert dict(found.kinds)["hyphen"] == 1
    assert dict(found.confusions)["é→ë"] == 2


def test_a_place_tells_its_page(session: Session) -> None:
    look_over(session)
    (place,) = places_of(session.store, word(session, "Italig"))
    assert (place.page, place.date) == (1, "")


def test_places_that_were_read_before_a_decision_are_corrected_where_they_stand_after_it(
    session: Session,
) -> None:
    look_over(session)
    italy = decision(session, "Italig")  # read now, decided behind a word that stands before it
    make(session, decision(session, "Belgié", chosen="het Koninkrijk België"))
    make(session, italy)
    assert "over het Koninkrijk België en Italië." in session.letter_of(2).text
    session.store.flush()
    assert check(session.store.path) == []


def test_a_place_that_was_changed_meanwhile_is_left_out(session: Session) -> None:
    look_over(session)
    belgie = decision(session, "Belgié")
    make(session, belgie)
    assert moved_places(belgie.places, session.states.since(belgie.seen)) == ()


def test_places_of_letters_that_came_are_put_behind_those_that_were_known(session: Session) -> None:
    look_over(session)
    belgie = word(session, "Belgié")
    first = load(session.store, SuspectWord(*belgie.key, 1.0, "", 1, (1,)), None, session.states.past())
    both = load(session.store, belgie, first, session.states.past())
    assert [p.letter_id for p in first.places] == [1]
    assert [p.letter_id for p in both.places] == [1, 2]


def test_after_an_undo_the_word_is_there_again_without_a_look(session: Session) -> None:
    look_over(session)
    before = word(session, "Belgié")
    made = decision(session, "Belgié")
    work = work_out(session.store, made, session.states.past(), session.stamp(), nothing)
    session.do_all(made.label(work.count), work.deltas)
    session.store.submit(carry_over_job(work.kept))
    session.store.flush()
    _, kept = work_back(session.store, work)
    session.undo()
    session.undo()
    session.store.submit(carry_over_job(kept))
    session.store.flush()
    found = overview(session.store, nothing, go_on)
    assert found.words.unknown == 0
    assert word(session, "Belgié") == before
    assert [p.span for p in places_of(session.store, before)] == [p.span for p in made.places]


def test_after_an_undone_verdict_too(session: Session) -> None:
    look_over(session)
    made = decision(session, "Belgié", HERE)
    work = work_out(session.store, made, session.states.past(), session.stamp(), nothing)
    session.do_all(made.label(work.count), work.deltas)
    session.store.submit(carry_over_job(work.kept))
    session.store.flush()
    assert all(w.reading != "Belgié" for w in overview(session.store, nothing, go_on).words.words)
    session.store.flush()
    _, kept = work_back(session.store, work)
    session.undo()
    session.undo()
    session.store.submit(carry_over_job(kept))
    assert word(session, "Belgié").count == 2
