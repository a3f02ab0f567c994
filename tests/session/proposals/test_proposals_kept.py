"""What was proposed stands, on its words, until something is proposed for a letter as it reads now."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core import operations
from annotator.core.document import Letter
from annotator.core.history import Correction
from annotator.session import Session
from annotator.session.proposals.proposing_now import propose_now
from annotator.storage.check import check
from annotator.storage.store import Store
from tests.session.proposals.test_proposing import LABEL, path  # noqa: F401


@pytest.fixture
def session(path: Path) -> Iterator[Session]:  # noqa: F811
    """Return a session in which nobody makes proposals any more."""
    session = Session(Store.open(path, analyst="jan"), "jan")
    propose_now(session.store, [1, 2, 3])
    yield session
    session.close()


def shown(letter: Letter) -> list[tuple[object, ...]]:
    """Return what is proposed in a letter, each with its words."""

    def words(uid: str) -> str:
        return letter.text[slice(*letter.spans[uid])] if uid in letter.spans else ""

    held = (letter.sections, letter.passages, letter.values)
    return sorted((uid, words(uid)) for rows in held for uid, row in rows.items() if row.state == "proposed")


def in_file(session: Session, letter_id: int) -> list[tuple[object, ...]]:
    session.store.flush()
    return shown(session.store.reader.shown_letter(letter_id))


def correct(session: Session, before: str, after: str, *letter_ids: int) -> None:
    deltas = {}
    for letter_id in letter_ids:
        letter = session.store.reader.letter(letter_id)  # of letters in memory and not
        at = letter.text.index(before)
        made = Correction(at, at + len(before), before, after, "word", "everywhere")
        deltas[letter_id] = operations.correct(letter, (made,), session.stamp())
    assert session.do_all(LABEL, deltas)
    session.store.flush()


def test_in_letters_that_nobody_opened(session: Session) -> None:
    before = in_file(session, 2)
    assert len(before) > 6
    correct(session, "Hierbij ontvangt", "Hierbij dan ontvangt", 2, 3)
    assert in_file(session, 2) == before
    assert shown(session.letter_of(2)) == before
    assert not session.knows_proposals(2)


def test_in_letters_in_memory(session: Session) -> None:
    before = shown(session.letter_of(2))
    correct(session, "Hierbij ontvangt", "Hierbij dan ontvangt", 2, 3)
    assert shown(session.letter_of(2)) == before == in_file(session, 2)
    assert not session.knows_proposals(2)


def test_on_the_new_words_where_a_word_of_them_was_changed(session: Session) -> None:
    correct(session, "Kamerstuk 34 919", "Kamerstukken 34 919", 2)
    kept = {words for uid, words in shown(session.letter_of(2)) if "reference" in str(uid)}
    assert in_file(session, 2) == shown(session.letter_of(2))
    assert any(str(words).startswith("Kamerstukken 34 919") for words in kept)


def test_across_undo_and_redo(session: Session) -> None:
    before = in_file(session, 2)
    correct(session, "Hierbij ontvangt", "Hierbij dan ontvangt", 2, 3)
    for step in (session.undo, session.undo, session.redo, session.redo):  # the first asks: other letters
        step()
        assert in_file(session, 2) == before


def test_with_why_after_a_new_start(session: Session, path: Path) -> None:  # noqa: F811
    correct(session, "Hierbij ontvangt", "Hierbij dan ontvangt", 2)
    session.close()
    again = Session(Store.open(path, analyst="jan"), "jan")
    proposed = shown(again.letter_of(2))
    assert proposed and {uid for uid, _ in proposed} <= again.proposals_of(2).reasons.keys()
    again.close()
    session.store = Store.open(path, analyst="jan")


def test_what_is_decided_meanwhile_is_proposed_no_more(session: Session) -> None:
    correct(session, "Hierbij ontvangt", "Hierbij dan ontvangt", 2)
    letter = session.letter_of(2)
    uid = next(uid for uid, value in letter.values.items() if value.state == "proposed")
    before = len(in_file(session, 2))
    session.do_all(LABEL, {2: operations.confirm_value(letter, uid, session.stamp())})
    assert in_file(session, 2) == shown(session.letter_of(2))
    assert len(in_file(session, 2)) == before - 1


def test_a_passage_without_a_word_left_goes(session: Session) -> None:
    letter = session.letter_of(2)
    uid = next(uid for uid in letter.passages)
    words = letter.text[slice(*letter.spans[uid])]
    counts = session.store.reader.open_counts(2)
    correct(session, words, "", 2)
    left = session.store.reader.open_counts(2)
    assert counts is not None and left is not None and left.passages < counts.passages
    assert uid not in dict(in_file(session, 2))  # type: ignore[arg-type]
    assert in_file(session, 2) == shown(session.letter_of(2))


def test_once_made_anew_they_take_the_place_of_those_kept(session: Session) -> None:
    correct(session, "Hierbij ontvangt", "Hierbij dan ontvangt", 2)
    assert propose_now(session.store, [1, 2, 3]) == 1
    again = Session(session.store, "jan")
    again.letter_of(2)
    assert again.knows_proposals(2)


def test_file_and_memory_agree_and_all_is_within_the_text_whatever_is_changed(session: Session) -> None:
    chance = random.Random(5)
    session.open_letter(2)
    for _ in range(80):
        letter = session.letter_of(2)
        if chance.random() < 0.2:
            session.undo()
        else:
            corrections, at = [], chance.randrange(200)
            while at < len(letter.text) and len(corrections) < 4:
                end = min(len(letter.text), at + chance.choice((0, 1, 7, 40)))
                after = chance.choice(("", "x", "woord ", "twee woorden\nen een regel "))
                if (end > at or after) and len(letter.text) > 400:
                    before = letter.text[at:end]
                    corrections.append(Correction(at, end, before, after, "word", "everywhere"))
                at = end + chance.randrange(1, 300)
            if not corrections:
                continue
            session.do(LABEL, operations.correct(letter, corrections, session.stamp()))
        now = session.letter_of(2)
        assert all(0 <= span.start <= span.end <= len(now.text) for span in now.spans.values())
        assert in_file(session, 2) == shown(now)
    assert check(session.store.path) == []
