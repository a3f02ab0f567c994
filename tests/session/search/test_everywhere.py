"""The same reading in all letters: found, corrected as one change with its tags, undone as one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from annotator.core import operations
from annotator.core.messages import Message
from annotator.core.text import Span
from annotator.core.user_errors import UserError
from annotator.language.interface import Reason, Suspect
from annotator.search.finding import Find
from annotator.session import Session
from annotator.session.search.everywhere import FoundPlace, Replace, correct_everywhere, find_everywhere
from annotator.session.search.regular_search import Found, letters_job
from annotator.storage.check import check
from annotator.storage.search_index import Scope

LABEL = Message("Test", "test")


def nothing(_done: int, _name: str) -> None:
    """Show no progress."""


def go_on() -> bool:
    return False


SUSPECT = Suspect(0, 6, "Belgié", "word", Reason("test"))
READING = Replace("België", reading="Belgié", suspect=SUSPECT)


def places(session: Session, what: Replace) -> list[FoundPlace]:
    return find_everywhere(session.store, what, regularly, nothing, go_on)


def regularly(
    find: Find, path: Path, ids: Sequence[int], scope: Scope, cancelled: object, template: str | None = None
) -> list[Found]:
    """Do here what a worker process does."""
    return letters_job(find, str(path), ids, scope, template)


def test_every_letter_that_holds_the_reading_is_found(session: Session) -> None:
    found = places(session, READING)
    assert [place.letter_id for place in found] == [1, 2]
    assert found[1].left.endswith("over ")


def test_a_part_of_a_word_is_not_the_reading(session: Session) -> None:
    assert places(session, Replace("x", reading="elgi")) == []


def test_the_search_can_be_cancelled(session: Session) -> None:
    assert find_everywhere(session.store, READING, None, nothing, lambda: True) == []


def test_all_places_are_one_change_that_keeps_the_tags(session: Session) -> None:
    session.open_letter(2)
    assert session.letter is not None
    start = session.letter.text.index("Belgié")
    session.do(LABEL, operations.add_passage(Span(start, start + 6), "country", session.stamp(), "p"))
    found = places(session, READING)
    deltas = correct_everywhere(session.store, found, SUSPECT, session.stamp(), nothing)
    session.do_all(LABEL, deltas)
    assert session.letter.quote("p") == "België"
    assert "België" in session.letter_of(1).text
    assert session.letter.corrections[0].origin == "everywhere"
    session.undo()
    session.undo()
    assert session.letter.quote("p") == "Belgié"
    assert "Belgié" in session.letter_of(1).text
    session.store.flush()
    assert check(session.store.path) == []


def test_a_place_that_reads_otherwise_by_now_is_left_alone(session: Session) -> None:
    found = places(session, READING)
    session.open_letter(2)
    session.typed(0, 0, "En ")
    session.end_typing()
    deltas = correct_everywhere(session.store, found, SUSPECT, session.stamp(), nothing)
    assert set(deltas) == {1}


def test_plain_text_is_replaced_in_the_letters_wanted(session: Session) -> None:
    found = places(session, Replace("Holland", Find("belgie")))
    assert {place.letter_id for place in found} == {1, 2}
    found = places(session, Replace("Holland", Find("belgie"), letter_id=2))
    assert {place.letter_id for place in found} == {2}
    session.do_all(LABEL, correct_everywhere(session.store, found, None, session.stamp(), nothing))
    assert "Holland" in session.letter_of(2).text
    assert "Holland" not in session.letter_of(1).text


def test_an_expression_puts_its_groups_in_the_replacement(session: Session) -> None:
    found = places(session, Replace(r"\2\1", Find("(Bel)(gi.)", regular=True, match_case=True)))
    assert {place.after for place in found} == {"giéBel"}
    assert {place.before for place in found} == {"Belgié"}


def test_a_group_that_is_not_there_is_told(session: Session) -> None:
    with pytest.raises(UserError, match="group"):
        places(session, Replace(r"\7", Find("Belgi.", regular=True)))


def test_what_reads_so_already_is_no_place(session: Session) -> None:
    assert places(session, Replace("Belgié", Find("belgie"))) == []


def test_nothing_is_corrected_when_it_is_cancelled(session: Session) -> None:
    found = places(session, READING)
    assert correct_everywhere(session.store, found, SUSPECT, session.stamp(), nothing, lambda: True) == {}
