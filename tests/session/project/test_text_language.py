"""The language of a project's letters: kept in the file, used for suspects, found under a key of its own."""

from __future__ import annotations

from typing import Any

import pytest

from annotator.core.user_errors import UserError
from annotator.session import Session
from annotator.session.project.text_language import engine_of, language_of, set_language
from annotator.session.suspects.suspect_scan import LookingOver
from annotator.session.suspects.suspecting import Suspecting
from annotator.session.words.review_words import gather
from tests.session.words.test_review_words import AtOnce, go_on, nothing


class Failing(AtOnce):
    """Tells of a failure, as the worker process does."""

    def submit(self, key: str, function: Any, *args: Any, done: Any = None, **rest: Any) -> None:
        try:
            found = function(*args)
        except UserError as problem:
            rest["failed"](problem)
        else:
            done(found)


def look_over(session: Session) -> Suspecting:
    suspecting = Suspecting(session, AtOnce(), lambda call: call())
    LookingOver(session, suspecting, AtOnce()).start()
    session.store.flush()
    return suspecting


def test_dutch_without_a_word(session: Session) -> None:
    assert language_of(session.store.reader) == "nl"


def test_another_language_has_all_looked_at_again(session: Session) -> None:
    suspecting = look_over(session)
    dutch = {word.reading for word in gather(session.store, nothing, go_on).words}
    set_language(session.store, "en")
    assert session.store.reader.unknown_letters(engine_of(session.store.reader)) > 0
    assert gather(session.store, nothing, go_on).words == ()
    suspecting.forget_state()
    assert suspecting.language == "en"
    LookingOver(session, suspecting, AtOnce()).start()
    session.store.flush()
    english = {word.reading for word in gather(session.store, nothing, go_on).words}
    assert english > dutch & english
    assert len(english) > len(dutch)


def test_a_language_that_is_not_there_changes_nothing(session: Session) -> None:
    with pytest.raises(UserError):
        set_language(session.store, "fy")
    assert language_of(session.store.reader) == "nl"


def test_a_language_that_went_away_is_told_and_the_work_goes_on(session: Session) -> None:
    session.store.do(
        lambda connection: connection.execute(
            "INSERT INTO setting (key, value) VALUES ('text_language', 'fy')"
        )
    )
    suspecting = Suspecting(session, Failing(), lambda call: call())
    told: list[str] = []
    suspecting.troubled.connect(lambda problem: told.append(str(problem)))
    session.open_letter(1)
    assert len(told) == 1
    assert "fy" in told[0]
    assert suspecting.gave_up
