"""Going through the project's words: what is gathered, and what deciding one does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from annotator.language.interface import LearntState
from annotator.session import Session
from annotator.session.project import labels
from annotator.session.suspects.suspect_scan import LookingOver
from annotator.session.suspects.suspecting import Suspecting
from annotator.session.words.review_words import (
    ReviewWords,
    SuspectWord,
    carry_over_job,
    correct_places,
    gather,
    judge_places,
    kept_after,
    places_of,
    surest_first,
)
from annotator.storage.check import check


class AtOnce:
    """Runs jobs at once, in the thread that asks."""

    def submit(
        self,
        key: str,
        function: Callable[..., Any],
        *args: Any,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        timeout: float = 1.0,
        urgent: bool = False,
    ) -> None:
        if done is not None:
            done(function(*args))


def nothing(_done: int, _name: str) -> None:
    """Show no progress."""


def go_on() -> bool:
    return False


@pytest.fixture
def looked_over(session: Session) -> Session:
    """Return the session after all letters were looked at."""
    suspecting = Suspecting(session, AtOnce(), lambda call: call())
    looking = LookingOver(session, suspecting, AtOnce())
    looking.start()
    assert not looking.running
    session.store.flush()
    return session


def word(words: ReviewWords, reading: str) -> SuspectWord:
    (found,) = [w for w in words.words if w.reading == reading]
    return found


def test_before_a_look_the_letters_are_unknown(session: Session) -> None:
    words = gather(session.store, nothing, go_on)
    assert (words.words, words.unknown) == ((), 2)


def test_looking_over_tells_how_far_it_is(session: Session) -> None:
    told: list[object] = []
    looking = LookingOver(session, Suspecting(session, AtOnce(), lambda call: call()), AtOnce())
    looking.progressed.connect(told.append)
    looking.finished.connect(told.append)
    looking.start()
    assert told == [(1, 2), (2, 2), True]


def test_a_letter_that_cannot_be_read_keeps_nobody_from_the_others(session: Session) -> None:
    session.store.do(lambda conn: conn.execute("DELETE FROM letter_ocr WHERE letter_id = 1"))
    ended: list[bool] = []
    looking = LookingOver(session, Suspecting(session, AtOnce(), lambda call: call()), AtOnce())
    looking.finished.connect(ended.append)
    looking.start()
    assert ended == [True]
    session.store.flush()
    assert [w.reading for w in gather(session.store, nothing, go_on).words if w.letters == (2,)]


def test_every_reading_is_gathered_once(looked_over: Session) -> None:
    words = gather(looked_over.store, nothing, go_on)
    assert words.unknown == 0
    found = word(words, "Belgié")
    assert (found.likely, found.count, found.letters, found.confusion) == ("België", 2, (1, 2), "é→ë")
    assert words.words[0] == found  # most frequent first
    assert (words.kinds()["hyphen"], words.confusions()["é→ë"]) == (1, 2)
    assert [w.reading for w in words.words if w.kind == "hyphen"] == ["verplich-\ntingen"]
    assert set(surest_first(words.words)) == set(words.words)


def test_gathering_can_be_cancelled(looked_over: Session) -> None:
    assert gather(looked_over.store, nothing, lambda: True) == ReviewWords()


def test_project_words_are_left_out(looked_over: Session) -> None:
    words = gather(looked_over.store, nothing, go_on, LearntState(words=("Belgié",)))
    readings = [w.reading for w in words.words]
    assert readings and "Belgié" not in readings


def test_correcting_ticked_places_is_one_step(looked_over: Session) -> None:
    session = looked_over
    belgie = word(gather(session.store, nothing, go_on), "Belgié")
    places = places_of(session.store, belgie)
    assert [(p.letter_id, p.reading, p.left[-5:]) for p in places] == [
        (1, "Belgié", " van "),
        (2, "Belgié", "over "),
    ]
    deltas = correct_places(session.store, places, "België", session.stamp(), nothing)
    kept = kept_after(session.store, deltas)
    session.do_all(labels.corrected_all("Belgié", "België", 2), deltas)
    session.store.submit(carry_over_job(kept))
    session.store.flush()
    words = gather(session.store, nothing, go_on)
    assert words.unknown == 0  # what is left of the letters' suspects was carried over
    assert "Belgié" not in {w.reading for w in words.words}
    assert word(words, "Italig").count == 1
    assert places_of(session.store, word(words, "Italig"))[0].left.endswith("België en ")
    session.undo()
    session.undo()
    assert "Belgié" in session.letter_of(1).text
    session.store.flush()
    assert check(session.store.path) == []


def test_a_broken_word_takes_its_break_behind_it(looked_over: Session) -> None:
    session = looked_over
    broken = word(gather(session.store, nothing, go_on), "verplich-\ntingen")
    places = places_of(session.store, broken)
    deltas = correct_places(session.store, places, broken.likely, session.stamp(), nothing)
    session.do_all(labels.corrected_all(broken.reading, broken.likely, 1), deltas)
    assert "verplichtingen\naan" in session.letter_of(1).text


def test_places_judged_right_are_gone(looked_over: Session) -> None:
    session = looked_over
    belgie = word(gather(session.store, nothing, go_on), "Belgié")
    places = places_of(session.store, belgie)[:1]
    deltas = judge_places(session.store, belgie, places, "here", session.stamp(), nothing)
    kept = kept_after(session.store, deltas, places)
    session.do_all(labels.judged("Belgié", "here"), deltas)
    session.store.submit(carry_over_job(kept))
    assert word(gather(session.store, nothing, go_on), "Belgié").letters == (2,)


def test_always_right_is_said_once(looked_over: Session) -> None:
    session = looked_over
    belgie = word(gather(session.store, nothing, go_on), "Belgié")
    places = places_of(session.store, belgie)
    deltas = judge_places(session.store, belgie, places, "always", session.stamp(), nothing)
    assert list(deltas) == [1]


def test_a_place_that_reads_otherwise_by_now_is_left_alone(looked_over: Session) -> None:
    session = looked_over
    belgie = word(gather(session.store, nothing, go_on), "Belgié")
    places = places_of(session.store, belgie)
    session.open_letter(2)
    session.typed(0, 0, "En ")
    session.end_typing()
    assert set(correct_places(session.store, places, "België", session.stamp(), nothing)) == {1}
