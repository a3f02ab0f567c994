"""Proposals in the file: kept for a text, shown until they are decided on, told where they are behind."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest

from annotator.core.codebook import Field, Tag
from annotator.core.document import Passage, Section, Value
from annotator.core.proposals import Proposed
from annotator.core.text import Span
from annotator.storage import proposals
from annotator.storage.letters import add_letters
from annotator.storage.proposals import OpenCounts, missing_fields
from annotator.storage.store import Store
from tests.storage.making import CODEBOOK, TEXT, added, corrected, letter, save, tagged

TOPIC = Tag("topic", "section", {"en": "Topic"}, "#d55e00", "#e69f00", "", role="topic")
COUNTRY = replace(CODEBOOK.tags[0], triggers=("land",))
SUBJECT = replace(CODEBOOK.fields[0], role="subject")
NEEDED = Field("needed", "text", {"en": "Needed"}, required=True)
BOOK = replace(CODEBOOK, tags=(COUNTRY, TOPIC), fields=(SUBJECT, NEEDED))
START = TEXT.index("Belgié")
FOUND = Proposed(
    sections={"proposed:s": (Section("proposed:s", 1, "topic", "proposed"), 21)},
    passages={
        "proposed:p": Passage("proposed:p", "country", state="proposed"),
        "proposed:q": Passage("proposed:q", "nowhere", state="proposed"),
    },
    values={"proposed:v": Value("proposed:v", "subject", 0, "x", "x", "proposed", 0.5)},
    spans={"proposed:p": Span(START, START + 6), "proposed:q": Span(0, 3)},
    reasons={"proposed:p": ("words", {"said": "é"})},
)


@pytest.fixture
def found(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Return a project in which proposals were made for its letter, by the engine `1`."""
    monkeypatch.setattr(proposals, "load_codebook", lambda conn: BOOK)
    assert store.do(lambda conn: proposals.save_proposals(conn, 1, TEXT, "1", FOUND))
    return store


def counts(store: Store) -> OpenCounts | None:
    return store.do(lambda conn: proposals.open_counts(conn, 1))


def test_what_the_codebook_has_room_for_is_open(found: Store) -> None:
    assert counts(found) == OpenCounts(1, 1, 1, ("needed",))
    shown = found.reader.shown_letter(1)
    assert set(shown.passages) == {"proposed:p"}
    assert shown.quote("proposed:p") == "Belgié"


def test_nothing_is_kept_for_a_text_that_is_another_by_now(store: Store) -> None:
    assert not store.do(lambda conn: proposals.save_proposals(conn, 1, "another", "1", FOUND))
    assert not store.do(lambda conn: proposals.save_proposals(conn, 9, TEXT, "1", FOUND))
    assert counts(store) is None
    assert store.do(lambda conn: proposals.load_kept(conn, 1)) is None


def test_what_was_found_comes_back_for_its_engine_and_text(found: Store) -> None:
    assert found.do(lambda conn: proposals.load_proposals(conn, 1, "1")) == FOUND
    assert found.do(lambda conn: proposals.load_proposals(conn, 1, "2")) is None
    save(found, 1, {1: corrected(found.reader.letter(1), "motie", "moties")})
    assert found.do(lambda conn: proposals.load_proposals(conn, 1, "1")) is None


def test_what_is_open_moves_along_with_the_text(found: Store) -> None:
    save(found, 1, {1: corrected(found.reader.letter(1), "Geachte", "Zeer geachte")})
    kept = found.do(lambda conn: proposals.load_kept(conn, 1))
    assert kept is not None
    assert kept.spans["proposed:p"] == Span(START + 5, START + 11)
    assert kept.reasons == FOUND.reasons
    assert "proposed:q" not in kept.passages, "of another text only what is open is known"


def test_a_decision_takes_its_proposal_away(found: Store) -> None:
    save(found, 1, {1: tagged(found.reader.letter(1), "Belgié", "p")})
    found.do(lambda conn: proposals.refresh(conn, [1]))
    assert counts(found) == OpenCounts(1, 0, 1, ("needed",))
    assert set(found.reader.shown_letter(1).passages) == {"p"}


