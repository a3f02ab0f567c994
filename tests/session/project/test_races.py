"""Every kind of edit, while the project is changed under it: nothing is lost, nothing lands elsewhere."""

from __future__ import annotations

import random
import re
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.core import operations
from annotator.core.codebook_toml import read_codebook
from annotator.core.document import Letter
from annotator.core.messages import Message
from annotator.core.text import Span
from annotator.core.user_errors import UserError
from annotator.resources import resource_path
from annotator.session import UndoQuestion
from annotator.session.codebook.editing import Around, EntryId, Wanted
from annotator.session.codebook.operations import changing
from annotator.session.project.operations import Edit, Outcome, Running
from annotator.session.project.refusals import HELD
from annotator.session.proposals.bulk import decide_on_passages, decide_on_values, deciding, passages_of
from annotator.session.proposals.proposing import Proposing, ProposingForAll
from annotator.session.search.everywhere import Replace, find_everywhere, replacing
from annotator.session.suspects.learnt_state import distrust
from annotator.session.suspects.suspect_scan import LookingOver
from annotator.session.suspects.suspecting import Suspecting
from annotator.session.transfer.importing import ImportedFile, ImportStep, import_paths
from annotator.session.words.review_words import places_of
from annotator.session.words.sure_words import sure_of, sure_words
from annotator.session.words.word_decisions import ALWAYS, CORRECT, HERE, Decision, overview, work_out
from annotator.storage.passage_table import PassageQuery
from annotator.storage.store import Store
from tests.session.lanes import LONGEST, Asked, Lane, ask
from tests.session.proposals.test_proposing import REPORT, AtOnce

LABEL = Message("Test", "test")
# Only the odd ones are ticked. What is typed here are x's, so that the next letter tells which one it was.
MARKED = "\nDe brief van Belgié en Italig.\n" + " Irak (odd) en Irak (even);" * 4 + "\n"
EVEN_CORRECTED = re.compile(r"Iraq[^A-Za-wyz]*e")


@pytest.fixture
def lane(tmp_path: Path) -> Lane:
    """A session on three letters with proposals, suspects, tags and a verdict."""
    paths = [tmp_path / f"{number}.txt" for number in (1, 2, 3)]
    for path in paths:
        path.write_text(REPORT + MARKED + path.name + "\n", encoding="utf-8")
    book = read_codebook(resource_path("codebooks/kamerbrieven.toml"))
    with Store.create(tmp_path / "p.kant", book, "jan") as store:
        import_paths(store, paths, "jan")
    lane = Lane(tmp_path / "p.kant")
    session = lane.session
    for letter_id in (1, 2, 3):
        session.open_letter(letter_id)
        tag(lane, "Belgié", f"b{letter_id}")
        span = _span(session.letter_of(letter_id), "Italig")
        session.do(LABEL, operations.judge(span, "Italig", "always", "", session.stamp()))
    lane.settle()
    for_all = ProposingForAll(session, Proposing(session, AtOnce(), lambda call: call()), AtOnce())
    for_all.start()
    LookingOver(session, Suspecting(session, AtOnce(), lambda call: call()), AtOnce()).start()
    lane.settle()
    session.open_letter(1)
    return lane


def _span(letter: Letter, words: str) -> Span:
    start = letter.text.index(words)
    return Span(start, start + len(words))


def tag(lane: Lane, words: str, uid: str) -> None:
    assert lane.session.letter is not None
    span = _span(lane.session.letter, words)
    lane.session.do(LABEL, operations.add_passage(span, "country", lane.session.stamp(), uid))


# --- the kinds of edits ----------------------------------------------------------------------------------


def replace_everywhere(lane: Lane) -> Edit[Any]:
    found = find_everywhere(
        lane.session.store, Replace("Iraq", reading="Irak"), None, lambda n, name: None, lambda: False
    )
    odd = [place for place in found if place.right.startswith(" (odd)")]
    assert len(odd) == 12
    return replacing(Replace("Iraq", reading="Irak"), odd, lane.session.states.now)


def confirm_values(lane: Lane) -> Edit[Any]:
    values = {
        letter_id: {value.field for value in lane.session.letter_of(letter_id).values.values()}
        for letter_id in (1, 2, 3)
    }
    return deciding(decide_on_values, values, turn_down=False)


def turn_passages_down(lane: Lane) -> Edit[Any]:
    with lane.session.store.open_reader() as reader:
        ids = reader.passage_ids(PassageQuery())
        wanted = passages_of(reader, ids)
    assert wanted
    return deciding(decide_on_passages, wanted, turn_down=True)


def merge_tags(lane: Lane) -> Edit[Any]:
    return changing(Wanted("merge", EntryId("passage", "country"), other="person"), Around("en"))


