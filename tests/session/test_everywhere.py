"""The same reading in all letters: found, corrected as one change with its tags, undone as one."""

from __future__ import annotations

from annotator.core import operations
from annotator.core.messages import Message
from annotator.core.text import Span
from annotator.language.interface import Reason, Suspect
from annotator.session import Session
from annotator.session.everywhere import correct_everywhere, find_everywhere
from annotator.session.reviewing import Place
from annotator.storage.check import check

LABEL = Message("Test", "test")


def nothing(_done: int, _name: str) -> None:
    """Show no progress."""


def go_on() -> bool:
    return False


def asked_for(session: Session) -> Place:
    letter = session.letter_of(1)
    start = letter.text.index("Belgié")
    return Place(start, start + 6, "Belgié", Suspect(start, start + 6, "Belgié", "word", Reason("test")))


def test_every_letter_that_holds_the_reading_is_found(session: Session) -> None:
    found = find_everywhere(session.store, "Belgié", nothing, go_on)
    assert [place.letter_id for place in found] == [1, 2]
    assert found[1].left.endswith("over ")


def test_a_part_of_a_word_is_not_the_reading(session: Session) -> None:
    assert find_everywhere(session.store, "elgi", nothing, go_on) == []


def test_the_search_can_be_cancelled(session: Session) -> None:
    assert find_everywhere(session.store, "Belgié", nothing, lambda: True) == []


def test_all_places_are_one_change_that_keeps_the_tags(session: Session) -> None:
    session.open_letter(2)
    assert session.letter is not None
    start = session.letter.text.index("Belgié")
    session.do(LABEL, operations.add_passage(Span(start, start + 6), "country", session.stamp(), "p"))
    place = asked_for(session)
    found = find_everywhere(session.store, "Belgié", nothing, go_on)
    deltas = correct_everywhere(session.store, found, place, "België", session.stamp(), nothing)
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
    found = find_everywhere(session.store, "Belgié", nothing, go_on)
    session.open_letter(2)
    session.typed(0, 0, "En ")
    session.end_typing()
    deltas = correct_everywhere(session.store, found, asked_for(session), "België", session.stamp(), nothing)
    assert set(deltas) == {1}