def test_letters_to_propose_for(found: Store) -> None:
    found.do(
        lambda conn: add_letters(conn, [added(letter("Een andere\n"), "b"), added(letter("Derde\n"), "c")])
    )

    def asked(engine: str, after: int = 0, limit: int = 9, *, changed: bool = False) -> tuple[list[int], int]:
        def work(conn: sqlite3.Connection) -> tuple[list[int], int]:
            ids = proposals.letters_to_propose(conn, engine, after, limit, changed=changed)
            return list(ids), proposals.count_to_propose(conn, engine, changed=changed)

        return found.do(work)

    assert asked("1") == ([2, 3], 2)
    assert asked("2") == ([1, 2, 3], 3)
    assert asked("2", after=1) == ([2, 3], 3)
    assert asked("2", limit=2) == ([1, 2], 3)
    assert asked("1", changed=True) == ([], 0)
    save(found, 1, {1: corrected(found.reader.letter(1), "motie", "moties")})
    assert asked("1") == ([1, 2, 3], 3)
    assert asked("2", changed=True) == ([1], 1)


def test_rows_without_a_place_in_the_codebook_go(found: Store) -> None:
    without = replace(BOOK, tags=(COUNTRY,))
    found.do(lambda conn: proposals.follow_codebook(conn, BOOK, without))
    assert counts(found) == OpenCounts(0, 1, 1, ("needed",))
    assert found.do(lambda conn: proposals.letters_to_propose(conn, "1", 0, 9)) == []


def test_more_room_lets_all_letters_be_looked_at_again(found: Store) -> None:
    more = replace(BOOK, tags=(*BOOK.tags, replace(TOPIC, id="other")))
    found.do(lambda conn: proposals.follow_codebook(conn, BOOK, more))
    assert counts(found) == OpenCounts(1, 1, 1, ("needed",))
    assert found.do(lambda conn: proposals.letters_to_propose(conn, "1", 0, 9)) == [1]


def test_a_field_that_is_required_no_more_lets_them_be_looked_at_again(found: Store) -> None:
    fields = (SUBJECT, replace(NEEDED, required=False))
    found.do(lambda conn: proposals.follow_codebook(conn, BOOK, replace(BOOK, fields=fields)))
    assert found.do(lambda conn: proposals.letters_to_propose(conn, "1", 0, 9)) == [1]


@pytest.mark.parametrize(
    ("statement", "left"),
    [
        ("UPDATE proposal SET json = '{'", None),
        ("UPDATE proposal SET json = replace(json, '21', '9999')", None),
        ("UPDATE proposal SET json = replace(json, 'country', 'other')", "other"),
    ],
)
def test_damaged_proposals_are_none(found: Store, statement: str, left: str | None) -> None:
    found.do(lambda conn: conn.execute(statement))
    kept = found.do(lambda conn: proposals.load_kept(conn, 1))
    assert (kept.passages["proposed:p"].tag if kept else None) == left


def test_a_refresh_takes_away_what_is_damaged(found: Store) -> None:
    found.do(lambda conn: conn.execute("UPDATE proposal SET json = '{'"))
    found.do(lambda conn: proposals.refresh(conn, [1]))
    assert counts(found) is None
    assert found.reader.shown_letter(1).passages == {}


@pytest.mark.parametrize("wrong", ["-1", "'x'", "2147483648", "1.5"])
def test_counts_that_cannot_be_are_none(found: Store, wrong: str) -> None:
    found.do(lambda conn: conn.execute(f"UPDATE proposal SET passages_open = {wrong}"))
    assert counts(found) is None


@pytest.mark.parametrize(
    ("source", "names"),
    [('["a", "b"]', ("a", "b")), ('["a", 3]', ("a",)), ('{"a": 1}', ()), ("[", ()), (None, ()), (7, ())],
)
def test_missing_fields_are_names(source: object, names: tuple[str, ...]) -> None:
    assert missing_fields(source) == names