def decide_word(verdict: str) -> Callable[[Lane], Edit[Any]]:
    def make(lane: Lane) -> Edit[Any]:
        store = lane.session.store
        words = overview(store, lambda n, name: None, lambda: False).words.words
        word = next(word for word in words if word.reading == "Belgié")
        places = tuple(places_of(store, word))
        made = Decision(word, places, (), lane.session.states.now, verdict, "België")

        def work(at: Any) -> Outcome[Any]:
            found = work_out(at.store, made, at.past, at.stamp, lambda n, name: None)
            return Outcome(found, found.deltas)

        return Edit(lambda outcome: made.label(outcome.told.count), work)

    return make


def correct_sure_words(lane: Lane) -> Edit[Any]:
    store = lane.session.store
    words = overview(store, lambda n, name: None, lambda: False).words.words
    asked = sure_words(store, sure_of(words), lane.session.states.now)

    def work(at: Any) -> Outcome[Any]:
        found = asked.work_out(at.store, at.past, at.stamp, lambda n, name: None)
        return Outcome(found, found.deltas)

    return Edit(lambda outcome: asked.label(outcome.told.count), work)


def take_word_out(lane: Lane) -> Edit[Any]:
    return Edit(lambda _: LABEL, lambda at: Outcome(None, distrust(at.store, "Italig")))


KINDS: dict[str, Callable[[Lane], Edit[Any]]] = {
    "replace everywhere": replace_everywhere,
    "confirm values": confirm_values,
    "turn passages down": turn_passages_down,
    "merge tags": merge_tags,
    "correct a word": decide_word(CORRECT),
    "a word is right here": decide_word(HERE),
    "a word is always right": decide_word(ALWAYS),
    "correct sure words": correct_sure_words,
    "take a word out": take_word_out,
}


# --- what happens meanwhile ------------------------------------------------------------------------------


class Analyst:
    """Changes the project at random: keys, tags, undo, redo, other letters, a removal."""

    def __init__(self, lane: Lane, seed: int) -> None:
        self.lane, self.chance, self.letters, self.tags = lane, random.Random(seed), [1, 2, 3], 0

    def act(self) -> None:
        """Do something; it may be refused only while the project is held."""
        acts = [self._type] * 4 + [self._tag, self._undo, self._undo, self._redo, self._open, self._remove]
        try:
            self.chance.choice(acts)()
        except UserError as problem:
            assert problem.message is HELD, problem
            assert self.lane.session.is_held

    def _type(self) -> None:
        session = self.lane.session
        assert session.letter is not None
        at = self.chance.randrange(len(session.letter.text))
        for _ in range(self.chance.randrange(1, 4)):
            if self.chance.random() < 0.7:
                session.typed(at, at, "x")
                at += 1
            else:
                session.typed(at, at + 1, "")
            if self.chance.random() < 0.5:
                session.flush_typing()

    def _tag(self) -> None:
        session = self.lane.session
        assert session.letter is not None
        self.tags += 1
        start = self.chance.randrange(len(session.letter.text) - 20)
        row = operations.add_passage(Span(start, start + 10), "person", session.stamp(), f"new{self.tags}")
        session.do(LABEL, row)

    def _undo(self) -> None:
        if isinstance(self.lane.session.undo(), UndoQuestion):
            self.lane.session.undo()

    def _redo(self) -> None:
        if isinstance(self.lane.session.redo(), UndoQuestion):
            self.lane.session.redo()

    def _open(self) -> None:
        self.lane.session.open_letter(self.chance.choice(self.letters))

    def _remove(self) -> None:
        session = self.lane.session
        gone = self.chance.choice(self.letters)
        if len(self.letters) == 3 and gone != session.letter_id:
            session.remove_letters([gone])
            self.letters.remove(gone)


def texts(lane: Lane, letters: list[int]) -> dict[int, str]:
    return {letter_id: lane.session.letter_of(letter_id).text for letter_id in letters}


def undo_all(lane: Lane) -> int:
    count = 0
    while (answer := lane.session.undo()) is not None:
        count += not isinstance(answer, UndoQuestion)
    return count


