"""Tags are learnt from what was decided: proposed, explained, unlearnt, switched off, told apart."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotator.core import operations
from annotator.core.document import Letter, Passage
from annotator.session.proposals.proposing import Proposing
from annotator.session.tags.kept import LEARNT, LEARNT_KEY
from annotator.session.tags.learning import TagLearning, learnt_tags
from annotator.session.transfer.passage_export import passages_csv
from annotator.storage.passage_table import PassageQuery
from annotator.structure.tags.model import TagModel
from tests.session.lanes import Lane
from tests.session.proposals.test_proposing import AtOnce
from tests.session.tags.making import LABEL, TAG, project_of_letters, tag_letter, text_of

LEARNT_FROM = 12


class Desk:
    """A session with proposals and learning, whose background work is waited for."""

    def __init__(self, path: Path, bound: float = 0.8) -> None:
        self.lane = Lane(path)
        self.session = self.lane.session
        Proposing(self.session, AtOnce(), lambda call: call())
        self.learning = TagLearning(
            self.session, self.lane.operations, AtOnce(), self.lane.session._post, lambda: bound
        )

    def learn(self) -> None:
        """Have the models brought up to date."""
        told: list[bool] = []
        self.learning.learnt.connect(lambda _: told.append(True))
        self.learning.look()
        self.lane.until(lambda: told and not self.learning._is_at_work)
        self.lane.settle()

    def letter(self, letter_id: int) -> Letter:
        self.session.open_letter(letter_id)
        self.lane.settle()
        assert self.session.letter is not None
        return self.session.letter

    def proposed(self, letter_id: int) -> list[Passage]:
        rows = self.letter(letter_id).passages.values()
        return [row for row in rows if row.tag == TAG and row.state == "proposed"]

    def quotes(self, letter_id: int) -> list[str]:
        letter = self.letter(letter_id)
        return [
            " ".join(letter.quote(row.uid).split())
            for row in letter.passages.values()
            if row.tag == TAG and row.state == "proposed"
        ]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(project_of_letters(tmp_path, 30))
    yield desk
    assert desk.lane.close() == []


@pytest.fixture
def taught(desk: Desk) -> Desk:
    for letter_id in range(1, LEARNT_FROM + 1):
        tag_letter(desk.session, letter_id)
    desk.learn()
    return desk


def model(desk: Desk) -> TagModel:
    [found] = [one for one in learnt_tags(desk.session.store.reader) if one.tag == TAG]
    return found


def test_what_was_tagged_in_some_letters_is_proposed_in_others(taught: Desk) -> None:
    found = {letter_id: taught.quotes(letter_id) for letter_id in range(20, 30)}
    assert found == {letter_id: [text_of(letter_id)[1]] for letter_id in range(20, 30)}


def test_nothing_is_proposed_before_there_is_enough_to_learn_from(desk: Desk) -> None:
    for letter_id in range(1, 8):
        tag_letter(desk.session, letter_id)
    desk.learn()
    assert desk.proposed(20) == []
    tag_letter(desk.session, 8)
    desk.learn()
    assert desk.proposed(20) != []


def test_a_proposal_says_which_words_spoke_for_it(taught: Desk) -> None:
    [row] = taught.proposed(20)
    code, params = taught.session.proposals_of(20).reasons[row.uid]
    assert code == "learnt"
    assert "voorstel" in params["phrase"]


def test_what_was_learnt_says_how_well_it_does(taught: Desk) -> None:
    found = model(taught)
    assert (found.examples, found.turned_down, found.proposes) == (LEARNT_FROM, 0, True)
    assert found.precision >= 0.8
    assert found.recall >= 0.5


def test_the_same_decisions_make_the_same_model(taught: Desk, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = Desk(project_of_letters(tmp_path / "other", 30))
    for letter_id in range(1, LEARNT_FROM + 1):
        tag_letter(other.session, letter_id)
    other.learn()
    assert other.session.store.reader.setting(LEARNT) == taught.session.store.reader.setting(LEARNT) != "[]"
    other.lane.close()


def test_undoing_a_decision_unlearns_it(taught: Desk) -> None:
    before = taught.session.store.reader.setting(LEARNT)
    tag_letter(taught.session, 13)
    taught.learn()
    assert taught.session.store.reader.setting(LEARNT) != before
    assert taught.session.undo() is not None
    taught.learn()
    assert taught.session.store.reader.setting(LEARNT) == before


def test_what_nobody_confirms_any_more_is_proposed_no_more(taught: Desk) -> None:
    for letter_id in range(14, 30):
        for row in taught.proposed(letter_id):
            taught.session.do(LABEL, operations.remove_passage(taught.letter(letter_id), row.uid))
        taught.learn()
    assert taught.proposed(30) == []
    assert not model(taught).proposes


def test_a_higher_bound_is_learnt_for_anew(taught: Desk) -> None:
    tag_letter(taught.session, 13)
    taught.learn()
    strict = TagLearning(taught.session, taught.lane.operations, AtOnce(), taught.session._post, lambda: 0.99)
    taught.learning = strict
    taught.learn()
    assert not model(taught).proposes
    assert taught.proposed(20) == []


def test_a_tag_that_is_switched_off_is_not_proposed_and_comes_back(taught: Desk) -> None:
    assert taught.proposed(20)
    taught.learning.switch(TAG, on=False)
    taught.learn()
    assert taught.proposed(20) == []
    assert model(taught).examples == LEARNT_FROM
    taught.learning.switch(TAG, on=True)
    taught.learn()
    assert taught.proposed(20)


def test_switching_off_takes_away_what_waits_in_letters_that_are_not_open(taught: Desk) -> None:
    taught.proposed(20)
    taught.proposed(21)
    taught.learning.switch(TAG, on=False)
    assert waiting(taught) == []


def waiting(desk: Desk) -> list[Any]:
    reader = desk.session.store.reader
    rows = reader.passage_rows(reader.passage_ids(PassageQuery(tag=TAG, state="proposed")))
    return [row for row in rows if row.origin == "learnt"]


def test_what_was_proposed_can_be_told_from_what_a_person_tagged(taught: Desk) -> None:
    [row] = taught.proposed(20)
    assert row.origin == "learnt"
    letter = taught.letter(20)
    taught.session.do(LABEL, operations.confirm_passage(letter, row.uid, taught.session.stamp()))
    taught.lane.settle()
    reader = taught.session.store.reader
    rows = reader.passage_rows(reader.passage_ids(PassageQuery(tag=TAG, state="confirmed")))
    told = {each.letter_id: (each.origin, each.analyst) for each in rows}
    assert told[20] == ("learnt", "jan")
    assert told[1] == ("", "jan")
    assert ",confirmed,jan,learnt," in passages_csv(rows)


def test_another_tag_on_a_proposal_is_the_persons_own(taught: Desk) -> None:
    [row] = taught.proposed(20)
    taught.session.do(
        LABEL, operations.retag_passage(taught.letter(20), row.uid, "decision", taught.session.stamp())
    )
    [own] = [each for each in taught.letter(20).passages.values() if each.tag == "decision"]
    assert (own.origin, own.state) == ("", "confirmed")


def test_what_is_tagged_while_it_learns_is_learnt_next(taught: Desk) -> None:
    key = taught.session.store.reader.setting(LEARNT_KEY)
    taught.learning.look()
    tag_letter(taught.session, 13)
    taught.learn()
    assert model(taught).examples == LEARNT_FROM + 1
    assert taught.session.store.reader.setting(LEARNT_KEY) != key


def test_models_that_are_damaged_are_left_out(taught: Desk) -> None:
    from annotator.storage.project import save_setting

    taught.session.store.do(lambda connection: save_setting(connection, LEARNT, "[{}]"))
    taught.session.take_learnt("other", "[{}]")
    assert taught.proposed(25) == []


def test_what_was_learnt_can_be_looked_over_by_itself(taught: Desk) -> None:
    taught.proposed(20)
    taught.proposed(21)
    reader = taught.session.store.reader
    rows = reader.passage_rows(reader.passage_ids(PassageQuery(state="learnt")))
    assert {(row.letter_id, row.tag, row.origin) for row in rows} >= {
        (20, TAG, "learnt"),
        (21, TAG, "learnt"),
    }
    assert {row.origin for row in rows} == {"learnt"}
