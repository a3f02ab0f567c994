"""Proposals in a project: shown, confirmed, turned down, made anew; never a change, never over a decision."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from annotator.core import operations
from annotator.core.codebook_toml import read_codebook
from annotator.core.document import Letter
from annotator.core.history import Correction
from annotator.core.messages import Message
from annotator.core.text import Span
from annotator.resources import resource_path
from annotator.session import Session
from annotator.session.proposals.proposing import Proposing, ProposingForAll
from annotator.session.transfer.importing import import_paths
from annotator.storage.check import check
from annotator.storage.store import Store

LABEL = Message("Test", "test")
REPORT = """Hierbij ontvangt u het verslag van de bijeenkomst van ministers op 3 en 4 mei 2021 in
Lissabon, waar werd gesproken over de stand van zaken (Kamerstuk 28 676, nr. 347).

Vervolg

Uw Kamer ontvangt de uitkomsten voor de zomer van 2021. Daarmee is dit onderwerp
voorlopig afgerond en kan de aandacht naar andere zaken (Kamerstuk 34 919, nr. 71).

Belgié en de rest

Het overleg met Belgié wordt voortgezet in het najaar en daarna komt het tot een slot.

De Minister van Defensie,
A.B. de Vries
"""


class AtOnce:
    """Runs a job at once, in this process."""

    def submit(
        self,
        key: str,
        function: Callable[..., Any],
        *args: Any,
        done: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        timeout: float = 0,
        urgent: bool = False,
    ) -> None:
        answer = function(*args)
        if done is not None:
            done(answer)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    for number in (1, 2, 3):
        (tmp_path / f"{number}.txt").write_text(REPORT + "x\n" * number, encoding="utf-8")
    path = tmp_path / "p.kant"
    with Store.create(path, read_codebook(resource_path("codebooks/kamerbrieven.toml")), "jan") as store:
        import_paths(store, [tmp_path / f"{number}.txt" for number in (1, 2, 3)], "jan")
    return path


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    session = Session(Store.open(path, analyst="jan"), "jan")
    Proposing(session, AtOnce(), lambda call: call())
    session.open_letter(1)
    yield session
    session.close()


def letter_of(session: Session) -> Letter:
    assert session.letter is not None
    return session.letter


def section(session: Session, heading: str) -> str:
    letter = letter_of(session)
    return next(uid for uid in letter.sections if uid in letter.spans and letter.quote(uid) == heading)


def value(session: Session, field: str, position: int = 0) -> Any:
    return next((v for v in letter_of(session).values_of(field) if v.position == position), None)


def passage(session: Session, tag: str) -> str:
    return next(p.uid for _, p in letter_of(session).placed_passages() if p.tag == tag)


def rows(session: Session, query: str) -> list[tuple[Any, ...]]:
    session.store.flush()
    with closing(sqlite3.connect(session.store.path)) as conn:
        return conn.execute(query).fetchall()


def correct(session: Session, before: str, after: str) -> None:
    letter = letter_of(session)
    start = letter.text.index(before)
    made = Correction(start, start + len(before), before, after, "word", "suggestion")
    session.do(LABEL, operations.correct(letter, (made,), session.stamp()))


# --- shown ------------------------------------------------------------------------------------------------


def test_an_opened_letter_shows_what_is_proposed(session: Session) -> None:
    letter = letter_of(session)
    outline = [(placed.section.tag, placed.section.state) for placed in letter.placed_sections()]
    assert outline == [
        ("introduction", "proposed"),
        ("topic", "proposed"),
        ("topic", "proposed"),
        ("signature", "proposed"),
    ]
    assert letter.placed_sections()[0].start == 0
    assert value(session, "signatory.name").shown == "A.B. de Vries"
    assert value(session, "signatory.name").state == "proposed"
    assert {passage.tag for passage in letter.passages.values()} >= {"reference", "commitment", "date"}


def test_proposals_are_no_changes(session: Session) -> None:
    assert rows(session, "SELECT * FROM change") == []
    assert session.undo() is None


def test_the_files_views_show_them_with_their_state(session: Session) -> None:
    sections = rows(
        session, 'SELECT tag, state, start, "end" FROM sections WHERE letter_id = 1 ORDER BY position'
    )
    placed = letter_of(session).placed_sections()
    assert sections == [(p.section.tag, "proposed", p.start, p.end) for p in placed]
    found = rows(session, "SELECT value, state FROM form_values WHERE letter_id = 1 AND field = 'reference'")
    assert sorted(found) == [("28676/347", "proposed"), ("34919/71", "proposed")]
    quotes = rows(session, "SELECT quote FROM passages WHERE letter_id = 1 AND tag = 'commitment'")
    assert quotes == [("Uw Kamer ontvangt de uitkomsten voor de zomer van 2021.",)]
    assert check(session.store.path) == []


def test_a_letter_in_the_file_has_none(session: Session) -> None:
    session.store.flush()
    stored = session.store.reader.letter(1)
    assert not stored.passages
    assert not stored.values
    assert len(stored.sections) == 1


def test_they_are_kept(path: Path, session: Session) -> None:
    before = letter_of(session)
    session.close()
    again = Session(Store.open(path, analyst="jan"), "jan")
    again.open_letter(1)
    assert letter_of(again).sections.keys() == before.sections.keys()
    assert letter_of(again).values == before.values
    again.close()
    session.store = Store.open(path, analyst="jan")


def test_those_of_another_engine_are_not_taken(session: Session) -> None:
    session.store.flush()
    assert session.store.reader.proposals(1, "another") is None


# --- confirmed and edited ---------------------------------------------------------------------------------


def test_confirming_a_section_is_a_change(session: Session) -> None:
    uid = section(session, "Vervolg")
    session.do(LABEL, operations.confirm_section(letter_of(session), uid, session.stamp()))
    letter = letter_of(session)
    states = {letter.quote(s): row.state for s, row in letter.sections.items() if s in letter.spans}
    assert states == {"Vervolg": "confirmed", "Belgié en de rest": "proposed"}
    assert letter.sections[section(session, "Vervolg")].analyst == "jan"
    session.store.flush()
    assert len(session.store.reader.letter(1).sections) == 2
    assert check(session.store.path) == []
    session.undo()
    assert letter_of(session).sections[section(session, "Vervolg")].state == "proposed"
    session.redo()
    assert letter_of(session).sections[section(session, "Vervolg")].state == "confirmed"


def test_confirming_the_first_section_takes_the_bare_one(session: Session) -> None:
    first = letter_of(session).placed_sections()[0].section
    session.do(LABEL, operations.confirm_section(letter_of(session), first.uid, session.stamp()))
    session.store.flush()
    [stored] = session.store.reader.letter(1).sections.values()
    assert (stored.tag, stored.state) == ("introduction", "confirmed")
    assert rows(session, "SELECT count(*) FROM sections WHERE letter_id = 1") == [(4,)]


def test_a_section_of_another_level_is_confirmed(session: Session) -> None:
    uid = section(session, "Belgié en de rest")
    session.do(LABEL, operations.change_section(letter_of(session), uid, session.stamp(), level=2))
    changed = letter_of(session).sections[section(session, "Belgié en de rest")]
    assert (changed.level, changed.state, changed.tag) == (2, "confirmed", "topic")


def test_a_heading_confirms_its_section(session: Session) -> None:
    uid = section(session, "Vervolg")
    start = letter_of(session).spans[uid].start
    session.do(LABEL, operations.set_heading(letter_of(session), uid, Span(start, start + 4)))
    changed = letter_of(session).sections[section(session, "Verv")]
    assert changed.state == "confirmed"
    assert check(session.store.path) == []


def test_an_edited_value_stays_what_the_analyst_typed(session: Session) -> None:
    held = value(session, "subject")
    letter = letter_of(session)
    place = letter.spans[held.uid]
    session.do(LABEL, operations.set_value(letter, "subject", 0, "Iets", "Iets", place, session.stamp()))
    assert value(session, "subject").value == "Iets"
    assert value(session, "subject").state == "confirmed"
    assert letter_of(session).spans[value(session, "subject").uid] == place
    correct(session, "Belgié en", "België en")
    assert [v.value for v in letter_of(session).values_of("subject")] == ["Iets"]


def test_an_edited_one_of_several_is_not_proposed_again(session: Session) -> None:
    letter = letter_of(session)
    at = value(session, "reference", 1)
    session.do(
        LABEL,
        operations.set_value(letter, "reference", 1, "34919/72", "34 919, nr. 72", None, session.stamp()),
    )
    assert at.value == "34919/71"
    found = {v.value: v.state for v in letter_of(session).values_of("reference")}
    assert found == {"28676/347": "proposed", "34919/72": "confirmed"}


def test_what_is_typed_into_an_empty_field_is_not_overwritten(path: Path) -> None:
    session = Session(Store.open(path, analyst="jan"), "jan")
    session.open_letter(1)
    session.do(
        LABEL, operations.set_value(letter_of(session), "subject", 0, "Eigen", "Eigen", None, session.stamp())
    )
    Proposing(session, AtOnce(), lambda call: call()).catch_up()
    assert [(v.value, v.state) for v in letter_of(session).values_of("subject")] == [("Eigen", "confirmed")]
    session.close()


# --- turned down ------------------------------------------------------------------------------------------


def test_a_passage_that_was_turned_down_does_not_come_back(session: Session) -> None:
    uid = passage(session, "commitment")
    session.do(LABEL, operations.remove_passage(letter_of(session), uid))
    assert "commitment" not in {p.tag for p in letter_of(session).passages.values()}
    correct(session, "Belgié en", "België en")
    assert "commitment" not in {p.tag for p in letter_of(session).passages.values()}
    session.undo()
    session.undo()
    assert "commitment" in {p.tag for p in letter_of(session).passages.values()}


def test_turning_down_survives_a_restart(path: Path, session: Session) -> None:
    session.do(LABEL, operations.remove_passage(letter_of(session), passage(session, "commitment")))
    session.close()
    again = Session(Store.open(path, analyst="jan"), "jan")
    Proposing(again, AtOnce(), lambda call: call())
    again.open_letter(1)
    assert "commitment" not in {p.tag for p in letter_of(again).passages.values()}
    assert rows(again, "SELECT count(*) FROM passages WHERE letter_id = 1 AND tag = 'commitment'") == [(0,)]
    again.close()
    session.store = Store.open(path, analyst="jan")


def test_a_merged_section_is_not_proposed_again(session: Session) -> None:
    session.do(LABEL, operations.merge_section(letter_of(session), section(session, "Vervolg")))
    headings = [
        letter_of(session).quote(uid)
        for uid in letter_of(session).sections
        if uid in letter_of(session).spans
    ]
    assert headings == ["Belgié en de rest"]
    assert check(session.store.path) == []


def test_a_removed_value_is_not_proposed_again(session: Session) -> None:
    letter = letter_of(session)
    session.do(LABEL, operations.remove_value(letter, value(session, "reference", 0).uid))
    assert [v.value for v in letter_of(session).values_of("reference")] == ["34919/71"]


def test_what_was_confirmed_and_then_removed_is_not_proposed_again(session: Session) -> None:
    letter = letter_of(session)
    held = value(session, "subject")
    session.do(
        LABEL, operations.set_value(letter, "subject", 0, held.value, held.shown, None, session.stamp())
    )
    session.do(LABEL, operations.remove_value(letter_of(session), value(session, "subject").uid))
    assert letter_of(session).values_of("subject") == []


def test_another_tag_for_a_passage_is_not_doubled(session: Session) -> None:
    uid = passage(session, "commitment")
    session.do(LABEL, operations.change_passage(letter_of(session), uid, tag="decision"))
    tags = [p.tag for p in letter_of(session).passages.values() if p.tag in ("commitment", "decision")]
    assert tags == ["decision"]


def test_an_outline_that_was_decided_on_gets_no_new_sections(session: Session) -> None:
    session.do(
        LABEL, operations.confirm_section(letter_of(session), section(session, "Vervolg"), session.stamp())
    )
    session.do(LABEL, operations.settle_outline(session.stamp()))
    assert [p.section.state for p in letter_of(session).placed_sections()] == ["proposed", "confirmed"]
    correct(session, "Belgié en de rest", "Frankrijk en de rest")
    assert len(letter_of(session).sections) == 2
    session.undo()
    session.undo()
    assert len(letter_of(session).sections) == 4


# --- made anew --------------------------------------------------------------------------------------------


def test_a_corrected_text_is_looked_at_anew(session: Session) -> None:
    correct(session, "Kamerstuk 34 919, nr. 71", "Kamerstuk 34 919, nr. 72")
    assert [v.value for v in letter_of(session).values_of("reference")] == ["28676/347", "34919/72"]
    assert check(session.store.path) == []


def test_what_is_typed_moves_what_is_proposed(path: Path, session: Session) -> None:
    was = letter_of(session).spans[passage(session, "commitment")]
    session.close()
    again = Session(Store.open(path, analyst="jan"), "jan")  # nobody makes proposals anew here
    again.open_letter(1)
    again.typed(0, 0, "a")
    again.flush_typing()
    again.typed(1, 1, "b")
    assert letter_of(again).spans[passage(again, "commitment")] == Span(was.start + 2, was.end + 2)
    again.close()
    session.store = Store.open(path, analyst="jan")


def test_undoing_a_correction_within_a_proposal(session: Session) -> None:
    correct(session, "Kamerstuk 34 919", "Kamerstuk 34 918")
    session.undo()
    assert [v.value for v in letter_of(session).values_of("reference")] == ["28676/347", "34919/71"]
    session.redo()
    assert [v.value for v in letter_of(session).values_of("reference")] == ["28676/347", "34918/71"]


def test_all_letters(session: Session) -> None:
    at_once = AtOnce()
    for_all = ProposingForAll(session, Proposing(session, at_once, lambda call: call()), at_once)
    progress: list[tuple[int, int]] = []
    ended: list[bool] = []
    for_all.progressed.connect(progress.append)
    for_all.finished.connect(ended.append)
    for_all.start()
    assert ended == [True]
    assert progress[-1] == (2, 2)
    session.store.flush()
    assert session.store.reader.count_to_propose(session.engine) == 0
    counts = session.store.reader.open_counts(3)
    assert counts is not None
    assert counts.sections == 4
    assert counts.missing == ("letter_date",)


def test_a_letter_that_cannot_be_read_keeps_nobody_from_the_others(session: Session) -> None:
    session.store.do(lambda conn: conn.execute("DELETE FROM letter_ocr WHERE letter_id = 2"))
    at_once = AtOnce()
    for_all = ProposingForAll(session, Proposing(session, at_once, lambda call: call()), at_once)
    ended: list[bool] = []
    for_all.finished.connect(ended.append)
    for_all.start()
    session.store.flush()
    assert ended == [True] and session.store.reader.open_counts(3) is not None


def test_whatever_is_done_memory_and_file_agree(session: Session) -> None:
    chance = random.Random(3)
    for _ in range(60):
        _do_something(session, chance)
        letter = letter_of(session)
        assert all(0 <= span.start <= span.end <= len(letter.text) for span in letter.spans.values())
    session.store.flush()
    stored = session.store.reader.letter(1)
    own = {uid: row for uid, row in letter_of(session).passages.items() if row.state == "confirmed"}
    assert dict(stored.passages) == own
    assert {uid: v for uid, v in letter_of(session).values.items() if v.state == "confirmed"} == dict(
        stored.values
    )
    shown = rows(session, "SELECT field, value, state FROM form_values WHERE letter_id = 1")
    assert sorted(shown) == sorted((v.field, v.value, v.state) for v in letter_of(session).values.values())
    assert check(session.store.path) == []


def _do_something(session: Session, chance: random.Random) -> None:
    letter, stamp = letter_of(session), session.stamp()
    match chance.randrange(8):
        case 0 if letter.sections:
            session.do(LABEL, operations.confirm_section(letter, chance.choice(list(letter.sections)), stamp))
        case 1 if letter.passages:
            session.do(LABEL, operations.remove_passage(letter, chance.choice(list(letter.passages))))
        case 2 if letter.values:
            held = letter.values[chance.choice(list(letter.values))]
            session.do(
                LABEL,
                operations.set_value(letter, held.field, held.position, held.value, held.shown, None, stamp),
            )
        case 3 if letter.values:
            session.do(LABEL, operations.remove_value(letter, chance.choice(list(letter.values))))
        case 4:
            session.undo()
        case 5:
            session.redo()
        case 6 if letter.sections:
            session.do(LABEL, operations.merge_section(letter, chance.choice(list(letter.sections))))
        case _:
            start = chance.randrange(len(letter.text) - 3)
            before = letter.text[start : start + chance.randrange(3)]
            made = Correction(
                start, start + len(before), before, chance.choice(["", "x", "De \n"]), "other", "typed"
            )
            session.do(LABEL, operations.correct(letter, (made,), stamp))