def require_whole(lane: Lane, analyst: Analyst, first: dict[int, Letter]) -> None:
    """Require that the file has what memory has, and that undo and redo lead back and forth."""
    session = lane.session
    lane.settle()
    assert session.save_state.state == "saved"
    last = texts(lane, analyst.letters)
    with session.store.open_reader() as reader:
        assert {one: reader.letter(one).text for one in analyst.letters} == last
    for text in last.values():
        assert not EVEN_CORRECTED.search(text)
    steps = undo_all(lane)
    for letter_id in analyst.letters:
        letter = session.letter_of(letter_id)
        assert letter.text == first[letter_id].text
        assert not letter.passages or all(row.state == "proposed" for row in letter.passages.values())
    for _ in range(steps):
        if isinstance(session.redo(), UndoQuestion):
            session.redo()
    assert texts(lane, analyst.letters) == last
    assert lane.close() == []


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("kind", KINDS)
def test_an_edit_and_whatever_happens_meanwhile(lane: Lane, kind: str, seed: int) -> None:
    edit = KINDS[kind](lane)
    first = {letter_id: lane.session.letter_of(letter_id) for letter_id in (1, 2, 3)}
    analyst = Analyst(lane, seed)
    asked = ask(lane, edit)
    while lane.computed_or(lambda: asked.is_told):
        for _ in range(analyst.chance.randrange(4)):
            analyst.act()
        lane.let_go()
    assert asked.error is None
    assert asked.outcome is not None
    assert lane.runs <= 3
    for _ in range(3):
        analyst.act()
    require_whole(lane, analyst, first)


@pytest.mark.parametrize("kind", KINDS)
def test_an_edit_that_nothing_disturbs_changes_something(lane: Lane, kind: str) -> None:
    asked = ask(lane, KINDS[kind](lane))
    lane.let_go()
    lane.until(lambda: asked.is_told)
    assert asked.changed
    assert asked.outcome is not None and asked.outcome.gone == 0
    assert lane.close() == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_project_that_is_closed_while_an_edit_runs_is_whole(lane: Lane, kind: str) -> None:
    first = texts(lane, [1, 2, 3])
    asked = ask(lane, KINDS[kind](lane))
    lane.wait_until_computed()
    analyst = Analyst(lane, 0)
    analyst._type()
    typed = texts(lane, [1, 2, 3])
    lane.let_go(3)
    assert lane.close() == []
    assert asked.stopped and asked.outcome is None
    with Store.open(lane.path, read_only=True) as store:
        assert {one: store.reader.letter(one).text for one in (1, 2, 3)} == typed
    assert typed != first


@pytest.mark.parametrize("seed", range(6))
def test_a_removal_and_undo_at_once(lane: Lane, seed: int) -> None:
    first = {letter_id: lane.session.letter_of(letter_id) for letter_id in (1, 2, 3)}
    analyst, ended = Analyst(lane, seed), Asked()
    for _ in range(3):
        analyst._type()
    gone = analyst.chance.choice([one for one in (1, 2, 3) if one != lane.session.letter_id])
    lane.session.remove_letters([gone], done=ended.stop, failed=ended.failed)
    analyst.letters.remove(gone)
    for _ in range(6):
        analyst.chance.choice((analyst._undo, analyst._redo, analyst._type, analyst._open))()
    lane.until(lambda: ended.is_told)
    assert ended.error is None
    require_whole(lane, analyst, first)


def test_a_ticked_place_is_followed_though_the_same_word_comes_to_stand_where_it_was(lane: Lane) -> None:
    edit = replace_everywhere(lane)
    asked = ask(lane, edit)
    lane.wait_until_computed()
    before = lane.session.letter_of(1).text
    at = before.index("Irak (odd)") - 2
    # Taken away in front of them: an even one stands now where each odd one was found.
    lane.session.typed(at - len("Irak (odd) en "), at, "")
    after = lane.session.letter_of(1).text
    start = before.index("Irak (odd)")
    assert after[start:].startswith("Irak (even)")
    lane.let_go(3)
    lane.until(lambda: asked.is_told)
    text = lane.session.letter_of(1).text
    assert text.count("Iraq (odd)") == 4
    assert text.count("Irak (even)") == 4
    assert lane.close() == []


def test_an_import_goes_on_beside_all_else_and_ends_with_the_project(lane: Lane, tmp_path: Path) -> None:
    paths = []
    for number in range(4, 124):
        paths.append(tmp_path / f"{number}.txt")
        paths[-1].write_text(REPORT + f"{number}\n", encoding="utf-8")
    asked, some_came, analyst = Asked(), threading.Event(), Analyst(lane, 1)

    def work(running: Running) -> list[ImportedFile]:
        def told(step: ImportStep) -> None:
            if step.done == 60:  # the first fifty are in the file
                some_came.set()
                lane.wait_for_leave()

        return import_paths(lane.session.store, paths, "jan", told, running.is_cancelled)

    lane.operations.run(work, asked.answered, asked.failed, asked.stop)
    assert some_came.wait(LONGEST)
    for _ in range(8):
        analyst.act()
    last = texts(lane, analyst.letters)
    lane.let_go()
    assert lane.close() == []
    assert asked.stopped and asked.answer is None
    with Store.open(lane.path, read_only=True) as store:
        assert {one: store.reader.letter(one).text for one in analyst.letters} == last
        assert len(store.reader.letter_ids()) >= 50
